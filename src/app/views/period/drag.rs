//! A way through the years: many small changes, of which "back" undoes the whole.

use std::cell::Cell;
use std::rc::Rc;

use clusteratlas_core::query::years::Years;
use leptos::prelude::*;

use crate::browser::frame::Paced;
use crate::store::{Change, Store};

/// A way that a pointer or a key goes. Its first change is a step, those that follow change that step.
#[derive(Clone)]
pub(super) struct Drag {
    store: Store,
    /// Where it has come to.
    reached: Rc<Cell<Option<Years>>>,
    paced: Paced,
}

impl Drag {
    pub(super) fn new(store: Store) -> Self {
        Self {
            store,
            reached: Rc::default(),
            paced: Paced::default(),
        }
    }

    /// Begins a way of its own.
    pub(super) fn begin(&self) {
        self.reached.set(None);
    }

    /// Goes on to other bounds, within a frame.
    pub(super) fn go(&self, from: Option<u16>, to: Option<u16>) {
        let own = self.clone();
        self.paced.ask(move || {
            let present = own.store.session.query.with_untracked(|query| query.years);
            let years = present.between(from, to);
            if present != years {
                // Whoever has gone back meanwhile begins anew.
                let goes_on = own.reached.replace(Some(years)) == Some(present);
                let change = if goes_on { Change::Small } else { Change::Step };
                own.store.choose_years(years, change);
            }
        });
    }

    /// Does at once what is still to be done.
    pub(super) fn end(&self) {
        self.paced.hurry();
    }
}
