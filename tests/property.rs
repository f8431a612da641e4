//! How properties are tried: always on the same random input, and without files beside the tests.

use proptest::test_runner::{Config, RngSeed};

/// So many cases, the same ones in every run.
pub(crate) fn cases(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_200_630),
        ..Config::default()
    }
}
