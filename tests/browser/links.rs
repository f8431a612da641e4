//! The reader follows links, sends them on, and goes back and forward.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    a_link_restores_view_filters_selection_and_camera,
    a_link_restores_the_list,
    parts_that_are_not_understood_are_reported_and_ignored,
    back_and_forward_walk_through_the_steps,
    an_edited_address_is_followed,
];

const DEEP: &str = "lang=en&theme=photonics&country=JP&sel=country:JP&at=36,138,5";

async fn a_link_restores_view_filters_selection_and_camera(page: &Page) -> Result<()> {
    page.open(&format!("#{DEEP}")).await?;
    let matches = page.recount()?.on_theme_with("photonics", "JP");
    page.see_sentence(&format!("{matches} cooperations on Optics & photonics "))
        .await?;
    page.see_chips(&["Remove filter Optics & photonics", "Remove filter Japan"])
        .await?;
    page.see_detail("Japan").await?;
    page.see_in_detail(&format!("{matches} of ")).await?;
    // Around 36° N, 138° E at level 5 there is Japan, and Germany is far outside.
    page.see_that("marks of Japan are in the map and Germany is not", async || {
        let inside: Vec<String> = page.ask(MARKS_INSIDE, vec![]).await?;
        Ok(!inside.is_empty() && !inside.iter().any(|mark| mark.contains("Germany")))
    })
    .await?;
    page.see_drawing().await?;
    page.see_fragment(DEEP).await
}

/// The names of the marks within the frame of the map.
const MARKS_INSIDE: &str = "const map = document.querySelector('[role=region][aria-describedby]');
    const frame = map.getBoundingClientRect();
    return find('button', null, map).filter((mark) => {
        const box = mark.getBoundingClientRect();
        return box.right > frame.left && box.left < frame.right && box.bottom > frame.top && box.top < frame.bottom;
    }).map(nameOf)";

async fn a_link_restores_the_list(page: &Page) -> Result<()> {
    page.open("#view=list&theme=health").await?;
    let health = page.recount()?.on_theme("health");
    page.see_sentence(&format!("{health} Kooperationen zum Thema "))
        .await?;
    let map: usize = page
        .ask(
            "return find('region', arguments[0]).length",
            vec![json!("Weltkarte der Kooperationen")],
        )
        .await?;
    ensure!(map == 0, "the list view shows the map");
    let tab: String = page
        .ask(
            "return nameOf(find('tab', null).find((tab) => tab.getAttribute('aria-selected') === 'true'))",
            vec![],
        )
        .await?;
    ensure!(tab == "Liste", "the open tab is {tab}");
    Ok(())
}

async fn parts_that_are_not_understood_are_reported_and_ignored(page: &Page) -> Result<()> {
    page.open("#theme=photonics,alchemy&colour=red&country=XX&view=opera&at=north&sel=cluster:nobody")
        .await?;
    let photonics = page.recount()?.on_theme("photonics");
    page.see_sentence(&format!("{photonics} Kooperationen ")).await?;
    let notice = "Ein Teil des Links wurde nicht verstanden und nicht beachtet: ";
    page.see_text(notice).await?;
    for part in [
        "alchemy",
        "colour = red",
        "XX",
        "view = opera",
        "at = north",
        "cluster:nobody",
    ] {
        page.see_text(part).await?;
    }
    page.press("Hinweis schließen").await?;
    page.see("whether the notice is there", false, async || {
        page.has("button", "Hinweis schließen").await
    })
    .await
}

async fn back_and_forward_walk_through_the_steps(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let all = format!("{} Kooperationen von ", recount.total());
    let photonics = format!("{} Kooperationen zum Thema ", recount.on_theme("photonics"));
    page.open("").await?;
    page.choose_theme("Optik & Photonik").await?;
    page.see_sentence(&photonics).await?;
    page.open_view("Liste").await?;
    page.see_fragment("view=list&theme=photonics").await?;

    page.go_back().await?;
    page.see_fragment("theme=photonics").await?;
    page.see_drawing().await?;
    page.go_back().await?;
    page.see_fragment("").await?;
    page.see_sentence(&all).await?;
    page.see_chips(&[]).await?;

    page.go_forward().await?;
    page.see_fragment("theme=photonics").await?;
    page.see_sentence(&photonics).await
}

async fn an_edited_address_is_followed(page: &Page) -> Result<()> {
    page.open("").await?;
    page.edit_address("theme=food&lang=en").await?;
    let food = page.recount()?.on_theme("food");
    page.see_sentence(&format!("{food} cooperations on Food & agriculture "))
        .await
}
