//! The reader narrows the selection, and everything on the page follows together.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    a_theme_changes_map_list_sentence_counts_chips_and_link_together,
    resetting_brings_everything_back,
    a_chip_takes_its_filter_away,
    cooperations_without_a_programme_can_be_chosen,
    a_choice_that_leaves_nothing_says_so,
    one_click_leaves_an_option_or_chooses_a_whole_group,
    clusters_must_cooperate_in_each_chosen_country.speaking("en-GB"),
    whatever_is_asked_for_has_a_chip.speaking("en-GB"),
    countries_are_found_by_their_names_in_both_languages.speaking("en-GB"),
];

const PHOTONICS: &str = "Optik & Photonik";

async fn a_theme_changes_map_list_sentence_counts_chips_and_link_together(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    page.open("").await?;
    page.see_mark("USA", &format!("{} Kooperationen", recount.with_country("US")))
        .await?;
    page.see_option_count("Themen", PHOTONICS, recount.on_theme("photonics"))
        .await?;

    page.choose_theme(PHOTONICS).await?;

    let photonics = recount.on_theme("photonics");
    page.see_sentence(&format!("{photonics} Kooperationen zum Thema {PHOTONICS} von "))
        .await?;
    page.see_mark(
        "USA",
        &format!("{} Kooperationen", recount.on_theme_with("photonics", "US")),
    )
    .await?;
    // Under the map there is a glance at the rows; the list has them all.
    page.see_caption(&format!("12 von {photonics} Kooperationen, neueste zuerst"))
        .await?;
    page.see_rows_on_theme(12, "photonics").await?;
    page.see_option_count("Partnerländer", "Japan", recount.on_theme_with("photonics", "JP"))
        .await?;
    page.see_chips(&[&format!("Filter {PHOTONICS} entfernen")])
        .await?;
    page.see_fragment("theme=photonics").await?;
    page.see("the title", true, async || {
        Ok(page.title().await?.starts_with(&photonics.to_string()))
    })
    .await
}

async fn resetting_brings_everything_back(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    page.open("").await?;
    let (sentence, marks) = (page.sentence().await?, marks(page).await?);
    page.choose_theme(PHOTONICS).await?;
    page.choose("Status", "beendet").await?;
    page.see("the chips", 2, async || Ok(page.chips().await?.len()))
        .await?;

    page.press("Filter zurücksetzen").await?;

    page.see_sentence(&sentence).await?;
    page.see("the marks", marks, async || self::marks(page).await)
        .await?;
    page.see_caption(&format!(
        "12 von {} Kooperationen, neueste zuerst",
        recount.total()
    ))
    .await?;
    page.see_option_count("Partnerländer", "Japan", recount.with_country("JP"))
        .await?;
    page.see_chips(&[]).await?;
    page.see_fragment("").await?;
    let ticked: usize = page
        .ask(
            // Those of groups; what has no date is included by default.
            "return document.querySelectorAll('input[type=checkbox][name]:checked').length",
            vec![],
        )
        .await?;
    ensure!(ticked == 0, "{ticked} options are still ticked");
    Ok(())
}

/// The names of the marks; their order in the page means nothing.
async fn marks(page: &Page) -> Result<BTreeSet<String>> {
    Ok(page.marks().await?.into_iter().collect())
}

async fn a_chip_takes_its_filter_away(page: &Page) -> Result<()> {
    page.open("#theme=photonics,health").await?;
    page.press(&format!("Filter {PHOTONICS} entfernen")).await?;
    page.see_fragment("theme=health").await?;
    page.see_chips(&["Filter Gesundheit & Medizintechnik entfernen"])
        .await?;
    let health = page.recount()?.on_theme("health");
    page.see_sentence(&format!(
        "{health} Kooperationen zum Thema Gesundheit & Medizintechnik "
    ))
    .await
}

async fn cooperations_without_a_programme_can_be_chosen(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    page.open("").await?;
    let without = recount.in_programme(None);
    page.see_option_count("Förderprogramme", "ohne Angabe", without)
        .await?;
    page.choose_programme("ohne Angabe").await?;
    page.see_fragment("programme=none").await?;
    page.see_sentence(&format!("{without} Kooperationen ")).await?;

    // Alternatives within a group add up.
    let id = "bmbf-internationalisierung";
    page.choose_programme(&recount.name("programmes", id, "de")?)
        .await?;
    let both = without + recount.in_programme(Some(id));
    page.see_sentence(&format!("{both} Kooperationen ")).await
}

async fn a_choice_that_leaves_nothing_says_so(page: &Page) -> Result<()> {
    page.open("#theme=security&country=MX").await?;
    page.see_sentence("Keine bekannte Kooperation zum Thema Sicherheit mit dem Partnerland Mexiko.")
        .await?;
    page.see_text("Keine Kooperation in dieser Auswahl.").await?;
    page.see("the marks", Vec::<String>::new(), async || page.marks().await)
        .await?;
    page.press("Filter zurücksetzen").await?;
    page.see_sentence(&format!("{} Kooperationen ", page.recount()?.total()))
        .await
}

async fn one_click_leaves_an_option_or_chooses_a_whole_group(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    page.open("#country=FR,US").await?;
    page.see_option_count("Partnerländer", "Japan", recount.with_country("JP"))
        .await?;

    // By keyboard: what leaves an option alone comes after its checkbox.
    page.ask::<()>("find('checkbox', 'Japan')[0].focus()", vec![])
        .await?;
    page.type_key(Key::Tab).await?;
    page.see_focus("Nur Japan").await?;
    page.type_key(Key::Enter).await?;
    page.see_fragment("country=JP").await?;
    page.see_sentence(&format!("{} Kooperationen ", recount.with_country("JP")))
        .await?;

    page.press("Alle wählen: Asien").await?;
    page.see_sentence(&format!("{} Kooperationen ", recount.on_continent("asia")))
        .await?;
    let chips = page.chips().await?;
    ensure!(
        chips.len() == 1 && chips[0].ends_with(" Partnerländer entfernen"),
        "many countries in {chips:?}"
    );
    page.press("Keine wählen: Asien").await?;
    page.see_fragment("").await?;

    // Each was a step.
    page.go_back().await?;
    page.see("the chips", chips, async || page.chips().await).await?;
    page.go_back().await?;
    page.see_fragment("country=JP").await?;
    page.go_back().await?;
    page.see_fragment("country=FR,US").await
}

async fn clusters_must_cooperate_in_each_chosen_country(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    page.open("").await?;
    page.choose("Partner countries", "France").await?;
    page.choose("Partner countries", "Japan").await?;
    page.click("radio", "in each chosen country").await?;
    page.see_fragment("country=FR,JP&match=all").await?;
    let both = recount.in_each(&["FR", "JP"]);
    page.see_sentence(&format!("{both} cooperations ")).await?;
    ensure!(both > 0 && both < recount.with_country("FR") + recount.with_country("JP"));

    page.press("Remove filter in each chosen country").await?;
    page.see_fragment("country=FR,JP").await
}

async fn whatever_is_asked_for_has_a_chip(page: &Page) -> Result<()> {
    page.open("#theme=photonics&match=all&from=2015&to=2019&undated=0&q=Japan")
        .await?;
    let chips = [
        "Remove filter Optics & photonics",
        "Remove filter in each chosen country",
        "Remove filter 2015–2019",
        "Remove filter dated only",
        "Remove filter “Japan”",
    ];
    for gone in 0..chips.len() {
        page.see_chips(&chips[gone..]).await?;
        page.press(chips[gone]).await?;
    }
    page.see_chips(&[]).await?;
    page.see_fragment("").await
}

async fn countries_are_found_by_their_names_in_both_languages(page: &Page) -> Result<()> {
    page.open("").await?;
    page.unfold("Partner countries", "France").await?;
    // A rare country is among the options that are not shown at first.
    for (text, found) in [
        ("oesterreich", "Austria"),
        ("Österr", "Austria"),
        ("SOUTH KOREA", "South Korea"),
        ("kenia", "Kenya"),
    ] {
        look_for(page, text).await?;
        page.see(
            &format!("what {text:?} leaves"),
            vec![found.to_owned()],
            async || shown_countries(page).await,
        )
        .await?;
        page.see_text("1 match").await?;
    }
    look_for(page, "Atlantis").await?;
    page.see_text("No partner country has such a name.").await?;
    page.type_key(Key::Escape).await?;
    page.see_that("the most frequent countries are shown again", async || {
        Ok(shown_countries(page).await?.len() > 1)
    })
    .await?;
    page.see_fragment("").await?;
    // Enter chooses what alone is left, or what is called so; among several it chooses nothing.
    for (text, fragment) in [("kenia", "country=KE"), ("united", "country=KE")] {
        look_for(page, text).await?;
        page.type_key(Key::Enter).await?;
        page.see_fragment(fragment).await?;
    }
    Ok(())
}

/// Writes into the field for countries in place of what it holds.
async fn look_for(page: &Page, text: &str) -> Result<()> {
    let name = json!("Find a partner country");
    page.element("searchbox", "Find a partner country").await?;
    page.ask::<()>(
        "const field = find('searchbox', arguments[0])[0]; field.focus(); field.select()",
        vec![name],
    )
    .await?;
    let chain = page.browser.session.action_chain();
    Ok(chain.send_keys(text).perform().await?)
}

/// The names of the countries that are shown.
async fn shown_countries(page: &Page) -> Result<Vec<String>> {
    page.ask(
        "const group = find('group', 'Partner countries')[0];
         return find('checkbox', null, group).map((option) => nameOf(option).replace(/ [\\d,]+$/, ''))",
        vec![],
    )
    .await
}
