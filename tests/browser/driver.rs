//! The program between the tests and a browser: started on a free port, ended with its value.

use std::env;
use std::io::{BufRead as _, BufReader, Read as _};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

use anyhow::{Context as _, Result};

/// A running driver.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    url: String,
}

impl Driver {
    /// Starts a driver; `announcement` stands before the port in the line that says where it listens.
    pub(crate) fn start(program: &Path, arguments: &[String], announcement: &str) -> Result<Self> {
        let mut process = Command::new(program)
            .args(arguments)
            // Chromium would prefer it to the language that it is started with.
            .env_remove("LANGUAGE")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start: {}", program.display()))?;
        let mut output = BufReader::new(process.stdout.take().context("a driver without output")?);
        let mut said = String::new();
        let port: u16 = loop {
            let before = said.len();
            let read = output.read_line(&mut said)?;
            anyhow::ensure!(read > 0, "{} ended and said: {said}", program.display());
            let line = said.get(before..).unwrap_or_default();
            let after = line.split_once(announcement).map(|(_, after)| after);
            let digits =
                after.map(|after| after.chars().take_while(char::is_ascii_digit).collect::<String>());
            if let Some(port) = digits.and_then(|digits| digits.parse().ok()) {
                break port;
            }
        };
        // A driver that cannot print any more would stop.
        thread::spawn(move || output.read_to_end(&mut Vec::new()));
        Ok(Self {
            process,
            url: format!("http://127.0.0.1:{port}"),
        })
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself; either way it is gone afterwards.
        let _ended = self.process.kill().and_then(|()| self.process.wait());
    }
}

/// The program that a variable names, or else the first of some names on the search path.
pub(crate) fn program(variable: &str, names: &[&str]) -> Result<PathBuf> {
    if let Some(named) = env::var_os(variable).filter(|named| !named.is_empty()) {
        return Ok(PathBuf::from(named));
    }
    let mut folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect();
    folders.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.tools/bin"));
    // Where servers are; often not on the search path.
    folders.push(PathBuf::from("/usr/sbin"));
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|path| path.is_file())
        .with_context(|| {
            format!(
                "there is no {}: install it or name it with {variable}=PATH",
                names.join(" or ")
            )
        })
}

/// A port that was free a moment ago.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
