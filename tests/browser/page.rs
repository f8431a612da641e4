//! The page as a reader knows it: things have a role and a name, and what is awaited comes in a while.

use std::fmt::Debug;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::WebElement;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};

use crate::browser::Browser;
use crate::journal::Journal;
use crate::recount::Recount;
use crate::site::Site;

/// How long a reader of a slow, busy machine waits for something to happen.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often they look.
const GLANCE: Duration = Duration::from_millis(40);

/// Finds what a reader means by a role and a name: `find(role, name)` gives visible elements, in order.
///
/// A checkbox may have a number after its name: how many cooperations it would leave.
pub(crate) const FINDER: &str = r"
const SELECTORS = {
    button: 'button:not([role]), [role=button]', tab: '[role=tab]', checkbox: 'input[type=checkbox]',
    link: 'a[href]', heading: 'h1, h2, h3, h4', group: 'fieldset', table: 'table', combobox: 'select, [role=combobox]',
    radio: 'input[type=radio]', slider: 'input[type=range]', textbox: 'input[type=text]', searchbox: 'input[type=search]:not([role])', image: '[role=img]',
    disclosure: 'summary', option: '[role=option]',
    region: 'section, [role=region]', complementary: 'aside', dialog: 'dialog', alert: '[role=alert]',
    status: '[role=status]', banner: 'header', contentinfo: 'footer', tablist: '[role=tablist]',
};
const words = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const nameOf = (element) => {
    const by = element.getAttribute('aria-labelledby');
    if (by) return words(by.split(' ').map((id) => document.getElementById(id)?.textContent).join(' '));
    if (element.hasAttribute('aria-label')) return words(element.getAttribute('aria-label'));
    if (element.labels?.length) return words(element.labels[0].textContent);
    const title = element.namespaceURI.endsWith('svg') && element.querySelector(':scope > title');
    if (title) return words(title.textContent);
    const own = { FIELDSET: 'legend', TABLE: 'caption' }[element.tagName];
    return words((own ? element.querySelector(own) : element)?.textContent) || words(element.title);
};
const seen = (element) => element.checkVisibility({ visibilityProperty: true });
const find = (role, name, within = document) => [...within.querySelectorAll(SELECTORS[role])].filter((element) => {
    const own = nameOf(element);
    const numbered = role === 'checkbox' && own.startsWith(name + ' ') && /^[\d.,]+$/.test(own.slice(name.length + 1));
    return seen(element) && (name === null || own === name || numbered);
});
";

/// A browser with the site in it.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) browser: Browser,
    pub(crate) site: Site,
    /// Whether stories are told in their long form.
    pub(crate) thorough: bool,
}

impl Page {
    /// A page that has not been opened.
    pub(crate) fn new(browser: Browser, site: Site, thorough: bool) -> Self {
        Self {
            browser,
            site,
            thorough,
        }
    }

    /// What the browser has said.
    pub(crate) fn journal(&self) -> &Journal {
        &self.browser.journal
    }

    /// Numbers to compare with.
    pub(crate) fn recount(&self) -> Result<Recount> {
        Recount::of(&self.site)
    }

    /// Closes the browser.
    pub(crate) async fn leave(self) {
        // A browser that does not end by itself ends with its driver.
        let _ended = self.browser.session.quit().await;
    }

    /// Runs a script in the page, with [`FINDER`] before it; again for a while, if it stumbles over what is not there
    /// yet.
    pub(crate) async fn ask<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T> {
        let script = format!("{FINDER}{script}");
        let start = Instant::now();
        loop {
            let returned = self.browser.session.execute(&script, arguments.clone()).await;
            match returned {
                Err(error) if is_stumble(&error) && start.elapsed() < PATIENCE => {
                    tokio::time::sleep(GLANCE).await;
                }
                returned => return Ok(serde_json::from_value(returned?.json().clone())?),
            }
        }
    }

    /// The value of an expression, or what it promises, in the page's own world: Firefox shows a driver's world
    /// only the page's original properties, and to the page that world would be an unknown sender of messages.
    pub(crate) async fn evaluate<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        self.evaluate_at(&self.browser.context().await?, expression).await
    }

    /// The same in the world of a window or frame, given by the browser's name for it.
    pub(crate) async fn evaluate_at<T: DeserializeOwned>(
        &self,
        context: &str,
        expression: &str,
    ) -> Result<T> {
        let expression = format!("(async () => JSON.stringify((await ({expression})) ?? null))()");
        let target = json!({ "context": context });
        let script = json!({ "expression": expression, "target": target, "awaitPromise": true });
        let bidi = self.browser.session.bidi().await?;
        let said = bidi.send_raw("script.evaluate", script).await?;
        let text = said.pointer("/result/value").and_then(Value::as_str);
        let text = text.with_context(|| format!("the page says {said}"))?;
        Ok(serde_json::from_str(text)?)
    }

    /// Lets a function run in every document before its own scripts.
    pub(crate) async fn run_before_pages(&self, function: &str) -> Result<()> {
        let bidi = self.browser.session.bidi().await?;
        let script = json!({ "functionDeclaration": function });
        bidi.send_raw("script.addPreloadScript", script).await?;
        Ok(())
    }

    /// Waits until a value is as expected.
    pub(crate) async fn see<T, R>(&self, what: &str, expected: T, look: R) -> Result<()>
    where
        T: PartialEq + Debug,
        R: AsyncFn() -> Result<T>,
    {
        let start = Instant::now();
        loop {
            let found = look().await;
            match found {
                Ok(found) if found == expected => return Ok(()),
                found if start.elapsed() > PATIENCE => {
                    bail!("{what}\n  expected {expected:?}\n     found {found:?}")
                }
                _ => tokio::time::sleep(GLANCE).await,
            }
        }
    }

    /// Waits until something holds.
    pub(crate) async fn see_that(&self, what: &str, holds: impl AsyncFn() -> Result<bool>) -> Result<()> {
        self.see(what, true, holds).await
    }

    /// Waits until there is a value.
    pub(crate) async fn await_some<T>(
        &self,
        what: &str,
        look: impl AsyncFn() -> Result<Option<T>>,
    ) -> Result<T> {
        let start = Instant::now();
        loop {
            let found = look().await;
            match found {
                Ok(Some(found)) => return Ok(found),
                found if start.elapsed() > PATIENCE => {
                    let cause = found
                        .err()
                        .map(|error| format!(": {error:#}"))
                        .unwrap_or_default();
                    bail!("there is no {what}{cause}")
                }
                _ => tokio::time::sleep(GLANCE).await,
            }
        }
    }

    /// The visible element of a role with a name, as soon as there is one.
    pub(crate) async fn element(&self, role: &str, name: &str) -> Result<WebElement> {
        self.element_by("return find(arguments[0], arguments[1])[0] ?? null", role, name)
            .await
    }

    /// The visible element of a role whose name begins so, as soon as there is one.
    pub(crate) async fn element_like(&self, role: &str, beginning: &str) -> Result<WebElement> {
        let script =
            "return find(arguments[0], null).find((e) => nameOf(e).startsWith(arguments[1])) ?? null";
        self.element_by(script, role, beginning).await
    }

    async fn element_by(&self, script: &str, role: &str, name: &str) -> Result<WebElement> {
        let script = format!("{FINDER}{script}");
        self.await_some(&format!("{role} {name:?}"), async || {
            let found = self
                .browser
                .session
                .execute(&script, vec![json!(role), json!(name)])
                .await?;
            Ok(if found.json().is_null() {
                None
            } else {
                Some(found.element()?)
            })
        })
        .await
    }

    /// Whether there is a visible element of a role with a name.
    pub(crate) async fn has(&self, role: &str, name: &str) -> Result<bool> {
        self.ask(
            "return find(arguments[0], arguments[1]).length > 0",
            vec![json!(role), json!(name)],
        )
        .await
    }

    /// The names of all visible elements of a role, in order.
    pub(crate) async fn names(&self, role: &str) -> Result<Vec<String>> {
        self.ask("return find(arguments[0], null).map(nameOf)", vec![json!(role)])
            .await
    }

    /// Sends a `WebDriver BiDi` command about this page.
    pub(crate) async fn command(&self, method: &str, mut parameters: Value) -> Result<Value> {
        let context = self.browser.context().await?;
        if let Some(object) = parameters.as_object_mut() {
            object.insert("context".to_owned(), json!(context));
        }
        let bidi = self.browser.session.bidi().await?;
        Ok(bidi.send_raw(method, parameters).await?)
    }
}

/// Whether a script of a story has failed, and not the browser.
fn is_stumble(error: &WebDriverError) -> bool {
    matches!(error.as_inner(), WebDriverErrorInner::JavascriptError(_))
}
