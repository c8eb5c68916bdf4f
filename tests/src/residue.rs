//! Looks for words where they must not be.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

/// Every file beneath `folder` that holds `word`, which is ASCII, in UTF-8 or
/// UTF-16, and how many bytes were read in all.
pub fn files_with(folder: &Path, word: &str) -> Result<(Vec<PathBuf>, usize)> {
    let wide: String = word.chars().flat_map(|letter| [letter, '\0']).collect();
    let mut found = Vec::new();
    let mut read = 0;
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() {
                let bytes = fs::read(entry.path())?;
                read += bytes.len();
                let text = String::from_utf8_lossy(&bytes);
                if text.contains(word) || text.contains(&wide) {
                    found.push(entry.path());
                }
            }
        }
    }
    Ok((found, read))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_both_encodings_and_in_inner_folders() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("inner");
        fs::create_dir(&inner).unwrap();
        fs::write(folder.path().join("plain"), "so kanarie so").unwrap();
        fs::write(folder.path().join("other"), "nothing").unwrap();
        let wide: Vec<u8> = "kanarie"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        fs::write(inner.join("wide"), wide).unwrap();
        let (found, read) = files_with(folder.path(), "kanarie").unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!(read, 13 + 7 + 14);
    }
}
