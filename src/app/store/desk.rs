//! What editors have before them: what was read, what is being done, and which part of it they look at.

use std::ops::Deref;
use std::sync::Arc;

use clusteratlas_core::dataset::details::Details;
use clusteratlas_core::search::fold::folded;
use clusteratlas_core::workbench::{Both, Change, Difference, Note, Outcome, Product, Severity, Step, Task};
use leptos::prelude::*;

use super::{Arrival, Atlas, Store};

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Nothing.
    Rest,
    /// Files are read, or what is published where there are none.
    Reading {
        /// What is done with them, once the workbench has said so.
        step: Option<Step>,
        /// Parts of a thousand that are done.
        permille: u16,
    },
    /// A file is made.
    Making(Product),
}

/// Why something could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Files are larger than the workbench reads.
    TooLarge,
    /// The workbench says why.
    Refused(Both),
    /// The workbench does not start, and why.
    NotStarted(String),
    /// The workbench has broken down, and what the browser says.
    Broken(String),
    /// The browser has not saved a file.
    NotSaved,
    /// What was accepted cannot be shown, and why.
    NoPreview(String),
    /// The editor has ended it.
    Cancelled,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Names of the files.
    pub names: Vec<String>,
    /// What came of it.
    pub outcome: Outcome,
    /// `atlas.json`, `details.json` and `stories.json` of what was accepted, where it can be published.
    pub site: Option<[String; 3]>,
}

impl Reading {
    /// What came of reading files of these names, with the files of the answer.
    pub fn new(names: Vec<String>, outcome: Outcome, files: Vec<Vec<u8>>) -> Self {
        let texts: Result<Vec<String>, _> = files.into_iter().map(String::from_utf8).collect();
        Self {
            names,
            outcome,
            site: texts.ok().and_then(|texts| texts.try_into().ok()),
        }
    }

    /// How many notes weigh so much.
    pub fn weighing(&self, severity: Severity) -> usize {
        let notes = self.outcome.notes.iter();
        notes.filter(|note| note.severity == severity).count()
    }
}

/// A preview that was made, with what keeps it alive.
struct Previewed {
    of: Arc<Reading>,
    store: Store,
    _owner: Owner,
}

/// What editors have before them: a handle as small as a pointer. Its parts live as long as the page, so that neither
/// another view nor another language takes anything away.
#[derive(Clone, Copy)]
pub struct Desk(&'static DeskParts);

impl Deref for Desk {
    type Target = DeskParts;

    fn deref(&self) -> &DeskParts {
        self.0
    }
}

/// The parts of a [`Desk`].
pub struct DeskParts {
    /// What is being done.
    pub work: RwSignal<Work>,
    /// Why the last could not be done.
    pub trouble: RwSignal<Option<Trouble>>,
    /// What was read last.
    pub reading: RwSignal<Option<Arc<Reading>>>,
    /// What is published, read once somebody has asked what could be improved in it.
    pub published: RwSignal<Option<Arc<Reading>>>,
    /// Which notes are shown.
    pub notes: RwSignal<Sieve>,
    /// Which differences are shown.
    pub differences: RwSignal<Sieve>,
    /// Which tasks are shown.
    pub tasks: RwSignal<Sieve>,
    previewed: StoredValue<Option<Previewed>>,
}

impl Desk {
    /// An empty one.
    pub(super) fn new() -> Self {
        Self(Box::leak(Box::new(DeskParts {
            work: RwSignal::new(Work::Rest),
            trouble: RwSignal::new(None),
            reading: RwSignal::new(None),
            published: RwSignal::new(None),
            notes: RwSignal::default(),
            differences: RwSignal::default(),
            tasks: RwSignal::default(),
            previewed: StoredValue::new(None),
        })))
    }

    /// Whether nothing is being done; tracked.
    pub fn rests(self) -> bool {
        self.work.with(|work| *work == Work::Rest)
    }

    /// Takes what was read in place of what was read before.
    pub fn take(self, reading: Reading) {
        for sieve in [self.notes, self.differences, self.tasks] {
            sieve.set(Sieve::default());
        }
        self.reading.set(Some(Arc::new(reading)));
    }

    /// The store of what was read; it is made once for each reading.
    ///
    /// # Errors
    /// When nothing was read that could be published, or that cannot be read as the page reads it; says why.
    pub fn preview(self, published: Store) -> Result<Store, String> {
        let reading = self.reading.get_untracked().unwrap_or_default();
        let known = self.previewed.with_value(|previewed| {
            let previewed = previewed.as_ref()?;
            Arc::ptr_eq(&previewed.of, &reading).then_some(previewed.store)
        });
        if let Some(store) = known {
            return Ok(store);
        }
        let Some([atlas, details, stories]) = &reading.site else {
            return Err(String::new());
        };
        let atlas = Atlas::read(atlas).map_err(|error| error.to_string())?;
        let details = match Details::take(details.clone(), &atlas.dataset.edition.content) {
            Ok(details) => Arrival::Ready(Arc::new(details)),
            Err(error) => Arrival::Failed(error.to_string()),
        };
        let owner = published.session.owner.with(Owner::new);
        let store = owner.with(|| published.preview(atlas, details, stories.clone()));
        // What followed the signals of the one before ends with it.
        self.previewed.set_value(Some(Previewed {
            of: reading,
            store,
            _owner: owner,
        }));
        Ok(store)
    }
}

/// Something of which there may be thousands.
pub trait Sifted {
    /// A key of its kind.
    fn kind(&self) -> &str;

    /// A key of the sheet that it is about.
    fn sheet(&self) -> &str;

    /// Everything that can be searched for in it.
    fn words(&self) -> Vec<&str>;
}

impl Sifted for Note {
    fn kind(&self) -> &str {
        match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }

    fn sheet(&self) -> &str {
        &self.sheet
    }

    fn words(&self) -> Vec<&str> {
        let certain = [
            &self.sheet,
            &self.message.de,
            &self.message.en,
            &self.hint.de,
            &self.hint.en,
        ];
        let perhaps = [
            &self.column,
            &self.heading,
            &self.record,
            &self.value,
            &self.suggestion,
        ];
        let perhaps = perhaps.into_iter().flatten();
        certain.into_iter().chain(perhaps).map(String::as_str).collect()
    }
}

impl Sifted for Difference {
    fn kind(&self) -> &str {
        match self.change {
            Change::Added => "added",
            Change::Removed => "removed",
            Change::Changed(_) => "changed",
        }
    }

    fn sheet(&self) -> &str {
        &self.sheet.de
    }

    fn words(&self) -> Vec<&str> {
        let mut words = vec![self.id.as_str()];
        if let Some(name) = &self.name {
            words.extend([name.de.as_str(), name.en.as_str()]);
        }
        if let Change::Changed(fields) = &self.change {
            for field in fields {
                let Both { de, en } = &field.heading;
                words.extend([de.as_str(), en, &field.old, &field.new]);
            }
        }
        words
    }
}

impl Sifted for Task {
    fn kind(&self) -> &str {
        &self.reason.de
    }

    fn sheet(&self) -> &str {
        &self.sheet.de
    }

    fn words(&self) -> Vec<&str> {
        vec![&self.id, &self.about, &self.reason.de, &self.reason.en]
    }
}

/// A key, one that has it, and how many have it.
pub type Kinds<'a, T> = Vec<(&'a str, &'a T, usize)>;

/// Which of many are shown; empty texts ask for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sieve {
    /// Of this kind.
    pub kind: String,
    /// About this sheet.
    pub sheet: String,
    /// With these words.
    pub words: String,
}

impl Sieve {
    /// The positions of those that pass.
    pub fn sift<T: Sifted>(&self, items: &[T]) -> Vec<usize> {
        let asked = folded(&self.words);
        let passes = |item: &T| {
            let suits = |key: &str, asked: &str| asked.is_empty() || key == asked;
            let has_words = || {
                let words = folded(&item.words().join(" "));
                asked.split(' ').all(|word| words.contains(word))
            };
            suits(item.kind(), &self.kind)
                && suits(item.sheet(), &self.sheet)
                && (asked.is_empty() || has_words())
        };
        let items = items.iter().enumerate();
        items
            .filter(|(_, item)| passes(item))
            .map(|(position, _)| position)
            .collect()
    }

    /// The keys that items have, in the order in which they come first.
    pub fn keys<T: Sifted>(items: &[T], key: fn(&T) -> &str) -> Kinds<'_, T> {
        let mut keys: Kinds<'_, T> = Vec::new();
        for item in items {
            match keys.iter_mut().find(|known| known.0 == key(item)) {
                Some(known) => known.2 += 1,
                None => keys.push((key(item), item, 1)),
            }
        }
        keys
    }
}
