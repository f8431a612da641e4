//! The reader searches for words, and takes what is suggested.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    words_are_forgiven_and_suggested_in_german,
    words_are_forgiven_and_suggested_in_english.speaking("en"),
    a_suggested_country_becomes_a_filter,
    a_suggested_cluster_opens,
    suggestions_are_walked_by_keyboard,
    words_in_a_link_are_searched_for,
    words_that_nothing_has_leave_nothing,
];

async fn words_are_forgiven_and_suggested_in_german(page: &Page) -> Result<()> {
    forgive(page, "baden wuertemberg", "Baden-Württemberg Bundesland").await
}

async fn words_are_forgiven_and_suggested_in_english(page: &Page) -> Result<()> {
    forgive(page, "baden wuertemberg", "Baden-Württemberg German state").await
}

/// Misspelled words still lead to the state, and change nothing as long as they are only typed.
async fn forgive(page: &Page, words: &str, suggestion: &str) -> Result<()> {
    page.open("").await?;
    let before = page.sentence().await?;
    page.choose_suggestion(words, suggestion).await?;
    page.see_fragment("state=DE-BW").await?;
    ensure!(page.sentence().await? != before, "the choice changes nothing");
    page.go_back().await?;
    page.see_sentence(&before).await
}

async fn a_suggested_country_becomes_a_filter(page: &Page) -> Result<()> {
    page.open("").await?;
    page.choose_suggestion("südkorea", "Südkorea Land").await?;
    page.see_fragment("country=KR").await?;
    let korea = page.recount()?.with_country("KR");
    page.see_sentence(&format!("{korea} Kooperationen ")).await?;
    // A second one is added, and words that were searched for stay.
    page.search_for("photonik").await?;
    page.choose_suggestion("Frankr", "Frankreich Land").await?;
    page.see_fragment("country=FR,KR&q=photonik").await
}

async fn a_suggested_cluster_opens(page: &Page) -> Result<()> {
    page.open("").await?;
    page.choose_suggestion("biosaxony", "biosaxony e. V. Cluster")
        .await?;
    page.see_detail("biosaxony e. V.").await?;
    page.see_fragment("q=biosaxony%20e.%20V.&sel=cluster:biosaxony")
        .await?;
    page.see_sentence(&format!(
        "{} Kooperationen ",
        page.recount()?.of_cluster("biosaxony")
    ))
    .await
}

async fn suggestions_are_walked_by_keyboard(page: &Page) -> Result<()> {
    page.open("").await?;
    page.type_words("japan").await?;
    page.see_suggestion("Japan Land").await?;
    page.type_key(Key::Down).await?;
    let reached = async || -> Result<String> {
        page.ask(
            "const id = document.activeElement.getAttribute('aria-activedescendant');
             return id ? nameOf(document.getElementById(id)) : ''",
            vec![],
        )
        .await
    };
    page.see_that("the first suggestion", async || {
        Ok(reached().await? == page.suggestions().await?[0])
    })
    .await?;
    page.type_key(Key::Up).await?;
    page.see("what is reached", String::new(), reached).await?;
    page.type_key(Key::Escape).await?;
    page.see("the suggestions", 0, async || Ok(page.suggestions().await?.len()))
        .await?;
    page.see_fragment("").await?;
    page.type_key(Key::Enter).await?;
    page.see_fragment("q=japan").await?;
    page.press("Suche leeren").await?;
    page.see_fragment("").await?;
    page.see_focus("Suche").await
}

async fn words_in_a_link_are_searched_for(page: &Page) -> Result<()> {
    page.open("#q=leipzig%20kolumbien").await?;
    page.see_sentence("1 Kooperation von 1 Cluster mit 1 Land, Suche „leipzig kolumbien“.")
        .await?;
    // Words of a summary count once the summaries are there.
    page.open("#q=Bucaramanga%20Clusterstrukturen").await?;
    page.see_sentence("1 Kooperation ").await
}

async fn words_that_nothing_has_leave_nothing(page: &Page) -> Result<()> {
    page.open("").await?;
    page.search_for("xyzzyplugh").await?;
    page.see_sentence("Keine bekannte Kooperation, Suche „xyzzyplugh“.")
        .await?;
    page.press("Filter zurücksetzen").await?;
    page.see_fragment("").await
}
