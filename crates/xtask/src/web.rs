//! The web app: the module by cargo, the folder around it by the crate `web-bundle`.

use std::path::PathBuf;

use anyhow::Result;

use crate::process::{cargo, run};
use crate::project;
use crate::wasm::{TARGET, WasmToolchain};

mod flags;
mod sqlite;

/// The words of the later screens, as they stand in the module.
const LATER_WORDS: &str = "assets/locales/later";

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
    let app = Page {
        package: "handrail-app",
        program: "handrail",
        features: &["--features", "web"],
        assets: "assets/web",
        styles: Some("assets/theme/stylesheets.txt"),
        later: Some("assets/later.txt"),
        out: project::web_dist(),
    };
    app.build(quality)?;
    Ok(app.out)
}

/// Builds the page that runs the store's conformance suite and gives back the folder to serve.
pub fn build_conformance() -> Result<PathBuf> {
    let page = Page {
        package: "store-conformance",
        program: "store-conformance",
        features: &[],
        assets: "crates/store-conformance/page",
        styles: None,
        later: None,
        out: project::root().join("dist/conformance"),
    };
    page.build(Quality::Shipped)?;
    Ok(page.out)
}

/// A wasm program and the files around it.
struct Page {
    package: &'static str,
    program: &'static str,
    features: &'static [&'static str],
    /// Folder with index.html, boot.js, worker.js.
    assets: &'static str,
    /// File that lists the style sheets.
    styles: Option<&'static str>,
    /// File that lists the code which the first screens do without.
    later: Option<&'static str>,
    out: PathBuf,
}

impl Page {
    fn build(&self, quality: Quality) -> Result<()> {
        let toolchain = WasmToolchain::ensure()?;
        let mut module = toolchain.cargo()?;
        module
            .args(["build", "--package", self.package, "--bin", self.program])
            .args(self.features)
            .args(["--target", TARGET, "--profile", quality.profile()]);
        if quality == Quality::Shipped {
            module.env("SQLITE_WASM_RS_FLAGS", sqlite::left_out());
            let compact = toolchain.compact()?;
            module.env("RUSTFLAGS", flags::shipped(compact.as_ref()));
            if let Some(compiler) = compact {
                compiler.serve(&mut module);
            }
        }
        run(&mut module)?;
        let built = project::target().join(TARGET).join(quality.folder());
        let root = project::root();
        let mut bundle = cargo();
        bundle
            .args(["run", "--quiet", "--package", "web-bundle", "--"])
            .arg("--wasm")
            .arg(built.join(self.program).with_extension("wasm"))
            .arg("--assets")
            .arg(root.join(self.assets))
            .arg("--out")
            .arg(&self.out);
        if let Some(styles) = self.styles {
            bundle.arg("--styles").arg(root.join(styles));
        }
        match (quality, self.later) {
            (Quality::Quick, _) => {
                bundle.arg("--quick");
            }
            (Quality::Shipped, Some(later)) => {
                bundle
                    .arg("--later")
                    .arg(root.join(later))
                    .arg("--later-texts")
                    .arg(root.join(LATER_WORDS));
            }
            (Quality::Shipped, None) => {}
        }
        run(&mut bundle)
    }
}
