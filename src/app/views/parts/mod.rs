//! Small pieces that several views share.

pub mod field_mark;
pub mod later;
pub mod option_names;
pub mod record_link;
