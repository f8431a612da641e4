//! What a story is, and the list of all.

use std::pin::Pin;

use anyhow::Result;

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
    /// The language that the reader's browser asks for.
    pub(crate) speaks: &'static str,
    /// Acts and looks.
    pub(crate) tell: for<'a> fn(&'a Page) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>,
}

impl Story {
    /// The same story for a reader whose browser asks for another language.
    pub(crate) const fn for_reader_of(mut self, language: &'static str) -> Self {
        self.speaks = language;
        self
    }
}

/// A story for each function, by its name; readers speak German unless they are said not to.
macro_rules! stories {
    ($($tell:ident $(for $language:literal)?),* $(,)?) => {
        &[$($crate::story::Story {
            name: stringify!($tell),
            speaks: "de",
            tell: |page| Box::pin($tell(page)),
        }$(.for_reader_of($language))?),*]
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
