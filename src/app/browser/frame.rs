//! Moments at which the browser paints, and moments of calm.

use std::cell::{Cell, RefCell};
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

/// Work is done when nothing has been asked for so long.
const CALM: Duration = Duration::from_millis(300);

/// The same in milliseconds.
const CALM_MS: f64 = 300.0;

/// What is to be done.
type Work = Box<dyn FnOnce()>;

/// Work that takes the browser long and whose last request alone counts: it is done once for many requests, when
/// they have ceased for a moment.
#[derive(Clone, Default)]
pub struct Calm(Rc<RefCell<Option<(f64, Work)>>>);

impl Calm {
    /// Asks for work in place of what was asked for before and not yet done.
    pub fn ask(&self, work: impl FnOnce() + 'static) {
        let waits = self.0.borrow_mut().replace((now_ms(), Box::new(work))).is_some();
        if !waits {
            self.wait();
        }
    }

    fn wait(&self) {
        let own = self.clone();
        set_timeout(move || own.try_to_work(), CALM);
    }

    fn try_to_work(&self) {
        let asked_ms = self.0.borrow().as_ref().map(|(asked_ms, _)| *asked_ms);
        if asked_ms.is_some_and(|asked_ms| now_ms() - asked_ms < CALM_MS) {
            self.wait();
        } else {
            self.hurry();
        }
    }

    /// Does at once what was asked for.
    pub fn hurry(&self) {
        let asked = self.0.borrow_mut().take();
        if let Some((_, work)) = asked {
            work();
        }
    }

    /// Forgets what was asked for.
    pub fn forget(&self) {
        self.0.borrow_mut().take();
    }
}

/// As long as a frame.
const FRAME: Duration = Duration::from_millis(16);

/// Work of which the first is done at once and then, however much is asked for, the last at most once in a frame.
/// Unlike [`Paced`] it goes on where the browser paints nothing, as in a frame that is out of sight.
#[derive(Clone, Default)]
pub struct Spaced(Rc<SpacedParts>);

#[derive(Default)]
struct SpacedParts {
    /// Whether work was done within the last frame.
    busy: Cell<bool>,
    waiting: RefCell<Option<Work>>,
    /// What follows the work that waits.
    following: RefCell<Vec<Work>>,
}

impl Spaced {
    /// Asks for work in place of what was asked for before and not yet done.
    pub fn ask(&self, work: impl FnOnce() + 'static) {
        self.0.waiting.replace(Some(Box::new(work)));
        if !self.0.busy.get() {
            self.work();
        }
    }

    /// Calls once nothing waits.
    pub fn follow(&self, call: impl FnOnce() + 'static) {
        if self.0.waiting.borrow().is_none() {
            call();
        } else {
            self.0.following.borrow_mut().push(Box::new(call));
        }
    }

    fn work(&self) {
        let waiting = self.0.waiting.take();
        self.0.busy.set(waiting.is_some());
        let Some(work) = waiting else { return };
        work();
        for call in self.0.following.take() {
            call();
        }
        let own = self.clone();
        set_timeout(move || own.work(), FRAME);
    }
}

/// Work that is done at most once in a frame: the last that was asked for.
#[derive(Clone, Default)]
pub struct Paced(Rc<RefCell<Option<Work>>>);

impl Paced {
    /// Asks for work in place of what was asked for before and not yet done.
    pub fn ask(&self, work: impl FnOnce() + 'static) {
        let waits = self.0.borrow_mut().replace(Box::new(work)).is_some();
        if !waits {
            let own = self.clone();
            request_animation_frame(move || own.hurry());
        }
    }

    /// Does at once what was asked for.
    pub fn hurry(&self) {
        let asked = self.0.borrow_mut().take();
        if let Some(work) = asked {
            work();
        }
    }
}
