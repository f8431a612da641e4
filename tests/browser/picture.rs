//! The reader takes the map along: a drawing, and pictures of points, with what is selected and where it is from.

use std::collections::BTreeSet;
use std::io::Read as _;

use anyhow::{Context as _, Result, ensure};
use flate2::read::ZlibDecoder;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::media::Preference;
use crate::offline::{Place, check_alone, save};
use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    the_map_is_saved_as_a_picture,
    a_comparison_is_saved_in_english.speaking("en"),
    a_telephone_saves_a_picture_that_is_as_narrow,
    the_map_is_saved_from_one_file.without_network(),
    pictures_are_offered_where_the_map_is,
    the_readers_own_colours_reach_the_picture,
    a_picture_that_does_not_come_about_is_told,
];

/// The buttons, with the ends of the names of their files.
const PNG: [(&str, &str); 3] = [
    ("PNG", "png"),
    ("PNG, doppelt so groß", "2x.png"),
    ("PNG, dreimal so groß", "3x.png"),
];

/// What a drawing has, read by the browser as a document of its own.
#[derive(Debug, Deserialize)]
struct Drawing {
    error: String,
    language: String,
    title: String,
    description: String,
    /// Everything that is written, in one line.
    text: String,
    /// Names of marks.
    marks: Vec<String>,
    size: [f64; 2],
    /// What leans on something outside.
    foreign: usize,
    /// The colour behind everything, that of texts, and those of connections.
    page: String,
    ink: String,
    connections: Vec<String>,
    /// Colours that are none.
    odd: Vec<String>,
    /// Texts that reach beyond the edges, as the browser measures them.
    beyond: Vec<String>,
}

const READ: &str = "
    const file = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
    const root = file.documentElement;
    const every = (selector) => [...root.querySelectorAll(selector)];
    const written = every('text').map((e) => e.textContent);
    const map = root.querySelector('svg');
    document.body.replaceChildren(document.importNode(root, true));
    const shown = document.body.firstChild;
    const edge = shown.getBoundingClientRect();
    const beyond = [...shown.querySelectorAll(':scope > text')].filter((e) => e.getBoundingClientRect().right > edge.right - 2);
    return {
        error: file.querySelector('parsererror')?.textContent ?? '',
        language: root.getAttribute('lang'),
        title: root.querySelector(':scope > title')?.textContent ?? '',
        description: root.querySelector(':scope > desc')?.textContent ?? '',
        text: written.join(' '),
        marks: [...map.querySelectorAll('g > title')].map((e) => e.textContent),
        size: [+root.getAttribute('width'), +root.getAttribute('height')],
        foreign: every('[href], [class], style, script, image, use, foreignObject').length,
        page: root.querySelector(':scope > rect').getAttribute('fill'),
        ink: root.querySelector(':scope > text').getAttribute('fill'),
        connections: [...map.querySelectorAll('g > path')].map((e) => e.getAttribute('stroke')),
        odd: every('[fill], [stroke]').flatMap((e) => [e.getAttribute('fill'), e.getAttribute('stroke')])
            .filter((colour) => colour !== null && colour !== 'none' && !CSS.supports('color', colour)),
        beyond: beyond.map((e) => e.textContent),
    };";

/// Where the page's date and version are.
fn edition(page: &Page, field: &str) -> Result<String> {
    let atlas: Value = serde_json::from_str(&page.site.text("data/atlas.json")?)?;
    let value = atlas
        .pointer(&format!("/dataset/{field}"))
        .and_then(Value::as_str);
    Ok(value.with_context(|| format!("no {field}"))?.to_owned())
}

/// Opens the menu and saves what a button makes.
async fn take(page: &Page, menu: &str, button: &str, ending: &str) -> Result<Vec<u8>> {
    let name = format!("clusteratlas-{}.{ending}", edition(page, "date")?);
    page.press(menu).await?;
    let file = save(page, "button", button, &name).await?;
    page.see_focus(menu).await?;
    Ok(file)
}

/// A drawing that stands alone and says all of this. Leaves the site, whose policy lets nobody read markup.
async fn read(page: &Page, drawing: &[u8], says: &[&str]) -> Result<Drawing> {
    page.browser.session.goto("about:blank").await?;
    let text = std::str::from_utf8(drawing)?;
    let drawing: Drawing = page.ask(READ, vec![json!(text)]).await?;
    ensure!(drawing.error.is_empty(), "{}", drawing.error);
    ensure!(
        drawing.title == "Clusteratlas",
        "the title is {:?}",
        drawing.title
    );
    ensure!(
        drawing.foreign == 0,
        "{} elements lean on something",
        drawing.foreign
    );
    ensure!(drawing.page != drawing.ink, "{} on {}", drawing.ink, drawing.page);
    ensure!(drawing.odd.is_empty(), "no colours: {:?}", drawing.odd);
    ensure!(drawing.beyond.is_empty(), "cut off: {:?}", drawing.beyond);
    for words in says {
        ensure!(
            drawing.text.contains(words),
            "{words:?} is not in {:?}",
            drawing.text
        );
    }
    Ok(drawing)
}

/// The names of the marks on the map: each begins as in the drawing, and says more where it can be opened.
fn check_marks(shown: &[String], drawn: &[String]) -> Result<()> {
    let same = shown.len() == drawn.len()
        && drawn
            .iter()
            .all(|name| shown.iter().any(|own| own.starts_with(name.as_str())));
    ensure!(same, "shown {shown:?}, drawn {drawn:?}");
    Ok(())
}

/// The size of a picture of points that is not blank.
fn size(png: &[u8]) -> Result<[f64; 2]> {
    let number = |at: usize| -> Result<u32> {
        let bytes = png.get(at..at + 4).context("too short")?;
        Ok(u32::from_be_bytes(bytes.try_into()?))
    };
    ensure!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "no PNG");
    let (width, height) = (number(16)?, number(20)?);
    let mut packed = Vec::new();
    let mut at = 8;
    while at < png.len() {
        let length = usize::try_from(number(at)?)?;
        if png.get(at + 4..at + 8) == Some(b"IDAT") {
            packed.extend_from_slice(png.get(at + 8..at + 8 + length).context("cut off")?);
        }
        at += length + 12;
    }
    let mut rows = Vec::new();
    ZlibDecoder::new(packed.as_slice()).read_to_end(&mut rows)?;
    let row = rows.len() / usize::try_from(height)?;
    let different: BTreeSet<&[u8]> = rows.chunks(row.max(1)).collect();
    ensure!(
        different.len() * 4 > usize::try_from(height)?,
        "of {height} rows only {} differ",
        different.len()
    );
    Ok([width.into(), height.into()])
}

async fn map_width(page: &Page) -> Result<f64> {
    page.evaluate("document.getElementById('map').getBoundingClientRect().width")
        .await
}

async fn check_pictures(page: &Page) -> Result<(Vec<u8>, Vec<[f64; 2]>)> {
    let drawing = take(page, "Herunterladen", "SVG", "svg").await?;
    let mut sizes = Vec::new();
    for (button, ending) in PNG {
        sizes.push(size(&take(page, "Herunterladen", button, ending).await?)?);
    }
    Ok((drawing, sizes))
}

fn check_sizes(drawing: &Drawing, pictures: &[[f64; 2]], map_width: f64) -> Result<()> {
    let [width, height] = drawing.size;
    ensure!(
        (width - map_width).abs() < 60.0 && width > map_width,
        "the drawing is {width} wide, the map {map_width}"
    );
    let expected: Vec<[f64; 2]> = [1.0, 2.0, 3.0]
        .map(|points| [width * points, height * points])
        .to_vec();
    ensure!(pictures == expected, "{pictures:?} of {expected:?}");
    Ok(())
}

async fn the_map_is_saved_as_a_picture(page: &Page) -> Result<()> {
    page.open("#theme=photonics").await?;
    page.see_drawing().await?;
    page.see_resting().await?;
    let (sentence, marks, width) = (
        page.sentence().await?,
        page.marks().await?,
        map_width(page).await?,
    );
    let (drawing, sizes) = check_pictures(page).await?;
    let version = format!("Version {}", edition(page, "version")?);
    let says = [
        sentence.as_str(),
        "Quelle: ",
        &version,
        "Karte: Natural Earth",
        "keine völkerrechtliche Anerkennung",
        "Größe eines Kreises: Zahl der Kooperationen",
        "Breite einer Linie: Zahl der Kooperationen",
        "Digitales & Elektronik",
    ];
    let drawing = read(page, &drawing, &says).await?;
    ensure!(drawing.language == "de", "the language is {}", drawing.language);
    ensure!(
        drawing.description.starts_with(&sentence),
        "described as {:?}",
        drawing.description
    );
    check_marks(&marks, &drawing.marks)?;
    ensure!(!drawing.connections.is_empty(), "no connection is drawn");
    check_sizes(&drawing, &sizes, width)
}

async fn a_comparison_is_saved_in_english(page: &Page) -> Result<()> {
    page.open("#lang=en&country=JP&compare=country%3DUS&sel=country:JP")
        .await?;
    page.see_drawing().await?;
    page.see_resting().await?;
    let marks = page.marks().await?;
    let drawing = take(page, "Download", "SVG", "svg").await?;
    let says = [
        "Selection of the filters",
        "Kept selection",
        "Highlighted: Japan",
        "Source: ",
        "Map: Natural Earth",
    ];
    let drawing = read(page, &drawing, &says).await?;
    ensure!(drawing.language == "en", "the language is {}", drawing.language);
    check_marks(&marks, &drawing.marks)
}

async fn a_telephone_saves_a_picture_that_is_as_narrow(page: &Page) -> Result<()> {
    page.resize(390, 800).await?;
    page.open("#theme=photonics").await?;
    page.see_drawing().await?;
    page.see_resting().await?;
    let (sentence, width) = (page.sentence().await?, map_width(page).await?);
    let (drawing, sizes) = check_pictures(page).await?;
    let drawing = read(page, &drawing, &[&sentence]).await?;
    check_sizes(&drawing, &sizes, width)
}

async fn the_map_is_saved_from_one_file(page: &Page) -> Result<()> {
    let place = Place::of(page)?;
    place.open(page, "#theme=photonics").await?;
    page.see_drawing().await?;
    page.see_resting().await?;
    let (sentence, marks, width) = (
        page.sentence().await?,
        page.marks().await?,
        map_width(page).await?,
    );
    let (drawing, sizes) = check_pictures(page).await?;
    check_alone(page, &place.path).await?;
    let drawing = read(page, &drawing, &[&sentence]).await?;
    check_marks(&marks, &drawing.marks)?;
    check_sizes(&drawing, &sizes, width)
}

async fn pictures_are_offered_where_the_map_is(page: &Page) -> Result<()> {
    page.open("#view=list").await?;
    page.press("Herunterladen").await?;
    page.element("button", "CSV (Komma)").await?;
    ensure!(
        !page.has("button", "PNG").await?,
        "a list is offered as a picture"
    );
    page.open_view("Karte").await?;
    page.element("button", "PNG").await?;
    page.see_text("Bild der Karte").await
}

async fn the_readers_own_colours_reach_the_picture(page: &Page) -> Result<()> {
    page.emulate(&[Preference::ForcedColours, Preference::Dark])
        .await?;
    page.open("#theme=photonics").await?;
    page.see_drawing().await?;
    page.see_resting().await?;
    let drawing = take(page, "Herunterladen", "SVG", "svg").await?;
    let drawing = read(page, &drawing, &["Quelle: "]).await?;
    let first = drawing.connections.first().context("no connection is drawn")?;
    ensure!(
        drawing.connections.iter().all(|own| own == first) && *first != drawing.page,
        "connections in {:?} on {}",
        drawing.connections,
        drawing.page
    );
    Ok(())
}

async fn a_picture_that_does_not_come_about_is_told(page: &Page) -> Result<()> {
    page.run_before_pages(
        "() => { OffscreenCanvas.prototype.convertToBlob = () => Promise.reject('no room'); }",
    )
    .await?;
    page.open("").await?;
    page.press("Herunterladen").await?;
    page.press("PNG").await?;
    page.see_text("Die Datei wurde nicht gespeichert. Der Browser sagt: ")
        .await?;
    page.see_text("no room").await
}
