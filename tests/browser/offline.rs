//! The reader has the offline edition: one file, opened from a folder, without a network.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use clusteratlas_editorial::workbook::xlsx;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::common::print::PrintParameters;
use zip::ZipArchive;

use crate::accessibility;
use crate::journal::Entry;
use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    without_a_network_a_file_reaches_nothing.without_network(),
    the_atlas_works_from_one_file.without_network(),
    an_unpacked_archive_works_in_english
        .without_network()
        .speaking("en"),
    files_are_saved_from_one_file.without_network(),
    one_file_offers_only_what_it_holds.without_network(),
    one_file_leads_to_the_site_that_it_knows.without_network(),
    one_file_shows_the_pages_about_the_site.without_network(),
    the_archive_holds_the_pages_about_the_site,
    axe_finds_nothing_in_one_file.without_network(),
    the_site_offers_the_offline_edition,
];

const FILE: &str = "offline/clusteratlas.html";
const ARCHIVE: &str = "offline/clusteratlas.zip";

/// At most, with the real dataset.
const LARGEST: usize = 3_000_000;

/// A folder as people name them, hard on whoever writes addresses.
const FOLDER: &str = "Größe & Maß/100 % #1?";

/// A folder with the one file in it.
pub(crate) struct Place {
    _folder: TempDir,
    pub(crate) path: PathBuf,
}

impl Place {
    fn with(content: &str) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join(FOLDER).join("clusteratlas.html");
        fs::create_dir_all(path.parent().context("no folder")?)?;
        fs::write(&path, content)?;
        Ok(Self {
            _folder: folder,
            path,
        })
    }

    pub(crate) fn of(page: &Page) -> Result<Self> {
        Self::with(&page.site.text(FILE)?)
    }

    pub(crate) async fn open(&self, page: &Page, fragment: &str) -> Result<()> {
        visit(page, &self.path, fragment).await?;
        page.see_ready().await
    }
}

async fn visit(page: &Page, path: &Path, fragment: &str) -> Result<()> {
    page.journal().allow_files();
    page.browser.session.goto("about:blank").await?;
    Ok(page
        .browser
        .session
        .goto(format!("{}{fragment}", address(path)))
        .await?)
}

/// The address of a file, with every sign written by its number that could mean something in an address.
fn address(path: &Path) -> String {
    let path = path.to_string_lossy();
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"/-_.".contains(byte);
    let written = path.bytes().map(|byte| {
        if plain(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    });
    format!("file://{}", written.collect::<String>())
}

/// What the others rest on: from such a file neither its neighbour nor a server is reached, and forbidden requests are
/// heard of.
async fn without_a_network_a_file_reaches_nothing(page: &Page) -> Result<()> {
    let place = Place::with("<!DOCTYPE html><title>alone</title>")?;
    fs::write(place.path.with_file_name("neighbour.txt"), "neighbour")?;
    for part in ["neighbour.txt", "127.0.0.1", "Failed to load resource"] {
        page.journal().expect(part);
    }
    visit(page, &place.path, "").await?;
    for address in ["neighbour.txt".to_owned(), page.site.url()] {
        let reached: bool = page
            .evaluate(&format!("fetch('{address}').then(() => true, () => false)"))
            .await?;
        ensure!(!reached, "{address} is reached");
    }
    let place = Place::of(page)?;
    page.journal().expect("connect-src");
    place.open(page, "").await?;
    page.evaluate::<bool>("fetch('data:,').then(() => true, () => false)")
        .await?;
    page.see_that("the policy of the file forbids requests", async || {
        let heard = |entry: &Entry| matches!(entry, Entry::Violation(words) if words.starts_with("connect-src blocks data"));
        Ok(page.journal().entries().iter().any(heard))
    })
    .await
}

async fn the_atlas_works_from_one_file(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let size = page.site.text(FILE)?.len();
    ensure!(size <= LARGEST, "{size} bytes are more than {LARGEST}");
    let place = Place::of(page)?;
    place.open(page, "").await?;

    // Map, filter, details with their sources.
    let total = recount.total();
    page.see_sentence(&format!("{total} Kooperationen ")).await?;
    page.see_mark("Deutschland", &format!("{total} Kooperationen"))
        .await?;
    page.see_drawing().await?;
    page.choose_theme("Gesundheit & Medizintechnik").await?;
    page.see_sentence(&format!("{} Kooperationen ", recount.on_theme("health")))
        .await?;
    page.press("Filter zurücksetzen").await?;
    page.press("Deutschland zeigen").await?;
    page.see_drawing().await?;
    page.edit_address("sel=cooperation:strength-kolumbien-leipzig")
        .await?;
    page.see_in_detail("Fraunhofer-Zentrum").await?;
    page.see_in_detail("Quellen").await?;

    // Search, list, story, language.
    page.edit_address("").await?;
    page.choose_suggestion("südkorea", "Südkorea Land").await?;
    page.see_sentence(&format!("{} Kooperationen ", recount.with_country("KR")))
        .await?;
    page.edit_address("view=list&theme=photonics").await?;
    page.see_rows_on_theme(recount.on_theme("photonics"), "photonics")
        .await?;
    page.edit_address("").await?;
    page.press("Geführte Geschichten").await?;
    page.press(&story(page, "title_de")?).await?;
    page.see_that("the first step", async || {
        Ok(page.fragment().await?.contains("story="))
    })
    .await?;
    page.press("Geschichte schließen").await?;

    // The other views, and paper.
    page.edit_address("view=matrix").await?;
    page.see_that("the matrix", async || {
        page.ask("return find('table', null).length > 0", vec![]).await
    })
    .await?;
    page.edit_address("view=figures").await?;
    page.element_like(
        "link",
        &format!("Japan: {} Kooperationen", recount.with_country("JP")),
    )
    .await?;
    page.edit_address("view=brief&sel=country:JP").await?;
    page.see_that("the brief", async || page.has("heading", "Japan").await)
        .await?;
    let printed = page
        .browser
        .session
        .print_page(PrintParameters::default())
        .await?;
    ensure!(printed.starts_with(b"%PDF-"), "what is printed is no PDF");

    check_alone(page, &place.path).await
}

/// A title of the first story.
fn story(page: &Page, field: &str) -> Result<String> {
    let stories: Value = serde_json::from_str(&page.site.text("data/stories.json")?)?;
    let title = stories
        .pointer(&format!("/stories/0/{field}"))
        .and_then(Value::as_str);
    Ok(title.context("there are no stories")?.to_owned())
}

/// Nothing was asked for but the file itself, and nothing is kept.
pub(crate) async fn check_alone(page: &Page, path: &Path) -> Result<()> {
    let own = address(path);
    let is_own = |url: &String| {
        ["data:", "blob:", "about:"]
            .iter()
            .any(|start| url.starts_with(start))
            || url.split('#').next() == Some(&own)
    };
    let requests = page.journal().requests();
    let foreign: Vec<&String> = requests.iter().filter(|url| !is_own(url)).collect();
    ensure!(foreign.is_empty(), "requests: {foreign:?}");
    page.check_nothing_kept().await
}

async fn an_unpacked_archive_works_in_english(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let folder = tempfile::tempdir()?;
    let unpacked = folder.path().join("clusteratlas (1)");
    let mut archive = ZipArchive::new(fs::File::open(page.site.path().join(ARCHIVE))?)?;
    archive.extract(&unpacked)?;
    for (name, path) in [
        ("clusteratlas.html", FILE),
        ("licences.txt", "licences.txt"),
        ("data/atlas.json", "data/atlas.json"),
        ("data/details.json", "data/details.json"),
    ] {
        ensure!(
            fs::read(unpacked.join(name))? == fs::read(page.site.path().join(path))?,
            "{name} of the archive is not {path} of the site"
        );
    }
    let atlas: Value = serde_json::from_str(&page.site.text("data/atlas.json")?)?;
    for (list, name, mark) in [
        ("cooperations", "kooperationen-excel", "\u{feff}"),
        ("cooperations", "cooperations", ""),
        ("clusters", "cluster-excel", "\u{feff}"),
        ("clusters", "clusters", ""),
    ] {
        let table = fs::read_to_string(unpacked.join(format!("data/{name}.csv")))?;
        let table = table.strip_prefix(mark).context("the mark of UTF-8 is missing")?;
        let begins: BTreeSet<&str> = table
            .lines()
            .filter_map(|line| line.split([',', ';']).next())
            .collect();
        for record in atlas[list].as_array().context("no records")? {
            let id = record["id"].as_str().context("no id")?;
            ensure!(begins.contains(id), "{id} is missing in {name}");
        }
    }
    for name in ["LIESMICH.txt", "README.txt"] {
        ensure!(
            fs::read_to_string(unpacked.join(name))?.contains("clusteratlas.html"),
            "{name}"
        );
    }

    let path = unpacked.join("clusteratlas.html");
    visit(page, &path, "#theme=photonics&country=JP").await?;
    page.see_ready().await?;
    let photonics = recount.on_theme_with("photonics", "JP");
    page.see_sentence(&format!("{photonics} cooperations ")).await?;
    page.see_text("Offline edition").await?;
    page.press("Deutsch").await?;
    page.see_sentence(&format!("{photonics} Kooperationen ")).await?;
    page.press("Filter zurücksetzen").await?;
    page.see_sentence(&format!("{} Kooperationen ", recount.total()))
        .await?;
    page.go_back().await?;
    page.see_sentence(&format!("{photonics} Kooperationen ")).await?;
    check_alone(page, &path).await
}

/// Clicks on what saves a file, and reads the file.
pub(crate) async fn save(page: &Page, role: &str, words: &str, name: &str) -> Result<Vec<u8>> {
    page.click(role, words).await?;
    let path = page.browser.downloads.path().join(name);
    page.await_some(&format!("file {name}"), async || {
        // A browser that is still writing has another file beside it, or has written nothing.
        let writing = path.with_file_name(format!("{name}.part")).exists();
        let content = fs::read(&path).unwrap_or_default();
        Ok((!writing && !content.is_empty()).then_some(content))
    })
    .await
}

async fn files_are_saved_from_one_file(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let place = Place::of(page)?;
    place.open(page, "#view=list&theme=photonics").await?;
    page.see_rows_on_theme(recount.on_theme("photonics"), "photonics")
        .await?;
    let atlas: Value = serde_json::from_str(&page.site.text("data/atlas.json")?)?;
    let date = atlas.pointer("/dataset/date").and_then(Value::as_str);
    let name = format!("clusteratlas-{}.csv", date.context("no date")?);
    page.press("Herunterladen").await?;
    let table = String::from_utf8(save(page, "button", "CSV (Komma)", &name).await?)?;
    ensure!(
        table.matches("\r\n").count() == recount.on_theme("photonics") + 1,
        "the rows of {table}"
    );
    page.press("Herunterladen").await?;
    let name = name.replace(".csv", ".xlsx");
    let sheets = xlsx::read(&save(page, "button", "Excel (XLSX)", &name).await?)?;
    let cooperations = sheets.first().context("no sheet")?;
    ensure!(
        cooperations.rows.len() == recount.on_theme("photonics") + 1,
        "the rows of {cooperations:?}"
    );
    for (words, path) in [
        ("Alle Lizenztexte", "licences.txt"),
        ("Datensatz (JSON)", "data/atlas.json"),
    ] {
        let name = path.rsplit('/').next().unwrap_or_default();
        ensure!(
            save(page, "link", words, name).await? == fs::read(page.site.path().join(path))?,
            "{words} saves something else than {path}"
        );
    }
    check_alone(page, &place.path).await
}

/// Where links lead that are neither fragments nor sources, and what else the page would load.
const BESIDE: &str =
    "return [...document.querySelectorAll('a[href], area[href], iframe, img, link, object, embed')]
    .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? element.tagName)
    .filter((address) => !/^(#|https?:|mailto:|data:)/.test(address))";

async fn beside(page: &Page) -> Result<Vec<String>> {
    page.ask(BESIDE, vec![]).await
}

/// What the page leads to is in it.
async fn check_held(page: &Page) -> Result<()> {
    for address in beside(page).await? {
        let held: bool = page
            .ask(
                "return document.getElementById(arguments[0]) !== null",
                vec![json!(address)],
            )
            .await?;
        ensure!(held, "{address} is not in the file");
    }
    Ok(())
}

/// The text to be copied in the open dialog.
async fn offered_text(page: &Page) -> Result<String> {
    page.ask(
        "return document.querySelector('dialog [readonly]')?.value ?? ''",
        vec![],
    )
    .await
}

async fn one_file_offers_only_what_it_holds(page: &Page) -> Result<()> {
    let place = Place::of(page)?;
    place.open(page, "#theme=photonics").await?;
    page.see_text("· Offline-Ausgabe. ").await?;
    page.press("Über den Atlas").await?;
    page.see_text("Dies ist die Offline-Ausgabe mit dem Datenstand ")
        .await?;
    page.press("Schließen").await?;
    page.press("Geführte Geschichten").await?;
    check_held(page).await?;
    // Its link opens it again on this device; nobody else can embed it.
    page.press("Teilen").await?;
    let link = format!("{}#theme=photonics", address(&place.path));
    page.see("the link of the view", link, async || offered_text(page).await)
        .await?;
    page.press("Schließen").await?;
    page.press("Einbetten").await?;
    page.see_text("hat keine Adresse, die andere Seiten einbetten könnten")
        .await?;
    page.press("Schließen").await?;
    // Its own address is nobody else's business.
    page.edit_address("view=brief&sel=country:JP").await?;
    page.see_that("the brief", async || page.has("heading", "Japan").await)
        .await?;
    let told: bool = page
        .ask("return document.body.innerText.includes('file:')", vec![])
        .await?;
    ensure!(!told, "the brief tells where the file lies");

    // Where the program cannot run, there is no table to lead to.
    let broken = page
        .site
        .text(FILE)?
        .replacen("id=\"clusteratlas_bg.wasm\"", "", 1);
    let place = Place::with(&broken)?;
    page.journal().expect("clusteratlas_bg.wasm");
    visit(page, &place.path, "").await?;
    page.see_that("the heading of the failure", async || {
        page.has("heading", "Die Karte kann nicht gestartet werden").await
    })
    .await?;
    check_held(page).await
}

async fn one_file_leads_to_the_site_that_it_knows(page: &Page) -> Result<()> {
    let meta = "<meta name=\"clusteratlas-address\" content=\"https://atlas.example/\">\n</head>";
    let place = Place::with(&page.site.text(FILE)?.replacen("</head>", meta, 1))?;
    place.open(page, "#view=brief&sel=country:JP").await?;
    page.see_text("https://atlas.example/#view=brief&sel=country:JP")
        .await?;
    let leads = async |words: &str| -> Result<String> {
        let script = "return find('link', arguments[0])[0]?.getAttribute('href') ?? ''";
        page.ask(script, vec![json!(words)]).await
    };
    let table = leads("Tabelle der Cluster und Kooperationen").await?;
    ensure!(table == "https://atlas.example/table.html", "{table}");
    page.press("Über den Atlas").await?;
    page.see_that("the site", async || {
        Ok(leads("Aktuelle Ausgabe im Netz").await? == "https://atlas.example/")
    })
    .await?;
    page.press("Schließen").await?;
    // Others embed the site; the file itself shows no frame.
    page.edit_address("").await?;
    page.press("Einbetten").await?;
    page.see_that("the snippet", async || {
        let snippet = offered_text(page).await?;
        Ok(snippet.contains("https://atlas.example/") && !snippet.contains("file:"))
    })
    .await?;
    let frames: usize = page
        .ask("return document.querySelectorAll('iframe').length", vec![])
        .await?;
    ensure!(frames == 0, "{frames} frames in the file");
    Ok(())
}

async fn one_file_shows_the_pages_about_the_site(page: &Page) -> Result<()> {
    let place = Place::of(page)?;
    place.open(page, "").await?;
    for (link, heading) in [
        ("Datenschutz", "Datenschutz"),
        ("Erklärung zur Barrierefreiheit", "Erklärung zur Barrierefreiheit"),
    ] {
        page.click("link", link).await?;
        page.see_that(heading, async || page.has("dialog", heading).await)
            .await?;
        page.see_focus(heading).await?;
        accessibility::check(page, heading).await?;
        page.press("Schließen").await?;
        page.see("whether a dialog is open", false, async || {
            page.has("dialog", heading).await
        })
        .await?;
        page.see_focus(link).await?;
    }
    // The change log lies above what is said about the atlas, and its file is in the page.
    page.press("Über den Atlas").await?;
    page.click("link", "Änderungen am Datensatz").await?;
    page.see_focus("Änderungen am Datensatz").await?;
    let saved = save(page, "link", "Dasselbe für Programme (JSON)", "changelog.json").await?;
    ensure!(
        saved == fs::read(page.site.path().join("data/changelog.json"))?,
        "another change log is saved"
    );
    page.type_key(thirtyfour::Key::Escape).await?;
    page.type_key(thirtyfour::Key::Escape).await?;
    // A page leads to another, and both back to where the first was opened.
    page.click("link", "Erklärung zur Barrierefreiheit").await?;
    page.click("link", "Leichter Sprache").await?;
    let heading = "Der Cluster-Atlas in Leichter Sprache";
    page.see("the dialogs", vec![heading.to_owned()], async || {
        page.names("dialog").await
    })
    .await?;
    page.type_key(thirtyfour::Key::Escape).await?;
    page.see_focus("Erklärung zur Barrierefreiheit").await?;
    // In the other language the pages are in that.
    page.press("English").await?;
    page.click("link", "Privacy").await?;
    page.see_text("It sets no cookies").await?;
    check_alone(page, &place.path).await
}

async fn the_archive_holds_the_pages_about_the_site(page: &Page) -> Result<()> {
    let file = fs::File::open(page.site.path().join(ARCHIVE))?;
    let folder = tempfile::tempdir()?;
    ZipArchive::new(file)?.extract(folder.path())?;
    let path = folder.path().join("leichte-sprache.html");
    visit(page, &path, "").await?;
    page.element("heading", "Was ist ein Cluster?").await?;
    let missing: Vec<String> = page
        .ask(
            "return [...document.querySelectorAll('a[href], link[href]')].map((link) => link.getAttribute('href'))
                 .filter((address) => !address.includes(':'))",
            vec![],
        )
        .await?;
    for address in missing {
        ensure!(
            folder.path().join(&address).is_file(),
            "{address} is not in the archive"
        );
    }
    page.click("link", "Zum Clusteratlas").await?;
    page.see_ready().await
}

async fn axe_finds_nothing_in_one_file(page: &Page) -> Result<()> {
    let place = Place::of(page)?;
    place
        .open(page, "#sel=cooperation:strength-kolumbien-leipzig")
        .await?;
    page.see_in_detail("Quellen").await?;
    accessibility::check(page, "one file").await?;
    page.press("Über den Atlas").await?;
    page.see_text("Dies ist die Offline-Ausgabe mit dem Datenstand ")
        .await?;
    accessibility::check(page, "the dialog in one file").await
}

async fn the_site_offers_the_offline_edition(page: &Page) -> Result<()> {
    page.open("").await?;
    page.press("Über den Atlas").await?;
    page.see_text("Sie öffnet sich mit einem Doppelklick").await?;
    let offered: Vec<(String, String)> = page
        .ask(
            "return [...document.querySelectorAll('a[download]')]
                 .map((link) => [link.getAttribute('href'), nameOf(link)])",
            vec![],
        )
        .await?;
    for path in [FILE, ARCHIVE] {
        let size = fs::metadata(page.site.path().join(path))?.len();
        let tenths = (size + 50_000) / 100_000;
        let words = format!(", {},{} MB)", tenths / 10, tenths % 10);
        ensure!(
            offered
                .iter()
                .any(|(address, name)| address == path && name.ends_with(&words)),
            "{path} with {words} is not offered: {offered:?}"
        );
    }
    Ok(())
}
