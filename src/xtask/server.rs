//! Serves a folder on 127.0.0.1 the way a good host would: the headers that its `_headers` names, right types,
//! compressed files.

use std::fs;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use tokio::runtime::{Builder, Runtime};
use tower_http::services::ServeDir;

use crate::headers;

/// A running server; dropping it ends it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    // Taken out on drop: a runtime may only be shut down in the background when the drop happens in async code,
    // as it does in the end-to-end tests.
    runtime: Option<Runtime>,
}

impl Server {
    /// Serves `folder` on 127.0.0.1; port 0 takes a free one.
    ///
    /// # Errors
    /// The port is taken ([`io::ErrorKind::AddrInUse`]) or may not be used, or no thread can be started.
    pub fn start(folder: &Path, port: u16) -> io::Result<Self> {
        Self::of(router(folder), port)
    }

    /// Serves what a router answers on 127.0.0.1; port 0 takes a free one.
    ///
    /// # Errors
    /// As [`start`](Self::start).
    pub fn of(router: Router, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()?;
        let listener = {
            // The listener registers itself with the runtime it is created in.
            let _context = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        runtime.spawn(async move { axum::serve(listener, router).await });
        Ok(Self {
            address,
            runtime: Some(runtime),
        })
    }

    /// Where the server listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of the start page.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn router(folder: &Path) -> Router {
    // A folder that was not published, such as trunk's, has no headers of its own.
    let rules = fs::read_to_string(folder.join(headers::FILE)).unwrap_or_else(|_| headers::file_for_stage());
    let rules: Arc<str> = rules.into();
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    Router::new()
        .fallback_service(files)
        .layer(from_fn(move |request, next| {
            finish(Arc::clone(&rules), request, next)
        }))
}

async fn finish(rules: Arc<str>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if let Some(content_type) = described_type(headers) {
        headers.insert(CONTENT_TYPE, content_type);
    }
    let kept = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(headers::ASK_AGAIN));
    for (name, value) in headers::rules_for(&rules, &path) {
        let name = HeaderName::from_bytes(name.as_bytes());
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_str(value))
            // That a file is missing may be over soon.
            && (kept || name != CACHE_CONTROL)
        {
            headers.insert(name, value);
        }
    }
    response
}

fn described_type(headers: &HeaderMap) -> Option<HeaderValue> {
    let content_type = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    HeaderValue::from_str(&headers::with_charset(content_type)?).ok()
}
