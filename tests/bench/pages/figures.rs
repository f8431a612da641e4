//! What is measured of a page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::sample::Sample;

/// Everything measured of one page; what could not be measured is named in `stopped`.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Measures {
    /// Opening the page until the first full map.
    pub(crate) load: Option<Load>,
    /// Opening the application's list instead of its map.
    pub(crate) list: Option<Load>,
    pub(crate) filter: Option<Changes>,
    pub(crate) journey: Option<Journey>,
    pub(crate) memory: Option<Memory>,
    pub(crate) requests: Vec<Request>,
    pub(crate) stopped: Vec<String>,
}

/// Milliseconds from the navigation on.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Load {
    pub(crate) ready: Sample,
    pub(crate) drawn: Sample,
    /// Drawn, and everything that was asked for has arrived.
    pub(crate) full: Sample,
    /// The main thread's work until `drawn`.
    pub(crate) busy_until_drawn: Sample,
    /// The main thread's work until nothing more happens.
    pub(crate) busy: Sample,
    /// The time of a processor in `busy`.
    pub(crate) processor: Sample,
    /// Parts of `busy`; they may lie within each other.
    pub(crate) parts: BTreeMap<&'static str, Sample>,
}

/// Milliseconds for each change of the filters.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Changes {
    /// How many there were.
    pub(crate) made: usize,
    /// From the message to the painted frame.
    pub(crate) wall: Sample,
    pub(crate) busy_until_drawn: Sample,
    pub(crate) busy: Sample,
    pub(crate) processor: Sample,
    pub(crate) parts: BTreeMap<&'static str, Sample>,
}

/// A journey over the map.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Journey {
    /// Milliseconds of the main thread's work for each frame.
    pub(crate) busy: Sample,
    pub(crate) processor: Sample,
    pub(crate) parts: BTreeMap<&'static str, Sample>,
    /// Milliseconds from one frame to the next.
    pub(crate) interval: Sample,
    pub(crate) frames: usize,
    /// Frames that a screen of sixty a second would have shown in between.
    pub(crate) dropped: f64,
}

/// Bytes after garbage collection.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Memory {
    /// After the first map, before anything else.
    pub(crate) opened: Bytes,
    /// After the details have arrived and all changes and journeys are made.
    pub(crate) used: Bytes,
}

/// Memory of a page.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub(crate) struct Bytes {
    /// Objects of JavaScript.
    pub(crate) heap: f64,
    /// Linear memory of WebAssembly.
    pub(crate) wasm: f64,
}

impl Bytes {
    /// Both together, in MB.
    pub(crate) fn megabytes(self) -> f64 {
        (self.heap + self.wasm) / 1e6
    }
}

/// Something that the page asked for.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Request {
    pub(crate) url: String,
    /// As compressed as the server sent it, without headers.
    pub(crate) transferred: u64,
    pub(crate) initiator: String,
    pub(crate) end: f64,
}
