//! Debian packages: which are missing, and installing them where that is allowed.

use std::process::Command;

use anyhow::{Result, bail};

use crate::process::{self, output, run, succeeds};

/// Packages that one kind of work needs.
pub struct Packages {
    /// What they are for, in the words of the person who waits for them.
    pub purpose: &'static str,
    pub names: &'static [&'static str],
}

/// C to wasm: SQLite is C.
pub const WEB: Packages = Packages {
    purpose: "building the web app",
    names: &["clang-22", "lld-22", "llvm"],
};

/// A Rust with sources, where rustup cannot fetch the wasm standard library.
pub const WEB_RUST: Packages = Packages {
    purpose: "building the web app without rustup's wasm target",
    names: &["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"],
};

/// The desktop window is WebKitGTK.
pub const DESKTOP: Packages = Packages {
    purpose: "building the desktop program",
    names: &[
        "gcc",
        "pkg-config",
        "libwebkit2gtk-4.1-dev",
        "libxdo-dev",
        "libssl-dev",
    ],
};

/// Real browsers and a screen without a monitor.
pub const TESTS: Packages = Packages {
    purpose: "the browser and desktop tests",
    names: &[
        "chromium",
        "chromium-driver",
        "firefox-esr",
        "xvfb",
        "webkit2gtk-driver",
    ],
};

/// For fetching the accessibility checker; often installed in another way.
pub const NPM: Packages = Packages {
    purpose: "fetching axe, the accessibility checker",
    names: &["npm"],
};

/// Makes sure all of them are installed.
///
/// As root, or where sudo asks for no password, what is missing is installed. Otherwise, and on
/// systems without `apt-get`, the error says what to do.
pub fn ensure(groups: &[&Packages]) -> Result<()> {
    if process::find_program(&["dpkg-query"]).is_none() {
        return Ok(());
    }
    let mut missing = Vec::new();
    for group in groups {
        let absent: Vec<&str> = group
            .names
            .iter()
            .copied()
            .filter(|name| !installed(name))
            .collect();
        if !absent.is_empty() {
            eprintln!(
                "For {} these packages are missing: {}",
                group.purpose,
                absent.join(" ")
            );
            missing.extend(absent);
        }
    }
    if missing.is_empty() {
        Ok(())
    } else {
        install(&missing)
    }
}

fn installed(package: &str) -> bool {
    process::command("dpkg-query")
        .args(["--show", "--showformat=${db:Status-Status}", package])
        .output()
        .is_ok_and(|found| found.status.success() && found.stdout == b"installed")
}

fn install(packages: &[&str]) -> Result<()> {
    let Some(mut update) = privileged() else {
        bail!(
            "these packages are needed; run this once and then start again:\n\n    sudo apt-get update && sudo apt-get install --yes {}\n",
            packages.join(" ")
        );
    };
    run(update.args(["apt-get", "update", "--quiet"]))?;
    if let Some(mut install) = privileged() {
        run(install
            .args([
                "DEBIAN_FRONTEND=noninteractive",
                "apt-get",
                "install",
                "--yes",
                "--quiet",
            ])
            .arg("--no-install-recommends")
            .args(packages))?;
    }
    Ok(())
}

/// `env`, as root: directly or through a sudo that asks nothing.
fn privileged() -> Option<Command> {
    let root = output(process::command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if root {
        return Some(process::command("env"));
    }
    if succeeds(process::command("sudo").args(["--non-interactive", "true"])) {
        let mut sudo = process::command("sudo");
        sudo.arg("env");
        return Some(sudo);
    }
    None
}
