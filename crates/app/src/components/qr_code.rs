use std::fmt::Write as _;

use dioxus::prelude::*;

/// A QR code drawn as one path, dark on white in every theme, with the quiet
/// zone of four modules. A `large` one is as wide as the screen allows.
#[component]
pub fn QrCode(
    modules: Vec<Vec<bool>>,
    label: String,
    testid: String,
    #[props(default)] large: bool,
) -> Element {
    let size = modules.len().saturating_add(8);
    let class = if large { "qr qr-large" } else { "qr" };
    rsx! {
        div { class, "data-testid": testid,
            svg { role: "img", "aria-label": label, view_box: "0 0 {size} {size}", shape_rendering: "crispEdges",
                path { d: path(&modules), fill: "#000000" }
            }
        }
    }
}

fn path(modules: &[Vec<bool>]) -> String {
    let mut path = String::new();
    for (y, row) in modules.iter().enumerate() {
        for (x, dark) in row.iter().enumerate() {
            if *dark {
                // Writing to a string cannot fail.
                let _ok = write!(
                    path,
                    "M{} {}h1v1h-1z",
                    x.saturating_add(4),
                    y.saturating_add(4)
                );
            }
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_dark_module_is_a_square_inside_the_quiet_zone() {
        assert_eq!(
            path(&[vec![true, false], vec![false, true]]),
            "M4 4h1v1h-1zM5 5h1v1h-1z"
        );
    }
}
