//! A program that says its port when it is ready, and ends with the test.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};

/// Running, with its port known.
pub struct Program {
    child: Child,
    pub port: u16,
}

impl Program {
    /// Starts the program that the variable names and waits for the line that tells the port.
    pub fn start(variable: &str, arguments: &[&str], before_port: &str) -> Result<Self> {
        let path = place(variable)?;
        let mut child = Command::new(&path)
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} cannot be started", path.display()))?;
        let output = child.stdout.take().context("no output to read")?;
        let mut lines = BufReader::new(output).lines();
        for line in lines.by_ref() {
            if let Some((_, rest)) = line?.split_once(before_port) {
                let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
                let port = digits.parse()?;
                // A full pipe would stop the program.
                thread::spawn(move || lines.for_each(drop));
                return Ok(Self { child, port });
            }
        }
        bail!("{} ended without saying its port", path.display())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Gone already is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A path that `cargo xtask test` tells by an environment variable.
pub fn place(variable: &str) -> Result<PathBuf> {
    let value = env::var_os(variable)
        .with_context(|| format!("{variable} is not set; run `cargo xtask test --only system`"))?;
    Ok(PathBuf::from(value))
}
