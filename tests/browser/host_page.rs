//! Pages of other people that embed the site, served from an origin of their own under a strict policy.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};

use anyhow::{Context as _, Result};
use axum::Router;
use axum::http::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use axum::middleware::map_response;
use axum::response::{Html, Response};
use axum::routing::get;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use crate::page::Page;
use crate::site::Site;

/// A page of someone else; dropping it ends its server.
#[derive(Debug)]
pub(crate) struct Host {
    address: SocketAddr,
    // Taken out on drop: a runtime may only be shut down in the background when the drop happens in async code.
    runtime: Option<Runtime>,
}

/// What such a page loads besides the site.
const STYLE: &str = "body { margin: 0 auto; max-width: 60rem; }";

impl Host {
    /// Serves a page that lets the site in, and nobody else; `SITE` in its body stands for the site's address.
    pub(crate) fn serve(site: &Site, body: &str) -> Result<Self> {
        let site = site.url();
        let origin = site.trim_end_matches('/');
        let policy = format!(
            "default-src 'none'; script-src {origin}; frame-src {origin}; style-src 'self'; img-src 'self'"
        );
        let policy = HeaderValue::from_str(&policy)?;
        let page = document(&body.replace("SITE", &site));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        let listener = {
            // The listener registers itself with the runtime it is created in.
            let _context = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        let finish = move |mut response: Response| {
            let policy = policy.clone();
            async move {
                response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
                response
            }
        };
        let router = Router::new()
            .route("/", get(move || async { Html(page) }))
            .route("/host.css", get(|| async { ([("content-type", "text/css")], STYLE) }))
            // Browsers ask for a sign of every site.
            .route("/favicon.ico", get(|| async { ([("content-type", "image/svg+xml")], "<svg xmlns='http://www.w3.org/2000/svg'/>") }))
            .layer(map_response(finish));
        runtime.spawn(async move { axum::serve(listener, router).await });
        Ok(Self {
            address,
            runtime: Some(runtime),
        })
    }

    /// The address of the page.
    pub(crate) fn url(&self) -> String {
        format!("http://{}/", self.address)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// A German page between whose links something stands.
pub(crate) fn document(body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"de\"><head><meta charset=\"utf-8\"><title>Ministerium</title>\
         <link rel=\"stylesheet\" href=\"host.css\"></head><body><main><h1>Internationales</h1>\
         <p><a id=\"before\" href=\"#before\">Davor</a></p>{body}\
         <p><a id=\"after\" href=\"#after\">Danach</a></p></main></body></html>"
    )
}

/// Notes what elements tell the page and what frames post to it, and counts those who listen to frames.
const NOTES: &str = "() => {
    window.told = [];
    window.listeners = 0;
    for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
        const own = window[name];
        window[name] = function (kind, ...rest) {
            if (kind === 'message') window.listeners += step;
            return own.call(this, kind, ...rest);
        };
    }
    for (const kind of ['ready', 'state', 'drawn']) {
        document.addEventListener(kind, (event) => {
            const { target, type, detail } = event;
            if (detail) window.told.push([target.id, type, detail.state ?? null, detail.matches ?? null]);
        }, true);
    }
    window.heights = new Map();
    window.addEventListener('message', ({ source, data }) => {
        if (data?.type === 'height') window.heights.set(source, data.px);
    });
}";

/// The frame in an element.
const FRAME: &str =
    "document.querySelector(`cluster-atlas${arguments[0]}`)?.shadowRoot?.querySelector('iframe')";

impl Page {
    /// Opens a host's page.
    pub(crate) async fn visit_host(&self, host: &Host) -> Result<()> {
        self.visit_noted(&host.url()).await
    }

    /// Opens a page that embeds the site, and notes what it hears.
    pub(crate) async fn visit_noted(&self, url: &str) -> Result<()> {
        self.run_before_pages(NOTES).await?;
        Ok(self.browser.session.goto(url).await?)
    }

    /// What an element with an id has told of one kind, as states and numbers of matches, in order.
    pub(crate) async fn told(&self, id: &str, kind: &str) -> Result<Vec<(Option<String>, Option<usize>)>> {
        let told: Vec<(String, String, Option<String>, Option<usize>)> = self.evaluate("window.told").await?;
        let mut told = told;
        told.retain(|(own, its, ..)| own == id && its == kind);
        Ok(told
            .into_iter()
            .map(|(_, _, state, matches)| (state, matches))
            .collect())
    }

    /// Waits until an element tells of a state with so many matches, last of all.
    pub(crate) async fn see_told(&self, id: &str, state: &str, matches: usize) -> Result<()> {
        let expected = Some((Some(state.to_owned()), Some(matches)));
        self.see(&format!("what #{id} tells"), expected, async || {
            Ok(self.told(id, "state").await?.pop())
        })
        .await
    }

    /// Goes into the frame of the element that a selector adds to; `leave_frame` leads back.
    pub(crate) async fn enter_atlas(&self, selector: &str) -> Result<()> {
        let frame = self
            .await_some("frame in the element", async || {
                let found = self
                    .browser
                    .session
                    .execute(format!("return {FRAME} ?? null"), vec![json!(selector)])
                    .await?;
                Ok(if found.json().is_null() {
                    None
                } else {
                    Some(found.element()?)
                })
            })
            .await?;
        Ok(frame.enter_frame().await?)
    }

    /// Goes back to the page around the frame.
    pub(crate) async fn leave_frame(&self) -> Result<()> {
        Ok(self.browser.session.enter_default_frame().await?)
    }

    /// The value of an expression in the page's first frame, in that frame's own world.
    pub(crate) async fn evaluate_in_frame<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        let tree = self
            .browser
            .session
            .bidi()
            .await?
            .send_raw("browsingContext.getTree", json!({}))
            .await?;
        let frame = tree
            .pointer("/contexts/0/children/0/context")
            .and_then(Value::as_str);
        let frame = frame.context("the page has no frame")?;
        self.evaluate_at(frame, expression).await
    }
}
