//! `cargo xtask serve`: builds the site and serves it until it is stopped.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::thread;

use anyhow::{Error, Result, ensure};
use xtask::server::Server;

use crate::program::Shape;
use crate::project::Project;
use crate::{data, fingerprint, leaflet_css, say, setup, site};

/// Builds the site and serves it.
pub(crate) fn release(project: &Project, port: u16) -> Result<()> {
    ensure_free(port)?;
    site::build(project, Shape::Split)?;
    folder(&project.dist(), port)
}

/// Serves a finished folder as it is.
pub(crate) fn folder(dist: &Path, port: u16) -> Result<()> {
    ensure!(
        dist.join("index.html").is_file(),
        "there is no index.html in: {}",
        dist.display()
    );
    let server = Server::start(dist, port).map_err(|error| explain(error, port))?;
    say::line(format_args!("Clusteratlas is ready: {}", server.url()));
    loop {
        thread::park();
    }
}

/// Trunk's own server, which rebuilds and reloads on every change.
pub(crate) fn watch(project: &Project, port: u16) -> Result<()> {
    ensure_free(port)?;
    let tools = setup::for_build(project)?;
    // Trunk fills dist/ with its development build.
    fingerprint::forget(project)?;
    data::publish(project)?;
    leaflet_css::write(project)?;
    let port = port.to_string();
    site::trunk(
        project,
        &tools,
        "trunk serve",
        &["serve", "--offline", "--port", &port],
    )
    .run_openly()
}

/// Says at once what would otherwise only show after minutes of building.
fn ensure_free(port: u16) -> Result<()> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map(drop)
        .map_err(|error| explain(error, port))
}

fn explain(error: io::Error, port: u16) -> Error {
    let text = if error.kind() == ErrorKind::AddrInUse {
        let other = port.checked_add(1).unwrap_or(8080);
        format!("port {port} is in use; take another: cargo xtask serve --port {other}")
    } else {
        format!("port {port} cannot be used; take another with --port")
    };
    Error::new(error).context(text)
}
