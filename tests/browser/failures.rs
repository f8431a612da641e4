//! Something is broken: the reader is told what, and gets the table.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::By;

use crate::page::Page;
use crate::site::Site;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    a_missing_dataset_is_reported_with_a_way_to_the_table,
    a_damaged_dataset_is_reported_with_a_way_to_the_table,
    a_dataset_of_a_future_version_is_reported,
    one_bad_record_is_left_out_counted_and_listed,
    a_missing_program_shows_the_table,
    a_forbidden_program_shows_the_table,
    without_scripts_there_is_a_link_to_the_table.without_scripts(),
    a_missing_world_leaves_marks_and_connections,
    content_that_does_not_arrive_is_told_and_can_be_asked_for_again,
];

const HEADING: &str = "Der Datensatz kann nicht angezeigt werden";

async fn see_failure(page: &Page, site: &Site, reason: &str) -> Result<()> {
    page.visit(site, "").await?;
    page.see_that("the heading of the failure", async || {
        page.has("heading", HEADING).await
    })
    .await?;
    page.see_text(reason).await?;
    page.click("link", "Tabelle der Cluster und Kooperationen")
        .await?;
    see_table(page, "table.html").await
}

/// Waits until the plain table is the page, with every cooperation.
async fn see_table(page: &Page, path: &str) -> Result<()> {
    page.see_that(&format!("{path} is open"), async || {
        Ok(page.browser.session.current_url().await?.path().ends_with(path))
    })
    .await?;
    let html = page.site.text(path)?;
    ensure!(
        html.contains("01DN16011") || html.contains("Bucaramanga"),
        "{path} lacks a cooperation"
    );
    Ok(())
}

async fn a_missing_dataset_is_reported_with_a_way_to_the_table(page: &Page) -> Result<()> {
    page.journal().expect("404");
    let site = page.site.without("data/atlas.json")?;
    see_failure(
        page,
        &site,
        "Die Datei data/atlas.json konnte nicht geladen werden",
    )
    .await
}

async fn a_damaged_dataset_is_reported_with_a_way_to_the_table(page: &Page) -> Result<()> {
    let text = page.site.text("data/atlas.json")?;
    let half: String = text.chars().take(text.chars().count() / 2).collect();
    let site = page.site.with(&[("data/atlas.json", &half)])?;
    see_failure(page, &site, "Die Datei data/atlas.json ist beschädigt (Zeile ").await
}

async fn a_dataset_of_a_future_version_is_reported(page: &Page) -> Result<()> {
    let text = page
        .site
        .text("data/atlas.json")?
        .replacen("\"version\":1", "\"version\":2", 1);
    let site = page.site.with(&[("data/atlas.json", &text)])?;
    see_failure(
        page,
        &site,
        "hat die Formatversion 2; dieses Programm liest Version 1.",
    )
    .await
}

async fn one_bad_record_is_left_out_counted_and_listed(page: &Page) -> Result<()> {
    let mut atlas: Value = serde_json::from_str(&page.site.text("data/atlas.json")?)?;
    let place = atlas
        .pointer_mut("/cooperations/3/partners/0/place")
        .context("no partner")?;
    *place = json!("nirgendwo");
    let site = page.site.with(&[("data/atlas.json", &atlas.to_string())])?;
    page.visit(&site, "").await?;
    page.see_ready().await?;
    page.see_sentence(&format!("{} Kooperationen ", page.recount()?.total() - 1))
        .await?;
    page.see_text("1 Eintrag der Datei nicht lesbar und ausgelassen")
        .await?;
    page.see_text("cooperations[3]").await?;
    page.see_text("nirgendwo").await
}

/// Waits until the opening page itself says why there is no map, and shows the table.
async fn see_table_instead(page: &Page) -> Result<()> {
    page.see_that("the heading of the failure", async || {
        page.has("heading", "Die Karte kann nicht gestartet werden").await
    })
    .await?;
    page.see_that("rows in the table", async || {
        let rows: usize = page
            .ask(
                "return document.querySelector('iframe').contentDocument?.querySelectorAll('tr').length ?? 0",
                vec![],
            )
            .await?;
        Ok(rows > page.recount()?.total())
    })
    .await?;
    page.click("link", "Tabelle der Cluster und Kooperationen")
        .await?;
    see_table(page, "table.html").await
}

async fn a_missing_program_shows_the_table(page: &Page) -> Result<()> {
    page.journal().expect("404");
    page.journal().expect("WebAssembly");
    page.journal().expect("wasm");
    let site = page.site.without(&page.site.named("data-program")?)?;
    page.visit(&site, "").await?;
    see_table_instead(page).await
}

async fn a_forbidden_program_shows_the_table(page: &Page) -> Result<()> {
    page.journal().expect("wasm");
    page.journal().expect("WebAssembly");
    // A second policy narrows the first: scripts may run, WebAssembly may not.
    let policy = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'\">";
    let html = page.site.text("index.html")?.replacen("<head>", policy, 1);
    let site = page.site.with(&[("index.html", &html)])?;
    page.visit(&site, "").await?;
    see_table_instead(page).await
}

async fn without_scripts_there_is_a_link_to_the_table(page: &Page) -> Result<()> {
    // Looked for by the driver itself: scripts of the tests do not run either.
    for (link, path) in [
        ("Tabelle der Cluster und Kooperationen", "table.html"),
        ("table of clusters and cooperations", "table.en.html"),
    ] {
        page.visit(&page.site, "").await?;
        page.browser
            .session
            .find(By::LinkText(link))
            .await?
            .click()
            .await?;
        see_table(page, path).await?;
    }
    Ok(())
}

async fn a_missing_world_leaves_marks_and_connections(page: &Page) -> Result<()> {
    page.journal().expect("404");
    page.journal().expect("data/world-coarse.bin");
    let site = page.site.without("data/world-coarse.bin")?;
    page.visit(&site, "").await?;
    page.see_ready().await?;
    let total = page.recount()?.total();
    page.see_mark("Deutschland", &format!("{total} Kooperationen"))
        .await
}

async fn content_that_does_not_arrive_is_told_and_can_be_asked_for_again(page: &Page) -> Result<()> {
    page.journal().expect("404");
    page.journal().expect("integrity");
    let later = &page.site.named("data-later")?;
    let site = page.site.without(later)?;
    page.visit(&site, "#sel=country:BR").await?;
    page.see_ready().await?;
    page.see_text("Dieser Teil der Seite konnte nicht geladen werden")
        .await?;
    site.put_back(later, &page.site)?;
    page.press("Erneut versuchen").await?;
    page.see_detail("Brasilien").await?;
    page.see_that("the focus where the content has come", async || {
        page.ask(
            "const active = document.activeElement;
             return active !== document.body && active.querySelector('table') !== null",
            vec![],
        )
        .await
    })
    .await?;
    page.press("Schließen").await?;
    page.see_no_detail().await?;
    page.click_mark("Brasilien: ").await?;
    page.see_detail("Brasilien").await?;
    page.see_focus("Brasilien").await
}
