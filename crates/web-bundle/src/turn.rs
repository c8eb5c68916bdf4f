//! One build at a time writes to a folder.

use std::fs::{self, File, TryLockError};
use std::path::Path;

use anyhow::{Context, Result};

/// The right to write to a folder, held until it is dropped or the program ends.
pub struct Turn {
    _held: File,
}

impl Turn {
    /// Takes the right; while another build has it, says so and waits.
    pub fn of(out: &Path) -> Result<Self> {
        let path = out.with_extension("lock");
        fs::create_dir_all(out.parent().unwrap_or(out))?;
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .with_context(|| format!("{} cannot be written", path.display()))?;
        let told = || format!("{} cannot be locked", path.display());
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                eprintln!(
                    "another build is writing {}; this one waits and then replaces it",
                    out.display()
                );
                file.lock().with_context(told)?;
            }
            Err(TryLockError::Error(error)) => return Err(error).with_context(told),
        }
        Ok(Self { _held: file })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use std::thread;

    #[test]
    fn a_second_build_waits_until_the_first_is_done() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("dist/web");
        let (tell, told) = mpsc::channel();
        let first = Turn::of(&out).unwrap();
        let second = thread::spawn({
            let (out, tell) = (out.clone(), tell.clone());
            move || {
                let _turn = Turn::of(&out).unwrap();
                tell.send("second").unwrap();
            }
        });
        tell.send("first").unwrap();
        drop(first);
        second.join().unwrap();
        assert_eq!(told.try_iter().collect::<Vec<_>>(), ["first", "second"]);
    }
}
