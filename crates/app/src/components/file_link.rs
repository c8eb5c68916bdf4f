use dioxus::prelude::*;

use super::{Icon, IconName};

/// Saves a file in a browser; in a window of its own the device does that.
#[component]
pub fn FileLink(
    href: String,
    name: &'static str,
    label: String,
    #[props(default = "file-download".to_owned())] testid: String,
) -> Element {
    rsx! {
        a { class: "button button-main", href, download: name, "data-testid": testid,
            Icon { name: IconName::Import }
            span { "{label}" }
        }
    }
}

/// Bytes as an address that a browser saves as a file of no kind of its own.
pub fn bytes_address(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = "data:application/octet-stream;base64,".to_owned();
    out.reserve(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let at = |place: usize| usize::from(three.get(place).copied().unwrap_or_default());
        let joined = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            let letter = LETTERS.get(joined >> (18 - 6 * place) & 63);
            let letter = letter.filter(|_| place <= three.len());
            out.push(letter.map_or('=', |letter| char::from(*letter)));
        }
    }
    out
}

/// A text as an address that a browser saves as a file of that kind.
pub fn file_address(kind: &str, text: &str) -> String {
    let mut out = format!("data:{kind};charset=utf-8,");
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                out.extend(char::from_digit(u32::from(half), 16));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{bytes_address, file_address};

    #[test]
    fn bytes_and_texts_become_addresses_that_say_them_again() {
        let of = |text: &str| bytes_address(text.as_bytes());
        for (text, letters) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("foobar", "Zm9vYmFy"),
        ] {
            let address = format!("data:application/octet-stream;base64,{letters}");
            assert_eq!(of(text), address, "RFC 4648, section 10");
        }
        assert!(bytes_address(&[0xfb, 0xff]).ends_with(",+/8="));
        assert_eq!(
            file_address("text/csv", "a,ñ"),
            "data:text/csv;charset=utf-8,a%2c%c3%b1"
        );
    }
}
