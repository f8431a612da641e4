//! The view state, its form in the URL fragment, and what other pages may ask of it.

pub mod controls;
pub mod correction;
pub mod decode;
pub mod encode;
pub mod request;
pub mod view_state;
