//! The reader follows a guided story, and compares two selections.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    a_story_leads_from_view_to_view_and_back,
    a_link_to_a_step_opens_its_view_in_english.speaking("en"),
    a_link_on_the_open_page_opens_a_step,
    where_there_is_room_for_one_a_story_and_its_records_take_turns,
    a_record_beside_its_story_hands_the_focus_back,
    stories_that_do_not_arrive_are_asked_for_again,
    an_edition_without_stories_says_so,
    two_selections_are_compared,
    an_error_is_reported_where_the_site_is_configured_to,
];

/// A published story.
fn told(page: &Page, id: &str) -> Result<Value> {
    let stories: Value = serde_json::from_str(&page.site.text("data/stories.json")?)?;
    let all = stories["stories"].as_array().context("no stories")?;
    let found = all.iter().find(|story| story["id"] == id);
    found.cloned().context("no such story")
}

const HEALTH: &str = "gesundheit-in-kooperation";

fn words(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

async fn a_story_leads_from_view_to_view_and_back(page: &Page) -> Result<()> {
    let story = told(page, HEALTH)?;
    let steps = story["steps"].as_array().context("no steps")?;
    page.open("").await?;
    page.press("Geführte Geschichten").await?;
    page.element("button", words(&story["title_de"])).await?;
    page.see_focus("Geführte Geschichten").await?;
    page.press(words(&story["title_de"])).await?;
    for (position, step) in steps.iter().enumerate() {
        let number = position + 1;
        page.see_text(words(&step["heading_de"])).await?;
        page.see_text(&format!("Schritt {number} von {}", steps.len()))
            .await?;
        let view = words(&step["view"]);
        page.see_that("the view of the step in the link", async || {
            let fragment = page.fragment().await?;
            let parts = view.split('&').filter(|part| *part != "view=map");
            Ok(fragment.contains(&format!("story={HEALTH}.{number}"))
                && parts.into_iter().all(|part| fragment.contains(part)))
        })
        .await?;
        page.see_focus(words(&step["heading_de"])).await?;
        if number < steps.len() {
            page.press("Weiter").await?;
        }
    }
    page.press("Zurück").await?;
    let before = &steps[steps.len() - 2];
    page.see_text(words(&before["heading_de"])).await?;

    // Another choice leaves the story open and can be taken back.
    page.press("Filter zurücksetzen").await?;
    page.press("Ansicht dieses Schritts wieder zeigen").await?;
    page.see_that("the view of the step", async || {
        Ok(page.fragment().await?.contains("theme=health"))
    })
    .await?;
    page.press("Geschichte schließen").await?;
    page.see_focus("Geführte Geschichten").await?;
    let fragment = page.fragment().await?;
    ensure!(
        !fragment.contains("story="),
        "the story is still open: {fragment}"
    );
    page.go_back().await?;
    page.see_text(words(&before["heading_de"])).await
}

async fn a_link_to_a_step_opens_its_view_in_english(page: &Page) -> Result<()> {
    let story = told(page, HEALTH)?;
    page.open(&format!("#story={HEALTH}.6")).await?;
    page.see_text(words(&story["title_en"])).await?;
    page.see_sentence(&format!(
        "{} cooperations on Health",
        page.recount()?.on_theme_with("health", "JP")
    ))
    .await?;
    page.edit_address("story=no-such-story.1").await?;
    page.see_text("There is no such story or step.").await
}

async fn a_link_on_the_open_page_opens_a_step(page: &Page) -> Result<()> {
    let story = told(page, HEALTH)?;
    page.open("").await?;
    // The stories come with the second piece of the program.
    page.element("button", "Geführte Geschichten").await?;
    page.edit_address(&format!("story={HEALTH}.2")).await?;
    page.see_text(words(&story["steps"][1]["heading_de"])).await
}

/// The second step of the story about health selects this cooperation, which its text calls "Projekt".
const PROJECT: &str = "strength-kolumbien-leipzig";

/// Whether nothing lies over what has the focus.
const IN_SIGHT: &str = "const active = document.activeElement, { left, right, top, bottom } = active.getBoundingClientRect();
    return [top + 1, bottom - 1].every((y) => active.contains(document.elementFromPoint((left + right) / 2, y)))";

fn project(page: &Page) -> Result<String> {
    let recount = page.recount()?;
    Ok(words(&recount.record("cooperations", PROJECT)?["title_de"]).to_owned())
}

async fn where_there_is_room_for_one_a_story_and_its_records_take_turns(page: &Page) -> Result<()> {
    let story = told(page, HEALTH)?;
    let heading = |step: usize| words(&story["steps"][step - 1]["heading_de"]);
    for (width, height) in [(390, 844), (1024, 768)] {
        page.resize(width, height).await?;
        page.open("").await?;
        page.element("button", "Geführte Geschichten").await?;
        page.edit_address(&format!("story={HEALTH}.2")).await?;
        page.see_that("the record of the step in the link", async || {
            Ok(page.fragment().await?.contains(PROJECT))
        })
        .await?;
        let project = project(page)?;
        page.see_detail(&project).await?;
        see_panels(page, &[words(&story["title_de"])]).await?;
        // A link opens quietly.
        let quiet: bool = page
            .ask("return document.activeElement === document.body", vec![])
            .await?;
        ensure!(quiet, "a link has moved the focus at {width} px");

        page.press("Projekt").await?;
        page.see_focus(&project).await?;
        see_panels(page, &[&project]).await?;
        page.press("Schließen").await?;
        page.see_focus("Projekt").await?;
        see_panels(page, &[words(&story["title_de"])]).await?;

        page.press("Weiter").await?;
        page.see_focus(heading(3)).await?;
        page.press("Zurück").await?;
        page.see_focus(heading(2)).await?;
        see_panels(page, &[words(&story["title_de"])]).await?;

        // With the keyboard, past what stays at the lower edge, and all the way back.
        page.tab_until("Bucaramanga", async || Ok(page.focus().await? == "Bucaramanga"))
            .await?;
        page.see_that("the whole link", async || page.ask(IN_SIGHT, vec![]).await)
            .await?;
        page.type_key(Key::Enter).await?;
        page.see_focus("Bucaramanga").await?;
        see_panels(page, &["Bucaramanga"]).await?;
        page.go_back().await?;
        see_panels(page, &[words(&story["title_de"])]).await?;
        page.press("Geschichte schließen").await?;
        see_panels(page, &[&project]).await?;
        page.see_focus(&project).await?;
        page.press("Schließen").await?;
        see_panels(page, &[]).await?;
        page.see_that("a focus", async || {
            page.ask("return document.activeElement.id === 'main'", vec![])
                .await
        })
        .await?;
    }
    Ok(())
}

/// Waits until these panels are open and in sight, and no others but the overview that is always there.
async fn see_panels(page: &Page, names: &[&str]) -> Result<()> {
    let expected: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
    page.see("the panels in sight", expected, async || {
        let mut names = page.names("complementary").await?;
        names.retain(|name| name != "Auf einen Blick");
        Ok(names)
    })
    .await
}

async fn a_record_beside_its_story_hands_the_focus_back(page: &Page) -> Result<()> {
    let story = told(page, HEALTH)?;
    let project = project(page)?;
    page.open(&format!("#story={HEALTH}.1")).await?;
    page.press("Weiter").await?;
    page.see_focus(words(&story["steps"][1]["heading_de"])).await?;
    see_panels(page, &[words(&story["title_de"]), &project]).await?;
    // The step has opened it, so there is nothing to go back to but the step.
    page.press("Schließen").await?;
    see_panels(page, &[words(&story["title_de"])]).await?;
    page.see_focus(words(&story["steps"][1]["heading_de"])).await?;
    page.press("Projekt").await?;
    page.see_focus(&project).await?;
    page.press("Schließen").await?;
    page.see_focus("Projekt").await?;
    page.edit_address(&format!("story={HEALTH}.2")).await?;
    see_panels(page, &[words(&story["title_de"]), &project]).await?;
    page.press("Geschichte schließen").await?;
    see_panels(page, &[&project]).await?;
    page.see_focus("Geführte Geschichten").await
}

async fn stories_that_do_not_arrive_are_asked_for_again(page: &Page) -> Result<()> {
    let site = page.site.with(&[("data/stories.json", "{")])?;
    page.visit(&site, "#").await?;
    page.press("Geführte Geschichten").await?;
    page.see_text("Die Geschichten konnten nicht geladen werden")
        .await?;
    page.press("Erneut versuchen").await?;
    page.see_focus("Geführte Geschichten").await?;
    page.see_text("Die Geschichten konnten nicht geladen werden")
        .await?;
    page.edit_address(&format!("story={HEALTH}.2")).await?;
    page.press("Erneut versuchen").await?;
    page.see_focus("Geführte Geschichten").await
}

async fn an_edition_without_stories_says_so(page: &Page) -> Result<()> {
    let mut file: Value = serde_json::from_str(&page.site.text("data/stories.json")?)?;
    file["stories"] = json!([]);
    let site = page.site.with(&[("data/stories.json", &file.to_string())])?;
    page.visit(&site, "#").await?;
    page.press("Geführte Geschichten").await?;
    page.see_text("Zu diesen Daten gibt es keine geführten Geschichten.")
        .await?;
    page.press("Geführte Geschichten").await?;
    page.see_focus("Geführte Geschichten").await
}

async fn two_selections_are_compared(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let (japan, brazil) = (recount.with_country("JP"), recount.with_country("BR"));
    page.open("#country=JP").await?;
    page.press("Mit anderer Auswahl vergleichen").await?;
    page.see_fragment("country=JP&compare=country%3DJP").await?;
    page.edit_address("country=BR&compare=country%3DJP").await?;
    page.see_sentence(&format!("{brazil} Kooperationen ")).await?;
    let sentence = page.sentence().await?;
    ensure!(
        sentence.contains(&format!(" Im Vergleich dazu: {japan} Kooperationen ")),
        "the sentence says only one selection: {sentence}"
    );
    // A mark says both numbers, and one of the kept selection alone is there too.
    let both = recount.with_each_country(&["BR", "JP"]);
    page.see_mark(
        "Brasilien",
        &format!("{brazil} Kooperationen; im Vergleich {both}"),
    )
    .await?;
    // The list has both, and says of each row from where it is.
    page.open_view("Liste").await?;
    let either = brazil + japan - both;
    page.see_caption(&format!(
        "{either} Kooperationen, neueste zuerst, aus beiden Auswahlen"
    ))
    .await?;
    for (words, number) in [
        ("Auswahl der Filter", brazil - both),
        ("Gemerkte Auswahl", japan - both),
        ("In beiden", both),
    ] {
        page.see(&format!("rows that say {words:?}"), number, async || {
            page.ask(
                "return [...document.querySelectorAll('tbody th')]
                    .filter((heading) => heading.textContent.endsWith(arguments[0])).length",
                vec![json!(words)],
            )
            .await
        })
        .await?;
    }
    page.open_view("Karte").await?;
    page.press("Vertauschen").await?;
    page.see_fragment("country=JP&compare=country%3DBR").await?;
    page.press("Vergleich beenden").await?;
    page.see_fragment("country=JP").await?;
    page.go_back().await?;
    page.see_fragment("country=JP&compare=country%3DBR").await
}

async fn an_error_is_reported_where_the_site_is_configured_to(page: &Page) -> Result<()> {
    let cluster = "#sel=cluster:biosaxony";
    page.open(cluster).await?;
    page.see_detail("biosaxony e. V.").await?;
    ensure!(
        !page.has("link", "Fehler melden").await?,
        "there is nowhere to report to"
    );
    let text = page.site.text("index.html")?;
    let meta = "<head><meta name=\"clusteratlas-corrections\" content=\"mailto:a@b.example\">";
    let site = page
        .site
        .with(&[("index.html", &text.replacen("<head>", meta, 1))])?;
    page.visit(&site, cluster).await?;
    page.see_that("the link", async || page.has("link", "Fehler melden").await)
        .await?;
    let address: String = page
        .ask(
            "return find('link', arguments[0])[0].getAttribute('href')",
            vec![json!("Fehler melden")],
        )
        .await?;
    for part in [
        "mailto:a@b.example?subject=",
        "biosaxony",
        "sel%3Dcluster:biosaxony",
    ] {
        ensure!(address.contains(part), "{part} is missing in {address}");
    }
    Ok(())
}
