//! Every sentence of the page in German and English, and how each language writes numbers and dates.
//!
//! Texts are plain values: a message that is missing in a language does not compile.

mod de;
mod en;
pub mod format;
pub mod sentence;
pub mod texts;

use crate::domain::localized::Language;

use texts::Texts;

/// The texts of a language.
pub fn texts(language: Language) -> &'static Texts {
    match language {
        Language::German => &de::TEXTS,
        Language::English => &en::TEXTS,
    }
}
