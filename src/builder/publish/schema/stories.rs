//! The shape of `stories.json`.

use schemars::JsonSchema;

use super::forms::{Date, Id, Text, Url};
use super::{Source, record};

/// Guided views of the dataset of Clusteratlas. What is unknown is left out.
#[derive(JsonSchema)]
#[schemars(title = "Clusteratlas stories.json", deny_unknown_fields)]
#[expect(dead_code, reason = "only the shape matters")]
pub(super) struct File {
    /// Version of the format. Programs should refuse versions that they do not know.
    #[schemars(range(min = 1, max = 1))]
    version: u32,
    /// Hash of the contents of the `atlas.json` that the stories speak of.
    #[schemars(regex(pattern = "^[0-9a-f]{16,}$"))]
    content: String,
    /// Stories, the newest first.
    stories: Vec<Story>,
}

record! {
    /// A few views in a row, with a text beside each.
    Story {
        /// Id.
        id: Id,
        /// German title.
        title_de: Text,
        /// English title.
        title_en: Text,
        /// When it appeared.
        date: Date,
        /// Steps in their order.
        #[schemars(length(min = 1))]
        steps: Vec<Step>,
        /// What its statements rest on.
        #[schemars(length(min = 1))]
        sources: Vec<Source>,
    }
}

record! {
    /// A view and the text beside it.
    Step {
        /// German heading.
        heading_de: Text,
        /// English heading.
        heading_en: Text,
        /// German paragraphs, each a list of words and links.
        #[schemars(length(min = 1))]
        text_de: Vec<Vec<Piece>>,
        /// English paragraphs, each a list of words and links.
        #[schemars(length(min = 1))]
        text_en: Vec<Vec<Piece>>,
        /// The view, as the fragment of a link to the atlas without `#`.
        view: Text,
    }
}

record! {
    /// A part of a paragraph: plain words, or a link where `record` or `url` is stated.
    Piece {
        /// What is read.
        words: String,
        /// The record that the words link to: a kind and an id, such as `cluster:biosaxony`.
        #[schemars(with = "String", regex(pattern = "^[a-z]+:[A-Za-z0-9-]+$"))] #[serde(default)]
        record: Option<String>,
        /// The web address that the words link to.
        #[schemars(with = "Url")] #[serde(default)]
        url: Option<Url>,
    }
}
