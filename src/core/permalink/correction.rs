//! Addresses by which a visitor reports an error in a record.

use super::encode::percent_encoded;

/// The address to report an error at.
///
/// `contact` is a `mailto:` address, which gets `subject` and `body`, or the address of a form, in which `{record}`
/// and `{link}` are replaced.
///
/// ```
/// use clusteratlas_core::permalink::correction::address;
///
/// let mail = address("mailto:a@b.de", "Fehler: Ölmühle", "…", "place:x", "https://c.de/#sel=place:x");
/// assert!(mail.starts_with("mailto:a@b.de?subject=Fehler:%20%C3%96lm%C3%BChle&body="));
/// let form = address("https://b.de/?id={record}", "", "", "place:x", "");
/// assert_eq!(form, "https://b.de/?id=place:x");
/// ```
pub fn address(contact: &str, subject: &str, body: &str, record: &str, link: &str) -> String {
    if contact.starts_with("mailto:") {
        let separator = if contact.contains('?') { '&' } else { '?' };
        let (subject, body) = (percent_encoded(subject), percent_encoded(body));
        return format!("{contact}{separator}subject={subject}&body={body}");
    }
    contact
        .replace("{record}", &percent_encoded(record))
        .replace("{link}", &percent_encoded(link))
}
