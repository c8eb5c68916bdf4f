//! What a path says about a file: whether it may be served, its type, its caching.

use std::path::{Path, PathBuf};

/// The path below the root that a request's path names; `None` for one that could lead out
/// of it or name a hidden file.
pub fn safe_path(path: &str) -> Option<PathBuf> {
    let decoded = percent_decode(path.strip_prefix('/')?)?;
    let mut safe = PathBuf::new();
    let trimmed = decoded.strip_suffix('/').unwrap_or(&decoded);
    if trimmed.is_empty() {
        return Some(safe);
    }
    for part in trimmed.split('/') {
        let strange = part.is_empty()
            || part.starts_with('.')
            || part
                .chars()
                .any(|letter| letter.is_control() || matches!(letter, '\\' | ':'));
        if strange {
            return None;
        }
        safe.push(part);
    }
    Some(safe)
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let value = digit(rest.next())? * 16 + digit(rest.next())?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// Whether the name carries a hash of the content, as bundlers write it
/// (`app-dxh4f1c2a9b0.js`, `style.3f9a1c77.css`): such a file never changes.
pub fn is_named_by_content(name: &Path) -> bool {
    let Some(stem) = name.file_stem().and_then(|stem| stem.to_str()) else {
        return false;
    };
    let mut parts = stem.split(['-', '.', '_']);
    parts.next();
    parts.any(|part| {
        let hash = part.strip_prefix("dxh").unwrap_or(part);
        hash.len() >= 8
            && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
            && hash.bytes().any(|byte| byte.is_ascii_digit())
    })
}

/// The `content-type` of a file by its name.
pub fn content_type(name: &Path) -> &'static str {
    let extension = name
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or("");
    match extension.to_ascii_lowercase().as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "ftl" | "md" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leads_out_of_the_root() {
        for path in [
            "/../relay.db",
            "/a/../../relay.db",
            "/%2e%2e/relay.db",
            "/..%2frelay.db",
            "//etc/passwd",
            "/a//b",
            "/.git/config",
            "/a/.hidden",
            "/c:/windows",
            "/a\\..\\b",
            "/a%5cb",
            "/a%00b",
            "/%ff",
            "/%2",
            "relative",
            "",
        ] {
            assert_eq!(safe_path(path), None, "{path}");
        }
        assert_eq!(safe_path("/"), Some(PathBuf::new()));
        assert_eq!(
            safe_path("/assets/app.js"),
            Some(PathBuf::from("assets/app.js"))
        );
        assert_eq!(safe_path("/people/"), Some(PathBuf::from("people")));
        assert_eq!(safe_path("/se%C3%B1al"), Some(PathBuf::from("señal")));
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        for name in [
            "assets/app-dxh4f1c2a9b0.js",
            "app_bg-0a1b2c3d.wasm",
            "style.3f9a1c77.css",
        ] {
            assert!(is_named_by_content(Path::new(name)), "{name}");
        }
        for name in [
            "index.html",
            "sw.js",
            "app.js",
            "manifest.webmanifest",
            "deadbeef1.js",
            "app-facade.js",
            "icon-192.png",
            "app-feedface.js",
        ] {
            assert!(!is_named_by_content(Path::new(name)), "{name}");
        }
    }

    #[test]
    fn a_module_and_its_wasm_have_the_types_browsers_insist_on() {
        assert_eq!(content_type(Path::new("a.wasm")), "application/wasm");
        assert_eq!(
            content_type(Path::new("a.JS")),
            "text/javascript; charset=utf-8"
        );
        assert_eq!(content_type(Path::new("noext")), "application/octet-stream");
    }
}
