//! The site on other people's hosts: behind three web servers and on one that knows nothing, below a path.

use std::fs;

use anyhow::{Context as _, Result, ensure};
use xtask::headers::{ASK_AGAIN, KEEP, OFFLINE, Policy, SAVE};

use crate::journal::Entry;
use crate::page::Page;
use crate::site::Site;
use crate::story::{Story, stories};
use crate::web_servers::{Host, Kind};

pub(crate) const STORIES: &[Story] = stories![
    the_site_works_behind_nginx,
    the_site_works_behind_apache,
    the_site_works_behind_caddy,
    the_site_works_on_a_host_that_sends_no_headers,
    the_site_works_in_a_frame_without_an_origin,
    nothing_in_a_page_is_inline,
    an_asset_that_was_changed_is_not_run,
];

/// What programs read that collect datasets.
const CATALOGUE: &str = "data/catalog.ttl";

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async fn the_site_works_behind_nginx(page: &Page) -> Result<()> {
    works_behind(page, Kind::Nginx).await
}

async fn the_site_works_behind_apache(page: &Page) -> Result<()> {
    works_behind(page, Kind::Apache).await
}

async fn the_site_works_behind_caddy(page: &Page) -> Result<()> {
    works_behind(page, Kind::Caddy).await
}

async fn works_behind(page: &Page, kind: Kind) -> Result<()> {
    // Written where the configuration says what it demands.
    let site = page
        .site
        .with(&[(CATALOGUE, "<#a> a <http://www.w3.org/ns/dcat#Catalog> .\n")])?;
    let host = started(page, kind, &site).await?;
    keeps_its_promises(&host, page).with_context(|| host.errors())?;
    see_the_site(page, &host).await
}

async fn started(page: &Page, kind: Kind, site: &Site) -> Result<Host> {
    let host = Host::start(kind, site.path())?;
    page.see_that("the host answers", async || Ok(host.answers()))
        .await
        .with_context(|| host.errors())?;
    Ok(host)
}

/// Opens the site as a reader does: map, then what the second piece of the program shows, then the table.
async fn see_the_site(page: &Page, host: &Host) -> Result<()> {
    let url = host.url();
    page.browser.session.goto(&url).await?;
    page.see_ready().await?;
    page.see_drawing().await?;
    page.click_mark("Brasilien: ").await?;
    page.see_detail("Brasilien").await?;
    page.press("Schließen").await?;
    page.open_view("Matrix").await?;
    page.see_that("the matrix", async || Ok(!page.names("table").await?.is_empty()))
        .await?;
    let requests = page.journal().requests();
    ensure!(
        requests
            .iter()
            .all(|request| request.starts_with(&url) || !request.starts_with("http")),
        "requests beside the path of the site: {requests:?}"
    );
    page.browser.session.goto(format!("{url}table.html")).await?;
    page.see_that("rows in the table", async || {
        Ok(!page.names("table").await?.is_empty())
    })
    .await
}

/// Files of every type with the type that browsers need, after the two pieces of the program.
fn files(page: &Page) -> Result<Vec<(String, &'static str)>> {
    let mut files = vec![
        (page.site.named("data-program")?, "application/wasm"),
        (page.site.named("data-later")?, "application/wasm"),
        (asset(page, "css")?, "text/css; charset=utf-8"),
        (asset(page, "js")?, "text/javascript; charset=utf-8"),
    ];
    let others = [
        ("", "text/html; charset=utf-8"),
        ("table.en.html", "text/html; charset=utf-8"),
        ("licences.txt", "text/plain; charset=utf-8"),
        ("offline/clusteratlas.html", "text/html; charset=utf-8"),
        ("data/atlas.json", "application/json"),
        ("data/details.json", "application/json"),
        ("data/world-coarse.bin", "application/octet-stream"),
        ("data/clusters.csv", "text/csv; charset=utf-8"),
        ("data/clusteratlas.geojson", "application/geo+json"),
        ("data/clusteratlas.jsonld", "application/ld+json"),
        ("data/kooperationen.xlsx", WORKBOOK),
        (CATALOGUE, "text/turtle; charset=utf-8"),
        ("icons/icon.svg", "image/svg+xml"),
        ("icons/preview.png", "image/png"),
    ];
    files.extend(others.map(|(path, content_type)| (path.to_owned(), content_type)));
    Ok(files)
}

/// The first asset with an ending that the page names.
fn asset(page: &Page, ending: &str) -> Result<String> {
    let html = page.site.text("index.html")?;
    html.split('"')
        .find(|part| part.starts_with("assets/") && part.ends_with(&format!(".{ending}")))
        .map(str::to_owned)
        .with_context(|| format!("the page names no .{ending}"))
}

/// Headers, types, compressed copies and cache rules are what the documentation says.
fn keeps_its_promises(host: &Host, page: &Page) -> Result<()> {
    for (path, content_type) in files(page)? {
        let file = page
            .site
            .path()
            .join(if path.is_empty() { "index.html" } else { &path });
        for (encoding, ending) in [("br", "br"), ("gzip", "gz"), ("identity", "")] {
            let answer = host.ask(&path, &[("Accept-Encoding", encoding)])?;
            ensure!(answer.status == 200, "{path}: {answer:?}");
            let sent = answer.header("content-type").unwrap_or_default();
            // The character set of what is no text/… may be left out.
            ensure!(
                sent == content_type || sent == format!("{content_type}; charset=utf-8"),
                "{path} is of type {sent}"
            );
            let mut copy = file.clone().into_os_string();
            copy.push(format!(".{ending}"));
            let expected = std::path::Path::new(&copy).is_file().then(|| encoding.to_owned());
            ensure!(
                answer.header("content-encoding") == expected,
                "{path} as {encoding}: {answer:?}"
            );
            for (name, value) in Policy::default().headers() {
                ensure!(
                    answer.header(name).as_deref() == Some(value.as_str()),
                    "{path} has {name} {:?}",
                    answer.header(name)
                );
            }
            let kept = if path.starts_with("assets/") {
                KEEP
            } else {
                ASK_AGAIN
            };
            ensure!(
                answer.header("cache-control").as_deref() == Some(kept),
                "{path} has cache-control {:?}",
                answer.header("cache-control")
            );
            let saved = path.starts_with(OFFLINE).then(|| SAVE.1.to_owned());
            ensure!(answer.header(SAVE.0) == saved, "{path}: {answer:?}");
        }
    }
    let mark = host
        .ask("data/atlas.json", &[("Accept-Encoding", "br")])?
        .header("etag")
        .context("no ETag")?;
    let again = host.ask(
        "data/atlas.json",
        &[("Accept-Encoding", "br"), ("If-None-Match", &mark)],
    )?;
    ensure!(again.status == 304, "asked for again: {again:?}");
    let missing = host.ask("assets/missing.js", &[])?;
    ensure!(
        missing.status == 404 && missing.header("cache-control").as_deref() != Some(KEEP),
        "that a file is missing may be kept: {missing:?}"
    );
    Ok(())
}

async fn the_site_works_on_a_host_that_sends_no_headers(page: &Page) -> Result<()> {
    let host = started(page, Kind::Bare, &page.site).await?;
    let answer = host.ask("", &[])?;
    for (name, _) in Policy::default().headers() {
        ensure!(answer.header(name).is_none(), "the host sends {name}");
    }
    see_the_site(page, &host).await?;
    page.browser.session.goto(host.url()).await?;
    // Whoever leaves earlier takes away the files of the map while they are on their way.
    page.see_drawing().await?;
    forbids_what_is_inline(page).await.context("the page")?;
    page.browser
        .session
        .goto(format!("{}table.html", host.url()))
        .await?;
    forbids_what_is_inline(page).await.context("the table")
}

/// Puts a script and a style into the page, which its policy must keep from working.
async fn forbids_what_is_inline(page: &Page) -> Result<()> {
    page.journal().expect(" blocks ");
    page.journal().expect("Content Security Policy");
    page.journal().expect("Content-Security-Policy");
    let before = violations(page);
    let worked: Vec<bool> = page
        .evaluate(
            // Later, as the page would: what a driver runs at once may do more.
            "new Promise((resolve) => setTimeout(() => {
                const [script, style] = ['script', 'style'].map((name) => document.createElement(name));
                script.append('window.hasRun = true');
                style.append('html { color: rgb(1, 2, 3) !important }');
                document.head.append(style, script);
                resolve([window.hasRun === true, getComputedStyle(document.documentElement).color === 'rgb(1, 2, 3)']);
            }))",
        )
        .await?;
    ensure!(worked == [false, false], "a script or a style worked: {worked:?}");
    page.see_that("a violation is reported", async || Ok(violations(page) > before))
        .await
}

fn violations(page: &Page) -> usize {
    let entries = page.journal().entries();
    entries
        .iter()
        .filter(|entry| matches!(entry, Entry::Violation(_)))
        .count()
}

async fn the_site_works_in_a_frame_without_an_origin(page: &Page) -> Result<()> {
    let frame =
        "<!doctype html><iframe sandbox=\"allow-scripts\" src=\"index.html\" title=\"Atlas\"></iframe>";
    let site = page.site.with(&[("frame.html", frame)])?;
    page.browser
        .session
        .goto(format!("{}frame.html", site.url()))
        .await?;
    page.see_ready().await
}

async fn nothing_in_a_page_is_inline(page: &Page) -> Result<()> {
    // The browser asks for no more than it is shown: the files themselves are looked at.
    page.open("").await?;
    let mut pages = 0;
    for entry in fs::read_dir(page.site.path())? {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "html") {
            continue;
        }
        let html = fs::read_to_string(&path)?;
        let found: Vec<&str> = html.split('<').filter(|tag| is_inline(tag)).collect();
        ensure!(found.is_empty(), "{} holds {found:?}", path.display());
        ensure!(
            html.contains("http-equiv=\"Content-Security-Policy\""),
            "{} has no policy of its own",
            path.display()
        );
        pages += 1;
    }
    ensure!(pages > 3, "there are only {pages} pages");
    Ok(())
}

/// A block of data, which no browser runs and no policy forbids.
const DATA: &str = "script type=\"application/ld+json\"";

/// Whether what begins with a tag's name holds a script or a style.
fn is_inline(tag: &str) -> bool {
    let own = tag.split('>').next().unwrap_or_default();
    let name = own.split([' ', '\n', '/']).next().unwrap_or_default();
    let attributes = own.split_whitespace().skip(1);
    name.eq_ignore_ascii_case("style")
        || (name.eq_ignore_ascii_case("script") && !own.contains(" src=") && own != DATA)
        || own.contains("javascript:")
        || (name.starts_with(char::is_alphabetic)
            && attributes
                .filter_map(|attribute| attribute.split_once('='))
                .any(|(name, _)| name == "style" || name.starts_with("on")))
}

async fn an_asset_that_was_changed_is_not_run(page: &Page) -> Result<()> {
    page.journal().expect("integrity");
    page.journal().expect("leaflet");
    page.journal().expect("sha384");
    let html = page.site.text("index.html")?;
    let library = html
        .split('"')
        .find(|part| part.starts_with("assets/leaflet-"))
        .context("the page names no library")?;
    let text = page.site.text(library)?;
    let site = page
        .site
        .with(&[(library, &format!("{text}\nwindow.hasRun = true;"))])?;
    page.visit(&site, "").await?;
    page.see_text("Die Karte kann nicht gestartet werden").await?;
    page.see_text("leaflet.js").await?;
    let has_run: bool = page.evaluate("window.hasRun === true").await?;
    ensure!(!has_run, "the changed script has run");
    Ok(())
}
