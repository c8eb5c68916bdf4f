//! The real relay: it serves the app, and can go away and come back.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use tempfile::TempDir;

use crate::program::{Program, place};

/// A relay with its own data folder; the port stays the same over restarts.
pub struct Relay {
    folder: TempDir,
    site: PathBuf,
    running: Option<Program>,
    port: u16,
}

impl Relay {
    /// Starts with no data, on a free port.
    pub fn start() -> Result<Self> {
        Self::serving(&place("HANDRAIL_WEB_DIST")?)
    }

    /// As [`Relay::start`], with the web app in `site`.
    pub fn serving(site: &Path) -> Result<Self> {
        let mut relay = Self {
            folder: tempfile::tempdir()?,
            site: site.to_owned(),
            running: None,
            port: 0,
        };
        relay.start_again()?;
        Ok(relay)
    }

    /// Kills the process, as a power cut would.
    pub fn stop(&mut self) {
        self.running = None;
    }

    /// Starts on the same port with the same data.
    pub fn start_again(&mut self) -> Result<()> {
        ensure!(self.running.is_none(), "the relay runs already");
        let address = format!("127.0.0.1:{}", self.port);
        let data = self.folder.path().join("data");
        let data = data.to_string_lossy();
        let site = self.site.to_string_lossy();
        let arguments = ["--listen", &address, "--data", &data, "--web", &site];
        let log = self.folder.path().join("log");
        let before_port = "listening on http://127.0.0.1:";
        let program = Program::start("HANDRAIL_RELAY", &arguments, before_port, Some(&log))?;
        self.port = program.port;
        self.running = Some(program);
        Ok(())
    }

    /// Where the app is served.
    pub fn origin(&self) -> String {
        // Each host name is a secure context of its own on a loopback address.
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The same by name: passkeys belong to names, and never to numbers.
    pub fn origin_by_name(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Data and log.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }
}
