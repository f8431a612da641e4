//! Two selections side by side: in which of them a cooperation is.

use crate::domain::cooperation::CooperationKey;

use super::bitmap::Bitmap;

/// In which of two selections a cooperation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Only in that of the filters.
    Own,
    /// Only in the one that it is compared with.
    Other,
    /// In both.
    Both,
}

/// The selection of the filters, and the one that it is compared with.
#[derive(Clone, Copy, Debug)]
pub struct Sides<'a> {
    /// The selection of the filters.
    pub own: &'a Bitmap,
    /// The one that it is compared with.
    pub other: &'a Bitmap,
}

impl Sides<'_> {
    /// Where a cooperation is; none where it is in neither.
    pub fn of(self, key: CooperationKey) -> Option<Side> {
        match (self.own.get(key), self.other.get(key)) {
            (true, true) => Some(Side::Both),
            (true, false) => Some(Side::Own),
            (false, true) => Some(Side::Other),
            (false, false) => None,
        }
    }
}
