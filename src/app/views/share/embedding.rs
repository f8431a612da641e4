//! The snippet of the present view for another page, with its options and a preview.

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::embedding::{Embedding, SANDBOX, compact, folder, policy};
use clusteratlas_core::locale;
use clusteratlas_core::locale::texts::{Texts, Words};
use clusteratlas_core::naming::{facet_name, option_name};
use clusteratlas_core::permalink::controls::{Control, Controls};
use clusteratlas_core::permalink::view_state::{Appearance, ViewState};
use clusteratlas_core::query::facet::{Facet, Query};
use leptos::prelude::*;

use crate::browser::dom::{self, Element, el, span};
use crate::browser::{address_bar, document};
use crate::store::Store;

use super::field::{Size, field};

/// Heights that the field takes, in CSS pixels.
const HEIGHTS_PX: (u16, u16) = (200, 5000);

/// The height that it begins with, in CSS pixels: enough for the compact form in most columns.
const USUAL_HEIGHT_PX: u16 = 640;

/// More names than these would make a name too long to be heard.
const MOST_NAMES: usize = 4;

/// What the visitor has chosen in the dialog.
#[derive(Clone, Copy)]
struct Options {
    is_element: RwSignal<bool>,
    follows: RwSignal<bool>,
    height_px: RwSignal<u16>,
    controls: RwSignal<Controls>,
    language: RwSignal<Language>,
    appearance: RwSignal<Appearance>,
}

impl Options {
    fn new(store: Store) -> Self {
        let state = store.session.view_state.get_untracked();
        Self {
            is_element: RwSignal::new(false),
            follows: RwSignal::new(true),
            height_px: RwSignal::new(USUAL_HEIGHT_PX),
            controls: RwSignal::new(state.controls),
            language: RwSignal::new(store.language_untracked()),
            appearance: RwSignal::new(state.appearance),
        }
    }

    /// The present view as it shall appear.
    fn view_state(self, store: Store) -> ViewState {
        ViewState {
            language: Some(self.language.get()),
            appearance: self.appearance.get(),
            controls: self.controls.get(),
            ..store.view_state()
        }
    }

    fn snippet(self, store: Store, address: &str) -> String {
        let language = self.language.get();
        let view_state = self.view_state(store);
        let texts = locale::texts(language).share();
        let embedding = Embedding {
            address,
            view_state: &view_state,
            name: &(texts.frame_name)(&names(store, &view_state.query, language)),
            link: texts.open,
        };
        let height_px = self.height_px.get();
        if self.is_element.get() {
            embedding.element((!self.follows.get()).then_some(height_px))
        } else {
            embedding.frame(height_px)
        }
    }
}

/// The names of chosen values of filters, so that frames of one page have different names.
fn names(store: Store, query: &Query, language: Language) -> String {
    let dataset = &store.atlas().dataset;
    let mut names = Vec::new();
    for facet in Facet::ALL {
        let values = query.values(facet).iter();
        names.extend(values.map(|value| option_name(dataset, facet, value, language)));
    }
    if names.len() > MOST_NAMES {
        names.clear();
    }
    names.join(", ")
}

/// What the dialog says.
pub fn content(store: Store) -> Vec<Element> {
    let heading = super::heading(store, |texts| texts.share().embed_heading);
    let own = address_bar::address_of("");
    let is_hosted = own.starts_with("http");
    let configured = document::configured("address");
    let Some(address) = configured.or_else(|| is_hosted.then(|| folder(&own).to_owned())) else {
        let words = el("p").words(store.session.language, |texts| texts.share().no_address);
        return vec![heading, words];
    };
    let options = Options::new(store);
    let address = StoredValue::new(address);
    let snippet = field(
        store,
        Size::Lines,
        |texts| texts.share().snippet,
        |texts| texts.share().copy_snippet,
        move || address.with_value(|address| options.snippet(store, address)),
    );
    let sources = field(
        store,
        Size::Line,
        |texts| texts.share().policy,
        |texts| texts.share().copy_policy,
        move || address.with_value(|address| policy(address, options.is_element.get())),
    );
    let note = el("p")
        .class("share__note")
        .words(store.session.language, |texts| texts.share().policy_note);
    let mut chosen = el("div").class("share__columns").child(choices(store, options));
    if is_hosted {
        chosen = chosen.child(preview(store, options));
    }
    vec![heading, chosen, snippet, sources.child(note)]
}

fn choices(store: Store, options: Options) -> Element {
    let language = store.session.language;
    let follows = checkbox(
        store,
        |texts| texts.share().follows,
        move || options.follows.get(),
        move |on| options.follows.set(on),
    );
    let height = el("input")
        .class("share__height")
        .attr("type", "number")
        .attr("min", &HEIGHTS_PX.0.to_string())
        .attr("max", &HEIGHTS_PX.1.to_string())
        .attr("step", "10")
        .live_value(move || options.height_px.get().to_string())
        .on("change", move |event| {
            let asked: u16 = dom::value_of(&event).parse().unwrap_or(USUAL_HEIGHT_PX);
            // Sets it anew where it stays the same, so that the field shows what holds.
            options.height_px.set(asked.clamp(HEIGHTS_PX.0, HEIGHTS_PX.1));
        });
    let height = el("label")
        .class("share__choice share__choice--wide")
        .child(span("").words(language, |texts| texts.share().height))
        .child(height)
        .live_flag("hidden", move || {
            options.is_element.get() && options.follows.get()
        });
    el("div")
        .class("share__choices")
        .child(forms(store, options))
        .child(follows.live_flag("hidden", move || !options.is_element.get()))
        .child(height)
        .child(languages(store, options))
        .child(appearances(store, options))
        .child(controls(store, options))
}

/// Frame or element.
fn forms(store: Store, options: Options) -> Element {
    let language = store.session.language;
    let form = |is_element: bool, words: Words| {
        let radio = el("input")
            .attr("type", "radio")
            .attr("name", "share-form")
            .on("change", move |_| options.is_element.set(is_element));
        radio.set_checked(options.is_element.get_untracked() == is_element);
        el("label")
            .class("share__choice")
            .child(radio)
            .child(span("").words(language, words))
    };
    let note = move || {
        let texts = store.texts().share();
        if options.is_element.get() {
            texts.element_note
        } else {
            texts.frame_note
        }
        .to_owned()
    };
    el("fieldset")
        .child(el("legend").words(language, |texts| texts.share().form))
        .child(form(false, |texts| texts.share().frame))
        .child(form(true, |texts| texts.share().element))
        .child(el("p").class("share__note").live_text(note))
}

fn controls(store: Store, options: Options) -> Element {
    let boxes = Control::ALL.map(|control| {
        checkbox(
            store,
            match control {
                Control::Filters(Facet::Theme) => |texts| facet_name(Facet::Theme, texts),
                Control::Filters(Facet::Programme) => |texts| facet_name(Facet::Programme, texts),
                Control::Filters(Facet::Country) => |texts| facet_name(Facet::Country, texts),
                Control::Filters(Facet::State) => |texts| facet_name(Facet::State, texts),
                Control::Filters(Facet::Kind) => |texts| facet_name(Facet::Kind, texts),
                Control::Filters(Facet::Status) => |texts| facet_name(Facet::Status, texts),
                Control::Period => |texts| texts.period().heading,
                Control::Search => |texts| texts.search.heading,
            },
            move || options.controls.with(|controls| controls.has(control)),
            move |on| {
                let before = options.controls.get_untracked();
                let others = before.iter().filter(|&other| other != control);
                options
                    .controls
                    .set(others.chain(on.then_some(control)).collect());
            },
        )
    });
    el("fieldset")
        .child(el("legend").words(store.session.language, |texts| texts.share().controls))
        .child(el("div").class("share__boxes").children(boxes.into()))
}

fn checkbox(
    store: Store,
    words: Words,
    is_on: impl Fn() -> bool + 'static,
    mut set: impl FnMut(bool) + 'static,
) -> Element {
    let ticked = el("input").attr("type", "checkbox");
    ticked.set_checked(untrack(is_on));
    el("label")
        .class("share__choice")
        .child(ticked.on("change", move |event| set(dom::is_ticked(&event))))
        .child(span("").words(store.session.language, words))
}

fn languages(store: Store, options: Options) -> Element {
    let languages = [Language::German, Language::English];
    let entries = languages.iter().enumerate().map(|(position, language)| {
        el("option")
            .attr("value", language.code())
            .live_text(move || store.texts().share().languages[position].to_owned())
    });
    choice(
        store,
        |texts| texts.share().language,
        entries.collect(),
        move || options.language.get().code(),
        move |code| {
            if let Ok(language) = code.parse() {
                options.language.set(language);
            }
        },
    )
}

fn appearances(store: Store, options: Options) -> Element {
    let entries = Appearance::ALL.iter().map(|&appearance| {
        let words: fn(&Texts) -> &'static str = match appearance {
            Appearance::Auto => |texts| texts.appearance_auto,
            Appearance::Light => |texts| texts.appearance_light,
            Appearance::Dark => |texts| texts.appearance_dark,
        };
        el("option")
            .attr("value", appearance.code())
            .words(store.session.language, words)
    });
    choice(
        store,
        |texts| texts.appearance,
        entries.collect(),
        move || options.appearance.get().code(),
        move |code| {
            if let Some(appearance) = Appearance::from_code(code) {
                options.appearance.set(appearance);
            }
        },
    )
}

fn choice(
    store: Store,
    words: Words,
    entries: Vec<Element>,
    value: impl Fn() -> &'static str + 'static,
    set: impl Fn(&str) + 'static,
) -> Element {
    let select = el("select")
        .children(entries)
        .live_value(move || value().to_owned())
        .on("change", move |event| set(&dom::value_of(&event)));
    el("label")
        .class("share__choice share__choice--wide")
        .child(span("").words(store.session.language, words))
        .child(select)
}

/// The compact form as the snippet would show it, in the same sandbox.
fn preview(store: Store, options: Options) -> Element {
    let address = Memo::new(move |_| {
        let fragment = compact(&options.view_state(store));
        address_bar::address_of(&fragment)
    });
    let name = move || {
        let texts = store.texts().share();
        format!("{}: {}", texts.preview, (texts.frame_name)(""))
    };
    // A frame that is made anew leaves no step in the browser's history, one with another address would.
    let frame = el("div").live(move || {
        let frame = el("iframe")
            .class("share__frame")
            .attr("title", &untrack(name))
            .attr("sandbox", SANDBOX)
            .attr("src", &address.get());
        vec![frame]
    });
    el("section")
        .class("share__preview")
        .attr("aria-labelledby", "share-preview")
        .child(
            el("h3")
                .id("share-preview")
                .words(store.session.language, |texts| texts.share().preview),
        )
        .child(frame)
}
