//! Measuring all pages with one dataset at one speed of the processor.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use serde::Deserialize;
use serde_json::json;

use crate::chromium::{Chromium, TimedOut};
use crate::figures::{Changes, Journey, Load, Measures, Memory, Request};
use crate::sample::Sample;
use crate::states;
use crate::tab::{LIMIT, Tab};
use crate::trace::Trace;

/// Time for a row of changes or a journey; slow pages make fewer of them.
const ROW_MS: u32 = 8_000;

/// A page is not opened again when its loads have taken so long.
const LOADS: Duration = Duration::from_secs(12);

/// Frames at sixty a second.
const FRAME_MS: f64 = 1000.0 / 60.0;

/// The page whose behaviour is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The application.
    Atlas,
    /// Plain Leaflet on a canvas.
    PlainLeaflet,
    /// A bare canvas.
    BareCanvas,
}

impl Subject {
    /// All, in the order of the table's columns.
    pub(crate) const ALL: [Self; 3] = [Self::Atlas, Self::PlainLeaflet, Self::BareCanvas];

    /// The word in names of files.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Atlas => "atlas",
            Self::PlainLeaflet => "plain-leaflet",
            Self::BareCanvas => "bare-canvas",
        }
    }

    const fn path(self) -> &'static str {
        match self {
            Self::Atlas => "",
            Self::PlainLeaflet => "bench/plain-leaflet.html",
            Self::BareCanvas => "bench/bare-canvas.html",
        }
    }
}

/// What is measured, and how.
#[derive(Clone, Debug)]
pub(crate) struct Plan<'a> {
    /// The address of the served site.
    pub(crate) site: &'a str,
    pub(crate) subjects: &'a [Subject],
    /// How often each page is opened.
    pub(crate) loads: usize,
    /// The processor is so many times slower.
    pub(crate) throttle: f64,
    /// Where the traces go.
    pub(crate) traces: Option<PathBuf>,
}

/// What a page says of its opening.
#[derive(Debug, Deserialize)]
struct Opened {
    ready: f64,
    drawn: f64,
    full: f64,
    requests: Vec<Request>,
}

/// A page that is opened a few times.
struct Opening {
    subject: Subject,
    view: &'static str,
    loads: Vec<(Opened, Trace)>,
    spent: Duration,
    stopped: bool,
}

/// Measures pages one after the other.
pub(crate) struct Measuring<'a> {
    chromium: &'a mut Chromium,
    plan: Plan<'a>,
    measures: Vec<Measures>,
}

impl<'a> Measuring<'a> {
    /// Measures all pages of a plan, in their order; restarts the browser where one of them hangs.
    pub(crate) fn run(chromium: &'a mut Chromium, plan: Plan<'a>) -> Result<Vec<Measures>> {
        let mut measuring = Self {
            chromium,
            measures: vec![Measures::default(); plan.subjects.len()],
            plan,
        };
        measuring.open_all()?;
        for position in 0..measuring.plan.subjects.len() {
            if measuring.measures[position].stopped.is_empty() {
                let outcome = measuring.use_page(position);
                measuring.note(position, outcome)?;
            }
        }
        Ok(measuring.measures)
    }

    /// Opens every page a few times, in turns, so that whatever else the machine does meets all of them alike.
    fn open_all(&mut self) -> Result<()> {
        let views = |&subject: &Subject| match subject {
            Subject::Atlas => vec![(subject, "map"), (subject, "list")],
            _ => vec![(subject, "map")],
        };
        let subjects = self.plan.subjects.iter().flat_map(views);
        let mut openings: Vec<Opening> = subjects
            .map(|(subject, view)| Opening {
                subject,
                view,
                loads: Vec::new(),
                spent: Duration::ZERO,
                stopped: false,
            })
            .collect();
        for _ in 0..self.plan.loads {
            for opening in &mut openings {
                if opening.stopped || opening.spent > LOADS {
                    continue;
                }
                let start = Instant::now();
                let outcome = self.load(opening.subject, opening.view);
                opening.spent += start.elapsed();
                let outcome = outcome.and_then(|(load, tab)| tab.close().map(|()| opening.loads.push(load)));
                opening.stopped = outcome.is_err();
                let position = self.position(opening.subject);
                self.note(position, outcome)?;
            }
        }
        for opening in openings {
            let position = self.position(opening.subject);
            let measures = &mut self.measures[position];
            let load = summary(&opening.loads);
            if opening.view == "list" {
                measures.list = load;
            } else {
                measures.load = load;
                if let Some((opened, _)) = opening.loads.into_iter().last() {
                    measures.requests = opened.requests;
                }
            }
        }
        Ok(())
    }

    /// Changes filters and moves the map of a page that is opened once more.
    fn use_page(&mut self, position: usize) -> Result<()> {
        let subject = self.plan.subjects[position];
        let [filters, journey] = ["filters", "journey"].map(|name| self.trace_file(subject, name));
        let (_, mut tab) = self.load(subject, "map")?;
        let opened = tab.memory()?;
        tab.release_details().context("details")?;
        let changes = change(&mut tab, filters.as_deref()).context("filter changes");
        // What was measured before something hangs is kept.
        let journey = match &changes {
            Ok(_) => Some(travel(&mut tab, journey.as_deref()).context("journey")),
            Err(_) => None,
        };
        let used = match &journey {
            Some(Ok(_)) => Some(tab.memory()),
            _ => None,
        };
        if used.is_some() {
            tab.close()?;
        }
        let measures = &mut self.measures[position];
        measures.filter = Some(changes?);
        measures.journey = journey.transpose()?;
        let used = used.transpose()?;
        measures.memory = used.map(|used| Memory { opened, used });
        Ok(())
    }

    fn load(&mut self, subject: Subject, view: &str) -> Result<((Opened, Trace), Tab<'_>)> {
        let url = format!("{}{}#view={view}", self.plan.site, subject.path());
        let file = self.trace_file(subject, view);
        let mut tab = Tab::open(self.chromium, self.plan.throttle)?;
        let load = tab
            .trace(file.as_deref(), |tab| {
                tab.go(&url)?;
                tab.ask("clusteratlasBench.opened()")
            })
            .with_context(|| format!("opening the {view}"))?;
        Ok((load, tab))
    }

    /// Notes that a page took too long, and goes on with a fresh browser; whatever else fails, fails.
    fn note(&mut self, position: usize, outcome: Result<()>) -> Result<()> {
        let Err(error) = outcome else { return Ok(()) };
        if !error.is::<TimedOut>() {
            return Err(error);
        }
        let stopped = format!("{error:#}, more than {} s", LIMIT.as_secs());
        self.measures[position].stopped.push(stopped);
        *self.chromium = Chromium::start()?;
        Ok(())
    }

    fn position(&self, subject: Subject) -> usize {
        let mut subjects = self.plan.subjects.iter();
        subjects.position(|&own| own == subject).unwrap_or(0)
    }

    fn trace_file(&self, subject: Subject, name: &str) -> Option<PathBuf> {
        let folder = self.plan.traces.as_ref()?;
        Some(folder.join(format!("{}-{name}.json", subject.name())))
    }
}

fn change(tab: &mut Tab<'_>, file: Option<&Path>) -> Result<Changes> {
    let states = json!(states::filters());
    let expression = format!("clusteratlasBench.change({states}, {ROW_MS})");
    let (walls, trace): (Vec<f64>, _) = tab.trace(file, |tab| tab.ask(&expression))?;
    let spans = |end: &str| -> Vec<[String; 2]> {
        let span = |position| [format!("change:{position}"), format!("{end}:{position}")];
        (0..walls.len()).map(span).collect()
    };
    Ok(Changes {
        made: walls.len(),
        busy_until_drawn: busy(&trace, &spans("drawn"))?,
        busy: busy(&trace, &spans("settled"))?,
        processor: processor(&trace, &spans("settled"))?,
        parts: parts(&trace, &spans("settled")),
        wall: Sample::of(walls)?,
    })
}

fn travel(tab: &mut Tab<'_>, file: Option<&Path>) -> Result<Journey> {
    let journey = states::journey();
    // Once to Germany and back, so that the fine coastlines are there.
    let warm: Vec<&String> = journey.iter().step_by(journey.len() / 3).collect();
    tab.ask::<Vec<f64>>(&format!("clusteratlasBench.change({}, 1)", json!(warm)))?;
    let expression = format!("clusteratlasBench.travel({}, {ROW_MS})", json!(journey));
    let (begins, trace): (Vec<f64>, _) = tab.trace(file, |tab| tab.ask(&expression))?;
    let intervals: Vec<f64> = begins
        .windows(2)
        .filter_map(|pair| Some(pair.last()? - pair.first()?))
        .collect();
    let frames = intervals.len();
    let name = |frame: usize| {
        if frame == frames {
            "travelled".to_owned()
        } else {
            format!("frame:{frame}")
        }
    };
    let spans: Vec<[String; 2]> = (0..frames).map(|frame| [name(frame), name(frame + 1)]).collect();
    Ok(Journey {
        busy: busy(&trace, &spans)?,
        processor: processor(&trace, &spans)?,
        parts: parts(&trace, &spans),
        frames,
        dropped: intervals
            .iter()
            .map(|interval| ((interval / FRAME_MS).round() - 1.0).max(0.0))
            .sum(),
        interval: Sample::of(intervals)?,
    })
}

fn summary(loads: &[(Opened, Trace)]) -> Option<Load> {
    let walls = |part: fn(&Opened) -> f64| Sample::of(loads.iter().map(|(opened, _)| part(opened)).collect());
    let work = |look: &dyn Fn(&Trace) -> Option<f64>| {
        Sample::of(loads.iter().filter_map(|(_, trace)| look(trace)).collect())
    };
    let part = |(number, name): (usize, &'static str)| {
        let each = loads
            .iter()
            .filter_map(|(_, trace)| trace.parts("begin", "settled")?.get(number).copied());
        Some((name, Sample::of(each.collect()).ok()?))
    };
    Some(Load {
        ready: walls(|opened| opened.ready).ok()?,
        drawn: walls(|opened| opened.drawn).ok()?,
        full: walls(|opened| opened.full).ok()?,
        busy_until_drawn: work(&|trace| trace.busy("begin", "drawn")).ok()?,
        busy: work(&|trace| trace.busy("begin", "settled")).ok()?,
        processor: work(&|trace| trace.processor("begin", "settled")).ok()?,
        parts: Trace::part_names()
            .into_iter()
            .enumerate()
            .filter_map(part)
            .collect(),
    })
}

fn busy(trace: &Trace, spans: &[[String; 2]]) -> Result<Sample> {
    let each = spans.iter().filter_map(|[from, to]| trace.busy(from, to));
    Sample::of(each.collect())
}

fn processor(trace: &Trace, spans: &[[String; 2]]) -> Result<Sample> {
    let each = spans.iter().filter_map(|[from, to]| trace.processor(from, to));
    Sample::of(each.collect())
}

fn parts(trace: &Trace, spans: &[[String; 2]]) -> BTreeMap<&'static str, Sample> {
    let part = |(number, name): (usize, &'static str)| {
        let each = spans
            .iter()
            .filter_map(|[from, to]| trace.parts(from, to)?.get(number).copied());
        Some((name, Sample::of(each.collect()).ok()?))
    };
    Trace::part_names()
        .into_iter()
        .enumerate()
        .filter_map(part)
        .collect()
}
