//! The desktop program itself, on a screen without a monitor.
//!
//! WebKit's driver starts it with a library that lets it be driven; see
//! `desktop/automation.c`. Home and data folder are in the profile.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Capabilities;

use super::Screen;
use crate::program::{Program, place};

const AUTOMATION: &str = include_str!("desktop/automation.c");

/// A driver on a screen of its own, and what it is asked to start.
pub(super) async fn prepare(screen: Screen, profile: &Path) -> Result<(Program, Capabilities)> {
    let (width, height) = screen.size();
    let monitor = Program::start(
        "HANDRAIL_XVFB",
        &[
            "-displayfd",
            "1",
            "-nolisten",
            "tcp",
            "-screen",
            "0",
            &format!("{width}x{height}x24"),
        ],
        "",
        None,
    )?;
    let start = starter(profile, monitor.port)?;
    let driver = Program::start_silent("HANDRAIL_WEBKIT_DRIVER", &["--port=0"]).await?;
    let mut wanted = Capabilities::new();
    wanted.set(
        "webkitgtk:browserOptions",
        json!({ "binary": start, "args": [] }),
    )?;
    Ok((driver.upon(monitor), wanted))
}

/// A script that starts the program with the profile as its home. The program
/// goes by a name in the profile, by which it is found when it is to be killed.
fn starter(profile: &Path, display: u16) -> Result<PathBuf> {
    let library = profile.join("automation.so");
    let program = profile.join("handrail");
    let home = profile.join("home");
    if !library.is_file() {
        compile_automation(profile, &library)?;
        symlink(place("HANDRAIL_DESKTOP")?, &program)?;
        fs::create_dir(&home)?;
    }
    let start = profile.join("start");
    let lines = [
        "#!/bin/sh".to_owned(),
        "unset WAYLAND_DISPLAY HANDRAIL_DATA XDG_DATA_HOME XDG_CACHE_HOME XDG_CONFIG_HOME".into(),
        "export LANG=C.UTF-8 LANGUAGE=en NO_AT_BRIDGE=1 GDK_BACKEND=x11".into(),
        format!("export DISPLAY=:{display} HOME='{}'", home.display()),
        format!(
            "LD_PRELOAD='{}' exec '{}' \"$@\"",
            library.display(),
            program.display()
        ),
    ];
    fs::write(&start, lines.join("\n"))?;
    fs::set_permissions(&start, fs::Permissions::from_mode(0o700))?;
    Ok(start)
}

fn compile_automation(folder: &Path, library: &Path) -> Result<()> {
    let source = folder.join("automation.c");
    fs::write(&source, AUTOMATION)?;
    let flags = Command::new("pkg-config")
        .args(["--cflags", "--libs", "webkit2gtk-4.1"])
        .output()?;
    ensure!(flags.status.success(), "libwebkit2gtk-4.1-dev is missing");
    let flags = String::from_utf8(flags.stdout)?;
    let done = Command::new("cc")
        .args(["-shared", "-fPIC", "-o"])
        .args([library, &source])
        .args(flags.split_whitespace())
        .status()?;
    ensure!(done.success(), "automation.c does not compile");
    Ok(())
}
