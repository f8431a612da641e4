//! The reader opens the site and sees what it is about.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    the_page_shows_sentence_marks_and_map,
    marks_stand_apart_and_on_their_places,
    the_page_says_that_it_is_ready,
    the_first_words_are_there_before_the_code,
    details_are_asked_for_once_and_after_the_first_drawing,
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
    page.see_caption(&format!("12 von {total} Kooperationen, neueste zuerst"))
        .await?;
    ensure!(!page.row_titles().await?.is_empty(), "the table is empty");
    Ok(())
}

/// Every mark's shape is centred on its button, and no two shapes touch.
const MISPLACED: &str = "
    const marks = [...document.querySelectorAll('.mark')].map((button) => {
      const middle = (box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2, radius: box.width / 2 });
      return {
        name: button.getAttribute('aria-label'),
        place: middle(button.getBoundingClientRect()),
        shape: middle(button.querySelector('.mark__shape').getBoundingClientRect()),
      };
    });
    const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
    const aside = marks.filter((mark) => distance(mark.place, mark.shape) > 1).map((mark) => mark.name);
    const touching = marks.flatMap((mark, position) => marks.slice(0, position)
      .filter((other) => distance(mark.shape, other.shape) < mark.shape.radius + other.shape.radius)
      .map((other) => `${mark.name} and ${other.name}`));
    return [...aside, ...touching];
";

async fn marks_stand_apart_and_on_their_places(page: &Page) -> Result<()> {
    page.open("").await?;
    page.see_drawing().await?;
    ensure!(page.marks().await?.len() > 10, "few marks");
    let misplaced: Vec<String> = page.ask(MISPLACED, Vec::new()).await?;
    ensure!(misplaced.is_empty(), "marks aside or touching: {misplaced:?}");
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
    // Pages that listen to Datawrapper's frames already understand the height in its form too.
    let has_version = |message: &&Value| {
        message.get("clusteratlas").is_some_and(|version| *version == 1)
            || message.get("datawrapper-height").is_some()
    };
    ensure!(
        messages.iter().all(|message| has_version(&message)),
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

/// Notes when the page first says that it has drawn; hearing the message would be too late to compare.
const NOTE_DRAWN: &str = "() => {
    const post = window.postMessage;
    window.postMessage = function (message, ...others) {
        if (message?.type === 'drawn') window.firstDrawn ??= performance.now();
        return post.call(this, message, ...others);
    };
}";

async fn details_are_asked_for_once_and_after_the_first_drawing(page: &Page) -> Result<()> {
    page.run_before_pages(NOTE_DRAWN).await?;
    page.open("").await?;
    let asked: Vec<f64> = page
        .await_some("request for the details", async || {
            let asked: Vec<f64> = page
                .evaluate(
                    "performance.getEntriesByType('resource')
                        .filter(({ name }) => name.endsWith('/data/details.json')).map(({ startTime }) => startTime)",
                )
                .await?;
            Ok((!asked.is_empty()).then_some(asked))
        })
        .await?;
    let drawn: f64 = page.evaluate("window.firstDrawn").await?;
    ensure!(
        asked.iter().all(|asked| *asked >= drawn) && asked.len() == 1,
        "drawn after {drawn} ms, details asked for after {asked:?} ms"
    );
    Ok(())
}
