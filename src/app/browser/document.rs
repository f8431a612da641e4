//! The document around the application.

use std::cell::OnceCell;

use clusteratlas_core::decimal;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;

use super::dom::{Element, value_at};
use super::fetch::is_offline;
use super::listener::{listen, on_resize};

/// Sets the language of the document, an ISO 639-1 code.
pub fn set_language(code: &str) {
    set_root_attribute("lang", Some(code));
}

/// Asks for light or dark; none follows the visitor's system.
pub fn set_appearance(code: Option<&str>) {
    set_root_attribute("data-appearance", code);
}

/// An attribute of the document, if it has it.
pub fn root_attribute(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().document_element() else {
        return;
    };
    // Names are fixed and valid, so the browser takes them.
    let _taken = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// What those who run the site have configured under a name, if they have.
pub fn configured(name: &str) -> Option<String> {
    let selector = format!("meta[name=\"clusteratlas-{name}\"]");
    // A selector of a constant name is valid.
    let meta = document().query_selector(&selector).ok().flatten()?;
    meta.get_attribute("content")
}

/// What stands before the name of a page of the site: nothing where it lies beside this one, the site's address in the
/// offline edition; none where that is not known.
pub fn site() -> Option<String> {
    if is_offline() {
        configured("address")
    } else {
        Some(String::new())
    }
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    document().set_title(title);
}

thread_local! {
    /// The frame of the page that was there before the code, once it is taken away.
    static OPENING: OnceCell<web_sys::Element> = const { OnceCell::new() };
}

/// Takes away the frame of the page that was there before the code.
pub fn remove_opening() {
    if let Some(opening) = document().get_element_by_id("opening") {
        opening.remove();
        OPENING.with(|own| {
            let _kept = own.set(opening);
        });
    }
}

/// A copy of a part of that frame, if it had it.
pub fn of_opening(selector: &str) -> Vec<Element> {
    OPENING
        .with(|opening| {
            let part = opening.get()?.query_selector(selector).ok()??;
            let copy = part.clone_node_with_deep(true).ok()?;
            // Only what the frame hides is shown in another form.
            let _gone = copy
                .unchecked_ref::<web_sys::Element>()
                .remove_attribute("hidden");
            Some(Element::of(copy.unchecked_into()))
        })
        .into_iter()
        .collect()
}

/// Adds an element to the head of the document.
pub fn add_to_head(element: &Element) {
    if let Some(head) = document().head() {
        let _added = head.append_child(element.node());
    }
}

/// Calls back with the height that the content of the page needs in whole CSS pixels, now and whenever it changes.
pub fn on_height_change(on_change: impl Fn(u32) + 'static) {
    let Some(root) = document().document_element() else {
        return;
    };
    let own = root.clone();
    let mut before = None;
    on_resize(&root, move || {
        // The box of the root ends with its content, and not with the window.
        let px = own.get_bounding_client_rect().height().ceil().max(0.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number of pixels"
        )]
        let px = px as u32;
        if before.replace(px) != Some(px) {
            on_change(px);
        }
    });
}

/// Whether the page stands in a frame of another.
pub fn is_framed() -> bool {
    let parent = window().parent().ok().flatten();
    parent.is_some_and(|parent| parent != window())
}

/// Moves the focus to an element and leaves the page, and those around it, where they are.
pub fn focus_in_place(element: &web_sys::HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _focused = element.focus_with_options(&options);
}

/// Moves the focus to the element with an id, if the page has it.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        // Elements of drawings are no HTML elements and take the focus all the same.
        let _focused = element.unchecked_into::<web_sys::HtmlElement>().focus();
    }
}

/// The id of what has the focus, if it has one.
pub fn focused_id() -> Option<String> {
    let id = document().active_element()?.id();
    (!id.is_empty()).then_some(id)
}

/// Moves the focus to the element with an id once the present changes are on the page.
pub fn focus_soon(id: &'static str) {
    leptos::prelude::request_animation_frame(move || focus(id));
}

/// The same, and leaves the page and those around it where they are.
pub fn focus_soon_in_place(id: &'static str) {
    leptos::prelude::request_animation_frame(move || focus_in_place_by_id(id));
}

fn focus_in_place_by_id(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus_in_place(element.unchecked_ref());
    }
}

/// Scrolls the element with an id into view, if the page has it, no farther than needed.
pub fn reveal(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        reveal_element(&element);
    }
}

/// Scrolls the page until the part of a drawing that has the focus is in the window: Firefox takes the whole drawing
/// for it.
pub fn reveal_focused_part() {
    /// Room for its mark of focus, in pixels.
    const ROOM: f64 = 8.0;
    let Some(part) = document().active_element() else {
        return;
    };
    let place = part.get_bounding_client_rect();
    let height = document()
        .document_element()
        .map_or(0, |root| root.client_height());
    let below = place.bottom() + ROOM - f64::from(height);
    let above = place.top() - ROOM;
    if below > 0.0 || above < 0.0 {
        window().scroll_by_with_x_and_y(0.0, if below > 0.0 { below } else { above });
    }
}

/// Scrolls an element into view, no farther than needed.
pub fn reveal_element(element: &web_sys::Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Calls back with the value of an attribute when an element that has it, or anything in it, is clicked.
pub fn on_click_of(attribute: &'static str, on_click: impl Fn(String) + 'static) {
    listen(document(), "click", move |event: web_sys::Event| {
        if let Some(value) = value_at(&event, attribute) {
            on_click(value);
        }
    });
}

/// Marks the elements whose attribute has a value as current, and no others that have the attribute.
pub fn mark_current(attribute: &str, value: Option<&str>) {
    for_each(&format!("[{attribute}][aria-current]"), |element| {
        let _gone = element.remove_attribute("aria-current");
    });
    if let Some(value) = value {
        for_each(&format!("[{attribute}=\"{value}\"]"), |element| {
            let _set = element.set_attribute("aria-current", "true");
        });
    }
}

fn for_each(selector: &str, call: impl Fn(&web_sys::Element)) {
    let Ok(found) = document().query_selector_all(selector) else {
        return;
    };
    for position in 0..found.length() {
        if let Some(element) = found.item(position) {
            call(element.unchecked_ref());
        }
    }
}

/// The value of a property of the page's style, such as a registered token.
pub fn style(property: &str) -> String {
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    let value = style.and_then(|style| style.get_property_value(property).ok());
    value.unwrap_or_default().trim().to_owned()
}

/// How large the visitor lets texts be, as a factor of the usual size.
pub fn text_scale() -> f64 {
    /// What browsers begin with, in pixels.
    const USUAL: f64 = 16.0;
    let size = style("font-size");
    let size = decimal::read(size.trim_end_matches("px"));
    size.filter(|&size| size > 0.0).unwrap_or(USUAL) / USUAL
}

/// Whether an element has the focus.
pub fn is_focused(element: &web_sys::Element) -> bool {
    document().active_element().as_ref() == Some(element)
}

/// Whether the pointer is over an element.
pub fn is_pointed_at(element: &web_sys::Element) -> bool {
    element.matches(":hover").unwrap_or(false)
}

/// Whether an element shows that it has the focus, as it does where the keyboard has led there.
pub fn shows_focus(element: &web_sys::Element) -> bool {
    element.matches(":focus-visible").unwrap_or(false)
}

/// Whether anything in the page has the focus.
pub fn has_focus() -> bool {
    let body = document().body().map(web_sys::Element::from);
    document()
        .active_element()
        .is_some_and(|active| Some(active) != body)
}

/// Whether anything in the page has the focus that is not in an element which a selector names.
pub fn has_focus_outside(selector: &'static str) -> bool {
    let active = document().active_element();
    // A constant selector is valid.
    let within = active.and_then(|active| active.closest(selector).ok().flatten());
    has_focus() && within.is_none()
}

/// What has the focus, so that it can be given back.
#[derive(Default)]
pub struct Focus(Option<web_sys::HtmlElement>);

impl Focus {
    /// What has the focus now.
    pub fn present() -> Self {
        Self(
            document()
                .active_element()
                .and_then(|element| element.dyn_into().ok()),
        )
    }

    /// Gives the focus back; where the element has gone, to the element with the id `otherwise`.
    pub fn restore(self, otherwise: &str) {
        match self.0.filter(|element| element.is_connected()) {
            Some(element) => {
                let _focused = element.focus();
            }
            None => focus(otherwise),
        }
    }

    /// Gives the focus back where the element is still there, and leaves the page and those around it where they are.
    pub fn restore_in_place(self) {
        if let Some(element) = self.0.filter(|element| element.is_connected()) {
            focus_in_place(&element);
        }
    }
}
