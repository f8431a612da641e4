//! Colours and opacities as the style sheets state them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use palette::Srgb;

const MORE_CONTRAST: &str = "@media (prefers-contrast: more)";

/// Whose colours are meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader {
    pub(super) dark: bool,
    pub(super) more_contrast: bool,
}

impl Reader {
    pub(super) const LIGHT: Self = Self {
        dark: false,
        more_contrast: false,
    };
    pub(super) const DARK: Self = Self {
        dark: true,
        more_contrast: false,
    };
}

/// The colours of `style/tokens.css` for a reader.
pub(super) struct Tokens(BTreeMap<String, String>);

impl Tokens {
    #[track_caller]
    pub(super) fn read(reader: Reader) -> Self {
        let sheet = sheet("tokens.css");
        let (_, tokens) = sheet.split_once("@layer tokens {").unwrap();
        let (ordinary, media) = tokens.split_once("@media").unwrap();
        let mut colours = BTreeMap::new();
        collect(ordinary, reader.dark, &mut colours);
        assert!(!colours.is_empty());
        if reader.more_contrast {
            let media = format!("@media{media}");
            let (_, own) = media.split_once(MORE_CONTRAST).unwrap();
            let (own, _) = own.split_once("@media").unwrap();
            let before = colours.clone();
            collect(own, reader.dark, &mut colours);
            assert_ne!(before, colours);
        }
        Self(colours)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    #[track_caller]
    pub(super) fn colour(&self, name: &str) -> Srgb {
        let text = self.0.get(name).unwrap_or_else(|| panic!("there is no {name}"));
        let colour: Srgb<u8> = text.parse().unwrap_or_else(|_| panic!("{name}: {text}"));
        colour.into_format()
    }
}

/// Takes over the declarations of colours, each with one value or one for light and one for dark.
fn collect(css: &str, dark: bool, colours: &mut BTreeMap<String, String>) {
    for declaration in css.split([';', '{', '}']) {
        let Some((name, value)) = declaration.trim().split_once(':') else {
            continue;
        };
        let Some(name) = name.strip_prefix("--colour-") else {
            continue;
        };
        let value = value.trim();
        let both = value
            .strip_prefix("light-dark(")
            .and_then(|value| value.strip_suffix(')'));
        let own = both.and_then(|both| both.split_once(", ")).map_or(
            value,
            |(light, shade)| {
                if dark { shade } else { light }
            },
        );
        colours.insert(name.to_owned(), own.to_owned());
    }
}

/// A number that a style sheet states for a selector.
#[track_caller]
pub(super) fn declared(path: &str, selector: &str, property: &str) -> f32 {
    let sheet = sheet(path);
    let beginning = format!("\n  {selector} {{");
    let (_, rule) = sheet
        .split_once(&beginning)
        .unwrap_or_else(|| panic!("{path} has no {selector}"));
    let (rule, _) = rule.split_once('}').unwrap();
    let value = rule.split(';').find_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        (name.trim() == property).then_some(value)
    });
    value.unwrap().trim().parse().unwrap()
}

#[track_caller]
fn sheet(path: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../style");
    fs::read_to_string(folder.join(path)).unwrap()
}
