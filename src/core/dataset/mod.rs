//! A whole, checked body of records.

pub mod assemble;
pub mod details;
mod ids;
mod list;
pub mod problem;
pub(crate) mod record;
pub(crate) mod records;
pub(crate) mod value;
pub mod wire;

use crate::domain::cluster::{Cluster, ClusterKey};
use crate::domain::cooperation::{Cooperation, CooperationKey};
use crate::domain::country::{Country, CountryCode, CountryKey};
use crate::domain::federal_state::FederalState;
use crate::domain::id::Key;
use crate::domain::key_figure::KeyFigure;
use crate::domain::kind::{CooperationKind, KindKey};
use crate::domain::localized::LocalizedText;
use crate::domain::partial_date::PartialDate;
use crate::domain::place::{Place, PlaceKey};
use crate::domain::programme::{Programme, ProgrammeKey};
use crate::domain::theme::{Field, Theme, ThemeKey};
use crate::geo::lat_lon::LatLon;

/// What the dataset says about itself.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The dataset's own version.
    pub version: Box<str>,
    /// The date it describes; the status of cooperations refers to it.
    pub date: PartialDate,
    /// Who publishes it.
    pub publisher: LocalizedText,
    /// Its licence, and the credits that must be shown with it.
    pub licence: LocalizedText,
    /// Names its contents: equal in `atlas.json` and the `details.json` that belongs to it.
    pub content: Box<str>,
}

/// All records of one edition. Only [`assemble::assemble`] makes one, so that every key resolves and the
/// records of each kind are sorted by id (themes and kinds: in order of display).
#[derive(Clone, Debug)]
pub struct Dataset {
    /// What the dataset says about itself.
    pub edition: Edition,
    /// Names of the six fields, in the order of [`Field::ALL`].
    field_names: [LocalizedText; 6],
    themes: Box<[Theme]>,
    kinds: Box<[CooperationKind]>,
    programmes: Box<[Programme]>,
    countries: Box<[Country]>,
    /// Representative points of the states, in the order of [`FederalState::ALL`].
    state_points: [LatLon; 16],
    germany: CountryKey,
    clusters: Box<[Cluster]>,
    places: Box<[Place]>,
    cooperations: Box<[Cooperation]>,
    key_figures: Box<[KeyFigure]>,
}

/// Gives each kind of record its list, its look-up by key and its look-up by id.
macro_rules! tables {
    ($($list:ident, $one:ident: $record:ty, $key:ty, $what:literal;)*) => {
        impl Dataset {
            $(
                #[doc = concat!("All ", $what, ", in the order of their keys.")]
                pub fn $list(&self) -> &[$record] {
                    &self.$list
                }

                #[doc = concat!("The one of the ", $what, " with that key of this dataset.")]
                pub fn $one(&self, key: $key) -> &$record {
                    &self.$list[key.index()]
                }
            )*
        }
    };
}

tables! {
    themes, theme: Theme, ThemeKey, "themes";
    kinds, kind: CooperationKind, KindKey, "kinds of cooperation";
    programmes, programme: Programme, ProgrammeKey, "programmes";
    countries, country: Country, CountryKey, "countries";
    clusters, cluster: Cluster, ClusterKey, "clusters";
    places, place: Place, PlaceKey, "places";
    cooperations, cooperation: Cooperation, CooperationKey, "cooperations";
}

impl Dataset {
    /// Published numbers about the field.
    pub fn key_figures(&self) -> &[KeyFigure] {
        &self.key_figures
    }

    /// The name of a field of themes.
    pub const fn field_name(&self, field: Field) -> &LocalizedText {
        &self.field_names[field.index()]
    }

    /// A representative point of a German state.
    pub const fn state_point(&self, state: FederalState) -> LatLon {
        self.state_points[state.index()]
    }

    /// Germany among the countries.
    pub const fn germany(&self) -> CountryKey {
        self.germany
    }

    /// The theme with that id.
    pub fn theme_by_id(&self, id: &str) -> Option<ThemeKey> {
        in_display_order(&self.themes, |theme| theme.id.as_str() == id)
    }

    /// The kind of cooperation with that id.
    pub fn kind_by_id(&self, id: &str) -> Option<KindKey> {
        in_display_order(&self.kinds, |kind| kind.id.as_str() == id)
    }

    /// The programme with that id.
    pub fn programme_by_id(&self, id: &str) -> Option<ProgrammeKey> {
        sorted(&self.programmes, |programme| programme.id.as_str().cmp(id))
    }

    /// The country with that code.
    pub fn country_by_code(&self, code: CountryCode) -> Option<CountryKey> {
        sorted(&self.countries, |country| country.code.cmp(&code))
    }

    /// The cluster with that id.
    pub fn cluster_by_id(&self, id: &str) -> Option<ClusterKey> {
        sorted(&self.clusters, |cluster| cluster.id.as_str().cmp(id))
    }

    /// The place with that id.
    pub fn place_by_id(&self, id: &str) -> Option<PlaceKey> {
        sorted(&self.places, |place| place.id.as_str().cmp(id))
    }

    /// The cooperation with that id.
    pub fn cooperation_by_id(&self, id: &str) -> Option<CooperationKey> {
        sorted(&self.cooperations, |cooperation| cooperation.id.as_str().cmp(id))
    }
}

/// Keys of the first `count` records of a list.
pub fn keys<T>(count: usize) -> impl Iterator<Item = Key<T>> {
    (0..u32::try_from(count).unwrap_or(u32::MAX)).map(Key::new)
}

fn key_at<T>(position: usize) -> Option<Key<T>> {
    u32::try_from(position).ok().map(Key::new)
}

fn in_display_order<T>(records: &[T], is_it: impl Fn(&T) -> bool) -> Option<Key<T>> {
    records.iter().position(is_it).and_then(key_at)
}

fn sorted<T>(records: &[T], compare: impl Fn(&T) -> std::cmp::Ordering) -> Option<Key<T>> {
    records.binary_search_by(compare).ok().and_then(key_at)
}

/// Where a part of a text begins in it, in bytes.
fn offset(text: &str, part: &str) -> usize {
    part.as_ptr().addr().wrapping_sub(text.as_ptr().addr())
}
