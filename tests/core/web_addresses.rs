//! Guards what a page may link to: no address of a record can run a script or lead into the page.

use clusteratlas_core::domain::source::is_web_address;
use proptest::prelude::*;

use crate::property::cases;

#[test]
fn only_absolute_http_addresses_with_a_host_are_web_addresses() {
    let rows = [
        (true, "https://www.clusterplattform.de/", "an ordinary one"),
        (true, "http://example.org", "without encryption and path"),
        (true, "https://example.org:8443/a?b=c&d#e", "with everything"),
        (true, "https://bücher.example/straße", "not ASCII"),
        (true, "https://127.0.0.1/", "a number"),
        (true, "https://[::1]/", "a number of the longer kind"),
        (true, "https://4cluster.example", "a digit at the beginning"),
        (false, "", "nothing"),
        (false, "https://", "no host"),
        (false, "http://", "no host"),
        (false, "https:///etc/passwd", "a path instead of a host"),
        (false, "https://?q", "a query instead of a host"),
        (false, "https://#here", "a fragment instead of a host"),
        (false, "https://:443/", "a port instead of a host"),
        (false, "https://@/", "a name instead of a host"),
        (false, "https://\\example.org", "what browsers take for a slash"),
        (false, "javascript:alert(1)", "a script"),
        (false, "JaVaScRiPt:alert(1)", "a script in mixed case"),
        (
            false,
            "javascript://example.org/%0aalert(1)",
            "a script that looks like an address",
        ),
        (false, " https://example.org", "white space before it"),
        (false, "\u{1}javascript:alert(1)", "a control character before it"),
        (false, "https://example.org/a b", "white space in it"),
        (false, "https://example.org/\n", "a line break after it"),
        (false, "https://example.org/\t", "a tab, which browsers drop"),
        (false, "https://example.org/\u{0}", "a zero"),
        (false, "https://example.org/\u{a0}", "a no-break space"),
        (false, "java\nscript:alert(1)", "a parted script"),
        (false, "data:text/html,<script>alert(1)</script>", "data"),
        (false, "vbscript:msgbox(1)", "another script"),
        (false, "blob:https://example.org/1", "a blob"),
        (false, "file:///etc/passwd", "a file"),
        (false, "ftp://example.org", "another protocol"),
        (false, "mailto:someone@example.org", "a mailbox"),
        (false, "//example.org", "the protocol of the page"),
        (false, "/path", "a path of the page"),
        (false, "#theme=health", "a fragment of the page"),
        (false, "www.example.org", "no protocol"),
        (false, "https:example.org", "no slashes"),
        (false, "https:/example.org", "one slash"),
        (
            false,
            "httpss://example.org",
            "another protocol that begins the same",
        ),
    ];
    for (expected, url, note) in rows {
        assert_eq!(is_web_address(url), expected, "{note}: {url:?}");
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn a_web_address_begins_like_one_and_holds_no_white_space(url in "(https?://|javascript:|)\\PC{0,20}|.{0,20}") {
        if is_web_address(&url) {
            prop_assert!(url.starts_with("https://") || url.starts_with("http://"));
            prop_assert!(!url.chars().any(|c| c.is_whitespace() || c.is_control()));
        }
    }
}
