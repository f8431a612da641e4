//! Synthetic datasets: valid at every size, and the same bytes for the same numbers.

use clusteratlas_builder::{generate, generate_details};
use clusteratlas_core::dataset::assemble::assemble;
use clusteratlas_core::dataset::details::{Details, DetailsOf};

const SIZES: [u32; 5] = [0, 1, 40, 300, 2_500];
const SEEDS: [u64; 3] = [0, 1, u64::MAX];

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

#[test]
fn every_size_assembles_without_a_problem() {
    for size in SIZES {
        for seed in SEEDS {
            let (dataset, problems) = assemble(&text(generate(size, seed))).unwrap();
            assert!(problems.is_empty(), "{size}, {seed}: {problems:?}");
            assert_eq!(dataset.cooperations().len(), size as usize);
        }
    }
}

#[test]
fn the_same_numbers_give_the_same_bytes_and_another_seed_other_ones() {
    assert!(generate(300, 5) == generate(300, 5));
    assert!(generate_details(300, 5) == generate_details(300, 5));
    assert!(generate(300, 5) != generate(300, 6));
}

#[test]
fn details_belong_to_their_atlas_and_describe_every_record() {
    let (dataset, _) = assemble(&text(generate(300, 9))).unwrap();
    let details = Details::read(&text(generate_details(300, 9)), &dataset.edition.content).unwrap();
    for cooperation in dataset.cooperations() {
        assert!(
            details
                .sources(DetailsOf::Cooperation(cooperation.id.as_str()))
                .next()
                .is_some()
        );
    }
    let other = text(generate_details(300, 10));
    assert!(
        Details::read(&other, &dataset.edition.content).is_err(),
        "details of another dataset"
    );
}

#[test]
fn sizes_grow_with_the_cooperations() {
    let rows = [(300, 120, 400), (3_000, 450, 2_000)];
    for (cooperations, clusters, places) in rows {
        let (dataset, _) = assemble(&text(generate(cooperations, 2))).unwrap();
        assert_eq!(
            (dataset.clusters().len(), dataset.places().len()),
            (clusters, places),
            "{cooperations}"
        );
    }
}

#[test]
fn odd_records_are_among_them() {
    let (dataset, _) = assemble(&text(generate(2_500, 4))).unwrap();
    let cooperations = dataset.cooperations();
    assert!(
        cooperations.iter().any(|c| c.period.start.is_none()),
        "without a date"
    );
    assert!(
        cooperations.iter().any(|c| c.programme.is_none()),
        "without a programme"
    );
    assert!(
        cooperations.iter().any(|c| c.clusters.is_empty()),
        "without a cluster"
    );
    assert!(
        dataset.clusters().iter().any(|c| c.seat.is_none()),
        "without a seat"
    );
    assert!(
        dataset.clusters().iter().any(|c| c.state.is_none()),
        "without a state"
    );
    assert!(
        dataset.places().iter().any(|p| p.at.lon() > 179.0),
        "west of the 180th meridian"
    );
    assert!(dataset.places().iter().any(|p| p.at.lon() < -179.0), "east of it");
}
