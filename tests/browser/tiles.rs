//! The reader may ask for map tiles of others, where the site offers them; until then nobody is asked.

use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context as _, Result, ensure};
use axum::Router;
use axum::extract::Request;
use axum::http::header::{CONTENT_TYPE, REFERER};
use axum::response::IntoResponse;
use serde_json::json;
use xtask::server::Server;

use crate::page::Page;
use crate::site::Site;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    nothing_is_offered_unless_the_site_is_configured_to,
    tiles_are_asked_for_after_a_yes_and_until_the_page_is_left,
    an_english_reader_may_say_no.speaking("en-GB"),
    tiles_that_do_not_arrive_are_told,
];

const TILE: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"256\" height=\"256\"><path d=\"M0 0h256v256\"/></svg>";

/// A provider of tiles on this machine, and what it was asked: path and referring page.
struct Provider {
    server: Server,
    asked: Arc<Mutex<Vec<(String, bool)>>>,
}

impl Provider {
    fn start() -> Result<Self> {
        let asked = Arc::<Mutex<Vec<(String, bool)>>>::default();
        let own = asked.clone();
        let answer = move |request: Request| {
            let from_where = request.headers().contains_key(REFERER);
            let mut asked = own.lock().unwrap_or_else(PoisonError::into_inner);
            asked.push((request.uri().path().to_owned(), from_where));
            async { ([(CONTENT_TYPE, "image/svg+xml")], TILE).into_response() }
        };
        let server = Server::of(Router::new().fallback(answer), 0).context("cannot serve tiles")?;
        Ok(Self { server, asked })
    }

    fn asked(&self) -> Vec<(String, bool)> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A site that offers its tiles, under a policy that allows them.
    fn offered_by(&self, page: &Page) -> Result<Site> {
        offered(page, &self.server.url())
    }
}

/// A copy of the site that offers the tiles of a provider, under a policy that allows them.
pub(crate) fn offered(page: &Page, url: &str) -> Result<Site> {
    let provider = json!([{
        "provider": "Amt für Karten", "address": format!("{url}{{z}}/{{y}}/{{x}}.svg"), "credit": "© Amt für Karten",
        "credit_address": "https://karten.example/quellen", "privacy_address": "https://karten.example/datenschutz",
    }]);
    let meta = format!("<meta name=\"clusteratlas-tiles\" content='{provider}'>\n</head>");
    let allowed = |text: String| {
        text.replace(
            "img-src 'self'",
            &format!("img-src 'self' {}", url.trim_end_matches('/')),
        )
    };
    page.site.with(&[
        (
            "index.html",
            &allowed(page.site.text("index.html")?.replacen("</head>", &meta, 1)),
        ),
        ("_headers", &allowed(page.site.text("_headers")?)),
    ])
}

async fn nothing_is_offered_unless_the_site_is_configured_to(page: &Page) -> Result<()> {
    page.open("").await?;
    // The stories come with the same piece of the program as the offer.
    page.see_that("the second piece", async || {
        page.has("button", "Geführte Geschichten").await
    })
    .await?;
    ensure!(
        !page.has("button", "Detailkarte einblenden").await?,
        "tiles are offered"
    );
    Ok(())
}

async fn tiles_are_asked_for_after_a_yes_and_until_the_page_is_left(page: &Page) -> Result<()> {
    let provider = Provider::start()?;
    let site = provider.offered_by(page)?;
    page.visit(&site, "#at=51,10,5").await?;
    page.press("Detailkarte einblenden").await?;
    page.see_focus("Detailkarte einblenden").await?;
    for words in [
        "Amt für Karten (127.0.0.1:",
        "IP-Adresse",
        "gespeichert wird nichts",
    ] {
        page.see_text(words).await?;
    }
    ensure!(provider.asked().is_empty(), "tiles are asked for before a yes");
    page.press("Detailkarte laden").await?;
    page.see_focus("Detailkarte ausblenden").await?;
    page.see_text("© Amt für Karten").await?;
    page.see_that("tiles on the map", async || {
        page.ask(
            "const tiles = [...document.querySelectorAll('.leaflet-tiles-pane img')];
             return tiles.length > 0 && tiles.every((tile) => tile.complete && tile.naturalWidth > 0)",
            vec![],
        )
        .await
    })
    .await?;
    let asked = provider.asked();
    ensure!(
        asked.iter().any(|(path, _)| path.starts_with("/5/")),
        "other tiles were asked for: {asked:?}"
    );
    ensure!(
        asked.iter().all(|(_, names_page)| !names_page),
        "the provider is told on which page its tiles are shown"
    );

    page.press("Detailkarte ausblenden").await?;
    page.see_focus("Detailkarte einblenden").await?;
    let number = provider.asked().len();
    // Another visit asks again.
    page.visit(&site, "#at=48,11,6").await?;
    page.see_that("the offer", async || {
        page.has("button", "Detailkarte einblenden").await
    })
    .await?;
    ensure!(provider.asked().len() == number, "the yes has outlived its page");
    Ok(())
}

async fn an_english_reader_may_say_no(page: &Page) -> Result<()> {
    let provider = Provider::start()?;
    let site = provider.offered_by(page)?;
    page.visit(&site, "").await?;
    page.press("Show a detailed map").await?;
    page.see_text("your IP address").await?;
    page.press("Do not load").await?;
    page.see_focus("Show a detailed map").await?;
    ensure!(provider.asked().is_empty(), "tiles are asked for after a no");
    Ok(())
}

async fn tiles_that_do_not_arrive_are_told(page: &Page) -> Result<()> {
    // Nobody listens at a port that has just been given back.
    let url = Provider::start()?.server.url();
    let site = offered(page, &url)?;
    page.journal().expect("ERR_CONNECTION_REFUSED");
    page.visit(&site, "").await?;
    page.press("Detailkarte einblenden").await?;
    page.press("Detailkarte laden").await?;
    page.see_text("Einige Bilder der Detailkarte kommen nicht an.")
        .await
}
