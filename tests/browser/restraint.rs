//! The reader is left alone: pointing says no more than names do, no letter is a command, and nothing has to be dragged.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    pointing_says_no_more_than_names_do,
    what_pointing_shows_can_be_pointed_at_and_goes_with_escape,
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

/// Everything that the page says, line by line, and the names of what has one.
const LINES: &str = "return [document.body.innerText.split('\\n').map(words).filter(Boolean),
    [...document.querySelectorAll('[aria-label]')].map(nameOf)]";

/// What has appeared on the page since, apart from the names of its elements.
async fn news(page: &Page, before: &[String]) -> Result<Vec<String>> {
    let [lines, names]: [Vec<String>; 2] = page.ask(LINES, vec![]).await?;
    let is_named = |line: &String| names.iter().any(|name| name.contains(line.as_str()));
    let is_new = |line: &String| !before.contains(line) && !is_named(line);
    Ok(lines.into_iter().filter(is_new).collect())
}

async fn pointing_says_no_more_than_names_do(page: &Page) -> Result<()> {
    for view in [
        "",
        "#view=matrix",
        "#view=figures",
        "#view=list&theme=photonics",
        "#sel=country:JP",
    ] {
        page.open(view).await?;
        page.see_that("the whole page", async || {
            let [lines, _]: [Vec<String>; 2] = page.ask(LINES, vec![]).await?;
            Ok(!lines.iter().any(|line| line.contains("wird geladen")))
        })
        .await?;
        let titles: Vec<String> = page.ask(TITLES, vec![]).await?;
        ensure!(
            titles.is_empty(),
            "{view}: titles say more than names: {titles:?}"
        );
        let [before, _]: [Vec<String>; 2] = page.ask(LINES, vec![]).await?;
        let targets: Vec<[i64; 2]> = page.ask(TARGETS, vec![]).await?;
        ensure!(targets.len() > 10, "{view}: there is little to point at");
        for [x, y] in targets {
            let moves =
                json!([{ "type": "pointerMove", "x": x, "y": y }, { "type": "pause", "duration": 60 }]);
            let pointer = json!({ "type": "pointer", "id": "mouse", "actions": moves });
            page.command("input.performActions", json!({ "actions": [pointer] }))
                .await?;
            let news = news(page, &before).await?;
            ensure!(news.is_empty(), "{view}: pointing at {x}, {y} says {news:?}");
        }
    }
    Ok(())
}

/// Moves the mouse, and rests there for so many milliseconds.
async fn rest_at(page: &Page, [x, y]: [i64; 2], rest_ms: u32) -> Result<()> {
    let moves = json!([
        { "type": "pointerMove", "x": x, "y": y, "duration": 80 },
        { "type": "pause", "duration": rest_ms },
    ]);
    let pointer = json!({ "type": "pointer", "id": "mouse", "actions": moves });
    page.command("input.performActions", json!({ "actions": [pointer] }))
        .await
        .map(drop)
}

/// The middle of what a selector finds.
async fn middle_of(page: &Page, selector: &str) -> Result<[i64; 2]> {
    page.ask(
        "const box = document.querySelector(arguments[0]).getBoundingClientRect();
         return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]",
        vec![json!(selector)],
    )
    .await
}

async fn what_pointing_shows_can_be_pointed_at_and_goes_with_escape(page: &Page) -> Result<()> {
    /// Longer than what was touched stays lit up after the pointer has left it.
    const LONG_MS: u32 = 900;
    const HINT: &str = ".map__hint";
    let is_shown = async || {
        page.ask::<bool>(
            "return !document.querySelector(arguments[0]).hidden",
            vec![json!(HINT)],
        )
        .await
    };
    page.open("#theme=photonics").await?;
    page.element_like("button", "Deutschland").await?;
    let mark = middle_of(page, "#mark-germany").await?;
    rest_at(page, mark, 0).await?;
    page.see("whether the words beside the mark are shown", true, is_shown)
        .await?;
    let hint = middle_of(page, HINT).await?;
    rest_at(page, hint, LONG_MS).await?;
    ensure!(is_shown().await?, "the words go while the pointer rests on them");
    page.type_key(thirtyfour::Key::Escape).await?;
    page.see("whether the words are shown after Escape", false, is_shown)
        .await?;
    rest_at(page, mark, 0).await?;
    page.see("whether the words are shown again", true, is_shown)
        .await?;
    rest_at(page, [mark[0], mark[1] + 180], 0).await?;
    page.see("whether the words stay", false, is_shown).await
}

async fn no_letter_is_a_command(page: &Page) -> Result<()> {
    page.open("#sel=country:JP&theme=photonics").await?;
    page.see_detail("Japan").await?;
    page.see_resting().await?;
    let look = "return [location.hash, document.querySelectorAll('dialog[open]').length, document.activeElement.tagName]";
    page.ask::<Value>("document.activeElement.blur(); return null", vec![])
        .await?;
    let before: Value = page.ask(look, vec![]).await?;
    let [lines, _]: [Vec<String>; 2] = page.ask(LINES, vec![]).await?;
    let signs = ('a'..='z').chain('0'..='9').chain(['+', '-', '?', '.', '/', '#']);
    let presses: Vec<Value> = signs
        .flat_map(|sign| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": sign.to_string() })))
        .collect();
    let keys = json!({ "type": "key", "id": "keys", "actions": presses });
    page.command("input.performActions", json!({ "actions": [keys] }))
        .await?;
    page.see("what the page shows", before, async || {
        page.ask(look, vec![]).await
    })
    .await?;
    let news = news(page, &lines).await?;
    ensure!(news.is_empty(), "a letter has brought {news:?}");
    Ok(())
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
