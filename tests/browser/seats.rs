//! The reader looks for clusters whose seat is not known: they are there, and the page says what is not known.

use anyhow::{Context as _, Result, ensure};

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    a_cluster_without_a_seat_is_found_by_its_state,
    a_cluster_without_any_place_is_found_and_says_so,
    the_map_marks_what_it_does_not_know,
];

async fn a_cluster_without_a_seat_is_found_by_its_state(page: &Page) -> Result<()> {
    page.open("").await?;
    page.choose("Bundesländer", "Sachsen").await?;
    page.see_fragment("state=DE-SN").await?;
    page.press("AMZ Sachsen").await?;
    page.see_detail("AMZ Sachsen – Netzwerk Automobilzulieferer Sachsen")
        .await?;
    page.see_in_detail("Der Sitz ist nicht bekannt; auf der Karte steht das Cluster bei seinem Bundesland.")
        .await
}

async fn a_cluster_without_any_place_is_found_and_says_so(page: &Page) -> Result<()> {
    page.open("#state=none&view=list").await?;
    page.press("AgWa4Food").await?;
    page.see_detail("AgWa4Food (internationales ZIM-Netzwerk)")
        .await?;
    page.see_in_detail("Sitz und Bundesland sind nicht bekannt").await
}

async fn the_map_marks_what_it_does_not_know(page: &Page) -> Result<()> {
    page.open("#at=51,12.5,7").await?;
    let mark = page
        .await_some("mark of a seat that is not known", async || {
            Ok(page
                .marks()
                .await?
                .into_iter()
                .find(|mark| mark.contains("Sachsen (Ort nicht bekannt)")))
        })
        .await?;
    let count = mark
        .rsplit(": ")
        .next()
        .and_then(|words| words.split(' ').next()?.parse::<u32>().ok());
    ensure!(count.context("a mark without a number")? > 0, "{mark}");
    Ok(())
}
