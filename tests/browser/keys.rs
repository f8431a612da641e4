//! What a reader does who has a keyboard and nothing else: Tab and Shift+Tab lead there, keys work it.

use anyhow::{Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::page::Page;

/// No page has so many stops.
const STOPS: usize = 400;

/// Where something stands, seen from what has the focus.
const PLACE: &str = "
    if (!target) return 'nowhere';
    const active = document.activeElement;
    if (active === target) return 'here';
    return active.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING ? 'ahead' : 'behind'";

/// What stands for a thing as a stop: in a set of tabs or radio buttons that is the one that is chosen.
const STOP: &str = "
    const stopOf = (one) => {
        if (!one) return one;
        if (one.role === 'tab') return one.closest('[role=tablist]').querySelector('[tabindex=\"0\"]');
        if (one.type !== 'radio') return one;
        const set = [...document.querySelectorAll('input[type=radio]')].filter((other) => other.name === one.name);
        return set.find((other) => other.checked) ?? set[0];
    };";

impl Page {
    /// Works what has a role and a name, as a click would.
    pub(crate) async fn work(&self, role: &str, name: &str) -> Result<()> {
        let found = "find(arguments[0], arguments[1])[0]";
        let arguments = vec![json!(role), json!(name)];
        self.reach(found, &arguments).await?;
        match role {
            "checkbox" => self.type_key(Key::Space).await,
            "tab" => self.step_to(Key::Right, found, &arguments).await,
            "radio" => self.step_to(Key::Down, found, &arguments).await,
            _ => self.type_key(Key::Enter).await,
        }
    }

    /// Goes by Tab, or back by Shift and Tab, to what an expression finds.
    pub(crate) async fn reach(&self, found: &str, arguments: &[Value]) -> Result<()> {
        self.await_some(found, async || {
            let is_there: bool = self
                .ask(&format!("return Boolean({found})"), arguments.to_vec())
                .await?;
            Ok(is_there.then_some(()))
        })
        .await?;
        let (mut before, mut turns) = (String::new(), 0);
        for _ in 0..STOPS {
            let script = format!("{STOP} const target = stopOf({found}); {PLACE}");
            let place: String = self.ask(&script, arguments.to_vec()).await?;
            match place.as_str() {
                "here" => return Ok(()),
                "ahead" => self.type_key(Key::Tab).await?,
                "behind" => self.type_shift_tab().await?,
                _ => bail!("{found} {arguments:?} has gone"),
            }
            turns += usize::from(!before.is_empty() && before != place);
            ensure!(turns < 3, "Tab passes over {found} {arguments:?}");
            before = place;
        }
        bail!("Tab does not lead to {found} {arguments:?}")
    }

    /// Presses an arrow until the focus is on what an expression finds.
    async fn step_to(&self, key: Key, found: &str, arguments: &[Value]) -> Result<()> {
        for _ in 0..8 {
            let script = format!("return document.activeElement === {found}");
            if self.ask(&script, arguments.to_vec()).await? {
                return Ok(());
            }
            self.type_key(key.clone()).await?;
        }
        bail!("{key:?} does not lead to {found} {arguments:?}")
    }

    /// Types, wherever the focus is.
    pub(crate) async fn type_text(&self, text: &str) -> Result<()> {
        Ok(self
            .browser
            .session
            .action_chain()
            .send_keys(text)
            .perform()
            .await?)
    }

    /// Types words into the search box, which has the focus, and walks down to a suggestion by its beginning.
    pub(crate) async fn walk_to_suggestion(&self, words: &str, suggestion: &str) -> Result<()> {
        self.type_text(words).await?;
        self.see_suggestion(suggestion).await?;
        for _ in 0..20 {
            self.type_key(Key::Down).await?;
            let active: String = self
                .ask(
                    "const id = document.activeElement.getAttribute('aria-activedescendant');
                     return id ? nameOf(document.getElementById(id)) : ''",
                    vec![],
                )
                .await?;
            if active.starts_with(suggestion) {
                return self.type_key(Key::Enter).await;
            }
        }
        bail!("the arrows do not lead to {suggestion:?}")
    }
}
