//! Colours are named in `style/tokens.css` and nowhere else.

use crate::code::{is_word, without_comments};
use crate::finding::{Finding, check};
use crate::tree::{Source, each};

const TOKENS: &str = "style/tokens.css";

const FUNCTIONS: [&str; 9] = [
    "rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(",
];

/// The named colours that one would reach for; system colours and `currentcolor` follow the reader and are fine.
const NAMES: [&str; 16] = [
    "black", "blue", "brown", "cyan", "gold", "gray", "green", "grey", "magenta", "navy", "orange", "purple",
    "red", "teal", "white", "yellow",
];

#[test]
fn style_sheets_name_colours_only_as_tokens() {
    check(&each("style", &["css"], |source| {
        if source.path == TOKENS {
            Vec::new()
        } else {
            in_style(source)
        }
    }));
}

#[test]
fn rust_names_no_colours() {
    for folder in ["src/app", "src/core"] {
        check(&each(folder, &["rs"], in_rust));
    }
}

fn in_style(source: &Source) -> Vec<Finding> {
    let code = without_comments(&source.text);
    let coloured = |line: &str| has_colour(line) || declared_value(line).is_some_and(has_colour_name);
    found(
        source,
        &code,
        coloured,
        "give it a token in style/tokens.css and use var(--colour-…)",
    )
}

fn in_rust(source: &Source) -> Vec<Finding> {
    let code = without_comments(&source.text);
    found(
        source,
        &code,
        has_colour,
        "set a class, or read the token from the style",
    )
}

fn found(source: &Source, code: &str, coloured: impl Fn(&str) -> bool, advice: &str) -> Vec<Finding> {
    let lines = code.lines().enumerate().filter(|(_, line)| coloured(line));
    lines
        .map(|(index, line)| Finding::on_line(&source.path, index, format!("{}: {advice}", line.trim())))
        .collect()
}

fn has_colour(line: &str) -> bool {
    let function = |name: &str| {
        line.match_indices(name).any(|(index, _)| {
            let before = line.get(..index).unwrap_or_default();
            !before.ends_with(|c| is_word(c) || c == '-' || c == '.')
        })
    };
    FUNCTIONS.iter().any(|name| function(name))
        || line.match_indices('#').any(|(index, _)| is_hex(line, index))
}

/// Whether the `#` at `index` begins a hexadecimal colour rather than a fragment or a character's number.
fn is_hex(line: &str, index: usize) -> bool {
    let before = line.get(..index).unwrap_or_default();
    let after = line.get(index + 1..).unwrap_or_default();
    let word: String = after
        .chars()
        .take_while(|c| is_word(*c) || *c == '-' || *c == '=')
        .collect();
    matches!(word.len(), 3 | 4 | 6 | 8)
        && word.chars().all(|c| c.is_ascii_hexdigit())
        && !before.ends_with('&')
}

fn declared_value(line: &str) -> Option<&str> {
    line.split_once(':')
        .map(|(_, value)| value)
        .filter(|value| !value.contains('{'))
}

fn has_colour_name(value: &str) -> bool {
    value
        .split(|c: char| !is_word(c) && c != '-')
        .any(|word| NAMES.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_found_in_styles() {
        let cases = [
            (0, "  color: var(--colour-red);", "a token"),
            (0, "  outline-color: CanvasText;", "a system colour"),
            (
                0,
                "  white-space: nowrap;",
                "a property with a colour in its name",
            ),
            (
                0,
                "  background: color-mix(in oklab, var(--a), transparent);",
                "mixed from tokens",
            ),
            (1, "  color: #1a2B3c;", "six digits"),
            (1, "  border: 1px solid #fff", "three digits"),
            (1, "  color: oklch(40% 0.1 250);", "a function"),
            (1, "  background: white;", "a name"),
            (0, "/* not #fff */", "a comment"),
        ];
        for (expected, text, note) in cases {
            let source = Source {
                path: "style/map.css".to_owned(),
                text: text.to_owned(),
            };
            assert_eq!(in_style(&source).len(), expected, "{note}");
        }
    }

    #[test]
    fn colours_are_found_in_rust_and_fragments_are_none() {
        let cases = [
            (1, "set_stroke(\"#3388ff\")"),
            (1, "format!(\"rgb({r}, {g}, {b})\")"),
            (0, "href=\"#main\""),
            (0, "let link = \"#sel=cluster:x\";"),
            (0, "r#\"text\"#"),
            (0, "\"&#8230;\""),
            (0, "#[derive(Debug)]"),
            (0, "self.rgb(1)"),
        ];
        for (expected, text) in cases {
            let source = Source {
                path: "src/app/map/painter.rs".to_owned(),
                text: text.to_owned(),
            };
            assert_eq!(in_rust(&source).len(), expected, "{text}");
        }
    }
}
