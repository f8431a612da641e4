//! What a reader does.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::browser::Hand;
use crate::page::Page;
use crate::site::Site;

impl Page {
    /// Opens the site with a fragment and waits until it shows the dataset.
    pub(crate) async fn open(&self, fragment: &str) -> Result<()> {
        self.visit(&self.site, fragment).await?;
        self.see_ready().await
    }

    /// Opens a copy of the site with a fragment, whatever comes of it.
    pub(crate) async fn visit(&self, site: &Site, fragment: &str) -> Result<()> {
        let url = format!("{}{fragment}", site.url());
        // A fragment alone would not load the page anew.
        self.browser.session.goto("about:blank").await?;
        Ok(self.browser.session.goto(url).await?)
    }

    /// Changes the fragment in the address bar.
    pub(crate) async fn edit_address(&self, fragment: &str) -> Result<()> {
        self.ask::<Value>("location.hash = arguments[0]; return null", vec![json!(fragment)])
            .await?;
        Ok(())
    }

    /// Goes a step back.
    pub(crate) async fn go_back(&self) -> Result<()> {
        Ok(self.browser.session.back().await?)
    }

    /// Goes a step forward.
    pub(crate) async fn go_forward(&self) -> Result<()> {
        Ok(self.browser.session.forward().await?)
    }

    /// Makes the window so large, in CSS pixels, that the page has this much room.
    pub(crate) async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let viewport = json!({ "width": width, "height": height });
        self.command("browsingContext.setViewport", json!({ "viewport": viewport }))
            .await?;
        Ok(())
    }

    /// Clicks on a button.
    pub(crate) async fn press(&self, button: &str) -> Result<()> {
        self.click("button", button).await
    }

    /// Clicks on what has a role and a name.
    pub(crate) async fn click(&self, role: &str, name: &str) -> Result<()> {
        ensure!(
            self.browser.reader.hand != Hand::Keys,
            "there is nothing to click with"
        );
        let element = self.element(role, name).await?;
        element
            .click()
            .await
            .with_context(|| format!("cannot click on {role} {name:?}"))
    }

    /// Types into the search box, whatever stands there.
    pub(crate) async fn type_words(&self, words: &str) -> Result<()> {
        let label = if self.language().await? == "de" {
            "Suche"
        } else {
            "Search"
        };
        let field = self.element("combobox", label).await?;
        field.clear().await?;
        field.send_keys(words).await?;
        Ok(())
    }

    /// Searches for words.
    pub(crate) async fn search_for(&self, words: &str) -> Result<()> {
        self.type_words(words).await?;
        self.type_key(Key::Enter).await
    }

    /// Types words and chooses one of the suggestions.
    pub(crate) async fn choose_suggestion(&self, words: &str, suggestion: &str) -> Result<()> {
        self.type_words(words).await?;
        self.see_suggestion(suggestion).await?;
        self.ask(
            "find('option', null).find((one) => nameOf(one).startsWith(arguments[0])).click()",
            vec![json!(suggestion)],
        )
        .await
    }

    /// Opens the view of a tab.
    pub(crate) async fn open_view(&self, tab: &str) -> Result<()> {
        self.click("tab", tab).await
    }

    /// Ticks or unticks a theme.
    pub(crate) async fn choose_theme(&self, name: &str) -> Result<()> {
        self.choose("Themen", name).await
    }

    /// Ticks or unticks a funding programme.
    pub(crate) async fn choose_programme(&self, name: &str) -> Result<()> {
        self.choose("Förderprogramme", name).await
    }

    /// Ticks or unticks an option of a group of filters, unfolding the group if need be.
    pub(crate) async fn choose(&self, group: &str, name: &str) -> Result<()> {
        self.unfold(group, name).await?;
        let script = "const [group, name] = arguments;
            return find('checkbox', name, find('group', group)[0])[0] ?? null";
        let option = self
            .browser
            .session
            .execute(with_finder(script), vec![json!(group), json!(name)])
            .await?;
        let option = option
            .element()
            .with_context(|| format!("{group:?} has no {name:?}"))?;
        option
            .click()
            .await
            .with_context(|| format!("cannot tick {name:?}"))
    }

    /// Unfolds a group of filters until it shows an option.
    pub(crate) async fn unfold(&self, group: &str, name: &str) -> Result<()> {
        let script = "const [group, name] = arguments;
            const within = find('group', group)[0];
            if (!within) return null;
            if (find('checkbox', name, within).length) return 'shown';
            // First the group itself, then what shows the rest of its options.
            find('button', null, within).find((e) => e.getAttribute('aria-expanded') === 'false')?.click();
            return null";
        let shown: String = self
            .await_some(&format!("option {name:?} of {group:?}"), async || {
                self.ask(script, vec![json!(group), json!(name)]).await
            })
            .await?;
        ensure!(shown == "shown");
        Ok(())
    }

    /// Clicks on the mark of the map whose name begins so.
    pub(crate) async fn click_mark(&self, beginning: &str) -> Result<()> {
        let mark = self.element_like("button", beginning).await?;
        mark.click()
            .await
            .with_context(|| format!("cannot click on the mark {beginning:?}"))
    }

    /// Opens the record of a table row, by the title in it.
    pub(crate) async fn open_row(&self, title: &str) -> Result<()> {
        let script = "const [title] = arguments;
            const rows = [...document.querySelectorAll('[role=table] [role=rowheader] button')];
            return rows.find((e) => seen(e) && nameOf(e) === title) ?? null";
        let row = self
            .await_some(&format!("row {title:?}"), async || {
                let found = self
                    .browser
                    .session
                    .execute(with_finder(script), vec![json!(title)])
                    .await?;
                Ok(if found.json().is_null() {
                    None
                } else {
                    Some(found.element()?)
                })
            })
            .await?;
        row.click()
            .await
            .with_context(|| format!("cannot click on the row {title:?}"))
    }

    /// Presses a key, wherever the focus is.
    pub(crate) async fn type_key(&self, key: Key) -> Result<()> {
        Ok(self
            .browser
            .session
            .action_chain()
            .send_keys(char::from(key).to_string())
            .perform()
            .await?)
    }

    /// Presses Shift and Tab together.
    pub(crate) async fn type_shift_tab(&self) -> Result<()> {
        let chain = self.browser.session.action_chain().key_down(Key::Shift);
        Ok(chain
            .send_keys(char::from(Key::Tab).to_string())
            .key_up(Key::Shift)
            .perform()
            .await?)
    }

    /// Presses Tab until a look says that it is enough; fails after as many presses as the page has stops.
    pub(crate) async fn tab_until(&self, what: &str, reached: impl AsyncFn() -> Result<bool>) -> Result<()> {
        for _ in 0..120 {
            self.type_key(Key::Tab).await?;
            if reached().await? {
                return Ok(());
            }
        }
        anyhow::bail!("Tab does not lead to {what}")
    }

    /// Turns the wheel by so many pixels over the middle of the map, maybe with Ctrl held.
    pub(crate) async fn turn_wheel_over_map(&self, pixels: i64, with_ctrl: bool) -> Result<()> {
        let [x, y]: [i64; 2] = self
            .ask(
                "const box = find('region', arguments[0])[0].getBoundingClientRect();
                 return [Math.round(box.left + box.width * 0.5), Math.round(box.top + box.height * 0.85)]",
                vec![json!("Weltkarte der Kooperationen")],
            )
            .await?;
        let pause = json!({ "type": "pause" });
        let control = "\u{e009}";
        let keys = if with_ctrl {
            json!([{ "type": "keyDown", "value": control }, pause, { "type": "keyUp", "value": control }])
        } else {
            json!([pause, pause, pause])
        };
        let turn = json!({ "type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": pixels });
        let actions = json!([
            { "type": "key", "id": "keys", "actions": keys },
            { "type": "wheel", "id": "wheel", "actions": [pause, turn, pause] },
        ]);
        self.command("input.performActions", json!({ "actions": actions }))
            .await?;
        Ok(())
    }

    /// Posts a message to the page, as another part of it or a page around it would.
    pub(crate) async fn post(&self, message: Value) -> Result<()> {
        self.evaluate::<()>(&format!("window.postMessage({message}, '*')"))
            .await
    }

    /// Replaces the view state by a message.
    pub(crate) async fn set(&self, state: &str) -> Result<()> {
        self.post(json!({ "clusteratlas": 1, "type": "set", "state": state }))
            .await
    }

    /// Touches the page with a finger, so many CSS pixels from the upper left corner of the window.
    pub(crate) async fn tap(&self, [x, y]: [i64; 2]) -> Result<()> {
        let hold = json!({ "type": "pause", "duration": 50 });
        self.point("touch", [x, y], vec![hold]).await
    }

    /// Presses a pointer (`mouse`, `touch`) so many CSS pixels from the upper left corner of the window, does what is
    /// asked for and lets it go.
    pub(crate) async fn point(&self, kind: &str, [x, y]: [i64; 2], meanwhile: Vec<Value>) -> Result<()> {
        let mut actions = vec![
            json!({ "type": "pointerMove", "x": x, "y": y }),
            json!({ "type": "pointerDown", "button": 0 }),
        ];
        actions.extend(meanwhile);
        actions.push(json!({ "type": "pointerUp", "button": 0 }));
        let pointer = json!({ "type": "pointer", "id": kind, "parameters": { "pointerType": kind }, "actions": actions });
        self.command("input.performActions", json!({ "actions": [pointer] }))
            .await
            .map(drop)
    }

    /// Touches the mark of the map whose name begins so, in its middle.
    pub(crate) async fn tap_mark(&self, beginning: &str) -> Result<()> {
        self.element_like("button", beginning).await?;
        let middle = self
            .ask(
                "const mark = find('button', null).find((e) => nameOf(e).startsWith(arguments[0]));
                 mark.scrollIntoView({ block: 'center', behavior: 'instant' });
                 const box = mark.getBoundingClientRect();
                 return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]",
                vec![json!(beginning)],
            )
            .await?;
        self.tap(middle).await
    }
}

fn with_finder(script: &str) -> String {
    format!("{}{script}", crate::page::FINDER)
}
