//! Words that readers see come from the texts in both languages, never from the code that makes elements.

use crate::code::without_comments;
use crate::finding::{Finding, check};
use crate::tree::{Source, each};

/// Functions of `browser::dom` whose argument is read.
const READ: [&str; 3] = [".text(", ".set_text(", ".live_text("];

/// Functions of `browser::dom` that set an attribute.
const SET: [&str; 3] = [".attr(", ".set_attr(", ".live_attr("];

/// Attributes whose value is read or heard.
const READ_ALOUD: [&str; 5] = ["aria-label", "aria-description", "alt", "placeholder", "title"];

#[test]
fn views_take_their_words_from_the_texts() {
    check(&each("src/app", &["rs"], findings));
}

fn findings(source: &Source) -> Vec<Finding> {
    let code = without_comments(&source.text);
    let calls = READ.iter().chain(&SET).flat_map(|name| {
        let ends = code
            .match_indices(name)
            .map(move |(start, _)| (start, start + name.len()));
        ends.map(|(start, end)| {
            (
                start,
                SET.contains(name),
                arguments(code.get(end..).unwrap_or_default()),
            )
        })
    });
    calls
        .filter_map(|(start, sets, arguments)| {
            let mut literals = literals(arguments);
            if sets && !READ_ALOUD.contains(literals.first()?) {
                return None;
            }
            let word = literals
                .drain(usize::from(sets)..)
                .find(|literal| has_word(literal))?;
            let line = code.get(..start).unwrap_or_default().matches('\n').count();
            let advice =
                format!("\"{word}\" is seen by readers; make it a field of Texts in src/core/locale");
            Some(Finding::on_line(&source.path, line, advice))
        })
        .collect()
}

/// The text up to the parenthesis that closes a call.
fn arguments(text: &str) -> &str {
    let mut depth = 0;
    for (index, character) in text.char_indices() {
        match character {
            '(' => depth += 1,
            ')' if depth == 0 => return text.get(..index).unwrap_or(text),
            ')' => depth -= 1,
            _ => {}
        }
    }
    text
}

/// What stands between quotes.
fn literals(text: &str) -> Vec<&str> {
    text.split('"').skip(1).step_by(2).collect()
}

/// Whether a literal says something besides the values that are put into it.
fn has_word(literal: &str) -> bool {
    let mut inside = false;
    let said = literal.chars().filter(|&character| {
        inside = character == '{' || inside && character != '}';
        !inside && character.is_alphabetic()
    });
    said.count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_readers_would_see_them() {
        let cases = [
            (1, "el(\"h2\").text(\"Projekte\")", "a text"),
            (
                1,
                "own.live_text(move || format!(\"{} projects\", count.get()))",
                "around a value",
            ),
            (
                1,
                "el(\"p\")\n    .class(\"a\")\n    .attr(\"aria-label\", \"Main menu\")",
                "heard",
            ),
            (
                0,
                "el(\"p\").class(\"header__title\").text(texts.title)",
                "a class",
            ),
            (
                0,
                "el(\"p\").attr(\"role\", \"status\")",
                "an attribute that is not read",
            ),
            (0, "parent.text(\" · \").text(country)", "a mark"),
            (0, "own.text(&format!(\"{name} ({years})\"))", "values only"),
            (0, "let word = \"Projekte\";", "outside"),
            (0, "el(\"p\") // .text(\"Projekte\")", "a comment"),
        ];
        for (expected, text, note) in cases {
            let source = Source {
                path: "src/app/shell.rs".to_owned(),
                text: text.to_owned(),
            };
            assert_eq!(findings(&source).len(), expected, "{note}");
        }
    }
}
