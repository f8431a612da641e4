//! Charts of cooperations as values: which bars there are ([`Chart`]), and where everything stands at a width
//! ([`drawing::Drawing`]). The page and the file for saving draw the same value.
//!
//! A bar counts different cooperations. A cooperation with partners in two countries counts at both, so bars do
//! not add up; whatever shows a chart says so.

mod bars;
mod columns;
pub mod drawing;
mod legend;
pub mod lettering;
pub mod sign;
pub mod table;

use crate::dataset::Dataset;
use crate::domain::country::CountryCode;
use crate::domain::theme::Field;
use crate::order::heaviest_first;
use crate::query::bitmap::Bitmap;
use crate::query::facet::{Facet, NONE, Query};
use crate::query::index::Index;
use crate::query::years::{Undated, Years};

/// What the bars of a chart count by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The options of a facet, the most frequent first.
    Facet(Facet),
    /// Years in their order.
    Years,
}

impl By {
    /// The charts of a selection, in order of display.
    pub const ALL: [Self; 5] = [
        Self::Facet(Facet::Country),
        Self::Facet(Facet::Theme),
        Self::Facet(Facet::Programme),
        Self::Facet(Facet::State),
        Self::Years,
    ];

    /// A word for names of files and elements.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Facet(facet) => facet.key(),
            Self::Years => "year",
        }
    }
}

/// A number of cooperations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// As stated.
    pub stated: u32,
    /// Those that may belong here too: of years, the cooperations that began before and whose end is not stated.
    pub perhaps: u32,
}

impl Amount {
    const fn is_none(self) -> bool {
        self.stated == 0 && self.perhaps == 0
    }

    const fn sum(self) -> u32 {
        self.stated.saturating_add(self.perhaps)
    }
}

/// What a row counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// An option of a facet, as links write it.
    Option(Box<str>),
    /// A year.
    Year(u16),
    /// Everything that began in a year or before it.
    Until(u16),
    /// What has no date.
    Undated,
    /// Something that is no filter.
    Other,
}

/// A row of a chart: one bar, or two in a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it counts.
    pub value: Value,
    /// Its name.
    pub label: String,
    /// Its colour and sign, if it has one.
    pub field: Option<Field>,
    /// The numbers of the selection and of the one that it is compared with.
    pub amounts: [Amount; 2],
    /// Of years, how many cooperations of each selection began in it or before it.
    begun: [u32; 2],
}

impl Row {
    /// A row with one number that is no filter.
    pub fn plain(label: String, stated: u32) -> Self {
        let amount = Amount { stated, perhaps: 0 };
        Self::new(Value::Other, label, [amount, Amount::default()])
    }

    const fn new(value: Value, label: String, amounts: [Amount; 2]) -> Self {
        Self {
            value,
            label,
            field: None,
            amounts,
            begun: [0; 2],
        }
    }
}

/// A chart of one or two selections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// What its bars count by.
    pub by: By,
    /// Whether there are two selections.
    pub compared: bool,
    /// Its bars.
    pub rows: Vec<Row>,
    /// What belongs to it and is no bar: what is not stated, and what is in Germany.
    pub aside: Vec<Row>,
}

/// A chart has so many bars, if it would have more than [`FEW`].
const MOST: usize = 12;

/// A ranking of so many rows is shown in full.
const FEW: usize = 17;

impl Chart {
    /// Counts one selection, or two that are compared; `name` gives the options of a facet their names, and
    /// [`Value::Undated`] has none of its own but `undated`.
    pub fn of(
        dataset: &Dataset,
        index: &Index,
        by: By,
        selections: &[&Bitmap],
        name: &dyn Fn(Facet, &str) -> String,
        undated: &str,
    ) -> Self {
        let mut chart = Self {
            by,
            compared: selections.len() > 1,
            rows: Vec::new(),
            aside: Vec::new(),
        };
        match by {
            By::Facet(facet) => chart.count_options(dataset, index, facet, selections, name),
            By::Years => chart.count_years(index, selections, undated),
        }
        chart
    }

    fn count_options(
        &mut self,
        dataset: &Dataset,
        index: &Index,
        facet: Facet,
        selections: &[&Bitmap],
        name: &dyn Fn(Facet, &str) -> String,
    ) {
        let germany = CountryCode::GERMANY.to_string();
        let mut rows: Vec<Row> = Vec::new();
        for (option, (value, set)) in index.options(facet).iter().zip(index.sets(facet)).enumerate() {
            let amounts = amounts(selections, &|selection| set.count_both(selection));
            if amounts.into_iter().all(Amount::is_none) {
                continue;
            }
            let mut row = Row::new(Value::Option(value.clone()), name(facet, value), amounts);
            if **value == *NONE || facet == Facet::Country && **value == *germany {
                self.aside.push(row);
                continue;
            }
            if facet == Facet::Theme {
                row.field = dataset.themes().get(option).map(|theme| theme.field);
            }
            rows.push(row);
        }
        let weights: Vec<u32> = rows
            .iter()
            .map(|row| row.amounts[0].stated.saturating_add(row.amounts[1].stated))
            .collect();
        self.rows = crate::order::arranged(rows, &heaviest_first(&weights));
    }

    fn count_years(&mut self, index: &Index, selections: &[&Bitmap], undated: &str) {
        let terms = index.terms();
        let counted: Vec<_> = selections
            .iter()
            .map(|selection| (terms.histogram(selection, u16::MAX), terms.begun(selection)))
            .collect();
        let Some((first, last)) = terms.span() else { return };
        for (position, year) in (first..=last).enumerate() {
            let mut row = Row::new(Value::Year(year), year.to_string(), [Amount::default(); 2]);
            for (selection, (histogram, begun)) in counted.iter().enumerate().take(2) {
                row.amounts[selection] = Amount {
                    stated: histogram.running[position],
                    perhaps: histogram.perhaps[position],
                };
                row.begun[selection] = begun[position];
            }
            self.rows.push(row);
        }
        // Before and after everything there is nothing to see.
        let is_some = |row: &Row| !row.amounts.into_iter().all(Amount::is_none);
        let behind = self.rows.iter().rposition(is_some).map_or(0, |last| last + 1);
        self.rows.truncate(behind);
        let before = self.rows.iter().position(is_some).unwrap_or(0);
        self.rows.drain(..before);
        let without = amounts(selections, &|selection| terms.undated().count_both(selection));
        if !without.into_iter().all(Amount::is_none) {
            self.aside
                .push(Row::new(Value::Undated, undated.to_owned(), without));
        }
    }

    /// Whether it has nothing to show.
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.aside.is_empty()
    }

    /// How many of the rows are drawn; the others are in the table.
    pub fn drawn(&self) -> usize {
        match self.by {
            By::Facet(_) if self.rows.len() > FEW => MOST,
            _ => self.rows.len(),
        }
    }

    /// The same years in at most so many rows: the earliest are gathered into one, named by `until`, that counts
    /// whatever began by then, each once.
    #[must_use]
    pub fn gathered(&self, most: usize, until: &dyn Fn(&str) -> String) -> Self {
        let mut chart = self.clone();
        let surplus = chart.rows.len().saturating_sub(most.max(1));
        chart.rows.drain(..surplus);
        let first = chart.rows.first_mut().filter(|_| surplus > 0);
        if let Some(row) = first
            && let Value::Year(year) = row.value
        {
            row.value = Value::Until(year);
            row.label = until(&row.label);
            row.amounts = row.begun.map(|stated| Amount { stated, perhaps: 0 });
        }
        chart
    }

    /// Whether a query asks for a row and nothing else of what the chart counts by.
    pub fn is_asked(&self, query: &Query, row: &Row) -> bool {
        match (self.by, &row.value) {
            (By::Facet(facet), Value::Option(value)) => {
                matches!(query.values(facet), [only] if only == value)
            }
            (By::Years, value) => years_of(value).is_some_and(|years| query.years == years),
            _ => false,
        }
    }

    /// The query that asks for a row and nothing else of what the chart counts by; where it is asked already, the
    /// one that asks for all of that.
    pub fn asked(&self, query: &Query, row: &Row) -> Query {
        let mut next = query.clone();
        let is_asked = self.is_asked(query, row);
        match (self.by, &row.value) {
            (By::Facet(facet), Value::Option(value)) => {
                next.clear(facet);
                if !is_asked {
                    next.set(facet, value, true);
                }
            }
            (By::Years, value) => {
                let years = years_of(value).filter(|_| !is_asked);
                next.years = years.unwrap_or_default();
            }
            _ => {}
        }
        next
    }
}

/// The years that a row counts: those alone whose dates are stated, or those without any.
fn years_of(value: &Value) -> Option<Years> {
    let stated = |from, to| Years {
        from,
        to,
        undated: Undated::Excluded,
    };
    match *value {
        Value::Year(year) => Some(stated(Some(year), Some(year))),
        Value::Until(year) => Some(stated(None, Some(year))),
        Value::Undated => Some(Years {
            from: None,
            to: None,
            undated: Undated::Only,
        }),
        Value::Option(_) | Value::Other => None,
    }
}

/// A number for each selection.
fn amounts(selections: &[&Bitmap], count: &dyn Fn(&Bitmap) -> u32) -> [Amount; 2] {
    let mut amounts = [Amount::default(); 2];
    for (amount, selection) in amounts.iter_mut().zip(selections) {
        amount.stated = count(selection);
    }
    amounts
}
