//! The configuration of a site: what those who run it decide.

use std::fmt::Write;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::tiles::TileSource;
use serde::Deserialize;

use crate::publish::tables::html::escaped;

/// The configuration file, in the folder of the dataset.
const FILE: &str = "configuration.toml";

/// What the file says; what it leaves out is empty.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Configuration {
    /// Where the site is found: an `https:` address that ends in a slash; empty while nobody knows.
    pub address: String,
    /// Where visitors report errors: a `mailto:` or `https:` address; empty for nowhere.
    pub corrections: String,
    /// Where visitors report barriers, likewise.
    pub feedback: String,
    /// The legal notice of those who run or embed the site: an `https:` address; empty for none.
    pub imprint: String,
    /// Their page on privacy, likewise.
    pub privacy: String,
    /// Their accessibility statement, likewise.
    pub accessibility: String,
    /// The body that arbitrates in matters of accessibility, in words; an empty line begins a paragraph.
    pub arbitration: Bilingual,
    /// The video in sign language.
    pub sign_language: Option<SignLanguage>,
    /// Pages that may embed the site, as sources of a content security policy; empty for all.
    pub frame_ancestors: Vec<String>,
    /// Origins of pages whose messages may change the view; empty for all.
    pub message_origins: Vec<String>,
    /// What catalogues of open data read about the dataset.
    pub catalogue: Catalogue,
    /// Providers of map tiles that a visitor may ask for, the lowest first; none for none.
    pub tiles: Vec<TileSource>,
}

/// What catalogues of open data read about the dataset; what is empty is left out.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Catalogue {
    /// The address that `GovData` has given to whoever delivers the metadata.
    pub contributor: String,
    /// The body that publishes the dataset in the sense of the law.
    pub publisher: String,
    /// Its home page.
    pub publisher_address: String,
    /// What kind of body it is, as an address of a list.
    pub publisher_type: String,
    /// Whom to ask about the data: a `mailto:` or `https:` address.
    pub contact: String,
    /// The licence, by its address in the list of DCAT-AP.de.
    pub licence: String,
    /// How the source is to be named.
    pub attribution: Bilingual,
    /// The level of government, as an address of the list of DCAT-AP.de.
    pub geocoding_level: String,
    /// What the data cover, likewise.
    pub geocoding: Vec<String>,
    /// Themes by the list of the European Union.
    pub themes: Vec<String>,
}

impl Catalogue {
    fn ensure_sound(&self) -> Result<()> {
        let Self {
            contributor,
            publisher: _,
            publisher_address,
            publisher_type,
            contact,
            licence,
            attribution,
            geocoding_level,
            geocoding,
            themes,
        } = self;
        let is_web = |value: &str| value.starts_with("https://") || value.starts_with("http://");
        for (name, value) in [
            ("contributor", contributor),
            ("publisher_address", publisher_address),
            ("publisher_type", publisher_type),
            ("licence", licence),
            ("geocoding_level", geocoding_level),
        ]
        .into_iter()
        .chain(geocoding.iter().map(|value| ("geocoding", value)))
        .chain(themes.iter().map(|value| ("themes", value)))
        {
            ensure!(
                value.is_empty() || is_web(value),
                "catalogue.{name} must be empty or begin with http:// or https://, not: {value}"
            );
        }
        ensure!(
            contact.is_empty() || contact.starts_with("mailto:") || contact.starts_with("https://"),
            "catalogue.contact must be empty or begin with mailto: or https://, not: {contact}"
        );
        ensure!(
            attribution.de.is_empty() == attribution.en.is_empty(),
            "catalogue.attribution must be said in both languages"
        );
        Ok(())
    }
}

/// A text in both languages.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// German.
    pub de: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// The text in a language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::German => &self.de,
            Language::English => &self.en,
        }
    }
}

/// A video in sign language and what BITV 2.0, annex 2, wants said of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignLanguage {
    /// The page or file: an `https:` address.
    pub address: String,
    /// How large it is.
    pub megabytes: u32,
    /// How long it takes, in minutes and seconds: `3:40`.
    pub length: String,
}

impl Configuration {
    /// Reads the file in `data`; without it everything is empty.
    ///
    /// # Errors
    /// When it cannot be read, is no TOML, has an unknown key or a value that does not fit, with line and column.
    pub fn read(data: &Path) -> Result<Self> {
        let path = data.join(FILE);
        let text = match fs::read_to_string(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            read => read.with_context(|| format!("cannot read {}", path.display()))?,
        };
        let configuration: Self =
            toml::from_str(&text).with_context(|| format!("cannot understand {}", path.display()))?;
        configuration
            .ensure_sound()
            .with_context(|| path.display().to_string())?;
        Ok(configuration)
    }

    fn ensure_sound(&self) -> Result<()> {
        let Self {
            address,
            corrections,
            feedback,
            imprint,
            privacy,
            accessibility,
            arbitration,
            sign_language,
            frame_ancestors,
            message_origins,
            catalogue,
            tiles,
        } = self;
        catalogue.ensure_sound()?;
        ensure!(
            address.is_empty() || (address.starts_with("https://") && address.ends_with('/')),
            "address must be empty or begin with https:// and end with a slash, not: {address}"
        );
        for (name, value) in [("corrections", corrections), ("feedback", feedback)] {
            ensure!(
                value.is_empty() || value.starts_with("mailto:") || value.starts_with("https://"),
                "{name} must be empty or begin with mailto: or https://, not: {value}"
            );
        }
        let video = sign_language.as_ref().map(|video| &video.address);
        let pages = [
            ("imprint", imprint),
            ("privacy", privacy),
            ("accessibility", accessibility),
        ];
        for (name, value) in pages
            .into_iter()
            .chain(video.map(|address| ("sign_language", address)))
        {
            ensure!(
                value.is_empty() && name != "sign_language" || value.starts_with("https://"),
                "{name} must begin with https://, not: {value}"
            );
        }
        ensure!(
            arbitration.de.is_empty() == arbitration.en.is_empty(),
            "arbitration must be said in both languages"
        );
        for (name, list) in [
            ("frame_ancestors", frame_ancestors),
            ("message_origins", message_origins),
        ] {
            // A space or semicolon would begin another source or directive.
            let wrong = list
                .iter()
                .find(|entry| entry.is_empty() || entry.contains([' ', ';', ',', '\n', '\r']));
            if let Some(entry) = wrong {
                bail!(
                    "every entry of {name} is one host, such as \"https://www.example.de\", not: {entry:?}"
                );
            }
        }
        let wrong = message_origins
            .iter()
            .find(|origin| !origin.contains("://") || origin.ends_with('/') || origin.contains('*'));
        if let Some(origin) = wrong {
            bail!(
                "every entry of message_origins is an origin without a path, such as \"https://www.example.de\", \
                 not: {origin:?}"
            );
        }
        for source in tiles {
            ensure!(
                source.origin().is_some(),
                "the address of tiles must begin with https:// and a host, not: {}",
                source.address
            );
            for address in [&source.credit_address, &source.privacy_address] {
                ensure!(
                    address.starts_with("https://"),
                    "credit_address and privacy_address of tiles must begin with https://, not: {address}"
                );
            }
        }
        Ok(())
    }

    /// Scheme and host of every provider of map tiles, each once.
    pub fn tile_origins(&self) -> Vec<&str> {
        let mut origins: Vec<&str> = self.tiles.iter().filter_map(TileSource::origin).collect();
        origins.sort_unstable();
        origins.dedup();
        origins
    }

    /// What the page says of it to the application: an element of the head for every value.
    pub(crate) fn head(&self) -> String {
        let mut head = String::new();
        let tiles = if self.tiles.is_empty() {
            String::new()
        } else {
            // Strings and numbers always have a form in JSON.
            serde_json::to_string(&self.tiles).unwrap_or_default()
        };
        for (name, value) in [
            ("address", &self.address),
            ("corrections", &self.corrections),
            ("message-origins", &self.message_origins.join(" ")),
            ("tiles", &tiles),
        ] {
            if !value.is_empty() {
                // Writing to a string cannot fail.
                let _infallible = writeln!(
                    head,
                    "<meta name=\"clusteratlas-{name}\" content=\"{}\">",
                    escaped(value)
                );
            }
        }
        head
    }
}
