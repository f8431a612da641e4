//! The first and the last year as numbers that can be typed.

use clusteratlas_core::locale::texts::Words;
use clusteratlas_core::query::years::Years;
use leptos::prelude::*;

use crate::browser::announcer::spoken;
use crate::browser::dom::{Element, el, keep, span};
use crate::store::{Change, Store};

/// The ids of both fields, and what they are called.
const FIELDS: [(&str, Words); 2] = [
    ("period-from", |texts| texts.period().from),
    ("period-to", |texts| texts.period().to),
];

/// Where it is told what is wrong with them.
const PROBLEM: &str = "period-problem";

/// What is wrong with what was typed.
#[derive(Clone, PartialEq, Eq)]
enum Problem {
    /// The field at a position holds this.
    NoYear(usize, String),
    Reversed(u16, u16),
}

impl Problem {
    /// Whether the field at a position is to be changed.
    fn is_at(&self, position: usize) -> bool {
        match self {
            Self::NoYear(own, _) => *own == position,
            Self::Reversed(..) => true,
        }
    }
}

/// Both fields, and what is wrong with them. What they show without a bound is `unbound`.
pub(super) fn fields(store: Store, years: Memo<Years>, unbound: [u16; 2]) -> Element {
    let language = store.session.language;
    let problem = RwSignal::new(None::<Problem>);
    let inputs = FIELDS.map(|(id, _)| {
        let input = el("input").class("period__field").id(id).attr("type", "text");
        let input = input.attr("inputmode", "numeric").attr("autocomplete", "off");
        input.attr("size", "4").attr("aria-describedby", PROBLEM)
    });
    for (position, input) in inputs.iter().enumerate() {
        let bound = Memo::new(move |_| {
            let years = years.get();
            [years.from, years.to][position].unwrap_or(unbound[position])
        });
        let own = input.clone();
        // What is being typed stays where the other bound changes.
        keep(move || {
            own.set_value(&bound.get().to_string());
            problem.set(None);
        });
        let wrong = move || problem.with(|problem| problem.as_ref().is_some_and(|one| one.is_at(position)));
        let both = inputs.clone();
        let on_change = move |_| {
            let read = read(&both, unbound);
            if let Ok((from, to)) = read {
                let next = years.get_untracked().between(from, to);
                store.choose_years(next, Change::Step);
            }
            problem.set(read.err());
        };
        // Both are shared handles of the same elements.
        let _kept = input
            .clone()
            .live_state("aria-invalid", wrong)
            .on("change", on_change);
    }
    let told = move || {
        let period = store.texts().period();
        problem.with(|problem| match problem {
            Some(Problem::NoYear(_, text)) => (period.no_year)(text),
            Some(Problem::Reversed(from, to)) => (period.reversed)(*from, *to),
            None => String::new(),
        })
    };
    let labelled = FIELDS.iter().zip(inputs).map(|(&(_, words), input)| {
        let name = span("period__field-name").words(language, words);
        el("label").class("period__label").child(name).child(input)
    });
    el("div")
        .class("period__fields")
        .children(labelled.collect())
        .child(spoken(el("p").class("period__problem").id(PROBLEM), told))
}

/// The bounds that both fields hold; an empty field is none.
fn read(inputs: &[Element; 2], unbound: [u16; 2]) -> Result<(Option<u16>, Option<u16>), Problem> {
    let mut bounds = [None; 2];
    for (position, input) in inputs.iter().enumerate() {
        let text = input.value();
        let text = text.trim();
        let year = Years::read(text);
        if year.is_none() && !text.is_empty() {
            return Err(Problem::NoYear(position, text.to_owned()));
        }
        bounds[position] = year.filter(|&year| year != unbound[position]);
    }
    match bounds {
        [Some(from), Some(to)] if from > to => Err(Problem::Reversed(from, to)),
        [from, to] => Ok((from, to)),
    }
}
