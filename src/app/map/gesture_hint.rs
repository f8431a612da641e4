//! What a gesture would do that was meant for the map and scrolls the page instead: in the compact form, where people
//! read the page around it and come across the map.

use std::time::Duration;

use clusteratlas_core::locale::texts::Texts;
use leptos::prelude::*;

use crate::browser::dom::{Element, el, span};
use crate::browser::media;
use crate::store::Store;

/// How long the words stay after the gesture has ended.
const STAY: Duration = Duration::from_millis(1400);

/// A finger that has moved no farther, in pixels, is a tap.
const STILL_PX: i32 = 12;

/// A gesture that scrolls the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gesture {
    /// The wheel without a key.
    Wheel,
    /// One finger.
    Finger,
}

/// The words that belong to the last gesture, and whether they are shown: a handle that closures share.
#[derive(Clone, Copy)]
pub(super) struct GestureHint {
    last: RwSignal<Gesture>,
    shown: RwSignal<bool>,
    /// Where one finger has come down, in pixels of the window.
    finger: StoredValue<Option<(i32, i32)>>,
    /// Counts gestures, so that the words go after the last of them.
    turn: StoredValue<u32>,
}

impl GestureHint {
    /// Without words.
    pub(super) fn new() -> Self {
        Self {
            last: RwSignal::new(Gesture::Wheel),
            shown: RwSignal::new(false),
            finger: StoredValue::new(None),
            turn: StoredValue::new(0),
        }
    }

    /// Shows the words for a while.
    pub(super) fn show(self, gesture: Gesture) {
        self.last.set(gesture);
        self.shown.set(true);
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        let turn = self.turn.get_value();
        set_timeout(
            move || {
                // The map may have gone with its view.
                if self.turn.try_get_value() == Some(turn) {
                    self.hide();
                }
            },
            STAY,
        );
    }

    /// A finger has come down: alone at a place, or beside another.
    pub(super) fn touch(self, alone: Option<(i32, i32)>) {
        self.finger.set_value(alone);
        if alone.is_none() {
            self.hide();
        }
    }

    /// A pointer has come to a place, or is gone; shows the words where it is one finger on its way.
    pub(super) fn follow(self, (x, y): (i32, i32), is_gone: bool) {
        let Some((from_x, from_y)) = self.finger.get_value() else {
            return;
        };
        if is_gone || (x - from_x).abs().max((y - from_y).abs()) > STILL_PX {
            self.release();
            self.show(Gesture::Finger);
        }
    }

    /// No finger is down alone.
    pub(super) fn release(self) {
        self.finger.set_value(None);
    }

    /// Takes the words away.
    pub(super) fn hide(self) {
        if self.shown.get_untracked() {
            self.shown.set(false);
        }
    }

    /// The words over the map. The help of the map says them to those who do not see them.
    pub(super) fn view(self, store: Store) -> Element {
        let on_mac = media::is_mac();
        let words = move |texts: &Texts| match self.last.get() {
            Gesture::Wheel if on_mac => texts.embed.wheel_on_mac,
            Gesture::Wheel => texts.embed.wheel,
            Gesture::Finger => texts.embed.touch,
        };
        el("p")
            .class("map__gesture")
            .attr("aria-hidden", "true")
            .live_class("map__gesture--shown", move || self.shown.get())
            .child(span("").live_text(move || words(store.texts()).to_owned()))
    }
}
