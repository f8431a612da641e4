//! A dataset that means harm: nothing panics, usable records stay, the others are listed.

use clusteratlas_core::dataset::assemble::assemble;
use clusteratlas_core::dataset::details::{Details, DetailsOf};
use clusteratlas_core::domain::localized::Language;

use crate::project::fixture;

#[test]
fn the_hostile_dataset_is_read_and_its_broken_records_are_listed() {
    let text = fixture("hostile/atlas.json");
    assert!(text.len() < 100_000, "keep the fixture small");
    let (dataset, problems) = assemble(&text).unwrap();
    let counted = |list: &str| problems.iter().filter(|problem| problem.list == list).count();
    let rows = [
        ("countries", dataset.countries().len(), 2, 2),
        ("programmes", dataset.programmes().len(), 1, 2),
        ("clusters", dataset.clusters().len(), 4, 9),
        ("places", dataset.places().len(), 4, 2),
        ("cooperations", dataset.cooperations().len(), 3, 5),
    ];
    for (list, kept, expected, left_out) in rows {
        assert_eq!(
            (kept, counted(list)),
            (expected, left_out),
            "{list}: {problems:#?}"
        );
    }
    for problem in &problems {
        assert!(!problem.to_string().is_empty());
    }
}

#[test]
fn texts_are_kept_as_they_are() {
    let (dataset, _) = assemble(&fixture("hostile/atlas.json")).unwrap();
    let key = dataset.cluster_by_id("feindlich-skript").unwrap();
    assert_eq!(&*dataset.cluster(key).name, "<script>alert(\"1\")</script>");
    let key = dataset.cluster_by_id("feindlich-lang").unwrap();
    assert_eq!(dataset.cluster(key).name.chars().count(), 10_000);
}

#[test]
fn no_address_with_another_scheme_survives() {
    let (dataset, _) = assemble(&fixture("hostile/atlas.json")).unwrap();
    let details = Details::read(&fixture("hostile/details.json"), &dataset.edition.content).unwrap();
    let of = DetailsOf::Cluster("feindlich-skript");
    assert_eq!(
        details.sources(of).count(),
        3,
        "positions beyond the list are ignored"
    );
    let mut addresses: Vec<&str> = details
        .sources(of)
        .filter_map(|source| source.url.as_deref())
        .collect();
    addresses.extend(
        dataset
            .clusters()
            .iter()
            .filter_map(|cluster| cluster.website.as_deref()),
    );
    addresses.extend(
        dataset
            .programmes()
            .iter()
            .filter_map(|programme| programme.url.as_deref()),
    );
    for address in addresses {
        assert!(address.starts_with("https://"), "{address}");
    }
    assert!(details.summary(of, Language::German).is_some());
}
