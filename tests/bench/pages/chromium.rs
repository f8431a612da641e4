//! A headless Chromium and the connection to it: commands, their answers and events of the `DevTools` protocol.

use std::collections::VecDeque;
use std::env;
use std::io::{BufRead as _, BufReader, ErrorKind, Read as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};
use tempfile::TempDir;
use tungstenite::protocol::WebSocketConfig;
use tungstenite::{Error, Message, WebSocket};

/// Also as root, and without traffic of its own.
const ARGUMENTS: [&str; 12] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1280,800",
    "--remote-debugging-port=0",
    "about:blank",
];

/// How long the browser may take to start.
const STARTING: Duration = Duration::from_secs(30);

/// How often a wait looks at the clock.
const TICK: Duration = Duration::from_millis(250);

/// A running browser, ended with its value.
#[derive(Debug)]
pub(crate) struct Chromium {
    process: Child,
    socket: WebSocket<TcpStream>,
    events: VecDeque<Event>,
    last_id: u64,
    _profile: TempDir,
}

/// Something that the browser tells unasked.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    pub(crate) method: String,
    pub(crate) params: Value,
}

/// A command has taken longer than it may.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TimedOut;

impl std::fmt::Display for TimedOut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("took too long")
    }
}

impl std::error::Error for TimedOut {}

impl Chromium {
    /// Starts a browser with a profile of its own.
    pub(crate) fn start() -> Result<Self> {
        let profile = tempfile::tempdir()?;
        let mut process = Command::new(program()?)
            .args(ARGUMENTS)
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .context("cannot start Chromium")?;
        let mut output = BufReader::new(process.stderr.take().context("Chromium without output")?);
        let mut said = String::new();
        let address = loop {
            let before = said.len();
            let read = output.read_line(&mut said)?;
            anyhow::ensure!(read > 0, "Chromium ended and said: {said}");
            let line = said.get(before..).unwrap_or_default();
            if let Some((_, address)) = line.split_once("DevTools listening on ") {
                break address.trim().to_owned();
            }
        };
        // A browser that cannot print any more would stop.
        thread::spawn(move || output.read_to_end(&mut Vec::new()));
        let host = address
            .strip_prefix("ws://")
            .and_then(|rest| rest.split('/').next());
        let stream = TcpStream::connect(host.with_context(|| format!("no address: {address}"))?)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(STARTING))?;
        // Traces and answers may be large, and come from a program of our own.
        let config = WebSocketConfig::default()
            .max_message_size(None)
            .max_frame_size(None);
        let (socket, _) = tungstenite::client::client_with_config(address.as_str(), stream, Some(config))
            .ok()
            .context("cannot talk to Chromium")?;
        socket.get_ref().set_read_timeout(Some(TICK))?;
        Ok(Self {
            process,
            socket,
            events: VecDeque::new(),
            last_id: 0,
            _profile: profile,
        })
    }

    /// Sends a command to the browser, or to the page of a session, and waits for its answer.
    pub(crate) fn call(
        &mut self,
        session: Option<&str>,
        method: &str,
        params: &Value,
        limit: Duration,
    ) -> Result<Value> {
        self.last_id += 1;
        let id = self.last_id;
        let mut command = json!({ "id": id, "method": method, "params": params });
        if let (Some(session), Some(command)) = (session, command.as_object_mut()) {
            command.insert("sessionId".to_owned(), json!(session));
        }
        self.socket.send(Message::text(command.to_string()))?;
        let end = Instant::now() + limit;
        loop {
            let Some(mut answer) = self.read(end)? else {
                return Err(anyhow::Error::new(TimedOut).context(method.to_owned()));
            };
            if answer.get("id").and_then(Value::as_u64) == Some(id) {
                if let Some(error) = answer.get("error") {
                    bail!("{method}: {error}");
                }
                return Ok(answer.get_mut("result").map(Value::take).unwrap_or_default());
            }
        }
    }

    /// Waits for the next event of a method, and takes it out of those not yet seen.
    pub(crate) fn event(&mut self, method: &str, limit: Duration) -> Result<Event> {
        let end = Instant::now() + limit;
        loop {
            if let Some(event) = self.seen(method) {
                return Ok(event);
            }
            if self.read(end)?.is_none() {
                return Err(anyhow::Error::new(TimedOut).context(method.to_owned()));
            }
        }
    }

    /// An event that has come already.
    pub(crate) fn seen(&mut self, method: &str) -> Option<Event> {
        let position = self.events.iter().position(|event| event.method == method)?;
        self.events.remove(position)
    }

    /// Forgets every event so far.
    pub(crate) fn forget_events(&mut self) {
        self.events.clear();
    }

    /// The next message; events are kept aside as well. Nothing when the time is over.
    fn read(&mut self, end: Instant) -> Result<Option<Value>> {
        loop {
            match self.socket.read() {
                Ok(Message::Text(text)) => {
                    let mut message: Value = serde_json::from_str(&text)?;
                    if let Some(method) = message.get("method").and_then(Value::as_str) {
                        let method = method.to_owned();
                        let params = message.get_mut("params").map(Value::take).unwrap_or_default();
                        self.events.push_back(Event { method, params });
                    }
                    return Ok(Some(message));
                }
                Ok(_) => {}
                Err(Error::Io(error))
                    if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
                Err(error) => return Err(error).context("the connection to Chromium broke"),
            }
            if Instant::now() > end {
                return Ok(None);
            }
        }
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let ended = self.call(None, "Browser.close", &json!({}), Duration::from_secs(5));
        if ended.is_err() {
            // It may have ended by itself.
            let _gone = self.process.kill();
        }
        let _ended = self.process.wait();
    }
}

/// The program that `CHROMIUM` names, or else the first of some names on the search path.
fn program() -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM").filter(|named| !named.is_empty()) {
        return Ok(PathBuf::from(named));
    }
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect();
    ["chromium", "chromium-browser", "google-chrome", "chrome"]
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|path| path.is_file())
        .context("there is no Chromium: install it or name it with CHROMIUM=PATH")
}
