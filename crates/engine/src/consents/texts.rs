//! The legal texts that hold: those that ship with the app, or an agency's own. Own ones are stated in the
//! agency's document and hold from their first day on; nothing that is stated later takes them back.

use handrail_domain::consent::{LegalTexts, TEXTS, pack_standing};
use handrail_domain::statement::NewStatement;
use handrail_domain::{LocalDate, Now, RecordId};
use handrail_protocol::DeviceId;

use super::view::name_of;
use crate::api::{EngineError, InvalidField, RecordRef, StorageProblem, TextsView};
use crate::convert::invalid;
use crate::forgetting::{may_forget, was_in_charge};
use crate::open::Open;
use crate::statements::{Place, Said, said, say_all};

/// The code of statements of whose texts the agency's are: the text of a pack, or [`OF_THE_APP`].
const CODE: &str = "legal_texts";
/// Back to those of the app.
const OF_THE_APP: &str = "null";

/// What was put in force: by whom, and the pack; `None` for going back to that of the app.
struct Put {
    said: Said,
    pack: Option<LegalTexts>,
}

/// Everything that was put in force by whoever may, the first said first, and whether there is one since
/// the last return to the app's that this version cannot read.
fn put(open: &mut Open) -> Result<(Vec<Put>, bool), EngineError> {
    let (mut all, mut unread) = (Vec::new(), false);
    for one in said(open, Place::Agency)? {
        let device = DeviceId::from_bytes(*one.statement.device.as_bytes());
        // Texts stay when who set them takes another role.
        if one.statement.code != CODE || !was_in_charge(&open.roster, &device) {
            continue;
        }
        let pack = if one.statement.body == OF_THE_APP {
            unread = false;
            None
        } else if let Ok(pack) = LegalTexts::parse(&one.statement.body) {
            Some(pack)
        } else {
            unread = true;
            continue;
        };
        all.push(Put { said: one, pack });
    }
    Ok((all, unread))
}

/// The texts that hold today.
///
/// # Errors
/// `Storage` where the agency's document, or the app itself, is damaged.
pub fn in_force(open: &mut Open, now: Now) -> Result<LegalTexts, EngineError> {
    view(open, now).map(|view| view.pack)
}

/// The texts that hold today, and those to come.
///
/// # Errors
/// As [`in_force`].
pub fn view(open: &mut Open, now: Now) -> Result<TextsView, EngineError> {
    let today = now.local_date();
    let (mut all, unread) = put(open)?;
    let from = |one: &Put| one.pack.as_ref().map(|pack| pack.valid_from);
    let days: Vec<Option<LocalDate>> = all.iter().map(from).collect();
    let standing = pack_standing(&days, today);
    let next = standing.next.and_then(|place| all.get(place));
    let next = next.and_then(|one| one.pack.as_ref());
    let next = next.map(|pack| (pack.valid_from, pack.id.clone(), pack.version.clone()));
    let holds = standing.holds.and_then(|place| all.get_mut(place));
    let own = holds.and_then(|one| Some((one.pack.take()?, one.said.clone())));
    let (pack, set) = if let Some((pack, said)) = own {
        let by = name_of(open, said.statement.device);
        (pack, Some((by, said.at().millis())))
    } else {
        let damaged = |_| EngineError::Storage(StorageProblem::Damaged);
        (LegalTexts::parse(TEXTS).map_err(damaged)?, None)
    };
    Ok(TextsView {
        stale: pack.is_stale(today),
        pack,
        set,
        next,
        unread,
        may_change: may_forget(open),
        today,
    })
}

/// Puts texts in force for the whole agency; `None`: those of the app.
///
/// # Errors
/// `NotAllowed` for who is neither supervisor nor administrator; `Invalid` with `Detail` for a pack that
/// cannot be used.
pub fn use_texts(
    open: &mut Open,
    pack: Option<&str>,
    id: RecordId,
    now: Now,
) -> Result<RecordRef, EngineError> {
    if !may_forget(open) {
        return Err(EngineError::NotAllowed);
    }
    let text = pack.map(|text| text.trim_start_matches('\u{feff}').trim());
    if text.is_some_and(|text| LegalTexts::parse(text).is_err()) {
        return Err(invalid(InvalidField::Detail));
    }
    let statement = NewStatement {
        id,
        code: CODE.to_owned(),
        about: None,
        body: text.unwrap_or(OF_THE_APP).to_owned(),
    };
    say_all(open, Place::Agency, &[statement], now)?;
    Ok(RecordRef {
        participant: String::new(),
        record: Some(id.to_string()),
    })
}
