//! Issue 4.9: the codes that one screen shows are read from another's camera. Issue 4.6: so is the card that a
//! participant carries.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "places in a small picture"
)]

use qrcode::{Color, EcLevel, QrCode};

use super::read;

fn modules(text: &str, level: EcLevel) -> Vec<Vec<bool>> {
    let code = QrCode::with_error_correction_level(text, level).unwrap();
    let dark: Vec<bool> = code
        .to_colors()
        .iter()
        .map(|color| *color == Color::Dark)
        .collect();
    dark.chunks(code.width()).map(<[bool]>::to_vec).collect()
}

/// As many letters as one code of a parcel has at most, all of the kind that they are made of.
fn letters() -> String {
    format!("HP1:ABCDEFGH:164/164:{}", mixed(241))
}

/// Letters of the kind that codes hold.
fn mixed(count: usize) -> String {
    let all = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mixed = (0..count).map(|place| place * place * 7 + place * 3);
    mixed
        .filter_map(|place| all.chars().nth(place % 32))
        .collect()
}

/// The picture of a code in the middle of a grey room: `zoom` dots for a square, turned by some degrees,
/// with soft edges.
fn picture(modules: &[Vec<bool>], side: usize, zoom: f64, degrees: f64) -> Vec<u8> {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (middle, half) = (side as f64 / 2.0, modules.len() as f64 / 2.0);
    let light = |x: f64, y: f64| {
        let (x, y) = (x - middle, y - middle);
        let (x, y) = ((x * cos + y * sin) / zoom, (y * cos - x * sin) / zoom);
        if x.abs().max(y.abs()) > half + 4.0 {
            return 96;
        }
        let (row, column) = ((y + half).floor(), (x + half).floor());
        let is_inside = row >= 0.0 && column >= 0.0;
        let row = modules.get(row as usize).filter(|_| is_inside);
        let square = row.and_then(|row| row.get(column as usize));
        if square == Some(&true) { 40 } else { 225 }
    };
    let parts = [1.0 / 6.0, 0.5, 5.0 / 6.0];
    let dot = |place: usize| {
        let (x, y) = ((place % side) as f64, (place / side) as f64);
        let of_row =
            |down: f64| -> u32 { parts.iter().map(|right| light(x + right, y + down)).sum() };
        let sum: u32 = parts.iter().map(|down| of_row(*down)).sum();
        (sum / 9) as u8
    };
    (0..side * side).map(dot).collect()
}

#[test]
fn a_full_code_is_read_upright_and_askew() {
    let text = letters();
    let modules = modules(&text, EcLevel::M);
    assert_eq!(modules.len(), 53, "version 9");
    assert_eq!(
        unread(
            &text,
            &modules,
            &[
                (480, 4.0, 0.0),
                (480, 7.0, 0.0),
                (480, 6.0, 4.0),
                (720, 10.0, 0.0),
                (720, 9.0, 12.0),
                (720, 9.0, 90.0),
                (720, 9.0, 180.0),
            ]
        ),
        []
    );
}

/// Sides, zooms and degrees of pictures in which the code is not read.
fn unread(text: &str, modules: &[Vec<bool>], seen: &[(usize, f64, f64)]) -> Vec<(usize, f64, f64)> {
    let is_read = |(side, zoom, degrees): &(usize, f64, f64)| {
        read(&picture(modules, *side, *zoom, *degrees)).as_deref() == Some(text)
    };
    let seen = seen.iter().filter(|picture| !is_read(picture));
    seen.copied().collect()
}

/// A card with some lines on it is read askew; one with as many as there is room for only when it is held
/// straight: turned by 2 degrees, `rqrr` does not find its squares.
#[test]
fn a_card_is_read_and_the_fullest_when_it_is_held_straight() {
    let some = format!("HANDRAIL:{}", mixed(604));
    let most = format!("HANDRAIL:{}", mixed(808));
    let modules = [&some, &most].map(|text| modules(text, EcLevel::M));
    assert_eq!(modules.each_ref().map(Vec::len), [81, 93]);
    let [few, many] = &modules;
    let seen = [(480, 5.0, 0.0), (720, 7.0, 4.0), (720, 7.0, 90.0)];
    assert_eq!(unread(&some, few, &seen), []);
    let seen = [(720, 6.5, 0.0), (720, 6.5, 180.0)];
    assert_eq!(unread(&most, many, &seen), []);
}

#[test]
fn where_there_is_no_code_nothing_is_read() {
    assert_eq!(read(&[]), None);
    assert_eq!(read(&[0; 7]), None);
    assert_eq!(read(&[0; 400]), None);
    assert_eq!(read(&[255; 64 * 64]), None);
    assert_eq!(read(&[0; 64 * 65]), None);
    let cut_off = picture(&modules(&letters(), EcLevel::M), 480, 10.0, 0.0);
    assert_eq!(read(&cut_off), None);
}
