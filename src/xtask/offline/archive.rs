//! The archive: the page, the data as JSON and as tables, what to know, and the licences.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::dataset::assemble::assemble;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale::format::date;
use clusteratlas_editorial::archive::packed;

use crate::files;

/// Files that only the application reads.
const OWN: [&str; 2] = ["data/stories", "data/workbench"];

/// Endings of files with data.
const DATA: [&str; 5] = ["csv", "geojson", "json", "jsonld", "md"];

/// What to know about the data, in both languages.
pub(crate) fn about(atlas: &str) -> Result<[(&'static str, String); 2]> {
    let (dataset, _) = assemble(atlas).context("cannot understand data/atlas.json")?;
    Ok([
        ("LIESMICH.txt", german(&dataset)),
        ("README.txt", english(&dataset)),
    ])
}

/// The files of the site that belong into the archive, from those in its folder of data: none that only the
/// application reads.
pub(crate) fn data(paths: &[PathBuf], site: &Path) -> Vec<String> {
    let names = paths.iter().map(|path| files::relative(path, site));
    let is_data = |name: &String| {
        let kind = Path::new(name).extension().and_then(OsStr::to_str);
        kind.is_some_and(|kind| DATA.contains(&kind)) && !OWN.iter().any(|own| name.starts_with(own))
    };
    names.filter(is_data).collect()
}

/// The archive of files. The same files give the same bytes: no time and no machine is noted.
pub(crate) fn archive(files: &[(&str, Vec<u8>)]) -> Result<Vec<u8>> {
    let files = files.iter().map(|(name, content)| (*name, content.as_slice()));
    Ok(packed(files)?)
}

fn german(dataset: &Dataset) -> String {
    let edition = &dataset.edition;
    format!(
        "Clusteratlas – Deutsche Cluster, weltweit vernetzt\nOffline-Ausgabe, Datenstand {date}, Version {version}\n\n\
         clusteratlas.html ist der ganze Atlas in einer Datei. Ein Doppelklick öffnet ihn im Browser, ohne Server und ohne \
         Netz. Er fragt niemanden und speichert nichts.\n\n\
         data/kooperationen-excel.csv  alle Kooperationen auf Deutsch, für Excel (Semikolon)\n\
         data/cluster-excel.csv        alle Cluster, ebenso\n\
         data/cooperations.csv         alle Kooperationen auf Englisch, für andere Programme (Komma)\n\
         data/clusters.csv             alle Cluster, ebenso\n\
         data/clusteratlas.geojson     Cluster, Orte und Verbindungslinien für Geoinformationssysteme\n\
         data/clusteratlas.json        alle Angaben in beiden Sprachen, beschrieben in data/selection.schema.json\n\
         data/clusteratlas.jsonld      verknüpfte Daten in den Begriffen von schema.org\n\
         data/atlas.json               der Datensatz, wie ihn die Seite lädt\n\
         data/details.json             Zusammenfassungen und Quellen dazu\n\
         data/changelog.json           was sich von Fassung zu Fassung geändert hat\n\
         licences.txt                  Lizenztexte von allem, was in der Seite steckt\n\n\
         Die Daten: {publisher}. {licence}\n\
         Das Programm steht unter der MIT-Lizenz.\n",
        date = date(edition.date, Language::German),
        version = edition.version,
        publisher = edition.publisher.get(Language::German),
        licence = edition.licence.get(Language::German),
    )
    .replace('\n', "\r\n")
}

fn english(dataset: &Dataset) -> String {
    let edition = &dataset.edition;
    format!(
        "Clusteratlas – German clusters, connected worldwide\nOffline edition, data of {date}, version {version}\n\n\
         clusteratlas.html is the whole atlas in one file. A double click opens it in the browser, without a server and \
         without a network. It asks nobody and stores nothing.\n\n\
         data/cooperations.csv         all cooperations in English, for any program (commas)\n\
         data/clusters.csv             all clusters, likewise\n\
         data/kooperationen-excel.csv  all cooperations in German, for Excel (semicolons)\n\
         data/cluster-excel.csv        all clusters, likewise\n\
         data/clusteratlas.geojson     clusters, places and connecting lines for geographic information systems\n\
         data/clusteratlas.json        everything in both languages, described in data/selection.schema.json\n\
         data/clusteratlas.jsonld      linked data in the words of schema.org\n\
         data/atlas.json               the dataset as the page loads it\n\
         data/details.json             its summaries and sources\n\
         data/changelog.json           what has changed from edition to edition\n\
         licences.txt                  licence texts of everything that is in the page\n\n\
         The data: {publisher}. {licence}\n\
         The program stands under the MIT licence.\n",
        date = date(edition.date, Language::English),
        version = edition.version,
        publisher = edition.publisher.get(Language::English),
        licence = edition.licence.get(Language::English),
    )
    .replace('\n', "\r\n")
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read as _};

    use zip::{DateTime, ZipArchive};

    use super::*;

    #[test]
    fn the_same_files_give_the_same_archive_and_come_out_as_they_went_in() -> Result<()> {
        let files = [("a.txt", b"one".to_vec()), ("data/b.json", b"{}".to_vec())];
        let packed = archive(&files)?;
        assert_eq!(packed, archive(&files)?);
        let mut unpacked = ZipArchive::new(Cursor::new(packed))?;
        assert_eq!(unpacked.len(), files.len());
        for (name, content) in files {
            let mut file = unpacked.by_name(name)?;
            let mut found = Vec::new();
            file.read_to_end(&mut found)?;
            assert_eq!(found, content);
            assert_eq!(file.last_modified(), Some(DateTime::default()));
        }
        Ok(())
    }

    #[test]
    fn the_archive_has_all_data_and_nothing_that_only_the_application_reads() {
        let names = [
            "clusters.csv",
            "atlas.json",
            "stories.json",
            "world-fine.bin",
            "catalog.ttl",
        ];
        let paths = names.map(|name| Path::new("site/data").join(name));
        assert_eq!(
            data(&paths, Path::new("site")),
            ["data/clusters.csv", "data/atlas.json"]
        );
    }

    #[test]
    fn what_to_know_is_said_with_the_terms_of_use() -> Result<()> {
        let atlas = String::from_utf8(clusteratlas_builder::generate(12, 1))?;
        let (dataset, _) = assemble(&atlas)?;
        let [(_, german), (_, english)] = about(&atlas)?;
        assert!(german.contains(&*dataset.edition.licence.de), "{german}");
        assert!(english.contains(&*dataset.edition.licence.en), "{english}");
        Ok(())
    }
}
