//! Moments at which the browser paints, and moments of calm.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::{request_animation_frame, set_timeout, window};

/// Calls back once the changes made so far have been painted.
pub fn after_paint(call: impl FnOnce() + 'static) {
    // The first frame paints them; the second begins after that.
    request_animation_frame(move || request_animation_frame(call));
}

/// Milliseconds since the page was opened; they never go back.
pub fn now_ms() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// So long requests are gathered, in milliseconds.
const GATHER_MS: u64 = 300;

/// Work that the browser does slowly and whose last request alone counts: it is done soon, once for many
/// requests.
#[derive(Clone, Default)]
pub struct Calm(Rc<RefCell<Option<Work>>>);

type Work = Box<dyn FnOnce()>;

impl Calm {
    /// Asks for work in place of what was asked for before and not yet done.
    pub fn ask(&self, work: impl FnOnce() + 'static) {
        let waits = self.0.borrow_mut().replace(Box::new(work)).is_some();
        if !waits {
            let own = self.clone();
            set_timeout(move || own.hurry(), Duration::from_millis(GATHER_MS));
        }
    }

    /// Does at once what was asked for.
    pub fn hurry(&self) {
        let work = self.0.borrow_mut().take();
        if let Some(work) = work {
            work();
        }
    }

    /// Forgets what was asked for.
    pub fn forget(&self) {
        self.0.borrow_mut().take();
    }
}
