//! The reader turns the wheel over the map.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;
use crate::story::{Story, stories};

/// The name of the map.
const MAP: &str = "Weltkarte der Kooperationen";

pub(crate) const STORIES: &[Story] = stories![
    the_wheel_scrolls_the_page_while_the_map_has_no_focus,
    the_wheel_with_ctrl_zooms_the_map,
    the_wheel_zooms_the_map_that_has_the_focus,
];

async fn the_wheel_scrolls_the_page_while_the_map_has_no_focus(page: &Page) -> Result<()> {
    page.open("").await?;
    page.turn_wheel_over_map(240, false).await?;
    page.see_that("the page is scrolled", async || {
        Ok(page.layout().await?.top > 50.0)
    })
    .await?;
    // The map would have told of its move by the time it answers.
    page.post(json!({ "clusteratlas": 1, "type": "get" })).await?;
    page.see_fragment("").await
}

async fn the_wheel_with_ctrl_zooms_the_map(page: &Page) -> Result<()> {
    page.open("").await?;
    page.turn_wheel_over_map(-240, true).await?;
    see_zoomed_in(page).await
}

async fn the_wheel_zooms_the_map_that_has_the_focus(page: &Page) -> Result<()> {
    page.open("").await?;
    page.ask::<Value>(
        "find('region', arguments[0])[0].focus(); return null",
        vec![json!(MAP)],
    )
    .await?;
    page.turn_wheel_over_map(-240, false).await?;
    see_zoomed_in(page).await
}

/// Waits until the link carries a nearer camera, and checks that the page stayed where it was.
async fn see_zoomed_in(page: &Page) -> Result<()> {
    let level = page
        .await_some("camera in the link", async || {
            let fragment = page.fragment().await?;
            let camera = fragment.strip_prefix("at=").map(str::to_owned);
            Ok(camera.and_then(|camera| camera.rsplit(',').next()?.parse::<f64>().ok()))
        })
        .await?;
    ensure!(level > 1.5, "the zoom level is {level}");
    let top = page.layout().await?.top;
    ensure!(top.abs() < 1.0, "the page was scrolled to {top}");
    Ok(())
}
