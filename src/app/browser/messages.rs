//! Messages between the application and the page that embeds it.
//!
//! Every message is an object `{ clusteratlas: 1, type, … }`. Whatever else arrives is left unanswered.

use js_sys::{Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

use super::listener::listen;

/// A message that the application understands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Replace the view state by that of a fragment.
    Set(String),
    /// Tell the view state.
    Get,
}

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
        px: f64,
    },
}

/// Who sent a request.
#[derive(Clone, Debug)]
pub struct Sender(JsValue);

/// Calls back with every request of the parent page or of this page itself.
pub fn on_request(mut on_request: impl FnMut(Request, Sender) + 'static) {
    listen(window(), "message", move |event: web_sys::MessageEvent| {
        let source = event.source().map(JsValue::from);
        let Some(source) = source.filter(is_known_sender) else {
            return;
        };
        if let Some(request) = read(&event.data()) {
            on_request(request, Sender(source));
        }
    });
}

fn is_known_sender(source: &JsValue) -> bool {
    let own: JsValue = window().into();
    let parent = window().parent().ok().flatten().map(JsValue::from);
    *source == own || parent.as_ref() == Some(source)
}

fn read(data: &JsValue) -> Option<Request> {
    let field = |name: &str| Reflect::get(data, &name.into()).ok();
    if !data.is_object() || field("clusteratlas")? != 1.0 {
        return None;
    }
    match field("type")?.as_string()?.as_str() {
        "set" => Some(Request::Set(field("state")?.as_string()?)),
        "get" => Some(Request::Get),
        _ => None,
    }
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
    let message = Object::new();
    let set = |name: &str, value: JsValue| {
        // A plain new object takes any property.
        let _taken = Reflect::set(&message, &name.into(), &value);
    };
    set("clusteratlas", 1.into());
    match event {
        Event::Ready => set("type", "ready".into()),
        Event::State { state, matches } => {
            set("type", "state".into());
            set("state", state.into());
            set(
                "matches",
                JsValue::from_f64(u32::try_from(matches).unwrap_or(u32::MAX).into()),
            );
        }
        Event::Drawn { state } => {
            set("type", "drawn".into());
            set("state", state.into());
        }
        Event::Height { px } => {
            set("type", "height".into());
            set("px", px.into());
        }
    }
    // Events hold nothing but the view, so that any page may hear them.
    let target: &web_sys::Window = target.unchecked_ref();
    let _gone = target.post_message(&message, "*");
}
