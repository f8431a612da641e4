//! The data model: which fields the records of each file have, in the order of `data/README.md`.

use super::field::{Field, Kind, Need, Vocabulary};
use super::list::List;

const fn stated(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        need: Need::Stated,
    }
}

const fn filled(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        need: Need::Filled,
    }
}

const fn known(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        need: Need::Known,
    }
}

const fn free(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        need: Need::Free,
    }
}

const TEXTS: Kind = Kind::Many(&Kind::Text);
const THEMES: Kind = Kind::Many(&Kind::Reference(List::Themes));
const SOURCE: Kind = Kind::Object(&[
    known("id", Kind::Text),
    known("url", Kind::Url),
    stated("title", Kind::Text),
    known("publisher", Kind::Text),
    free("published", Kind::Date),
]);
const PARTNER: Kind = Kind::Object(&[
    stated("place", Kind::Reference(List::Places)),
    known("organisation", Kind::Text),
]);

impl List {
    /// The fields of its records.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Edition => EDITION,
            Self::Themes => THEME,
            Self::Kinds => KIND,
            Self::Programmes => PROGRAMME,
            Self::Clusters => CLUSTER,
            Self::Places => PLACE,
            Self::Cooperations => COOPERATION,
            Self::KeyFigures => KEY_FIGURE,
            Self::Stories => STORY,
        }
    }
}

const EDITION: &[Field] = &[
    stated("version", Kind::Text),
    stated("date", Kind::Date),
    stated("title_de", Kind::Text),
    stated("title_en", Kind::Text),
    stated("publisher_de", Kind::Text),
    stated("publisher_en", Kind::Text),
    stated("licence_de", Kind::Text),
    stated("licence_en", Kind::Text),
];

const THEME: &[Field] = &[
    stated("id", Kind::Id),
    stated("name_de", Kind::Text),
    stated("name_en", Kind::Text),
    stated("field", Kind::Word(Vocabulary::Field)),
    stated("field_de", Kind::Text),
    stated("field_en", Kind::Text),
];

const KIND: &[Field] = &[
    stated("id", Kind::Id),
    stated("name_de", Kind::Text),
    stated("name_en", Kind::Text),
];

const PROGRAMME: &[Field] = &[
    stated("id", Kind::Id),
    stated("name_de", Kind::Text),
    stated("name_en", Kind::Text),
    stated("funder", Kind::Text),
    stated("funder_level", Kind::Word(Vocabulary::FunderLevel)),
    known("start", Kind::Date),
    known("end", Kind::Date),
    known("url", Kind::Url),
    stated("summary_de", Kind::Text),
    stated("summary_en", Kind::Text),
    filled("sources", Kind::Many(&SOURCE)),
    free("checked", Kind::Date),
];

const CLUSTER: &[Field] = &[
    stated("id", Kind::Id),
    stated("name", Kind::Text),
    known("short_name", Kind::Text),
    known("aliases", TEXTS),
    known("city", Kind::Text),
    known("state", Kind::State),
    known("lat", Kind::Number),
    known("lon", Kind::Number),
    filled("themes", THEMES),
    known("memberships", Kind::Many(&Kind::Membership)),
    known("website", Kind::Url),
    stated("summary_de", Kind::Text),
    stated("summary_en", Kind::Text),
    filled("sources", Kind::Many(&SOURCE)),
    free("checked", Kind::Date),
];

const PLACE: &[Field] = &[
    stated("id", Kind::Id),
    stated("name_de", Kind::Text),
    stated("name_en", Kind::Text),
    known("country", Kind::Country),
    stated("precision", Kind::Word(Vocabulary::Precision)),
    stated("lat", Kind::Number),
    stated("lon", Kind::Number),
    free("checked", Kind::Date),
];

const COOPERATION: &[Field] = &[
    stated("id", Kind::Id),
    stated("title_de", Kind::Text),
    stated("title_en", Kind::Text),
    known("clusters", Kind::Many(&Kind::Reference(List::Clusters))),
    filled("partners", Kind::Many(&PARTNER)),
    known("programme", Kind::Reference(List::Programmes)),
    filled("themes", THEMES),
    filled("kinds", Kind::Many(&Kind::Reference(List::Kinds))),
    known("start", Kind::Date),
    known("end", Kind::Date),
    known("funding_reference", Kind::Text),
    known("funding_eur", Kind::Number),
    known("funding_qualifier", Kind::Word(Vocabulary::Qualifier)),
    known("coordinator", Kind::Text),
    stated("summary_de", Kind::Text),
    stated("summary_en", Kind::Text),
    filled("sources", Kind::Many(&SOURCE)),
    free("checked", Kind::Date),
];

const KEY_FIGURE: &[Field] = &[
    stated("id", Kind::Id),
    stated("label_de", Kind::Text),
    stated("label_en", Kind::Text),
    stated("value", Kind::Number),
    stated("unit", Kind::Text),
    stated("comparator", Kind::Word(Vocabulary::Comparator)),
    known("items", TEXTS),
    known("as_of", Kind::Date),
    known("programme", Kind::Reference(List::Programmes)),
    stated("source", SOURCE),
    free("checked", Kind::Date),
];

const STORY: &[Field] = &[
    stated("id", Kind::Id),
    stated("title_de", Kind::Text),
    stated("title_en", Kind::Text),
    stated("date", Kind::Date),
    filled("steps", Kind::Many(&STEP)),
    filled("sources", Kind::Many(&SOURCE)),
];
const STEP: Kind = Kind::Object(&[
    stated("heading_de", Kind::Text),
    stated("heading_en", Kind::Text),
    stated("text_de", Kind::Prose),
    stated("text_en", Kind::Prose),
    stated("view", Kind::View),
]);
/// What the paragraphs of [`Kind::Prose`] are lists of.
pub(super) const PIECE: Kind = Kind::Object(&[
    stated("words", Kind::Words),
    free("record", Kind::Link),
    free("url", Kind::Url),
]);
