//! The web app: the module by cargo, the folder around it by the crate `web-bundle`.

use std::path::PathBuf;

use anyhow::Result;

use crate::process::{cargo, run};
use crate::project;
use crate::wasm::{TARGET, WasmToolchain};

/// What the build is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Quality {
    /// Compiled fast, for trying a change.
    Quick,
    /// Small and fast to run: what people get.
    Shipped,
}

impl Quality {
    fn profile(self) -> &'static str {
        match self {
            Self::Quick => "dev",
            Self::Shipped => "web",
        }
    }

    /// Cargo's folder for the profile.
    fn folder(self) -> &'static str {
        match self {
            Self::Quick => "debug",
            Self::Shipped => "web",
        }
    }
}

/// Builds the app and gives back the folder to serve.
pub fn build(quality: Quality) -> Result<PathBuf> {
    let toolchain = WasmToolchain::ensure()?;
    let mut module = toolchain.cargo()?;
    module
        .args(["build", "--package", "handrail-app", "--bin", "handrail"])
        .args(["--no-default-features", "--features", "web"])
        .args(["--target", TARGET, "--profile", quality.profile()]);
    run(&mut module)?;
    let root = project::root();
    let mut bundle = cargo();
    bundle
        .args(["run", "--quiet", "--package", "web-bundle", "--"])
        .arg("--wasm")
        .arg(
            project::target()
                .join(TARGET)
                .join(quality.folder())
                .join("handrail.wasm"),
        )
        .arg("--assets")
        .arg(root.join("assets/web"))
        .arg("--out")
        .arg(project::web_dist());
    for folder in ["assets/theme", "crates/app"] {
        let folder = root.join(folder);
        if folder.is_dir() {
            bundle.arg("--styles").arg(folder);
        }
    }
    if quality == Quality::Quick {
        bundle.arg("--quick");
    }
    run(&mut bundle)?;
    Ok(project::web_dist())
}
