//! Reading folders, always in the same order.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Every file below the folder, by its path with `/` between the parts.
pub fn read(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for path in paths(folder)? {
        let bytes =
            fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let parts: Vec<String> = path
            .strip_prefix(folder)?
            .iter()
            .map(|part| part.to_string_lossy().into_owned())
            .collect();
        files.insert(parts.join("/"), bytes);
    }
    Ok(files)
}

/// All style sheets below the folders as one; folders in the order given, files sorted by path.
pub fn joined_styles(folders: &[PathBuf]) -> Result<String> {
    let mut joined = String::new();
    for folder in folders {
        for path in paths(folder)? {
            if path.extension().is_some_and(|extension| extension == "css") {
                joined.push_str(&fs::read_to_string(&path)?);
                joined.push('\n');
            }
        }
    }
    Ok(joined)
}

fn paths(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(folder) = waiting.pop() {
        let entries = fs::read_dir(&folder)
            .with_context(|| format!("{} cannot be read", folder.display()))?;
        for entry in entries {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                waiting.push(entry.path());
            } else {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}
