//! Records that are kept, and that were forgotten.

use handrail_engine::api::{
    CertificateView, DueView, ForgetDeviceView, ForgetReason, ForgettingView, HoldView, KeptView,
    KeysView, RetentionPackError, RetentionView, RuleChangeView, RuleFault, RuleView,
    RulesPreviewView, RulesView,
};

use super::{DAY, NOW};

fn rules() -> Vec<RuleView> {
    vec![RuleView {
        id: "treatment-7y".to_owned(),
        en: "Seven years after the last service. For someone who was a minor: at least until they are 19.".to_owned(),
        es: "Siete años después del último servicio. Si la persona era menor de edad: al menos hasta que cumpla 19 años.".to_owned(),
        source: "Wis. Admin. Code DHS 92.12".to_owned(),
        verified: false,
    }]
}

pub fn record(participant: &str) -> RetentionView {
    RetentionView {
        participant: participant.to_owned(),
        name: "Dee Okafor".to_owned(),
        kept: KeptView::Over("2026-10-30".to_owned()),
        rules: rules(),
        stale: false,
        holds: vec![HoldView {
            hold: "01K".to_owned(),
            by: "Alex Kim".to_owned(),
            at: NOW - 40 * DAY,
            reason: "Subpoena of the circuit court, case 12-34.".to_owned(),
            lifted: Some((
                "Alex Kim".to_owned(),
                NOW - 4 * DAY,
                "The case is closed.".to_owned(),
            )),
        }],
        may_forget: true,
        same: vec!["Dee Okafor-Lind".to_owned()],
        said_no: None,
        may_say_no: true,
    }
}

pub fn all() -> ForgettingView {
    let device = |member: &str, device: &str, at| ForgetDeviceView {
        member: member.to_owned(),
        device: device.to_owned(),
        at,
    };
    ForgettingView {
        source: RulesView {
            id: "lakeside".to_owned(),
            version: "2026-11".to_owned(),
            review_by: "2026-10-31".to_owned(),
            set: Some(("Alex Kim".to_owned(), NOW - 20 * DAY)),
            next: Some("2027-01-01".to_owned()),
            may_change: true,
        },
        rules: rules(),
        stale: true,
        due: vec![DueView {
            participant: "01".to_owned(),
            name: "Dee Okafor".to_owned(),
            coach: "Marisol Reyes".to_owned(),
            kept_through: "2026-10-30".to_owned(),
            held: true,
            said_no: true,
        }],
        declined: 3,
        certificates: vec![CertificateView {
            document: "a44e91d8d2aeef96d179b9150207fe37".to_owned(),
            by: "Alex Kim".to_owned(),
            at: NOW - DAY,
            reason: ForgetReason::Declined,
            rule: String::new(),
            done: true,
            relay: Some(true),
            devices: vec![
                device(
                    "Keisha Coleman-Fitzgerald",
                    "Tablet at the front desk",
                    None,
                ),
                device("Marisol Reyes", "Marisol's phone", Some(NOW - DAY / 2)),
            ],
            keys: KeysView::Old,
            late: 1,
            proof: "01ab".to_owned(),
        }],
    }
}

/// What rules would change; of own ones, what is to be mended.
pub fn preview(own: bool) -> RulesPreviewView {
    let (line, column) = (12, 18);
    let faults = vec![
        RetentionPackError::Value {
            found: "-7".to_owned(),
            line,
            column,
        },
        RetentionPackError::UnknownField {
            field: "yearz".to_owned(),
            line,
            column,
        },
        RetentionPackError::Rule {
            place: 2,
            id: "declined-30d".to_owned(),
            fault: RuleFault::Time,
        },
    ];
    RulesPreviewView {
        faults: if own { faults } else { Vec::new() },
        id: "us-wi".to_owned(),
        version: "2026-11".to_owned(),
        valid_from: "2026-01-01".to_owned(),
        stale: false,
        rules: rules(),
        earlier: 1,
        later: 52,
        same: 3,
        due: 1,
        changes: vec![RuleChangeView {
            participant: "01".to_owned(),
            name: "Dee Okafor".to_owned(),
            coach: "Marisol Reyes".to_owned(),
            before: None,
            after: Some("2026-10-30".to_owned()),
        }],
    }
}
