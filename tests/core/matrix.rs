//! Guards the matrix and its white spots, against a count in the plainest way.

use std::collections::BTreeSet;

use clusteratlas_core::dataset::{Dataset, keys};
use clusteratlas_core::domain::cluster::ClusterKey;
use clusteratlas_core::domain::cooperation::{Cooperation, CooperationKey};
use clusteratlas_core::query::facet::{Facet, NONE};
use clusteratlas_core::query::index::Index;
use clusteratlas_core::query::matrix::{Axes, Matrix, Top, possible_partners};
use proptest::prelude::*;

use crate::atlas::{dataset, frame, random, set, small};
use crate::property::cases;

fn countries(dataset: &Dataset, cooperation: &Cooperation) -> BTreeSet<String> {
    let partners = cooperation.partners.iter();
    partners
        .map(|partner| match dataset.place(partner.place).country {
            Some(key) => dataset.country(key).code.to_string(),
            None => NONE.to_owned(),
        })
        .collect()
}

fn row_values(dataset: &Dataset, cooperation: &Cooperation, axes: Axes) -> BTreeSet<String> {
    let values: BTreeSet<String> = match axes {
        Axes::ThemeCountry => {
            let themes = cooperation.themes.iter();
            themes.map(|&key| dataset.theme(key).id.to_string()).collect()
        }
        Axes::ProgrammeCountry => {
            let programme = cooperation.programme.iter();
            programme
                .map(|&key| dataset.programme(key).id.to_string())
                .collect()
        }
        Axes::StateCountry => {
            let clusters = cooperation.clusters.iter();
            let states = clusters.filter_map(|&key| dataset.cluster(key).state);
            states.map(|state| state.to_string()).collect()
        }
    };
    if values.is_empty() {
        BTreeSet::from([NONE.to_owned()])
    } else {
        values
    }
}

fn axes() -> impl Strategy<Value = Axes> {
    prop::sample::select(Axes::ALL)
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn every_number_is_that_of_a_recount(atlas in random(40), every in 1_usize..4, axes in axes()) {
        let dataset = dataset(&atlas);
        let index = Index::build(&dataset);
        let all: Vec<CooperationKey> = keys(dataset.cooperations().len()).collect();
        let chosen: Vec<CooperationKey> = all.iter().copied().step_by(every).collect();
        let matrix = Matrix::count(&index, axes, &set(all.len(), &chosen));

        let has_row = |key: CooperationKey, value: &str| {
            row_values(&dataset, dataset.cooperation(key), axes).contains(value)
        };
        let has_column = |key: CooperationKey, value: &str| {
            countries(&dataset, dataset.cooperation(key)).contains(value)
        };
        let count = |has: &dyn Fn(CooperationKey) -> bool| chosen.iter().filter(|&&key| has(key)).count();
        let (row_options, column_options) = (index.options(axes.rows()), index.options(Facet::Country));

        let rows: Vec<&str> = matrix.rows.iter().map(|row| &*row_options[row.option]).collect();
        let used = row_options.iter().filter(|value| all.iter().any(|&key| has_row(key, value)));
        prop_assert_eq!(rows, used.map(|value| &**value).collect::<Vec<_>>());
        let columns: BTreeSet<&str> = matrix.columns.iter().map(|one| &*column_options[one.option]).collect();
        let matched = column_options.iter().filter(|value| chosen.iter().any(|&key| has_column(key, value)));
        prop_assert_eq!(columns, matched.map(|value| &**value).collect());
        prop_assert!(matrix.columns.is_sorted_by(|a, b| a.total >= b.total));
        prop_assert_eq!(matrix.total as usize, chosen.len());

        let spots = matrix.white_spots();
        prop_assert!(spots.is_sorted_by(|a, b| a.column < b.column));
        for (position, row) in matrix.rows.iter().enumerate() {
            let value = &row_options[row.option];
            prop_assert_eq!(row.total as usize, count(&|key| has_row(key, value)));
            prop_assert_eq!(row.compared, **value != *NONE);
            prop_assert_eq!(matrix.cells(position).len(), matrix.columns.len());
            for (number, column) in matrix.columns.iter().enumerate() {
                let other = &column_options[column.option];
                let both = count(&|key| has_row(key, value) && has_column(key, other));
                prop_assert_eq!(matrix.cells(position)[number] as usize, both);
                prop_assert_eq!(column.total as usize, count(&|key| has_column(key, other)));
                prop_assert_eq!(column.compared, !["DE", NONE].contains(&&**other));
                let white = both == 0 && row.total > 0 && row.compared && column.compared;
                let listed = spots.iter().any(|one| one.column == number && one.rows.contains(&position));
                prop_assert_eq!(listed, white);
            }
            let numbers = matrix.columns.iter().zip(matrix.cells(position)).enumerate();
            let abroad: Vec<(usize, u32)> = numbers
                .filter(|(_, (column, count))| column.compared && **count > 0)
                .map(|(number, (_, &count))| (number, count))
                .collect();
            let most = abroad.iter().map(|one| one.1).max();
            let first: Vec<_> = abroad.iter().filter(|one| Some(one.1) == most).collect();
            let expected = match first.as_slice() {
                [] => Top::None,
                [one] => Top::One(one.0, one.1),
                [one, ..] => Top::Several(one.1),
            };
            prop_assert_eq!(matrix.top(position), expected);
        }
        prop_assert_eq!(matrix.cells(matrix.rows.len()), &[] as &[u32]);
    }

    #[test]
    fn possible_partners_are_those_of_the_row_and_the_busiest_come_first(atlas in random(40), axes in axes()) {
        let dataset = dataset(&atlas);
        let index = Index::build(&dataset);
        for (option, value) in index.options(axes.rows()).iter().enumerate() {
            let found = possible_partners(&dataset, &index, axes, option);
            let suits = |key: ClusterKey| {
                let cluster = dataset.cluster(key);
                match axes {
                    Axes::ThemeCountry => cluster.themes.iter().any(|&key| dataset.theme(key).id.as_str() == &**value),
                    Axes::StateCountry => cluster.state.is_some_and(|state| state.code() == &**value),
                    Axes::ProgrammeCountry => dataset.cooperations().iter().any(|cooperation| {
                        cooperation.clusters.contains(&key)
                            && row_values(&dataset, cooperation, axes).contains(&**value)
                    }),
                }
            };
            let expected: BTreeSet<ClusterKey> = keys(dataset.clusters().len()).filter(|&key| suits(key)).collect();
            prop_assert_eq!(found.iter().copied().collect::<BTreeSet<_>>(), expected);
            let number = |key: ClusterKey| {
                let own = dataset.cooperations().iter().filter(|one| one.clusters.contains(&key));
                own.count()
            };
            prop_assert!(found.is_sorted_by(|&a, &b| number(a) >= number(b)));
        }
    }

    #[test]
    fn the_heat_rises_with_the_number(atlas in random(60)) {
        let dataset = dataset(&atlas);
        let all: Vec<CooperationKey> = keys(dataset.cooperations().len()).collect();
        let matrix = Matrix::count(&Index::build(&dataset), Axes::ThemeCountry, &set(all.len(), &all));
        let cells = (0..matrix.rows.len()).flat_map(|row| matrix.cells(row)).copied();
        let greatest = cells.max().unwrap_or(0);
        let steps: Vec<u32> = (0..=greatest).map(|count| matrix.step(count)).collect();
        prop_assert!(steps.is_sorted());
        prop_assert_eq!(steps.first(), Some(&0));
        if greatest > 0 {
            prop_assert_eq!(steps.get(1), Some(&1));
        }
        if greatest > 1 {
            prop_assert_eq!(steps.last(), Some(&Matrix::STEPS));
        }
    }
}

#[test]
fn nothing_counts_to_nothing() {
    let matrix = Matrix::count(&Index::build(&dataset(&frame())), Axes::default(), &set(0, &[]));
    assert_eq!(matrix, Matrix::default());
    assert_eq!((matrix.step(0), matrix.step(1)), (0, 1));
    assert_eq!(matrix.top_of_all(), Top::None);
}

#[test]
fn rows_stay_where_the_selection_is_empty() {
    let dataset = dataset(&small());
    let number = dataset.cooperations().len();
    let matrix = Matrix::count(&Index::build(&dataset), Axes::ThemeCountry, &set(number, &[]));
    assert!(!matrix.rows.is_empty());
    assert!(matrix.rows.iter().all(|row| row.total == 0));
    assert_eq!(matrix.columns, []);
    assert_eq!(matrix.white_spots(), []);
}
