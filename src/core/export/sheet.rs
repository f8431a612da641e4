//! Cooperations as a table in full words: what every format of tables writes.

use crate::dataset::Dataset;
use crate::dataset::details::{Details, DetailsOf};
use crate::domain::cooperation::{Cooperation, CooperationKey, FundingQualifier};
use crate::domain::localized::Language;
use crate::domain::partial_date::{PartialDate, Status};
use crate::domain::place::PlaceKey;
use crate::locale::format::date;
use crate::locale::texts;
use crate::locale::texts::Texts;
use crate::order::insert;
use crate::query::side::Sides;
use crate::workbench::Cell;

/// Between the items of a list in one cell.
const BETWEEN: &str = "; ";

impl Cell {
    /// Words; nothing where there are none.
    pub fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() {
            Self::Empty
        } else {
            Self::Text(words)
        }
    }

    pub(super) fn list<T: AsRef<str>>(items: &[T]) -> Self {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        Self::text(items.join(BETWEEN))
    }

    /// What a record is taken from.
    pub(super) fn sources(details: &Details, of: DetailsOf<'_>) -> Self {
        let sources = details.sources(of);
        let sources: Vec<&str> = sources
            .map(|source| source.url.as_deref().unwrap_or(&source.title))
            .collect();
        Self::list(&sources)
    }

    fn date(date: Option<PartialDate>) -> Self {
        date.map_or(Self::Empty, |date| Self::Text(date.to_string()))
    }
}

/// Cooperations as a table in a language.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// Where they are from.
    pub dataset: &'a Dataset,
    /// Their summaries and sources; without them the table lacks these columns.
    pub details: Option<&'a Details>,
    /// Two selections that they are from; without them the table lacks the column that says from which.
    pub sides: Option<Sides<'a>>,
    /// The language of names and headings.
    pub language: Language,
}

impl Sheet<'_> {
    /// The headings, and a row for each cooperation, all of the same length.
    pub fn rows(self, keys: impl Iterator<Item = CooperationKey>) -> impl Iterator<Item = Vec<Cell>> {
        std::iter::once(self.headings()).chain(keys.map(move |key| self.row(key)))
    }

    fn headings(self) -> Vec<Cell> {
        let all = texts(self.language);
        let texts = all.export();
        let columns = texts.columns.iter();
        let details = texts.detail_columns.iter().filter(|_| self.details.is_some());
        let headings = columns
            .chain(details)
            .chain(self.sides.map(|_| &all.comparison.column))
            .chain(&texts.edition_columns);
        headings.map(|&heading| Cell::text(heading)).collect()
    }

    fn row(self, key: CooperationKey) -> Vec<Cell> {
        let Self {
            dataset, language, ..
        } = self;
        let texts = texts(language);
        let cooperation = dataset.cooperation(key);
        let clusters: Vec<&str> = cooperation
            .clusters
            .iter()
            .map(|&key| &*dataset.cluster(key).name)
            .collect();
        let themes: Vec<&str> = cooperation
            .themes
            .iter()
            .map(|&key| &**dataset.theme(key).name.get(language))
            .collect();
        let kinds: Vec<&str> = cooperation
            .kinds
            .iter()
            .map(|&key| &**dataset.kind(key).name.get(language))
            .collect();
        let programme = cooperation
            .programme
            .map_or("", |key| dataset.programme(key).name.get(language));
        let [places, countries, organisations] = self.partners(cooperation);
        let status = match cooperation.period.status_on(dataset.edition.date) {
            Status::Running => texts.running,
            Status::Ended => texts.ended,
            Status::Unknown => texts.status_unknown,
        };
        let mut row = vec![
            Cell::text(cooperation.id.as_str()),
            Cell::text(&**cooperation.title.get(language)),
            Cell::list(&clusters),
            places,
            countries,
            organisations,
            Cell::list(&themes),
            Cell::list(&kinds),
            Cell::text(programme),
            Cell::date(cooperation.period.start),
            Cell::date(cooperation.period.end),
            Cell::text(status),
            Cell::text(cooperation.funding_reference.as_deref().unwrap_or_default()),
        ];
        row.extend(funding(cooperation, texts));
        row.push(Cell::text(cooperation.coordinator.as_deref().unwrap_or_default()));
        if let Some(details) = self.details {
            let of = DetailsOf::Cooperation(cooperation.id.as_str());
            row.push(Cell::text(details.summary(of, language).unwrap_or_default()));
            row.push(Cell::sources(details, of));
        }
        if let Some(sides) = self.sides {
            let side = sides.of(key);
            row.push(Cell::text(
                side.map_or("", |side| texts.comparison.sides[side as usize]),
            ));
        }
        row.extend(edition(dataset, language));
        row
    }

    /// Places with their countries, countries, and organisations with their places, each once.
    fn partners(self, cooperation: &Cooperation) -> [Cell; 3] {
        let (mut places, mut countries, mut organisations) = (Vec::new(), Vec::new(), Vec::new());
        for partner in &cooperation.partners {
            let (place, country) = self.place(partner.place);
            let whole = match country.filter(|&country| country != place) {
                Some(country) => format!("{place}, {country}"),
                None => place.to_owned(),
            };
            insert(&mut places, whole);
            if let Some(country) = country {
                insert(&mut countries, country);
            }
            if let Some(organisation) = &partner.organisation {
                insert(&mut organisations, format!("{organisation} ({place})"));
            }
        }
        [
            Cell::list(&places),
            Cell::list(&countries),
            Cell::list(&organisations),
        ]
    }

    fn place(&self, key: PlaceKey) -> (&str, Option<&str>) {
        let place = self.dataset.place(key);
        let country = place
            .country
            .map(|key| &**self.dataset.country(key).name.get(self.language));
        (place.name.get(self.language), country)
    }
}

/// Version and date, publisher, licence: what every row of a table ends with.
pub(super) fn edition(dataset: &Dataset, language: Language) -> [Cell; 3] {
    let edition = &dataset.edition;
    let stated = (texts(language).export().edition)(&edition.version, &date(edition.date, language));
    [
        Cell::text(stated),
        Cell::text(&**edition.publisher.get(language)),
        Cell::text(&**edition.licence.get(language)),
    ]
}

/// The amount, and how its source words it.
fn funding(cooperation: &Cooperation, texts: &Texts) -> [Cell; 2] {
    let Some(funding) = cooperation.funding else {
        return [Cell::Empty, Cell::Empty];
    };
    let qualifier = match funding.qualifier {
        FundingQualifier::Exact => texts.export().exactly,
        FundingQualifier::UpTo => texts.up_to,
        FundingQualifier::About => texts.about_amount,
        FundingQualifier::MoreThan => texts.more_than,
    };
    [Cell::Number(funding.amount_eur), Cell::text(qualifier)]
}
