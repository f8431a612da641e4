//! Guards what editors work with.
