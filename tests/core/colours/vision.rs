//! Colours as people see them who lack one kind of cones, and how far apart two colours are.
//!
//! G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, A physiologically-based model for simulation of color vision
//! deficiency, IEEE Transactions on Visualization and Computer Graphics 15 (2009): the matrices of severity 1.0, which
//! are applied to linear sRGB. Distances are those of CIEDE2000, which the crate `palette` takes from G. Sharma, W. Wu
//! and E. N. Dalal, The CIEDE2000 color-difference formula, Color Research and Application 30 (2005).

use palette::color_difference::Ciede2000 as _;
use palette::{IntoColor as _, Lab, LinSrgb, Srgb};

/// Which cones are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vision {
    /// All.
    Ordinary,
    /// None for long waves.
    Protanopia,
    /// None for middle waves.
    Deuteranopia,
    /// None for short waves.
    Tritanopia,
}

impl Vision {
    pub(super) const ALL: [Self; 4] = [
        Self::Ordinary,
        Self::Protanopia,
        Self::Deuteranopia,
        Self::Tritanopia,
    ];

    const fn matrix(self) -> [[f32; 3]; 3] {
        match self {
            Self::Ordinary => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Self::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Tritanopia => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        }
    }

    /// What a colour looks like.
    pub(super) fn sees(self, colour: Srgb) -> LinSrgb {
        let LinSrgb { red, green, blue, .. } = colour.into_linear();
        let [red, green, blue] = self
            .matrix()
            .map(|[r, g, b]| (r * red + g * green + b * blue).clamp(0.0, 1.0));
        LinSrgb::new(red, green, blue)
    }
}

/// How far apart two colours are, by CIEDE2000.
pub(super) fn distance(one: LinSrgb, other: LinSrgb) -> f32 {
    let (one, other): (Lab, Lab) = (one.into_color(), other.into_color());
    one.difference(other)
}

#[test]
fn greys_look_alike_to_everyone() {
    for vision in Vision::ALL {
        for shade in [0.0, 0.3, 0.7, 1.0] {
            let grey = Srgb::new(shade, shade, shade);
            assert!(
                distance(vision.sees(grey), grey.into_linear()) < 0.5,
                "{vision:?} {shade}"
            );
        }
    }
}

#[test]
fn red_and_green_of_one_lightness_are_alike_without_the_cones_that_part_them() {
    let colours = [Srgb::new(0.80, 0.30, 0.30), Srgb::new(0.45, 0.50, 0.20)];
    let apart = |vision: Vision| distance(vision.sees(colours[0]), vision.sees(colours[1]));
    assert!(apart(Vision::Deuteranopia) < apart(Vision::Ordinary) / 3.0);
    assert!(apart(Vision::Tritanopia) > apart(Vision::Deuteranopia));
}
