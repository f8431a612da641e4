//! `table.html` and `table.en.html`: every cluster and cooperation for pages without the application.
//!
//! Plain HTML for a strict content security policy: no script, no inline style, no picture. The style sheet
//! `table.css` lies beside the pages and makes `.table-frame` scroll sideways on narrow screens.

mod rows;

pub(crate) mod html;

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::dataset::details::Details;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale::format::date;
use clusteratlas_core::locale::texts;
use clusteratlas_core::locale::texts::Texts;

use html::{Table, escaped};

/// What only these pages say.
struct Words {
    intro: &'static str,
    map: &'static str,
    other_page: &'static str,
}

/// The words in `language`.
fn words(language: Language) -> Words {
    match language {
        Language::German => Words {
            intro: "Diese Seite zeigt Cluster und Kooperationen als Tabellen, ohne Karte und ohne Programm im Browser.",
            map: "Zur Karte",
            other_page: "Tables in English",
        },
        Language::English => Words {
            intro: "This page shows clusters and cooperations as tables, without a map and without a program in the browser.",
            map: "To the map",
            other_page: "Tabellen auf Deutsch",
        },
    }
}

/// The whole page in `language`; `links` lead to the other pages.
pub(super) fn page(dataset: &Dataset, details: &Details, language: Language, links: &str) -> String {
    let texts = texts(language);
    let words = words(language);
    let code = language.code();
    let other = match language {
        Language::German => Language::English,
        Language::English => Language::German,
    };
    let (other_code, other_address) = (
        other.code(),
        clusteratlas_core::locale::texts(other).table_address,
    );
    let title = escaped(&format!("{} – {}", texts.table_link, texts.title));
    let heading = escaped(texts.table_link);
    let sentence = escaped(&super::opening::opening(dataset, language));
    let (intro, not_complete) = (escaped(words.intro), escaped(texts.not_complete));
    let (map, other_page) = (escaped(words.map), escaped(words.other_page));
    let tables = [
        cooperations(dataset, details, language, texts),
        clusters(dataset, details, language, texts),
    ]
    .concat();
    let footer = footer(dataset, language, texts, links);
    format!(
        "<!doctype html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <meta name=\"description\" content=\"{sentence}\">\n<link rel=\"icon\" href=\"icons/icon.svg\" type=\"image/svg+xml\">\n\
         <link rel=\"stylesheet\" href=\"table.css\">\n\
         <link rel=\"alternate\" hreflang=\"{other_code}\" href=\"{other_address}\">\n</head>\n<body>\n\
         <header>\n<h1>{heading}</h1>\n<p>{sentence}</p>\n<p>{intro} {not_complete}</p>\n\
         <nav aria-label=\"{heading}\">\n<ul>\n<li><a href=\"index.html\">{map}</a></li>\n\
         <li><a href=\"#cooperations\">{cooperations}</a></li>\n<li><a href=\"#clusters\">{clusters}</a></li>\n\
         <li><a href=\"{other_address}\" hreflang=\"{other_code}\" lang=\"{other_code}\">{other_page}</a></li>\n\
         </ul>\n</nav>\n</header>\n<main>\n{tables}</main>\n{footer}</body>\n</html>\n",
        cooperations = escaped(texts.results),
        clusters = escaped(texts.clusters_heading),
    )
}

fn cooperations(dataset: &Dataset, details: &Details, language: Language, texts: &Texts) -> String {
    let number = dataset.cooperations().len();
    let table = Table {
        id: "cooperations",
        caption: &(texts.table().some)(number, number, texts.table().dates[1]),
        columns: &[
            texts.column_title,
            texts.column_clusters,
            texts.column_partners,
            texts.column_themes,
            texts.kind,
            texts.column_programme,
            texts.column_period,
            texts.sources,
        ],
        rows: rows::cooperations(dataset, details, language),
    };
    format!("<h2>{}</h2>\n{}", escaped(texts.results), table.html())
}

fn clusters(dataset: &Dataset, details: &Details, language: Language, texts: &Texts) -> String {
    let table = Table {
        id: "clusters",
        caption: &(texts.clusters)(dataset.clusters().len()),
        columns: &[
            texts.kind_cluster,
            texts.seat,
            texts.federal_state,
            texts.column_themes,
            texts.memberships,
            texts.results,
            texts.sources,
        ],
        rows: rows::clusters(dataset, details, language),
    };
    format!("<h2>{}</h2>\n{}", escaped(texts.clusters_heading), table.html())
}

fn footer(dataset: &Dataset, language: Language, texts: &Texts, links: &str) -> String {
    let edition = &dataset.edition;
    let stated = (texts.edition)(&edition.version, &date(edition.date, language));
    format!(
        "<footer>\n<p>{}</p>\n<p>{}: {}</p>\n<p>{}: {}</p>\n<p>{}</p>\n{links}</footer>\n",
        escaped(&stated),
        escaped(texts.publisher),
        escaped(edition.publisher.get(language)),
        escaped(texts.licence),
        escaped(edition.licence.get(language)),
        escaped(texts.about_map),
    )
}
