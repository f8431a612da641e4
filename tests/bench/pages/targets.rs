//! What the figures shall be, and whether they are.

use std::fmt;

use serde::Serialize;

use crate::figures::{Load, Measures};
use crate::report::{Case, Run};
use crate::sample::Sample;

/// A target and what was measured.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Verdict {
    what: String,
    measured: Option<f64>,
    /// The same by the processor time of the main thread's tasks instead of their length.
    by_processor_time: Option<f64>,
    at_most: f64,
    unit: &'static str,
    /// None where it was not measured.
    pub(crate) kept: Option<bool>,
}

impl Verdict {
    fn new(what: &str, measured: Option<f64>, at_most: f64, unit: &'static str) -> Self {
        Self {
            what: what.to_owned(),
            measured,
            by_processor_time: None,
            at_most,
            unit,
            kept: measured.map(|measured| measured <= at_most),
        }
    }

    /// Of the main thread, whose work is told by both clocks.
    fn of_work(
        what: &str,
        measured: impl Fn(Clock) -> Option<f64>,
        at_most: f64,
        unit: &'static str,
    ) -> Self {
        Self {
            by_processor_time: measured(Clock::Processor),
            ..Self::new(what, measured(Clock::Wall), at_most, unit)
        }
    }
}

/// How the length of a task is measured.
#[derive(Clone, Copy, Debug)]
enum Clock {
    Wall,
    Processor,
}

impl Clock {
    fn of(self, busy: &Sample, processor: &Sample) -> f64 {
        match self {
            Self::Wall => busy.median,
            Self::Processor => processor.median,
        }
    }

    fn load(self, load: Option<&Load>) -> Option<f64> {
        load.map(|load| self.of(&load.busy, &load.processor))
    }

    fn filter(self, page: &Measures) -> Option<f64> {
        let changes = page.filter.as_ref()?;
        Some(self.of(&changes.busy, &changes.processor))
    }

    fn journey(self, page: &Measures) -> Option<f64> {
        let journey = page.journey.as_ref()?;
        Some(self.of(&journey.busy, &journey.processor))
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            what,
            measured,
            by_processor_time,
            at_most,
            unit,
            kept,
        } = self;
        let word = match kept {
            Some(true) => "ok",
            Some(false) => "MISSED",
            None => "not measured",
        };
        let measured = measured.map_or_else(|| "–".to_owned(), |measured| format!("{measured:.2}"));
        write!(f, "{word:<13} {measured:>9} of at most {at_most} {unit}  {what}")?;
        by_processor_time.map_or(Ok(()), |time| write!(f, " (by processor time {time:.2})"))
    }
}

/// All targets against a run.
pub(crate) fn verdicts(run: &Run) -> Vec<Verdict> {
    let case = |dataset: &str| {
        let cases = run.cases.iter();
        cases
            .filter(|case| case.throttle <= 1.0)
            .find(|case| case.dataset == dataset)
    };
    let (real, small, large) = (case("real"), case("3000"), case("100000"));
    let mut verdicts = downloads(real);
    verdicts.extend(opening(real));
    let to_leaflet = |case: Option<&Case>, clock: Clock| {
        let case = case?;
        Some(clock.filter(&case.atlas)? / clock.filter(&case.plain_leaflet)?)
    };
    let journey = |case: Option<&Case>, clock: Clock| clock.journey(&case?.atlas);
    let growth = |clock| Some(journey(large, clock)? / journey(small, clock)?);
    let memory = large.and_then(|case| Some(case.atlas.memory?.used.megabytes()));
    let open = run.native.get("open").and_then(|sizes| sizes.get(&100_000));
    let filter = "filter change, main thread, 100 000";
    let frame = "pan and zoom, main thread per frame, 100 000";
    verdicts.extend([
        Verdict::of_work(
            "filter change, main thread, 3 000",
            |clock| to_leaflet(small, clock),
            0.5,
            "x Leaflet",
        ),
        Verdict::of_work(filter, |clock| to_leaflet(large, clock), 0.1, "x Leaflet"),
        Verdict::of_work(filter, |clock| clock.filter(&large?.atlas), 16.0, "ms"),
        Verdict::of_work(frame, |clock| journey(large, clock), 8.0, "ms"),
        Verdict::of_work("pan and zoom, 100 000 to 3 000", growth, 1.3, "x"),
        Verdict::new("memory after use, 100 000", memory, 150.0, "MB"),
        Verdict::new(
            "open a dataset of 100 000, native release",
            open.copied(),
            500.0,
            "ms",
        ),
    ]);
    verdicts
}

fn downloads(real: Option<&Case>) -> Vec<Verdict> {
    let brotli = |kind: &str| {
        let bytes = real?.bytes.get(kind)?.brotli;
        Some(f64::from(u32::try_from(bytes).ok()?) / 1000.0)
    };
    vec![
        Verdict::new(
            "everything to the first full map, real dataset",
            brotli("total"),
            300.0,
            "kB",
        ),
        Verdict::new("wasm of it", brotli("wasm"), 150.0, "kB"),
    ]
}

fn opening(real: Option<&Case>) -> Vec<Verdict> {
    let leaflet = |clock: Clock| clock.load(real?.plain_leaflet.load.as_ref());
    let whole = |clock: Clock| clock.load(real?.atlas.load.as_ref());
    let list = |clock: Clock| clock.load(real?.atlas.list.as_ref());
    vec![
        Verdict::of_work(
            "first full map, real dataset: the map's own work",
            |clock| Some((whole(clock)? - list(clock)?) / leaflet(clock)?),
            1.0,
            "x Leaflet",
        ),
        Verdict::of_work(
            "first full map, real dataset: the whole page",
            |clock| Some(whole(clock)? / leaflet(clock)?),
            2.5,
            "x Leaflet",
        ),
    ]
}
