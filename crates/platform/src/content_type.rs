//! The part of a `content-type` that matters.

/// Lower case, without parameters.
pub(crate) fn without_parameters(value: &str) -> String {
    let essence = value.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_and_case_are_dropped() {
        assert_eq!(without_parameters("Text/HTML; charset=utf-8"), "text/html");
        assert_eq!(without_parameters("application/cbor"), "application/cbor");
        assert_eq!(without_parameters(""), "");
    }
}
