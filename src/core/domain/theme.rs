//! Themes and the six fields that group them.

use super::id::{Id, Key};
use super::localized::LocalizedText;

/// A group of themes, told apart on the map by colour and shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Health, biotechnology.
    LifeSciences,
    /// Software, electronics, photonics.
    DigitalElectronics,
    /// Materials, production, construction.
    IndustryMaterials,
    /// Vehicles, aerospace, logistics, ships.
    MobilityLogistics,
    /// Energy, environment, food.
    EnergyEnvironmentFood,
    /// Creative industries, security.
    Society,
}

impl Field {
    /// All six, in order of display.
    pub const ALL: [Self; 6] = [
        Self::LifeSciences,
        Self::DigitalElectronics,
        Self::IndustryMaterials,
        Self::MobilityLogistics,
        Self::EnergyEnvironmentFood,
        Self::Society,
    ];

    /// The id in the dataset and in style sheets.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LifeSciences => "life-sciences",
            Self::DigitalElectronics => "digital-electronics",
            Self::IndustryMaterials => "industry-materials",
            Self::MobilityLogistics => "mobility-logistics",
            Self::EnergyEnvironmentFood => "energy-environment-food",
            Self::Society => "society",
        }
    }

    /// The field with that id.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.code() == code)
    }

    /// The position in [`Field::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// What clusters and cooperations work on.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Id.
    pub id: Id<Self>,
    /// Name.
    pub name: LocalizedText,
    /// The group it belongs to.
    pub field: Field,
}

/// Key of a theme.
pub type ThemeKey = Key<Theme>;
