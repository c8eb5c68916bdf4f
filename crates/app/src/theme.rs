//! The stylesheets, in the order of `assets/theme/stylesheets.txt`.

macro_rules! sheets {
    ($($file:literal),* $(,)?) => {
        /// File name and text of each stylesheet, in order.
        pub const STYLESHEETS: &[(&str, &str)] =
            &[$(($file, include_str!(concat!("../../../assets/theme/", $file)))),*];
    };
}

sheets!(
    "tokens.css",
    "base.css",
    "icon.css",
    "button.css",
    "field.css",
    "chips.css",
    "stepper.css",
    "list.css",
    "notice.css",
    "toast.css",
    "dialog.css",
    "pill.css",
    "progress.css",
    "page.css",
    "shell.css",
    "gate.css",
    "person.css",
    "plan.css",
    "sheet.css",
    "talk.css",
    "hand-on.css",
    "crisis.css",
    "discreet.css",
    "narrow.css",
    "print.css",
);

/// All of them as one, for a window that loads no files.
pub fn stylesheet() -> String {
    STYLESHEETS
        .iter()
        .map(|(_, text)| *text)
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use super::*;

    #[test]
    fn the_list_of_stylesheets_names_every_file_of_the_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/theme");
        let listed = fs::read_to_string(folder.join("stylesheets.txt")).unwrap();
        let listed: Vec<_> = listed.lines().collect();
        let ours: Vec<_> = STYLESHEETS.iter().map(|(name, _)| *name).collect();
        assert_eq!(listed, ours);
        let found: BTreeSet<_> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| {
                Path::new(name)
                    .extension()
                    .is_some_and(|kind| kind == "css")
            })
            .collect();
        assert_eq!(found, ours.iter().map(|name| (*name).to_owned()).collect());
    }

    #[test]
    fn colours_stand_only_in_the_tokens() {
        for (name, text) in STYLESHEETS {
            let own = ["tokens.css", "progress.css", "toast.css"].contains(name);
            assert!(own || !text.contains('#'), "{name} has a colour of its own");
        }
    }
}
