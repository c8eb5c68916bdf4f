use std::path::{Path, PathBuf};

/// Where a database file lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreLocation {
    path: PathBuf,
    vfs: Option<&'static str>,
}

/// How a location keeps a commit whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Journal {
    /// A real file: write-ahead log, one flush per commit.
    File,
    /// An image in memory that the platform saves as a whole after each commit: the journal
    /// must not stand beside it.
    Image,
}

impl StoreLocation {
    /// A file of the operating system.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Self {
            path: path.into(),
            vfs: None,
        }
    }

    /// A file of a registered SQLite VFS, such as `multipleciphers-opfs-sahpool`. A VFS with
    /// `memvfs` in its name is an image in memory which the platform makes durable.
    pub fn on_vfs(name: impl Into<PathBuf>, vfs: &'static str) -> Self {
        Self {
            path: name.into(),
            vfs: Some(vfs),
        }
    }

    /// Nothing on any disk; gone when closed. Not encrypted, as there is no file.
    pub fn memory() -> Self {
        Self::file(IN_MEMORY)
    }

    /// The same place for one of several people on a device, by number from 1: the first has this
    /// very file, the second `caseload-2.db` beside `caseload.db`.
    #[must_use]
    pub fn for_profile(&self, profile: u32) -> Self {
        if profile <= 1 || self.is_memory() {
            return self.clone();
        }
        let mut name = self.path.file_stem().unwrap_or_default().to_owned();
        name.push(format!("-{profile}"));
        if let Some(extension) = self.path.extension() {
            name.push(".");
            name.push(extension);
        }
        Self {
            path: self.path.with_file_name(name),
            vfs: self.vfs,
        }
    }

    /// Name of the file, on its file system or in its VFS.
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn vfs(&self) -> Option<&'static str> {
        self.vfs
    }

    pub(crate) fn is_memory(&self) -> bool {
        self.path.as_os_str() == IN_MEMORY
    }

    pub(crate) fn journal(&self) -> Journal {
        let image = self.vfs.is_some_and(|name| name.contains("memvfs"));
        if image || self.is_memory() {
            Journal::Image
        } else {
            Journal::File
        }
    }

    /// Says that a file of the operating system certainly exists; a VFS cannot be asked.
    pub(crate) fn certainly_exists(&self) -> bool {
        self.vfs.is_none() && self.path.try_exists().unwrap_or(false)
    }
}

const IN_MEMORY: &str = ":memory:";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_profile_has_a_file_of_its_own_beside_the_first() {
        let first = StoreLocation::file("/data/handrail/caseload.db");
        assert_eq!(first.for_profile(1), first);
        let second = StoreLocation::file("/data/handrail/caseload-2.db");
        assert_eq!(first.for_profile(2), second);
        let on_vfs = StoreLocation::on_vfs("caseload.db", "multipleciphers-opfs-sahpool");
        assert_eq!(
            on_vfs.for_profile(8),
            StoreLocation::on_vfs("caseload-8.db", "multipleciphers-opfs-sahpool")
        );
    }
}
