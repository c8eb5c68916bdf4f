//! `{{name}}` in a text file stands for something known only once the bundle is put together.

use std::collections::BTreeMap;

use anyhow::{Result, bail};

/// Puts the values in. A name without a value is an error.
pub fn fill(text: &str, values: &BTreeMap<String, String>) -> Result<String> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, after)) = after.split_once("}}") else {
            bail!("`{{{{` is not closed");
        };
        let Some(value) = values.get(name) else {
            bail!("nothing is called `{name}` in the bundle");
        };
        filled.push_str(before);
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values() -> BTreeMap<String, String> {
        BTreeMap::from([("app.js".to_owned(), "/app-1.js".to_owned())])
    }

    #[test]
    fn every_mention_is_replaced() {
        assert_eq!(
            fill("a {{app.js}} b {{app.js}}", &values()).unwrap(),
            "a /app-1.js b /app-1.js"
        );
    }

    #[test]
    fn an_unknown_name_is_refused() {
        let error = fill("{{worker.js}}", &values()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "nothing is called `worker.js` in the bundle"
        );
    }

    #[test]
    fn an_open_brace_is_refused() {
        assert!(fill("{{app.js", &values()).is_err());
    }
}
