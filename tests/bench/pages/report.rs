//! The outcome: tables for people, and everything as JSON.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;

use crate::bytes::Sizes;
use crate::figures::Measures;
use crate::native::Native;
use crate::sites::QUALITIES;
use crate::targets::Verdict;

/// A run of the benchmarks.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Run {
    pub(crate) machine: Machine,
    pub(crate) native: Native,
    pub(crate) cases: Vec<Case>,
    pub(crate) targets: Vec<Verdict>,
}

/// Where and when it ran.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Machine {
    pub(crate) date: String,
    pub(crate) commit: String,
    pub(crate) site: String,
    pub(crate) processor: String,
    pub(crate) cores: usize,
    /// Programs that ran or waited to, in the minute before.
    pub(crate) load: Option<f64>,
    pub(crate) browser: String,
    pub(crate) brotli_qualities_below_and_above_2_mb: [i32; 2],
}

/// A dataset at a speed of the processor, on all pages.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Case {
    pub(crate) dataset: String,
    /// The processor is so many times slower than it is.
    pub(crate) throttle: f64,
    pub(crate) bytes: BTreeMap<String, Sizes>,
    pub(crate) atlas: Measures,
    pub(crate) plain_leaflet: Measures,
    pub(crate) bare_canvas: Measures,
}

impl Case {
    /// The application and the controls, in the order of the columns.
    pub(crate) fn pages(&self) -> [&Measures; 3] {
        [&self.atlas, &self.plain_leaflet, &self.bare_canvas]
    }
}

/// Milliseconds of the main thread that the map costs beyond the same page with its list.
fn own_work(atlas: &Measures) -> Option<f64> {
    Some(atlas.load.as_ref()?.busy.median - atlas.list.as_ref()?.busy.median)
}

/// What a row of the table shows of a page.
type Look = fn(&Measures) -> Option<f64>;

const ROWS: [(&str, Look); 19] = [
    ("first full map: wall ms", |page| {
        Some(page.load.as_ref()?.full.median)
    }),
    ("first full map: main thread ms", |page| {
        Some(page.load.as_ref()?.busy.median)
    }),
    ("  until drawn", |page| {
        Some(page.load.as_ref()?.busy_until_drawn.median)
    }),
    ("  of it processor time", |page| {
        Some(page.load.as_ref()?.processor.median)
    }),
    ("  of it the map (less the list)", own_work),
    ("filter change: wall ms", |page| {
        Some(page.filter.as_ref()?.wall.median)
    }),
    ("  95th percentile", |page| Some(page.filter.as_ref()?.wall.p95)),
    ("filter change: main thread ms", |page| {
        Some(page.filter.as_ref()?.busy.median)
    }),
    ("  of it processor time", |page| {
        Some(page.filter.as_ref()?.processor.median)
    }),
    ("  95th percentile", |page| Some(page.filter.as_ref()?.busy.p95)),
    ("  until drawn", |page| {
        Some(page.filter.as_ref()?.busy_until_drawn.median)
    }),
    ("  changes made of 20", |page| {
        Some(f64::from(u32::try_from(page.filter.as_ref()?.made).ok()?))
    }),
    ("pan and zoom: main thread ms a frame", |page| {
        Some(page.journey.as_ref()?.busy.median)
    }),
    ("  of it processor time", |page| {
        Some(page.journey.as_ref()?.processor.median)
    }),
    ("  95th percentile", |page| Some(page.journey.as_ref()?.busy.p95)),
    ("  frames shown of 180", |page| {
        Some(f64::from(u32::try_from(page.journey.as_ref()?.frames).ok()?))
    }),
    ("  frames dropped", |page| Some(page.journey.as_ref()?.dropped)),
    ("memory MB: opened", |page| Some(page.memory?.opened.megabytes())),
    ("memory MB: used", |page| Some(page.memory?.used.megabytes())),
];

impl Case {
    /// The table of this case.
    pub(crate) fn table(&self) -> String {
        let mut table = format!(
            "\n{} cooperations, processor {}x slower\n  {:<38} {:>10} {:>10} {:>10} {:>10}\n",
            self.dataset, self.throttle, "", "atlas", "leaflet", "canvas", "to leaflet"
        );
        for (name, look) in ROWS {
            let [atlas, leaflet, canvas] = self.pages().map(look);
            let ratio = atlas.zip(leaflet).map(|(one, other)| one / other);
            if [atlas, leaflet, canvas].iter().all(Option::is_none) {
                continue;
            }
            let [atlas, leaflet, canvas] = [atlas, leaflet, canvas].map(|value| number(value, 1));
            let ratio = number(ratio, 2);
            line(
                &mut table,
                &format!("  {name:<38} {atlas:>10} {leaflet:>10} {canvas:>10} {ratio:>10}"),
            );
        }
        for (page, name) in self.pages().into_iter().zip(["atlas", "leaflet", "canvas"]) {
            for stopped in &page.stopped {
                line(&mut table, &format!("  stopped: {name}: {stopped}"));
            }
        }
        table
    }

    /// The table of what the application downloads.
    pub(crate) fn downloads(&self) -> String {
        let mut table = format!(
            "\n{} cooperations: kB until the first full map\n  {:<10} {:>10} {:>10} {:>10} {:>12}\n",
            self.dataset, "", "raw", "gzip", "brotli", "transferred"
        );
        for (kind, sizes) in &self.bytes {
            let [raw, gzip, brotli, transferred] =
                [sizes.raw, sizes.gzip, sizes.brotli, sizes.transferred].map(kilobytes);
            line(
                &mut table,
                &format!("  {kind:<10} {raw:>10} {gzip:>10} {brotli:>10} {transferred:>12}"),
            );
        }
        table
    }
}

impl Run {
    /// The table of the native figures.
    pub(crate) fn native_table(&self) -> String {
        let mut table = "\nnative release build: ms (medians)\n".to_owned();
        for (name, sizes) in &self.native {
            let values: Vec<String> = sizes
                .iter()
                .map(|(size, milliseconds)| format!("{size}: {milliseconds:.3}"))
                .collect();
            line(&mut table, &format!("  {name:<10} {}", values.join("   ")));
        }
        table
    }

    /// Every target, and at the end how many were missed.
    pub(crate) fn verdicts(&self) -> String {
        let mut table = "\ntargets\n".to_owned();
        for verdict in &self.targets {
            line(&mut table, &format!("  {verdict}"));
        }
        let missed = self
            .targets
            .iter()
            .filter(|verdict| verdict.kept == Some(false))
            .count();
        let unknown = self
            .targets
            .iter()
            .filter(|verdict| verdict.kept.is_none())
            .count();
        line(
            &mut table,
            &format!(
                "{} targets met, {missed} missed, {unknown} not measured\n\
                 Brotli quality {} above 2 MB, else {}. Slow pages make fewer changes and frames in their time.",
                self.targets.len() - missed - unknown,
                QUALITIES[1],
                QUALITIES[0]
            ),
        );
        table
    }
}

fn number(value: Option<f64>, decimals: usize) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.decimals$}"))
}

/// Thousands of bytes with one decimal.
pub(crate) fn kilobytes(bytes: u64) -> String {
    format!("{}.{}", bytes / 1000, bytes % 1000 / 100)
}

fn line(table: &mut String, text: &str) {
    // Writing to a text cannot fail.
    let _written = writeln!(table, "{text}");
}
