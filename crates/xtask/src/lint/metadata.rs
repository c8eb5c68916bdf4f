//! The part of `cargo metadata` that the checks use.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process::{cargo, output};
use crate::wasm::TARGET;

/// One package of the dependency graph.
pub struct Package {
    pub name: String,
    pub version: String,
    /// SPDX expression, if the package states one.
    pub licence: Option<String>,
    /// Whether it is one of ours.
    pub ours: bool,
    /// Names of what it depends on outside its tests.
    pub dependencies: Vec<String>,
}

/// Platforms that are built and shipped from here.
const PLATFORMS: [&str; 2] = ["x86_64-unknown-linux-gnu", TARGET];

/// Every package that a feature of ours could bring in on these platforms.
pub fn read() -> Result<Vec<Package>> {
    let mut metadata = cargo();
    metadata.args(["metadata", "--format-version", "1", "--all-features"]);
    for platform in PLATFORMS {
        metadata.args(["--filter-platform", platform]);
    }
    let text = output(&mut metadata)?;
    let value: Value = serde_json::from_str(&text).context("cargo metadata is not JSON")?;
    let packages = value
        .get("packages")
        .and_then(Value::as_array)
        .context("cargo metadata has no packages")?;
    packages.iter().map(package).collect()
}

fn package(value: &Value) -> Result<Package> {
    let text = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let declared = value
        .get("dependencies")
        .and_then(Value::as_array)
        .context("a package without dependencies")?;
    let dependencies = declared
        .iter()
        .filter(|dependency| dependency.get("kind").and_then(Value::as_str) != Some("dev"))
        .filter_map(|dependency| dependency.get("name").and_then(Value::as_str))
        .map(str::to_owned)
        .collect();
    Ok(Package {
        name: text("name").context("a package without a name")?,
        version: text("version").unwrap_or_default(),
        licence: text("license"),
        ours: text("source").is_none(),
        dependencies,
    })
}
