//! A program that says its port when it is ready, and ends with the test.

use std::env;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};

mod silent;

/// Running, with its port known.
pub struct Program {
    child: Child,
    /// Where it listens on this machine; of a display server, the display.
    pub port: u16,
    beneath: Option<Box<Self>>,
}

impl Program {
    /// Keeps another program until this one has ended.
    #[must_use]
    pub fn upon(mut self, beneath: Self) -> Self {
        self.beneath = Some(Box::new(beneath));
        self
    }

    /// Starts the program that the variable names and waits for the line that
    /// tells the port. Its standard error is added to the end of `log`.
    ///
    /// A driver takes a free port of one kind of address and then wants the
    /// same of the other, which may be in use: it ends, and is started again.
    pub fn start(
        variable: &str,
        arguments: &[&str],
        before_port: &str,
        log: Option<&Path>,
    ) -> Result<Self> {
        let mut tries = 1;
        loop {
            match Self::start_once(variable, arguments, before_port, log) {
                Err(_) if tries < 5 => tries += 1,
                answer => return answer,
            }
        }
    }

    fn start_once(
        variable: &str,
        arguments: &[&str],
        before_port: &str,
        log: Option<&Path>,
    ) -> Result<Self> {
        let path = place(variable)?;
        let errors = match log {
            None => Stdio::null(),
            Some(log) => File::options().append(true).create(true).open(log)?.into(),
        };
        let mut child = Command::new(&path)
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(errors)
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
                return Ok(Self {
                    child,
                    port,
                    beneath: None,
                });
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
        drop(self.beneath.take());
    }
}

/// A path that `cargo xtask test` tells by an environment variable.
///
/// # Errors
/// When the variable is not set.
pub fn place(variable: &str) -> Result<PathBuf> {
    let value = env::var_os(variable)
        .with_context(|| format!("{variable} is not set; run `cargo xtask test --only system`"))?;
    Ok(PathBuf::from(value))
}

/// Kills with SIGKILL every process that has `folder` in its command line, and
/// says how many there were. `folder` must be one that only this test uses.
pub fn kill_all_using(folder: &Path) -> Result<usize> {
    let wanted = folder.to_string_lossy().into_owned();
    let mut killed = 0;
    for entry in std::fs::read_dir("/proc")?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        // Gone between listing and reading is as good.
        let Ok(line) = std::fs::read(entry.path().join("cmdline")) else {
            continue;
        };
        if String::from_utf8_lossy(&line).contains(&wanted) {
            let done = Command::new("kill").args(["-9", &name]).status()?;
            killed += usize::from(done.success());
        }
    }
    Ok(killed)
}
