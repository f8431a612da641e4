//! Guards which references lead to the Förderkatalog.

use clusteratlas_core::domain::funding_reference::{Part, catalogue_address, parts};
use clusteratlas_core::domain::source::is_web_address;
use proptest::prelude::*;

use crate::property::cases;

#[track_caller]
fn check(text: &str, federal: &[&str], note: &str) {
    let found: Vec<&str> = parts(text)
        .into_iter()
        .filter_map(|part| match part {
            Part::Federal(reference) => Some(reference),
            Part::Other(_) => None,
        })
        .collect();
    assert_eq!(found, federal, "{note}");
}

#[test]
fn federal_references_are_found_one_by_one() {
    check("01DN16011", &["01DN16011"], "area, letters, number");
    check("03INT1613", &["03INT1613"], "three letters");
    check(
        "031B0123A",
        &["031B0123A"],
        "a letter in the number, and a partner",
    );
    check("0315556A", &["0315556A"], "an older form");
    check(
        "01DG16012; 03INT1613A",
        &["01DG16012", "03INT1613A"],
        "two of them",
    );
    check(
        "FKZ 01DG16012/01DG16013",
        &["01DG16012", "01DG16013"],
        "among other things",
    );
}

#[test]
fn other_references_are_no_federal_ones() {
    check("286560", &[], "a grant of the European Union");
    check("101037324", &[], "a longer one");
    check("Projekt 217", &[], "a project of Interreg");
    check("01dn16011", &[], "small letters");
    check("01DN1601", &["01DN1601"], "as short as they get");
    check("01DN160111234", &[], "too long");
    check("X01DN16011", &[], "within a word");
    check("", &[], "nothing");
}

#[test]
fn the_address_names_the_reference() {
    let address = catalogue_address("01DN16011");
    assert!(
        is_web_address(&address) && address.ends_with("fkz=01DN16011"),
        "{address}"
    );
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn parts_are_the_whole_text(text in "([0-9A-Z]{6,12}|[ ,;/äß]|[a-z]{1,4}){0,8}") {
        let joined: String = parts(&text)
            .into_iter()
            .map(|part| match part {
                Part::Federal(part) | Part::Other(part) => part,
            })
            .collect();
        prop_assert_eq!(joined, text);
    }
}
