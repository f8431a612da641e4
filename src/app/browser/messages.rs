//! Messages between the application and the page that embeds it.
//!
//! Every message is an object `{ clusteratlas: 1, type, … }`. Whatever else arrives is left unanswered.

use clusteratlas_core::permalink::request::{MAX_STATE_UNITS, Request, may_change_view};
use js_sys::{Array, JsString, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

use super::document::configured;
use super::listener::listen;

/// A message of the application.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event<'a> {
    /// The page shows the dataset for the first time.
    Ready,
    /// The view state, and the number of cooperations that pass the filters.
    State {
        /// The fragment.
        state: &'a str,
        /// Number of cooperations.
        matches: usize,
    },
    /// The frame that shows this state has been painted.
    Drawn {
        /// The fragment.
        state: &'a str,
    },
    /// The height that the content needs.
    Height {
        /// In CSS pixels.
        px: u32,
    },
}

/// Who sent a request.
#[derive(Clone, Debug)]
pub struct Sender(JsValue);

/// Calls back with every request of the parent page or of this page itself. Who may ask this page to change is
/// configured; it may itself.
pub fn on_request(mut on_request: impl FnMut(Request, Sender) + 'static) {
    let allowed = configured("message-origins");
    let own: JsValue = window().into();
    listen(window(), "message", move |event: web_sys::MessageEvent| {
        let Some(source) = event.source().map(JsValue::from) else {
            return;
        };
        let parent = window().parent().ok().flatten().map(JsValue::from);
        let is_own = source == own;
        if !is_own && parent.as_ref() != Some(&source) {
            return;
        }
        match read(&event.data()) {
            Some(Request::Set(_)) if !is_own && !may_change_view(&event.origin(), allowed.as_deref()) => {}
            Some(request) => on_request(request, Sender(source)),
            None => {}
        }
    });
}

fn read(data: &JsValue) -> Option<Request> {
    // A list may carry fields as well, and is no message.
    if !data.is_object() || Array::is_array(data) {
        return None;
    }
    let field = |name: &str| Reflect::get(data, &name.into()).ok();
    // A text of any length is not copied before its length is known.
    let text = |name: &str| {
        let text = field(name)?.dyn_into::<JsString>().ok()?;
        (text.length() <= MAX_STATE_UNITS).then(|| String::from(text))
    };
    let version = field("clusteratlas")?.as_f64();
    version?;
    Request::read(version, text("type").as_deref(), text("state"))
}

/// Posts an event to the parent page; without one, to this page itself.
pub fn post(event: Event<'_>) {
    let parent = window().parent().ok().flatten().unwrap_or_else(window);
    post_to(&parent.into(), event);
}

/// Answers the sender of a request.
pub fn answer(sender: &Sender, event: Event<'_>) {
    post_to(&sender.0, event);
}

fn post_to(target: &JsValue, event: Event<'_>) {
    match event {
        Event::Ready => send(target, "ready", &[]),
        Event::State { state, matches } => {
            let matches = u32::try_from(matches).unwrap_or(u32::MAX);
            send(
                target,
                "state",
                &[("state", state.into()), ("matches", matches.into())],
            );
        }
        Event::Drawn { state } => send(target, "drawn", &[("state", state.into())]),
        Event::Height { px } => {
            send(target, "height", &[("px", px.into())]);
            // Pages that embed charts of Datawrapper listen to this form; they look for its sender, not for a name.
            let heights = object(&[("clusteratlas", px.into())]);
            send_object(target, &object(&[("datawrapper-height", heights.into())]));
        }
    }
}

fn send(target: &JsValue, kind: &str, fields: &[(&str, JsValue)]) {
    let message = object(&[("clusteratlas", 1.into()), ("type", kind.into())]);
    add(&message, fields);
    send_object(target, &message);
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    add(&object, fields);
    object
}

fn add(object: &Object, fields: &[(&str, JsValue)]) {
    for (name, value) in fields {
        // A plain new object takes any property.
        let _taken = Reflect::set(object, &(*name).into(), value);
    }
}

fn send_object(target: &JsValue, message: &Object) {
    // Events hold nothing but the view, so that any page may hear them.
    let target: &web_sys::Window = target.unchecked_ref();
    let _gone = target.post_message(message, "*");
}
