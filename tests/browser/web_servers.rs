//! Web servers that other people run: the site at `/atlas/`, served with the very files of `docs/deploy`.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use axum::Router;
use tempfile::TempDir;
use tower_http::services::ServeDir;
use xtask::server::Server;

use crate::driver::{free_port, program};

/// Where the site is on each of them.
pub(crate) const BELOW: &str = "/atlas/";

/// The folder that the files of `docs/deploy` name.
const FOLDER: &str = "/srv/clusteratlas";

/// The longest that a server takes to answer on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

const NGINX: &str = "load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off;
master_process off;
pid HERE/pid;
error_log HERE/errors;
events {}
http {
    access_log off;
    client_body_temp_path HERE/bodies;
    proxy_temp_path HERE/proxied;
    fastcgi_temp_path HERE/fastcgi;
    uwsgi_temp_path HERE/uwsgi;
    scgi_temp_path HERE/scgi;
    server {
        listen 127.0.0.1:PORT;
        include HERE/nginx.conf;
    }
}
";

const APACHE: &str = "ServerRoot HERE
ServerName 127.0.0.1
Listen 127.0.0.1:PORT
PidFile HERE/pid
ErrorLog HERE/errors
DocumentRoot HERE
LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule alias_module /usr/lib/apache2/modules/mod_alias.so
LoadModule dir_module /usr/lib/apache2/modules/mod_dir.so
LoadModule headers_module /usr/lib/apache2/modules/mod_headers.so
LoadModule mime_module /usr/lib/apache2/modules/mod_mime.so
LoadModule rewrite_module /usr/lib/apache2/modules/mod_rewrite.so
TypesConfig /dev/null
Include HERE/apache.conf
";

const CADDY: &str = "{
	admin off
	auto_https off
}
http://127.0.0.1:PORT {
	import HERE/Caddyfile
}
";

/// A kind of host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Nginx,
    Apache,
    Caddy,
    /// Sends files and types and no header of its own, such as `python3 -m http.server`.
    Bare,
}

/// A running host.
#[derive(Debug)]
pub(crate) struct Host {
    address: SocketAddr,
    running: Running,
    /// What the server is told and writes; gone when it has ended.
    folder: TempDir,
}

#[derive(Debug)]
enum Running {
    Process(Child),
    Here { _server: Server },
}

impl Drop for Host {
    fn drop(&mut self) {
        if let Running::Process(process) = &mut self.running {
            // It may have ended by itself; either way it is gone afterwards.
            let _ended = process.kill().and_then(|()| process.wait());
        }
    }
}

impl Host {
    /// Starts a host of a kind with a folder; it may take a moment until it [answers](Self::answers).
    pub(crate) fn start(kind: Kind, site: &Path) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        if kind == Kind::Bare {
            let router = Router::new().nest_service(BELOW.trim_end_matches('/'), ServeDir::new(site));
            let server = Server::of(router, 0)?;
            return Ok(Self {
                address: server.address(),
                running: Running::Here { _server: server },
                folder,
            });
        }
        let port = free_port()?;
        let process = launch(kind, site, folder.path(), port)?;
        Ok(Self {
            address: SocketAddr::from(([127, 0, 0, 1], port)),
            running: Running::Process(process),
            folder,
        })
    }

    /// Whether it listens yet.
    pub(crate) fn answers(&self) -> bool {
        TcpStream::connect(self.address).is_ok()
    }

    /// What it has complained about.
    pub(crate) fn errors(&self) -> String {
        fs::read_to_string(self.folder.path().join("errors")).unwrap_or_default()
    }

    /// The address of the start page.
    pub(crate) fn url(&self) -> String {
        format!("http://{}{BELOW}", self.address)
    }

    /// The beginning of its answer to a request for a path of the site.
    pub(crate) fn ask(&self, path: &str, headers: &[(&str, &str)]) -> Result<Answer> {
        let mut stream = TcpStream::connect(self.address)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let headers: Vec<String> = headers
            .iter()
            .map(|(name, value)| format!("{name}: {value}\r\n"))
            .collect();
        let request = format!(
            "GET {BELOW}{path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{}\r\n",
            self.address,
            headers.concat()
        );
        stream.write_all(request.as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let end = answer
            .windows(4)
            .position(|bytes| bytes == b"\r\n\r\n")
            .context("an answer without an end of its headers")?;
        Answer::read(&String::from_utf8_lossy(answer.get(..end).unwrap_or_default()))
    }
}

/// Status and headers.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
}

impl Answer {
    fn read(text: &str) -> Result<Self> {
        let (first, rest) = text.split_once("\r\n").unwrap_or((text, ""));
        let status = first
            .split(' ')
            .nth(1)
            .context("no status")?
            .parse()
            .with_context(|| first.to_owned())?;
        let headers = rest
            .lines()
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
            .collect();
        Ok(Self { status, headers })
    }

    /// The value of a header; all values where it stands several times.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        let values: Vec<&str> = self
            .headers
            .iter()
            .filter(|(own, _)| own.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
            .collect();
        (!values.is_empty()).then(|| values.join(", "))
    }
}

/// Starts a program with what `docs/deploy` says and the lines that the machine's own configuration would have.
fn launch(kind: Kind, site: &Path, here: &Path, port: u16) -> Result<Child> {
    let (variable, name, deployed, frame) = match kind {
        Kind::Nginx => ("NGINX", "nginx", "nginx.conf", NGINX),
        Kind::Apache => ("APACHE", "apache2", "apache.conf", APACHE),
        Kind::Caddy | Kind::Bare => ("CADDY", "caddy", "Caddyfile", CADDY),
    };
    let deploy = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/deploy");
    let text = fs::read_to_string(deploy.join(deployed)).with_context(|| deployed.to_owned())?;
    ensure!(text.contains(FOLDER), "{deployed} does not name {FOLDER}");
    let site = std::path::absolute(site)?.display().to_string();
    fs::write(here.join(deployed), text.replace(FOLDER, &site))?;
    let main = here.join("main");
    let frame = frame
        .replace("HERE", &here.display().to_string())
        .replace("PORT", &port.to_string());
    fs::write(&main, frame)?;
    let mut command = Command::new(program(variable, &[name])?);
    match kind {
        Kind::Nginx => command.arg("-p").arg(here).arg("-c").arg(&main),
        Kind::Apache => command.arg("-X").arg("-d").arg(here).arg("-f").arg(&main),
        Kind::Caddy | Kind::Bare => command
            .args(["run", "--adapter", "caddyfile", "--config"])
            .arg(&main)
            .env("HOME", here),
    };
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(fs::File::create(here.join("errors"))?)
        .spawn()
        .with_context(|| format!("cannot start: {name}"))
}
