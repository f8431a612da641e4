//! Contact data of a person in a text.
//!
//! # What
//! Something that looks like an e-mail address or a telephone number in a text for readers.
//!
//! # Why
//! The atlas holds no personal data.
//!
//! # Example
//! `"summary_en": "Contact: someone@example.org"`
//!
//! # Instead
//! Leave it out; the source page names contacts.

use super::{Finding, Subject};

super::rule!("CA024", "contact-data", Warning, "contact_data.rs");

/// Telephone numbers with a country code have at least this many digits.
const LEAST_DIGITS: usize = 8;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for record in subject.authored.all() {
        for (path, text) in record.reading_texts() {
            let message = match text {
                text if text.split_whitespace().any(is_address) => [
                    "sieht aus wie eine E-Mail-Adresse",
                    "looks like an e-mail address",
                ],
                text if has_telephone_number(text) => [
                    "sieht aus wie eine Telefonnummer",
                    "looks like a telephone number",
                ],
                _ => continue,
            };
            let hint = ["Lassen Sie Kontaktdaten weg", "Leave contact data out"];
            let finding = Finding::of(record, message, hint);
            found.push(finding.in_field(path).with_value(text));
        }
    }
    found
}

fn is_address(word: &str) -> bool {
    word.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.trim_end_matches('.').contains('.'))
}

/// A plus sign and enough digits after it, with the usual separators between them.
fn has_telephone_number(text: &str) -> bool {
    text.split('+').skip(1).any(|rest| {
        let number = rest
            .chars()
            .take_while(|c| c.is_ascii_digit() || " ()-/.".contains(*c));
        number.filter(char::is_ascii_digit).count() >= LEAST_DIGITS
    })
}
