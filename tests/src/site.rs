//! The built web app in a folder of its own, where a new version can be published.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::program::place;

/// A copy of the web app.
pub struct Site {
    folder: TempDir,
}

impl Site {
    /// Copies what was built.
    pub fn copy() -> Result<Self> {
        let site = Self {
            folder: tempfile::tempdir()?,
        };
        copy_folder(&place("HANDRAIL_WEB_DIST")?, site.folder())?;
        Ok(site)
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Publishes a version whose stylesheet says `--published: <name>`: it has
    /// another name, as every changed file does, and so page, list of files
    /// and version change as well.
    pub fn publish(&self, name: &str) -> Result<()> {
        let old = self.file_name("styles-", ".css")?;
        let style = fs::read_to_string(self.folder().join(&old))?;
        let hash = format!("{:0>16}", name.len());
        let new = format!("styles-{hash}.css");
        ensure!(old != new, "{new} is published already");
        let style = format!("{style}\n:root {{ --published: {name}; }}\n");
        fs::write(self.folder().join(&new), style)?;
        self.rewrite("index.html", &[(&old, &new)])?;
        let worker = fs::read_to_string(self.folder().join("sw.js"))?;
        let (_, rest) = worker.split_once("'handrail-").context("no version")?;
        let (version, _) = rest.split_once('\'').context("no version")?;
        self.rewrite("sw.js", &[(&old, &new), (version, &hash)])
    }

    /// Takes the code of the later screens away, as if it had not arrived yet.
    pub fn hold_back_later_code(&self) -> Result<HeldBack> {
        let name = self.file_name("later_bg-", ".wasm")?;
        let mut files = Vec::new();
        for suffix in ["", ".br", ".gz"] {
            let path = self.folder().join(format!("{name}{suffix}"));
            files.push((path.clone(), fs::read(&path)?));
            fs::remove_file(path)?;
        }
        Ok(HeldBack { files })
    }

    fn file_name(&self, start: &str, end: &str) -> Result<String> {
        for entry in fs::read_dir(self.folder())? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let named = fs::read_to_string(self.folder().join("sw.js"))?.contains(&name);
            if named && name.starts_with(start) && name.ends_with(end) {
                return Ok(name);
            }
        }
        anyhow::bail!("no {start}*{end} is served")
    }

    /// Changes a file and takes its compressed forms away.
    fn rewrite(&self, name: &str, changes: &[(&str, &str)]) -> Result<()> {
        let path = self.folder().join(name);
        let mut text = fs::read_to_string(&path)?;
        for (from, to) in changes {
            ensure!(text.contains(from), "{name} does not mention {from}");
            text = text.replace(from, to);
        }
        for suffix in ["br", "gz"] {
            let packed = PathBuf::from(format!("{}.{suffix}", path.display()));
            if packed.exists() {
                fs::remove_file(packed)?;
            }
        }
        Ok(fs::write(path, text)?)
    }
}

/// Files of a site that are not served for now.
pub struct HeldBack {
    files: Vec<(PathBuf, Vec<u8>)>,
}

impl HeldBack {
    /// Serves them again.
    pub fn give_back(self) -> Result<()> {
        for (path, bytes) in self.files {
            fs::write(path, bytes)?;
        }
        Ok(())
    }
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
