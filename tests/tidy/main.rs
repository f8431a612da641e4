//! Repository rules that no compiler checks: who may use whom, where foreign things may appear, what belongs together.
//!
//! Every rule reads the real tree and prints `file:line` and what to do. Its helper is tested on a few words as well,
//! so that each rule is known to be able to fail. A folder that a rule expects and does not find is a finding: a rule
//! that looks at nothing passes in vain.

mod addresses;
mod citation;
mod code;
mod colours;
mod deployment;
mod direction;
mod documentation;
mod doorways;
mod easy_language;
mod editorial;
mod finding;
mod manifests;
mod pairs;
mod proofs;
mod tree;
mod unfinished;
mod words;
