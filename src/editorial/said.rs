//! What editors are told, in both languages.

use std::borrow::Cow;

use clusteratlas_core::domain::localized::Language;
use serde::Serialize;

/// A phrase in German and English.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
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

impl From<[&'static str; 2]> for Said {
    fn from([de, en]: [&'static str; 2]) -> Self {
        Self {
            de: de.into(),
            en: en.into(),
        }
    }
}

impl From<[String; 2]> for Said {
    fn from([de, en]: [String; 2]) -> Self {
        Self {
            de: de.into(),
            en: en.into(),
        }
    }
}
