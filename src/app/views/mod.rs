//! Everything that is seen besides the map. One component family per file, one block of style per family.

pub mod about;
pub mod active_filters;
pub mod brief;
pub mod comparison;
pub mod cooperation_list;
pub mod detail_panel;
pub mod editors;
pub mod embed;
pub mod export_menu;
pub mod failure_notice;
pub mod figures;
pub mod filter_panel;
pub mod footer;
pub mod guide;
pub mod header;
pub mod legend;
pub mod link_notice;
pub mod matrix;
pub mod overview;
pub mod pan;
pub mod parts;
pub mod period;
pub mod search_box;
pub mod sentence;
pub mod share;
pub mod story_panel;
pub mod tiles;

/// The page is wide enough for filters, rankings and panels in columns of their own beside the map.
pub const BESIDE_MAP: &str = "(min-width: 80rem)";
