use handrail_protocol::frames::{FramesError, append_frame, framed_length, split_frames};
use proptest::prelude::*;

#[test]
fn a_cut_body_is_refused_as_a_whole() {
    let mut body = Vec::new();
    assert!(append_frame(&mut body, b"one"));
    assert!(append_frame(&mut body, b"three"));
    assert_eq!(body.len(), framed_length(3) + framed_length(5));
    for cut in 1..body.len() {
        let expected = if cut == framed_length(3) {
            Ok(1)
        } else {
            Err(FramesError::Truncated)
        };
        assert_eq!(
            split_frames(&body[..cut], 9, 9).map(|frames| frames.len()),
            expected
        );
    }
}

#[test]
fn caps_hold_before_the_bytes_are_there() {
    let long = [0xff, 0xff, 0xff, 0xff];
    let length = 0xffff_ffff;
    assert_eq!(
        split_frames(&long, 1, 100),
        Err(FramesError::TooLong { length, cap: 100 })
    );
    assert_eq!(
        split_frames(&[0; 12], 2, 100),
        Err(FramesError::TooMany { cap: 2 })
    );
}

proptest! {
    #[test]
    fn frames_come_back(frames: Vec<Vec<u8>>) {
        let mut body = Vec::new();
        for frame in &frames {
            prop_assert!(append_frame(&mut body, frame));
        }
        prop_assert_eq!(split_frames(&body, frames.len(), usize::MAX).unwrap(), frames);
    }

    #[test]
    fn any_bytes_are_split_or_refused(body: Vec<u8>) {
        if let Ok(frames) = split_frames(&body, usize::MAX, usize::MAX) {
            let total: usize = frames.iter().map(|frame| framed_length(frame.len())).sum();
            prop_assert_eq!(total, body.len());
        }
    }
}
