use crate::story::{Story, stories};
pub(crate) const STORIES: &[Story] = &[];
