//! The reader uses a screen reader, a keyboard, or needs contrast: axe-core finds nothing in any state.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    axe_finds_nothing_in_any_view,
    axe_finds_nothing_on_narrow_pages,
    axe_finds_nothing_in_the_dark,
    axe_finds_nothing_in_the_table,
    axe_finds_nothing_in_a_failure,
    the_dialog_about_the_atlas_keeps_and_returns_the_focus,
];

/// Rules by their tags: WCAG 2.2 AA, EN 301 549 and axe-core's own advice.
const TAGS: &str = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549', 'best-practice']";

const VIEWS: [&str; 17] = [
    "",
    "#theme=photonics,health&programme=none",
    "#sel=cooperation:strength-kolumbien-leipzig",
    "#view=list",
    "#view=figures",
    "#lang=en&view=figures&theme=photonics&compare=theme%3Dhealth",
    "#view=list&sort=-title&theme=photonics",
    "#theme=security&country=MX",
    "#lang=en&sel=cluster:amz-sachsen&colour=red",
    "#view=matrix&country=FR,JP&match=all&from=2012&to=2019&undated=0",
    "#lang=en&view=figures&undated=only&q=japan",
    "#story=gesundheit-in-kooperation.2",
    "#lang=en&from=2016&to=2018&q=photonics&country=JP,FR&match=all",
    "#country=JP&compare=country%3DBR",
    "#view=matrix",
    "#lang=en&view=matrix&axes=state,country",
    "#view=brief&sel=country:JP",
];

async fn axe_finds_nothing_in_any_view(page: &Page) -> Result<()> {
    check_views(page, "").await
}

async fn axe_finds_nothing_on_narrow_pages(page: &Page) -> Result<()> {
    page.resize(320, 640).await?;
    check_views(page, "").await?;
    page.open("").await?;
    page.press("Filter anzeigen").await?;
    check(page, "filters on a narrow page").await
}

async fn axe_finds_nothing_in_the_dark(page: &Page) -> Result<()> {
    check_views(page, "appearance=dark").await
}

async fn axe_finds_nothing_in_the_table(page: &Page) -> Result<()> {
    for path in ["table.html", "table.en.html"] {
        page.visit(&page.site, path).await?;
        check(page, path).await?;
    }
    Ok(())
}

async fn axe_finds_nothing_in_a_failure(page: &Page) -> Result<()> {
    let site = page.site.with(&[("data/atlas.json", "{")])?;
    page.visit(&site, "").await?;
    page.see_that("the failure", async || Ok(!page.names("alert").await?.is_empty()))
        .await?;
    check(page, "failure").await
}

async fn the_dialog_about_the_atlas_keeps_and_returns_the_focus(page: &Page) -> Result<()> {
    page.open("").await?;
    page.press("Über den Atlas").await?;
    page.see_that("the dialog", async || page.has("dialog", "Über den Atlas").await)
        .await?;
    let inside: bool = page
        .ask(
            "return find('dialog', null)[0].contains(document.activeElement)",
            vec![],
        )
        .await?;
    ensure!(inside, "the focus is outside the dialog: {}", page.focus().await?);
    check(page, "dialog").await?;
    page.type_key(thirtyfour::Key::Escape).await?;
    page.see("whether the dialog is open", false, async || {
        page.has("dialog", "Über den Atlas").await
    })
    .await?;
    page.see_focus("Über den Atlas").await
}

/// Lets axe-core look at every view; `more` stands in each link.
async fn check_views(page: &Page, more: &str) -> Result<()> {
    let mut found = Vec::new();
    for view in VIEWS {
        let separator = if view.is_empty() { "#" } else { "&" };
        let fragment = if more.is_empty() {
            view.to_owned()
        } else {
            format!("{view}{separator}{more}")
        };
        page.open(&fragment).await?;
        found.extend(check(page, &fragment).await.err().map(|error| error.to_string()));
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// Lets axe-core look at the page as it is.
pub(crate) async fn check(page: &Page, state: &str) -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(&path)
        .with_context(|| format!("cannot read: {}; `npm ci` brings it", path.display()))?;
    let run = format!(
        "{axe}; const report = await axe.run(document, {{ runOnly: {TAGS}, resultTypes: ['violations'] }});
         return report.violations.map(({{ id, help, nodes }}) => `${{id}}: ${{help}}, at ${{nodes.length}}: `
             + nodes.slice(0, 2).map((node) => node.html.slice(0, 300) + ' — ' + node.failureSummary).join(' | '))"
    );
    let script = format!("return (async () => {{ {run} }})()");
    let returned = page.browser.session.execute(script, Vec::<Value>::new()).await?;
    let violations: Vec<String> = returned.convert()?;
    ensure!(violations.is_empty(), "axe-core in {state:?}: {violations:#?}");
    Ok(())
}
