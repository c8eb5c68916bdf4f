use dioxus::prelude::*;

/// Initials on a soft tint chosen by `id`; hidden from screen readers, which
/// read the name beside it.
#[component]
pub fn Avatar(name: String, id: String, #[props(default)] large: bool) -> Element {
    let size = if large { " avatar-large" } else { "" };
    rsx! {
        span { class: "avatar {tint(&id)}{size}", "aria-hidden": "true", {initials(&name)} }
    }
}

fn initials(name: &str) -> String {
    let mut words = name
        .split_whitespace()
        .filter_map(|word| word.chars().next().filter(|first| first.is_alphabetic()));
    let first = words.next();
    let last = words.next_back();
    first
        .into_iter()
        .chain(last)
        .flat_map(char::to_uppercase)
        .collect()
}

fn tint(id: &str) -> &'static str {
    let sum: u32 = id.bytes().map(u32::from).sum();
    match sum % 5 {
        0 => "tint-a",
        1 => "tint-b",
        2 => "tint-c",
        3 => "tint-d",
        _ => "tint-e",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_come_from_the_first_and_last_word() {
        assert_eq!(initials("maría josé de la cruz"), "MC");
        assert_eq!(initials("Dee"), "D");
        assert_eq!(initials("Rosa Example (sample)"), "RE");
        assert_eq!(initials("  "), "");
    }
}
