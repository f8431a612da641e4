//! The doors between the program and the script that wasm-bindgen wrote for it: short names, and none that nobody
//! uses.
//!
//! Long names with hashes are a good part of what a visitor downloads: 3.5 kB of the compressed program and 2.5 kB of
//! the compressed script.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};

use super::parsed::Program;

/// What the page never gets an instance of: classes of a crate that Leptos brings along for its servers.
const UNUSED_CLASSES: &str = "intounderlying";

/// New names for old ones.
#[derive(Clone, Debug, Default)]
pub(super) struct Names<'a>(BTreeMap<&'a str, String>);

impl<'a> Names<'a> {
    /// Short names for everything that a program imports.
    pub(super) fn of(program: &Program<'a>) -> Self {
        let numbered = program.imports.iter().enumerate();
        Self(numbered.map(|(place, &name)| (name, place.to_string())).collect())
    }

    /// The new name of something.
    pub(super) fn of_import<'n>(&'n self, name: &'n str) -> &'n str {
        self.0.get(name).map_or(name, String::as_str)
    }

    /// The script with the new names.
    ///
    /// # Errors
    /// When the script lacks a name.
    pub(super) fn rename_in(&self, script: &str) -> Result<String> {
        let mut renamed = String::with_capacity(script.len());
        let mut missing: BTreeSet<&str> = self.0.keys().copied().collect();
        let mut rest = script;
        while !rest.is_empty() {
            let (word, after) = rest.split_at(rest.find(|c| !in_word(c)).unwrap_or(rest.len()));
            missing.remove(word);
            renamed.push_str(self.of_import(word));
            let (between, after) = after.split_at(after.find(in_word).unwrap_or(after.len()));
            renamed.push_str(between);
            rest = after;
        }
        ensure!(
            missing.is_empty(),
            "the script lacks names that the program imports: {missing:?}"
        );
        Ok(renamed)
    }
}

/// Whether anybody could call what the program exports under a name.
pub(super) fn is_used(name: &str) -> bool {
    !name.trim_start_matches("__wbg_").starts_with(UNUSED_CLASSES)
}

/// Makes sure that no class of the script is ever handed out.
///
/// # Errors
/// When one is.
pub(super) fn ensure_no_instances(script: &str) -> Result<()> {
    ensure!(
        !script.contains(".__wrap("),
        "the program hands instances of its classes to the page: look again at what `is_used` leaves out"
    );
    Ok(())
}

fn in_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_of_the_script_are_renamed() {
        let names = Names(BTreeMap::from([("__wbg_body_12", "0".to_owned())]));
        let script = "{ __wbg_body_12: f, __wbg_body_123: g, x__wbg_body_12: h }";
        assert_eq!(
            names.rename_in(script).unwrap(),
            "{ 0: f, __wbg_body_123: g, x__wbg_body_12: h }"
        );
    }

    #[test]
    fn a_name_that_the_script_lacks_is_a_failure() {
        let names = Names(BTreeMap::from([("__wbg_body_12", "0".to_owned())]));
        assert!(names.rename_in("{ __wbg_body: f }").is_err());
    }

    #[test]
    fn doors_of_unused_classes_are_closed() {
        assert!(!is_used("intounderlyingsource_pull"));
        assert!(!is_used("__wbg_intounderlyingsource_free"));
        assert!(is_used("__wbindgen_free"));
    }
}
