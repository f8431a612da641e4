//! The configuration of a site: what those who run it decide.

use std::fmt::Write;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::publish::tables::html::escaped;

/// The configuration file, in the folder of the dataset.
const FILE: &str = "configuration.toml";

/// What the file says; what it leaves out is empty.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Configuration {
    /// Where visitors report errors: a `mailto:` or `https:` address; empty for nowhere.
    corrections: String,
}

impl Configuration {
    /// Reads the file in `data`; without it everything is empty.
    ///
    /// # Errors
    /// When it cannot be read, is no TOML, has an unknown key or a value that does not fit, with line and column.
    pub(crate) fn read(data: &Path) -> Result<Self> {
        let path = data.join(FILE);
        let text = match fs::read_to_string(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            read => read.with_context(|| format!("cannot read {}", path.display()))?,
        };
        let configuration: Self =
            toml::from_str(&text).with_context(|| format!("cannot understand {}", path.display()))?;
        let corrections = &configuration.corrections;
        ensure!(
            corrections.is_empty()
                || corrections.starts_with("mailto:")
                || corrections.starts_with("https://"),
            "{}: corrections must be empty or begin with mailto: or https://, not: {corrections}",
            path.display()
        );
        Ok(configuration)
    }

    /// What the page says of it to the application: an element of the head for every value.
    pub(crate) fn head(&self) -> String {
        let Self { corrections } = self;
        let mut head = String::new();
        for (name, value) in [("corrections", corrections)] {
            if !value.is_empty() {
                // Writing to a string cannot fail.
                let _infallible = writeln!(
                    head,
                    "<meta name=\"clusteratlas-{name}\" content=\"{}\">",
                    escaped(value)
                );
            }
        }
        head
    }
}
