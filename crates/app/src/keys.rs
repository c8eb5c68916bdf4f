//! The keyboard everywhere: `/` search, `n` new contact, `j`/`k` through
//! lists, `h` hide, `?` help (ux.md, Screens).

use dioxus::prelude::*;

/// Presses of `j` and `k`, counted, for the list now on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ListKeys {
    /// Presses so far.
    pub pressed: u64,
    /// The last one was `j`.
    pub forward: bool,
}

/// What a key asks for outside of text fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortcut {
    /// Go to the search field.
    Search,
    /// Log a contact.
    NewContact,
    /// Next row.
    Down,
    /// Row before.
    Up,
    /// Cover the screen and lock.
    Hide,
    /// Show the keys.
    Help,
}

/// The shortcut of a key pressed without Ctrl, Alt or Meta.
pub fn shortcut(key: &Key, modifiers: Modifiers) -> Option<Shortcut> {
    if modifiers.ctrl() || modifiers.alt() || modifiers.meta() {
        return None;
    }
    match key {
        Key::Character(text) => match text.as_str() {
            "/" => Some(Shortcut::Search),
            "n" => Some(Shortcut::NewContact),
            "j" => Some(Shortcut::Down),
            "k" => Some(Shortcut::Up),
            "h" => Some(Shortcut::Hide),
            "?" => Some(Shortcut::Help),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_keys_are_shortcuts_and_combinations_are_not() {
        let key = |text: &str| Key::Character(text.to_owned());
        assert_eq!(
            shortcut(&key("/"), Modifiers::empty()),
            Some(Shortcut::Search)
        );
        assert_eq!(shortcut(&key("?"), Modifiers::SHIFT), Some(Shortcut::Help));
        assert_eq!(shortcut(&key("n"), Modifiers::CONTROL), None);
        assert_eq!(shortcut(&Key::Enter, Modifiers::empty()), None);
    }
}
