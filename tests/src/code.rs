//! What a camera sees: QR codes as the page draws them.

use anyhow::{Context, Result, ensure};

use crate::browser::Browser;

/// The text of the code that the element shows.
pub async fn scan(browser: &Browser, selector: &str) -> Result<String> {
    let code = Drawn::on(browser, selector).await?;
    let (width, height) = (code.size * DOTS, code.size * DOTS);
    // Cameras see more than one dot for each square.
    let light = |x: usize, y: usize| code.light(x / DOTS, y / DOTS);
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, light);
    let found = picture.detect_grids();
    ensure!(found.len() == 1, "{} codes are in the picture", found.len());
    let code = found.first().context("no code is in the picture")?;
    let (_, text) = code.decode()?;
    Ok(text)
}

/// A code as it is drawn, with the light edge around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    size: usize,
    dark: Vec<bool>,
}

impl Drawn {
    /// The code that the element shows.
    pub async fn on(browser: &Browser, selector: &str) -> Result<Self> {
        browser.see(selector).await?;
        let frame = browser
            .attribute(&format!("{selector} svg"), "viewBox")
            .await?;
        let size = frame.rsplit(' ').next().context("no size")?;
        let size = size.parse().context("the size is no number")?;
        let path = browser.attribute(&format!("{selector} path"), "d").await?;
        Self::read(size, &path)
    }

    /// A picture of `size` squares by `size`, of which the dark ones are drawn one by one, as
    /// `M4 5h1v1h-1z`.
    fn read(size: usize, path: &str) -> Result<Self> {
        let mut dark = vec![false; size * size];
        for square in path.split('M').skip(1) {
            let (place, _) = square.split_once('h').context("no square")?;
            let (x, y) = place.split_once(' ').context("no place")?;
            let (x, y): (usize, usize) = (x.parse()?, y.parse()?);
            *dark.get_mut(y * size + x).context("outside the picture")? = true;
        }
        Ok(Self { size, dark })
    }

    fn light(&self, x: usize, y: usize) -> u8 {
        let is_dark = x < self.size && self.dark.get(y * self.size + x) == Some(&true);
        if is_dark { 16 } else { 235 }
    }

    /// How it looks in the middle of a picture of a camera.
    fn seen(&self, (width, height): (usize, usize)) -> Vec<u8> {
        let zoom = (width.min(height) / self.size).max(1);
        let (left, top) = (
            width.saturating_sub(self.size * zoom) / 2,
            height.saturating_sub(self.size * zoom) / 2,
        );
        let dot = |place: usize| {
            let (x, y) = (place % width, place / width);
            match (x.checked_sub(left), y.checked_sub(top)) {
                (Some(x), Some(y)) if x < self.size * zoom && y < self.size * zoom => {
                    self.light(x / zoom, y / zoom)
                }
                _ => 90,
            }
        };
        (0..width * height).map(dot).collect()
    }
}

/// All codes that follow each other on the page, from the one that is shown, each once.
pub async fn all_shown(browser: &Browser) -> Result<Vec<Drawn>> {
    browser.see("@code").await?;
    let place = browser.see_text("@code-place", "").await?;
    let count: usize = place.rsplit(' ').next().context("no count")?.parse()?;
    if count > 1 {
        browser.press("@code-pause").await?;
    }
    let mut found = Vec::new();
    loop {
        found.push(Drawn::on(browser, "@code").await?);
        if found.len() == count {
            return Ok(found);
        }
        let place = browser.see_text("@code-place", "").await?;
        let here: usize = place.split(' ').next().context("no place")?.parse()?;
        browser.press("@code-next").await?;
        let next = format!("{} of {count}", here % count + 1);
        browser.see_text("@code-place", &next).await?;
    }
}

/// A film of them, each for half a second, as a YUV4MPEG2 file.
pub fn film(codes: &[Drawn]) -> Vec<u8> {
    const SIZE: (usize, usize) = (640, 480);
    const SHOWN: usize = 5;
    let (width, height) = SIZE;
    let mut file = format!("YUV4MPEG2 W{width} H{height} F10:1 Ip A1:1 C420jpeg\n").into_bytes();
    let no_colour = vec![128; width * height / 2];
    for code in codes {
        let seen = code.seen(SIZE);
        for _ in 0..SHOWN {
            file.extend_from_slice(b"FRAME\n");
            file.extend_from_slice(&seen);
            file.extend_from_slice(&no_colour);
        }
    }
    file
}

const DOTS: usize = 4;

#[cfg(test)]
mod tests {
    use super::{Drawn, film};

    #[test]
    fn a_film_shows_each_code_for_a_while() {
        let code = Drawn::read(2, "M1 0h1v1h-1z").unwrap();
        assert_eq!(code.dark, [false, true, false, false]);
        assert_eq!(code.seen((4, 2)), [90, 235, 16, 90, 90, 235, 235, 90]);
        let film = film(&[code.clone(), code]);
        let head = film.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        assert_eq!(film.len(), head + 10 * (6 + 640 * 480 * 3 / 2));
    }
}
