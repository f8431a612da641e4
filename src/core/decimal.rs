//! Numbers of links and style sheets: decimal digits with a point, nothing else.
//!
//! The standard library reads and writes every number exactly, with tables that weigh more in WebAssembly than
//! the rest of a module; a position on a map needs a few digits.

/// More digits than a number of a link can need.
const MAX_DIGITS: usize = 15;

/// A number with at most so many digits after the point, without needless zeros. Numbers of more than nine
/// digits before the point become the largest or smallest with nine.
///
/// ```
/// use clusteratlas_core::decimal::write;
///
/// assert_eq!(write(-0.5, 2), "-0.5");
/// assert_eq!(write(51.123_456_78, 5), "51.12346");
/// assert_eq!(write(-0.001, 2), "0");
/// ```
pub fn write(value: f64, digits: u32) -> String {
    const LARGEST: f64 = 999_999_999.0;
    let unit = 10_u64.pow(digits.min(9));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "bounded before, and not negative"
    )]
    let units = (value.abs().min(LARGEST) * unit as f64).round() as u64;
    let sign = if value < 0.0 && units > 0 { "-" } else { "" };
    let mut text = format!("{sign}{}", units / unit);
    let (mut rest, mut place) = (units % unit, unit);
    if rest > 0 {
        text.push('.');
    }
    while rest > 0 {
        place /= 10;
        text.push(char::from(
            b'0'.wrapping_add(u8::try_from(rest / place).unwrap_or(0)),
        ));
        rest %= place;
    }
    text
}

/// The number that a text is: digits with at most one point and perhaps a sign before them.
///
/// ```
/// use clusteratlas_core::decimal::read;
///
/// assert_eq!(read("-12.5"), Some(-12.5));
/// assert_eq!(read("1e3"), None);
/// ```
pub fn read(text: &str) -> Option<f64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1.0, digits),
        None => (1.0, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && part.is_empty() || whole.len() + part.len() > MAX_DIGITS {
        return None;
    }
    let (mut value, mut unit) = (0.0, 1.0);
    for digit in whole.bytes().chain(part.bytes()) {
        if !digit.is_ascii_digit() {
            return None;
        }
        value = value * 10.0 + f64::from(digit - b'0');
    }
    for _ in 0..part.len() {
        unit *= 10.0;
    }
    // Both are whole numbers that a float holds exactly, so that the quotient is the nearest float.
    Some(sign * value / unit)
}
