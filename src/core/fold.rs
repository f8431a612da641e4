//! What a character counts as where capitals, accents and punctuation do not: in words that are searched for and
//! in alphabetical order.

/// What a character does to the word it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// It is a letter or a digit; this one of its capitals and accents.
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

/// The plain letters of U+00E0 to U+00FF; `+` stands for `ae`, `#` for `th`.
const LATIN: &[u8; 32] = b"aaaaaa+ceeeeiiiidnooooo ouuuuy#y";

/// The plain letters of U+0100 to U+017F; `*` stands for `ij`, `%` for `oe`.
const LATIN_EXTENDED: &[u8; 128] = b"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklll\
lllllllnnnnnnnnnoooooo%%rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// What a character does to the word it stands in. Letters beyond Latin stay as they are.
///
/// ```
/// use clusteratlas_core::fold::{Sign, sign};
///
/// assert_eq!(sign('Ä'), Sign::Letter('a'));
/// assert_eq!(sign('ß'), Sign::Letters(['s', 's']));
/// assert_eq!(sign('-'), Sign::Link);
/// ```
pub fn sign(character: char) -> Sign {
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
        b'+' => Sign::Letters(['a', 'e']),
        b'%' => Sign::Letters(['o', 'e']),
        b'#' => Sign::Letters(['t', 'h']),
        b'*' => Sign::Letters(['i', 'j']),
        _ => Sign::Letter(char::from(letter)),
    }
}

/// Adds a text as the alphabet counts it, in German (DIN 5007-1) and English alike: without capitals and accents,
/// `ß` as `ss`, and everything between words as one space, so that shorter words come first.
///
/// ```
/// use clusteratlas_core::fold::add_alphabetic;
///
/// let mut bytes = Vec::new();
/// add_alphabetic("„Öko-Straße“ 2", &mut bytes);
/// assert_eq!(bytes, b"oko strasse 2");
/// ```
pub fn add_alphabetic(text: &str, bytes: &mut Vec<u8>) {
    let start = bytes.len();
    let mut apart = false;
    for character in text.chars() {
        let (letter, second) = match sign(character) {
            Sign::Letter(letter) => (letter, None),
            Sign::Letters([first, second]) => (first, Some(second)),
            Sign::Mark => continue,
            Sign::Link | Sign::Gap => {
                apart = true;
                continue;
            }
        };
        if std::mem::take(&mut apart) && bytes.len() > start {
            bytes.push(b' ');
        }
        push(letter, bytes);
        if let Some(second) = second {
            push(second, bytes);
        }
    }
}

fn push(letter: char, bytes: &mut Vec<u8>) {
    if letter.is_ascii() {
        bytes.push(letter as u8);
    } else {
        bytes.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
    }
}
