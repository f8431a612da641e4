//! Everything that the page can look like, by name, and how a reader gets there.

use anyhow::{Result, bail};
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use crate::editors;
use crate::page::Page;
use crate::site::Site;
use crate::tiles::offered;

/// Size of the window on a desk, and of one as narrow as WCAG asks for, in CSS pixels.
const DESK: [u32; 2] = [1280, 960];
const NARROW: [u32; 2] = [320, 640];

/// A look of the page.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct State {
    pub(crate) name: String,
    /// The fragment of its address, if it is a view of the atlas.
    view: Option<String>,
    /// A page beside the atlas, in German and in English.
    beside: Option<[String; 2]>,
    /// A site that is not as it was built.
    copy: Option<Copied>,
    #[serde(default)]
    narrow: bool,
    /// `click SELECTOR`, `type WORDS` into the search box, `focus SELECTOR`, `press KEY`, `give WORKBOOK` to editors,
    /// `await SELECTOR`.
    #[serde(default)]
    acts: Vec<String>,
    /// A selector of what is seen once the page is there.
    sign: String,
}

/// What is different in a copy of the site.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Copied {
    /// Its dataset cannot be read.
    Broken,
    /// It offers tiles.
    WithTiles,
}

/// All states, in the order of the file.
pub(crate) fn states() -> Result<Vec<State>> {
    #[derive(Deserialize)]
    struct File {
        states: Vec<State>,
    }
    let File { states } = toml::from_str(include_str!("states.toml"))?;
    Ok(states)
}

/// A reader on the way from state to state.
#[derive(Debug)]
pub(crate) struct Walk<'a> {
    page: &'a Page,
    /// `de` or `en`.
    language: &'static str,
    /// The size of the window in which an address alone leads on from where the page is.
    leads_on: Option<[u32; 2]>,
    /// The copy of the site that is open; it goes when another is.
    copy: Option<Site>,
}

impl<'a> Walk<'a> {
    pub(crate) fn begin(page: &'a Page, language: &'static str) -> Self {
        Self {
            page,
            language,
            leads_on: None,
            copy: None,
        }
    }

    /// Goes to a state and waits until it stands still.
    pub(crate) async fn reach(&mut self, state: &State) -> Result<()> {
        self.open(state).await?;
        for act in &state.acts {
            self.act(act).await?;
        }
        let seen = format!("the sign of {:?}", state.name);
        let script = "return [...document.querySelectorAll(arguments[0])].some(seen)";
        self.page
            .see_that(&seen, async || {
                self.page.ask(script, vec![json!(state.sign)]).await
            })
            .await?;
        self.page.evaluate(STILL).await
    }

    async fn open(&mut self, state: &State) -> Result<()> {
        let Self { page, language, .. } = *self;
        let window = if state.narrow { NARROW } else { DESK };
        page.resize(window[0], window[1]).await?;
        let led_on = self.leads_on.take();
        match state {
            State { view: Some(view), .. } => {
                let fragment = format!("#lang={language}&{view}");
                if led_on == Some(window) {
                    page.evaluate::<()>("void (window.heardMessages.length = 0)")
                        .await?;
                    page.edit_address(&fragment).await?;
                    page.see_message("drawn").await?;
                } else {
                    page.open(&fragment).await?;
                }
                self.leads_on = state.acts.is_empty().then_some(window);
            }
            State {
                beside: Some([german, english]),
                ..
            } => {
                let path = if language == "de" { german } else { english };
                page.visit(&page.site, path).await?;
            }
            State { copy: Some(copy), .. } => {
                let site = match copy {
                    Copied::Broken => page.site.with(&[("data/atlas.json", "{")])?,
                    Copied::WithTiles => offered(page, "http://127.0.0.1:9/")?,
                };
                page.visit(&site, &format!("#lang={language}")).await?;
                self.copy = Some(site);
            }
            State { name, .. } => bail!("nothing is opened for {name:?}"),
        }
        Ok(())
    }

    async fn act(&self, act: &str) -> Result<()> {
        match act.split_once(' ') {
            Some(("click", selector)) => {
                let click =
                    "const found = [...document.querySelectorAll(arguments[0])].find(seen); found.click();";
                self.page.ask(click, vec![json!(selector)]).await
            }
            Some(("type", words)) => self.page.type_words(words).await,
            Some(("focus", selector)) => {
                let focus = "[...document.querySelectorAll(arguments[0])].find(seen).focus()";
                self.page.ask(focus, vec![json!(selector)]).await
            }
            Some(("give", "wrong")) => editors::give(self.page, editors::Workbook::Wrong).await,
            Some(("give", "damaged")) => editors::give(self.page, editors::Workbook::Damaged).await,
            Some(("await", selector)) => {
                let script = "return [...document.querySelectorAll(arguments[0])].some(seen)";
                self.page
                    .see_that(selector, async || {
                        self.page.ask(script, vec![json!(selector)]).await
                    })
                    .await
            }
            Some(("press", "Tab")) => self.page.type_key(Key::Tab).await,
            Some(("press", key)) => {
                let keys = self.page.browser.session.action_chain().send_keys(key);
                Ok(keys.perform().await?)
            }
            _ => bail!("what is {act:?}?"),
        }
    }
}

/// Waits until nothing moves or comes: details and rows out of sight follow a little later than the rest.
const STILL: &str = "(async () => {
    const moving = () => document.getAnimations().filter((one) =>
        one.playState === 'running' && Number.isFinite(one.effect.getComputedTiming().endTime));
    let changed = true;
    const observer = new MutationObserver(() => (changed = true));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const isFilled = () => ![...document.querySelectorAll('table:has(> tbody:empty)')].some((one) => one.checkVisibility());
    while (changed || moving().length || !isFilled()) {
        changed = false;
        await Promise.allSettled(moving().map((one) => one.finished));
        await new Promise((resolve) => setTimeout(resolve, 350));
    }
    observer.disconnect();
})()";
