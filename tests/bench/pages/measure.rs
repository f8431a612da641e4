//! Measuring one page with one dataset at one speed of the processor.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::chromium::{Chromium, TimedOut};
use crate::sample::Sample;
use crate::states;
use crate::trace::Trace;

/// Runs in every page before its own scripts.
const DRIVER: &str = include_str!("driver.js");

/// A measurement that takes longer is stopped and reported as such.
pub(crate) const LIMIT: Duration = Duration::from_mins(1);

/// Time for a row of changes or a journey; slow pages make fewer of them.
const ROW_MS: u32 = 10_000;

/// Repetitions of a load end after this time.
const LOADS: Duration = Duration::from_secs(20);

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
    /// Parts of `busy`; they may lie within each other.
    pub(crate) parts: BTreeMap<&'static str, Sample>,
}

/// Milliseconds for each change of the filters.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Changes {
    /// From the message to the painted frame.
    pub(crate) wall: Sample,
    pub(crate) busy_until_drawn: Sample,
    pub(crate) busy: Sample,
    pub(crate) parts: BTreeMap<&'static str, Sample>,
}

/// A journey over the map.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Journey {
    /// Milliseconds of the main thread's work for each frame.
    pub(crate) busy: Sample,
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
    end: f64,
}

#[derive(Debug, Deserialize)]
struct Opened {
    ready: f64,
    drawn: f64,
    full: f64,
    requests: Vec<Request>,
}

/// How thorough a measurement is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Effort {
    pub(crate) loads: usize,
    pub(crate) throttle: f64,
}

/// What is measured, and how.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Task<'a> {
    /// The address of the served site.
    pub(crate) site: &'a str,
    pub(crate) subject: Subject,
    pub(crate) effort: Effort,
    /// The beginning of the names of files that keep the traces.
    pub(crate) traces: Option<&'a Path>,
}

/// An open page.
struct Tab {
    session: String,
    context: String,
}

/// Measures a page; restarts the browser where it hangs.
pub(crate) fn measure(chromium: &mut Chromium, task: Task<'_>) -> Result<Measures> {
    let mut measures = Measures::default();
    let outcome = Measuring {
        chromium,
        task,
        measures: &mut measures,
    }
    .run();
    if let Err(error) = outcome {
        if !error.is::<TimedOut>() {
            return Err(error);
        }
        measures
            .stopped
            .push(format!("{error:#} (more than {} s)", LIMIT.as_secs()));
        *chromium = Chromium::start()?;
    }
    Ok(measures)
}

struct Measuring<'a> {
    chromium: &'a mut Chromium,
    task: Task<'a>,
    measures: &'a mut Measures,
}

impl Measuring<'_> {
    fn run(&mut self) -> Result<()> {
        let Task { site, subject, .. } = self.task;
        let url = format!("{site}{}#", subject.path());
        let (loads, tab) = self.load(&url, "map").context("first map")?;
        if let Some((opened, _)) = loads.last() {
            self.measures.requests.clone_from(&opened.requests);
        }
        self.measures.load = summary(&loads);
        let opened = self.memory(&tab)?;
        self.release_details(&tab).context("details")?;
        self.measures.filter = Some(self.change(&tab).context("filter changes")?);
        self.measures.journey = Some(self.travel(&tab).context("journey")?);
        let used = self.memory(&tab)?;
        self.measures.memory = Some(Memory { opened, used });
        self.close(&tab)?;
        if subject == Subject::Atlas {
            let (loads, tab) = self.load(&format!("{url}view=list"), "list").context("list")?;
            self.close(&tab)?;
            self.measures.list = summary(&loads);
        }
        Ok(())
    }

    /// Opens the page a few times, each with empty caches, and leaves the last open.
    fn load(&mut self, url: &str, name: &str) -> Result<(Vec<(Opened, Trace)>, Tab)> {
        let start = Instant::now();
        let mut loads = Vec::new();
        loop {
            let tab = self.open()?;
            Trace::start(self.chromium)?;
            self.on(&tab, "Page.navigate", &json!({ "url": url }))?;
            let opened = self.ask(&tab, "clusteratlasBench.opened()")?;
            loads.push((opened, self.end_trace(name)?));
            if loads.len() >= self.task.effort.loads || start.elapsed() > LOADS {
                return Ok((loads, tab));
            }
            self.close(&tab)?;
        }
    }

    fn open(&mut self) -> Result<Tab> {
        self.chromium.forget_events();
        let field = |answer: &Value, key: &str| {
            let text = answer.get(key).and_then(Value::as_str);
            text.map(str::to_owned)
                .with_context(|| format!("no {key} in: {answer}"))
        };
        let answer = self
            .chromium
            .call(None, "Target.createBrowserContext", &json!({}), LIMIT)?;
        let context = field(&answer, "browserContextId")?;
        let params = json!({ "url": "about:blank", "browserContextId": context });
        let target = field(
            &self.chromium.call(None, "Target.createTarget", &params, LIMIT)?,
            "targetId",
        )?;
        let params = json!({ "targetId": target, "flatten": true });
        let answer = self
            .chromium
            .call(None, "Target.attachToTarget", &params, LIMIT)?;
        let session = field(&answer, "sessionId")?;
        let tab = Tab { session, context };
        let screen = json!({ "width": 1280, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        let details = json!({ "patterns": [{ "urlPattern": "*/data/details.json*" }] });
        for (method, params) in [
            ("Page.enable", json!({})),
            ("Page.bringToFront", json!({})),
            ("Emulation.setDeviceMetricsOverride", screen),
            (
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": DRIVER }),
            ),
            // Details come after the first map, and are kept back until that is measured.
            ("Fetch.enable", details),
            (
                "Emulation.setCPUThrottlingRate",
                json!({ "rate": self.task.effort.throttle }),
            ),
        ] {
            self.on(&tab, method, &params)?;
        }
        Ok(tab)
    }

    fn close(&mut self, tab: &Tab) -> Result<()> {
        let params = json!({ "browserContextId": tab.context });
        self.chromium
            .call(None, "Target.disposeBrowserContext", &params, LIMIT)?;
        Ok(())
    }

    fn release_details(&mut self, tab: &Tab) -> Result<()> {
        self.on(tab, "Fetch.disable", &json!({}))?;
        self.ask(tab, "clusteratlasBench.quiet(300).then(() => null)")
    }

    fn change(&mut self, tab: &Tab) -> Result<Changes> {
        let states = json!(states::filters());
        Trace::start(self.chromium)?;
        let walls: Vec<f64> = self.ask(tab, &format!("clusteratlasBench.change({states}, {ROW_MS})"))?;
        let trace = self.end_trace("filters")?;
        let spans = |end: &str| -> Vec<[String; 2]> {
            let span = |position| [format!("change:{position}"), format!("{end}:{position}")];
            (0..walls.len()).map(span).collect()
        };
        Ok(Changes {
            busy_until_drawn: busy(&trace, &spans("drawn"))?,
            busy: busy(&trace, &spans("settled"))?,
            parts: parts(&trace, &spans("settled")),
            wall: Sample::of(walls)?,
        })
    }

    fn travel(&mut self, tab: &Tab) -> Result<Journey> {
        let journey = states::journey();
        // Once to Germany and back, so that the fine coastlines are there.
        let warm: Vec<&String> = journey.iter().step_by(journey.len() / 3).collect();
        self.ask::<Vec<f64>>(tab, &format!("clusteratlasBench.change({}, 1)", json!(warm)))?;
        Trace::start(self.chromium)?;
        let begins: Vec<f64> = self.ask(
            tab,
            &format!("clusteratlasBench.travel({}, {ROW_MS})", json!(journey)),
        )?;
        let trace = self.end_trace("journey")?;
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
            parts: parts(&trace, &spans),
            frames,
            dropped: intervals
                .iter()
                .map(|interval| ((interval / FRAME_MS).round() - 1.0).max(0.0))
                .sum(),
            interval: Sample::of(intervals)?,
        })
    }

    fn end_trace(&mut self, name: &str) -> Result<Trace> {
        let file = self
            .task
            .traces
            .map(|beginning| format!("{}-{name}.json", beginning.display()));
        Trace::end(self.chromium, file.as_deref().map(Path::new))
    }

    fn memory(&mut self, tab: &Tab) -> Result<Bytes> {
        self.on(tab, "HeapProfiler.collectGarbage", &json!({}))?;
        let usage = self.on(tab, "Runtime.getHeapUsage", &json!({}))?;
        Ok(Bytes {
            heap: usage
                .get("usedSize")
                .and_then(Value::as_f64)
                .context("no heap usage")?,
            wasm: self.ask(tab, "clusteratlasBench.memory()")?,
        })
    }

    /// Sends a command to a page.
    fn on(&mut self, tab: &Tab, method: &str, params: &Value) -> Result<Value> {
        self.chromium.call(Some(&tab.session), method, params, LIMIT)
    }

    /// The value of an expression on a page, once it is there.
    fn ask<T: serde::de::DeserializeOwned>(&mut self, tab: &Tab, expression: &str) -> Result<T> {
        let params = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let mut answer = self.on(tab, "Runtime.evaluate", &params)?;
        if let Some(exception) = answer.get("exceptionDetails") {
            anyhow::bail!("{exception}");
        }
        let value = answer.pointer_mut("/result/value").map(Value::take);
        Ok(serde_json::from_value(value.unwrap_or_default())?)
    }
}

fn summary(loads: &[(Opened, Trace)]) -> Option<Load> {
    let walls = |part: fn(&Opened) -> f64| Sample::of(loads.iter().map(|(opened, _)| part(opened)).collect());
    let work = |end: &str| {
        Sample::of(
            loads
                .iter()
                .filter_map(|(_, trace)| trace.busy("begin", end))
                .collect(),
        )
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
        busy_until_drawn: work("drawn").ok()?,
        busy: work("settled").ok()?,
        parts: Trace::part_names()
            .into_iter()
            .enumerate()
            .filter_map(part)
            .collect(),
    })
}

fn busy(trace: &Trace, spans: &[[String; 2]]) -> Result<Sample> {
    Sample::of(
        spans
            .iter()
            .filter_map(|[from, to]| trace.busy(from, to))
            .collect(),
    )
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
