//! A browser with its driver, fresh for one story.

use std::fmt;
use std::path::Path;

use anyhow::{Context as _, Result};
use clap::ValueEnum;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{Capabilities, CapabilitiesHelper as _, WebDriver};

use crate::driver::{Driver, free_port, program};
use crate::journal::Journal;

/// How Chromium starts: also as root, and without traffic of its own.
const CHROMIUM_ARGUMENTS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

/// How often a browser is started at most: another program may take its port between finding and using it.
const STARTS: u32 = 3;

/// Which browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    Chromium,
    Firefox,
}

impl Kind {
    /// Every browser that the tests know.
    pub(crate) const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        })
    }
}

/// What pages are used with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hand {
    /// A mouse and a keyboard.
    Mouse,
    /// A touch screen.
    Finger,
    /// A keyboard and nothing to point with.
    Keys,
}

/// Whose browser it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader {
    /// The language that the browser asks pages for.
    pub(crate) language: &'static str,
    /// Whether pages may run scripts.
    pub(crate) scripts: bool,
    /// What pages are used with.
    pub(crate) hand: Hand,
    /// How large letters are where pages ask for nothing, in pixels.
    pub(crate) letters_px: u32,
    /// Whether there is a network; without one a local file is also kept from the files beside it.
    pub(crate) network: bool,
}

impl Reader {
    /// Speaks German, lets scripts run and has a mouse.
    pub(crate) const ORDINARY: Self = Self {
        language: "de",
        scripts: true,
        hand: Hand::Mouse,
        letters_px: 16,
        network: true,
    };
}

/// A running browser.
#[derive(Debug)]
pub(crate) struct Browser {
    pub(crate) kind: Kind,
    pub(crate) reader: Reader,
    pub(crate) session: WebDriver,
    pub(crate) journal: Journal,
    /// Where it saves files.
    pub(crate) downloads: TempDir,
    /// The driver ends before the profile that its browser writes to goes.
    _driver: Driver,
    _profile: Option<TempDir>,
}

impl Browser {
    /// Starts the browser of a reader.
    pub(crate) async fn start(kind: Kind, reader: Reader) -> Result<Self> {
        let mut start = 1;
        loop {
            match Self::start_once(kind, reader).await {
                Err(_) if start < STARTS => start += 1,
                outcome => return outcome,
            }
        }
    }

    async fn start_once(kind: Kind, reader: Reader) -> Result<Self> {
        let downloads = tempfile::tempdir()?;
        let (driver, profile, capabilities) = match kind {
            Kind::Chromium => chromium(reader, downloads.path())?,
            Kind::Firefox => firefox(reader, downloads.path())?,
        };
        let session = WebDriver::new(driver.url(), capabilities)
            .await
            .with_context(|| format!("cannot start {kind}"))?;
        let journal = Journal::keep(&session).await?;
        let browser = Self {
            kind,
            reader,
            session,
            journal,
            downloads,
            _driver: driver,
            _profile: profile,
        };
        if reader.hand == Hand::Finger && kind == Kind::Chromium {
            let screen = json!({ "enabled": true, "maxTouchPoints": 5 });
            browser
                .send_devtools("Emulation.setTouchEmulationEnabled", screen)
                .await?;
        }
        Ok(browser)
    }

    /// Sends a command of the protocol of Chromium's developer tools about the open page.
    pub(crate) async fn send_devtools(&self, method: &str, parameters: Value) -> Result<Value> {
        let bidi = self.session.bidi().await?;
        let session = bidi
            .send_raw("goog:cdp.getSession", json!({ "context": self.context().await? }))
            .await?;
        let session = session.get("session").cloned().context("no session")?;
        let command = json!({ "method": method, "params": parameters, "session": session });
        let mut answer = bidi.send_raw("goog:cdp.sendCommand", command).await?;
        Ok(answer.get_mut("result").map(Value::take).unwrap_or_default())
    }

    /// The page's identifier in the browser's terms for events.
    pub(crate) async fn context(&self) -> Result<String> {
        let bidi = self.session.bidi().await?;
        let tree = bidi
            .send_raw("browsingContext.getTree", json!({ "maxDepth": 0 }))
            .await?;
        let context = tree.pointer("/contexts/0/context").and_then(Value::as_str);
        Ok(context.context("there is no page")?.to_owned())
    }
}

fn capabilities(options: &str, value: Value) -> Result<Capabilities> {
    let mut capabilities = Capabilities::new();
    capabilities.enable_bidi()?;
    capabilities.set("unhandledPromptBehavior", "dismiss")?;
    capabilities.set(options, value)?;
    Ok(capabilities)
}

fn chromium(reader: Reader, downloads: &Path) -> Result<(Driver, Option<TempDir>, Capabilities)> {
    let Reader {
        language,
        scripts,
        network,
        letters_px,
        ..
    } = reader;
    let driver = Driver::start(
        &program("CHROMEDRIVER", &["chromedriver"])?,
        &["--port=0".to_owned()],
        "started successfully on port ",
    )?;
    let profile = tempfile::tempdir()?;
    let own = [
        format!("--user-data-dir={}", profile.path().display()),
        format!("--lang={language}"),
        format!("--accept-lang={language}"),
        "--window-size=1280,960".to_owned(),
    ];
    // Nobody listens there; by itself Chromium asks no proxy for what is on this machine.
    let nowhere = ["--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>"];
    let nowhere = nowhere.iter().filter(|_| !network).map(ToString::to_string);
    let options = json!({
        "binary": program("CHROMIUM", &["chromium", "chromium-browser", "google-chrome", "chrome"])?,
        "args": CHROMIUM_ARGUMENTS.iter().map(ToString::to_string).chain(own).chain(nowhere).collect::<Vec<_>>(),
        "prefs": { "intl.accept_languages": language, "intl.selected_languages": language, "profile.managed_default_content_settings.javascript": if scripts { 1 } else { 2 }, "download.default_directory": downloads, "webkit.webprefs.default_font_size": letters_px },
    });
    Ok((
        driver,
        Some(profile),
        capabilities("goog:chromeOptions", options)?,
    ))
}

fn firefox(reader: Reader, downloads: &Path) -> Result<(Driver, Option<TempDir>, Capabilities)> {
    let Reader {
        language,
        scripts,
        hand,
        network,
        letters_px,
        ..
    } = reader;
    let arguments = [
        "--port=0".to_owned(),
        format!("--websocket-port={}", free_port()?),
        // What the system prefers is set in the browser's own window.
        "--allow-system-access".to_owned(),
    ];
    let program_path = program("GECKODRIVER", &["geckodriver"])?;
    let driver = Driver::start(&program_path, &arguments, "Listening on 127.0.0.1:")?;
    // Bits for pointers: 1 is coarse, 2 is fine, 4 can hover.
    let touches = hand == Hand::Finger;
    let pointer = if touches { 1 } else { 6 };
    let options = json!({
        "binary": program("FIREFOX", &["firefox", "firefox-esr"])?,
        "args": ["-headless", "--width=1280", "--height=960"],
        "prefs": {
            "intl.accept_languages": language, "intl.locale.requested": language, "javascript.enabled": scripts,
            "dom.w3c_touch_events.enabled": i32::from(touches),
            "ui.primaryPointerCapabilities": pointer, "ui.allPointerCapabilities": pointer,
            "font.size.variable.x-western": letters_px,
            "browser.download.folderList": 2, "browser.download.dir": downloads,
            // As readers have it; drivers loosen it.
            "security.fileuri.strict_origin_policy": true,
            // Nobody listens there.
            "network.proxy.type": i32::from(!network), "network.proxy.allow_hijacking_localhost": true,
            "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9,
            "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9,
        },
    });
    Ok((driver, None, capabilities("moz:firefoxOptions", options)?))
}
