//! What `docs/deploy` tells web servers is what the site is made for: `src/xtask/headers.rs` has it once.

use xtask::headers::{self, ASK_AGAIN, ASSETS, KEEP, OFFLINE, Policy, SAVE};

use crate::finding::{Finding, check};
use crate::tree;

/// The configurations; each writes a header as its name and its value in quotation marks.
const SERVERS: [&str; 3] = [
    "docs/deploy/nginx.conf",
    "docs/deploy/apache.conf",
    "docs/deploy/Caddyfile",
];

#[test]
fn every_web_server_sends_the_headers_of_the_site() {
    let mut findings = Vec::new();
    for path in SERVERS {
        let text = match tree::text(path) {
            Ok(text) => text,
            Err(finding) => {
                findings.push(finding);
                continue;
            }
        };
        for (name, value) in Policy::default().headers() {
            if text.matches(&format!("{name} \"{value}\"")).count() != 1 {
                findings.push(Finding::about(path, format!("must send once {name} \"{value}\"")));
            }
        }
        for (what, value) in [("keep assets", KEEP), ("ask for the rest", ASK_AGAIN)] {
            if !text.contains(&format!("\"{value}\"")) {
                findings.push(Finding::about(path, format!("must {what} with \"{value}\"")));
            }
        }
        for folder in [ASSETS, OFFLINE] {
            if !text.contains(&format!("/{folder}")) {
                findings.push(Finding::about(path, format!("must know {folder}")));
            }
        }
        let (name, value) = SAVE;
        if !text.contains(name) || !text.contains(&format!("\"{value}\"")) {
            findings.push(Finding::about(path, format!("must send {name} \"{value}\"")));
        }
    }
    check(&findings);
}

#[test]
fn the_file_of_headers_is_the_one_of_a_site_without_a_configuration() {
    let path = "docs/deploy/_headers";
    match tree::text(path) {
        Ok(text) => assert_eq!(text, headers::file(&Policy::default()), "{path}"),
        Err(finding) => check(&[finding]),
    }
}
