//! The offline edition: the whole application in one page that opens by double click, and an archive of it with the
//! data. Both hold the dataset as it was when they were built.

mod archive;
mod document;
mod pages;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::page::{self, Page};
use crate::parts::{self, Language, Parts};
use crate::program::{self, Finished};
use crate::project::Project;
use crate::workbench::{self, Workbench};
use crate::{files, say};
use pages::SitePage;

/// The folder in `dist/`, and what is in it.
const FOLDER: &str = "offline";
const PAGE: &str = "clusteratlas.html";
const ARCHIVE: &str = "clusteratlas.zip";

/// The texts of licences, in `dist/`.
const LICENCES: &str = "licences.txt";

/// What the pages beside the atlas look like, as dialogs too.
const LOOK: &str = "text-page.css";

/// What they need as files.
const BESIDE: [&str; 3] = ["table.css", LOOK, parts::ICON];

/// What the application asks for besides the program.
const FILES: [&str; 7] = [
    "data/atlas.json",
    "data/details.json",
    "data/stories.json",
    "data/changelog.json",
    workbench::KNOWLEDGE,
    "data/world-coarse.bin",
    "data/world-fine.bin",
];

/// Makes both files in `dist/` of what trunk has left and the program in one piece, and lets the hosted page offer them.
pub(crate) fn publish(project: &Project, program: &Finished, workbench: &Workbench) -> Result<()> {
    ensure!(
        program.later.is_none(),
        "a program in pieces cannot work without fetching the second"
    );
    let (stage, dist) = (project.stage(), project.dist());
    let texts = texts(&stage)?;
    let minified = |language, text: &str| parts::minified(project, language, text);
    let page = page(&stage, &dist, (program, workbench), &texts, minified)?;
    let licences = read(&dist, LICENCES)?;
    let mut files = vec![(PAGE, page.clone().into_bytes())];
    for text in &texts {
        files.push((text.0.as_str(), pages::beside(text, PAGE).into_bytes()));
    }
    for name in BESIDE {
        files.push((name, read(&stage, name)?));
    }
    let atlas = page::text(&stage.join("data/atlas.json"))?;
    let about = archive::about(&atlas)?;
    for (name, text) in &about {
        files.push((name, text.clone().into_bytes()));
    }
    let data = archive::data(&files::below(&stage.join("data"))?, &stage);
    for name in &data {
        files.push((name, read(&stage, name)?));
    }
    files.push((LICENCES, licences));
    let archive = archive::archive(&files)?;

    let folder = dist.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("cannot create: {}", folder.display()))?;
    write(&folder, PAGE, page.as_bytes())?;
    write(&folder, ARCHIVE, &archive)?;
    offer(&dist, page.len(), archive.len())
}

/// The pages beside the atlas.
fn texts(stage: &Path) -> Result<Vec<SitePage>> {
    let mut texts = Vec::new();
    for path in files::below(stage)? {
        let name = files::relative(&path, stage);
        if pages::is_one(&name) {
            texts.push((name, page::text(&path)?));
        }
    }
    Ok(texts)
}

fn page(
    stage: &Path,
    dist: &Path,
    (program, workbench): (&Finished, &Workbench),
    texts: &[SitePage],
    minified: impl Fn(Language, &str) -> Result<String>,
) -> Result<String> {
    let page = Page::read(stage)?;
    let icon = document::icon(&read(stage, parts::ICON)?);
    let look = minified(Language::Css, &page::text(&stage.join(LOOK))?)?;
    let parts = Parts::of(stage, &page, program, &icon, minified)?;
    let scripts: Vec<String> = parts.scripts.into_iter().map(|(_, script)| script).collect();
    let mut files = vec![
        (program::PROGRAM, program.first.clone()),
        (workbench::SCRIPT, workbench.script.clone().into_bytes()),
        (workbench::PROGRAM, workbench.program.clone()),
    ];
    for name in FILES {
        files.push((name, read(stage, name)?));
    }
    files.push((LICENCES, read(dist, LICENCES)?));
    let dialogs: Vec<String> = texts.iter().map(pages::dialog).collect::<Result<_>>()?;
    document::document(&document::Parts {
        page: &page.into_text(),
        dialogs: &dialogs.concat(),
        styles: &(parts.style + &parts.later_style + &look),
        scripts: &scripts,
        icon: &icon,
        files: &files,
    })
}

/// Tells the hosted page how large both files are, in megabytes: it offers them then.
fn offer(dist: &Path, page: usize, archive: usize) -> Result<()> {
    let text = page::text(&dist.join("index.html"))?;
    let [page, archive] = [page, archive].map(say::megabytes);
    let meta = format!("<meta name=\"clusteratlas-offline\" content=\"{page} {archive}\">\n</head>");
    ensure!(text.contains("</head>"), "dist/index.html has no head");
    write(dist, "index.html", text.replacen("</head>", &meta, 1).as_bytes())
}

fn read(folder: &Path, name: &str) -> Result<Vec<u8>> {
    let path = folder.join(name);
    fs::read(&path).with_context(|| format!("cannot read: {}", path.display()))
}

fn write(folder: &Path, name: &str, content: &[u8]) -> Result<()> {
    let path = folder.join(name);
    fs::write(&path, content).with_context(|| format!("cannot write: {}", path.display()))
}
