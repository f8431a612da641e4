//! Letters as the search compares them, and the words they make.
//!
//! Capitals, accents and umlauts do not count: `München`, `Muenchen` and `munchen` are one word. An `e` after
//! `a`, `o` or `u` is therefore left out everywhere, in `Boeing` too.

/// What a character does to the word it stands in.
enum Sign {
    /// It is a letter or a digit.
    Letter(char),
    /// It stands for two letters.
    Letters([char; 2]),
    /// It is not to be seen or belongs to the letter before.
    Mark,
    /// It ends a word and ties the next one to it, as in `go-cluster` and `BIO.NRW`.
    Link,
    /// It ends a word.
    Gap,
}

/// The plain letters of U+00E0 to U+00FF; `#` stands for `th`.
const LATIN: &[u8; 32] = b"aaaaaaaceeeeiiiidnooooo ouuuuy#y";

/// The plain letters of U+0100 to U+017F; `*` stands for `ij`.
const LATIN_EXTENDED: &[u8; 128] = b"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll\
lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Hands out the words of a text, folded, and for each whether it is tied to the one before. Each is put
/// together in `word`, which has room left from earlier words.
pub(super) fn words(text: &str, word: &mut String, each: &mut dyn FnMut(&str, bool)) {
    word.clear();
    let mut tied = false;
    for character in text.chars() {
        // Nearly all are, and those that are not take longer to tell.
        if character.is_ascii_alphanumeric() {
            push(word, character.to_ascii_lowercase());
            continue;
        }
        let link = match sign(character) {
            Sign::Letter(letter) => {
                push(word, letter);
                continue;
            }
            Sign::Letters([first, second]) => {
                push(word, first);
                push(word, second);
                continue;
            }
            Sign::Mark => continue,
            Sign::Link => true,
            Sign::Gap => false,
        };
        if word.is_empty() {
            tied &= link;
        } else {
            each(word, tied);
            word.clear();
            tied = link;
        }
    }
    if !word.is_empty() {
        each(word, tied);
    }
}

/// The words of a text, folded, with single spaces between them. Folding again changes nothing.
///
/// ```
/// use clusteratlas_core::search::fold::folded;
///
/// assert_eq!(folded("Straßburg, GÖTEBORG"), "strassburg goteborg");
/// assert_eq!(folded("Goeteborg"), folded("Göteborg"));
/// ```
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    words(text, &mut String::new(), &mut |word, _| {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    });
    folded
}

/// Whether a text ends within a word, so that more of it may follow.
pub(super) fn is_unfinished(text: &str) -> bool {
    let last = text.chars().next_back().map_or(Sign::Gap, sign);
    !matches!(last, Sign::Gap | Sign::Link)
}

/// Adds a folded word to another as if both were written in one.
pub(super) fn append(word: &mut String, part: &str) {
    let part = if swallows_e(word) {
        part.trim_start_matches('e')
    } else {
        part
    };
    word.push_str(part);
}

#[inline]
fn push(word: &mut String, letter: char) {
    if letter != 'e' || !swallows_e(word) {
        word.push(letter);
    }
}

fn swallows_e(word: &str) -> bool {
    matches!(word.as_bytes().last(), Some(b'a' | b'o' | b'u'))
}

fn sign(character: char) -> Sign {
    match character {
        'a'..='z' | '0'..='9' => Sign::Letter(character),
        'A'..='Z' => Sign::Letter(character.to_ascii_lowercase()),
        '-' | '.' | '\'' | '&' | '@' | '\u{2010}' | '\u{2011}' | '\u{2019}' => Sign::Link,
        // A soft hyphen, accents of their own, what joins or chooses glyphs.
        '\u{ad}'
        | '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200d}'
        | '\u{2060}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => Sign::Mark,
        '²' => Sign::Letter('2'),
        '³' => Sign::Letter('3'),
        '¹' => Sign::Letter('1'),
        'ß' | 'ẞ' => Sign::Letters(['s', 's']),
        'À'..='Þ' | 'à'..='ÿ' => plain(LATIN[character as usize & 0x1f]),
        '\u{100}'..='\u{17f}' => plain(LATIN_EXTENDED[character as usize & 0x7f]),
        'Ș' | 'ș' => Sign::Letter('s'),
        'Ț' | 'ț' => Sign::Letter('t'),
        // What is left of ASCII and Latin-1; punctuation, arrows and symbols; the same of East Asia; pictures.
        '\0'..='\u{bf}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{1f000}'..='\u{1ffff}' => {
            Sign::Gap
        }
        // Greek, Cyrillic, Chinese and the rest.
        _ => Sign::Letter(character),
    }
}

fn plain(letter: u8) -> Sign {
    match letter {
        b' ' => Sign::Gap,
        b'#' => Sign::Letters(['t', 'h']),
        b'*' => Sign::Letters(['i', 'j']),
        _ => Sign::Letter(char::from(letter)),
    }
}
