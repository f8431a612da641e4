//! Map tiles of others, which a visitor may ask for where the site is configured to offer them.

use serde::{Deserialize, Serialize};

/// A provider of map tiles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TileSource {
    /// Who provides it, in the words of its credit.
    pub provider: String,
    /// Address of a tile, with `{z}`, `{x}` and `{y}` of the Web Mercator scheme.
    pub address: String,
    /// The credit that its terms ask for.
    pub credit: String,
    /// Where the credit leads.
    pub credit_address: String,
    /// Where the provider says what it does with personal data.
    pub privacy_address: String,
    /// South, west, north and east in degrees, where it does not cover the world.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extent: Option<[f64; 4]>,
    /// The zoom level that it begins at, from 0.
    #[serde(default)]
    pub from_zoom_level: u8,
}

impl TileSource {
    /// The providers that a page is configured with, as JSON; none where the words are no such thing.
    pub fn read(words: &str) -> Vec<Self> {
        serde_json::from_str(words).unwrap_or_default()
    }

    /// Scheme, host and port of the tiles; none where the address is not `https:` (or `http:` on this machine).
    pub fn origin(&self) -> Option<&str> {
        let (scheme, rest) = self.address.split_once("://")?;
        let (host, _) = rest.split_once('/')?;
        let is_here = scheme == "http" && host.starts_with("127.0.0.1:");
        // Anything else could begin another source of a policy.
        let is_host = |c: char| c.is_ascii_alphanumeric() || "-.:".contains(c);
        let is_sound = (scheme == "https" || is_here) && !host.is_empty() && host.chars().all(is_host);
        let length = scheme.len() + "://".len() + host.len();
        self.address.get(..length).filter(|_| is_sound)
    }

    /// The host of the tiles.
    pub fn host(&self) -> &str {
        let origin = self.origin().unwrap_or_default();
        origin.split_once("://").map_or(origin, |(_, host)| host)
    }
}
