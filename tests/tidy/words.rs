//! Words that readers see come from the texts in both languages, never from a `view!` itself.

use crate::code::without_comments;
use crate::finding::{Finding, check};
use crate::tree::{Source, each};

/// Attributes whose value is read or heard.
const READ_ALOUD: [&str; 5] = ["aria-label", "aria-description", "alt", "placeholder", "title"];

#[test]
fn views_take_their_words_from_the_texts() {
    check(&each("src/app", &["rs"], findings));
}

fn findings(source: &Source) -> Vec<Finding> {
    let code = without_comments(&source.text);
    let mut found = Vec::new();
    for (start, _) in code.match_indices("view! {") {
        let (before, rest) = code.split_at(start);
        let first_line = before.matches('\n').count();
        for (index, word) in words(body(rest)) {
            let line = first_line + body(rest).get(..index).unwrap_or_default().matches('\n').count();
            let advice =
                format!("\"{word}\" is seen by readers; make it a field of Texts in src/core/locale");
            found.push(Finding::on_line(&source.path, line, advice));
        }
    }
    found
}

/// The macro's text up to the brace that closes it.
fn body(text: &str) -> &str {
    let mut depth = 0;
    for (index, character) in text.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 1 => return text.get(..index).unwrap_or(text),
            '}' => depth -= 1,
            _ => {}
        }
    }
    text
}

/// The literals that stand where a text node or a read attribute stands, with their position.
fn words(body: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut position = 0;
    let mut inside = false;
    for piece in body.split('"') {
        let before = body.get(..position.max(1) - 1).unwrap_or_default();
        let lettered = piece.chars().filter(|c| c.is_alphabetic()).count() > 1;
        if inside && lettered && (is_text_node(before) || is_read_aloud(before)) {
            found.push((position, piece));
        }
        inside = !inside;
        position += piece.len() + 1;
    }
    found
}

fn is_text_node(before: &str) -> bool {
    let before = before.trim_end();
    // `=> "…"` is a match arm, whose value is mostly a class.
    before.ends_with('>') && !before.ends_with("=>") || before.ends_with('}')
}

fn is_read_aloud(before: &str) -> bool {
    READ_ALOUD.iter().any(|name| {
        let attribute = before.strip_suffix('=').and_then(|rest| rest.strip_suffix(name));
        attribute.is_some_and(|rest| rest.ends_with(char::is_whitespace))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_readers_would_see_them() {
        let cases = [
            (1, "view! { <h2>\"Projekte\"</h2> }", "a text node"),
            (1, "view! { <p>{count} \" projects\"</p> }", "after a value"),
            (1, "view! { <nav aria-label=\"Main menu\"></nav> }", "heard"),
            (
                0,
                "view! { <p class=\"header__title\">{texts.title}</p> }",
                "a class",
            ),
            (0, "view! { <p>{texts.title} \" · \" {count}</p> }", "a mark"),
            (
                0,
                "view! { <p>{match x { _ => \"wide\" }}</p> }",
                "a value of a match",
            ),
            (0, "let word = \"Projekte\";", "outside"),
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
