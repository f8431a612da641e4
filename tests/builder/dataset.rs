//! The real dataset: it passes its rules, all of it is published, and the records it began with are there.

use std::collections::BTreeSet;

use clusteratlas_builder::check;
use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::dataset::details::{Details, DetailsOf};
use clusteratlas_core::domain::cooperation::Cooperation;
use clusteratlas_core::domain::country::{Country, CountryCode};
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::domain::place::Precision;

use crate::project::{Published, folders, root};

#[test]
fn the_real_dataset_passes_every_rule() {
    let report = check(&folders(&root().join("data"), &root())).unwrap();
    assert!(report.diagnostics.is_empty(), "{report}");
}

#[test]
fn all_real_records_are_published_and_what_is_unknown_stays_unknown() {
    let dataset = Published::real().dataset();
    let clusters = dataset.clusters();
    let cooperations = dataset.cooperations();
    let counted = |holds: fn(&Cooperation) -> bool| cooperations.iter().filter(|c| holds(c)).count();
    let rows = [
        ("clusters", clusters.len(), 184),
        ("places", dataset.places().len(), 298),
        ("cooperations", cooperations.len(), 407),
        ("programmes", dataset.programmes().len(), 37),
        ("themes", dataset.themes().len(), 17),
        ("kinds", dataset.kinds().len(), 8),
        ("key figures", dataset.key_figures().len(), 33),
        ("countries with Germany", dataset.countries().len(), 69),
        (
            "clusters without seat",
            clusters.iter().filter(|c| c.seat.is_none()).count(),
            33,
        ),
        (
            "clusters without state",
            clusters.iter().filter(|c| c.state.is_none()).count(),
            8,
        ),
        (
            "cooperations without programme",
            counted(|c| c.programme.is_none()),
            250,
        ),
        (
            "cooperations without date",
            counted(|c| c.period.start.is_none() && c.period.end.is_none()),
            107,
        ),
        (
            "cooperations without cluster",
            counted(|c| c.clusters.is_empty()),
            7,
        ),
        (
            "cooperations without organisation",
            counted(|c| c.partners.iter().all(|p| p.organisation.is_none())),
            113,
        ),
        (
            "places without country",
            dataset.places().iter().filter(|p| p.country.is_none()).count(),
            1,
        ),
    ];
    for (what, found, expected) in rows {
        assert_eq!(found, expected, "{what}");
    }
}

#[test]
fn the_records_of_the_given_documents_are_there() {
    let published = Published::real();
    let dataset = published.dataset();
    let details = Details::read(
        &published.text("public/data/details.json"),
        &dataset.edition.content,
    )
    .unwrap();
    let by_reference = |reference: &str| {
        let mut all = dataset.cooperations().iter();
        all.find(|cooperation| cooperation.funding_reference.as_deref() == Some(reference))
    };
    let leipzig = by_reference("01DN16011").expect("the cooperation of Leipzig and Bucaramanga");
    assert!(
        leipzig
            .partners
            .iter()
            .any(|partner| dataset.place(partner.place).id.as_str() == "co-bucaramanga")
    );

    for (id, countries) in SEEDS {
        let key = dataset
            .cooperation_by_id(id)
            .unwrap_or_else(|| panic!("no cooperation {id}"));
        let cooperation = dataset.cooperation(key);
        let places = cooperation
            .partners
            .iter()
            .map(|partner| dataset.place(partner.place));
        let codes: BTreeSet<String> = places
            .filter_map(|place| Some(dataset.country(place.country?).code.to_string()))
            .collect();
        let expected: BTreeSet<String> = countries.iter().map(|code| (*code).to_owned()).collect();
        assert_eq!(codes, expected, "{id}");
        let of = DetailsOf::Cooperation(id);
        assert!(details.sources(of).next().is_some(), "{id} has no source");
        assert!(
            details.summary(of, Language::English).is_some(),
            "{id} has no summary"
        );
    }
    assert!(dataset.programme_by_id("innovation-express").is_some());
    for id in GO_CLUSTER {
        assert!(
            dataset.key_figures().iter().any(|figure| &*figure.id == id),
            "no key figure {id}"
        );
    }
}

/// Key figures of go-cluster in the given documents.
const GO_CLUSTER: [&str; 7] = [
    "gocluster-anzahl",
    "gocluster-innovationsprojekte",
    "gocluster-langjaehrige-kooperation",
    "gocluster-messen",
    "gocluster-partner-europa",
    "gocluster-partner-uebersee",
    "gocluster-strategisch",
];

/// Cooperations of the given documents and the countries of their partners.
const SEEDS: &[(&str, &[&str])] = &[
    ("strength-kolumbien-leipzig", &["CO"]),
    ("aktionsplan-medizintechnik", &["DE"]),
    ("conhit-landesstand-nrw", &["DE"]),
    ("creative-health-1", &["DE"]),
    ("creative-health-2", &["DE"]),
    ("gw-nrw-cross-border-2016", &["DE"]),
    ("gw-nrw-de-nl-symposium-2015", &["DE", "NL"]),
    ("gw-nrw-een", &["DE"]),
    ("gw-nrw-nrw-international", &["BE", "DK", "NL"]),
    ("gw-nrw-nrw-invest", &["DE"]),
    ("gw-nrw-verbaende", &["DE"]),
    ("medtec-europe-2014", &["DE"]),
    ("medicalmountains-mind", &["FI", "US"]),
    ("biorn-health-axis-bmbf", &["BE", "DK", "NL"]),
    ("software-cluster-scike", &["BR", "SG", "US"]),
    ("foe-wireless-sensor-nodes", &["KR", "US"]),
    ("emobil-allfratech", &["FR"]),
    ("mannheim-deliver", &["CN", "IL", "US"]),
    // Partners are in the Middle East and North Africa, which is no country.
    ("bw-engineers-meta-engineers", &[]),
    ("bioregio-stern-ildacare", &["DK"]),
    ("metalldialog-materials-excellence", &["DK"]),
    ("vdc-baltic-virtual", &["SE"]),
];

#[test]
fn every_record_keeps_its_sources() {
    let published = Published::real();
    let dataset = published.dataset();
    let details = Details::read(
        &published.text("public/data/details.json"),
        &dataset.edition.content,
    )
    .unwrap();
    let clusters = dataset
        .clusters()
        .iter()
        .map(|record| DetailsOf::Cluster(record.id.as_str()));
    let programmes = dataset
        .programmes()
        .iter()
        .map(|record| DetailsOf::Programme(record.id.as_str()));
    let cooperations = dataset
        .cooperations()
        .iter()
        .map(|record| DetailsOf::Cooperation(record.id.as_str()));
    for record in clusters.chain(programmes).chain(cooperations) {
        assert!(details.sources(record).next().is_some(), "{record:?}");
    }
}

#[test]
fn countries_have_the_names_that_readers_know() {
    let dataset = Published::real().dataset();
    let rows = [
        ("US", "USA", "United States"),
        ("GB", "Vereinigtes Königreich", "United Kingdom"),
        ("HK", "Hongkong", "Hong Kong"),
        ("CZ", "Tschechien", "Czechia"),
        ("DE", "Deutschland", "Germany"),
    ];
    for (code, german, english) in rows {
        let country = country(&dataset, code);
        assert_eq!(
            (&*country.name.de, &*country.name.en),
            (german, english),
            "{code}"
        );
    }
}

#[test]
fn places_in_germany_know_their_state() {
    let dataset = Published::real().dataset();
    let germany = dataset.germany();
    for place in dataset.places() {
        let expected = place.country == Some(germany) && place.precision != Precision::Country;
        assert_eq!(place.state.is_some(), expected, "{}", place.id);
    }
    let rows = [
        ("de-mainz", FederalState::RhinelandPalatinate),
        ("de-bremen", FederalState::Bremen),
        ("de-berlin-brandenburg", FederalState::Berlin),
        ("de-rhein-main", FederalState::Hesse),
    ];
    for (id, state) in rows {
        let key = dataset.place_by_id(id).unwrap();
        assert_eq!(dataset.place(key).state, Some(state), "{id}");
    }
}

fn country<'d>(dataset: &'d Dataset, code: &str) -> &'d Country {
    let code: CountryCode = code.parse().unwrap();
    dataset.country(dataset.country_by_code(code).unwrap())
}
