//! Kinds of cooperation.

use super::id::{Id, Key};
use super::localized::LocalizedText;

/// What partners do together: a project, a delegation, a trade fair.
#[derive(Clone, Debug)]
pub struct CooperationKind {
    /// Id.
    pub id: Id<Self>,
    /// Name.
    pub name: LocalizedText,
}

/// Key of a kind of cooperation.
pub type KindKey = Key<CooperationKind>;
