//! A dataset means harm: its texts stay texts, and the layout stands.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;
use crate::site::Site;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    markup_in_the_dataset_stays_text,
    long_names_do_not_break_the_layout
];

/// The site with a dataset, summaries and stories that mean harm.
pub(crate) fn site(page: &Page) -> Result<Site> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/hostile");
    let atlas = fs::read_to_string(folder.join("atlas.json"))?;
    let details = fs::read_to_string(folder.join("details.json"))?;
    let stories = stories_of(&atlas)?;
    page.site.with(&[
        ("data/atlas.json", &atlas),
        ("data/details.json", &details),
        ("data/stories.json", &stories),
    ])
}

/// Guided stories whose every text is one of the fixture's fields.
fn stories_of(atlas: &str) -> Result<String> {
    let atlas: Value = serde_json::from_str(atlas)?;
    let at = |pointer: &str| {
        atlas
            .pointer(pointer)
            .cloned()
            .with_context(|| pointer.to_owned())
    };
    let [script, image, style] = [0, 1, 2].map(|field| at(&format!("/fields/{field}/name_de")));
    let (script, image, style) = (script?, image?, style?);
    let text = json!([[{ "words": script, "record": "cluster:feindlich-skript" }, { "words": image }, { "words": style }]]);
    let step =
        json!({ "heading_de": script, "heading_en": image, "text_de": text, "text_en": text, "view": "" });
    let story = json!({
        "id": "feindlich", "title_de": image, "title_en": script, "date": "2020", "steps": [step], "sources": [],
    });
    let content = at("/dataset/content")?;
    Ok(json!({ "version": 1, "content": content, "stories": [story] }).to_string())
}

/// Views of the fixture in which its texts stand in other places.
const VIEWS: [&str; 7] = [
    "#lang=de",
    "#lang=en",
    "#lang=de&view=list",
    "#lang=de&sel=cluster:feindlich-skript",
    "#lang=de&sel=cluster:feindlich-lang",
    "#lang=en&sel=cooperation:feindlich-lang",
    "#lang=de&sel=cooperation:feindlich-skript",
];

async fn markup_in_the_dataset_stays_text(page: &Page) -> Result<()> {
    let site = site(page)?;
    for view in VIEWS {
        page.visit(&site, view).await?;
        page.see_ready().await?;
        page.see_that("the texts of the dataset", async || {
            page.ask(
                "return document.body.textContent.includes('onerror=alert')",
                vec![],
            )
            .await
        })
        .await?;
        let injected: Vec<String> = page
            .ask(
                "return [...document.querySelectorAll('body :is(script, img, iframe, object, embed, svg, style, b)')]
                    .map((element) => element.outerHTML.slice(0, 200))",
                vec![],
            )
            .await?;
        ensure!(
            injected.is_empty(),
            "{view} holds elements of the dataset: {injected:?}"
        );
        let addresses: Vec<String> = page
            .ask("return [...document.links].map((link) => link.protocol)", vec![])
            .await?;
        ensure!(
            addresses
                .iter()
                .all(|protocol| protocol == "http:" || protocol == "https:"),
            "{view} links elsewhere: {addresses:?}"
        );
    }
    Ok(())
}

async fn long_names_do_not_break_the_layout(page: &Page) -> Result<()> {
    let site = site(page)?;
    for (width, height) in [(1280, 900), (320, 640)] {
        page.resize(width, height).await?;
        for view in VIEWS {
            page.visit(&site, view).await?;
            page.see_ready().await?;
            page.see_fitting_width(&format!("{view} at {width} px")).await?;
        }
    }
    Ok(())
}
