//! What the engines found, written for the report on accessibility: `target/xtask/accessibility/engines-BROWSER.json`.
//!
//! | key | value |
//! | --- | --- |
//! | `browser`, `engines`, `tags` | which browser; versions of axe-core and `HTML_CodeSniffer`; tags of axe-core's rules |
//! | `thorough` | whether every state was looked at by every reader |
//! | `runs` | each look: `state`, `reader`, `seconds`, `problems` (a number) |
//! | `passed` | rules of axe-core with the number of runs in which something passed them |
//! | `problems` | each with `state`, `reader`, `rule`, `reason`, `element`; the tests fail unless it is empty |
//! | `incomplete`, `sniffer` | rules with how many items were `computed`, `explained`, left `open` |
//! | `warnings`, `notices` | codes of `HTML_CodeSniffer` with how often it leaves them to people |
//! | `targets` | sizes with how many targets were `checked`, are `small`, of these `in_line`, `spaced`, `explained`, `open` |
//! | `explanations` | each with `rule`, `selector`, `why`, `state` and the number of runs that needed it, `used` |

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context as _, Result};
use serde::Serialize;

use super::engines::{Explanation, Findings, Numbers, Problem, TAGS, explanations, version};
use crate::page::Page;

/// Where the report looks for it.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/xtask/accessibility");

/// The records of this run of the tests by browser; each story adds to its browser's.
static RECORDS: Mutex<BTreeMap<String, Record>> = Mutex::new(BTreeMap::new());

#[derive(Debug, Default, Serialize)]
struct Record {
    browser: String,
    engines: BTreeMap<&'static str, String>,
    tags: Vec<&'static str>,
    thorough: bool,
    runs: Vec<Run>,
    passed: Numbers,
    problems: Vec<Placed>,
    incomplete: BTreeMap<String, Numbers>,
    sniffer: BTreeMap<String, Numbers>,
    warnings: Numbers,
    notices: Numbers,
    targets: BTreeMap<String, Numbers>,
    explanations: Vec<Needed>,
}

/// A look of a reader at a state.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Run {
    pub(crate) state: String,
    pub(crate) reader: &'static str,
    pub(crate) seconds: f64,
    pub(crate) problems: usize,
}

#[derive(Debug, Serialize)]
struct Placed {
    state: String,
    reader: &'static str,
    #[serde(flatten)]
    problem: Problem,
}

#[derive(Debug, Serialize)]
struct Needed {
    #[serde(flatten)]
    explanation: Explanation,
    used: u32,
}

/// Adds a run to the record of the page's browser.
pub(crate) fn add(page: &Page, run: Run, findings: Findings) -> Result<()> {
    let mut records = RECORDS.lock().unwrap_or_else(PoisonError::into_inner);
    let browser = page.browser.kind.to_string();
    if !records.contains_key(&browser) {
        records.insert(browser.clone(), Record::begin(page)?);
    }
    let record = records.get_mut(&browser).context("no record")?;
    record.add(run, findings);
    fs::create_dir_all(FOLDER)?;
    let path = Path::new(FOLDER).join(format!("engines-{browser}.json"));
    fs::write(&path, serde_json::to_string_pretty(record)?)
        .with_context(|| format!("cannot write: {}", path.display()))
}

impl Record {
    fn begin(page: &Page) -> Result<Self> {
        let engines = ["axe-core", "html_codesniffer"].map(|name| Ok((name, version(name)?)));
        let needed = |explanation| Needed { explanation, used: 0 };
        Ok(Self {
            browser: page.browser.kind.to_string(),
            engines: engines.into_iter().collect::<Result<_>>()?,
            tags: TAGS.to_vec(),
            thorough: page.thorough,
            explanations: explanations()?.into_iter().map(needed).collect(),
            ..Self::default()
        })
    }

    fn add(&mut self, run: Run, findings: Findings) {
        let Findings {
            passed,
            problems,
            incomplete,
            sniffer,
            warnings,
            notices,
            targets,
            used,
        } = findings;
        let Run { state, reader, .. } = run.clone();
        self.runs.push(run);
        add_numbers(&mut self.passed, passed.into_iter().map(|rule| (rule, 1)));
        self.problems.extend(problems.into_iter().map(|problem| Placed {
            state: state.clone(),
            reader,
            problem,
        }));
        for (sums, numbers) in [
            (&mut self.incomplete, incomplete),
            (&mut self.sniffer, sniffer),
            (&mut self.targets, targets),
        ] {
            for (rule, own) in numbers {
                add_numbers(sums.entry(rule).or_default(), own);
            }
        }
        add_numbers(&mut self.warnings, warnings);
        add_numbers(&mut self.notices, notices);
        for index in used {
            if let Some(needed) = self.explanations.get_mut(index) {
                needed.used += 1;
            }
        }
    }
}

fn add_numbers(sums: &mut Numbers, numbers: impl IntoIterator<Item = (String, u32)>) {
    for (key, number) in numbers {
        *sums.entry(key).or_default() += number;
    }
}
