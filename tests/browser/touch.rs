//! The reader has a touch screen: targets are as large as a finger, and where two lie under it the nearer is meant.

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    marks_are_as_large_as_a_finger.by_touch(),
    a_tap_on_two_marks_opens_the_nearer.by_touch(),
];

/// Where marks of records stand close.
const VIEWS: [&str; 4] = ["at=51,10,7", "at=50,11,8", "at=36,138,5", "at=40,-95,5"];

async fn marks_are_as_large_as_a_finger(page: &Page) -> Result<()> {
    page.open("").await?;
    page.see_drawing().await?;
    let small: Vec<String> = page
        .ask(
            "return [...document.querySelectorAll('[data-mark]')].filter((mark) => {
                 const { width, height } = mark.getBoundingClientRect();
                 return Math.min(width, height) < 43.9;
             }).map(nameOf)",
            vec![],
        )
        .await?;
    ensure!(small.is_empty(), "marks that are hard to hit: {small:?}");
    Ok(())
}

/// A point that lies on two marks, nearer to the one that lies under the other.
#[derive(Debug, Deserialize)]
struct Doubtful {
    point: [i64; 2],
    nearer: String,
}

/// A point nearer to a mark of a record than to any other, on which another mark is seen to lie.
const DOUBTFUL: &str = "
    const map = document.querySelector('[role=region][aria-describedby]');
    map.scrollIntoView({ block: 'center', behavior: 'instant' });
    const frame = map.getBoundingClientRect();
    const marks = [...map.querySelectorAll('[data-mark]')].map((button) => {
        const box = button.getBoundingClientRect();
        return { button, x: box.x + box.width / 2, y: box.y + box.height / 2, name: nameOf(button) };
    });
    const distance = (mark, [x, y]) => Math.hypot(mark.x - x, mark.y - y);
    for (const mark of marks) {
        if (mark.button.classList.contains('mark--gathers')) continue;
        for (const other of marks) {
            const apart = distance(mark, [other.x, other.y]);
            if (other === mark || apart >= 44) continue;
            for (const part of [0.46, 0.42, 0.38]) {
                const point = [mark.x + part * (other.x - mark.x), mark.y + part * (other.y - mark.y)].map(Math.round);
                const ranked = [...marks].sort((a, b) => distance(a, point) - distance(b, point));
                const top = document.elementFromPoint(...point)?.closest('[data-mark]');
                const inside = point[0] > frame.left && point[0] < frame.right && point[1] > frame.top && point[1] < frame.bottom;
                if (inside && ranked[0] === mark && distance(mark, point) < 21.5 && top && top !== mark.button
                    && distance(ranked[1], point) - distance(mark, point) > 1.5) {
                    return { point, nearer: mark.name };
                }
            }
        }
    }
    return null;
";

async fn a_tap_on_two_marks_opens_the_nearer(page: &Page) -> Result<()> {
    for view in VIEWS {
        page.open(&format!("#{view}")).await?;
        page.see_drawing().await?;
        page.see_resting().await?;
        let found: Option<Doubtful> = page.ask(DOUBTFUL, vec![]).await?;
        let Some(doubtful) = found else { continue };

        // The keyboard cannot miss: it says what the mark opens.
        page.ask::<()>(
            "[...document.querySelectorAll('[data-mark]')].find((mark) => nameOf(mark) === arguments[0]).focus()",
            vec![json!(doubtful.nearer)],
        )
        .await?;
        page.type_key(Key::Enter).await?;
        let opened = selection(page).await?;

        page.open(&format!("#{view}")).await?;
        page.see_drawing().await?;
        page.see_resting().await?;
        let again: Option<Doubtful> = page.ask(DOUBTFUL, vec![]).await?;
        let again = again.with_context(|| format!("{doubtful:?} has gone"))?;
        ensure!(
            again.nearer == doubtful.nearer,
            "{again:?} instead of {doubtful:?}"
        );
        page.tap(again.point).await?;
        let tapped = selection(page).await?;
        ensure!(
            tapped == opened,
            "{doubtful:?}: a tap opens {tapped}, not {opened}"
        );
        return Ok(());
    }
    anyhow::bail!("no view has two marks under one finger")
}

/// What is open, as the link says it.
async fn selection(page: &Page) -> Result<String> {
    page.await_some("an open record", async || {
        let fragment = page.fragment().await?;
        Ok(fragment
            .split('&')
            .find(|part| part.starts_with("sel="))
            .map(str::to_owned))
    })
    .await
}
