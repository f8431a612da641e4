//! What the reader asks for, and what of the dataset answers it.

pub mod facet;
pub mod filter;
pub mod index;
pub mod selection;
pub mod sort;
pub mod summary;
