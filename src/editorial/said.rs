//! What editors are told, in both languages.

use std::borrow::Cow;
use std::cmp::Ordering;

use clusteratlas_core::domain::localized::Language;
use serde::Serialize;

/// The German and the English words of a phrase, as they are written down.
pub type Both = [&'static str; 2];

/// A phrase in German and English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Said {
    /// In German.
    pub de: Cow<'static, str>,
    /// In English.
    pub en: Cow<'static, str>,
}

impl Said {
    /// In a language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::German => &self.de,
            Language::English => &self.en,
        }
    }
}

/// German, then English.
impl From<Both> for Said {
    fn from([de, en]: Both) -> Self {
        Self {
            de: de.into(),
            en: en.into(),
        }
    }
}

/// German, then English.
impl From<[String; 2]> for Said {
    fn from([de, en]: [String; 2]) -> Self {
        Self {
            de: de.into(),
            en: en.into(),
        }
    }
}

/// In the order of the English words, so that a report has one order in both languages.
impl Ord for Said {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.en, &self.de).cmp(&(&other.en, &other.de))
    }
}

impl PartialOrd for Said {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
