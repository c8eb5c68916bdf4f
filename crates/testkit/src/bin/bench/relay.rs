//! The real relay, on a port and a folder of its own.

use std::path::PathBuf;

use anyhow::Result;
use handrail_relay::shell::{self, Rates, Running, Settings};
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// A running relay with its files.
pub struct Relay {
    runtime: Runtime,
    running: Option<Running>,
    pub address: std::net::SocketAddr,
    pub folder: TempDir,
}

impl Relay {
    /// As shipped, without caps on rates: those would be measured instead.
    pub fn start(site: Option<PathBuf>) -> Result<Self> {
        let runtime = Runtime::new()?;
        let folder = tempfile::tempdir()?;
        let settings = Settings {
            rates: Rates::OFF,
            web: site,
            ..Settings::local(folder.path().to_owned())
        };
        let running = runtime.block_on(shell::start(settings))?;
        Ok(Self {
            address: running.address,
            runtime,
            running: Some(running),
            folder,
        })
    }

    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Bytes of all its files.
    pub fn bytes_on_disk(&self) -> Result<u64> {
        let mut bytes = 0;
        for entry in std::fs::read_dir(self.folder.path())? {
            bytes += entry?.metadata()?.len();
        }
        Ok(bytes)
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            self.runtime.block_on(running.stop());
        }
    }
}
