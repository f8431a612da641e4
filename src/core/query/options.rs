//! The values that each facet offers.

use crate::dataset::Dataset;
use crate::domain::federal_state::FederalState;
use crate::domain::partial_date::Status;

use super::facet::{Facet, NONE};

/// The options of a facet in order of display; [`NONE`] is the last of those that have it.
pub(super) fn options(dataset: &Dataset, facet: Facet) -> Vec<Box<str>> {
    let mut options: Vec<Box<str>> = match facet {
        Facet::Theme => texts(dataset.themes(), |theme| theme.id.as_str().into()),
        Facet::Programme => texts(dataset.programmes(), |programme| programme.id.as_str().into()),
        Facet::Country => texts(dataset.countries(), |country| country.code.to_string().into()),
        Facet::State => texts(&FederalState::ALL, |state| state.code().into()),
        Facet::Kind => texts(dataset.kinds(), |kind| kind.id.as_str().into()),
        Facet::Status => texts(&Status::ALL, |status| status.code().into()),
    };
    if matches!(facet, Facet::Programme | Facet::Country | Facet::State) {
        options.push(NONE.into());
    }
    options
}

fn texts<T>(records: &[T], text: fn(&T) -> Box<str>) -> Vec<Box<str>> {
    records.iter().map(text).collect()
}
