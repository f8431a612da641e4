//! The two languages and values that exist in both.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// German, the language of the subject.
    #[default]
    German,
    /// English.
    English,
}

/// A language tag that the atlas does not speak.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("not a language of the atlas: {0:?}")]
pub struct LanguageError(pub String);

impl Language {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::German, Self::English];

    /// The ISO 639-1 code: `de` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
        }
    }

    /// The language for a browser's preference such as `de-AT`: German for any German, else English.
    pub fn for_preference(tag: &str) -> Self {
        match tag.split(['-', '_']).next() {
            Some(primary) if primary.eq_ignore_ascii_case("de") => Self::German,
            _ => Self::English,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Language {
    type Err = LanguageError;

    fn from_str(text: &str) -> Result<Self, LanguageError> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == text)
            .ok_or_else(|| LanguageError(text.to_owned()))
    }
}

/// A value in both languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Localized<T> {
    /// German.
    pub de: T,
    /// English.
    pub en: T,
}

impl<T> Localized<T> {
    /// The value in `language`.
    pub const fn get(&self, language: Language) -> &T {
        match language {
            Language::German => &self.de,
            Language::English => &self.en,
        }
    }
}

/// A name or sentence in both languages.
pub type LocalizedText = Localized<Box<str>>;
