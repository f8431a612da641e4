//! What is known about the accessibility of the site: what its tests have found, and what is not accessible.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::domain::partial_date::PartialDate;
use serde::Deserialize;

use crate::configuration::Bilingual;

/// The file, in the folder of the dataset.
const FILE: &str = "accessibility.toml";

/// What the file says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accessibility {
    /// The day of the last check, `YYYY-MM-DD`.
    pub checked: String,
    /// Browsers in which the engines looked at the site.
    pub browsers: Vec<String>,
    /// States of the site that they looked at in each browser, each for several readers.
    pub states: usize,
    /// How often they looked, in all browsers.
    pub runs: usize,
    /// What they found that is wrong.
    pub violations: usize,
    /// The engines.
    pub engines: Vec<Engine>,
    /// What is not accessible.
    pub limits: Vec<Limit>,
}

/// A program that finds barriers.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Engine {
    /// What people call it.
    pub name: String,
    /// The npm package.
    pub package: String,
    /// The version of the package.
    pub version: String,
    /// Its rules that it could not decide everywhere, sorted; checks of our own did.
    pub undecided: Vec<String>,
}

/// Something that is not accessible, in both languages.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Its name.
    pub id: String,
    /// What it is.
    what: Bilingual,
    /// Why it is so.
    reason: Bilingual,
    /// Where the same is found.
    alternative: Bilingual,
    /// The test that fails as soon as the limit is no longer there.
    pub test: String,
    /// Whether it is there only where the site offers map tiles of others.
    #[serde(default)]
    pub of_tiles: bool,
}

impl Limit {
    /// What is not accessible.
    pub fn what(&self, language: Language) -> &str {
        self.what.get(language)
    }

    /// Why it is so.
    pub fn reason(&self, language: Language) -> &str {
        self.reason.get(language)
    }

    /// Where the same is found.
    pub fn alternative(&self, language: Language) -> &str {
        self.alternative.get(language)
    }
}

impl Accessibility {
    /// Reads the file in `data`; none where there is none.
    ///
    /// # Errors
    /// When it cannot be read or understood, with line and column.
    pub fn read(data: &Path) -> Result<Option<Self>> {
        let path = data.join(FILE);
        if !path.exists() {
            return Ok(None);
        }
        let text =
            std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let read: Self =
            toml::from_str(&text).with_context(|| format!("cannot understand {}", path.display()))?;
        ensure!(
            read.day().is_some(),
            "{}: checked must be a day such as 2026-11-22, not: {}",
            path.display(),
            read.checked
        );
        Ok(Some(read))
    }

    /// The day of the last check.
    pub(crate) fn day(&self) -> Option<PartialDate> {
        let date: PartialDate = self.checked.parse().ok()?;
        (self.checked.len() == "2026-11-22".len()).then_some(date)
    }
}
