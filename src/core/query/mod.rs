//! What the reader asks for, and what of the dataset answers it.

pub mod bitmap;
pub mod facet;
pub mod filter;
pub mod index;
pub mod lists;
pub mod matrix;
mod options;
pub mod ranking;
pub mod related;
pub mod selection;
pub mod side;
pub mod sort;
pub mod summary;
pub mod totals;
pub mod years;
