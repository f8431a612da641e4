//! The bundled map of the world: coastlines and borders on a grid of whole numbers.
//!
//! Bytes, all numbers as variable-length integers of seven bits per byte, lowest first (LEB128), signed
//! ones folded to unsigned by zigzag:
//!
//! 1. the four letters `CAW1`,
//! 2. grid units per degree,
//! 3. for each [`Layer`] in order: the number of its lines, and for each line the number of its points,
//!    the first point and the steps to the following ones as longitude and latitude.
//!
//! Longitudes run from -169 to about 191 degrees, as the map counts them.

use thiserror::Error;

const MAGIC: [u8; 4] = *b"CAW1";

/// What the lines of the world stand for, in the order of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Rings that bound land.
    Land,
    /// Borders between countries.
    Borders,
    /// Rings that bound Germany.
    Germany,
    /// Borders between German states.
    States,
}

impl Layer {
    /// All, in the order of the file.
    pub const ALL: [Self; 4] = [Self::Land, Self::Borders, Self::Germany, Self::States];
}

/// Points of one line as `[longitude, latitude]` in grid units.
pub type Line = Vec<[i32; 2]>;

/// Coastlines and borders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct World {
    /// Grid units per degree.
    pub units_per_degree: u32,
    /// The lines of every layer, in the order of [`Layer::ALL`].
    pub layers: [Vec<Line>; 4],
}

/// Why bytes are no world.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum WorldError {
    /// The bytes do not begin with the format's letters.
    #[error("not a world file of this version")]
    Magic,
    /// The bytes end within a number or before the last line, or a number is too large.
    #[error("world file damaged at byte {0}")]
    Damaged(usize),
}

impl World {
    /// The lines of `layer`.
    pub fn lines(&self, layer: Layer) -> &[Line] {
        &self.layers[layer as usize]
    }

    /// The bytes of the file.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        write_unsigned(&mut bytes, self.units_per_degree);
        for lines in &self.layers {
            write_length(&mut bytes, lines.len());
            for line in lines {
                write_length(&mut bytes, line.len());
                let mut last = [0, 0];
                for point in line {
                    for axis in 0..2 {
                        write_signed(&mut bytes, point[axis] - last[axis]);
                    }
                    last = *point;
                }
            }
        }
        bytes
    }

    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// When they are not such a file or end too early; never reads beyond them and never reserves more
    /// than they can hold.
    pub fn decode(bytes: &[u8]) -> Result<Self, WorldError> {
        let rest = bytes.strip_prefix(&MAGIC).ok_or(WorldError::Magic)?;
        let mut reader = Reader {
            rest,
            length: bytes.len(),
        };
        let units_per_degree = reader.unsigned()?;
        if units_per_degree == 0 {
            return Err(reader.damaged());
        }
        let mut layers: [Vec<Line>; 4] = Default::default();
        for lines in &mut layers {
            for _ in 0..reader.unsigned()? {
                lines.push(reader.line()?);
            }
        }
        Ok(Self {
            units_per_degree,
            layers,
        })
    }
}

fn write_unsigned(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push((value & 0x7f) as u8);
}

fn write_length(bytes: &mut Vec<u8>, length: usize) {
    write_unsigned(bytes, u32::try_from(length).unwrap_or(u32::MAX));
}

fn write_signed(bytes: &mut Vec<u8>, value: i32) {
    write_unsigned(bytes, ((value << 1) ^ (value >> 31)).cast_unsigned());
}

struct Reader<'a> {
    rest: &'a [u8],
    length: usize,
}

impl Reader<'_> {
    const fn damaged(&self) -> WorldError {
        WorldError::Damaged(self.length - self.rest.len())
    }

    fn unsigned(&mut self) -> Result<u32, WorldError> {
        let mut value = 0_u32;
        for shift in (0..35).step_by(7) {
            let (&byte, rest) = self.rest.split_first().ok_or_else(|| self.damaged())?;
            self.rest = rest;
            let part = u32::from(byte & 0x7f)
                .checked_mul(1 << shift)
                .ok_or_else(|| self.damaged())?;
            value |= part;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(self.damaged())
    }

    fn signed(&mut self) -> Result<i32, WorldError> {
        let folded = self.unsigned()?;
        Ok((folded >> 1).cast_signed() ^ -((folded & 1).cast_signed()))
    }

    fn line(&mut self) -> Result<Line, WorldError> {
        let count = self.unsigned()? as usize;
        // A point takes two bytes at least, so that a damaged count cannot ask for much memory.
        if count > self.rest.len() / 2 {
            return Err(self.damaged());
        }
        let mut line = Line::with_capacity(count);
        let mut last = [0_i32, 0];
        for _ in 0..count {
            for axis in &mut last {
                let step = self.signed()?;
                *axis = axis.checked_add(step).ok_or_else(|| self.damaged())?;
            }
            line.push(last);
        }
        Ok(line)
    }
}
