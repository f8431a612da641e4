//! What the workbench answers, natively: with the real dataset as the build publishes it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod archives;
mod bench;
mod knowledge;
mod made;
mod read;
mod refused;
