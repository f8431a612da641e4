//! What the browser says while a story runs, heard through `WebDriver BiDi` in both browsers alike.
//!
//! Heard are: every console message and uncaught exception (`log.entryAdded`), every request of the page and its
//! frames before it is sent (`network.beforeRequestSent`), every alert or similar prompt
//! (`browsingContext.userPromptOpened`), and every violation of the content security policy. Firefox keeps
//! violations out of the log, so a script that runs before the page's own reports the event of that name.
//! The same script notes the messages that the page posts to its own window, in `window.heardMessages`.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context as _, Result, ensure};
use futures_util::StreamExt as _;
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use thirtyfour::bidi::{BiDi, RawEvent};

/// Runs in every document before its own scripts.
const LISTENER: &str = "(report) => {
    window.heardMessages = [];
    window.addEventListener('message', (event) => window.heardMessages.push(event.data));
    document.addEventListener('securitypolicyviolation', (event) =>
        report(`${event.violatedDirective} blocks ${event.blockedURI} on ${event.documentURI}`));
}";

/// One thing that the browser said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// Something for the console; the level is `error`, `warn`, `info` or `debug`.
    Console { level: String, text: String },
    /// An address is asked for.
    Request(String),
    /// The policy has kept something from the page.
    Violation(String),
    /// The page has opened an alert or the like.
    Prompt(String),
}

/// The entries so far, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Journal {
    entries: Arc<Mutex<Vec<Entry>>>,
    /// Parts of complaints that the story provokes.
    expected: Arc<Mutex<Vec<&'static str>>>,
    /// Whether the story is about files of this machine.
    files: Arc<AtomicBool>,
}

impl Journal {
    /// Starts to listen, before the first page is opened.
    pub(crate) async fn keep(session: &WebDriver) -> Result<Self> {
        let bidi = session.bidi().await.context("no connection for events")?;
        let journal = Self::default();
        let listener = journal.clone();
        let mut events = bidi.subscribe_raw();
        tokio::spawn(async move {
            while let Some(event) = events.next().await {
                listener.note(&event);
            }
        });
        subscribe(&bidi).await?;
        Ok(journal)
    }

    fn note(&self, event: &RawEvent) {
        let text = |pointer: &str| {
            event
                .params
                .pointer(pointer)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let entry = match event.method.as_str() {
            "log.entryAdded" => Entry::Console {
                level: text("/level"),
                text: text("/text"),
            },
            "network.beforeRequestSent" => Entry::Request(text("/request/url")),
            "browsingContext.userPromptOpened" => Entry::Prompt(text("/message")),
            "script.message" => Entry::Violation(text("/data/value")),
            _ => return,
        };
        self.entries
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(entry);
    }

    /// Everything so far.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        self.entries
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Every address that was asked for.
    pub(crate) fn requests(&self) -> Vec<String> {
        let request = |entry| {
            if let Entry::Request(url) = entry {
                Some(url)
            } else {
                None
            }
        };
        self.entries().into_iter().filter_map(request).collect()
    }

    /// Lets the browser complain in words that contain this: the story provokes it.
    pub(crate) fn expect(&self, part: &'static str) {
        self.expected
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(part);
    }

    /// Lets the browser open files: the story is about them.
    pub(crate) fn allow_files(&self) {
        self.files.store(true, Ordering::Relaxed);
    }

    /// Whether an address stays on this machine; the tests serve every site on it.
    fn is_own(&self, url: &str) -> bool {
        let files = self.files.load(Ordering::Relaxed).then_some("file:");
        let starts = ["http://127.0.0.1:", "data:", "blob:", "about:"];
        starts
            .into_iter()
            .chain(files)
            .any(|start| url.starts_with(start))
    }

    /// Every error, violation, prompt and request to another host that the story does not expect.
    pub(crate) fn complaints(&self) -> Vec<Entry> {
        let expected = self
            .expected
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let is_complaint = |entry: &Entry| {
            let text = match entry {
                Entry::Console { level, text }
                    if level == "error" || text.contains("Content-Security-Policy") =>
                {
                    text
                }
                Entry::Request(url) if !self.is_own(url) => url,
                Entry::Violation(text) | Entry::Prompt(text) => text,
                Entry::Console { .. } | Entry::Request(_) => return false,
            };
            !expected.iter().any(|part| text.contains(part))
        };
        self.entries().into_iter().filter(is_complaint).collect()
    }

    /// Fails where the browser complained, whatever the story was about.
    pub(crate) fn check_quiet(&self) -> Result<()> {
        let complaints = self.complaints();
        ensure!(complaints.is_empty(), "the browser complained: {complaints:#?}");
        Ok(())
    }

    /// What the browser said besides requests, for the report of a failure.
    pub(crate) fn account(&self) -> String {
        let said: Vec<Entry> = self
            .entries()
            .into_iter()
            .filter(|entry| !matches!(entry, Entry::Request(url) if self.is_own(url)))
            .collect();
        format!("the browser said {said:?}")
    }
}

async fn subscribe(bidi: &BiDi) -> Result<()> {
    let events = [
        "log.entryAdded",
        "network.beforeRequestSent",
        "script.message",
        "browsingContext.userPromptOpened",
    ];
    bidi.send_raw("session.subscribe", json!({ "events": events }))
        .await?;
    let channel = json!({ "type": "channel", "value": { "channel": "violations" } });
    let script = json!({ "functionDeclaration": LISTENER, "arguments": [channel] });
    bidi.send_raw("script.addPreloadScript", script).await?;
    Ok(())
}
