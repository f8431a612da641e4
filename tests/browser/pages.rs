//! The reader wants to know who answers for the site, what becomes of their data, and how accessible it is; and the
//! known limits that the accessibility statement names are there.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::accessibility;
use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    every_page_leads_to_the_pages_about_the_site,
    the_compact_form_opens_the_pages_in_a_tab_of_their_own,
    an_english_reader_is_led_to_english_pages.speaking("en"),
    without_scripts_the_pages_are_reached_and_read.without_scripts(),
    what_is_said_about_the_atlas_leads_to_the_change_log,
    a_failure_leads_to_the_pages_too,
    pages_have_a_language_a_heading_and_landmarks,
    axe_finds_nothing_on_the_pages,
    lines_of_the_map_are_a_drawing,
    wide_tables_scroll_sideways_on_a_narrow_page,
    titles_of_sources_do_not_say_their_language,
];

const PAGES: [&str; 7] = [
    "barrierefreiheit.html",
    "barrierefreiheit.en.html",
    "leichte-sprache.html",
    "datenschutz.html",
    "datenschutz.en.html",
    "aenderungen.html",
    "aenderungen.en.html",
];

/// What every page in German leads to: words and address. Nobody has written a legal notice here.
const LINKS: [[&str; 2]; 4] = [
    ["Erklärung zur Barrierefreiheit", "barrierefreiheit.html"],
    ["Leichte Sprache", "leichte-sprache.html"],
    ["Datenschutz", "datenschutz.html"],
    ["Alle Lizenztexte", "licences.txt"],
];

/// What the foot of every page beside the atlas leads to besides.
const CHANGES: [&str; 2] = ["Änderungen am Datensatz", "aenderungen.html"];

/// Words and addresses of the links at the foot that lead to other pages of the site.
async fn links(page: &Page) -> Result<Vec<[String; 2]>> {
    page.ask(
        "return [...document.querySelectorAll('footer :is(#pages, #pages-compact, nav) a')].filter(seen)
             .map((link) => [nameOf(link), link.getAttribute('href')])",
        vec![],
    )
    .await
}

async fn see_links(page: &Page, expected: &[[&str; 2]]) -> Result<()> {
    let expected: Vec<[String; 2]> = expected.iter().map(|link| link.map(str::to_owned)).collect();
    page.see("the links at the foot", expected, async || links(page).await)
        .await
}

async fn every_page_leads_to_the_pages_about_the_site(page: &Page) -> Result<()> {
    page.open("").await?;
    see_links(page, &LINKS).await?;
    // The links follow the language of the page, and lead somewhere.
    page.press("English").await?;
    page.see_that("the English links", async || {
        let links = links(page).await?;
        Ok(links
            .iter()
            .any(|[words, address]| words == "Privacy" && address == "datenschutz.en.html"))
    })
    .await?;
    for path in [
        "table.html",
        "barrierefreiheit.html",
        "leichte-sprache.html",
        "datenschutz.html",
    ] {
        page.visit(&page.site, path).await?;
        see_links(page, &[&LINKS[..], &[CHANGES]].concat()).await?;
    }
    page.click("link", "Leichte Sprache").await?;
    page.see_that("the page in Leichter Sprache", async || {
        page.has("heading", "Der Cluster-Atlas in Leichter Sprache").await
    })
    .await?;
    page.click("link", "Zum Clusteratlas").await?;
    page.see_ready().await
}

async fn what_is_said_about_the_atlas_leads_to_the_change_log(page: &Page) -> Result<()> {
    let atlas: Value = serde_json::from_str(&page.site.text("data/atlas.json")?)?;
    let version = atlas.pointer("/dataset/version").and_then(Value::as_str);
    let version = version.context("no version")?;
    for (language, about, link, heading) in [
        (
            "",
            "Über den Atlas",
            "Änderungen am Datensatz",
            format!("Fassung {version} vom "),
        ),
        (
            "#lang=en",
            "About the atlas",
            "Changes to the dataset",
            format!("Version {version} of "),
        ),
    ] {
        page.open(language).await?;
        page.press(about).await?;
        page.click("link", link).await?;
        page.see_that(&heading, async || {
            let headings = page.names("heading").await?;
            Ok(headings.first().is_some_and(|first| first == link)
                && headings.get(1).is_some_and(|second| second.starts_with(&heading)))
        })
        .await?;
    }
    Ok(())
}

async fn the_compact_form_opens_the_pages_in_a_tab_of_their_own(page: &Page) -> Result<()> {
    page.open("#embed=1").await?;
    let spoken = LINKS.map(|[words, address]| [format!("{words} (neuer Tab)"), address.to_owned()]);
    page.see("the links at the foot", spoken.to_vec(), async || {
        links(page).await
    })
    .await?;
    let stay: Vec<String> = page
        .ask(
            "return [...document.querySelectorAll('#pages-compact a')].map((link) => `${link.target} ${link.rel}`)",
            vec![],
        )
        .await?;
    ensure!(stay.iter().all(|way| way == "_blank noopener"), "{stay:?}");
    // Both forms of the page have their own links, whichever comes first.
    page.edit_address("").await?;
    see_links(page, &LINKS).await
}

async fn an_english_reader_is_led_to_english_pages(page: &Page) -> Result<()> {
    page.open("").await?;
    see_links(
        page,
        &[
            ["Accessibility statement", "barrierefreiheit.en.html"],
            ["Easy language (in German)", "leichte-sprache.html"],
            ["Privacy", "datenschutz.en.html"],
            ["All licence texts", "licences.txt"],
        ],
    )
    .await
}

async fn without_scripts_the_pages_are_reached_and_read(page: &Page) -> Result<()> {
    page.visit(&page.site, "").await?;
    let link = page.element("link", "Erklärung zur Barrierefreiheit").await?;
    link.click().await?;
    page.element("heading", "Erklärung zur Barrierefreiheit").await?;
    page.element("heading", "Was nicht barrierefrei ist").await?;
    page.element("link", "This page in English")
        .await?
        .click()
        .await?;
    page.element("heading", "What is not accessible").await?;
    Ok(())
}

async fn a_failure_leads_to_the_pages_too(page: &Page) -> Result<()> {
    let site = page.site.with(&[("data/atlas.json", "{")])?;
    page.visit(&site, "").await?;
    page.see_that("the failure", async || Ok(!page.names("alert").await?.is_empty()))
        .await?;
    see_links(page, &LINKS).await
}

async fn pages_have_a_language_a_heading_and_landmarks(page: &Page) -> Result<()> {
    for path in PAGES {
        page.visit(&page.site, path).await?;
        let found: Value = page
            .ask(
                "const count = (selector) => document.querySelectorAll(selector).length;
                 return { language: document.documentElement.lang, titled: document.title.endsWith(' – Clusteratlas'),
                     first: document.querySelector('h1, h2, h3, h4').tagName, scripts: count('script'),
                     counts: ['h1', 'body > header', 'main', 'body > footer'].map(count) }",
                vec![],
            )
            .await?;
        let language = if path.contains(".en.") { "en" } else { "de" };
        let expected = json!({
            "language": language, "titled": true, "first": "H1", "scripts": 0, "counts": [1, 1, 1, 1],
        });
        ensure!(found == expected, "{path}: {found}");
    }
    Ok(())
}

async fn axe_finds_nothing_on_the_pages(page: &Page) -> Result<()> {
    for (width, height) in [(1280, 800), (320, 640)] {
        page.resize(width, height).await?;
        for path in PAGES {
            page.visit(&page.site, path).await?;
            accessibility::check(page, path).await?;
            page.see_fitting_width(path).await?;
        }
    }
    Ok(())
}

/// Lines are on canvases, which say nothing, and no element of the map stands for one.
async fn lines_of_the_map_are_a_drawing(page: &Page) -> Result<()> {
    page.open("").await?;
    page.see_drawing().await?;
    let spoken: Vec<String> = page
        .ask(
            "const canvases = [...document.querySelectorAll('[role=region] canvas')];
             if (canvases.length === 0) return ['no canvas'];
             return canvases.filter((canvas) => canvas.hasAttribute('role') || canvas.hasAttribute('aria-label')
                 || canvas.childNodes.length > 0).map((canvas) => canvas.outerHTML)",
            vec![],
        )
        .await?;
    ensure!(
        spoken.is_empty(),
        "the lines are spoken; take the limit out of data/accessibility.toml: {spoken:?}"
    );
    Ok(())
}

async fn wide_tables_scroll_sideways_on_a_narrow_page(page: &Page) -> Result<()> {
    page.resize(320, 640).await?;
    let scrolls = "const table = find('table', null)[0];
        const frame = table?.closest('[tabindex=\"0\"]');
        return frame ? [frame.scrollWidth > frame.clientWidth, frame.getAttribute('role') === 'region'] : []";
    page.open("#view=matrix").await?;
    page.see(
        "whether the matrix scrolls in a region",
        vec![true, true],
        async || page.ask(scrolls, vec![]).await,
    )
    .await?;
    page.visit(&page.site, "table.html").await?;
    page.see(
        "whether the table scrolls in a region",
        vec![true, true],
        async || page.ask(scrolls, vec![]).await,
    )
    .await
}

async fn titles_of_sources_do_not_say_their_language(page: &Page) -> Result<()> {
    page.open("#sel=cooperation:strength-kolumbien-leipzig").await?;
    page.see_in_detail("Quellen").await?;
    page.see_that("links to sources without a language", async || {
        page.ask(
            "const links = [...document.querySelectorAll('aside a[href^=http]')];
             return links.length > 0 && links.every((link) => link.closest('[lang]') === document.documentElement)",
            vec![],
        )
        .await
    })
    .await
}
