//! How often this disk can promise that something is written.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Result;

/// Appends of one page, each followed by `fdatasync`, per second. As much as
/// SQLite adds to its log for a small commit.
pub fn syncs_per_second(folder: &Path, during: Duration) -> Result<(f64, usize)> {
    let path = folder.join("fsync-rate");
    let mut file = File::create(&path)?;
    let page = [7_u8; 4_096];
    let start = Instant::now();
    let mut count = 0_u32;
    while start.elapsed() < during {
        file.write_all(&page)?;
        file.sync_data()?;
        count += 1;
    }
    let rate = f64::from(count) / start.elapsed().as_secs_f64();
    std::fs::remove_file(path)?;
    Ok((rate, usize::try_from(count)?))
}
