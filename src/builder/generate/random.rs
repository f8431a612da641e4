//! Numbers that look random and are the same on every machine.

/// The generator `SplitMix64`.
///
/// Algorithm: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA
/// 2014; constants as in S. Vigna's public-domain `splitmix64.c`.
#[derive(Clone, Debug)]
pub(super) struct Random(u64);

impl Random {
    /// The generator that `seed` chooses.
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but not including, `limit`; 0 where `limit` is 0.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX).max(1);
        // The bias of the remainder is far below what a synthetic dataset could show.
        usize::try_from(self.next() % limit).unwrap_or(0)
    }

    /// The same with small numbers far more often than large ones.
    pub(super) fn skewed(&mut self, limit: usize) -> usize {
        let (one, other) = (self.below(limit), self.below(limit));
        one * other / limit.max(1)
    }

    /// True in `percent` of a hundred cases.
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// A number of the range as steps of a ten-thousandth, for coordinates.
    pub(super) fn degrees(&mut self, [least, greatest]: [i32; 2]) -> f64 {
        let steps = usize::try_from((greatest - least) * 10_000).unwrap_or(1);
        let step = i32::try_from(self.below(steps)).unwrap_or(0);
        f64::from(least * 10_000 + step) / 10_000.0
    }

    /// One of several; none where there are none.
    pub(super) fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }
}
