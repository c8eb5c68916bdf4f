//! Somebody forgot their passphrase, at night, with no network: whoever shares their caseload's key
//! reads them a code over the phone (`docs/protocol.md`, section 9).

use handrail_protocol::{DeviceId, GroupId, Recipient};
use handrail_store::{HelpRow, Store};
use handrail_vault::{DatabaseKey, GroupKey, HelpPlace, LockParameters, help_tag};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::locking::problem;
use super::passphrase::sealed_key;
use super::{Engine, State, Turn};
use crate::api::{EngineError, HelpCodeView, Reply};
use crate::open::Open;

/// Digits of a code.
const CODE_DIGITS: usize = 20;

impl Engine {
    /// Sees to it that help can be given: renews the lock that a code opens when it was used, or
    /// when the caseload's key changed, and takes it away when nobody could help.
    pub(super) fn keep_help(
        &mut self,
        open: &Open,
        key: &DatabaseKey,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), EngineError> {
        let row = self.lock_row()?;
        let own = &open.identity.device;
        let Some((group, epoch)) = shared_caseload(open) else {
            if row.help.is_some() {
                self.put_help(None, row.help_number)?;
            }
            return Ok(());
        };
        let present = format!("{:08}-{epoch}-", help_tag(own));
        if row
            .help
            .is_some_and(|help| help.request.starts_with(&present))
        {
            return Ok(());
        }
        let number = row.help_number.saturating_add(1);
        let place = HelpPlace {
            agency: open.identity.agency,
            group,
            epoch,
            device: *own,
            number,
        };
        let group_key = open
            .keyring
            .get(group, epoch)
            .ok_or(EngineError::NotFound)?;
        let code = place.code(group_key);
        let record = sealed_key(&self.passphrase(&code), key, LockParameters::default(), rng)?;
        let help = HelpRow {
            request: format!("{present}{number}"),
            record: record.to_bytes(),
        };
        self.put_help(Some(&help), number)
    }

    fn put_help(&mut self, help: Option<&HelpRow>, number: u32) -> Result<(), EngineError> {
        let lock = self.lock.as_mut().ok_or(EngineError::NotFound)?;
        Ok(lock.set_help(self.profile, help, number)?)
    }

    /// Opens the lock by a code, which works once, and puts a new passphrase in place.
    pub(super) fn unlock_with_help(
        &mut self,
        code: &str,
        passphrase: &str,
        turn: &mut Turn<'_>,
    ) -> Result<Reply, EngineError> {
        if !matches!(self.state, State::Locked) {
            return Err(EngineError::NotAllowed);
        }
        let passphrase = self.new_passphrase(passphrase)?;
        let code = code_of(code)?;
        let row = self.lock_row()?;
        let help = row.help.as_ref().ok_or(EngineError::NotFound)?;
        let key = match self.key_by_secret(&row, &help.record, &code, turn.clock) {
            Err(EngineError::WrongPassphrase { retry_after_ms }) => {
                return Err(EngineError::WrongHelpCode { retry_after_ms });
            }
            other => other?,
        };
        let record = sealed_key(&passphrase, &key, self.lock_parameters(), turn.rng)?;
        let store = Store::open(&self.caseload(), key.expose(), &row.key_check)
            .map_err(|error| EngineError::Storage(problem(&error)))?;
        let lock = self.lock.as_mut().ok_or(EngineError::NotFound)?;
        lock.use_help(self.profile, &record.to_bytes())?;
        let open = self.load(store, turn)?;
        self.resting = None;
        self.enter(open, &key, turn);
        Ok(Reply::Session(self.session(turn.clock)))
    }
}

/// The digits of a code, as typed.
pub(super) fn code_of(typed: &str) -> Result<Zeroizing<String>, EngineError> {
    let code: Zeroizing<String> =
        Zeroizing::new(typed.chars().filter(char::is_ascii_digit).collect());
    if code.len() == CODE_DIGITS {
        Ok(code)
    } else {
        Err(EngineError::HelpCodeNotWhole)
    }
}

/// Where the code for this device's own request comes from.
pub(super) fn own_place<'a>(
    open: &'a Open,
    help: &HelpRow,
    number: u32,
) -> Option<(HelpPlace, &'a GroupKey)> {
    let group = open.roster.caseload_group(&open.identity.member)?;
    let epoch = help.request.split('-').nth(1)?.parse().ok()?;
    let place = HelpPlace {
        agency: open.identity.agency,
        group,
        epoch,
        device: open.identity.device,
        number,
    };
    Some((place, open.keyring.get(group, epoch)?))
}

/// The member's own caseload and its epoch, if some other device has its key too.
fn shared_caseload(open: &Open) -> Option<(GroupId, u32)> {
    let group = open.roster.caseload_group(&open.identity.member)?;
    let epoch = open.roster.group(&group)?.epoch;
    let own = open.identity.device;
    let another = open
        .roster
        .recipients(&group)?
        .into_iter()
        .any(|recipient| matches!(recipient, Recipient::Device(device) if device != own));
    (another && open.keyring.get(group, epoch).is_some()).then_some((group, epoch))
}

/// The code for a request that somebody read over the phone, and whose device it is.
pub fn help_code(open: &Open, request: &str) -> Result<(DeviceId, HelpCodeView), EngineError> {
    let groups: Vec<&str> = request
        .split(|c: char| !c.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .collect();
    let [tag @ .., epoch, number] = groups.as_slice() else {
        return Err(EngineError::NotFound);
    };
    let parsed = (tag.concat().parse::<u32>(), epoch.parse(), number.parse());
    let (Ok(tag), Ok(epoch), Ok(number)) = parsed else {
        return Err(EngineError::NotFound);
    };
    let mut tagged = open
        .roster
        .devices()
        .filter(|device| help_tag(&device.id) == tag);
    let (Some(device), None) = (tagged.next(), tagged.next()) else {
        return Err(EngineError::NotFound);
    };
    if device.revoked.is_some() || is_leaving(open, &device.id) {
        return Err(EngineError::HelpRefused);
    }
    let group = open
        .roster
        .caseload_group(&device.member)
        .ok_or(EngineError::NotAllowed)?;
    let place = HelpPlace {
        agency: open.identity.agency,
        group,
        epoch,
        device: device.id,
        number,
    };
    let key = open
        .keyring
        .get(group, epoch)
        .ok_or(EngineError::NotAllowed)?;
    let code = place.code(key);
    let fours: Vec<&str> = (0..CODE_DIGITS)
        .step_by(4)
        .filter_map(|at| code.get(at..at + 4))
        .collect();
    let view = HelpCodeView {
        member: open.member_name(&device.member),
        device: open.names.device(&device.id),
        code: fours.join(" "),
    };
    Ok((device.id, view))
}

/// It is to be taken out as soon as the relay can be told.
fn is_leaving(open: &Open, device: &DeviceId) -> bool {
    crate::removing::wanted(&open.store.read()).is_ok_and(|all| all.contains(device))
}
