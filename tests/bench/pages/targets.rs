//! What the figures shall be, and whether they are.

use std::fmt;

use serde::Serialize;

use crate::figures::Measures;
use crate::report::{Case, Run, own_work};

/// A target and what was measured.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Verdict {
    what: String,
    measured: Option<f64>,
    at_most: f64,
    unit: &'static str,
    /// None where it was not measured.
    pub(crate) kept: Option<bool>,
}

impl Verdict {
    fn new(what: impl Into<String>, measured: Option<f64>, at_most: f64, unit: &'static str) -> Self {
        Self {
            what: what.into(),
            measured,
            at_most,
            unit,
            kept: measured.map(|measured| measured <= at_most),
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            what,
            measured,
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
        write!(f, "{word:<13} {measured:>9} of at most {at_most} {unit}  {what}")
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
    let filter = |page: &Measures| Some(page.filter.as_ref()?.busy.median);
    let journey = |page: &Measures| Some(page.journey.as_ref()?.busy.median);
    let to_leaflet = |case: &Case| Some(filter(&case.atlas)? / filter(&case.plain_leaflet)?);
    verdicts.extend([
        Verdict::new(
            "filter change, main thread, 3 000",
            small.and_then(to_leaflet),
            0.5,
            "x Leaflet",
        ),
        Verdict::new(
            "filter change, main thread, 100 000",
            large.and_then(to_leaflet),
            0.1,
            "x Leaflet",
        ),
        Verdict::new(
            "filter change, main thread, 100 000",
            large.and_then(|case| filter(&case.atlas)),
            16.0,
            "ms",
        ),
        Verdict::new(
            "pan and zoom, main thread per frame, 100 000",
            large.and_then(|case| journey(&case.atlas)),
            8.0,
            "ms",
        ),
        Verdict::new(
            "pan and zoom, 100 000 to 3 000",
            large
                .and_then(|case| journey(&case.atlas))
                .zip(small.and_then(|case| journey(&case.atlas)))
                .map(|(large, small)| large / small),
            1.3,
            "x",
        ),
        Verdict::new(
            "memory after use, 100 000",
            large.and_then(|case| Some(case.atlas.memory?.used.megabytes())),
            150.0,
            "MB",
        ),
        Verdict::new(
            "open a dataset of 100 000, native release",
            run.native
                .get("open")
                .and_then(|sizes| sizes.get(&100_000))
                .copied(),
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
    let whole = |page: &Measures| Some(page.load.as_ref()?.busy.median);
    let to_leaflet = |look: fn(&Measures) -> Option<f64>| {
        let case = real?;
        Some(look(&case.atlas)? / whole(&case.plain_leaflet)?)
    };
    vec![
        Verdict::new(
            "first full map, real dataset: the map's own work",
            to_leaflet(own_work),
            1.0,
            "x Leaflet",
        ),
        Verdict::new(
            "first full map, real dataset: the whole page",
            to_leaflet(whole),
            2.5,
            "x Leaflet",
        ),
    ]
}
