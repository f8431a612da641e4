//! The reader stays for a long time: what they have done leaves nothing behind in memory.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;
use crate::site::Site;
use crate::story::{Story, stories};

// Only Chromium tells what a page holds after its garbage has been collected.
pub(crate) const STORIES: &[Story] = stories![
    a_thousand_changes_of_filters_and_camera_leave_memory_as_it_was.in_chromium(),
    changes_of_view_language_and_selection_leave_memory_as_it_was.in_chromium(),
];

/// Notes the memories of WebAssembly, which the application keeps to itself, and forgets what is heard.
const NOTE_MEMORIES: &str = "() => {
    window.memories = new Set();
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const original = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await original.apply(WebAssembly, given);
            for (const value of Object.values((made.instance ?? made).exports)) {
                if (value instanceof WebAssembly.Memory) window.memories.add(value);
            }
            return made;
        };
    }
}";

/// Sets states one after the other, some as soon as the page can, some when the one before has been drawn.
const SET_ALL: &str = "(async (states) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const drawn = (state) => new Promise((resolve) => {
        const hear = ({ data }) => {
            if (data?.type !== 'drawn' || data.state !== state) return;
            window.removeEventListener('message', hear);
            resolve();
        };
        window.addEventListener('message', hear);
    });
    for (const [position, state] of states.entries()) {
        const answer = position % 10 === 9 || position === states.length - 1 ? drawn(state) : frame();
        window.postMessage({ clusteratlas: 1, type: 'set', state }, '*');
        await answer;
    }
    window.heardMessages.length = 0;
})";

/// So many states are set at a time: a driver does not wait for long.
const AT_A_TIME: usize = 100;

/// Rows under the map.
const GLANCE: usize = 12;

/// What a page holds.
#[derive(Clone, Copy, Debug)]
struct Held {
    /// Objects of scripts and memories of WebAssembly.
    bytes: f64,
    /// Nodes of the document, and such as have been taken out and are still held.
    nodes: f64,
    listeners: f64,
    marks: f64,
}

async fn a_thousand_changes_of_filters_and_camera_leave_memory_as_it_was(page: &Page) -> Result<()> {
    let values = open(page).await?;
    let state = |step: usize| {
        let nth = |list: &[String]| list.get(step % list.len().max(1)).cloned().unwrap_or_default();
        let step_f = f64::from(u32::try_from(step % 97).unwrap_or(0));
        let camera = format!(
            "{},{},{}",
            10.0 + step_f / 2.0,
            step_f - 40.0,
            1.0 + f64::from(u32::try_from(step % 29).unwrap_or(0)) / 4.0
        );
        match step % 4 {
            0 => format!("theme={}&at={camera}", nth(&values.themes)),
            1 => format!("country={}&at={camera}", nth(&values.countries)),
            2 => format!("theme={}&country={}", nth(&values.themes), nth(&values.countries)),
            _ => format!("at={camera}"),
        }
    };
    see_unchanged(page, &|steps| steps.map(state).collect(), 1000).await
}

async fn changes_of_view_language_and_selection_leave_memory_as_it_was(page: &Page) -> Result<()> {
    let values = open(page).await?;
    let state = |step: usize| {
        let nth = |list: &[String]| list.get(step % list.len().max(1)).cloned().unwrap_or_default();
        match step % 5 {
            0 => "view=list".to_owned(),
            1 => format!("sel=country:{}", nth(&values.countries)),
            2 => "lang=en".to_owned(),
            3 => format!("lang=en&view=list&sel=country:{}", nth(&values.countries)),
            _ => "appearance=dark&at=51,10,6".to_owned(),
        }
    };
    see_unchanged(page, &|steps| steps.map(state).collect(), 200).await
}

/// Values that filters of the generated dataset can have.
struct Values {
    /// Serves the dataset for as long as the story lasts.
    _site: Site,
    themes: Vec<String>,
    countries: Vec<String>,
}

async fn open(page: &Page) -> Result<Values> {
    page.run_before_pages(NOTE_MEMORIES).await?;
    let site = page.site.generated(3000)?;
    let atlas: Value = serde_json::from_str(&site.text("data/atlas.json")?)?;
    let texts = |list: &str, field: &str| -> Vec<String> {
        let records = atlas.get(list).and_then(Value::as_array);
        let texts = records
            .into_iter()
            .flatten()
            .filter_map(|record| record.get(field)?.as_str());
        texts.map(str::to_owned).take(40).collect()
    };
    let (themes, countries) = (texts("themes", "id"), texts("countries", "id"));
    page.visit(&site, "").await?;
    let values = Values {
        _site: site,
        themes,
        countries,
    };
    ensure!(
        values.themes.len() > 3 && values.countries.len() > 3,
        "few values"
    );
    page.see_ready().await?;
    page.see_drawing().await?;
    Ok(values)
}

async fn see_unchanged(
    page: &Page,
    states: &dyn Fn(std::ops::Range<usize>) -> Vec<String>,
    changes: usize,
) -> Result<()> {
    // Twice the same beginning: the first fills what the page keeps on purpose.
    set_all(page, states(0..changes / 4)).await?;
    let before = held(page).await?;
    set_all(page, states(0..changes)).await?;
    let after = held(page).await?;
    let told = format!("before {before:?}\n after {after:?}");
    ensure!(
        after.bytes <= before.bytes * 1.1 && after.bytes <= before.bytes + 2e6,
        "bytes: {told}"
    );
    ensure!(after.marks <= before.marks, "marks: {told}");
    ensure!(after.nodes <= before.nodes * 1.02, "nodes: {told}");
    ensure!(after.listeners <= before.listeners * 1.02, "listeners: {told}");
    Ok(())
}

/// Sets states, and in the end the one with nothing chosen.
async fn set_all(page: &Page, mut states: Vec<String>) -> Result<()> {
    states.push(String::new());
    for part in states.chunks(AT_A_TIME) {
        page.evaluate::<Value>(&format!("{SET_ALL}({})", json!(part)))
            .await?;
    }
    page.see_resting().await?;
    // Rows that are out of sight follow when the filters have been left alone.
    page.see("the rows under the map", GLANCE, async || {
        Ok(page.row_titles().await?.len())
    })
    .await
}

async fn held(page: &Page) -> Result<Held> {
    // A second collection frees what the first has only let go of.
    for _ in 0..2 {
        page.browser
            .send_devtools("HeapProfiler.collectGarbage", json!({}))
            .await?;
    }
    let usage = page
        .browser
        .send_devtools("Runtime.getHeapUsage", json!({}))
        .await?;
    let counters = page
        .browser
        .send_devtools("Memory.getDOMCounters", json!({}))
        .await?;
    let number = |answer: &Value, name: &str| {
        let number = answer.get(name).and_then(Value::as_f64);
        number.with_context(|| format!("no {name} in {answer}"))
    };
    let memory: f64 = page
        .evaluate("[...window.memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0)")
        .await?;
    ensure!(memory > 0.0, "no memory of WebAssembly");
    Ok(Held {
        bytes: number(&usage, "usedSize")? + memory,
        nodes: number(&counters, "nodes")?,
        listeners: number(&counters, "jsEventListeners")?,
        marks: page
            .evaluate("document.querySelectorAll('[data-mark]').length")
            .await?,
    })
}
