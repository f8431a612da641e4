//! The part of the chores that others use too: the web server for a finished site.
//!
//! - [`headers`]: the one list of security headers that `serve` sends and the README recommends.
//! - [`server`]: serves a folder on 127.0.0.1, as `cargo xtask serve` and the end-to-end tests do.
//!
//! Everything else belongs to the program alone and lives in `main.rs` and its modules.

pub mod headers;
pub mod server;
