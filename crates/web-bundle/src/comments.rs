//! What is written in scripts for whoever reads them here, and what no browser needs.

/// A script without the lines that hold nothing but a comment.
///
/// Only for scripts of this project: a line inside a text of several lines that looks like a comment would go, too.
pub fn without(script: &str) -> String {
    let is_comment = |line: &&str| {
        let line = line.trim();
        line.starts_with("//") || line.starts_with("/*") && line.ends_with("*/")
    };
    let mut kept = String::with_capacity(script.len());
    for line in script.lines().filter(|line| !is_comment(line)) {
        kept.push_str(line);
        kept.push('\n');
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_comments_go_and_everything_else_stays() {
        let script = "// Why.\nconst a = 'https://b'; // c\n  /** Of what. */\n  f(a);\n";
        assert_eq!(without(script), "const a = 'https://b'; // c\n  f(a);\n");
    }
}
