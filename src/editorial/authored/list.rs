//! The files of the authored dataset.

/// A file of the authored dataset and the kind of record that it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// What the dataset says about itself: one record.
    Edition,
    /// Themes and their fields, in order of display.
    Themes,
    /// Kinds of cooperation, in order of display.
    Kinds,
    /// Funding programmes.
    Programmes,
    /// German clusters.
    Clusters,
    /// Places of partners.
    Places,
    /// Cooperations.
    Cooperations,
    /// Published numbers.
    KeyFigures,
    /// Guided views: a folder with a file for each.
    Stories,
}

impl List {
    /// All files.
    pub const ALL: [Self; 9] = [
        Self::Edition,
        Self::Themes,
        Self::Kinds,
        Self::Programmes,
        Self::Clusters,
        Self::Places,
        Self::Cooperations,
        Self::KeyFigures,
        Self::Stories,
    ];

    /// Name of the file, or of the folder of stories.
    pub const fn file(self) -> &'static str {
        match self {
            Self::Edition => "dataset.json",
            Self::Themes => "themes.jsonl",
            Self::Kinds => "kinds.jsonl",
            Self::Programmes => "programmes.jsonl",
            Self::Clusters => "clusters.jsonl",
            Self::Places => "places.jsonl",
            Self::Cooperations => "cooperations.jsonl",
            Self::KeyFigures => "key_figures.jsonl",
            Self::Stories => "stories",
        }
    }
}
