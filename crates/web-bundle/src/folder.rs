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

/// The style sheets that a list names, one per line, joined in that order. They stand beside the list.
pub fn joined_styles(list: &Path) -> Result<String> {
    let folder = list.parent().unwrap_or(list);
    let names =
        fs::read_to_string(list).with_context(|| format!("{} cannot be read", list.display()))?;
    let mut joined = String::new();
    for name in names.lines().filter(|name| !name.is_empty()) {
        let text = fs::read_to_string(folder.join(name))
            .with_context(|| format!("the style sheet {name} cannot be read"))?;
        joined.push_str(&text);
        joined.push('\n');
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
