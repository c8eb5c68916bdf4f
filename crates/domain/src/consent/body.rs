//! The bodies of the statements: JSON with codes. What only a newer version understands is passed
//! over, and counts as not said.

use super::fold::{Disclosure, End, Made};
use super::{
    ConsentForm, ConsentKind, Emergency, Expiry, Ground, Information, OtherSigner, Purpose,
    ReadTexts, Recipient, Side, Signature, Signer, Strokes, Told, Way,
};
use crate::statement::Statement;
use crate::time::{LocalDate, Timestamp, local_date};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct FormBody {
    kind: String,
    language: String,
    patient: String,
    disclosers: String,
    recipients: Vec<RecipientBody>,
    information: Vec<String>,
    information_words: String,
    purposes: Vec<String>,
    purpose_words: String,
    told: Vec<String>,
    revoke_how: String,
    expiry: Coded,
    signer: String,
    signer_why: String,
    signature: Coded,
    signed_on: String,
    read: ReadBody,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct ReadBody {
    pack: String,
    version: String,
    texts: BTreeMap<String, String>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct RecipientBody {
    name: String,
    side: String,
    is_class: bool,
    members: Vec<String>,
    treating_members: bool,
}

/// One of several forms, with its text.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Coded {
    is: String,
    text: String,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct EndBody {
    on: String,
    words: String,
    at: Option<i64>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct DisclosureBody {
    on: String,
    ground: String,
    personnel: String,
    discloser: String,
    emergency_at: Option<i64>,
    nature: String,
    recipient: String,
    side: String,
    purpose: String,
    information: Vec<String>,
    words: String,
    way: String,
    member: String,
    at: Option<i64>,
}

const CONSENT: &str = "consent";
const EMERGENCY: &str = "emergency";
const CHILD_REPORT: &str = "child_report";
const OUTSIDE: &str = "outside";

fn coded(is: &str, text: &str) -> Coded {
    Coded {
        is: is.to_owned(),
        text: text.to_owned(),
    }
}

fn json(body: &impl Serialize) -> String {
    serde_json::to_string(body).unwrap_or_default()
}

impl ConsentForm {
    /// The body of the statement that says it.
    pub fn to_body(&self) -> String {
        let (signer, signer_why) = match &self.signer {
            Signer::Participant => (String::new(), String::new()),
            Signer::Other { name, why } => {
                // A name that is yet to be typed is somebody else's still.
                let why = why.map_or("unsaid", OtherSigner::code);
                (name.trim().to_owned(), why.to_owned())
            }
        };
        let day = |day: Option<LocalDate>| day.map(|day| day.to_string()).unwrap_or_default();
        json(&FormBody {
            kind: self
                .kind
                .map(ConsentKind::code)
                .unwrap_or_default()
                .to_owned(),
            language: self.language.clone(),
            patient: self.patient.trim().to_owned(),
            disclosers: self.disclosers.trim().to_owned(),
            recipients: self.recipients.iter().map(recipient_body).collect(),
            information: self
                .information
                .iter()
                .map(|one| one.code().to_owned())
                .collect(),
            information_words: self.information_words.trim().to_owned(),
            purposes: self
                .purposes
                .iter()
                .map(|one| one.code().to_owned())
                .collect(),
            purpose_words: self.purpose_words.trim().to_owned(),
            told: self.told.iter().map(|one| one.code().to_owned()).collect(),
            revoke_how: self.revoke_how.trim().to_owned(),
            expiry: match &self.expiry {
                None => Coded::default(),
                Some(Expiry::On(day)) => coded("on", &day.to_string()),
                Some(Expiry::Event(words)) => coded("event", words.trim()),
                Some(Expiry::Condition(words)) => coded("condition", words.trim()),
                Some(Expiry::EndOfTreatment) => coded("end_of_treatment", ""),
                Some(Expiry::Never) => coded("never", ""),
            },
            signer,
            signer_why,
            signature: match &self.signature {
                None => Coded::default(),
                Some(Signature::Drawn(strokes)) => coded("drawn", &strokes.to_text()),
                Some(Signature::Typed(name)) => coded("typed", name.trim()),
                Some(Signature::OnPaper(place)) => coded("on_paper", place.trim()),
            },
            signed_on: day(self.signed_on),
            read: self.read.clone().map(read_body).unwrap_or_default(),
        })
    }
}

fn read_body(read: ReadTexts) -> ReadBody {
    ReadBody {
        pack: read.pack,
        version: read.version,
        texts: read.texts,
    }
}

fn recipient_body(one: &Recipient) -> RecipientBody {
    RecipientBody {
        name: one.name.trim().to_owned(),
        side: one.side.code().to_owned(),
        is_class: one.is_class,
        members: one.members.clone(),
        treating_members: one.treating_members,
    }
}

/// A form; `None` where it is no JSON.
pub(super) fn form(text: &str) -> Option<ConsentForm> {
    let body: FormBody = serde_json::from_str(text).ok()?;
    let signer = if body.signer.is_empty() && body.signer_why.is_empty() {
        Signer::Participant
    } else {
        Signer::Other {
            name: body.signer,
            why: OtherSigner::from_code(&body.signer_why),
        }
    };
    let Coded { is, text } = body.expiry;
    let expiry = match is.as_str() {
        "on" => LocalDate::parse(&text).ok().map(Expiry::On),
        "event" => Some(Expiry::Event(text)),
        "condition" => Some(Expiry::Condition(text)),
        "end_of_treatment" => Some(Expiry::EndOfTreatment),
        "never" => Some(Expiry::Never),
        _ => None,
    };
    let Coded { is, text } = body.signature;
    let signature = match is.as_str() {
        "drawn" => Some(Signature::Drawn(Strokes::from_text(&text))),
        "typed" => Some(Signature::Typed(text)),
        "on_paper" => Some(Signature::OnPaper(text)),
        _ => None,
    };
    Some(ConsentForm {
        kind: ConsentKind::from_code(&body.kind),
        language: body.language,
        patient: body.patient,
        disclosers: body.disclosers,
        recipients: body.recipients.into_iter().filter_map(recipient).collect(),
        information: known(&body.information, Information::from_code),
        information_words: body.information_words,
        purposes: known(&body.purposes, Purpose::from_code),
        purpose_words: body.purpose_words,
        told: known(&body.told, Told::from_code),
        revoke_how: body.revoke_how,
        expiry,
        signer,
        signature,
        signed_on: LocalDate::parse(&body.signed_on).ok(),
        read: read(body.read),
    })
}

fn read(body: ReadBody) -> Option<ReadTexts> {
    let ReadBody {
        pack,
        version,
        texts,
    } = body;
    (!texts.is_empty()).then_some(ReadTexts {
        pack,
        version,
        texts,
    })
}

fn recipient(body: RecipientBody) -> Option<Recipient> {
    Some(Recipient {
        name: body.name,
        side: Side::from_code(&body.side)?,
        is_class: body.is_class,
        members: body.members,
        treating_members: body.treating_members,
    })
}

fn known<T>(codes: &[String], of: impl Fn(&str) -> Option<T>) -> std::collections::BTreeSet<T>
where
    T: Ord,
{
    codes.iter().filter_map(|code| of(code)).collect()
}

/// The body of the statement that a consent was taken back, or that its event came: the day, the moment
/// where it is known, and the words.
pub fn end_body((on, at): (LocalDate, Option<Timestamp>), words: &str) -> String {
    json(&EndBody {
        on: on.to_string(),
        words: words.trim().to_owned(),
        at: at.map(Timestamp::millis),
    })
}

/// That something ended. Where the day cannot be read it is that of the writing, for what was taken back is
/// taken back.
pub(super) fn end(said: &Statement) -> End {
    let body: EndBody = serde_json::from_str(&said.body).unwrap_or_default();
    End {
        on: LocalDate::parse(&body.on).unwrap_or_else(|_| local_date(said.at, 0)),
        made: Made::of(said),
        words: body.words,
        at: body.at.map(Timestamp::from_millis),
    }
}

impl Disclosure {
    /// The body of the statement that says it. The consent that it rests on is what the statement is
    /// about.
    pub fn to_body(&self) -> String {
        let mut body = DisclosureBody {
            on: self.on.to_string(),
            recipient: self.recipient.trim().to_owned(),
            side: self.side.map(Side::code).unwrap_or_default().to_owned(),
            purpose: self
                .purpose
                .map(Purpose::code)
                .unwrap_or_default()
                .to_owned(),
            information: self
                .information
                .iter()
                .map(|one| one.code().to_owned())
                .collect(),
            words: self.words.trim().to_owned(),
            way: self.way.map(Way::code).unwrap_or_default().to_owned(),
            member: self.member.clone(),
            at: self.at.map(Timestamp::millis),
            ..DisclosureBody::default()
        };
        match &self.ground {
            Ground::Consent(_) => CONSENT.clone_into(&mut body.ground),
            Ground::ChildReport => CHILD_REPORT.clone_into(&mut body.ground),
            Ground::Outside => OUTSIDE.clone_into(&mut body.ground),
            Ground::Emergency(emergency) => {
                EMERGENCY.clone_into(&mut body.ground);
                emergency.personnel.trim().clone_into(&mut body.personnel);
                emergency.discloser.trim().clone_into(&mut body.discloser);
                emergency.nature.trim().clone_into(&mut body.nature);
                body.emergency_at = emergency.at.map(Timestamp::millis);
            }
        }
        json(&body)
    }
}

/// What was told; `None` where its ground cannot be read.
pub(super) fn disclosure(said: &Statement) -> Option<Disclosure> {
    let body: DisclosureBody = serde_json::from_str(&said.body).ok()?;
    let ground = match body.ground.as_str() {
        CONSENT => Ground::Consent(said.about?),
        CHILD_REPORT => Ground::ChildReport,
        OUTSIDE => Ground::Outside,
        EMERGENCY => Ground::Emergency(Emergency {
            personnel: body.personnel,
            discloser: body.discloser,
            at: body.emergency_at.map(Timestamp::from_millis),
            nature: body.nature,
        }),
        _ => return None,
    };
    Some(Disclosure {
        id: said.id,
        made: Made::of(said),
        on: LocalDate::parse(&body.on).unwrap_or_else(|_| local_date(said.at, 0)),
        at: body.at.map(Timestamp::from_millis),
        ground,
        recipient: body.recipient,
        side: Side::from_code(&body.side),
        purpose: Purpose::from_code(&body.purpose),
        information: known(&body.information, Information::from_code),
        words: body.words,
        way: Way::from_code(&body.way),
        member: body.member,
    })
}
