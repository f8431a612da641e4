//! The response headers of a good deployment and the policy of the pages, kept in this one place.
//!
//! `dist/_headers` and the pages carry them, `docs/deploy` repeats them for web servers, and `cargo xtask serve` sends
//! them.

use std::fmt::Write as _;

use clusteratlas_builder::Configuration;

/// The folder of files that are named by their content.
pub const ASSETS: &str = "assets/";

/// How long those may be kept: a changed file has another name.
pub const KEEP: &str = "public, max-age=31536000, immutable";

/// Everything else is asked for again each time and answered with 304: a newly published dataset shows at once.
pub const ASK_AGAIN: &str = "no-cache";

/// The folder of the offline edition. Its page holds its scripts itself, which the policy of the site forbids: browsers
/// shall save it and not open it.
pub const OFFLINE: &str = "offline/";

/// Lets browsers save a file.
pub const SAVE: (&str, &str) = ("Content-Disposition", "attachment");

/// The name of the file of headers that some hosts read.
pub const FILE: &str = "_headers";

/// No string becomes markup or a script but what the policy of `boot.js` lets through.
const TRUSTED_TYPES: &str = "; require-trusted-types-for 'script'; trusted-types default";

/// Every other header that is the same for each response and site.
const FIXED: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
        "Permissions-Policy",
        "geolocation=(), camera=(), microphone=(), payment=(), usb=()",
    ),
    // A sandboxed frame is another origin than the site that it shows.
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
];

/// The content security policy of a site.
///
/// Scripts, styles and data come from the site itself and nothing is sent anywhere. `'wasm-unsafe-eval'` lets
/// WebAssembly compile without allowing `eval`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    ancestors: Vec<String>,
    /// Hosts that images may come from, besides the site: those of map tiles.
    images: Vec<String>,
}

impl Policy {
    /// The policy of a site with this configuration.
    pub fn of(configuration: &Configuration) -> Self {
        Self {
            ancestors: configuration.frame_ancestors.clone(),
            images: configuration
                .tile_origins()
                .into_iter()
                .map(str::to_owned)
                .collect(),
        }
    }

    /// As a response header.
    pub fn header(&self) -> String {
        // Being embedded on other people's pages is a purpose of the site; an operator may narrow it.
        let ancestors = if self.ancestors.is_empty() {
            "*".to_owned()
        } else {
            self.ancestors.join(" ")
        };
        format!("{}; frame-ancestors {ancestors}", self.meta())
    }

    /// As an element of the page, where browsers ignore who may embed it.
    pub fn meta(&self) -> String {
        let mut images = vec!["'self'", "data:", "blob:"];
        images.extend(self.images.iter().map(String::as_str));
        let images = images.join(" ");
        format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
             img-src {images}; connect-src 'self'; font-src 'self'; manifest-src 'self'; \
             worker-src blob:; frame-src 'self'; base-uri 'none'; form-action 'none'{TRUSTED_TYPES}"
        )
    }

    /// Every header that is the same for each response, as name and value.
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        let policy = ("Content-Security-Policy", self.header());
        let fixed = FIXED.map(|(name, value)| (name, value.to_owned()));
        std::iter::once(policy).chain(fixed).collect()
    }
}

/// The file `_headers`, which some hosts read.
pub fn file(policy: &Policy) -> String {
    let mut text = String::from("/*\n");
    for (name, value) in policy.headers() {
        // Writing to a string cannot fail.
        let _infallible = writeln!(text, "  {name}: {value}");
    }
    // Such hosts have everything else asked for again on their own; some would join two values of one header.
    let _infallible = writeln!(text, "/{ASSETS}*\n  Cache-Control: {KEEP}");
    let (name, value) = SAVE;
    let _infallible = writeln!(text, "/{OFFLINE}*\n  {name}: {value}");
    text
}

/// The same for what trunk leaves, where `boot.js` does not know yet what it may let through.
pub(crate) fn file_for_stage() -> String {
    file(&Policy::default()).replace(TRUSTED_TYPES, "")
}

/// What a file `_headers` says about a path, in order.
pub fn rules_for<'a>(file: &'a str, path: &str) -> Vec<(&'a str, &'a str)> {
    let mut applies = false;
    let mut found = Vec::new();
    for line in file.lines().filter(|line| !line.trim().is_empty()) {
        if line.starts_with([' ', '\t']) {
            found.extend(applies.then(|| line.trim().split_once(": ")).flatten());
        } else {
            applies = match line.strip_suffix('*') {
                Some(beginning) => path.starts_with(beginning),
                None => path == line,
            };
        }
    }
    found
}

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
    fn the_configuration_says_who_may_embed() {
        let ancestors = |hosts: &[&str]| {
            let configuration = Configuration {
                frame_ancestors: hosts.iter().map(|host| (*host).to_owned()).collect(),
                ..Configuration::default()
            };
            let policy = Policy::of(&configuration);
            assert!(!policy.meta().contains("frame-ancestors"));
            assert!(!policy.header().contains("  "));
            policy
                .header()
                .split_once("; frame-ancestors ")
                .map(|(_, hosts)| hosts.to_owned())
        };
        assert_eq!(ancestors(&[]).as_deref(), Some("*"));
        assert_eq!(
            ancestors(&["'self'", "https://a.example"]).as_deref(),
            Some("'self' https://a.example")
        );
    }

    #[test]
    fn the_configuration_says_where_map_tiles_come_from() -> serde_json::Result<()> {
        let tiles = serde_json::json!([{
            "provider": "", "address": "https://tiles.example/{z}/{x}/{y}.png", "credit": "", "credit_address": "",
            "privacy_address": "",
        }]);
        let configuration: Configuration = serde_json::from_value(serde_json::json!({ "tiles": tiles }))?;
        let policy = Policy::of(&configuration).meta();
        assert!(
            policy.contains("img-src 'self' data: blob: https://tiles.example;"),
            "{policy}"
        );
        Ok(())
    }

    #[test]
    fn the_file_says_for_each_path_what_the_policy_says() {
        let policy = Policy::default();
        let file = file(&policy);
        let rules = rules_for(&file, "/data/atlas.json");
        let headers = policy.headers();
        let headers: Vec<_> = headers
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        assert_eq!(rules, headers);
        let rules = rules_for(&file, "/assets/a-1.js");
        assert_eq!(rules.last(), Some(&("Cache-Control", KEEP)));
    }
}
