//! The JavaScript side of the module.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

/// What wasm-bindgen makes of one module.
pub struct Glue {
    pub script: String,
    pub module: Vec<u8>,
    /// What of the module may come later, if it was divided.
    pub later: Option<Vec<u8>>,
    /// Small scripts of the libraries, by the path the glue imports them from (`./snippets/...`).
    pub snippets: BTreeMap<String, String>,
}

/// Runs wasm-bindgen for ES modules. With `named`, the module still says what its functions are called.
pub fn generate(wasm: &Path, named: bool) -> Result<Glue> {
    let mut output = Bindgen::new()
        .input_path(wasm)
        .out_name("app")
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(!named)
        .remove_producers_section(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen cannot read {}", wasm.display()))?;
    let mut snippets = BTreeMap::new();
    for (library, scripts) in output.snippets() {
        for (number, script) in scripts.iter().enumerate() {
            snippets.insert(
                format!("./snippets/{library}/inline{number}.js"),
                script.clone(),
            );
        }
    }
    for (path, script) in output.local_modules() {
        snippets.insert(format!("./snippets/{path}"), script.clone());
    }
    let script = output.js().to_owned();
    ensure!(
        supplied(&script),
        "the module calls functions of C that nobody supplies (its imports from \"env\"): \
         a part of a C library was left out while another part still calls it"
    );
    Ok(Glue {
        script,
        module: output.wasm_mut().emit_wasm(),
        later: None,
        snippets,
    })
}

/// A function that the linker did not find becomes an import which no browser can resolve.
fn supplied(script: &str) -> bool {
    !script.contains("from \"env\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_that_calls_what_nobody_supplies_is_refused() {
        assert!(!supplied("import * as import1 from \"env\"\n"));
        assert!(supplied("import { f } from './snippets/lib-1/inline0.js';"));
    }
}
