//! Guards what is added up over a set of cooperations, against a sum in the plainest way.

use clusteratlas_core::domain::cooperation::FundingQualifier;
use clusteratlas_core::domain::partial_date::Status;
use clusteratlas_core::query::bitmap::Bitmap;
use clusteratlas_core::query::totals::Totals;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

use crate::atlas::{Map, random, small};
use crate::property::cases;

#[test]
fn stated_amounts_are_added_up_and_say_whether_they_are_exact() {
    let mut atlas = small();
    atlas["cooperations"][1]["funding_eur"] = json!(300_000.0);
    atlas["cooperations"][1]["funding_qualifier"] = json!("exact");
    let map = Map::of(&atlas);
    let keys = map.everything();
    let totals = |set: &Bitmap| Totals::of(&map.dataset, &map.index, set);
    let both = totals(&map.set(&keys));
    assert_eq!((both.funding.stated, both.funding.inexact), (2, true));
    assert!((both.funding.sum_eur - 1_500_000.0).abs() < 1e-6);
    let exact = |key| {
        let funding = map.dataset.cooperation(key).funding;
        funding.is_some_and(|funding| funding.qualifier == FundingQualifier::Exact)
    };
    let one: Vec<_> = keys.iter().copied().filter(|&key| exact(key)).collect();
    let one = totals(&map.set(&one));
    assert_eq!((one.funding.stated, one.funding.inexact), (1, false));
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn every_cooperation_has_one_status(atlas in random(25), picked in vec(any::<bool>(), 7)) {
        let map = Map::of(&atlas);
        let keys = map.everything();
        let picked: Vec<_> = keys.iter().zip(picked.iter().cycle()).filter(|(_, picked)| **picked).collect();
        let keys: Vec<_> = picked.into_iter().map(|(key, _)| *key).collect();
        let totals = Totals::of(&map.dataset, &map.index, &map.set(&keys));
        for status in Status::ALL {
            let own = |&&key: &&_| map.dataset.cooperation(key).period.status_on(map.dataset.edition.date) == status;
            prop_assert_eq!(totals.with(status) as usize, keys.iter().filter(own).count());
        }
    }
}
