//! Small pieces that several views share.

pub mod combobox;
pub mod drawing;
pub mod field_mark;
pub mod funding_reference;
pub mod later;
pub mod numbers;
pub mod record_link;
pub mod source;
