//! Snippets for other people's pages: what stands in them, and that no value breaks out of its attribute.

use clusteratlas_core::embedding::{Embedding, SANDBOX};
use clusteratlas_core::permalink::decode::decode;
use clusteratlas_core::permalink::encode::KEYS;
use clusteratlas_core::permalink::view_state::ViewState;

const SCRIPT: &str = include_str!("../../public/embed.js");

fn view(fragment: &str) -> ViewState {
    let (view_state, ignored) = decode(fragment);
    assert_eq!(ignored, [], "in {fragment}");
    view_state
}

fn embedding(view_state: &ViewState) -> Embedding<'_> {
    Embedding {
        address: "https://a.de/atlas/",
        view_state,
        name: "Optik & \"Photonik\"",
        link: "Öffnen",
    }
}

#[test]
fn the_frame_shows_the_compact_form_and_the_link_leads_to_the_full_site() {
    let view_state = view("lang=de&theme=photonics&controls=country");
    assert_eq!(
        embedding(&view_state).frame(600),
        "<iframe src=\"https://a.de/atlas/#lang=de&amp;theme=photonics&amp;embed=1&amp;controls=country\" \
         title=\"Optik &amp; &quot;Photonik&quot;\" width=\"100%\" height=\"600\" frameborder=\"0\" loading=\"lazy\" \
         sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals\"></iframe>\n\
         <p><a href=\"https://a.de/atlas/#lang=de&amp;theme=photonics\">Öffnen</a></p>\n"
    );
}

#[test]
fn the_element_has_an_attribute_for_every_key_and_a_link_inside() {
    let view_state = view("lang=en&theme=health,photonics&embed=1&controls=theme,period");
    let html = |height| embedding(&view_state).element(height);
    assert_eq!(
        html(None),
        "<script src=\"https://a.de/atlas/embed.js\" defer></script>\n\
         <cluster-atlas lang=\"en\" theme=\"health,photonics\" controls=\"theme,period\" \
         label=\"Optik &amp; &quot;Photonik&quot;\">\n  \
         <a href=\"https://a.de/atlas/#lang=en&amp;theme=health,photonics\">Öffnen</a>\n\
         </cluster-atlas>\n"
    );
    assert!(
        html(Some(480)).contains(" height=\"480px\" "),
        "{}",
        html(Some(480))
    );
}

#[test]
fn attributes_of_the_element_hold_plain_values() {
    let view_state = view("q=a%26b%3D%22c%22%20%3Cd%3E&compare=country%3DJP%26q%3Dx%2520y");
    let html = embedding(&view_state).element(None);
    assert!(html.contains(" q=\"a&amp;b=&quot;c&quot; &lt;d&gt;\""), "{html}");
    // Encoded once more than the fragment of the second selection itself.
    assert!(html.contains(" compare=\"country=JP&amp;q=x%20y\""), "{html}");
}

#[test]
fn no_name_and_no_word_leaves_its_place() {
    let mut view_state = view("theme=photonics");
    view_state.query.set_text("\"><script>alert(1)</script>");
    let hostile = Embedding {
        name: "\" onload=\"alert(1)",
        link: "</a><script>",
        ..embedding(&view_state)
    };
    for html in [hostile.frame(400), hostile.element(None)] {
        assert!(
            !html.contains("<script>") && !html.contains("\" onload"),
            "{html}"
        );
    }
}

#[test]
fn the_script_of_the_element_is_small_and_knows_every_key() {
    assert!(SCRIPT.len() < 3000, "{} bytes", SCRIPT.len());
    let list = SCRIPT
        .split_once("const KEYS = \"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .unwrap()
        .0;
    let mut own: Vec<&str> = list.split(' ').collect();
    let mut keys = KEYS;
    own.sort_unstable();
    keys.sort_unstable();
    assert_eq!(own, keys);
}

#[test]
fn the_script_of_the_element_asks_for_the_same_sandbox() {
    assert!(SCRIPT.contains(&format!("\"{SANDBOX}\"")));
}
