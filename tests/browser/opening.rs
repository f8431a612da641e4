//! The reader opens the site and sees what it is about.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    the_page_shows_sentence_marks_and_map,
    the_page_says_that_it_is_ready,
    the_first_words_are_there_before_the_code,
];

async fn the_page_shows_sentence_marks_and_map(page: &Page) -> Result<()> {
    page.open("").await?;
    let total = page.recount()?.total();
    page.see_sentence(&format!("{total} Kooperationen von ")).await?;
    page.see(
        "the title",
        format!("{} – Clusteratlas", page.sentence().await?),
        async || page.title().await,
    )
    .await?;
    page.see_drawing().await?;
    let marks = page.marks().await?;
    ensure!(marks.len() > 10, "few marks: {marks:?}");
    page.see_caption(&format!("50 von {total} Kooperationen, neueste zuerst"))
        .await?;
    ensure!(!page.row_titles().await?.is_empty(), "the table is empty");
    Ok(())
}

async fn the_page_says_that_it_is_ready(page: &Page) -> Result<()> {
    page.open("").await?;
    let messages = page.messages().await?;
    let of_type = |wanted: &str| -> Vec<&Value> {
        messages
            .iter()
            .filter(|message| message.get("type").is_some_and(|own| own == wanted))
            .collect()
    };
    ensure!(of_type("ready").len() == 1, "not ready once: {messages:?}");
    let total = page.recount()?.total();
    let says_total = |message: &&Value| message.get("matches").is_some_and(|matches| *matches == total);
    ensure!(
        of_type("state").iter().any(says_total),
        "no state with {total} matches: {messages:?}"
    );
    ensure!(!of_type("drawn").is_empty(), "nothing drawn: {messages:?}");
    ensure!(
        messages
            .iter()
            .all(|message| message.get("clusteratlas").is_some_and(|version| *version == 1)),
        "a message without version: {messages:?}"
    );
    Ok(())
}

async fn the_first_words_are_there_before_the_code(page: &Page) -> Result<()> {
    let total = page.recount()?.total();
    let html = page.site.text("index.html")?;
    ensure!(
        html.contains(&format!(">{total} Kooperationen von ")),
        "the sentence is not part of the page itself"
    );
    ensure!(html.contains("<h1"), "the page itself has no heading");
    Ok(())
}
