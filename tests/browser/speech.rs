//! The reader listens: the page has one voice, which is short and does not repeat itself.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;
use crate::period::write;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    every_view_has_one_voice_that_is_silent_at_first,
    a_story_says_what_it_shows_and_not_that_it_is_on_its_way,
    a_change_of_the_filters_is_said_once,
    several_fast_changes_are_one_message,
    what_stays_the_same_is_not_said_again,
    suggestions_are_counted_aloud,
    what_happens_in_a_dialog_is_said_in_it,
    what_was_not_understood_is_said,
];

/// A message is no longer.
const LONGEST: usize = 240;

/// Elements that speak by themselves, except those that tell a failure.
const VOICES: &str = "return [...document.querySelectorAll(
    '[role=status], [role=log], [role=timer], [aria-live]:not([aria-live=off]), output')].map((one) =>
    `${one.id}: ${one.textContent}`)";

/// Writes down everything that is said from here on.
const LISTEN: &str = "(() => {
    const region = document.getElementById('announcer');
    const said = globalThis.said = [];
    new MutationObserver(() => region.textContent && said.push(region.textContent))
        .observe(region, { childList: true, characterData: true, subtree: true });
})()";

async fn open(page: &Page, fragment: &str) -> Result<()> {
    page.open(fragment).await?;
    page.evaluate::<Value>(LISTEN).await?;
    Ok(())
}

async fn said(page: &Page) -> Result<Vec<String>> {
    page.evaluate("globalThis.said").await
}

async fn see_said(page: &Page, expected: &[&str]) -> Result<()> {
    let expected: Vec<String> = expected.iter().map(ToString::to_string).collect();
    page.see("what is said", expected, async || said(page).await)
        .await
}

async fn every_view_has_one_voice_that_is_silent_at_first(page: &Page) -> Result<()> {
    let views = [
        "",
        "#view=list",
        "#view=matrix",
        "#view=figures",
        "#view=brief&sel=country:JP",
        "#sel=cluster:biosaxony",
        "#country=JP&compare=country%3DBR",
        "#theme=security&country=MX",
        "#embed=1&theme=photonics&controls=theme,period,search",
    ];
    for view in views {
        page.open(view).await?;
        see_whole(page).await?;
        let voices: Vec<String> = page.ask(VOICES, vec![]).await?;
        ensure!(voices == ["announcer: "], "{view}: {voices:?}");
    }
    Ok(())
}

/// Waits until everything is there and what was about to be said is said.
async fn see_whole(page: &Page) -> Result<()> {
    page.see_that("nothing on its way", async || {
        page.ask(
            "return !/wird geladen|werden geladen/.test(document.body.innerText)",
            vec![],
        )
        .await
    })
    .await?;
    page.evaluate::<Value>("new Promise((resolve) => setTimeout(resolve, 1000, null))")
        .await?;
    Ok(())
}

async fn a_story_says_what_it_shows_and_not_that_it_is_on_its_way(page: &Page) -> Result<()> {
    open(page, "").await?;
    page.press("Geführte Geschichten").await?;
    see_whole(page).await?;
    see_said(page, &[]).await?;
    // A link that says the view of the step, and one that leaves it to the step.
    let step = "story=gesundheit-in-kooperation.2";
    for (rest, is_said) in [("&theme=health&country=CO", false), ("", true)] {
        page.open(&format!("#{step}{rest}")).await?;
        see_whole(page).await?;
        let sentence = page.sentence().await?;
        ensure!(sentence.contains("Kolumbien"), "the map shows {sentence}");
        let voices: Vec<String> = page.ask(VOICES, vec![]).await?;
        let expected = if is_said { &*sentence } else { "" };
        ensure!(voices == [format!("announcer: {expected}")], "{rest}: {voices:?}");
    }
    Ok(())
}

async fn a_change_of_the_filters_is_said_once(page: &Page) -> Result<()> {
    open(page, "").await?;
    page.choose_theme("Optik & Photonik").await?;
    let number = page.recount()?.on_theme("photonics");
    page.see_sentence(&format!("{number} Kooperationen zum Thema "))
        .await?;
    let first = page.sentence().await?;
    see_said(page, &[&first]).await?;
    page.choose("Partnerländer", "Japan").await?;
    page.see_that("another sentence", async || Ok(page.sentence().await? != first))
        .await?;
    let second = page.sentence().await?;
    see_said(page, &[&first, &second]).await?;
    for words in [first, second] {
        ensure!(words.chars().count() <= LONGEST, "too long: {words}");
    }
    Ok(())
}

async fn several_fast_changes_are_one_message(page: &Page) -> Result<()> {
    open(page, "").await?;
    page.unfold("Themen", "Optik & Photonik").await?;
    page.ask::<Value>(
        "for (const one of find('checkbox', null, find('group', 'Themen')[0]).slice(0, 4)) one.click(); return null",
        vec![],
    )
    .await?;
    page.see_that("four filters", async || Ok(page.chips().await?.len() == 4))
        .await?;
    let last = page.sentence().await?;
    see_said(page, &[&last]).await?;
    ensure!(last.chars().count() <= LONGEST, "too long: {last}");
    Ok(())
}

async fn what_stays_the_same_is_not_said_again(page: &Page) -> Result<()> {
    open(page, "#theme=photonics").await?;
    page.open_view("Liste").await?;
    page.see_rows_on_theme(page.recount()?.on_theme("photonics"), "photonics")
        .await?;
    page.open_view("Karte").await?;
    page.see_drawing().await?;
    page.press("Vergrößern").await?;
    page.see_resting().await?;
    // It would have been said before this is.
    page.press("Filter zurücksetzen").await?;
    let total = page.recount()?.total();
    page.see_sentence(&format!("{total} Kooperationen")).await?;
    let all = page.sentence().await?;
    see_said(page, &[&all]).await
}

async fn suggestions_are_counted_aloud(page: &Page) -> Result<()> {
    open(page, "").await?;
    page.type_words("jap").await?;
    page.see_suggestion("Japan").await?;
    page.see_that("their number", async || {
        let number = page.suggestions().await?.len();
        Ok(said(page)
            .await?
            .last()
            .is_some_and(|words| words.contains(&(number - 1).to_string())))
    })
    .await
}

async fn what_happens_in_a_dialog_is_said_in_it(page: &Page) -> Result<()> {
    open(page, "").await?;
    page.press("Teilen").await?;
    page.press("Link kopieren").await?;
    page.see_that("the words", async || Ok(said(page).await?.len() == 1))
        .await?;
    let inside: bool = page
        .ask(
            "return Boolean(document.getElementById('announcer').closest('dialog[open]'))",
            vec![],
        )
        .await?;
    ensure!(inside, "said behind the dialog, where nobody hears it");
    // The same words once more would tell nothing.
    page.press("Link kopieren").await?;
    page.press("Schließen").await?;
    page.choose_theme("Optik & Photonik").await?;
    page.see_that("the sentence", async || {
        let said = said(page).await?;
        Ok(said.len() == 2 && said.last() == Some(&page.sentence().await?))
    })
    .await?;
    let voices: Vec<String> = page.ask(VOICES, vec![]).await?;
    ensure!(voices.len() == 1, "{voices:?}");
    Ok(())
}

async fn what_was_not_understood_is_said(page: &Page) -> Result<()> {
    open(page, "").await?;
    write(page, "von", "20x5").await?;
    see_said(
        page,
        &["„20x5“ ist keine Jahreszahl. Bitte vier Ziffern eingeben, zum Beispiel 2015."],
    )
    .await?;
    page.edit_address("colour=red").await?;
    page.see_that("the notice", async || {
        let heard: bool = page
            .ask(
                "return document.getElementById('announcer').textContent.includes(arguments[0])",
                vec![json!("colour = red")],
            )
            .await?;
        Ok(heard)
    })
    .await
}
