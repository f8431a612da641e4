//! The map moves on and on, as another page or a fast hand moves it.

use anyhow::{Result, ensure};
use serde::Deserialize;

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![the_map_follows_a_journey_and_settles_where_it_ends];

/// Sets another camera in every frame for two seconds, from the Atlantic to Germany; says where it ended, and
/// where marks stood on the way.
const JOURNEY: &str = "(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const start = performance.now();
    const places = new Set();
    let state, sent = 0;
    for (let part = 0; part < 1; sent += 1) {
        part = Math.min(1, (performance.now() - start) / 2000);
        const camera = [30 + 21 * part, -40 + 50 * part, 2.5 + 3.5 * part];
        state = 'at=' + camera.map((number) => Number(number.toFixed(2))).join(',');
        window.postMessage({ clusteratlas: 1, type: 'set', state }, '*');
        await frame();
        const mark = document.querySelector('[data-mark]');
        const box = mark?.getBoundingClientRect();
        if (box) places.add(`${box.x.toFixed(1)} ${box.y.toFixed(1)}`);
    }
    return { state, sent, places: places.size };
})()";

#[derive(Debug, Deserialize)]
struct Journey {
    state: String,
    sent: usize,
    places: usize,
}

async fn the_map_follows_a_journey_and_settles_where_it_ends(page: &Page) -> Result<()> {
    page.open("#at=30,-40,2.5").await?;
    page.see_drawing().await?;
    let journey: Journey = page.evaluate(JOURNEY).await?;
    let Journey { state, sent, places } = &journey;
    ensure!(*places > sent / 4, "the marks stand still: {journey:?}");
    page.see_that("`drawn` of the end", async || {
        Ok(page.messages().await?.iter().any(|message| {
            let has = |name: &str, value: &str| message.get(name).is_some_and(|own| own == value);
            has("type", "drawn") && has("state", state)
        }))
    })
    .await?;
    // A second is long enough for the groups, the names and the address to settle.
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    ensure!(
        page.fragment().await? == *state,
        "the address is behind: {}",
        page.fragment().await?
    );
    let arrived = sorted(page).await?;
    page.see_drawing().await?;

    page.open(&format!("#{state}")).await?;
    page.see_drawing().await?;
    page.see_resting().await?;
    let direct = sorted(page).await?;
    ensure!(
        !direct.is_empty() && arrived.len() == direct.len(),
        "{arrived:?} instead of {direct:?}"
    );
    for (arrived, direct) in arrived.iter().zip(&direct) {
        let distance = (arrived.1 - direct.1).hypot(arrived.2 - direct.2);
        // Leaflet rounds every move to whole pixels.
        ensure!(
            arrived.0 == direct.0 && distance < 2.5,
            "{arrived:?} instead of {direct:?}"
        );
    }
    Ok(())
}

/// The marks well within the map, with their places, by name; their order in the page means nothing.
async fn sorted(page: &Page) -> Result<Vec<(String, f64, f64)>> {
    let mut marks = page.marks_in_place().await?;
    let [left, top, right, bottom]: [f64; 4] = page
        .ask(
            "const box = document.querySelector('[role=region][aria-describedby]').getBoundingClientRect();
             return [box.left, box.top, box.right, box.bottom]",
            vec![],
        )
        .await?;
    // Beyond the edge a pixel decides whether a mark is there.
    let inside = |at: f64, from: f64, to: f64| at > from && at < to;
    marks.retain(|&(_, x, y)| inside(x, left + 5.0, right - 5.0) && inside(y, top + 5.0, bottom - 5.0));
    marks.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    Ok(marks)
}
