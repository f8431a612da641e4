//! Elements of the page: made once, then kept in step by effects.
//!
//! Leptos owns everything that changes: signals, memos, effects, and who cleans them up. Elements are made by
//! the few functions here instead of its `view!` macro, whose views are compiled anew for every combination of
//! tags, attributes and closures: the same filter panel weighs a third of what it weighed (2.7 instead of
//! 8.3 kB of compressed WebAssembly), and a change costs what it changes. There is no function for markup:
//! a text can only become a text node.

use clusteratlas_core::decimal;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale::texts;
use clusteratlas_core::locale::texts::Texts;
use leptos::prelude::{Get, Memo, RenderEffect, StoredValue};
use wasm_bindgen::prelude::*;
use web_sys::{
    Event, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent, Text,
};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    fn create_element(tag: &str) -> HtmlElement;

    #[wasm_bindgen(js_namespace = document, js_name = createElementNS)]
    fn create_element_of(namespace: &str, tag: &str) -> HtmlElement;

    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    fn create_text_node(text: &str) -> Text;

    /// The same object as an element; its calls are bound here without the errors that no constant name causes.
    type Bare;

    #[wasm_bindgen(method)]
    fn append(this: &Bare, child: &JsValue);

    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_attribute(this: &Bare, name: &str, value: &str);

    #[wasm_bindgen(method, js_name = toggleAttribute)]
    fn toggle_attribute(this: &Bare, name: &str, on: bool) -> bool;

    #[wasm_bindgen(method, js_name = removeAttribute)]
    fn remove_attribute(this: &Bare, name: &str);

    #[wasm_bindgen(method, js_name = addEventListener)]
    fn add_event_listener(this: &Bare, kind: &str, listener: &JsValue);

    #[wasm_bindgen(method, js_name = replaceChildren)]
    fn remove_children(this: &Bare);

    #[wasm_bindgen(method, getter, js_name = classList)]
    fn class_list(this: &Bare) -> BareClasses;

    #[wasm_bindgen(method, getter)]
    fn style(this: &Bare) -> BareStyle;

    type BareClasses;

    #[wasm_bindgen(method)]
    fn toggle(this: &BareClasses, name: &str, on: bool) -> bool;

    type BareStyle;

    #[wasm_bindgen(method, js_name = setProperty)]
    fn set_property(this: &BareStyle, name: &str, value: &str);
}

/// Repeats an update whenever something that it reads has changed, until the present owner is cleaned up.
pub fn keep(update: impl FnMut() + 'static) {
    keep_boxed(Box::new(update));
}

fn keep_boxed(mut update: Box<dyn FnMut()>) {
    // The owner drops what is stored, and the effect with it.
    StoredValue::new_local(RenderEffect::new(move |_: Option<()>| update()));
}

/// An element of the page: a handle, cheap to clone.
#[derive(Clone, Debug)]
pub struct Element(HtmlElement);

/// A new element.
pub fn el(tag: &'static str) -> Element {
    Element(create_element(tag))
}

/// A new element of a drawing. Its classes are set as an attribute.
pub fn svg(tag: &'static str) -> Element {
    Element(create_element_of("http://www.w3.org/2000/svg", tag))
}

/// A button with a class.
pub fn button(class: &str) -> Element {
    el("button").attr("type", "button").class(class)
}

/// A piece of text with a class.
pub fn span(class: &str) -> Element {
    el("span").class(class)
}

/// A sign that the style sheets draw and screen readers pass over.
pub fn sign(class: &str) -> Element {
    span(class).attr("aria-hidden", "true")
}

/// A list of items with a class.
pub fn list(class: &str, items: impl IntoIterator<Item = Element>) -> Element {
    el("ul").class(class).children(items.into_iter().collect())
}

/// A length as the style sheets write it, to a hundredth of a pixel.
pub fn px(length: f64) -> String {
    format!("{}px", decimal::write(length, 2))
}

/// What is made once.
impl Element {
    /// A handle of an element that someone else has made.
    pub const fn of(element: HtmlElement) -> Self {
        Self(element)
    }

    /// Sets the classes.
    #[must_use]
    pub fn class(self, names: &str) -> Self {
        self.0.set_class_name(names);
        self
    }

    /// Sets an attribute.
    #[must_use]
    pub fn attr(self, name: &str, value: &str) -> Self {
        self.set_attr(name, value);
        self
    }

    /// Sets the id.
    #[must_use]
    pub fn id(self, id: &str) -> Self {
        self.attr("id", id)
    }

    /// Adds text.
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        self.bare().append(&create_text_node(text));
        self
    }

    /// Adds an element.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "elements are made where they are added"
    )]
    pub fn child(self, child: Self) -> Self {
        self.bare().append(&child.0);
        self
    }

    /// Adds elements.
    #[must_use]
    pub fn children(self, children: Vec<Self>) -> Self {
        self.add(children);
        self
    }

    /// Listens to events of one kind for as long as the element lives.
    #[must_use]
    pub fn on(self, kind: &'static str, handler: impl FnMut(Event) + 'static) -> Self {
        self.listen(kind, Box::new(handler));
        self
    }

    /// Calls when it is clicked.
    #[must_use]
    pub fn on_click(self, mut handler: impl FnMut() + 'static) -> Self {
        self.on("click", move |_| handler())
    }

    /// Calls with the name of every key that is pressed in it; where it says that the key was meant for it, the
    /// browser and the elements around it do nothing more with it.
    #[must_use]
    pub fn on_key(self, handler: impl FnMut(&str) -> bool + 'static) -> Self {
        self.listen_to_keys(Box::new(handler));
        self
    }
}

/// What follows signals.
impl Element {
    /// Adds text that follows what it reads.
    #[must_use]
    pub fn live_text(self, text: impl Fn() -> String + 'static) -> Self {
        self.follow_text(Box::new(text));
        self
    }

    /// Adds a text of the page's language.
    #[must_use]
    pub fn words(self, language: Memo<Language>, words: fn(&Texts) -> &'static str) -> Self {
        let node = create_text_node("");
        self.bare().append(&node);
        keep(move || node.set_data(words(texts(language.get()))));
        self
    }

    /// Sets an attribute to a text of the page's language.
    #[must_use]
    pub fn attr_words(
        self,
        name: &'static str,
        language: Memo<Language>,
        words: fn(&Texts) -> &'static str,
    ) -> Self {
        let own = self.clone();
        keep(move || own.set_attr(name, words(texts(language.get()))));
        self
    }

    /// Sets an attribute that follows what it reads; without a value it is taken away.
    #[must_use]
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.follow_attr(name, Box::new(value));
        self
    }

    /// Sets an attribute of two states, `true` and `false`, such as `aria-expanded`.
    #[must_use]
    pub fn live_state(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        let set = |own: &Self, name: &str, on: bool| own.set_attr(name, if on { "true" } else { "false" });
        self.follow(name, Box::new(on), set);
        self
    }

    /// Sets an attribute that is there or not, such as `hidden`.
    #[must_use]
    pub fn live_flag(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        self.follow(name, Box::new(on), Self::set_flag);
        self
    }

    /// Sets a class that is there or not.
    #[must_use]
    pub fn live_class(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        self.follow(name, Box::new(on), Self::set_class);
        self
    }

    /// Sets the value of a field.
    #[must_use]
    pub fn live_value(self, value: impl Fn() -> String + 'static) -> Self {
        let own = self.clone();
        keep(move || own.set_value(&value()));
        self
    }

    /// Lets children follow what they read: they are made anew with every change.
    #[must_use]
    pub fn live(self, children: impl Fn() -> Vec<Self> + 'static) -> Self {
        self.follow_children(Box::new(children));
        self
    }

    fn follow_text(&self, text: Box<dyn Fn() -> String>) {
        let node = create_text_node("");
        self.bare().append(&node);
        let mut before = String::new();
        // A text that stays as it is is neither laid out nor announced anew.
        keep(move || {
            let text = text();
            if text != before {
                node.set_data(&text);
                before = text;
            }
        });
    }

    fn follow_attr(&self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) {
        let own = self.clone();
        keep(move || match value() {
            Some(value) => own.set_attr(name, &value),
            None => own.remove_attr(name),
        });
    }

    fn follow(&self, name: &'static str, on: Box<dyn Fn() -> bool>, set: fn(&Self, &str, bool)) {
        let own = self.clone();
        keep(move || set(&own, name, on()));
    }

    fn follow_children(&self, children: Box<dyn Fn() -> Vec<Self>>) {
        let own = self.clone();
        keep(move || own.replace(children()));
    }
}

/// Dialogs.
impl Element {
    /// Opens it over the page.
    pub fn show_modal(&self) {
        let dialog: &HtmlDialogElement = self.0.unchecked_ref();
        // Refused only where it is open already.
        let _opened = dialog.show_modal();
    }

    /// Closes it.
    pub fn close(&self) {
        self.0.unchecked_ref::<HtmlDialogElement>().close();
    }
}

/// What is changed by hand, where one effect keeps many elements in step.
impl Element {
    /// Sets an attribute.
    pub fn set_attr(&self, name: &str, value: &str) {
        self.bare().set_attribute(name, value);
    }

    /// Takes an attribute away.
    pub fn remove_attr(&self, name: &str) {
        self.bare().remove_attribute(name);
    }

    /// Sets an attribute that is there or not.
    pub fn set_flag(&self, name: &str, on: bool) {
        self.bare().toggle_attribute(name, on);
    }

    /// Sets a class that is there or not.
    pub fn set_class(&self, name: &str, on: bool) {
        self.bare().class_list().toggle(name, on);
    }

    /// Sets a property of the element's own style.
    pub fn set_style(&self, name: &str, value: &str) {
        self.bare().style().set_property(name, value);
    }

    /// Replaces everything in it by a text.
    pub fn set_text(&self, text: &str) {
        self.0.set_text_content(Some(text));
    }

    /// Sets the value of a field.
    pub fn set_value(&self, value: &str) {
        self.0.unchecked_ref::<HtmlInputElement>().set_value(value);
    }

    /// The value of a field.
    pub fn value(&self) -> String {
        self.0.unchecked_ref::<HtmlInputElement>().value()
    }

    /// Whether an attribute is there.
    pub fn has_attr(&self, name: &str) -> bool {
        self.0.has_attribute(name)
    }

    /// Ticks or unticks a checkbox.
    pub fn set_checked(&self, on: bool) {
        self.0.unchecked_ref::<HtmlInputElement>().set_checked(on);
    }

    /// Adds elements at the end.
    pub fn add(&self, children: Vec<Self>) {
        for child in children {
            self.bare().append(&child.0);
        }
    }

    /// Replaces everything in it by elements.
    pub fn replace(&self, children: Vec<Self>) {
        self.bare().remove_children();
        self.add(children);
    }

    /// Takes it out of the page.
    pub fn remove(&self) {
        self.0.remove();
    }

    /// Its width on the page without its borders, in CSS pixels; 0 where it is not shown.
    pub fn width_px(&self) -> f64 {
        self.0.client_width().into()
    }

    /// The browser's own handle.
    pub fn node(&self) -> &HtmlElement {
        &self.0
    }

    fn bare(&self) -> &Bare {
        self.0.unchecked_ref()
    }

    fn listen_to_keys(&self, mut handler: Box<dyn FnMut(&str) -> bool>) {
        let on_key = move |event: Event| {
            if handler(&event.unchecked_ref::<KeyboardEvent>().key()) {
                event.prevent_default();
                event.stop_propagation();
            }
        };
        self.listen("keydown", Box::new(on_key));
    }

    /// Listens to events of one kind for as long as the element lives.
    pub fn listen(&self, kind: &'static str, handler: Box<dyn FnMut(Event)>) {
        // The browser frees the listener together with the element.
        let listener = Closure::wrap(handler).into_js_value();
        self.bare().add_event_listener(kind, &listener);
    }
}

/// Adds elements at the end of the page.
pub fn show(elements: Vec<Element>) {
    if let Some(body) = leptos::prelude::document().body() {
        Element(body).add(elements);
    }
}

/// Whether the checkbox that an event belongs to is ticked.
pub fn is_ticked(event: &Event) -> bool {
    input(event).is_some_and(|input| input.checked())
}

/// The value of an attribute of what an event happened on, or of the nearest element around it that has one.
pub fn value_at(event: &Event, attribute: &str) -> Option<String> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    // A selector of a constant name is valid.
    let found = target.closest(&format!("[{attribute}]")).ok().flatten()?;
    found.get_attribute(attribute)
}

/// The value of the field that an event belongs to.
pub fn value_of(event: &Event) -> String {
    input(event).map(|input| input.value()).unwrap_or_default()
}

fn input(event: &Event) -> Option<HtmlInputElement> {
    // A selection has a value as well.
    Some(event.target()?.unchecked_into())
}

/// Where a pointer is between the left edge of the element that listens (0) and the right one (1). Elements in it
/// must let pointers through.
pub fn share_across(event: &Event) -> Option<f64> {
    let element: HtmlElement = event.current_target()?.unchecked_into();
    let width = f64::from(element.client_width());
    let pointer: &MouseEvent = event.unchecked_ref();
    (width > 0.0).then(|| (f64::from(pointer.offset_x()) / width).clamp(0.0, 1.0))
}

/// Lets the element that listens hear of a pressed pointer until it is released, wherever it goes; whether it is
/// pressed by a finger or the main button.
pub fn hold_pointer(event: &Event) -> bool {
    let pointer: &PointerEvent = event.unchecked_ref();
    let main = pointer.button() == 0;
    if let Some(target) = event.current_target().filter(|_| main) {
        let target: HtmlElement = target.unchecked_into();
        // A pointer that is gone already is heard of no more.
        let _gone = target.set_pointer_capture(pointer.pointer_id());
    }
    main
}
