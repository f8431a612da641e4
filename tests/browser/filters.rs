//! The reader narrows the selection, and everything on the page follows together.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    a_theme_changes_map_list_sentence_counts_chips_and_link_together,
    resetting_brings_everything_back,
    a_chip_takes_its_filter_away,
    cooperations_without_a_programme_can_be_chosen,
    a_choice_that_leaves_nothing_says_so,
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
            "return document.querySelectorAll('input[type=checkbox]:checked').length",
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
    page.see_caption("0 Kooperationen, neueste zuerst").await?;
    page.see("the marks", Vec::<String>::new(), async || page.marks().await)
        .await?;
    page.press("Filter zurücksetzen").await?;
    page.see_sentence(&format!("{} Kooperationen ", page.recount()?.total()))
        .await
}
