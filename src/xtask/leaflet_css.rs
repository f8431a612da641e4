//! Leaflet's style sheet in a cascade layer of its own, so that the site's styles come after it whatever
//! their specificity.

use std::fs;

use anyhow::{Context, Result};

use crate::project::Project;

/// Writes `target/generated/leaflet.css`, which `index.html` names.
///
/// Line ends become those of the other sheets: hashes in a security policy are taken after the browser has
/// normalised them.
pub(crate) fn write(project: &Project) -> Result<()> {
    let source = project.root().join("node_modules/leaflet/dist/leaflet.css");
    let css = fs::read_to_string(&source).with_context(|| format!("cannot read: {}", source.display()))?;
    let layered = format!("@layer leaflet {{\n{}\n}}\n", css.replace("\r\n", "\n"));
    let folder = project.root().join("target/generated");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create: {}", folder.display()))?;
    let target = folder.join("leaflet.css");
    fs::write(&target, layered).with_context(|| format!("cannot write: {}", target.display()))
}
