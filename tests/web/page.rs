//! The parts of the page that the tests look at, mounted in the tests' own page.

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

use clusteratlas::browser::announcer::announcer;
use clusteratlas::browser::dom::{Element, el};
use clusteratlas::map::map_view;
use clusteratlas::store::{Arrival, Atlas, Session, Store};
use clusteratlas::views::cooperation_list::cooperation_list;
use clusteratlas::views::detail_panel::detail_panel;
use clusteratlas::views::filter_panel::filter_panel;
use clusteratlas::views::sentence::sentence_view;
use clusteratlas_core::domain::localized::Language;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

/// Two clusters, two places, three cooperations.
const ATLAS: &str = include_str!("../store/atlas.json");

const LEAFLET: &str = include_str!("../../node_modules/leaflet/dist/leaflet.js");

/// What the style sheets say that the map cannot do without.
const STYLE: &str = ".map__leaflet { position: relative; width: 800px; height: 500px; overflow: hidden; }
    .leaflet-pane { position: absolute; left: 0; top: 0; }
    .map { --colour-field-life-sciences: red; --colour-field-energy-environment-food: green; }";

/// Puts Leaflet into the page, once.
pub(crate) fn load_leaflet() {
    if js_sys::Reflect::has(&js_sys::global(), &"L".into()).unwrap() {
        return;
    }
    let script = document().create_element("script").unwrap();
    script.set_text_content(Some(LEAFLET));
    document().body().unwrap().append_child(&script).unwrap();
}

/// What a German visitor gets who follows a link; taken away with its value.
pub(crate) struct Page {
    pub(crate) store: Store,
    root: HtmlElement,
    _mounted: Box<dyn Any>,
}

impl Page {
    /// Mounts the page with a fragment.
    pub(crate) async fn open(fragment: &str) -> Self {
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        root.set_inner_html(&format!("<style>{STYLE}</style>"));
        document().body().unwrap().append_child(&root).unwrap();
        let fragment = fragment.to_owned();
        // Made inside, where its memos belong, and needed outside.
        let given = Rc::new(Cell::new(None::<Store>));
        let taken = Rc::clone(&given);
        let page = Element::of(root.clone());
        let mounted = leptos::mount::mount_to(root.clone(), move || {
            let store = Store::new(
                Session::new(&fragment, Language::German),
                Atlas::read(ATLAS).unwrap(),
            );
            // Here the program is in one piece.
            store.later.set(Arrival::Ready(()));
            given.set(Some(store));
            let has_leaflet = js_sys::Reflect::has(&js_sys::global(), &"L".into()).unwrap();
            let main = el("main")
                .id("main")
                .attr("tabindex", "-1")
                .child(sentence_view(store))
                .children(
                    has_leaflet
                        .then(|| map_view(store, el("div"), el("div")))
                        .into_iter()
                        .collect(),
                )
                .child(cooperation_list(store));
            page.add(vec![announcer(), filter_panel(store), main, detail_panel(store)]);
        });
        let page = Self {
            store: taken.get().unwrap(),
            root,
            _mounted: Box::new(mounted),
        };
        page.settle().await;
        page
    }

    /// Lets effects run and two frames pass.
    pub(crate) async fn settle(&self) {
        for _ in 0..2 {
            leptos::task::tick().await;
            let frame = js_sys::Promise::new(&mut |resolve, _| {
                window().request_animation_frame(&resolve).unwrap();
            });
            JsFuture::from(frame).await.unwrap();
        }
    }

    /// Waits up to a few seconds until something holds: what browsers do slowly comes later than the rest.
    async fn see(&self, what: &str, holds: impl Fn() -> bool) {
        for _ in 0..100 {
            if holds() {
                return;
            }
            self.settle().await;
        }
        panic!("{what}");
    }

    /// Waits until the title of the tests' page begins so.
    pub(crate) async fn see_title(&self, beginning: &str) {
        let begins = || document().title().starts_with(beginning);
        self.see(&format!("the title does not begin with {beginning:?}"), begins)
            .await;
    }

    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length())
            .filter_map(|index| found.item(index)?.dyn_into().ok())
            .collect()
    }

    /// Waits until the one live message of the page is this.
    pub(crate) async fn see_announced(&self, sentence: &str) {
        let announced = || {
            let region = document().query_selector("[role=status]").unwrap();
            region.and_then(|region| region.text_content())
        };
        self.see(&format!("{sentence:?} is not announced"), || {
            announced().as_deref() == Some(sentence)
        })
        .await;
    }

    /// The fragment of the view state.
    pub(crate) fn see_fragment(&self) -> String {
        self.store.session.fragment.get_untracked()
    }

    /// The option whose label begins so.
    fn option(&self, name: &str) -> HtmlElement {
        let labels = self.all("label");
        let words = |label: &HtmlElement| label.text_content().unwrap_or_default();
        labels
            .into_iter()
            .find(|label| words(label).trim().starts_with(name))
            .unwrap()
    }

    /// The number at the end of an option's label.
    pub(crate) fn see_count(&self, name: &str) -> String {
        let label = self.option(name).text_content().unwrap_or_default();
        label.split_whitespace().last().unwrap_or_default().to_owned()
    }

    /// Whether an option is chosen.
    pub(crate) fn is_ticked(&self, name: &str) -> bool {
        self.option(name)
            .query_selector("input:checked")
            .unwrap()
            .is_some()
    }

    /// Clicks on an option.
    pub(crate) async fn choose(&self, name: &str) {
        self.option(name).click();
        self.settle().await;
    }

    /// Gives the focus to the first row's record and says its name.
    pub(crate) async fn focus_first_row(&self) -> String {
        let row = self.all("[role=rowheader] button").into_iter().next().unwrap();
        row.focus().unwrap();
        self.settle().await;
        row.text_content().unwrap_or_default()
    }

    /// Waits until the table has so many rows.
    pub(crate) async fn see_rows(&self, rows: usize) {
        let has = || self.all("tbody [role=row]").len() == rows;
        self.see(&format!("there are not {rows} rows"), has).await;
    }

    /// The names of the marks.
    pub(crate) fn see_marks(&self) -> Vec<String> {
        let marks = self.all("[role=region] button");
        marks
            .iter()
            .filter_map(|mark| mark.get_attribute("aria-label"))
            .collect()
    }

    /// Waits until a canvas holds a drawing; the world is not there, so that it is the connections.
    pub(crate) async fn see_connections_drawn(&self) {
        let is_drawn = js_sys::Function::new_with_args(
            "canvas",
            "const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
             return data.some((value) => value !== 0)",
        );
        let holds = || {
            let canvases = self.all("[role=region] canvas");
            let visible = canvases.iter().filter(|canvas| canvas.client_width() > 0);
            let mut drawn = visible.map(|canvas| is_drawn.call1(&JsValue::NULL, canvas).unwrap().is_truthy());
            drawn.any(|drawn| drawn)
        };
        self.see("nothing is drawn", holds).await;
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.root.remove();
        // What is announced moves to where it is heard.
        if let Some(region) = document().query_selector("[role=status]").unwrap() {
            region.remove();
        }
    }
}

/// The text of what has the focus.
pub(crate) fn see_focus() -> String {
    let active = document().active_element();
    active
        .and_then(|active| active.text_content())
        .unwrap_or_default()
}
