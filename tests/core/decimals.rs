//! Guards numbers of links and style sheets: what is written can be read, and nothing but digits is a number.

use clusteratlas_core::decimal::{read, write};
use proptest::prelude::*;

use crate::property::cases;

#[test]
fn numbers_are_written_without_needless_digits() {
    let rows = [
        (0.0, 3, "0"),
        (-0.0, 3, "0"),
        (1.0, 0, "1"),
        (1.5, 0, "2"),
        (-1.25, 2, "-1.25"),
        (0.05, 1, "0.1"),
        (-0.004, 2, "0"),
        (100.0, 2, "100"),
        (12.000_000_001, 9, "12.000000001"),
        (f64::INFINITY, 2, "999999999"),
        (-1e30, 2, "-999999999"),
    ];
    for (number, digits, text) in rows {
        assert_eq!(write(number, digits), text, "{number} {digits}");
    }
}

#[test]
fn only_digits_with_a_point_are_numbers() {
    for text in [
        "",
        "-",
        ".",
        "-.",
        "1e3",
        "+1",
        "1,5",
        " 1",
        "1.2.3",
        "NaN",
        "inf",
        "١",
        "1234567890.123456",
    ] {
        assert_eq!(read(text), None, "{text:?}");
    }
    for (text, number) in [("7", 7.0), (".5", 0.5), ("5.", 5.0), ("-00.10", -0.1)] {
        assert_eq!(read(text), Some(number), "{text:?}");
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn what_is_written_is_read_again(number in -1e6..1e6_f64, digits in 0_u32..8) {
        let unit = 10_f64.powi(i32::try_from(digits)?);
        let rounded = read(&write(number, digits)).unwrap();
        prop_assert!((rounded - number).abs() <= 0.5 / unit + 1e-9, "{number} became {rounded}");
        prop_assert_eq!(write(rounded, digits), write(number, digits));
    }

    #[test]
    fn numbers_are_read_as_the_standard_library_reads_them(text in "-?[0-9]{1,7}(\\.[0-9]{1,8})?") {
        prop_assert_eq!(read(&text), text.parse().ok());
    }

    #[test]
    fn any_text_can_be_asked_for(text in ".*") {
        let _perhaps = read(&text);
    }
}
