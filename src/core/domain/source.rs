//! Evidence for a record.

use super::partial_date::PartialDate;

/// A public page or a document that states the facts of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Address, `http://` or `https://`; none for a given document.
    pub url: Option<Box<str>>,
    /// Title of the page or document.
    pub title: Box<str>,
    /// Who publishes it, if stated.
    pub publisher: Option<Box<str>>,
    /// When it was published, if stated.
    pub published: Option<PartialDate>,
}

/// Whether `url` is an absolute web address that a page may link to: `http` or `https` with a host, and no
/// white space or control character.
///
/// ```
/// use clusteratlas_core::domain::source::is_web_address;
///
/// assert!(is_web_address("https://www.clusterplattform.de/"));
/// assert!(!is_web_address("javascript:alert(1)"));
/// ```
pub fn is_web_address(url: &str) -> bool {
    let host = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    host.is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['/', '\\', '?', '#', ':', '@']))
        && !url.contains(|c: char| c.is_whitespace() || c.is_control())
}
