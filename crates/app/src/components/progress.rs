use dioxus::prelude::*;

/// Real progress with its figures in words.
#[component]
pub fn Progress(label: String, done: u64, total: u64, words: String) -> Element {
    rsx! {
        div { class: "progress",
            progress { "aria-label": label, max: "{total.max(1)}", value: "{done.min(total)}" }
            p { class: "small soft tabular", role: "status", "{words}" }
        }
    }
}

/// Something moves whose end is not known; its figures in words.
#[component]
pub fn Moving(label: String, words: String) -> Element {
    rsx! {
        div { class: "progress",
            progress { "aria-label": label }
            p { class: "small soft tabular", role: "status", "{words}" }
        }
    }
}

/// How full something is.
#[component]
pub fn Meter(label: String, used: u64, most: u64, words: String) -> Element {
    let high = most / 10 * 8;
    rsx! {
        div { class: "progress",
            meter { "aria-label": label, min: "0", max: "{most.max(1)}", high: "{high}", optimum: "0", value: "{used.min(most)}" }
            p { class: "small soft tabular", "{words}" }
        }
    }
}

/// Grey shapes while something loads; they appear only past 300 ms.
#[component]
pub fn Skeleton(words: String) -> Element {
    rsx! {
        div { class: "stack", role: "status", "data-testid": "loading",
            span { class: "only-read", "{words}" }
            div { class: "bone bone-line" }
            div { class: "bone" }
            div { class: "bone" }
            div { class: "bone" }
        }
    }
}
