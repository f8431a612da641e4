//! Archives of files (zip).

use std::io::{Cursor, Read as _, Write as _};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::workbook::guard::{GuardError, Limits};

/// The archive of files. The same files give the same bytes: no time and no machine is noted.
///
/// # Errors
/// When a name stands twice, or there is too much for the format.
pub fn packed<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Result<Vec<u8>, ZipError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(name, options)?;
        archive.write_all(content)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The files in an archive that keeps the limits, with their paths; folders are left out.
///
/// # Errors
/// When it is no archive, a damaged one or one beyond the limits.
pub fn unpacked(bytes: &[u8], limits: &Limits) -> Result<Vec<(String, Vec<u8>)>, GuardError> {
    let damaged = |error: String| GuardError::Damaged(error);
    if bytes.len() as u64 > limits.bytes {
        return Err(GuardError::Bytes(limits.bytes));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
    if archive.len() > limits.parts {
        return Err(GuardError::Parts(limits.parts));
    }
    let mut files = Vec::new();
    let mut rest = limits.unpacked_bytes;
    for position in 0..archive.len() {
        let part = archive
            .by_index(position)
            .map_err(|error| damaged(error.to_string()))?;
        if part.is_dir() {
            continue;
        }
        let name = part.name().map_err(|error| damaged(error.to_string()))?;
        let name = name.into_owned();
        let mut content = Vec::new();
        // One byte more than may be tells that there is more.
        let read = part.take(rest + 1).read_to_end(&mut content);
        read.map_err(|error| damaged(error.to_string()))?;
        rest = rest
            .checked_sub(content.len() as u64)
            .ok_or(GuardError::Unpacked(limits.unpacked_bytes))?;
        files.push((name, content));
    }
    Ok(files)
}
