//! The configuration: what it says reaches the head of the page escaped, and what is wrong in it is named.

use std::fs;
use std::path::Path;

use clusteratlas_builder::{check, publish};

use crate::project::{folders, root};

/// The small dataset with a configuration.
pub(crate) fn configured(folder: &Path, configuration: &str) {
    for entry in fs::read_dir(root().join("tests/fixtures/small")).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_file() {
            fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
        }
    }
    fs::write(folder.join("configuration.toml"), configuration).unwrap();
}

fn head(configuration: &str) -> String {
    let (data, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    configured(data.path(), configuration);
    let folders = folders(data.path(), out.path());
    publish(&folders).unwrap();
    let head = fs::read_to_string(folders.generated.join("head.html")).unwrap();
    // What other hosts read is looked at in tests/builder/discovery.rs.
    let own = head.lines().filter(|line| line.contains("name=\"clusteratlas-"));
    own.flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn the_address_for_corrections_reaches_the_page() {
    assert_eq!(
        head("corrections = \"https://b.de/?a={record}&b=\\\"{link}\\\"\""),
        "<meta name=\"clusteratlas-corrections\" content=\"https://b.de/?a={record}&amp;b=&quot;{link}&quot;\">\n"
    );
}

#[test]
fn address_and_origins_reach_the_page() {
    assert_eq!(
        head(
            "address = \"https://a.de/atlas/\"\nmessage_origins = [\"https://b.de\", \"https://c.de:8443\"]"
        ),
        "<meta name=\"clusteratlas-address\" content=\"https://a.de/atlas/\">\n\
         <meta name=\"clusteratlas-message-origins\" content=\"https://b.de https://c.de:8443\">\n"
    );
}

#[test]
fn providers_of_tiles_reach_the_page() {
    let tiles = "[[tiles]]\nprovider = \"A & B\"\naddress = \"https://a.de/{z}/{y}/{x}.png\"\ncredit = \"© A\"\n\
                 credit_address = \"https://a.de/c\"\nprivacy_address = \"https://a.de/p\"\nfrom_zoom_level = 7\n";
    assert_eq!(
        head(tiles),
        "<meta name=\"clusteratlas-tiles\" content=\"[{&quot;provider&quot;:&quot;A &amp; B&quot;,\
         &quot;address&quot;:&quot;https://a.de/{z}/{y}/{x}.png&quot;,&quot;credit&quot;:&quot;© A&quot;,\
         &quot;credit_address&quot;:&quot;https://a.de/c&quot;,&quot;privacy_address&quot;:&quot;https://a.de/p&quot;,\
         &quot;from_zoom_level&quot;:7}]\">\n"
    );
}

#[test]
fn what_is_not_configured_leaves_no_trace() {
    assert_eq!(head(""), "");
    assert_eq!(head("corrections = \"\""), "");
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let rows = [
        (
            "\ncorections = \"\"",
            "line 2, column 1",
            "unknown field `corections`",
        ),
        ("corrections = 7", "line 1, column 15", "expected a string"),
        (
            "corrections = \"javascript:alert(1)\"",
            "must be empty or begin with",
            "javascript:alert(1)",
        ),
        ("corrections", "line 1", "TOML"),
        ("address = \"https://a.de\"", "end with a slash", "https://a.de"),
        (
            "frame_ancestors = [\"https://a.de; script-src *\"]",
            "frame_ancestors",
            "script-src",
        ),
        (
            "[[tiles]]\nprovider = \"\"\naddress = \"http://a.de/{z}\"\ncredit = \"\"\ncredit_address = \"\"\nprivacy_address = \"\"",
            "must begin with https://",
            "http://a.de/{z}",
        ),
        (
            "message_origins = [\"https://a.de/\"]",
            "without a path",
            "https://a.de/",
        ),
    ];
    for (configuration, place, words) in rows {
        let (data, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        configured(data.path(), configuration);
        let error = format!("{:#}", check(&folders(data.path(), out.path())).unwrap_err());
        for part in ["configuration.toml", place, words] {
            assert!(
                error.contains(part),
                "{configuration:?} must name {part:?}: {error}"
            );
        }
    }
}
