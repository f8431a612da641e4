//! What a story is, and the list of all.

use std::pin::Pin;

use anyhow::Result;

use crate::browser::{Hand, Kind, Reader};
use crate::page::Page;
use crate::{
    accessibility, agreement, brief, colours, crowd, details, editors, embed, failures, figures, filters,
    guided, host_pages, hostile, hosting, keyboard, languages, links, markup, matrix, memory, messages,
    motion, moving, narrow, offline, opening, pages, period, picture, pointer, privacy, questions, restraint,
    search, seats, share, speech, table, tiles, touch, trees, walking, wheel, zoom,
};

/// Something that a reader wants of the site.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Story {
    /// What must hold, as a statement.
    pub(crate) name: &'static str,
    /// Whose browser it is.
    pub(crate) reader: Reader,
    /// The only browser that can tell it, if not all can.
    pub(crate) only: Option<Kind>,
    /// Whether it has a long form, which looks at all there is.
    pub(crate) has_long_form: bool,
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

    /// The same story for a reader whose browser has letters twice as large.
    pub(crate) const fn with_large_letters(mut self) -> Self {
        self.reader.letters_px = 32;
        self
    }

    /// The same story for a reader with a touch screen.
    pub(crate) const fn by_touch(mut self) -> Self {
        self.reader.hand = Hand::Finger;
        self
    }

    /// The same story, by another name, for a reader with a keyboard alone.
    pub(crate) const fn without_pointer(mut self, name: &'static str) -> Self {
        self.name = name;
        self.reader.hand = Hand::Keys;
        self
    }

    /// The same story for a reader without a network.
    pub(crate) const fn without_network(mut self) -> Self {
        self.reader.network = false;
        self
    }

    /// The same story, with a long form for `--accessibility`.
    pub(crate) const fn thorough(mut self) -> Self {
        self.has_long_form = true;
        self
    }

    /// The same story, told in Chromium only: it asks for what no other browser tells.
    pub(crate) const fn in_chromium(mut self) -> Self {
        self.only = Some(Kind::Chromium);
        self
    }
}

/// A story for each function, by its name; readers speak German and let scripts run unless it is said otherwise.
macro_rules! stories {
    ($($tell:ident $(.$change:ident($($argument:literal)?))*),* $(,)?) => {
        &[$($crate::story::Story {
            name: stringify!($tell),
            reader: $crate::browser::Reader::ORDINARY,
            only: None,
            has_long_form: false,
            tell: |page| Box::pin($tell(page)),
        }$(.$change($($argument)?))*),*]
    };
}
pub(crate) use stories;

/// All stories.
pub(crate) fn all() -> impl Iterator<Item = Story> {
    let files: &'static [&'static [Story]] = &[
        opening::STORIES,
        filters::STORIES,
        period::STORIES,
        guided::STORIES,
        search::STORIES,
        details::STORIES,
        brief::STORIES,
        editors::STORIES,
        languages::STORIES,
        links::STORIES,
        messages::STORIES,
        embed::STORIES,
        wheel::STORIES,
        walking::STORIES,
        seats::STORIES,
        failures::STORIES,
        hostile::STORIES,
        host_pages::STORIES,
        keyboard::STORIES,
        pointer::STORIES,
        zoom::STORIES,
        share::STORIES,
        speech::STORIES,
        trees::STORIES,
        markup::STORIES,
        hosting::STORIES,
        accessibility::STORIES,
        privacy::STORIES,
        tiles::STORIES,
        narrow::STORIES,
        touch::STORIES,
        motion::STORIES,
        moving::STORIES,
        crowd::STORIES,
        colours::STORIES,
        agreement::STORIES,
        memory::STORIES,
        matrix::STORIES,
        figures::STORIES,
        picture::STORIES,
        table::STORIES,
        questions::STORIES,
        offline::STORIES,
        pages::STORIES,
        restraint::STORIES,
    ];
    files.iter().copied().flatten().copied()
}
