//! Keys for the engine's words about programs.

/// What is wrong with a program, by the engine's word for it.
pub fn program_fault(what: &str) -> &'static str {
    match what {
        "large" => "program-fault-large",
        "json" => "program-fault-json",
        "format" => "program-fault-format",
        "text" => "program-fault-text",
        "id" => "program-fault-id",
        "twice" => "program-fault-twice",
        "unknown" => "program-fault-unknown",
        "incomplete" => "program-fault-incomplete",
        "foreign" => "program-fault-foreign",
        "bounds" => "program-fault-bounds",
        "day" => "program-fault-day",
        "ends" => "program-fault-ends",
        _ => "program-fault-nobody",
    }
}

/// The kind of a program's part; `None` for one of a newer version.
pub fn program_part(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "duty" => "program-part-duty",
        "phase" => "program-part-phase",
        "site" => "program-part-site",
        "eligibility" => "program-part-eligibility",
        "referral" => "program-part-referral",
        "matching" => "program-part-matching",
        "work" => "program-part-work",
        "status" => "program-part-status",
        "partner" => "program-part-partner",
        "funder" => "program-part-funder",
        _ => return None,
    })
}

/// A number of a duty, by the engine's word for it; those of steps by `every` and `for`.
pub fn program_field(field: &str) -> &'static str {
    match field {
        "every" => "program-field-step-every",
        "for" => "program-field-step-for",
        "every_days" => "program-field-every-days",
        "days" => "program-field-days",
        "months" => "program-field-months",
        "lead_days" => "program-field-lead-days",
        _ => "program-field-judge-after-days",
    }
}
