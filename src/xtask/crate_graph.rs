//! The crates that end up in the site's WebAssembly.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::licences;
use crate::project::Project;
use crate::task::Task;

/// Someone's work that is part of the site.
#[derive(Clone, Debug)]
pub(crate) struct Component {
    pub(crate) name: String,
    pub(crate) version: String,
    /// The SPDX expression that the package states.
    pub(crate) licence: String,
    /// The licence texts that lie beside it; may be none.
    pub(crate) texts: Vec<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    /// Absent for crates of this workspace.
    source: Option<String>,
    manifest_path: String,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
    root: Option<String>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    /// Nothing for what the program itself uses; `dev` and `build` otherwise.
    kind: Option<String>,
}

/// The program beside the application.
const WORKBENCH: &str = "clusteratlas-workbench";

/// The foreign crates that the application and the workbench use on WebAssembly, by name.
pub(crate) fn components(project: &Project) -> Result<Vec<Component>> {
    let platform = ["--filter-platform", "wasm32-unknown-unknown"];
    let arguments = ["metadata", "--format-version", "1", "--offline"]
        .iter()
        .chain(&platform);
    let output = Task::new(project, "cargo metadata", "cargo", arguments).output()?;
    let metadata: Metadata = serde_json::from_str(&output).context("cannot understand cargo's metadata")?;
    let mut components = used(&metadata)
        .into_iter()
        .filter(|package| package.source.is_some())
        .map(component)
        .collect::<Result<Vec<_>>>()?;
    components.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(components)
}

fn component(package: &Package) -> Result<Component> {
    let folder = Path::new(&package.manifest_path)
        .parent()
        .context("a manifest without a folder")?;
    Ok(Component {
        name: package.name.clone(),
        version: package.version.clone(),
        licence: package
            .license
            .clone()
            .unwrap_or_else(|| "see the text".to_owned()),
        texts: licences::texts_in(folder)?,
    })
}

fn used(metadata: &Metadata) -> Vec<&Package> {
    let packages: BTreeMap<&str, &Package> = metadata
        .packages
        .iter()
        .map(|package| (package.id.as_str(), package))
        .collect();
    let nodes: BTreeMap<&str, &Node> = metadata
        .resolve
        .nodes
        .iter()
        .map(|node| (node.id.as_str(), node))
        .collect();
    let workbench = metadata.packages.iter().find(|package| package.name == WORKBENCH);
    let workbench = workbench.map(|package| &*package.id);
    let mut open: Vec<&str> = metadata
        .resolve
        .root
        .as_deref()
        .into_iter()
        .chain(workbench)
        .collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        // What a macro uses runs in the compiler and does not come along.
        if packages.get(id).is_none_or(|package| package.is_macro()) || !seen.insert(id) {
            continue;
        }
        let dependencies = nodes.get(id).map(|node| node.deps.as_slice()).unwrap_or_default();
        open.extend(
            dependencies
                .iter()
                .filter(|dependency| dependency.dep_kinds.iter().any(|kind| kind.kind.is_none()))
                .map(|dependency| dependency.pkg.as_str()),
        );
    }
    seen.into_iter()
        .filter_map(|id| packages.get(id).copied())
        .collect()
}

impl Package {
    fn is_macro(&self) -> bool {
        self.targets
            .iter()
            .any(|target| target.kind.iter().any(|kind| kind == "proc-macro"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn macros_and_test_dependencies_do_not_come_along() {
        let package = |id: &str, kind: &str| {
            format!(
                r#"{{"id":"{id}","name":"{id}","version":"1.0.0","license":"MIT","source":"registry",
                "manifest_path":"/{id}/Cargo.toml","targets":[{{"kind":["{kind}"]}}]}}"#
            )
        };
        let packages = [
            package("app", "bin"),
            package("used", "lib"),
            package("derive", "proc-macro"),
            package("test", "lib"),
        ];
        let json = format!(
            r#"{{"packages":[{}],"resolve":{{"root":"app","nodes":[{{"id":"app","deps":[
            {{"pkg":"used","dep_kinds":[{{"kind":null}}]}},{{"pkg":"derive","dep_kinds":[{{"kind":null}}]}},
            {{"pkg":"test","dep_kinds":[{{"kind":"dev"}}]}}]}},{{"id":"used","deps":[]}}]}}}}"#,
            packages.join(",")
        );
        let metadata: Metadata = serde_json::from_str(&json).unwrap();
        let names: Vec<&str> = used(&metadata)
            .iter()
            .map(|package| package.name.as_str())
            .collect();
        assert_eq!(names, ["app", "used"]);
    }
}
