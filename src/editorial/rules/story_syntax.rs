//! Something in a story or page that is no part of one.
//!
//! # What
//! A head without its two lines `---` or with a line that it does not have, text or a view outside the
//! steps, a second view or English heading in a step; lists, images, quotations, emphasised words, code,
//! HTML, and brackets that are no link; a file beside the stories whose name does not end in `.md`.
//! In a page of `pages` the same, but for lists; a title that is missing or not the first, an unknown word in
//! braces, a link that leads nowhere, and a file that has not the name of a page.
//!
//! # Why
//! The panel beside the map and the pages show headings, paragraphs and links; anything else would silently
//! disappear.
//!
//! # Example
//! ```markdown
//! ## Partner in Japan
//! - [biosaxony] (cluster:biosaxony)
//! ```
//!
//! # Instead
//! ```markdown
//! ## Partner in Japan
//! Aus Sachsen ist [biosaxony](cluster:biosaxony) dabei.
//!
//! ### Partners in Japan
//! [biosaxony](cluster:biosaxony) takes part from Saxony.
//!
//! view: state=DE-SN&country=JP
//! ```

use super::{Finding, Subject};

super::rule!("CA026", "story-syntax", Error, "story_syntax.rs");

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let misplaced = subject.authored.misplaced.iter();
    misplaced
        .map(|(file, misplaced)| {
            let (message, hint) = (misplaced.message.clone(), misplaced.hint.clone());
            Finding::at(file, misplaced.line, message, hint)
        })
        .collect()
}
