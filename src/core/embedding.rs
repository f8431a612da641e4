//! Snippets by which other people's pages show a view.

use crate::markup::push_escaped;
use crate::permalink::controls::Controls;
use crate::permalink::decode::pairs;
use crate::permalink::encode::encode;
use crate::permalink::view_state::ViewState;

/// What a frame with the site may do. It has an origin of its own: no storage, no access to the page around it.
pub const SANDBOX: &str =
    "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals";

/// A view for other people's pages.
#[derive(Clone, Copy, Debug)]
pub struct Embedding<'a> {
    /// Where the site is found, with a slash at the end.
    pub address: &'a str,
    /// The view, with the controls of its compact form.
    pub view_state: &'a ViewState,
    /// Name of the frame for screen readers.
    pub name: &'a str,
    /// Words of the link to the same view of the full site.
    pub link: &'a str,
}

impl Embedding<'_> {
    /// A frame of a fixed height, for pages that run no script of another host; a link stands below it.
    pub fn frame(&self, height_px: u16) -> String {
        let mut html = "<iframe".to_owned();
        push_attribute(
            &mut html,
            "src",
            &format!("{}#{}", self.address, compact(self.view_state)),
        );
        push_attribute(&mut html, "title", self.name);
        push_attribute(&mut html, "width", "100%");
        push_attribute(&mut html, "height", &height_px.to_string());
        // Without it the frame would be wider than its column; a style would need the page's policy to allow it.
        push_attribute(&mut html, "frameborder", "0");
        push_attribute(&mut html, "loading", "lazy");
        push_attribute(&mut html, "sandbox", SANDBOX);
        html.push_str("></iframe>\n<p>");
        self.push_link(&mut html);
        html.push_str("</p>\n");
        html
    }

    /// The element of `embed.js`; its height follows its content, or is fixed. Without scripts a link shows.
    pub fn element(&self, height_px: Option<u16>) -> String {
        let mut html = "<script".to_owned();
        push_attribute(&mut html, "src", &format!("{}embed.js", self.address));
        html.push_str(" defer></script>\n<cluster-atlas");
        for (key, value) in pairs(&encode(&full(self.view_state, self.view_state.controls))) {
            push_attribute(&mut html, key, &value);
        }
        if let Some(height_px) = height_px {
            push_attribute(&mut html, "height", &format!("{height_px}px"));
        }
        push_attribute(&mut html, "label", self.name);
        html.push_str(">\n  ");
        self.push_link(&mut html);
        html.push_str("\n</cluster-atlas>\n");
        html
    }

    fn push_link(&self, html: &mut String) {
        html.push_str("<a");
        let fragment = encode(&full(self.view_state, Controls::default()));
        push_attribute(html, "href", &format!("{}#{fragment}", self.address));
        html.push('>');
        push_escaped(html, self.link);
        html.push_str("</a>");
    }
}

/// The fragment of the compact form of a view.
pub fn compact(view_state: &ViewState) -> String {
    encode(&ViewState {
        embed: true,
        ..view_state.clone()
    })
}

fn full(view_state: &ViewState, controls: Controls) -> ViewState {
    ViewState {
        embed: false,
        controls,
        ..view_state.clone()
    }
}

fn push_attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    push_escaped(html, value);
    html.push('"');
}

/// What a content security policy of the page around it must allow, for the frame or also for the element.
///
/// ```
/// use clusteratlas_core::embedding::policy;
///
/// assert_eq!(policy("https://a.de/atlas/", false), "frame-src https://a.de");
/// assert_eq!(policy("https://a.de/atlas/", true), "script-src https://a.de; frame-src https://a.de");
/// ```
pub fn policy(address: &str, is_element: bool) -> String {
    let origin = origin(address);
    let mut policy = String::new();
    if is_element {
        policy.push_str("script-src ");
        policy.push_str(origin);
        policy.push_str("; ");
    }
    policy.push_str("frame-src ");
    policy.push_str(origin);
    policy
}

/// Scheme, host and port of an address.
fn origin(address: &str) -> &str {
    let host = address.find("://").map_or(0, |end| end + 3);
    let rest = address.get(host..).unwrap_or_default();
    let end = rest.find('/').map_or(address.len(), |end| host + end);
    address.get(..end).unwrap_or(address)
}

/// The folder that a page's address stands in, with a slash at the end: where the rest of the site is.
///
/// ```
/// use clusteratlas_core::embedding::folder;
///
/// assert_eq!(folder("https://a.de/atlas/index.html?x#theme=a/b"), "https://a.de/atlas/");
/// ```
pub fn folder(address: &str) -> &str {
    let page = address.split(['#', '?']).next().unwrap_or_default();
    let end = page.rfind('/').map_or(page.len(), |end| end + 1);
    page.get(..end).unwrap_or(page)
}
