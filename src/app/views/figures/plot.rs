//! What a chart of the selection is called and counts, and its drawing at a width.

use clusteratlas_core::chart::drawing::{Drawing, Words};
use clusteratlas_core::chart::table::Heads;
use clusteratlas_core::chart::{By, Chart, Row, Value};
use clusteratlas_core::locale::texts::Texts;
use clusteratlas_core::naming::option_name;
use clusteratlas_core::query::facet::Facet;

use crate::store::Store;

use super::with_selections;

/// The chart of the selection; tracked.
pub(super) fn plot(store: Store, by: By) -> Chart {
    let atlas = store.atlas();
    let language = store.language();
    let name = |facet: Facet, value: &str| option_name(&atlas.dataset, facet, value, language);
    let undated = store.texts().no_date;
    with_selections(store, |selections| {
        Chart::of(&atlas.dataset, &atlas.index, by, selections, &name, undated)
    })
}

/// The chart laid out at a width; tracked.
pub(super) fn laid_out(store: Store, chart: &Chart, width: f64) -> Drawing {
    let texts = store.texts();
    let language = store.language();
    let words = Words {
        language,
        first: texts.comparison.sides[0],
        second: texts.comparison.sides[1],
        stated: texts.figures().stated_years,
        perhaps: texts.figures().perhaps_years,
        field: &|field| store.atlas().dataset.field_name(field).get(language).to_string(),
        until: &texts.figures().until,
        further: &texts.figures().further,
    };
    Drawing::of(chart, width, &words)
}

/// The title of a chart.
pub(super) const fn title(by: By, texts: &Texts) -> &'static str {
    match by {
        By::Facet(Facet::Country) => texts.figures().by_country,
        By::Facet(Facet::Theme) => texts.figures().by_theme,
        By::Facet(Facet::Programme) => texts.figures().by_programme,
        By::Facet(Facet::State) => texts.figures().by_state,
        By::Facet(Facet::Kind) => texts.kinds,
        By::Facet(Facet::Status) => texts.status,
        By::Years => texts.figures().by_year,
    }
}

/// The heads of its table.
pub(super) const fn heads(by: By, texts: &Texts) -> Heads<'static> {
    Heads {
        by: match by {
            By::Facet(Facet::Country) => texts.figures().country,
            By::Facet(Facet::Theme) => texts.figures().theme,
            By::Facet(Facet::Programme) => texts.figures().programme,
            By::Facet(Facet::State) => texts.figures().state,
            By::Facet(Facet::Kind) => texts.kind,
            By::Facet(Facet::Status) => texts.status,
            By::Years => texts.figures().year,
        },
        first: texts.figures().cooperations,
        second: texts.comparison.sides[1],
        first_perhaps: texts.figures().perhaps,
        second_perhaps: texts.figures().compared_perhaps,
    }
}

/// The full name of a bar, with its numbers.
pub(super) fn name(row: &Row, compared: bool, texts: &Texts) -> String {
    let [first, second] = row.amounts;
    let mut name = (texts.mark_name)(&row.label, first.stated as usize);
    if first.perhaps > 0 {
        name = (texts.figures().bar_perhaps)(&name, first.perhaps as usize);
    }
    if compared {
        name = (texts.figures().bar_compared)(&name, second.stated as usize);
    }
    name
}

/// A word for the id of a bar.
pub(super) fn word(value: &Value) -> String {
    match value {
        Value::Option(option) => option.to_string(),
        Value::Year(year) => year.to_string(),
        Value::Until(year) => format!("until-{year}"),
        Value::Undated => "undated".to_owned(),
        Value::Other => String::new(),
    }
}
