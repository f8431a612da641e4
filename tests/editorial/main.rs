//! Guards what editors work with: workbooks give back what was put into them, and no file is too strange to be read.

mod limits;
mod records;
mod round_trip;
