//! The reader speaks German, English or another language.

use anyhow::{Result, ensure};

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    a_german_browser_gets_german,
    an_english_browser_gets_english.speaking("en-GB"),
    any_other_browser_gets_english.speaking("fr"),
    the_link_decides_over_the_browser.speaking("en-GB"),
    changing_the_language_translates_everything,
];

/// What the page says in German and in English, by role.
const TRANSLATIONS: [(&str, &[&str], &[&str]); 3] = [
    ("tab", &["Karte", "Liste"], &["Map", "List"]),
    (
        "group",
        &[
            "Themen",
            "Förderprogramme",
            "Partnerländer",
            "Bundesländer",
            "Art der Kooperation",
            "Status",
            "Zeitraum",
        ],
        &[
            "Themes",
            "Funding programmes",
            "Partner countries",
            "German states",
            "Kind of cooperation",
            "Status",
            "Period",
        ],
    ),
    (
        "heading",
        &[
            "Clusteratlas",
            "Filter",
            "Legende",
            "Kooperationen",
            "Auf einen Blick",
        ],
        &["Clusteratlas", "Filters", "Legend", "Cooperations", "At a glance"],
    ),
];

async fn a_german_browser_gets_german(page: &Page) -> Result<()> {
    page.open("").await?;
    see_language(page, false).await?;
    page.see_fragment("").await
}

async fn an_english_browser_gets_english(page: &Page) -> Result<()> {
    page.open("").await?;
    see_language(page, true).await?;
    page.see_fragment("").await
}

async fn any_other_browser_gets_english(page: &Page) -> Result<()> {
    page.open("").await?;
    see_language(page, true).await
}

async fn the_link_decides_over_the_browser(page: &Page) -> Result<()> {
    page.open("#lang=de").await?;
    see_language(page, false).await
}

async fn changing_the_language_translates_everything(page: &Page) -> Result<()> {
    page.open("#sel=country:BR").await?;
    page.see_detail("Brasilien").await?;
    page.press("English").await?;
    page.see_fragment("lang=en&sel=country:BR").await?;
    page.see_detail("Brazil").await?;
    page.edit_address("lang=en").await?;
    see_language(page, true).await?;
    let recount = page.recount()?;
    page.see_mark("Brazil", &format!("{} cooperations", recount.with_country("BR")))
        .await?;
    page.see_option_count("Themes", "Optics & photonics", recount.on_theme("photonics"))
        .await?;
    page.see_text("The collection is not complete").await?;
    page.press("Deutsch").await?;
    see_language(page, false).await
}

/// Waits until everything is in one language.
async fn see_language(page: &Page, english: bool) -> Result<()> {
    let code = if english { "en" } else { "de" };
    page.see("the language of the document", code.to_owned(), async || {
        page.language().await
    })
    .await?;
    let total = page.recount()?.total();
    let beginning = if english {
        format!("{total} cooperations of ")
    } else {
        format!("{total} Kooperationen von ")
    };
    page.see_sentence(&beginning).await?;
    page.see(
        "the title",
        format!("{} – Clusteratlas", page.sentence().await?),
        async || page.title().await,
    )
    .await?;
    let (place, words) = if english {
        ("Germany", "cooperations")
    } else {
        ("Deutschland", "Kooperationen")
    };
    page.see_mark(place, &format!("{total} {words}")).await?;
    for (role, german, english_names) in TRANSLATIONS {
        let names = page.names(role).await?;
        for expected in if english { english_names } else { german } {
            ensure!(
                names.iter().any(|name| name == expected),
                "no {role} {expected:?} among {names:?}"
            );
        }
    }
    Ok(())
}
