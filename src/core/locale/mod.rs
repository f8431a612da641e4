//! Every sentence of the page in German and English, and how each language writes numbers and dates.
//!
//! Texts are plain values: a message that is missing in a language does not compile.

pub mod brief;
pub mod changes;
pub mod comparison;
mod de;
pub mod details;
pub mod editors;
pub mod embed;
mod en;
pub mod export;
pub mod facets;
pub mod figures;
pub mod format;
pub mod matrix;
pub mod offline;
pub mod pan;
pub mod period;
pub mod search;
pub mod sentence;
pub mod share;
pub mod stories;
pub mod table;
pub mod texts;
pub mod tiles;
pub mod walk;

use crate::domain::localized::Language;

use texts::Texts;

/// The texts of a language.
pub fn texts(language: Language) -> &'static Texts {
    match language {
        Language::German => &de::TEXTS,
        Language::English => &en::TEXTS,
    }
}
