//! A page in the browser, with empty caches of its own, and what is asked of it.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::chromium::Chromium;
use crate::figures::Bytes;
use crate::trace::Trace;

/// Runs in every page before its own scripts.
const DRIVER: &str = include_str!("driver.js");

/// A measurement that takes longer is stopped and reported as such.
pub(crate) const LIMIT: Duration = Duration::from_mins(1);

/// An open page.
pub(crate) struct Tab<'a> {
    chromium: &'a mut Chromium,
    session: String,
    context: String,
}

impl<'a> Tab<'a> {
    /// An empty page on a processor that is so many times slower.
    pub(crate) fn open(chromium: &'a mut Chromium, throttle: f64) -> Result<Self> {
        chromium.forget_events();
        let mut ask = |method: &str, params: Value, key: &str| -> Result<String> {
            let answer = chromium.call(None, method, &params, LIMIT)?;
            let text = answer.get(key).and_then(Value::as_str);
            Ok(text.with_context(|| format!("no {key} in: {answer}"))?.to_owned())
        };
        let context = ask("Target.createBrowserContext", json!({}), "browserContextId")?;
        let params = json!({ "url": "about:blank", "browserContextId": context });
        let target = ask("Target.createTarget", params, "targetId")?;
        let params = json!({ "targetId": target, "flatten": true });
        let session = ask("Target.attachToTarget", params, "sessionId")?;
        let mut tab = Self {
            chromium,
            session,
            context,
        };
        let screen = json!({ "width": 1280, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        let details = json!({ "patterns": [{ "urlPattern": "*/data/details.json*" }] });
        let driver = json!({ "source": DRIVER });
        for (method, params) in [
            ("Page.enable", json!({})),
            ("Page.bringToFront", json!({})),
            ("Emulation.setDeviceMetricsOverride", screen),
            ("Page.addScriptToEvaluateOnNewDocument", driver),
            // Details come after the first map, and are kept back until that is measured.
            ("Fetch.enable", details),
            ("Emulation.setCPUThrottlingRate", json!({ "rate": throttle })),
        ] {
            tab.command(method, &params)?;
        }
        Ok(tab)
    }

    /// Closes the page and forgets its caches.
    pub(crate) fn close(self) -> Result<()> {
        let params = json!({ "browserContextId": self.context });
        self.chromium
            .call(None, "Target.disposeBrowserContext", &params, LIMIT)?;
        Ok(())
    }

    /// The outcome of some work on the page, and its trace, which goes to `file` as well.
    pub(crate) fn trace<T: DeserializeOwned>(
        &mut self,
        file: Option<&Path>,
        work: impl FnOnce(&mut Self) -> Result<T>,
    ) -> Result<(T, Trace)> {
        Trace::start(self.chromium)?;
        let value = work(self)?;
        Ok((value, Trace::end(self.chromium, file)?))
    }

    /// The value of an expression on the page, once it is there.
    pub(crate) fn ask<T: DeserializeOwned>(&mut self, expression: &str) -> Result<T> {
        let params = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let mut answer = self.command("Runtime.evaluate", &params)?;
        if let Some(exception) = answer.get("exceptionDetails") {
            anyhow::bail!("{exception}");
        }
        let value = answer.pointer_mut("/result/value").map(Value::take);
        Ok(serde_json::from_value(value.unwrap_or_default())?)
    }

    /// Goes to an address.
    pub(crate) fn go(&mut self, url: &str) -> Result<()> {
        self.command("Page.navigate", &json!({ "url": url }))?;
        Ok(())
    }

    /// Lets the details arrive, and waits until the page has taken them in.
    pub(crate) fn release_details(&mut self) -> Result<()> {
        self.command("Fetch.disable", &json!({}))?;
        self.ask("clusteratlasBench.quiet(300).then(() => null)")
    }

    /// Memory after garbage collection.
    pub(crate) fn memory(&mut self) -> Result<Bytes> {
        self.command("HeapProfiler.collectGarbage", &json!({}))?;
        let usage = self.command("Runtime.getHeapUsage", &json!({}))?;
        let heap = usage.get("usedSize").and_then(Value::as_f64);
        Ok(Bytes {
            heap: heap.context("no heap usage")?,
            wasm: self.ask("clusteratlasBench.memory()")?,
        })
    }

    fn command(&mut self, method: &str, params: &Value) -> Result<Value> {
        self.chromium.call(Some(&self.session), method, params, LIMIT)
    }
}
