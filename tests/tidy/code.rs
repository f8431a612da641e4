//! Rust text without its comments, and the words in it.

/// The text with every comment blanked; lines and columns stay, and so does the content of strings.
pub(crate) fn without_comments(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let at = |index: usize| characters.get(index).copied().unwrap_or('\n');
    let mut kept = String::with_capacity(text.len());
    let mut index = 0;
    while index < characters.len() {
        let end = match (at(index), at(index + 1)) {
            ('/', '/') => comment_end(&characters, index),
            ('/', '*') => block_end(&characters, index),
            _ => index,
        };
        if end > index {
            kept.extend(
                characters
                    .iter()
                    .take(end)
                    .skip(index)
                    .map(|c| if *c == '\n' { '\n' } else { ' ' }),
            );
            index = end;
            continue;
        }
        let end = literal_end(&characters, index).max(index + 1);
        kept.extend(characters.iter().take(end).skip(index));
        index = end;
    }
    kept
}

fn comment_end(characters: &[char], start: usize) -> usize {
    position(characters, start, |rest| rest.starts_with(&['\n']))
}

fn block_end(characters: &[char], start: usize) -> usize {
    (position(characters, start + 2, |rest| rest.starts_with(&['*', '/'])) + 2).min(characters.len())
}

/// Where the string or character literal at `start` ends; `start` itself where there is none.
fn literal_end(characters: &[char], start: usize) -> usize {
    let at = |index: usize| characters.get(index).copied().unwrap_or('\n');
    match at(start) {
        '"' => closing_quote(characters, start, '"'),
        // Otherwise a lifetime.
        '\'' if at(start + 1) == '\\' || at(start + 2) == '\'' => closing_quote(characters, start, '\''),
        'r' if start == 0 || !is_word(at(start - 1)) => {
            let hashes = characters
                .iter()
                .skip(start + 1)
                .take_while(|c| **c == '#')
                .count();
            if at(start + 1 + hashes) != '"' {
                return start;
            }
            let mut closing = vec!['"'];
            closing.resize(hashes + 1, '#');
            let end = position(characters, start + 2 + hashes, |rest| rest.starts_with(&closing));
            (end + closing.len()).min(characters.len())
        }
        _ => start,
    }
}

fn closing_quote(characters: &[char], start: usize, quote: char) -> usize {
    let mut index = start + 1;
    while let Some(character) = characters.get(index) {
        match *character {
            '\\' => index += 2,
            found if found == quote => return index + 1,
            _ => index += 1,
        }
    }
    characters.len()
}

fn position(characters: &[char], start: usize, found: impl Fn(&[char]) -> bool) -> usize {
    (start..characters.len())
        .find(|index| characters.get(*index..).is_some_and(&found))
        .unwrap_or(characters.len())
}

/// Whether a character can be part of a Rust name.
pub(crate) fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// The name that a text begins with; may be empty.
pub(crate) fn name_at(text: &str) -> &str {
    text.split(|character| !is_word(character))
        .next()
        .unwrap_or_default()
}

/// Where a name begins in a line, as a whole or as the beginning of a longer one.
pub(crate) fn names_beginning<'a>(line: &'a str, beginning: &'a str) -> impl Iterator<Item = usize> + 'a {
    line.match_indices(beginning)
        .map(|(index, _)| index)
        .filter(|index| !line.get(..*index).unwrap_or_default().ends_with(is_word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_blanked_and_strings_stay() {
        let cases = [
            ("a // b\nc", "a     \nc"),
            ("a /* b\n */ c", "a     \n    c"),
            (
                r#"let a = "// no comment"; // yes"#,
                r#"let a = "// no comment";       "#,
            ),
            (r##"r#"a " // b"# // c"##, r##"r#"a " // b"#     "##),
            (r#"'"' // c"#, r#"'"'     "#),
            ("&'a str // c", "&'a str     "),
            (r#""\" // in" // out"#, r#""\" // in"       "#),
        ];
        for (text, expected) in cases {
            assert_eq!(without_comments(text), expected, "for: {text}");
        }
    }

    #[test]
    fn a_name_is_found_only_at_its_beginning() {
        let found = |line| names_beginning(line, "web_sys").count();
        assert_eq!(found("use web_sys::Node;"), 1);
        assert_eq!(found("my_web_sys"), 0);
    }
}
