//! The reader is left alone: nothing is said by pointing alone, no letter is a command, and nothing has to be dragged.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    pointing_alone_says_nothing_more,
    no_letter_is_a_command,
    buttons_do_what_dragging_and_pinching_do,
];

/// Middles of what can be pointed at inside the window, at most so many, spread over the page.
const TARGETS: &str = "
    const all = [...document.querySelectorAll('button, a[href], summary, svg a, td, [role=option]')].filter((element) => {
        const box = element.getBoundingClientRect();
        return seen(element) && box.width > 0 && box.top > 0 && box.bottom < innerHeight && box.left > 0 && box.right < innerWidth;
    });
    const step = Math.max(1, Math.ceil(all.length / 25));
    return all.filter((_, index) => index % step === 0).map((element) => {
        const box = element.getBoundingClientRect();
        return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
    })";

/// Titles that say more than the name of their element.
const TITLES: &str = "return [...document.querySelectorAll('[title]:not(iframe)')]
    .filter((element) => words(element.title) !== nameOf(element)).map((element) => element.outerHTML)";

const WORDS: &str = "return words(document.body.innerText)";

async fn pointing_alone_says_nothing_more(page: &Page) -> Result<()> {
    for view in [
        "",
        "#view=matrix",
        "#view=figures",
        "#view=list&theme=photonics",
        "#sel=country:JP",
    ] {
        page.open(view).await?;
        page.see_that("the whole page", async || {
            Ok(!page.ask::<String>(WORDS, vec![]).await?.contains("wird geladen"))
        })
        .await?;
        let titles: Vec<String> = page.ask(TITLES, vec![]).await?;
        ensure!(
            titles.is_empty(),
            "{view}: titles say more than names: {titles:?}"
        );
        let before: String = page.ask(WORDS, vec![]).await?;
        let targets: Vec<[i64; 2]> = page.ask(TARGETS, vec![]).await?;
        ensure!(targets.len() > 10, "{view}: there is little to point at");
        for [x, y] in targets {
            let moves =
                json!([{ "type": "pointerMove", "x": x, "y": y }, { "type": "pause", "duration": 60 }]);
            let pointer = json!({ "type": "pointer", "id": "mouse", "actions": moves });
            page.command("input.performActions", json!({ "actions": [pointer] }))
                .await?;
            let after: String = page.ask(WORDS, vec![]).await?;
            ensure!(
                after == before,
                "{view}: pointing at {x}, {y} makes of\n{before}\n{after}"
            );
        }
    }
    Ok(())
}

async fn no_letter_is_a_command(page: &Page) -> Result<()> {
    page.open("#sel=country:JP&theme=photonics").await?;
    page.see_detail("Japan").await?;
    let look = "return [location.hash, words(document.body.innerText), document.querySelectorAll('dialog[open]').length]";
    page.see_resting().await?;
    let before: Value = page.ask(look, vec![]).await?;
    page.ask::<Value>("document.activeElement.blur(); return null", vec![])
        .await?;
    for sign in ('a'..='z').chain('0'..='9').chain(['+', '-', '?', '.', '/', '#']) {
        page.type_words(&sign.to_string()).await?;
    }
    page.type_key(Key::Null).await?;
    page.see("what the page shows", before, async || {
        page.ask(look, vec![]).await
    })
    .await
}

/// Latitude, longitude and zoom of the map, as the link has them.
async fn camera(page: &Page) -> Result<Option<Vec<f64>>> {
    let fragment = page.fragment().await?;
    let at = fragment
        .split(['#', '&'])
        .find_map(|part| part.strip_prefix("at="));
    let numbers = at.map(|at| at.split(',').map(str::parse).collect::<Result<Vec<f64>, _>>());
    Ok(numbers.transpose()?)
}

async fn buttons_do_what_dragging_and_pinching_do(page: &Page) -> Result<()> {
    page.open("#at=50,10,4").await?;
    page.see_drawing().await?;
    page.press("Karte verschieben").await?;
    let mut before = vec![50.0, 10.0, 4.0];
    for (button, axis, grows) in [
        ("Nach rechts", 1, true),
        ("Nach links", 1, false),
        ("Nach oben", 0, true),
        ("Nach unten", 0, false),
        ("Vergrößern", 2, true),
        ("Verkleinern", 2, false),
    ] {
        page.press(button).await?;
        let from = before.clone();
        before = page
            .await_some(button, async || {
                let moved = camera(page).await?.filter(|at| *at != from);
                Ok(moved)
            })
            .await?;
        page.see_resting().await?;
        before = camera(page).await?.unwrap_or(before);
        let [from, to] = [&from, &before].map(|camera| camera.get(axis).copied());
        let (from, to) = (from.context("no axis")?, to.context("no axis")?);
        ensure!((to > from) == grows, "{button}: {from} becomes {to}");
    }
    Ok(())
}
