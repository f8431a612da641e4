//! What an embedding page may ask for by a message, and who may ask.

/// A longer fragment in a message is not read, in UTF-16 units.
pub const MAX_STATE_UNITS: u32 = 8_000;

/// A message that the application understands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Replace the view state by that of a fragment.
    Set(String),
    /// Tell the view state.
    Get,
}

impl Request {
    /// The request of a message with these fields; none where a field is missing, of another type or too long.
    ///
    /// ```
    /// use clusteratlas_core::permalink::request::Request;
    ///
    /// assert_eq!(Request::read(Some(1.0), Some("get"), None), Some(Request::Get));
    /// assert_eq!(Request::read(Some(2.0), Some("get"), None), None);
    /// assert_eq!(Request::read(Some(1.0), Some("set"), None), None);
    /// ```
    pub fn read(version: Option<f64>, kind: Option<&str>, state: Option<String>) -> Option<Self> {
        /// The version of all messages.
        const VERSION: f64 = 1.0;
        if version != Some(VERSION) {
            return None;
        }
        match kind? {
            "set" => state
                .filter(|state| state.encode_utf16().count() <= MAX_STATE_UNITS as usize)
                .map(Self::Set),
            "get" => Some(Self::Get),
            _ => None,
        }
    }
}

/// Whether a page of an origin may change the view. `allowed` lists origins, parted by spaces; without one every page
/// may. A page without an origin of its own ("null") is in no list.
///
/// ```
/// use clusteratlas_core::permalink::request::may_change_view;
///
/// assert!(may_change_view("https://a.example", None));
/// assert!(may_change_view("https://a.example", Some("https://b.example https://a.example")));
/// assert!(!may_change_view("https://a.example.evil.example", Some("https://a.example")));
/// assert!(!may_change_view("null", Some("null")));
/// ```
pub fn may_change_view(origin: &str, allowed: Option<&str>) -> bool {
    let mut origins = allowed.unwrap_or_default().split_ascii_whitespace().peekable();
    origins.peek().is_none() || origin != "null" && origins.any(|one| one == origin)
}
