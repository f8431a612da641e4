//! The native figures, as Criterion has left them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::Value;

/// Milliseconds (medians) by benchmark and number of cooperations.
pub(crate) type Native = BTreeMap<String, BTreeMap<u32, f64>>;

/// Reads `CRITERION/GROUP/SIZE/new/estimates.json` of every group and size.
pub(crate) fn read(criterion: &Path) -> Result<Native> {
    let mut native = Native::new();
    let groups = fs::read_dir(criterion).with_context(|| format!("cannot list: {}", criterion.display()))?;
    for group in groups {
        let group = group?.path();
        let Some(name) = group.file_name().map(|name| name.to_string_lossy().into_owned()) else {
            continue;
        };
        let sizes = fs::read_dir(&group).into_iter().flatten().filter_map(Result::ok);
        for size in sizes {
            let number = size.file_name().to_string_lossy().parse::<u32>();
            let estimates = fs::read_to_string(size.path().join("new/estimates.json"));
            if let (Ok(number), Ok(estimates)) = (number, estimates) {
                let estimates: Value = serde_json::from_str(&estimates)?;
                let nanoseconds = estimates
                    .pointer("/median/point_estimate")
                    .and_then(Value::as_f64);
                let milliseconds = nanoseconds.context("an estimate without median")? / 1e6;
                native
                    .entry(name.clone())
                    .or_default()
                    .insert(number, milliseconds);
            }
        }
    }
    Ok(native)
}
