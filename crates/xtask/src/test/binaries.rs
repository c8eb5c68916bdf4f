//! The test programs that cargo compiled.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::process;

/// One compiled test program.
pub struct TestBinary {
    pub package: String,
    /// Package and target, for people.
    pub name: String,
    program: PathBuf,
    /// Folder of the package, where cargo would start it.
    folder: PathBuf,
}

impl TestBinary {
    /// Ready to run, in the package's folder.
    pub fn command(&self) -> Command {
        let mut command = process::command(&self.program);
        command
            .current_dir(&self.folder)
            .env("CARGO_MANIFEST_DIR", &self.folder);
        command
    }
}

/// Adds `--no-run` to a `cargo test` and lists what it made, sorted by name.
pub fn compile(cargo_test: &mut Command) -> Result<Vec<TestBinary>> {
    let command = cargo_test.args(["--no-run", "--message-format=json-render-diagnostics"]);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .context("cargo could not be started")?;
    if !output.status.success() {
        bail!("the tests do not compile");
    }
    let text = String::from_utf8(output.stdout)?;
    let mut binaries: Vec<TestBinary> = text
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .filter_map(|message: Value| test_binary(&message))
        .collect();
    binaries.sort_by(|one, two| one.name.cmp(&two.name));
    Ok(binaries)
}

fn test_binary(message: &Value) -> Option<TestBinary> {
    let text = |pointer: &str| message.pointer(pointer).and_then(Value::as_str);
    let is_test = message.pointer("/profile/test").and_then(Value::as_bool)?;
    if text("/reason")? != "compiler-artifact" || !is_test {
        return None;
    }
    let manifest = PathBuf::from(text("/manifest_path")?);
    let package = package_name(text("/package_id")?);
    let kind = text("/target/kind/0")?;
    Some(TestBinary {
        name: format!("{package} {kind} {}", text("/target/name")?),
        package,
        program: PathBuf::from(text("/executable")?),
        folder: manifest.parent()?.to_path_buf(),
    })
}

/// `path+file:///folder/app#handrail-app@0.1.0` or, where folder and package have one name, `...#0.1.0`.
fn package_name(id: &str) -> String {
    let (address, fragment) = id.rsplit_once('#').unwrap_or((id, ""));
    match fragment.split_once('@') {
        Some((name, _)) => name.to_owned(),
        None => address.rsplit('/').next().unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_a_package_id_give_its_name() {
        assert_eq!(
            package_name("path+file:///a/app#handrail-app@0.1.0"),
            "handrail-app"
        );
        assert_eq!(package_name("path+file:///a/crates/xtask#0.1.0"), "xtask");
    }

    #[test]
    fn only_test_programs_are_listed() {
        let message = |test: bool| {
            serde_json::json!({
                "reason": "compiler-artifact",
                "package_id": "path+file:///a/crates/xtask#0.1.0",
                "manifest_path": "/a/crates/xtask/Cargo.toml",
                "target": { "kind": ["bin"], "name": "xtask" },
                "profile": { "test": test },
                "executable": "/a/target/debug/deps/xtask-1",
            })
        };
        assert_eq!(test_binary(&message(true)).unwrap().name, "xtask bin xtask");
        assert!(test_binary(&message(false)).is_none());
    }
}
