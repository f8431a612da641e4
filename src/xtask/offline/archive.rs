//! The archive: the page, the data as JSON and as tables, what to know, and the licences.

use std::io::{Cursor, Write as _};

use anyhow::{Context, Result};
use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::dataset::assemble::assemble;
use clusteratlas_core::dataset::details::Details;
use clusteratlas_core::domain::cooperation::CooperationKey;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::export::csv::{Dialect, csv};
use clusteratlas_core::export::sheet::Sheet;
use clusteratlas_core::locale::format::date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::clusters;

/// Names and contents of the data beside the page.
pub(crate) fn data(atlas: &str, details: &str) -> Result<Vec<(&'static str, Vec<u8>)>> {
    let (dataset, _) = assemble(atlas).context("cannot understand data/atlas.json")?;
    let shown = Details::read(details, &dataset.edition.content)
        .ok()
        .context("data/details.json belongs to another atlas.json")?;
    let table = |language, dialect| {
        let sheet = Sheet {
            dataset: &dataset,
            details: Some(&shown),
            sides: None,
            language,
        };
        let keys = (0..).map(CooperationKey::new).take(dataset.cooperations().len());
        csv(&mut sheet.rows(keys), dialect).into_bytes()
    };
    let clusters = |language, dialect| {
        csv(
            &mut clusters::rows(&dataset, &shown, language).into_iter(),
            dialect,
        )
        .into_bytes()
    };
    Ok(vec![
        ("LIESMICH.txt", german(&dataset).into_bytes()),
        ("README.txt", english(&dataset).into_bytes()),
        ("data/atlas.json", atlas.as_bytes().to_vec()),
        ("data/details.json", details.as_bytes().to_vec()),
        (
            "data/cluster-excel.csv",
            clusters(Language::German, Dialect::Excel),
        ),
        ("data/clusters.csv", clusters(Language::English, Dialect::Plain)),
        (
            "data/kooperationen-excel.csv",
            table(Language::German, Dialect::Excel),
        ),
        ("data/cooperations.csv", table(Language::English, Dialect::Plain)),
    ])
}

/// The archive of files. The same files give the same bytes: no time and no machine is noted.
pub(crate) fn archive(files: &[(&str, Vec<u8>)]) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(*name, options)?;
        archive.write_all(content)?;
    }
    Ok(archive.finish()?.into_inner())
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
         data/atlas.json               der Datensatz\n\
         data/details.json             Zusammenfassungen und Quellen dazu\n\
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
         data/atlas.json               the dataset\n\
         data/details.json             its summaries and sources\n\
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
    use std::io::Read as _;

    use zip::ZipArchive;

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
    fn every_record_has_a_row_in_each_table() -> Result<()> {
        let [atlas, details] = [
            clusteratlas_builder::generate,
            clusteratlas_builder::generate_details,
        ]
        .map(|generate| String::from_utf8(generate(12, 1)));
        let atlas = atlas?;
        let data = data(&atlas, &details?)?;
        let (dataset, _) = assemble(&atlas)?;
        for (name, records) in [
            ("data/kooperationen-excel.csv", dataset.cooperations().len()),
            ("data/cooperations.csv", dataset.cooperations().len()),
            ("data/cluster-excel.csv", dataset.clusters().len()),
            ("data/clusters.csv", dataset.clusters().len()),
        ] {
            let table = data.iter().find(|(own, _)| *own == name);
            let table = String::from_utf8_lossy(&table.context(name)?.1);
            assert_eq!(table.matches("\r\n").count(), records + 1, "{name}");
        }
        Ok(())
    }

    #[test]
    fn details_of_another_dataset_are_refused() {
        let [atlas, details] = [
            clusteratlas_builder::generate(12, 1),
            clusteratlas_builder::generate_details(12, 2),
        ]
        .map(|bytes| String::from_utf8(bytes).unwrap());
        assert!(data(&atlas, &details).is_err());
    }
}
