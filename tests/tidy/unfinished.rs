//! What is left to do is an issue, not a note in the code.

use crate::finding::{Finding, check};
use crate::tree::{Source, each};

/// Put together here, so that this file does not find itself.
const NOTES: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];

#[test]
fn no_note_of_unfinished_work_is_left() {
    let everything = ["rs", "css", "js", "html", "toml", "md"];
    let mut findings = Vec::new();
    for path in [
        "src",
        "tests",
        "style",
        "index.html",
        "Cargo.toml",
        "Trunk.toml",
        "README.md",
    ] {
        findings.extend(each(path, &everything, notes));
    }
    check(&findings);
}

fn notes(source: &Source) -> Vec<Finding> {
    let noted = |line: &str| {
        line.split(|c: char| !c.is_alphanumeric())
            .any(|word| NOTES.contains(&word))
    };
    let lines = source.text.lines().enumerate().filter(|(_, line)| noted(line));
    lines
        .map(|(index, _)| {
            Finding::on_line(&source.path, index, "do it, or open an issue and remove the note")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_found_as_a_whole_word() {
        let count = |text: &str| {
            notes(&Source {
                path: "a.rs".to_owned(),
                text: text.to_owned(),
            })
            .len()
        };
        assert_eq!(count(concat!("// TO", "DO: later")), 1);
        assert_eq!(count(concat!("/* FIX", "ME */")), 1);
        assert_eq!(count("// the method is done"), 0);
    }
}
