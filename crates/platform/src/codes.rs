//! Reads the code in a picture of a camera.

/// A code of version 1 with one dot for each of its squares.
const LEAST_SIDE: usize = 21;

/// The text of the first code that can be read in a square picture, given as grey values row by row, 0
/// for black; none if there is none, or the picture is no square.
///
/// The reader stops the whole program over some pictures (`rqrr` asserts what is only likely): it is
/// called where that does no harm.
pub(crate) fn read(grey: &[u8]) -> Option<String> {
    let side = grey.len().isqrt();
    if side < LEAST_SIDE || side * side != grey.len() {
        return None;
    }
    let dot = |x: usize, y: usize| grey.get(y * side + x).copied().unwrap_or(u8::MAX);
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, dot);
    let found = picture.detect_grids();
    found
        .iter()
        .find_map(|code| code.decode().ok())
        .map(|(_, text)| text)
}

#[cfg(test)]
mod tests;
