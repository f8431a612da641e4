//! Compressed copies beside the files of the finished site, for servers that send them as they are.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

use crate::files;

const COMPRESSIBLE: [&str; 14] = [
    "bin",
    "css",
    "csv",
    "geojson",
    "html",
    "js",
    "json",
    "jsonld",
    "svg",
    "ttl",
    "txt",
    "wasm",
    "webmanifest",
    "xml",
];

/// Below this a response's headers outweigh what compression saves.
const SMALLEST: usize = 200;

/// Writes `.br` and `.gz` beside every file worth it below `folder`.
pub(crate) fn folder(folder: &Path) -> Result<()> {
    let paths: Vec<PathBuf> = files::below(folder)?
        .into_iter()
        .filter(|path| compressible(path))
        .collect();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        // Every n-th file: neighbours in a folder are of similar size, so the shares come out even.
        let share = |first: usize| paths.iter().skip(first).step_by(threads);
        let workers: Vec<_> = (0..threads)
            .map(|first| scope.spawn(move || share(first).try_for_each(|path| file(path))))
            .collect();
        workers.into_iter().try_for_each(|worker| {
            worker
                .join()
                .unwrap_or_else(|_| Err(anyhow!("a compressing thread failed")))
        })
    })
}

fn compressible(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| COMPRESSIBLE.iter().any(|known| extension == *known))
}

fn file(path: &Path) -> Result<()> {
    let bytes = fs::read(path).with_context(|| format!("cannot read: {}", path.display()))?;
    if bytes.len() <= SMALLEST {
        return Ok(());
    }
    write(path, "br", &bytes, &brotli(&bytes)?)?;
    write(path, "gz", &bytes, &gzip(&bytes)?)
}

fn write(path: &Path, suffix: &str, original: &[u8], compressed: &[u8]) -> Result<()> {
    // A copy that is not smaller would only be chosen in vain.
    if compressed.len() >= original.len() {
        return Ok(());
    }
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{suffix}"));
    let target = PathBuf::from(name);
    File::create(&target)
        .and_then(|mut file| file.write_all(compressed))
        .with_context(|| format!("cannot write: {}", target.display()))
}

/// Brotli at its best quality.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let params = BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    let mut input = bytes;
    brotli::BrotliCompress(&mut input, &mut compressed, &params).context("cannot compress with brotli")?;
    Ok(compressed)
}

/// Gzip as small as it goes, for what is compressed once and carried around; it notes neither a name nor a time.
pub(crate) fn gzip_for_long(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(
        zopfli::Options::default(),
        zopfli::Format::Gzip,
        bytes,
        &mut packed,
    )
    .context("cannot compress with gzip")?;
    Ok(packed)
}

/// Gzip at its best; it notes neither a name nor a time.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).context("cannot compress with gzip")?;
    encoder.finish().context("cannot compress with gzip")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_large_compressible_files_get_copies() -> Result<()> {
        let dist = tempfile::tempdir()?;
        let text = "cluster ".repeat(100);
        for (name, content) in [
            ("a.css", text.as_str()),
            ("b.png", text.as_str()),
            ("c.css", "tiny"),
        ] {
            fs::write(dist.path().join(name), content)?;
        }
        folder(dist.path())?;
        let names: Vec<_> = files::below(dist.path())?
            .iter()
            .map(|path| files::relative(path, dist.path()))
            .collect();
        assert_eq!(names, ["a.css", "a.css.br", "a.css.gz", "b.png", "c.css"]);
        Ok(())
    }
}
