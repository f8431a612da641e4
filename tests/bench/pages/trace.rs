//! What the main thread of a page did, by a trace: its tasks, and the marks that the page set in between.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::chromium::Chromium;

/// Tasks are in the first two, the marks in the third.
const CATEGORIES: [&str; 3] = [
    "devtools.timeline",
    "disabled-by-default-devtools.timeline",
    "blink.user_timing",
];

/// Parts of tasks that are told apart, with the names that they have in traces. They may lie within each other.
const PARTS: [(&str, &[&str]); 4] = [
    (
        "script",
        &[
            "EvaluateScript",
            "FunctionCall",
            "RunMicrotasks",
            "FireAnimationFrame",
            "v8.compile",
            "v8.wasm.compile",
            "TimerFire",
        ],
    ),
    ("style", &["UpdateLayoutTree", "RecalculateStyles"]),
    ("layout", &["Layout"]),
    (
        "paint",
        &["PrePaint", "Paint", "Layerize", "Commit", "UpdateLayer"],
    ),
];

/// How long the browser may take to hand over a trace.
const HANDING_OVER: Duration = Duration::from_mins(1);

/// A span of time, in microseconds of the browser's clock.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Span {
    begin: f64,
    end: f64,
    /// How long the thread had a processor meanwhile: less than the span where it waited or others were served.
    processor: f64,
}

/// What lies between two marks.
#[derive(Clone, Copy, Debug)]
struct Window {
    begin: f64,
    end: f64,
}

/// The main thread of a page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trace {
    tasks: Vec<Span>,
    parts: [Vec<Span>; PARTS.len()],
    marks: Vec<(String, f64)>,
}

impl Trace {
    /// Begins to record.
    pub(crate) fn start(chromium: &mut Chromium) -> Result<()> {
        let config = json!({ "includedCategories": CATEGORIES, "excludedCategories": ["*"] });
        let params = json!({ "transferMode": "ReportEvents", "traceConfig": config });
        chromium.call(None, "Tracing.start", &params, HANDING_OVER)?;
        Ok(())
    }

    /// Ends the recording and reads what the thread that set our marks did; the whole trace goes to `file`.
    pub(crate) fn end(chromium: &mut Chromium, file: Option<&Path>) -> Result<Self> {
        chromium.call(None, "Tracing.end", &json!({}), HANDING_OVER)?;
        let complete = chromium.event("Tracing.tracingComplete", HANDING_OVER)?;
        let lost = complete.params.get("dataLossOccurred").and_then(Value::as_bool);
        anyhow::ensure!(lost != Some(true), "the browser has lost a part of the trace");
        let mut events = Vec::new();
        while let Some(mut data) = chromium.seen("Tracing.dataCollected") {
            if let Some(Value::Array(part)) = data.params.get_mut("value").map(Value::take) {
                events.extend(part);
            }
        }
        if let Some(file) = file {
            fs::write(file, json!({ "traceEvents": events }).to_string())
                .with_context(|| format!("cannot write: {}", file.display()))?;
        }
        Self::read(&events)
    }

    fn read(events: &[Value]) -> Result<Self> {
        let text = |event: &Value, key: &str| event.get(key).and_then(Value::as_str).map(str::to_owned);
        let thread = |event: &Value| Some((event.get("pid")?.as_i64()?, event.get("tid")?.as_i64()?));
        let mark = |event: &Value| {
            let name = text(event, "name")?.strip_prefix("bench:")?.to_owned();
            Some((name, event.get("ts")?.as_f64()?, thread(event)?))
        };
        let marks: Vec<_> = events.iter().filter_map(mark).collect();
        let (_, _, page) = marks.first().context("the trace holds no mark of the page")?;
        let mut trace = Self::default();
        for event in events.iter().filter(|event| thread(event) == Some(*page)) {
            let (Some(name), Some(begin)) = (text(event, "name"), event.get("ts").and_then(Value::as_f64))
            else {
                continue;
            };
            let number = |key: &str| event.get(key).and_then(Value::as_f64);
            let duration = number("dur").unwrap_or(0.0);
            let span = Span {
                begin,
                end: begin + duration,
                processor: number("tdur").unwrap_or(duration),
            };
            if name == "RunTask" {
                trace.tasks.push(span);
            }
            for ((_, names), spans) in PARTS.iter().zip(&mut trace.parts) {
                if names.contains(&name.as_str()) {
                    spans.push(span);
                }
            }
        }
        trace.tasks = merged(trace.tasks);
        trace.parts = trace.parts.map(merged);
        trace.marks = marks.into_iter().map(|(name, at, _)| (name, at)).collect();
        anyhow::ensure!(!trace.tasks.is_empty(), "the trace holds no task of the page");
        Ok(trace)
    }

    /// Milliseconds that the main thread worked between two marks. From the mark `begin` on, which the page sets as
    /// early as it can, the task around that mark counts as a whole.
    pub(crate) fn busy(&self, from: &str, to: &str) -> Option<f64> {
        Some(milliseconds(&self.tasks, self.window(from, to)?))
    }

    /// The time of a processor in it, which other work on the machine does not lengthen.
    pub(crate) fn processor(&self, from: &str, to: &str) -> Option<f64> {
        let window = self.window(from, to)?;
        let share = |task: &Span| {
            let length = task.end - task.begin;
            let within = overlap(task, window);
            if length > 0.0 {
                task.processor * within / length
            } else {
                0.0
            }
        };
        Some(self.tasks.iter().map(share).sum::<f64>() / 1000.0)
    }

    /// The same as [`Trace::busy`] for each of [`Trace::part_names`].
    pub(crate) fn parts(&self, from: &str, to: &str) -> Option<[f64; PARTS.len()]> {
        let window = self.window(from, to)?;
        Some([0, 1, 2, 3].map(|part| milliseconds(&self.parts[part], window)))
    }

    /// What is told apart.
    pub(crate) fn part_names() -> [&'static str; PARTS.len()] {
        PARTS.map(|(name, _)| name)
    }

    fn window(&self, from: &str, to: &str) -> Option<Window> {
        let (mut begin, end) = (self.mark(from)?, self.mark(to)?);
        if from == "begin" {
            let around = self.tasks.iter().find(|task| task.end > begin)?;
            begin = begin.min(around.begin);
        }
        Some(Window { begin, end })
    }

    fn mark(&self, name: &str) -> Option<f64> {
        self.marks.iter().find(|(own, _)| own == name).map(|(_, at)| *at)
    }
}

/// The same time without overlaps: a task that waits within another one counts once.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by(|a, b| a.begin.total_cmp(&b.begin));
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.begin < last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}

fn milliseconds(spans: &[Span], window: Window) -> f64 {
    spans.iter().map(|span| overlap(span, window)).sum::<f64>() / 1000.0
}

fn overlap(span: &Span, window: Window) -> f64 {
    (span.end.min(window.end) - span.begin.max(window.begin)).max(0.0)
}
