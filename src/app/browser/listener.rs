//! Listeners that end with the value that holds them.

use leptos::prelude::{StoredValue, WithValue, document, on_cleanup, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::convert::FromWasmAbi;

/// Listens to events of one kind until the present owner is cleaned up.
pub fn listen<E: FromWasmAbi + 'static>(
    target: impl AsRef<web_sys::EventTarget>,
    kind: &'static str,
    on_event: impl FnMut(E) + 'static,
) {
    let target = target.as_ref().clone();
    let closure = Closure::<dyn FnMut(E)>::new(on_event);
    attach(target, kind, closure, false);
}

/// Listens like [`listen`], but before the target's own elements hear of the event.
pub fn listen_first<E: FromWasmAbi + 'static>(
    target: impl AsRef<web_sys::EventTarget>,
    kind: &'static str,
    on_event: impl FnMut(E) + 'static,
) {
    let target = target.as_ref().clone();
    attach(target, kind, Closure::<dyn FnMut(E)>::new(on_event), true);
}

fn attach<E: FromWasmAbi + 'static>(
    target: web_sys::EventTarget,
    kind: &'static str,
    closure: Closure<dyn FnMut(E)>,
    first: bool,
) {
    let callback = closure.as_ref().unchecked_ref();
    // A target that refuses a listener has no such events.
    let _refused = target.add_event_listener_with_callback_and_bool(kind, callback, first);
    let held = StoredValue::new_local((target, closure));
    on_cleanup(move || {
        held.with_value(|(target, closure)| {
            let callback = closure.as_ref().unchecked_ref();
            let _gone = target.remove_event_listener_with_callback_and_bool(kind, callback, first);
        });
    });
}

/// Calls back whenever the focus goes to what is outside an element, or a pointer is pressed there, until the present
/// owner is cleaned up.
pub fn on_leave(element: &web_sys::Node, on_leave: impl Fn() + Clone + 'static) {
    for kind in ["focusin", "pointerdown"] {
        let (own, on_leave) = (element.clone(), on_leave.clone());
        listen(document(), kind, move |event: web_sys::Event| {
            let target = event.target().and_then(|target| target.dyn_into().ok());
            if !own.contains(target.as_ref()) {
                on_leave();
            }
        });
    }
}

/// Calls back with `true` before the page is printed, and with `false` afterwards.
pub fn on_print(on_print: impl Fn(bool) + Clone + 'static) {
    for (kind, prints) in [("beforeprint", true), ("afterprint", false)] {
        let on_print = on_print.clone();
        listen(window(), kind, move |_: web_sys::Event| on_print(prints));
    }
}

/// Calls back when an element comes on the screen, and when it leaves.
pub fn on_sight(element: &web_sys::Element, mut on_sight: impl FnMut(bool) + 'static) {
    let closure = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let entry: web_sys::IntersectionObserverEntry = entries.pop().unchecked_into();
        on_sight(entry.is_intersecting());
    });
    let Ok(observer) = web_sys::IntersectionObserver::new(closure.as_ref().unchecked_ref()) else {
        return;
    };
    observer.observe(element);
    let held = StoredValue::new_local((observer, closure));
    on_cleanup(move || held.with_value(|(observer, _)| observer.disconnect()));
}

/// Calls back whenever the size of an element changes, until the present owner is cleaned up.
pub fn on_resize(element: &web_sys::Element, on_resize: impl FnMut() + 'static) {
    let closure = Closure::<dyn FnMut()>::new(on_resize);
    let Ok(observer) = web_sys::ResizeObserver::new(closure.as_ref().unchecked_ref()) else {
        return;
    };
    observer.observe(element);
    let held = StoredValue::new_local((observer, closure));
    on_cleanup(move || held.with_value(|(observer, _)| observer.disconnect()));
}
