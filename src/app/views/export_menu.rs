//! The menu of what can be saved: groups of entries, each with a line that says what it is for.

mod data;
mod picture;

use clusteratlas_core::locale::texts::Words;
use leptos::prelude::*;

use crate::browser::announcer::spoken;
use crate::browser::document;
use crate::browser::dom::{Element, button, el};
use crate::browser::error::BrowserError;
use crate::browser::fetch::spawn;
use crate::store::Store;

/// The groups, in the order that is shown. Each is made of [`Menu::group`] and [`Menu::entry`].
const GROUPS: [fn(Menu) -> Element; 2] = [data::group, picture::group];

const TOGGLE: &str = "export-toggle";

/// The menu, as its groups need it.
#[derive(Clone, Copy)]
struct Menu {
    store: Store,
    open: RwSignal<bool>,
    saving: RwSignal<Saving>,
}

/// What became of the last file.
#[derive(Clone, PartialEq)]
enum Saving {
    /// It was saved, or none was asked for.
    Rest,
    /// It is being made.
    Making,
    /// It was not saved.
    Failed(BrowserError),
}

/// What an entry says of itself.
#[derive(Clone, Copy)]
struct Entry {
    /// Of the line below the button; no other element of the page has it.
    id: &'static str,
    /// On the button.
    name: Words,
    /// What the file is good for.
    purpose: Words,
}

impl Menu {
    /// Entries of one kind under a heading with that id; `above` stands between both.
    fn group(self, id: &'static str, heading: Words, above: Vec<Element>, entries: Vec<Element>) -> Element {
        let title = el("h3").class("export-menu__heading").id(id);
        el("div")
            .class("export-menu__group")
            .attr("role", "group")
            .attr("aria-labelledby", id)
            .child(title.words(self.store.session.language, heading))
            .children(above)
            .child(el("ul").class("export-menu__entries").children(entries))
    }

    /// A button that makes a file and saves it, one at a time; then the menu closes.
    fn entry<M: Future<Output = Result<(), BrowserError>> + 'static>(
        self,
        entry: Entry,
        make: impl Fn() -> M + 'static,
    ) -> Element {
        let language = self.store.session.language;
        let press = button("export-menu__format")
            .attr("aria-describedby", entry.id)
            .words(language, entry.name)
            .on_click(move || {
                if self.saving.get_untracked() != Saving::Making {
                    self.saving.set(Saving::Making);
                    let saved = make();
                    spawn(async move { self.finish(saved.await) });
                }
            });
        let purpose = el("p").class("export-menu__note").id(entry.id);
        el("li")
            .class("export-menu__entry")
            .child(press)
            .child(purpose.words(language, entry.purpose))
    }

    fn finish(self, saved: Result<(), BrowserError>) {
        match saved {
            Ok(()) => {
                self.saving.set(Saving::Rest);
                self.close();
            }
            Err(error) => self.saving.set(Saving::Failed(error)),
        }
    }

    /// Closes the menu if it is open; whether it was.
    fn close(self) -> bool {
        let was_open = self.open.get_untracked();
        if was_open {
            self.open.set(false);
            document::focus(TOGGLE);
        }
        was_open
    }
}

/// The button and the menu that it opens.
pub fn export_menu(store: Store) -> Element {
    let menu = Menu {
        store,
        open: RwSignal::new(false),
        saving: RwSignal::new(Saving::Rest),
    };
    let toggle = button("export-menu__toggle")
        .id(TOGGLE)
        .attr("aria-controls", "export-menu")
        .live_state("aria-expanded", move || menu.open.get())
        .words(store.session.language, |texts| texts.export().download)
        .on_click(move || {
            menu.saving.update(|saving| {
                if *saving != Saving::Making {
                    *saving = Saving::Rest;
                }
            });
            menu.open.update(|open| *open = !*open);
        });
    let panel = el("div")
        .class("export-menu__panel")
        .id("export-menu")
        .live_flag("hidden", move || !menu.open.get())
        .children(GROUPS.map(|group| group(menu)).into())
        .child(spoken(el("p"), move || {
            let texts = store.texts().export();
            match menu.saving.get() {
                Saving::Rest => String::new(),
                Saving::Making => texts.making.to_owned(),
                Saving::Failed(error) => (texts.failed)(&error.to_string()),
            }
        }));
    el("div")
        .class("export-menu")
        .child(toggle)
        .child(panel)
        .on_key(move |key| key == "Escape" && menu.close())
}
