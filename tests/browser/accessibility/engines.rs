//! Two engines look at the page as it is, axe-core and `HTML_CodeSniffer`, and every item that they leave open is decided:
//! by what `contrast.js` computes, or by the list in `explained.toml`. `targets.js` measures what can be clicked on.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::states::states;
use crate::page::Page;

/// Rules by their tags: WCAG 2.2 AA, EN 301 549 and axe-core's own advice.
pub(crate) const TAGS: [&str; 7] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "EN-301-549",
    "best-practice",
];

/// An item that an engine reports and that is none, with the reason.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Explanation {
    /// The end of the rule's name.
    pub(crate) rule: String,
    /// What the rule is explained for.
    pub(crate) selector: String,
    /// Why it is no barrier, in a sentence.
    pub(crate) why: String,
    /// A state in which the item is reported whenever it is looked at.
    pub(crate) state: String,
}

/// Every explanation.
pub(crate) fn explanations() -> Result<Vec<Explanation>> {
    #[derive(Deserialize)]
    struct File {
        explanation: Vec<Explanation>,
    }
    let File { explanation } = toml::from_str(include_str!("explained.toml"))?;
    let states = states()?;
    for Explanation { rule, state, .. } in &explanation {
        let is_known = states.iter().any(|known| &known.name == state);
        ensure!(is_known, "{rule} is explained for an unknown state: {state}");
    }
    Ok(explanation)
}

/// Something that is wrong, in one state the same for any number of elements.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Problem {
    pub(crate) rule: String,
    /// Of the first element.
    pub(crate) reason: String,
    /// The beginning of its markup.
    pub(crate) element: String,
    /// How many elements have it.
    pub(crate) times: u32,
}

/// How open items were decided, and what was found about targets: numbers under words.
pub(crate) type Numbers = BTreeMap<String, u32>;

/// What was found in one state. Keys are rules.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(crate) struct Findings {
    /// Rules of axe-core that something passed.
    pub(crate) passed: Vec<String>,
    pub(crate) problems: Vec<Problem>,
    /// Items that axe-core left open: `computed`, `explained`, `open`.
    pub(crate) incomplete: BTreeMap<String, Numbers>,
    /// Errors and open questions of contrast of `HTML_CodeSniffer`, in the same way.
    pub(crate) sniffer: BTreeMap<String, Numbers>,
    /// Its other warnings, and what it leaves to people.
    pub(crate) warnings: Numbers,
    pub(crate) notices: Numbers,
    /// Sizes of targets: `checked`, `small`, and of these `in_line`, `spaced`, `explained`, `open`.
    pub(crate) targets: BTreeMap<String, Numbers>,
    /// Which explanations were needed, by their place in the list.
    pub(crate) used: Vec<usize>,
}

/// Lets the engines look at the page; `finger` is how large targets are to be besides, in CSS pixels.
pub(crate) async fn examine(page: &Page, finger: Option<u32>) -> Result<Findings> {
    let is_there: bool = page.evaluate("typeof examine === 'function'").await?;
    if !is_there {
        for source in [
            package("axe-core/axe.min.js")?,
            package("html_codesniffer/build/HTMLCS.js")?,
            own(),
        ] {
            // As a script of the page's own would run, but without asking its policy.
            let run = format!("(function () {{ {source}\n}}).call(window)");
            page.evaluate::<()>(&run).await?;
        }
    }
    let known: Vec<[String; 2]> = explanations()?
        .into_iter()
        .map(|one| [one.rule, one.selector])
        .collect();
    let wanted = json!({ "tags": TAGS, "explanations": known, "finger": finger });
    page.evaluate(&format!("examine({wanted})")).await
}

fn own() -> String {
    let parts = [
        include_str!("contrast.js"),
        include_str!("targets.js"),
        include_str!("engines.js"),
    ];
    format!("{}\nwindow.examine = examine;", parts.join("\n"))
}

fn packages() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../node_modules")
}

/// A file of an npm package.
pub(crate) fn package(path: &str) -> Result<String> {
    let path = packages().join(path);
    fs::read_to_string(&path).with_context(|| format!("cannot read: {}; `npm ci` brings it", path.display()))
}

/// The version of an npm package.
pub(crate) fn version(name: &str) -> Result<String> {
    #[derive(Deserialize)]
    struct Manifest {
        version: String,
    }
    let Manifest { version } = serde_json::from_str(&package(&format!("{name}/package.json"))?)?;
    Ok(version)
}
