//! The words of the subject.

pub mod cluster;
pub mod cooperation;
pub mod country;
pub mod federal_state;
pub mod funding_reference;
pub mod id;
pub mod key_figure;
pub mod kind;
pub mod localized;
pub mod partial_date;
pub mod place;
pub mod programme;
pub mod source;
pub mod theme;
