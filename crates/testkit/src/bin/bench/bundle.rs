//! How much a phone downloads: before the app can be used the first time, and in all.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::figures::{Figures, number};

/// What comes once the first screens stand (`web-bundle`).
const LATER: &str = "later_bg-";

/// Bytes of the built web app as it lies, as gzip and as brotli, and without the part that comes later.
pub fn measure(site: &Path, figures: &mut Figures) -> Result<()> {
    if !site.join("index.html").is_file() {
        bail!("{} is not built (cargo xtask web)", site.display());
    }
    let (mut raw, mut gzip, mut brotli, mut first, mut files) = (0, 0, 0, 0, 0);
    let mut folders = vec![site.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let compressed = path.extension().is_some_and(|e| e == "br" || e == "gz");
            if compressed {
                continue;
            }
            let length = fs::metadata(&path)?.len();
            raw += length;
            gzip += beside(&path, "gz").unwrap_or(length);
            let packed = beside(&path, "br").unwrap_or(length);
            brotli += packed;
            let name = path.file_name().unwrap_or_default();
            if !name.to_string_lossy().starts_with(LATER) {
                first += packed;
            }
            files += 1;
        }
    }
    figures.add("web_bundle_raw", number(raw), "bytes", files);
    figures.add("web_bundle_gzip", number(gzip), "bytes", files);
    figures.add("web_bundle_brotli", number(brotli), "bytes", files);
    figures.add_with_target(
        "web_first_brotli",
        number(first),
        "bytes",
        files,
        1_500_000.0,
    );
    Ok(())
}

/// Length of the compressed file that lies beside another.
fn beside(path: &Path, extension: &str) -> Option<u64> {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    fs::metadata(name).ok().map(|found| found.len())
}
