//! An editor without programming skills checks a workbook and takes finished files with them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_editorial::archive::unpacked;
use clusteratlas_editorial::authored::Authored;
use clusteratlas_editorial::authored::list::List;
use clusteratlas_editorial::knowledge::Knowledge;
use clusteratlas_editorial::workbook::cell::{Cell, Table, letters};
use clusteratlas_editorial::workbook::guard::Limits;
use clusteratlas_editorial::workbook::{export, xlsx};
use serde_json::json;
use thirtyfour::{By, Key};

use crate::offline::Place;
use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    a_wrong_cell_is_named_with_what_was_meant,
    a_renamed_cluster_is_one_difference_and_stands_on_the_map_in_a_preview,
    finished_files_hold_what_was_read,
    what_is_read_can_be_cancelled_and_the_page_goes_on,
    a_damaged_file_is_explained_and_takes_nothing_away,
    editors_need_no_pointer.without_pointer("editors_need_no_pointer"),
    a_report_fits_a_narrow_page,
    another_language_keeps_the_report,
    the_work_list_leads_to_records_of_the_atlas,
    editors_work_from_one_file_without_a_network.without_network(),
    a_compact_form_has_no_place_for_editors,
];

/// The sheet of clusters, and columns of it.
const CLUSTERS: &str = "Cluster";
const NAME: &str = "Name";
const THEMES: &str = "Themen";

/// What a cluster is renamed to.
const RENAMED: &str = "Cluster von übermorgen";

/// What an editor has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Workbook {
    /// What is published, with a cluster that is called otherwise.
    Renamed,
    /// The same, and a theme that nobody knows.
    Wrong,
    /// A file that is called a workbook.
    Damaged,
    /// What is published many times over, for which reading takes a while.
    Large,
}

/// A workbook of an editor's, and where its cells are.
struct Given {
    _folder: tempfile::TempDir,
    path: PathBuf,
    /// Row as spreadsheets count, and letters of the column, of the wrong cell.
    wrong: (u32, String),
    /// The id of the renamed cluster.
    cluster: String,
}

fn known(page: &Page) -> Result<Knowledge> {
    let content = fs::read(page.site.path().join("data/workbench.json"))?;
    Ok(Knowledge::from_json(&content)?)
}

fn made(page: &Page, workbook: Workbook) -> Result<Given> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("arbeitsmappe.xlsx");
    let authored = Authored::of(&known(page)?.files);
    let mut tables = export::tables(&authored, Language::German);
    let takes_part = |cluster: &str| {
        let mut cooperations = authored.records(List::Cooperations).iter();
        cooperations.any(|record| record.texts("clusters").any(|one| one == cluster))
    };
    let clusters = tables.iter_mut().find(|table| table.name == CLUSTERS);
    let clusters = clusters.context("no sheet of clusters")?;
    let column = |heading: &str| {
        let headings = clusters.rows.get(&0).context("no headings")?;
        let found = headings.iter().find(|(_, cell)| cell.words() == heading);
        found.map(|(column, _)| *column).context("no such column")
    };
    let (id, name, themes) = (column("Kennung")?, column(NAME)?, column(THEMES)?);
    let short_name = column("Kurzname")?;
    let health = clusters.rows.iter().find(|(_, cells)| {
        let is = |column, right: &dyn Fn(&str) -> bool| {
            cells.get(column).is_some_and(|cell: &Cell| right(&cell.words()))
        };
        is(&themes, &|words| words == "health") && is(&id, &takes_part)
    });
    let row = *health.context("no cluster of health")?.0;
    let cluster = clusters.get(row, id).context("no id")?.words();
    clusters.set(row, name, Cell::Text(RENAMED.to_owned()));
    // Lists would show it.
    if let Some(cells) = clusters.rows.get_mut(&row) {
        cells.remove(&short_name);
    }
    let others = clusters.rows.keys().copied().filter(|other| *other > row);
    let next = others.min().context("no other cluster")?;
    if workbook == Workbook::Wrong {
        clusters.set(next, themes, Cell::Text("helth".to_owned()));
    }
    if workbook == Workbook::Large {
        repeat(clusters, id)?;
    }
    let content = match workbook {
        Workbook::Damaged => b"PK\x03\x04 and nothing of a workbook".to_vec(),
        _ => xlsx::write(&tables)?,
    };
    fs::write(&path, content)?;
    Ok(Given {
        _folder: folder,
        path,
        wrong: (next + 1, letters(themes)),
        cluster,
    })
}

/// Adds every row many times, each as another record.
fn repeat(table: &mut Table, id: u32) -> Result<()> {
    let rows: Vec<_> = table.rows.values().skip(1).cloned().collect();
    let first = table.rows.keys().max().context("no rows")? + 1;
    for (row, number) in rows.iter().cycle().take(20_000).zip(first..) {
        for (column, cell) in row {
            table.set(number, *column, cell.clone());
        }
        table.set(number, id, Cell::Text(format!("many-{number}")));
    }
    Ok(())
}

/// Chooses a file in the field of editors.
async fn choose(page: &Page, path: &Path) -> Result<()> {
    page.see_that("the field for files", async || {
        page.ask("return document.querySelector('#editors-file') !== null", vec![])
            .await
    })
    .await?;
    let field = page.browser.session.find(By::Id("editors-file")).await?;
    Ok(field.send_keys(path.to_string_lossy()).await?)
}

/// Gives a workbook to the page of editors that is open.
pub(crate) async fn give(page: &Page, workbook: Workbook) -> Result<()> {
    let given = made(page, workbook)?;
    choose(page, &given.path).await?;
    page.see_that("an end of reading", async || {
        let script = "return ['#editors-report', '.editors__trouble'].some((one) =>
            document.querySelector(one)?.textContent.length > 0)";
        page.ask(script, vec![]).await
    })
    .await
}

async fn open_with(page: &Page, workbook: Workbook) -> Result<Given> {
    page.open("#view=editors").await?;
    let given = made(page, workbook)?;
    choose(page, &given.path).await?;
    page.see_text("3. Bericht").await?;
    Ok(given)
}

/// The texts of the cells of each row of a table.
async fn rows(page: &Page, table: &str) -> Result<Vec<Vec<String>>> {
    let script = "return [...find('table', arguments[0])[0].querySelectorAll('tbody tr')]
        .map((row) => [...row.cells].map((cell) => words(cell.textContent)))";
    page.ask(script, vec![json!(table)]).await
}

async fn a_wrong_cell_is_named_with_what_was_meant(page: &Page) -> Result<()> {
    let given = open_with(page, Workbook::Wrong).await?;
    page.see_focus("3. Bericht").await?;
    let rows = rows(page, "Bericht").await?;
    let first = rows.first().context("no note")?;
    let (row, column) = &given.wrong;
    let expected = [
        "Fehler".to_owned(),
        CLUSTERS.to_owned(),
        row.to_string(),
        format!("{column} {THEMES}"),
    ];
    ensure!(first.starts_with(&expected), "the first note is {first:?}");
    ensure!(first[4].contains("helth"), "the value is {:?}", first[4]);
    ensure!(
        first[6].contains("Meinten Sie „health“?"),
        "what to do is {:?}",
        first[6]
    );
    page.see_text("mit Fehlern fehl").await
}

async fn a_renamed_cluster_is_one_difference_and_stands_on_the_map_in_a_preview(page: &Page) -> Result<()> {
    let given = open_with(page, Workbook::Renamed).await?;
    page.see_text("0 neu, 0 entfallen, 1 geändert.").await?;
    let differences = rows(page, "Unterschiede").await?;
    ensure!(differences.len() == 1, "differences: {differences:?}");
    ensure!(
        differences[0][2].contains(&given.cluster) && differences[0][3].contains(RENAMED),
        "{differences:?}"
    );
    page.press("Vorschau auf der Karte zeigen").await?;
    page.see_focus("Vorschau: Diese Daten sind nicht veröffentlicht.")
        .await?;
    page.see_that("the title of a preview", async || {
        Ok(page.browser.session.title().await?.starts_with("Vorschau: "))
    })
    .await?;
    page.see_drawing().await?;
    page.edit_address(&format!("sel=cluster:{}", given.cluster))
        .await?;
    page.see_detail(RENAMED).await?;
    page.edit_address("view=list&q=%C3%BCbermorgen").await?;
    page.see_text(RENAMED).await?;
    page.press("Zurück zum Bericht").await?;
    page.see_focus("Vorschau auf der Karte zeigen").await?;
    page.see_text("0 neu, 0 entfallen, 1 geändert.").await?;
    // What is published has stayed as it was.
    page.edit_address(&format!("sel=cluster:{}", given.cluster))
        .await?;
    page.see_that("the published name", async || {
        let script = "const heading = document.querySelector('#detail-heading')?.textContent ?? '';
            return heading.length > 0 && heading !== arguments[0]";
        page.ask(script, vec![json!(RENAMED)]).await
    })
    .await
}

async fn finished_files_hold_what_was_read(page: &Page) -> Result<()> {
    open_with(page, Workbook::Renamed).await?;
    let archive = saved(page, "Quelldateien speichern (ZIP)", "zip").await?;
    let files = unpacked(&archive, &Limits::EDITORS)?;
    let published = known(page)?.files;
    for (path, text) in &published {
        let found = files.iter().find(|(name, _)| name.ends_with(&**path));
        let (_, content) = found.with_context(|| format!("{path} is missing"))?;
        let content = String::from_utf8(content.clone())?;
        if path.ends_with("clusters.jsonl") {
            ensure!(content.contains(RENAMED), "{path} has another name");
            let same = content
                .lines()
                .zip(text.lines())
                .filter(|(one, other)| one == other);
            ensure!(
                same.count() + 1 == text.lines().count(),
                "one line of {path} differs"
            );
        } else {
            ensure!(content == *text, "{path} is another");
        }
    }
    let archive = saved(page, "Dateien für den Server speichern (ZIP)", "zip").await?;
    let files = unpacked(&archive, &Limits::EDITORS)?;
    let atlas = files.iter().find(|(name, _)| name == "data/atlas.json");
    let (_, atlas) = atlas.context("no atlas.json")?;
    ensure!(
        String::from_utf8_lossy(atlas).contains(RENAMED),
        "the new name is missing"
    );
    saved(page, "Veröffentlichten Stand speichern (XLSX)", "xlsx").await?;
    Ok(())
}

/// Presses a button and reads the file that is saved next.
async fn saved(page: &Page, button: &str, ending: &str) -> Result<Vec<u8>> {
    let folder = page.browser.downloads.path();
    for file in fs::read_dir(folder)? {
        fs::remove_file(file?.path())?;
    }
    page.press(button).await?;
    page.await_some(&format!("a file .{ending}"), async || {
        let files: Vec<PathBuf> = fs::read_dir(folder)?
            .filter_map(|file| Some(file.ok()?.path()))
            .collect();
        let [file] = files.as_slice() else { return Ok(None) };
        let is_whole = file.extension().is_some_and(|own| own == ending);
        let content = fs::read(file).unwrap_or_default();
        Ok((is_whole && !content.is_empty()).then_some(content))
    })
    .await
}

async fn what_is_read_can_be_cancelled_and_the_page_goes_on(page: &Page) -> Result<()> {
    // The file must stay: it is read again.
    let _given = open_with(page, Workbook::Renamed).await?;
    let large = made(page, Workbook::Large)?;
    choose(page, &large.path).await?;
    page.press("Abbrechen").await?;
    page.see_text("Abgebrochen. Was vorher gelesen wurde, ist unverändert.")
        .await?;
    page.see_text("0 neu, 0 entfallen, 1 geändert.").await?;
    // Another workbench reads again what the one that has ended had read.
    let archive = saved(page, "Quelldateien speichern (ZIP)", "zip").await?;
    ensure!(
        !unpacked(&archive, &Limits::EDITORS)?.is_empty(),
        "the archive is empty"
    );
    choose(page, &large.path).await?;
    page.see_that("the page answers while it reads", async || {
        page.has("button", "Abbrechen").await
    })
    .await?;
    page.press("English").await?;
    page.press("Cancel").await?;
    page.see_text("Cancelled.").await
}

async fn a_damaged_file_is_explained_and_takes_nothing_away(page: &Page) -> Result<()> {
    open_with(page, Workbook::Renamed).await?;
    let damaged = made(page, Workbook::Damaged)?;
    choose(page, &damaged.path).await?;
    page.see_text("arbeitsmappe.xlsx: ").await?;
    page.see_text("Was vorher gelesen wurde, ist unverändert.")
        .await?;
    page.see_text("0 neu, 0 entfallen, 1 geändert.").await
}

async fn editors_need_no_pointer(page: &Page) -> Result<()> {
    page.open("#view=brief").await?;
    page.see_ready().await?;
    let focus = "return nameOf(document.activeElement)";
    page.tab_until("the link to the editors' view", async || {
        Ok(page.ask::<String>(focus, vec![]).await? == "Redaktion")
    })
    .await?;
    page.type_key(Key::Enter).await?;
    page.see_focus("Redaktion").await?;
    page.tab_until("the field for files", async || {
        page.ask("return document.activeElement.id === 'editors-file'", vec![])
            .await
    })
    .await?;
    give(page, Workbook::Wrong).await?;
    page.see_focus("3. Bericht").await?;
    page.tab_until("the preview", async || {
        Ok(page.ask::<String>(focus, vec![]).await? == "Vorschau auf der Karte zeigen")
    })
    .await?;
    page.type_key(Key::Enter).await?;
    page.see_focus("Vorschau: Diese Daten sind nicht veröffentlicht.")
        .await?;
    page.type_key(Key::Tab).await?;
    page.see_focus("Zurück zum Bericht").await?;
    page.type_key(Key::Enter).await?;
    page.see_focus("Vorschau auf der Karte zeigen").await
}

async fn a_report_fits_a_narrow_page(page: &Page) -> Result<()> {
    page.resize(320, 640).await?;
    open_with(page, Workbook::Wrong).await?;
    page.see_fitting_width("a report").await?;
    page.press("Vorschau auf der Karte zeigen").await?;
    page.see_text("Vorschau: Diese Daten sind nicht veröffentlicht.")
        .await?;
    page.see_fitting_width("a preview").await
}

async fn another_language_keeps_the_report(page: &Page) -> Result<()> {
    open_with(page, Workbook::Wrong).await?;
    page.press("English").await?;
    page.see_text("Did you mean “health”?").await?;
    page.see_text("4. Differences to the published edition").await?;
    page.click("tab", "Map").await?;
    page.see_drawing().await?;
    page.click("link", "Editors").await?;
    page.see_text("Did you mean “health”?").await
}

async fn the_work_list_leads_to_records_of_the_atlas(page: &Page) -> Result<()> {
    page.open("#view=editors").await?;
    page.press("Arbeitsliste zeigen").await?;
    page.see_that("tasks", async || page.has("table", "Arbeitsliste").await)
        .await?;
    let script = "const link = find('link', null, find('table', 'Arbeitsliste')[0])[0]; link.click(); return nameOf(link)";
    let id: String = page.ask(script, vec![]).await?;
    page.see_that("the record", async || {
        Ok(page.fragment().await?.ends_with(&format!(":{id}")))
    })
    .await?;
    page.go_back().await?;
    page.see_that("the work list again", async || {
        page.has("table", "Arbeitsliste").await
    })
    .await
}

async fn editors_work_from_one_file_without_a_network(page: &Page) -> Result<()> {
    let place = Place::of(page)?;
    place.open(page, "#view=editors").await?;
    give(page, Workbook::Wrong).await?;
    page.see_text("Meinten Sie „health“?").await?;
    saved(page, "Leere Vorlage speichern (XLSX)", "xlsx").await?;
    page.press("Vorschau auf der Karte zeigen").await?;
    page.see_text("Vorschau: Diese Daten sind nicht veröffentlicht.")
        .await
}

async fn a_compact_form_has_no_place_for_editors(page: &Page) -> Result<()> {
    page.open("#embed=1&view=editors").await?;
    page.see_text("Die Redaktion gibt es nur in der ganzen Ansicht")
        .await?;
    ensure!(
        !page
            .ask::<bool>(
                "return document.querySelector('input[type=file]') !== null",
                vec![]
            )
            .await?,
        "there is a field for files"
    );
    Ok(())
}
