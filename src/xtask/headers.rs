//! The response headers of a good deployment, kept in this one place.
//!
//! The README recommends the same list to whoever deploys the site; the end-to-end tests run under it.

/// Scripts, styles and data come from the site itself and nothing is sent anywhere.
///
/// `'wasm-unsafe-eval'` lets WebAssembly compile without allowing `eval`. `frame-ancestors *` is there because
/// embedding on other people's pages is a purpose of the site; an operator may narrow it.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; \
    worker-src 'self' blob:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

/// Every header that is the same for each response, as name and value.
pub const FIXED: [(&str, &str); 7] = [
    ("content-security-policy", CONTENT_SECURITY_POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    (
        "permissions-policy",
        "geolocation=(), camera=(), microphone=(), payment=(), usb=()",
    ),
    ("access-control-allow-origin", "*"),
    ("cross-origin-resource-policy", "cross-origin"),
    // Asks again each time and is answered with 304: a newly published dataset shows at once.
    ("cache-control", "no-cache"),
];

/// The content type with its character set, where the type is text and does not name one.
pub fn with_charset(content_type: &str) -> Option<String> {
    let text = content_type.starts_with("text/")
        || matches!(
            content_type,
            "application/javascript" | "application/json" | "application/manifest+json" | "application/xml"
        );
    text.then(|| format!("{content_type}; charset=utf-8"))
        .filter(|_| !content_type.contains("charset"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_gets_a_character_set_and_bytes_do_not() {
        assert_eq!(
            with_charset("text/html").as_deref(),
            Some("text/html; charset=utf-8")
        );
        assert_eq!(
            with_charset("application/json").as_deref(),
            Some("application/json; charset=utf-8")
        );
        assert_eq!(with_charset("application/wasm"), None);
        assert_eq!(with_charset("text/css; charset=utf-8"), None);
    }

    #[test]
    fn the_policy_is_one_line_without_runs_of_spaces() {
        assert!(!CONTENT_SECURITY_POLICY.contains("  "));
        assert!(!CONTENT_SECURITY_POLICY.contains('\n'));
    }
}
