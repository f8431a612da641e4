//! What a story is, and the list of all.

use std::pin::Pin;

use anyhow::Result;

use crate::browser::Reader;
use crate::page::Page;
use crate::{
    accessibility, details, failures, filters, hostile, languages, links, messages, narrow, opening, privacy,
    seats, wheel,
};

/// Something that a reader wants of the site.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Story {
    /// What must hold, as a statement.
    pub(crate) name: &'static str,
    /// Whose browser it is.
    pub(crate) reader: Reader,
    /// Acts and looks.
    pub(crate) tell: Tell,
}

/// Tells a story on a page.
type Tell = for<'a> fn(&'a Page) -> Telling<'a>;

/// A story being told.
type Telling<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

impl Story {
    /// The same story for a reader whose browser asks for another language.
    pub(crate) const fn speaking(mut self, language: &'static str) -> Self {
        self.reader.language = language;
        self
    }

    /// The same story for a reader who lets no scripts run.
    pub(crate) const fn without_scripts(mut self) -> Self {
        self.reader.scripts = false;
        self
    }
}

/// A story for each function, by its name; readers speak German and let scripts run unless it is said otherwise.
macro_rules! stories {
    ($($tell:ident $(.$change:ident($($argument:literal)?))?),* $(,)?) => {
        &[$($crate::story::Story {
            name: stringify!($tell),
            reader: $crate::browser::Reader::ORDINARY,
            tell: |page| Box::pin($tell(page)),
        }$(.$change($($argument)?))?),*]
    };
}
pub(crate) use stories;

/// All stories.
pub(crate) fn all() -> impl Iterator<Item = Story> {
    let files: [&[Story]; 13] = [
        opening::STORIES,
        filters::STORIES,
        details::STORIES,
        languages::STORIES,
        links::STORIES,
        messages::STORIES,
        wheel::STORIES,
        seats::STORIES,
        failures::STORIES,
        hostile::STORIES,
        accessibility::STORIES,
        privacy::STORIES,
        narrow::STORIES,
    ];
    files.into_iter().flatten().copied()
}
