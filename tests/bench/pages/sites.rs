//! Folders to serve: the finished site with the data of each size, and the controls beside it.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use xtask::headers;

/// Chooses among the synthetic datasets.
const SEED: u64 = 1;

/// Files above this are compressed with the lower brotli quality, which takes seconds instead of minutes.
const LARGE: usize = 2_000_000;

/// Brotli qualities for files up to [`LARGE`] and above.
pub(crate) const QUALITIES: [i32; 2] = [11, 5];

/// What the controls need besides their own files.
const PACKAGES: [&str; 3] = [
    "leaflet/dist/leaflet.js",
    "leaflet/dist/leaflet.css",
    "world-atlas/land-110m.json",
];

/// The policy of the controls.
const CONTROLS: &str = "/bench/*\n  Content-Security-Policy: default-src 'self'; img-src 'self' data:\n";

/// Which data a site holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dataset {
    /// The one that the site was built with.
    Real,
    /// A synthetic one with so many cooperations.
    Generated(u32),
}

impl std::fmt::Display for Dataset {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Real => f.pad("real"),
            Self::Generated(size) => f.pad(&size.to_string()),
        }
    }
}

impl std::str::FromStr for Dataset {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "real" {
            return Ok(Self::Real);
        }
        Ok(Self::Generated(text.parse()?))
    }
}

/// Makes the folder of a dataset below `work` and returns it.
pub(crate) fn prepare(site: &Path, project: &Path, work: &Path, dataset: Dataset) -> Result<PathBuf> {
    let index = site.join("index.html");
    ensure!(
        index.is_file(),
        "there is no {}: `cargo xtask build` makes it",
        index.display()
    );
    let folder = work.join("sites").join(dataset.to_string());
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot remove: {}", folder.display()))?;
    }
    copy_folder(site, &folder)?;
    let controls = folder.join("bench");
    copy_folder(&project.join("tests/bench/controls"), &controls)?;
    for package in PACKAGES {
        let path = project.join("node_modules").join(package);
        let name = path.file_name().context("a package's file without a name")?;
        fs::copy(&path, controls.join(name)).with_context(|| format!("cannot copy: {}", path.display()))?;
    }
    // The site's own policy lets nothing become markup that its first script does not let through.
    let mut headers = fs::OpenOptions::new()
        .append(true)
        .create(true)
        .open(folder.join(headers::FILE))?;
    headers.write_all(CONTROLS.as_bytes())?;
    if let Dataset::Generated(size) = dataset {
        let data = work.join("data").join(size.to_string());
        let atlas = clusteratlas_builder::generate(size, SEED);
        publish(&data, &folder.join("data"), "atlas.json", &atlas)?;
        let details = clusteratlas_builder::generate_details(size, SEED);
        publish(&data, &folder.join("data"), "details.json", &details)?;
    }
    Ok(folder)
}

/// Writes a file and its compressed copies, which are kept in `cache` as long as the file stays the same.
fn publish(cache: &Path, folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    fs::create_dir_all(cache)?;
    let names = ["", ".br", ".gz"].map(|ending| format!("{name}{ending}"));
    let complete = names.iter().all(|name| cache.join(name).is_file());
    if !complete || fs::read(cache.join(name))? != bytes {
        let [plain, brotli, gzip] = names.each_ref().map(|name| cache.join(name));
        fs::write(brotli, compress_brotli(bytes)?)?;
        fs::write(gzip, compress_gzip(bytes)?)?;
        fs::write(plain, bytes)?;
    }
    for name in names {
        fs::copy(cache.join(&name), folder.join(&name))?;
    }
    Ok(())
}

fn compress_brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let params = BrotliEncoderParams {
        quality: QUALITIES[usize::from(bytes.len() > LARGE)],
        lgwin: 24,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &params)?;
    Ok(compressed)
}

fn compress_gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot list: {}", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
