//! Framing of several byte strings in one body: repeated `u32be length || bytes`.

/// Why a framed body is refused. The whole body is refused with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FramesError {
    /// The body ends inside a length or inside a frame.
    #[error("the body ends in the middle of a frame")]
    Truncated,
    /// A frame is longer than the reader's cap.
    #[error("a frame of {length} bytes is over the cap of {cap}")]
    TooLong { length: usize, cap: usize },
    /// More frames than the reader's cap.
    #[error("more than {cap} frames")]
    TooMany { cap: usize },
}

/// Appends one frame. A frame over `u32::MAX` bytes is not appended and
/// answers `false`.
pub fn append_frame(out: &mut Vec<u8>, frame: &[u8]) -> bool {
    let Ok(length) = u32::try_from(frame.len()) else {
        return false;
    };
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(frame);
    true
}

/// The length that `append_frame` adds for a frame of `length` bytes.
pub const fn framed_length(length: usize) -> usize {
    length + 4
}

/// Splits a framed body into its frames, or refuses all of it.
///
/// `max_frames` and `max_frame_bytes` bound what is accepted.
pub fn split_frames(
    body: &[u8],
    max_frames: usize,
    max_frame_bytes: usize,
) -> Result<Vec<&[u8]>, FramesError> {
    let mut frames = Vec::new();
    let mut rest = body;
    while !rest.is_empty() {
        if frames.len() == max_frames {
            return Err(FramesError::TooMany { cap: max_frames });
        }
        let (length, after) = rest
            .split_first_chunk::<4>()
            .ok_or(FramesError::Truncated)?;
        let length =
            usize::try_from(u32::from_be_bytes(*length)).map_err(|_| FramesError::Truncated)?;
        if length > max_frame_bytes {
            return Err(FramesError::TooLong {
                length,
                cap: max_frame_bytes,
            });
        }
        let (frame, after) = after
            .split_at_checked(length)
            .ok_or(FramesError::Truncated)?;
        frames.push(frame);
        rest = after;
    }
    Ok(frames)
}
