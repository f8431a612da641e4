//! The view state and its form in the URL fragment.

pub mod controls;
pub mod correction;
pub mod decode;
pub mod encode;
pub mod view_state;
