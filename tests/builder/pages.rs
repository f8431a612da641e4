//! The pages beside the atlas: what is written becomes HTML and nothing else, links lead where the operator wants, and
//! what is known about accessibility stands on them.

use std::fs;
use std::path::Path;

use clusteratlas_builder::{check, publish};

use crate::configuration::configured;
use crate::project::{folders, root};

const KNOWN: &str = "checked = \"2026-02-01\"\nbrowsers = [\"Firefox\"]\nstates = 12\nruns = 1200\nviolations = 0\n\
    [[engines]]\nname = \"Engine\"\npackage = \"engine\"\nversion = \"1.2.3\"\nundecided = [\"one-rule\"]\n\
    [[limits]]\nid = \"a\"\ntest = \"t\"\nwhat = { de = \"Was <b>\", en = \"What\" }\n\
    reason = { de = \"Weil\", en = \"Because\" }\nalternative = { de = \"Sonst\", en = \"Else\" }\n\
    [[limits]]\nid = \"b\"\nof_tiles = true\ntest = \"u\"\nwhat = { de = \"Kacheln\", en = \"Tiles\" }\n\
    reason = { de = \"\", en = \"\" }\nalternative = { de = \"\", en = \"\" }\n";

/// A site with a configuration and pages.
struct Site {
    data: tempfile::TempDir,
    out: tempfile::TempDir,
}

impl Site {
    fn with(configuration: &str, pages: &[(&str, &str)]) -> Self {
        let (data, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        configured(data.path(), configuration);
        fs::write(data.path().join("accessibility.toml"), KNOWN).unwrap();
        let folder = data.path().join("pages");
        fs::create_dir(&folder).unwrap();
        for (name, text) in pages {
            fs::write(folder.join(name), text).unwrap();
        }
        Self { data, out }
    }

    fn published(self) -> Self {
        let report = publish(&folders(self.data.path(), self.out.path())).unwrap();
        assert_eq!(report.errors(), 0, "{report}");
        self
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.out.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// What stands in the main part of a page.
    fn main(&self, name: &str) -> String {
        let text = self.text(&format!("public/{name}"));
        let (_, main) = text.split_once("<main class=\"").unwrap();
        let (_, main) = main.split_once('\n').unwrap();
        main.split_once("</main>").unwrap().0.to_owned()
    }

    /// The links of a list at the foot of the atlas, in a language.
    fn links(&self, list: &str, language: &str) -> Vec<String> {
        let text = self.text("generated/pages.html");
        let (_, list) = text.split_once(&format!("id=\"{list}\"")).unwrap();
        let (list, _) = list.split_once("</ul>").unwrap();
        let item = format!("<li lang=\"{language}\"><a href=\"");
        let links = list.split(&item).skip(1);
        links
            .map(|link| link.split('"').next().unwrap().to_owned())
            .collect()
    }
}

#[test]
fn what_is_written_becomes_headings_paragraphs_lists_and_links() {
    let page = "# Titel & mehr\n\nErste Zeile.\nZweite [Zeile](https://a.example/?b&c).\n\n## Teil\n\n- eins\n- [zwei](table.html)\n";
    let site = Site::with("", &[("datenschutz.md", page)]).published();
    assert_eq!(
        site.main("datenschutz.html"),
        "<h1>Titel &amp; mehr</h1>\n<p>Erste Zeile.\nZweite <a href=\"https://a.example/?b&amp;c\" \
         rel=\"noopener noreferrer\">Zeile</a>.</p>\n<h2>Teil</h2>\n<ul>\n<li>eins</li>\n\
         <li><a href=\"table.html\">zwei</a></li>\n</ul>\n"
    );
    let whole = site.text("public/datenschutz.html");
    for part in [
        "<html lang=\"de\">",
        "<title>Titel &amp; mehr – Clusteratlas</title>",
        "content=\"Erste Zeile. Zweite Zeile.\"",
    ] {
        assert!(whole.contains(part), "{part} is not in {whole}");
    }
    assert!(!whole.contains("<script") && !whole.contains("style="), "{whole}");
}

#[test]
fn a_page_that_nobody_has_written_does_not_exist() {
    let site = Site::with("", &[("impressum.md", "# Impressum\n")]).published();
    assert_eq!(site.links("pages", "de"), ["impressum.html", "licences.txt"]);
    // English readers are led to what there is.
    assert_eq!(site.links("pages", "en"), ["impressum.html", "licences.txt"]);
    assert!(
        site.text("generated/pages.html")
            .contains("Legal notice (in German)")
    );
    assert!(site.text("public/table.html").contains("href=\"impressum.html\""));
    fs::remove_file(site.data.path().join("pages/impressum.md")).unwrap();
    let site = site.published();
    assert_eq!(site.links("pages", "de"), ["licences.txt"]);
    assert!(!site.path("public/impressum.html").exists());
}

#[test]
fn the_compact_form_leads_to_the_pages_of_the_host() {
    let configuration = "imprint = \"https://h.example/impressum\"\nprivacy = \"https://h.example/datenschutz\"\n\
        [sign_language]\naddress = \"https://h.example/dgs\"\nmegabytes = 12\nlength = \"3:40\"\n";
    let site = Site::with(
        configuration,
        &[("datenschutz.md", "# Datenschutz\n\n{sign_language}\n")],
    )
    .published();
    assert_eq!(
        site.links("pages", "de"),
        [
            "https://h.example/dgs",
            "https://h.example/impressum",
            "datenschutz.html",
            "licences.txt"
        ]
    );
    assert_eq!(
        site.links("pages-compact", "de"),
        [
            "https://h.example/dgs",
            "https://h.example/impressum",
            "https://h.example/datenschutz",
            "licences.txt"
        ]
    );
    let main = site.main("datenschutz.html");
    assert!(main.contains("(Video, 12 MB, 3:40 Minuten)"), "{main}");
}

#[test]
fn what_is_known_about_accessibility_stands_on_the_statement() {
    let text = "# Erklärung\n\n{results}\n\n{limits}\n\n{feedback}\n\n{arbitration}\n\n{sign_language}\n";
    let pages = [("barrierefreiheit.md", text), ("barrierefreiheit.en.md", text)];
    let site = Site::with("", &pages).published();
    let main = site.main("barrierefreiheit.html");
    for part in [
        "12 Ansichten, in Firefox,",
        "1.200 Durchläufe, kein Verstoß.",
        "<th scope=\"row\">Engine</th><td>1.2.3</td><td>one-rule</td>",
        "Letzte Prüfung: 1. Februar 2026.",
        "<h3>Was &lt;b&gt;</h3>",
        "<dd>Sonst</dd>",
        "Der Betreiber trägt hier eine Adresse",
        "Der Betreiber trägt hier die für ihn zuständige",
    ] {
        assert!(main.contains(part), "{part} is not in {main}");
    }
    assert!(!main.contains("Kacheln"), "{main}");
    assert!(
        site.main("barrierefreiheit.en.html")
            .contains("1,200 runs, no violation.")
    );

    let configuration = "corrections = \"https://a.example/?{record}\"\nfeedback = \"mailto:a@b.example?subject=x\"\n\
        arbitration = { de = \"Stelle A\\n\\nOrt\", en = \"Body A\" }\n\
        [[tiles]]\nprovider = \"P\"\naddress = \"https://t.example/{z}/{x}/{y}.png\"\ncredit = \"\"\n\
        credit_address = \"https://t.example/\"\nprivacy_address = \"https://t.example/\"\n";
    let main = Site::with(configuration, &pages)
        .published()
        .main("barrierefreiheit.html");
    for part in [
        "href=\"mailto:a@b.example?subject=x\"",
        "schreiben: a@b.example</a>",
        "<p>Stelle A</p>\n<p>Ort</p>",
        "<h3>Kacheln</h3>",
    ] {
        assert!(main.contains(part), "{part} is not in {main}");
    }
}

#[test]
fn leichte_sprache_stands_on_a_light_ground() {
    let site = Site::with("", &[("leichte-sprache.md", "# Atlas\n")]).published();
    let whole = site.text("public/leichte-sprache.html");
    assert!(whole.contains("<html lang=\"de\" class=\"light\">"), "{whole}");
    assert!(
        whole.contains("<main class=\"text-page text-page--easy\">"),
        "{whole}"
    );
}

#[test]
fn what_is_no_part_of_a_page_is_named_with_its_place() {
    let rows = [
        (
            "datenschutz.md",
            "Text\n",
            "pages/datenschutz.md:1",
            "without a title",
        ),
        (
            "datenschutz.md",
            "# A\n\n# B\n",
            "pages/datenschutz.md:3",
            "heading # elsewhere",
        ),
        (
            "datenschutz.md",
            "# A\n\n{limit}\n",
            "pages/datenschutz.md:3",
            "name of an insert",
        ),
        (
            "datenschutz.md",
            "# A\n\n[b](impressum.html)\n",
            "pages/datenschutz.md:3",
            "leads nowhere",
        ),
        (
            "datenschutz.md",
            "# A\n\n<script>\n",
            "pages/datenschutz.md:3",
            "HTML",
        ),
        (
            "datenschutz.md",
            "# A\n\n1. eins\n",
            "pages/datenschutz.md:3",
            "a list",
        ),
        (
            "privacy.md",
            "# A\n",
            "pages/privacy.md:1",
            "not a page of the site",
        ),
    ];
    for (name, text, place, words) in rows {
        let site = Site::with("", &[(name, text)]);
        let report = check(&folders(site.data.path(), site.out.path()))
            .unwrap()
            .to_string();
        let line = report.lines().find(|line| line.starts_with(place));
        assert!(
            line.is_some_and(|line| line.contains(words)),
            "{text:?}: {report}"
        );
    }
}

#[test]
fn every_insert_and_page_is_documented() {
    let read = |path: &str| fs::read_to_string(root().join(path)).unwrap();
    let documentation = read("data/README.md");
    let source = read("src/editorial/authored/pages.rs");
    let quoted = |beginning: &str| {
        let parts = source.split(beginning).skip(1);
        parts
            .map(|part| part.split('"').next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let inserts = quoted("        (\"{")
        .into_iter()
        .map(|name| format!("`{{{name}`"));
    let pages = quoted("=> \"")
        .into_iter()
        .map(|name| format!("`pages/{name}.md`"));
    let names: Vec<String> = inserts.chain(pages).collect();
    assert_eq!(names.len(), 9, "{names:?}");
    for name in names {
        assert!(documentation.contains(&name), "document {name} in data/README.md");
    }
    assert!(Path::new(&root().join("data/pages/barrierefreiheit.md")).exists());
}
