//! Publishes the hosted site: stage to `dist/`.
//!
//! What the page loads with itself lies in `assets/` under names that tell the content, may be kept forever, and is
//! checked by the browser. Everything else keeps its name.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use clusteratlas_builder::{Configuration, Folders};
use sha2::{Digest as _, Sha256};
use xtask::headers::{self, Policy};

use crate::files;
use crate::page::{self, Page};
use crate::parts::{self, Language, Parts};
use crate::program::{self, Finished};
use crate::project::Project;
use crate::workbench::Workbench;

/// Makes `dist/` of what trunk has left, with the finished program and the workbench.
pub(crate) fn publish(project: &Project, program: &Finished, workbench: &Workbench) -> Result<()> {
    let configuration = Configuration::read(&Folders::of_project(project.root()).data)?;
    let policy = Policy::of(&configuration);
    let (stage, dist) = (project.stage(), project.dist());
    if dist.exists() {
        fs::remove_dir_all(&dist).with_context(|| format!("cannot remove: {}", dist.display()))?;
    }
    let page = Page::read(&stage)?;
    for path in files::below(&stage)? {
        let name = files::relative(&path, &stage);
        if is_part(&page, &name) {
            continue;
        }
        if path.extension().is_some_and(|extension| extension == "html") {
            let text = page::with_policy(&page::text(&path)?, &policy.meta());
            write(&dist, &name, text.with_context(|| name.clone())?.as_bytes())?;
        } else {
            let bytes = fs::read(&path).with_context(|| format!("cannot read: {}", path.display()))?;
            write(&dist, &name, &bytes)?;
        }
    }
    let minified = |language, text: &str| parts::minified(project, language, text);
    let page = assemble(&stage, &dist, page, (program, workbench), &policy, minified)?;
    write(&dist, "index.html", page.as_bytes())?;
    write(&dist, "_headers", headers::file(&policy).as_bytes())
}

/// Whether a file is the page, or goes into the assets.
fn is_part(page: &Page, name: &str) -> bool {
    name == "index.html"
        || name == program::PROGRAM
        || page.sheets().chain(page.scripts()).any(|part| part == name)
}

/// Writes the assets, and the page that names them.
fn assemble(
    stage: &Path,
    dist: &Path,
    mut page: Page,
    (program, workbench): (&Finished, &Workbench),
    policy: &Policy,
    minified: impl Fn(Language, &str) -> Result<String>,
) -> Result<String> {
    let icon = format!("../{}", parts::ICON);
    let parts = Parts::of(stage, &page, program, &icon, minified)?;
    let sheet = |stem: &str, style: &str| Asset::write(dist, stem, "css", style.as_bytes());
    let style = sheet("clusteratlas", &parts.style)?;
    let later_style = sheet("clusteratlas_later", &parts.later_style)?;
    let mut scripts = Vec::new();
    for (name, script) in &parts.scripts {
        let stem = name.trim_end_matches(".js");
        scripts.push(Asset::write(dist, stem, "js", script.as_bytes())?.as_script());
    }
    page.replace_sheets(&style.as_sheet());
    later_style.name_on(&mut page, "data-later-style");
    page.replace_scripts(&scripts.join("\n  "));
    let first = Asset::write(dist, "clusteratlas", "wasm", &program.first)?;
    first.name_on(&mut page, "data-program");
    if let Some(later) = &program.later {
        Asset::write(dist, "clusteratlas_later", "wasm", later)?.name_on(&mut page, "data-later");
    }
    let worker = Asset::write(dist, "clusteratlas_workbench", "js", workbench.script.as_bytes())?;
    worker.name_on(&mut page, "data-worker");
    let bench = Asset::write(dist, "clusteratlas_workbench", "wasm", &workbench.program)?;
    bench.name_on(&mut page, "data-workbench");
    page.set_policy(&policy.meta())?;
    Ok(page.into_text())
}

/// A file that is named by its content.
struct Asset {
    path: String,
    integrity: String,
}

impl Asset {
    fn write(dist: &Path, stem: &str, extension: &str, content: &[u8]) -> Result<Self> {
        ensure!(!content.is_empty(), "{stem}.{extension} is empty");
        let digest = format!("{:x}", Sha256::digest(content));
        let digest = digest.get(..16).unwrap_or_default();
        let path = format!("{}{stem}-{digest}.{extension}", headers::ASSETS);
        write(dist, &path, content)?;
        Ok(Self {
            path,
            integrity: page::integrity(content),
        })
    }

    // In a sandboxed frame the site is another origin than itself, so the browser must ask for the right to check.
    fn attributes(&self) -> String {
        format!("integrity=\"{}\" crossorigin=\"anonymous\"", self.integrity)
    }

    fn as_sheet(&self) -> String {
        format!(
            "<link rel=\"stylesheet\" href=\"{}\" {}>",
            self.path,
            self.attributes()
        )
    }

    fn as_script(&self) -> String {
        format!(
            "<script src=\"{}\" {} defer></script>",
            self.path,
            self.attributes()
        )
    }

    /// Puts its name and digest where `boot.js` and the application look for them.
    fn name_on(&self, page: &mut Page, attribute: &str) {
        page.set_root(&format!("{attribute}-integrity"), &self.integrity);
        page.set_root(attribute, &self.path);
    }
}

fn write(dist: &Path, name: &str, content: &[u8]) -> Result<()> {
    let path = dist.join(name);
    let folder = path.parent().unwrap_or(dist);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, content))
        .with_context(|| format!("cannot write: {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_its_parts_by_their_content_and_digest() -> Result<()> {
        let (stage, dist) = (tempfile::tempdir()?, tempfile::tempdir()?);
        let html = "<html lang=\"de\"><head>\n<meta charset=\"utf-8\">\n<link rel=\"stylesheet\" href=\"./a.css\"/>\n\
            <link rel=\"stylesheet\" href=\"./b.css\"/>\n<link rel=\"stylesheet\" href=\"./c.css\" data-later=\"\"/>\n<script src=\"boot.js\" defer></script>\n\
            <script src=\"leaflet.js\" defer></script>\n<script src=\"./clusteratlas.js\" defer></script>\n</head></html>";
        for (name, content) in [
            ("index.html", html),
            ("a.css", "a { background: url(\"icons/icon.svg\") }\r\n"),
            ("b.css", "b { margin: 0 }\n"),
            ("c.css", "c { margin: 0 }\n"),
            ("boot.js", "var markup = [];"),
            ("leaflet.js", "a.innerHTML=\"<svg/>\";"),
        ] {
            write(stage.path(), name, content.as_bytes())?;
        }
        let program = Finished {
            script: "start".to_owned(),
            first: b"first".to_vec(),
            later: Some(b"later".to_vec()),
        };
        let workbench = Workbench {
            script: "work".to_owned(),
            program: b"workbench".to_vec(),
        };
        let page = Page::read(stage.path())?;
        let parts = (&program, &workbench);
        let shouted = |_, text: &str| Ok(format!("{}!", text.trim_end()));
        let page = assemble(
            stage.path(),
            dist.path(),
            page,
            parts,
            &Policy::default(),
            shouted,
        )?;
        let mut contents = Vec::new();
        for path in files::below(dist.path())? {
            let name = files::relative(&path, dist.path());
            let content = fs::read(&path)?;
            assert!(page.contains(&format!("\"{name}\"")), "{name} is not in {page}");
            assert!(
                page.contains(&page::integrity(&content)),
                "no digest of {name} in {page}"
            );
            contents.push(String::from_utf8(content)?);
        }
        contents.sort();
        assert_eq!(
            contents,
            [
                "a { background: url(\"../icons/icon.svg\") }\nb { margin: 0 }!",
                "a.innerHTML=\"<svg/>\";",
                "c { margin: 0 }!",
                "first",
                "later",
                "start!",
                "var markup = [\"<svg/>\"];!",
                "work",
                "workbench",
            ]
        );
        assert_eq!(page.matches("crossorigin").count(), 4, "{page}");
        assert!(page.contains(&Policy::default().meta()), "{page}");
        Ok(())
    }
}
