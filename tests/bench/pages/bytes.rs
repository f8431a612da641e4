//! What a page downloads until its first full map, by kind and by compression.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Serialize;

use crate::figures::Request;

/// Sizes of the same files, plain and compressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Sizes {
    pub(crate) raw: u64,
    pub(crate) gzip: u64,
    pub(crate) brotli: u64,
    /// As the browser received them.
    pub(crate) transferred: u64,
}

impl Sizes {
    fn add(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
        self.transferred += other.transferred;
    }
}

/// The sizes of everything requested from a site, by kind, and of all together.
pub(crate) fn by_kind(folder: &Path, requests: &[Request]) -> BTreeMap<String, Sizes> {
    let mut kinds: BTreeMap<String, Sizes> = BTreeMap::new();
    for request in requests {
        let path = path_of(&request.url);
        let size = |ending: &str| fs::metadata(folder.join(format!("{path}{ending}"))).map(|file| file.len());
        // Files without a compressed copy are sent as they are.
        let raw = size("").unwrap_or(request.transferred);
        let sizes = Sizes {
            raw,
            gzip: size(".gz").unwrap_or(raw),
            brotli: size(".br").unwrap_or(raw),
            transferred: request.transferred,
        };
        for kind in [kind_of(&path), "total"] {
            kinds.entry(kind.to_owned()).or_default().add(sizes);
        }
    }
    kinds
}

/// The file behind an address, relative to the site.
fn path_of(url: &str) -> String {
    let url = url.split(['#', '?']).next().unwrap_or_default();
    let path = url.splitn(4, '/').nth(3).unwrap_or_default();
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}

fn kind_of(path: &str) -> &'static str {
    let ending = path.rsplit('.').next().unwrap_or_default();
    match ending {
        "html" => "html",
        "js" => "js",
        "css" => "css",
        "wasm" => "wasm",
        _ if path.contains("data/world") => "world",
        _ if path.contains("data/") => "data",
        _ => "other",
    }
}
