//! The search over the real dataset: what readers type, and the record that must come first.

use std::sync::LazyLock;

use clusteratlas_core::dataset::details::Details;
use clusteratlas_core::dataset::{Dataset, keys};
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::domain::place::Precision;
use clusteratlas_core::query;
use clusteratlas_core::query::bitmap::Bitmap;
use clusteratlas_core::query::facet::Facet;
use clusteratlas_core::query::selection::Record;
use clusteratlas_core::search::fold::folded;
use clusteratlas_core::search::{Index, Suggestion};

use crate::project::Published;

/// So many suggestions are shown.
const SHOWN: usize = 8;

struct Search {
    dataset: Dataset,
    index: Index,
}

static SEARCH: LazyLock<Search> = LazyLock::new(|| {
    let published = Published::real();
    let dataset = published.dataset();
    let text = published.text("public/data/details.json");
    let details = Details::take(text, &dataset.edition.content).unwrap();
    let mut index = Index::build(&dataset);
    assert!(index.read_summaries(&dataset, &details, usize::MAX));
    Search { dataset, index }
});

/// A record as links name it, themes and kinds likewise.
fn named(dataset: &Dataset, suggestion: Suggestion) -> String {
    match suggestion {
        Suggestion::Theme(key) => format!("theme:{}", dataset.theme(key).id),
        Suggestion::Kind(key) => format!("kind:{}", dataset.kind(key).id),
        Suggestion::Record(record) => record.selection(dataset).to_string(),
    }
}

fn suggested(text: &str) -> Vec<String> {
    let Search { dataset, index } = &*SEARCH;
    let suggestions = index.suggest(text, SHOWN).into_iter();
    suggestions.map(|suggestion| named(dataset, suggestion)).collect()
}

#[track_caller]
fn check(note: &str, rows: &[(&str, &str)]) {
    let first = |text| suggested(text).into_iter().next().unwrap_or_default();
    let wrong: Vec<_> = rows
        .iter()
        .map(|&(text, expected)| (text, expected, first(text)))
        .filter(|(_, expected, first)| first != expected)
        .collect();
    assert_eq!(wrong, [], "{note}: text, expected, first");
}

#[test]
fn clusters_are_found_by_their_names() {
    check(
        "full and short names",
        &[
            ("biosaxony", "cluster:biosaxony"),
            ("BIOSAXONY e. V.", "cluster:biosaxony"),
            ("Silicon Saxony", "cluster:silicon-saxony"),
            ("it's owl", "cluster:its-owl"),
            ("its owl", "cluster:its-owl"),
            ("OES", "cluster:organic-electronics-saxony"),
            ("smart3", "cluster:smart3"),
            ("smart³", "cluster:smart3"),
            ("arena 2036", "cluster:arena2036"),
            ("bio.nrw", "cluster:bio-nrw"),
            ("Rail.S", "cluster:rail-s"),
            ("e-mobil BW", "cluster:elektromobilitaet-sued-west"),
            ("cluster automotive", "cluster:cluster-automotive-bayern"),
        ],
    );
    check(
        "aliases and former names",
        &[
            ("CLIB2021", "cluster:clib"),
            ("ITS automotive nord", "cluster:its-mobility"),
            ("Windenergie-Agentur", "cluster:wab"),
            ("Renewable Energy Hamburg", "cluster:eehh"),
            ("Munich Biotech Cluster", "cluster:biom"),
            ("BTS Bahntechnik", "cluster:rail-s"),
        ],
    );
    check(
        "written together or apart",
        &[
            ("optec bb", "cluster:optecbb"),
            ("siliconsaxony", "cluster:silicon-saxony"),
            ("software cluster", "cluster:software-cluster"),
            ("softwarecluster", "cluster:software-cluster"),
            ("Medtech Sachsen-Anhalt", "cluster:medtech-sachsen-anhalt"),
            ("bio lago", "cluster:biolago"),
        ],
    );
}

#[test]
fn accents_umlauts_and_case_do_not_matter() {
    check(
        "umlauts",
        &[
            ("automotive thüringen", "cluster:automotive-thueringen"),
            ("automotive thueringen", "cluster:automotive-thueringen"),
            ("AUTOMOTIVE THURINGEN", "cluster:automotive-thueringen"),
            ("Göteborg", "place:se-goeteborg"),
            ("goeteborg", "place:se-goeteborg"),
            ("Malmo", "place:se-malmoe"),
            ("Koeln", "place:de-koeln"),
            ("muenster", "place:de-muenster"),
            ("Ernahrung NRW", "cluster:ernaehrung-nrw"),
        ],
    );
    check(
        "ß and accents",
        &[
            ("Strassburg", "place:fr-strassburg"),
            ("straßburg", "place:fr-strassburg"),
            ("Sao Paulo", "place:br-sao-paulo"),
            ("Québec", "place:ca-quebec"),
            ("liege", "place:be-luettich"),
            ("Wroclaw", "place:pl-breslau"),
            ("Gdansk", "place:pl-danzig"),
            ("eskisehir", "place:tr-eskisehir"),
            ("dolni brezany", "place:cz-dolni-brezany"),
            ("ile de france", "place:fr-ile-de-france"),
            ("Oresund", "place:se-oeresund"),
        ],
    );
}

#[test]
fn mistakes_are_forgiven() {
    check(
        "a letter too few, too many, wrong or swapped",
        &[
            ("biosaxny", "cluster:biosaxony"),
            ("bioosaxony", "cluster:biosaxony"),
            ("biosaxomy", "cluster:biosaxony"),
            ("boisaxony", "cluster:biosaxony"),
            ("hamamtsu", "place:jp-hamamatsu"),
            ("Singapor", "country:SG"),
            ("phtonik", "theme:photonics"),
            ("logisitk", "theme:logistics"),
        ],
    );
    check(
        "two letters of a long word",
        &[
            ("Bucarmanga", "place:co-bucaramanga"),
            ("bukaramnaga", "place:co-bucaramanga"),
            ("Kitakiuschu", "place:jp-kitakyushu"),
            ("SpektroNetz", "cluster:spectronet"),
        ],
    );
    check(
        "the first letter",
        &[
            ("piosaxony", "cluster:biosaxony"),
            ("Gapan", "country:JP"),
            ("Dokyo", "place:jp-tokio"),
            ("Columbien", "country:CO"),
        ],
    );
    check(
        "in a word that is being typed",
        &[
            ("bucaramna", "place:co-bucaramanga"),
            ("spektron", "cluster:spectronet"),
        ],
    );
}

#[test]
fn places_countries_and_states_are_found_in_both_languages() {
    check(
        "places",
        &[
            ("Tokio", "place:jp-tokio"),
            ("tokyo", "place:jp-tokio"),
            ("Kopenhagen", "place:dk-kopenhagen"),
            ("Copenhagen", "place:dk-kopenhagen"),
            ("Peking", "place:cn-peking"),
            ("beijing", "place:cn-peking"),
            ("Catalonia", "place:es-katalonien"),
            ("Hauts-de-France", "place:fr-hauts-de-france"),
        ],
    );
    check(
        "countries",
        &[
            ("japan", "country:JP"),
            ("jap", "country:JP"),
            ("Südkorea", "country:KR"),
            ("Suedkorea", "country:KR"),
            ("South Korea", "country:KR"),
            ("Korea", "country:KR"),
            ("Kolumbien", "country:CO"),
            ("colombia", "country:CO"),
            ("Schweiz", "country:CH"),
            ("Switzerland", "country:CH"),
            ("Türkei", "country:TR"),
            ("Turkey", "country:TR"),
            ("USA", "country:US"),
            ("United States", "country:US"),
            ("uk", "country:GB"),
            ("Großbritannien", "country:GB"),
            ("Holland", "country:NL"),
            ("Czech Republic", "country:CZ"),
            ("Südafrika", "country:ZA"),
        ],
    );
    check(
        "states",
        &[
            ("Sachsen", "state:DE-SN"),
            ("saxony", "state:DE-SN"),
            ("NRW", "state:DE-NW"),
            ("Nordrhein Westfalen", "state:DE-NW"),
            ("Bavaria", "state:DE-BY"),
            ("baden wuerttemberg", "state:DE-BW"),
        ],
    );
}

#[test]
fn themes_kinds_and_programmes_are_found_by_their_names() {
    check(
        "themes and kinds",
        &[
            ("Photonik", "theme:photonics"),
            ("photonics", "theme:photonics"),
            ("Gesundheit", "theme:health"),
            ("energy", "theme:energy"),
            ("Raumfahrt", "theme:aerospace"),
            ("biotechnologie", "theme:biotech"),
            ("Delegation", "kind:delegation"),
            ("Wissenstransfer", "kind:knowledge-transfer"),
            ("trade fair", "kind:trade-fair"),
        ],
    );
    check(
        "programmes",
        &[
            ("go-cluster", "programme:go-cluster"),
            ("gocluster", "programme:go-cluster"),
            ("Go Cluster", "programme:go-cluster"),
            ("IraSME", "programme:irasme"),
            ("cosme", "programme:eu-cosme"),
            ("Clusters4Future", "programme:zukunftscluster-initiative"),
            ("Spitzencluster-Wettbewerb", "programme:spitzencluster-wettbewerb"),
            (
                "Leading-Edge Cluster Competition",
                "programme:spitzencluster-wettbewerb",
            ),
            ("interreg ostsee", "programme:interreg-ostsee"),
            ("horizon 2020", "programme:eu-h2020-innosup"),
            ("ZIM", "programme:zim-international"),
            ("ESCP-4i", "programme:eu-escp-4i"),
        ],
    );
}

#[test]
fn cooperations_are_found_by_titles_organisations_references_and_summaries() {
    check(
        "titles",
        &[
            ("BEECHWOOD", "cooperation:bioeconomy-beechwood-international"),
            ("nanobridge", "cooperation:nanobridge"),
            ("Photonik-Dreieck", "cooperation:optecbb-photonik-dreieck"),
            ("adpack2", "cooperation:adpack2"),
            ("LOG 4 GREEN", "cooperation:log4green"),
        ],
    );
    check(
        "organisations",
        &[
            ("Cap Digital", "cooperation:tsb-cap-digital"),
            ("KMUTNB", "cooperation:merge-bangkok"),
            (
                "Swinburne Manufacturing Futures",
                "cooperation:arena2036-i4production-direkt",
            ),
            ("Jishuitan Hospital", "cooperation:magia-china"),
            ("Takii Seed", "cooperation:mechatronik-delegationen-2017"),
            ("Systematic Paris", "cooperation:safetrans-systematic"),
        ],
    );
    check(
        "funding references",
        &[
            ("03INT1613", "cooperation:bioeconomy-beechwood-international"),
            ("03 INT 1613", "cooperation:bioeconomy-beechwood-international"),
            ("01dg20010", "cooperation:cluster-kompetenz-suedafrika"),
            ("01 DN 16011", "cooperation:strength-kolumbien-leipzig"),
            ("Projekt 217", "cooperation:by-cz-mechatronik"),
            ("projekt217", "cooperation:by-cz-mechatronik"),
            ("873857", "cooperation:celis"),
        ],
    );
}

#[test]
fn words_of_several_fields_hold_together() {
    check(
        "country, place, cluster, theme, programme, year in a title",
        &[
            ("leipzig kolumbien", "cooperation:strength-kolumbien-leipzig"),
            ("Leipzig Colombia", "cooperation:strength-kolumbien-leipzig"),
            ("japan photonik hamamatsu", "cooperation:optonet-gtai-japan"),
            ("jena rochester 2017", "cooperation:optonet-rochester-2017"),
            ("Phoenix Warschau", "cooperation:phoenix-polen"),
            ("AMZ detroit delegation", "cooperation:amz-detroit-2019"),
            (
                "Cluster in Leipzig Gesundheit",
                "cluster:gesundheit-biotech-leipzig",
            ),
            ("dresden organic", "cluster:organic-electronics-saxony"),
        ],
    );
}

#[test]
fn every_record_comes_first_for_each_of_its_names() {
    let Search { dataset, index } = &*SEARCH;
    let mut later = Vec::new();
    let mut check = |name: &str, own: Suggestion| {
        let first = index.suggest(name, SHOWN).first().copied();
        let is_same = |other: Suggestion| {
            Language::ALL
                .into_iter()
                .any(|language| folded(other.name(dataset, language)) == folded(name))
        };
        if first != Some(own) && !first.is_some_and(is_same) {
            later.push((name.to_owned(), first.map(|first| named(dataset, first))));
        }
    };
    for key in keys(dataset.clusters().len()) {
        let cluster = dataset.cluster(key);
        let aliases = cluster.aliases.iter().chain(&cluster.short_name);
        for name in aliases.chain([&cluster.name]) {
            check(name, Suggestion::Record(Record::Cluster(key)));
        }
    }
    for language in Language::ALL {
        for key in keys(dataset.themes().len()) {
            check(dataset.theme(key).name.get(language), Suggestion::Theme(key));
        }
        for key in keys(dataset.kinds().len()) {
            check(dataset.kind(key).name.get(language), Suggestion::Kind(key));
        }
        for state in FederalState::ALL {
            check(state.name(language), Suggestion::Record(Record::State(state)));
        }
        for key in keys(dataset.countries().len()) {
            check(
                dataset.country(key).name.get(language),
                Suggestion::Record(Record::Country(key)),
            );
        }
        for key in keys(dataset.programmes().len()) {
            check(
                dataset.programme(key).name.get(language),
                Suggestion::Record(Record::Programme(key)),
            );
        }
        for key in keys(dataset.places().len()) {
            let place = dataset.place(key);
            let own = match place.country {
                Some(country) if place.precision == Precision::Country => Record::Country(country),
                _ => Record::Place(key),
            };
            check(place.name.get(language), Suggestion::Record(own));
        }
        for key in keys(dataset.cooperations().len()) {
            let title = dataset.cooperation(key).title.get(language);
            check(title, Suggestion::Record(Record::Cooperation(key)));
        }
    }
    assert_eq!(later, []);
}

#[test]
fn a_text_asks_for_exactly_the_cooperations_that_have_its_words() {
    let Search { dataset, index } = &*SEARCH;
    let rows: [(&str, &[&str]); 5] = [
        ("leipzig kolumbien", &["strength-kolumbien-leipzig"]),
        ("Kolumbein leipzg", &["strength-kolumbien-leipzig"]),
        ("Irland", &["nanora"]),
        ("atemschutzmasken österreich", &["additive4life"]),
        ("japan zzz", &[]),
    ];
    for (text, expected) in rows {
        let cooperations = index.cooperations(text).unwrap();
        let found: Vec<&str> = cooperations
            .iter()
            .map(|key| dataset.cooperation(key).id.as_str())
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn the_name_of_a_theme_programme_country_state_or_kind_asks_for_all_that_belongs_to_it() {
    let Search { dataset, index } = &*SEARCH;
    let query = query::index::Index::build(dataset);
    let check = |name: &str, belongs: &Bitmap| {
        let found = index.cooperations(name).unwrap();
        assert_eq!(found.count_both(belongs), belongs.count(), "{name}");
    };
    for language in Language::ALL {
        for (country, set) in dataset.countries().iter().zip(query.sets(Facet::Country)) {
            check(country.name.get(language), set);
        }
        for (theme, set) in dataset.themes().iter().zip(query.sets(Facet::Theme)) {
            check(theme.name.get(language), set);
        }
        for (kind, set) in dataset.kinds().iter().zip(query.sets(Facet::Kind)) {
            check(kind.name.get(language), set);
        }
        for (programme, set) in dataset.programmes().iter().zip(query.sets(Facet::Programme)) {
            check(programme.name.get(language), set);
        }
        for (state, set) in FederalState::ALL.into_iter().zip(query.sets(Facet::State)) {
            check(state.name(language), set);
        }
    }
}
