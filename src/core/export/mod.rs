//! Files for saving, as text.

pub mod chart;
pub mod csv;
