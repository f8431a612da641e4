//! No string becomes markup or a script but the few that a library writes itself.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::hostile;
use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    nothing_of_the_dataset_is_written_as_markup,
    what_is_not_the_librarys_own_markup_is_refused
];

/// Notes every string that reaches a place where it would become markup or a script, and lets it through.
const RECORDER: &str = "() => {
    window.heardMarkup = [];
    const create = TrustedTypePolicyFactory.prototype.createPolicy;
    TrustedTypePolicyFactory.prototype.createPolicy = function (name) {
        const note = (text) => { window.heardMarkup.push(text); return text; };
        return create.call(this, name, { createHTML: note, createScript: note, createScriptURL: note });
    };
}";

/// Views in which texts of the dataset stand, and what shows that they stand there.
const VIEWS: [(&str, &str); 12] = [
    ("#lang=de", ".overview"),
    ("#lang=en&view=list", ".cooperation-list__table"),
    ("#lang=de&view=matrix", ".matrix__table"),
    ("#lang=de&view=figures", ".figures__charts svg"),
    ("#lang=en&view=brief", ".brief__sentence"),
    (
        "#lang=de&view=brief&sel=cluster:feindlich-skript",
        ".brief__sentence",
    ),
    ("#lang=de&sel=cluster:feindlich-skript", "#detail-heading"),
    ("#lang=en&sel=cooperation:feindlich-lang", "#detail-heading"),
    (
        "#lang=de&theme=photonics&compare=theme%3Dhealth",
        ".comparison__name",
    ),
    ("#lang=de&from=2000&to=2030", ".active-filters"),
    ("#lang=en&story=feindlich.1", ".story-panel__heading"),
    ("#lang=de&q=alert", ".active-filters"),
];

async fn nothing_of_the_dataset_is_written_as_markup(page: &Page) -> Result<()> {
    page.run_before_pages(RECORDER).await?;
    let site = hostile::site(page)?;
    let mut dataset = BTreeSet::new();
    for path in ["data/atlas.json", "data/details.json", "data/stories.json"] {
        collect(&serde_json::from_str(&site.text(path)?)?, &mut dataset);
    }
    ensure!(
        dataset.iter().any(|text| text.contains("onerror=alert")),
        "the dataset means no harm"
    );
    for (view, sign) in VIEWS {
        page.visit(&site, view).await?;
        page.see_ready().await?;
        page.see_that(&format!("{sign} at {view}"), async || {
            page.ask(
                "return [...document.querySelectorAll(arguments[0])].some(seen)",
                vec![json!(sign)],
            )
            .await
        })
        .await?;
        harmless(page, view, &dataset).await?;
    }
    page.visit(&site, "").await?;
    page.type_words("alert").await?;
    page.see_that("suggestions", async || Ok(!page.suggestions().await?.is_empty()))
        .await?;
    harmless(page, "the search", &dataset).await?;
    // What the recorder would have heard.
    let heard: Vec<String> = page
        .evaluate("(() => { document.createElement('p').innerHTML = 'heard'; return window.heardMarkup; })()")
        .await?;
    ensure!(
        heard.iter().any(|text| text == "<svg/>") && heard.last().is_some_and(|text| text == "heard"),
        "not everything is heard: {heard:?}"
    );
    Ok(())
}

async fn harmless(page: &Page, view: &str, dataset: &BTreeSet<String>) -> Result<()> {
    let heard: Vec<String> = page.evaluate("window.heardMarkup").await?;
    let held = heard
        .iter()
        .find(|text| dataset.iter().any(|part| text.contains(part)));
    ensure!(held.is_none(), "{view} writes {held:?} as markup");
    Ok(())
}

/// All texts of a file that are too long to stand in the library's own markup by chance.
fn collect(value: &Value, texts: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if text.chars().count() > 4 => {
            texts.insert(text.clone());
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, texts)),
        Value::Object(fields) => fields.values().for_each(|value| collect(value, texts)),
        _ => {}
    }
}

async fn what_is_not_the_librarys_own_markup_is_refused(page: &Page) -> Result<()> {
    page.journal().expect("trusted-types");
    page.open("").await?;
    page.see_drawing().await?;
    let outcomes: Vec<String> = page
        .evaluate(
            "['<svg/>', '<b>text</b>', '<svg/><img>'].map((markup) => {
                try { document.createElement('p').innerHTML = markup; return 'written'; }
                catch (error) { return error.name; }
            })",
        )
        .await?;
    ensure!(
        outcomes == ["written", "TypeError", "TypeError"],
        "outcomes: {outcomes:?}"
    );
    let refused: Vec<bool> = page
        .evaluate(
            // Later, as the page would: what a driver runs at once may do more.
            "new Promise((resolve) => setTimeout(() => resolve([
                () => eval('1'), () => new Function('1'), () => setTimeout('1'), () => new Worker('data/atlas.json'),
                () => trustedTypes.createPolicy('default', {}), () => trustedTypes.createPolicy('other', {}),
            ].map((attempt) => { try { attempt(); return false; } catch { return true; } }))))",
        )
        .await?;
    ensure!(
        refused.iter().all(|refused| *refused),
        "not all is refused: {refused:?}"
    );
    page.choose_theme("Gesundheit & Medizintechnik").await?;
    page.see_fragment("theme=health").await
}
