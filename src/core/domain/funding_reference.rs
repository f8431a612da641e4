//! Reference numbers that funders give to what they fund, as sources state them.

/// A part of a text with references.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// A reference of the German federal government, such as `01DN16011`.
    Federal(&'a str),
    /// Anything else: words, separators, references of other funders.
    Other(&'a str),
}

/// The lengths of federal references: from `01DN16011` to those with letters for a partner after the number.
const LENGTHS: std::ops::RangeInclusive<usize> = 8..=11;

/// Whether a word has the form of a federal reference: two digits, then digits and capital letters, with a letter.
/// Numbers of grants of the European Union are digits alone.
fn is_federal(word: &str) -> bool {
    let (area, rest) = word.split_at(word.len().min(2));
    LENGTHS.contains(&word.len())
        && area.bytes().all(|byte| byte.is_ascii_digit())
        && rest
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        && rest.bytes().any(|byte| byte.is_ascii_uppercase())
        && rest.bytes().any(|byte| byte.is_ascii_digit())
}

/// The parts of a text, which together are the text.
///
/// ```
/// use clusteratlas_core::domain::funding_reference::{Part, parts};
///
/// assert_eq!(
///     parts("01DN16011, 286560"),
///     [Part::Federal("01DN16011"), Part::Other(", 286560")]
/// );
/// ```
pub fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let (mut rest, mut other) = (text, 0);
    while let Some(start) = rest
        .get(other..)
        .and_then(|tail| tail.find(char::is_alphanumeric))
    {
        let start = other + start;
        let tail = rest.get(start..).unwrap_or_default();
        let end = start + tail.find(|c: char| !c.is_alphanumeric()).unwrap_or(tail.len());
        let word = rest.get(start..end).unwrap_or_default();
        if is_federal(word) {
            let before = rest.get(..start).unwrap_or_default();
            if !before.is_empty() {
                parts.push(Part::Other(before));
            }
            parts.push(Part::Federal(word));
            rest = rest.get(end..).unwrap_or_default();
            other = 0;
        } else {
            other = end;
        }
    }
    if !rest.is_empty() {
        parts.push(Part::Other(rest));
    }
    parts
}

/// The address of the entry of a federal reference in the Förderkatalog, the federal government's public list of
/// what it funds.
pub fn catalogue_address(federal: &str) -> String {
    format!("https://foerderportal.bund.de/foekat/jsp/SucheAction.do?actionMode=view&fkz={federal}")
}
