//! Which fields the records of each file have, and what each may hold.

use clusteratlas_core::domain::cooperation::FundingQualifier;
use clusteratlas_core::domain::key_figure::Comparator;
use clusteratlas_core::domain::place::Precision;
use clusteratlas_core::domain::programme::FunderLevel;
use clusteratlas_core::domain::theme::Field as ThemeField;

use super::list::List;

/// A closed list of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Vocabulary {
    /// Field of a theme.
    Field,
    /// Level of a funder.
    FunderLevel,
    /// Precision of a place.
    Precision,
    /// Wording of an amount.
    Qualifier,
    /// Wording of a number.
    Comparator,
}

impl Vocabulary {
    /// All words, for hints.
    pub(crate) fn words(self) -> Vec<&'static str> {
        match self {
            Self::Field => ThemeField::ALL.map(ThemeField::code).to_vec(),
            Self::FunderLevel => FunderLevel::ALL.map(FunderLevel::code).to_vec(),
            Self::Precision => Precision::ALL.map(Precision::code).to_vec(),
            Self::Qualifier => FundingQualifier::ALL.map(FundingQualifier::code).to_vec(),
            Self::Comparator => {
                let known = |sign: &&str| Comparator::from_sign(sign).is_some();
                ["=", ">", "~", "<="].into_iter().filter(known).collect()
            }
        }
    }
}

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// The record's own id.
    Id,
    /// Words for readers, without markup.
    Text,
    /// A web address.
    Url,
    /// A date as precise as its source states it.
    Date,
    /// A number.
    Number,
    /// ISO 3166-1 alpha-2 code.
    Country,
    /// ISO 3166-2 code of a German state.
    State,
    /// A word of a closed list.
    Word(Vocabulary),
    /// Id of a record in another file.
    Reference(List),
    /// Id of a programme, or a label that is no programme.
    Membership,
    /// A list of values of one kind.
    Many(&'static Kind),
    /// An object with fields of its own.
    Object(&'static [Field]),
}

/// Whether something must be stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// The field must be there and not null.
    Stated,
    /// A list that must hold something.
    Filled,
    /// The field must be there, but may be null or empty where nothing is known.
    Known,
    /// The field may be left out.
    Free,
}

/// A field of a record or of an object inside it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    /// The name in the file.
    pub(crate) name: &'static str,
    /// What it holds.
    pub(crate) kind: Kind,
    /// Whether it must.
    pub(crate) need: Need,
}

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
    pub(crate) const fn fields(self) -> &'static [Field] {
        match self {
            Self::Edition => EDITION,
            Self::Themes => THEME,
            Self::Kinds => KIND,
            Self::Programmes => PROGRAMME,
            Self::Clusters => CLUSTER,
            Self::Places => PLACE,
            Self::Cooperations => COOPERATION,
            Self::KeyFigures => KEY_FIGURE,
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
    stated("source", SOURCE),
    free("checked", Kind::Date),
];
