//! Names, codes and continents of countries from the Unicode Common Locale Data Repository (CLDR).

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use clusteratlas_core::domain::country::Continent;
use serde_json::Value;

/// Names of which CLDR's short form is the usual one, by language. Elsewhere the short form is a bare
/// abbreviation ("UK", "US") or leaves out what the full one says.
const SHORT_NAMES: [(&str, &[&str]); 2] = [("de", &["HK", "MO", "US"]), ("en", &["HK", "MO"])];

/// Regions of UN M49 and the continents they belong to. The first that holds a country decides: South
/// America is a part of the Americas.
const REGIONS: [(&str, Continent); 6] = [
    ("005", Continent::SouthAmerica),
    ("019", Continent::NorthAmerica),
    ("150", Continent::Europe),
    ("142", Continent::Asia),
    ("002", Continent::Africa),
    ("009", Continent::Oceania),
];

/// All territories by ISO 3166-1 alpha-2 code.
#[derive(Debug)]
pub(crate) struct Territories {
    names_de: BTreeMap<String, String>,
    names_en: BTreeMap<String, String>,
    code_by_number: BTreeMap<String, String>,
    continents: BTreeMap<String, Continent>,
}

impl Territories {
    /// Reads the CLDR packages below `folder`.
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let supplemental = |name: &str| -> Result<Value> {
            let path = folder.join("cldr-core/supplemental").join(format!("{name}.json"));
            let mut file: Value = super::read_json(&path)?;
            let part = file
                .pointer_mut(&format!("/supplemental/{name}"))
                .map(Value::take);
            part.with_context(|| format!("not of the expected shape: {}", path.display()))
        };
        Ok(Self {
            names_de: names(folder, "de")?,
            names_en: names(folder, "en")?,
            code_by_number: numbers(&supplemental("codeMappings")?),
            continents: continents(&supplemental("territoryContainment")?),
        })
    }

    /// The alpha-2 codes of all territories that have a German name.
    pub(crate) fn codes(&self) -> impl Iterator<Item = &str> {
        self.names_de.keys().map(String::as_str)
    }

    /// German and English name of the country with that alpha-2 code.
    pub(crate) fn names(&self, code: &str) -> Option<(&str, &str)> {
        Some((self.names_de.get(code)?, self.names_en.get(code)?))
    }

    /// The continent of the country with that alpha-2 code; none for what is no country.
    pub(crate) fn continent(&self, code: &str) -> Option<Continent> {
        self.continents.get(code).copied()
    }

    /// The alpha-2 code of the country with that numeric code.
    pub(crate) fn code_of_number(&self, number: &str) -> Option<&str> {
        self.code_by_number.get(number).map(String::as_str)
    }
}

fn names(folder: &Path, language: &str) -> Result<BTreeMap<String, String>> {
    let path = folder
        .join("cldr-localenames-full/main")
        .join(language)
        .join("territories.json");
    let file: Value = super::read_json(&path)?;
    let list = file
        .pointer(&format!("/main/{language}/localeDisplayNames/territories"))
        .and_then(Value::as_object)
        .with_context(|| format!("not of the expected shape: {}", path.display()))?;
    let short = SHORT_NAMES
        .iter()
        .find(|(of, _)| *of == language)
        .map_or(&[][..], |(_, codes)| codes);
    let name = |code: &str| {
        let form = if short.contains(&code) {
            format!("{code}-alt-short")
        } else {
            code.to_owned()
        };
        list.get(&form).and_then(Value::as_str)
    };
    Ok(list
        .keys()
        .filter(|code| is_country_code(code))
        .filter_map(|code| Some((code.clone(), name(code)?.to_owned())))
        .collect())
}

fn numbers(mappings: &Value) -> BTreeMap<String, String> {
    let codes = mappings.as_object().into_iter().flatten();
    codes
        .filter(|(code, _)| is_country_code(code))
        .filter_map(|(code, other)| Some((other.get("_numeric")?.as_str()?.to_owned(), code.clone())))
        .collect()
}

fn continents(containment: &Value) -> BTreeMap<String, Continent> {
    let mut continents = BTreeMap::new();
    for (region, continent) in REGIONS {
        let mut open = vec![region];
        while let Some(region) = open.pop() {
            // CLDR groups uninhabited islands and Antarctica under a code of its own.
            if region == "QO" {
                continue;
            }
            if is_country_code(region) {
                continents.entry(region.to_owned()).or_insert(continent);
            }
            let parts = containment.get(region).and_then(|found| found.get("_contains"));
            open.extend(
                parts
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str),
            );
        }
    }
    continents
}

fn is_country_code(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}
