//! Small pieces that several views share.

pub mod field_mark;
pub mod record_link;
pub mod web_link;
