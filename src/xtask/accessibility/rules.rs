//! `tests/accessibility.toml`: the rules of accessibility, and the tests that prove each.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::files;
use crate::project::Project;

const FILE: &str = "tests/accessibility.toml";

/// Folders of tests, and what runs them; the first that has the test counts.
const FOLDERS: [(&str, Place); 4] = [
    ("tests/browser", Place::Story),
    ("tests/web", Place::Web),
    ("tests", Place::Native),
    ("src", Place::Native),
];

/// What runs a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Both browsers, with the finished site.
    Story,
    /// Chromium, with the application alone.
    Web,
    /// This machine.
    Native,
}

/// All rules.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rules {
    pub(crate) rules: Vec<Rule>,
}

/// A rule.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    /// What it is called: `R-A1`.
    pub(crate) id: String,
    /// What it asks.
    pub(crate) asks: String,
    /// Names of the tests that prove it.
    pub(crate) proofs: Vec<String>,
}

impl Rules {
    /// Reads the file.
    pub(crate) fn read(project: &Project) -> Result<Self> {
        let path = project.root().join(FILE);
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read: {}", path.display()))?;
        toml::from_str(&text).with_context(|| format!("cannot understand: {}", path.display()))
    }

    /// The names of the proofs that run in a place, each once.
    pub(crate) fn proofs(&self, project: &Project, place: Place) -> Result<Vec<String>> {
        let places = places(project)?;
        let proofs = self.rules.iter().flat_map(|rule| &rule.proofs);
        let mut names: Vec<String> = proofs
            .filter(|name| places.get(*name) == Some(&place))
            .cloned()
            .collect();
        names.sort();
        names.dedup();
        Ok(names)
    }
}

/// Where each test is.
fn places(project: &Project) -> Result<BTreeMap<String, Place>> {
    let mut places = BTreeMap::new();
    for (folder, place) in FOLDERS {
        for path in files::below(&project.root().join(folder))? {
            if is_rust(&path) {
                let text = fs::read_to_string(&path)?;
                for name in functions(&text) {
                    places.entry(name.to_owned()).or_insert(place);
                }
            }
        }
    }
    Ok(places)
}

fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

/// The names of functions in a text, and those that stories get as others.
fn functions(text: &str) -> impl Iterator<Item = &str> {
    let named = ["fn ", ".without_pointer(\""];
    let rests = named.into_iter().flat_map(|before| text.split(before).skip(1));
    rests.filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_')?;
        rest.get(..end).filter(|name| !name.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_found_by_their_names() {
        let text = "async fn a_story(page: &Page) {}\n    #[test]\n    fn one<T>() {}\nlet f: fn(u8) = g;\n\
                    a_story.without_pointer(\"by_keys\")";
        assert_eq!(functions(text).collect::<Vec<_>>(), ["a_story", "one", "by_keys"]);
    }
}
