//! What programs of other hosts read to show the site there: canonical address, preview and oEmbed.

use anyhow::Result;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::embedding::Embedding;
use clusteratlas_core::locale::texts;
use clusteratlas_core::permalink::view_state::ViewState;
use serde::Serialize;

use super::tables::html::escaped;

/// Where [`oembed`] goes, from the root of the site.
pub(super) const OEMBED: &str = "oembed.json";

/// The preview, from the root of the site.
const PREVIEW: &str = "icons/preview.png";

/// The language in which the site speaks of itself where no visitor has chosen one.
const LANGUAGE: Language = Language::German;

/// Size of the frame, in CSS pixels; it takes less width where there is less.
const FRAME_PX: (u16, u16) = (960, 640);

/// How long others may keep the answer: a day, in seconds.
const KEPT_S: u32 = 86_400;

/// An answer in the words of oEmbed 1.0.
#[derive(Serialize)]
struct Rich<'a> {
    version: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    title: &'a str,
    provider_name: &'a str,
    provider_url: &'a str,
    cache_age: u32,
    html: String,
    width: u16,
    height: u16,
}

/// Elements of the head. Without an address of the site there is a preview by its relative one, and nothing else.
pub(super) fn head(address: &str) -> String {
    let safe = escaped(address);
    let preview = format!("<meta property=\"og:image\" content=\"{safe}{PREVIEW}\">\n");
    if address.is_empty() {
        return preview;
    }
    let title = escaped(texts(LANGUAGE).title);
    format!(
        "{preview}<meta property=\"og:url\" content=\"{safe}\">\n\
         <link rel=\"canonical\" href=\"{safe}\">\n\
         <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{safe}{OEMBED}\" title=\"{title}\">\n"
    )
}

/// How other hosts embed the site as a whole.
pub(super) fn oembed(address: &str) -> Result<String> {
    let texts = texts(LANGUAGE);
    let view_state = ViewState {
        language: Some(LANGUAGE),
        ..ViewState::default()
    };
    let embedding = Embedding {
        address,
        view_state: &view_state,
        name: &(texts.share().frame_name)(""),
        link: texts.share().open,
    };
    let (width, height) = FRAME_PX;
    Ok(serde_json::to_string_pretty(&Rich {
        version: "1.0",
        kind: "rich",
        title: texts.title,
        provider_name: texts.title,
        provider_url: address,
        cache_age: KEPT_S,
        html: embedding.frame(height),
        width,
        height,
    })?)
}
