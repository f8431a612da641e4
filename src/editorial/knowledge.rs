//! What the workbench knows beside what it is given, as one file of the site.

use serde::{Deserialize, Serialize};

use crate::authored::Files;
use crate::gazetteer::Gazetteer;

/// The published dataset, countries and states.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Knowledge {
    /// Countries and German states.
    pub gazetteer: Gazetteer,
    /// The authored files of what is published.
    pub files: Files,
}

impl Knowledge {
    /// The file.
    ///
    /// # Errors
    /// When the writer fails, which it does not for numbers and texts.
    pub fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }

    /// What is in a file.
    ///
    /// # Errors
    /// When it is no such file.
    pub fn from_json(bytes: &[u8]) -> serde_json::Result<Self> {
        serde_json::from_slice(bytes)
    }
}
