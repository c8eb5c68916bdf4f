//! What a camera reads: QR codes as the page draws them.

use anyhow::{Context, Result, ensure};

use crate::browser::Browser;

/// The text of the code that the element shows.
pub async fn scan(browser: &Browser, selector: &str) -> Result<String> {
    browser.see(selector).await?;
    let frame = browser
        .attribute(&format!("{selector} svg"), "viewBox")
        .await?;
    let size: usize = frame
        .rsplit(' ')
        .next()
        .context("no size")?
        .parse()
        .context("the size is no number")?;
    let path = browser.attribute(&format!("{selector} path"), "d").await?;
    read(size, &path)
}

/// Reads a picture of `size` squares by `size`, of which the dark ones are drawn one by one, as
/// `M4 5h1v1h-1z`.
fn read(size: usize, path: &str) -> Result<String> {
    let mut dark = vec![false; size * size];
    for square in path.split('M').skip(1) {
        let (place, _) = square.split_once('h').context("no square")?;
        let (x, y) = place.split_once(' ').context("no place")?;
        let (x, y): (usize, usize) = (x.parse()?, y.parse()?);
        *dark.get_mut(y * size + x).context("outside the picture")? = true;
    }
    // Cameras see more than one dot for each square.
    let light = |x: usize, y: usize| {
        let is_dark = dark.get(y / DOTS * size + x / DOTS).copied();
        if is_dark == Some(true) { 0 } else { 255 }
    };
    let (width, height) = (size * DOTS, size * DOTS);
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, light);
    let found = picture.detect_grids();
    ensure!(found.len() == 1, "{} codes are in the picture", found.len());
    let code = found.first().context("no code is in the picture")?;
    let (_, text) = code.decode()?;
    Ok(text)
}

const DOTS: usize = 4;
