//! What programs of other hosts read: nothing without an address of the site, absolute addresses with one.

use std::fs;
use std::path::Path;

use clusteratlas_builder::{Folders, publish};
use serde_json::Value;

use crate::configuration::configured;
use crate::project::folders;

/// Publishes the small dataset with a configuration.
fn published(configuration: &str, out: &Path) -> Folders {
    let data = tempfile::tempdir().unwrap();
    configured(data.path(), configuration);
    let folders = folders(data.path(), out);
    publish(&folders).unwrap();
    folders
}

const WITH_ADDRESS: &str = "address = \"https://a.de/b&c/\"";

#[test]
fn the_head_names_the_site_by_its_configured_address() {
    let out = tempfile::tempdir().unwrap();
    let folders = published(WITH_ADDRESS, out.path());
    let head = fs::read_to_string(folders.generated.join("head.html")).unwrap();
    for element in [
        "<meta property=\"og:image\" content=\"https://a.de/b&amp;c/icons/preview.png\">",
        "<meta property=\"og:url\" content=\"https://a.de/b&amp;c/\">",
        "<link rel=\"canonical\" href=\"https://a.de/b&amp;c/\">",
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"https://a.de/b&amp;c/oembed.json\" \
         title=\"Clusteratlas\">",
    ] {
        assert!(head.lines().any(|line| line == element), "no {element} in {head}");
    }
}

#[test]
fn without_an_address_only_the_preview_is_named() {
    let out = tempfile::tempdir().unwrap();
    let folders = published("", out.path());
    let head = fs::read_to_string(folders.generated.join("head.html")).unwrap();
    // The block of data is looked at in tests/builder/open_data.rs.
    let (head, _) = head.split_once("<script").unwrap();
    assert_eq!(
        head,
        "<meta property=\"og:image\" content=\"icons/preview.png\">\n"
    );
    assert!(!folders.public.join("oembed.json").exists());
}

#[test]
fn oembed_is_a_rich_answer_with_the_frame() {
    let out = tempfile::tempdir().unwrap();
    let folders = published(WITH_ADDRESS, out.path());
    let answer = fs::read(folders.public.join("oembed.json")).unwrap();
    let answer: Value = serde_json::from_slice(&answer).unwrap();
    let field = |name: &str| answer.get(name).cloned().unwrap_or_default();
    assert_eq!(field("version"), "1.0");
    assert_eq!(field("type"), "rich");
    assert_eq!(field("provider_url"), "https://a.de/b&c/");
    assert!(field("width").as_u64() > Some(0), "{answer}");
    let html = field("html").as_str().unwrap().to_owned();
    let height = format!(" height=\"{}\"", field("height"));
    for part in [
        "<iframe src=\"https://a.de/b&amp;c/#lang=de&amp;embed=1\"",
        " sandbox=\"allow-scripts ",
        &height,
    ] {
        assert!(html.contains(part), "no {part} in {html}");
    }
}

#[test]
fn an_address_that_is_taken_back_leaves_no_answer() {
    let out = tempfile::tempdir().unwrap();
    published(WITH_ADDRESS, out.path());
    let folders = published("", out.path());
    assert!(!folders.public.join("oembed.json").exists());
}
