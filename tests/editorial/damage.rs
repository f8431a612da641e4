//! Authored files of any content end with a report that says where something is wrong, and what.

use std::collections::BTreeMap;

use clusteratlas_core::domain::localized::Language;
use clusteratlas_editorial::authored::{Authored, Files};
use clusteratlas_editorial::differences::differences;
use clusteratlas_editorial::gazetteer::Gazetteer;
use clusteratlas_editorial::publish::publish;
use clusteratlas_editorial::rules::{self, Subject};
use clusteratlas_editorial::work_list::work_list;
use proptest::prelude::*;
use serde_json::Value;

use crate::mutation::{Change, damaged, strange};
use crate::property::cases;
use crate::records::files;

/// Reads files and does with them whatever editors can.
fn read_to_the_end(files: &Files) {
    let authored = Authored::of(files);
    let gazetteer = Gazetteer {
        countries: BTreeMap::new(),
        states: Vec::new(),
    };
    let subject = Subject {
        authored: &authored,
        gazetteer: &gazetteer,
    };
    let report = rules::check(&subject);
    for finding in &report.diagnostics {
        assert!(!finding.file.is_empty() && finding.line > 0, "{finding:?}");
        for language in Language::ALL {
            assert!(!finding.message.get(language).is_empty(), "{finding:?}");
            assert!(!finding.hint.get(language).is_empty(), "{finding:?}");
        }
    }
    if let Err(error) = publish(&authored, &gazetteer) {
        assert!(!error.to_string().is_empty());
    }
    work_list(&authored, 24);
    differences(&authored, &Authored::default());
}

/// One of the files.
fn chosen(files: &Files, which: usize) -> Option<(&String, &String)> {
    files.iter().nth(which % files.len().max(1))
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn damaged_files_end_with_a_report(
        mut files in files(),
        which: usize,
        changes in proptest::collection::vec(any::<Change>(), 1..8),
    ) {
        if let Some((path, text)) = chosen(&files, which) {
            let bytes = damaged(text.clone().into_bytes(), &changes);
            let text = String::from_utf8_lossy(&bytes).into_owned();
            files.insert(path.clone(), text);
        }
        read_to_the_end(&files);
    }

    #[test]
    fn strange_values_end_with_a_report(mut files in files(), which: usize, line: usize, at: usize, kind: usize) {
        if let Some((path, text)) = chosen(&files, which) {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            let number = lines.len().max(1);
            if let Some(line) = lines.get_mut(line % number)
                && let Ok(value) = serde_json::from_str::<Value>(line)
            {
                *line = strange(&value, at, kind).to_string();
            }
            files.insert(path.clone(), lines.join("\n"));
        }
        read_to_the_end(&files);
    }
}
