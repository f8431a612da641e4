//! The links to the pages that stand at the foot of every page, also of the atlas before its code has arrived.

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::locale::texts;

use super::super::tables::html::escaped;
use super::other;
use super::words::{title, words};
use crate::configuration::Configuration;
use clusteratlas_editorial::authored::pages::{Page, Topic};

/// The texts of licences, at the root of the site.
const LICENCES: &str = "licences.txt";

/// Where links stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// On a page of the site: its own pages come first.
    Whole,
    /// In the compact form: the pages of those who embed it come first, and what is there stays.
    Compact,
}

/// Both lists of the atlas, each in both languages; it shows the one of its form in its language.
pub(super) fn of_atlas(pages: &[Page], configuration: &Configuration) -> String {
    let list = |place, attributes: &str| {
        let items = [Language::German, Language::English].map(|language| {
            let item = |link: &String| format!("<li lang=\"{}\">{link}</li>\n", language.code());
            links(pages, configuration, language, place)
                .iter()
                .map(item)
                .collect::<String>()
        });
        format!("<ul {attributes}>\n{}</ul>\n", items.concat())
    };
    list(Place::Whole, "id=\"pages\" class=\"pages footer__links\"")
        + &list(
            Place::Compact,
            "id=\"pages-compact\" class=\"pages embed__links\" hidden",
        )
}

/// The foot of a page of text, which leads to the change log too: the atlas does so where it speaks of itself.
pub(super) fn of_page(pages: &[Page], configuration: &Configuration, language: Language) -> String {
    let mut links = links(pages, configuration, language, Place::Whole);
    let changes = texts(language).changes();
    links.push(format!(
        "<a href=\"{}\">{}</a>",
        escaped(changes.address),
        escaped(changes.title)
    ));
    let items = links.iter().map(|link| format!("<li>{link}</li>\n"));
    let items = items.collect::<Vec<_>>().concat();
    format!(
        "<nav aria-label=\"{}\">\n<ul>\n{items}</ul>\n</nav>\n",
        escaped(words(language).pages)
    )
}

fn links(pages: &[Page], configuration: &Configuration, language: Language, place: Place) -> Vec<String> {
    let remark = match place {
        Place::Whole => String::new(),
        Place::Compact => format!(
            "<span class=\"visually-hidden\"> ({})</span>",
            escaped(texts(language).embed.opens_tab)
        ),
    };
    let attributes = match place {
        Place::Whole => "",
        Place::Compact => " target=\"_blank\" rel=\"noopener\"",
    };
    let link = |address: &str, spoken: &str, text: &str| {
        let (address, text) = (escaped(address), escaped(text));
        format!("<a href=\"{address}\"{spoken}{attributes}>{text}{remark}</a>")
    };
    let mut links = Vec::new();
    for topic in Topic::ALL {
        let configured = configured(topic, configuration);
        let foreign = || configured.map(|address| link(address, "", title(topic, language)));
        let own = || own(pages, topic, language, &link);
        links.extend(match place {
            Place::Whole => own().or_else(foreign),
            Place::Compact => foreign().or_else(own),
        });
        if topic == Topic::EasyLanguage
            && let Some(video) = &configuration.sign_language
        {
            links.push(link(&video.address, "", words(language).sign_language));
        }
    }
    links.push(link(LICENCES, "", texts(language).all_licences));
    links
}

/// The link to the page in that language, or else in the other.
fn own(
    pages: &[Page],
    topic: Topic,
    language: Language,
    link: &impl Fn(&str, &str, &str) -> String,
) -> Option<String> {
    let find = |language| {
        pages
            .iter()
            .find(|page| page.topic == topic && page.language == language)
    };
    let name = title(topic, language);
    if let Some(page) = find(language) {
        return Some(link(&page.address(), "", name));
    }
    let page = find(other(language))?;
    let spoken = format!(" hreflang=\"{}\"", page.language.code());
    let text = format!("{name}{}", words(language).in_other);
    Some(link(&page.address(), &spoken, &text))
}

/// The page of those who run or embed the site.
fn configured(topic: Topic, configuration: &Configuration) -> Option<&str> {
    let address = match topic {
        Topic::Accessibility => &configuration.accessibility,
        Topic::Imprint => &configuration.imprint,
        Topic::Privacy => &configuration.privacy,
        Topic::EasyLanguage => return None,
    };
    Some(address.as_str()).filter(|address| !address.is_empty())
}
