//! Starting an agency on this device; it needs nobody and no network.

use handrail_domain::Now;
use handrail_domain::document::{AgencyCommand, AgencyDocument, CaseloadCommand, CaseloadDocument};
use handrail_protocol::{
    DeviceId, DocumentId, DocumentKind, Fingerprint, GroupId, Incarnation, Role,
};
use handrail_store::{StoreError, Tx};
use handrail_vault::{DeviceSecret, DocumentKey, Founded, Founder, RootSecret, found_agency};
use rand_core::CryptoRng;

use super::{Engine, Turn};
use crate::api::{EngineError, InvalidField, RecoveryKitView, Reply};
use crate::convert::{domain_member, invalid};
use crate::open::{self, Sessions};
use crate::{audit, inviting};

/// Longest name of an agency or a person, in bytes.
const NAME_LIMIT: usize = 200;

/// What is asked of the founder before anything is made.
pub(crate) struct NewAgency<'a> {
    pub agency_name: &'a str,
    pub own_name: &'a str,
    pub passphrase: &'a str,
    pub relay: Option<String>,
    pub sample: bool,
}

impl Engine {
    /// Makes an agency, its first member and its first device.
    pub(super) fn found_agency(
        &mut self,
        agency_name: &str,
        own_name: &str,
        passphrase: &str,
        relay: Option<&str>,
        turn: &mut Turn<'_>,
    ) -> Result<Reply, EngineError> {
        let relay = relay.map(relay_origin).transpose()?;
        let root = self.make_agency(
            &NewAgency {
                agency_name,
                own_name,
                passphrase,
                relay,
                sample: false,
            },
            turn,
        )?;
        let kit = self.kit_view(&root)?;
        self.tell_session(turn);
        self.sync(handrail_sync::SyncInput::Started, turn);
        Ok(Reply::RecoveryKit(kit))
    }

    /// Makes and opens the database of a new agency.
    pub(crate) fn make_agency(
        &mut self,
        new: &NewAgency<'_>,
        turn: &mut Turn<'_>,
    ) -> Result<RootSecret, EngineError> {
        self.nobody_is_here()?;
        let agency_name = name(new.agency_name, InvalidField::AgencyName)?;
        let own_name = name(new.own_name, InvalidField::OwnName)?;
        self.new_passphrase(new.passphrase)?;
        let root = RootSecret::for_paper(&mut turn.rng);
        let device = DeviceSecret::generate(&mut turn.rng);
        let founded = found_agency(
            &root,
            &device,
            Founder {
                role: Role::Supervisor,
            },
            &mut turn.rng,
        )
        .map_err(|_| EngineError::NotAllowed)?;
        let now = turn.now();
        let rng = &mut *turn.rng;
        let device_name = self.config.device_name.clone();
        self.create_database(new.passphrase, new.sample, rng, |store, rng| {
            let incarnation = random_incarnation(rng);
            let mut sessions = Sessions::of(&device.id(), &incarnation, rng);
            let agency = agency_changes(
                &mut sessions,
                &agency_name,
                &own_name,
                &device_name,
                &founded,
                &device.id(),
                now,
            )?;
            let caseload = caseload_changes(&mut sessions, &founded, now)?;
            store.transaction(|tx| -> Result<(), StoreError> {
                write_founding(tx, &founded, &device, &root, &own_name, &incarnation)?;
                if let Some(relay) = &new.relay {
                    tx.set_setting("relay", relay)?;
                }
                if new.sample {
                    tx.set_meta("sample", &[1])?;
                }
                new_document(
                    tx,
                    DocumentKind::Agency,
                    &founded.agency_group,
                    1,
                    &agency,
                    now,
                    rng,
                )?;
                new_document(
                    tx,
                    DocumentKind::Caseload,
                    &founded.caseload_group,
                    1,
                    &caseload,
                    now,
                    rng,
                )?;
                Ok(())
            })?;
            Ok(())
        })?;
        self.open_after_creation(turn)?;
        Ok(root)
    }

    /// The words are typed back: the root secret leaves this device.
    pub(super) fn confirm_recovery_kit(
        &mut self,
        words: &[(u8, String)],
        turn: &mut Turn<'_>,
    ) -> Result<Reply, EngineError> {
        let root = self.root_secret()?;
        let list = root.to_words();
        let list: Vec<&str> = list.split(' ').collect();
        let asked = asked_positions(&root);
        let fits = |(position, typed): &(u8, String)| {
            usize::from(*position)
                .checked_sub(1)
                .and_then(|i| list.get(i))
                .is_some_and(|word| word.eq_ignore_ascii_case(typed.trim()))
        };
        let all_asked = asked
            .iter()
            .all(|ask| words.iter().any(|(position, _)| position == ask));
        if !all_asked || !words.iter().all(fits) {
            return Err(EngineError::WordsDoNotMatch);
        }
        self.opened()?
            .store
            .transaction(|tx| tx.remove_meta("root_secret"))?;
        self.tell_session(turn);
        Ok(Reply::Session(self.session(turn.clock)))
    }

    /// The kit again, while it waits to be confirmed.
    pub(super) fn show_recovery_kit(&mut self) -> Result<Reply, EngineError> {
        let root = self.root_secret()?;
        self.kit_view(&root).map(Reply::RecoveryKit)
    }

    fn root_secret(&mut self) -> Result<RootSecret, EngineError> {
        let open = self.opened()?;
        let bytes = open
            .store
            .read()
            .meta("root_secret")?
            .ok_or(EngineError::NotFound)?;
        let bytes: [u8; 32] = bytes
            .as_slice()
            .try_into()
            .map_err(|_| EngineError::NotFound)?;
        Ok(RootSecret::from_bytes(bytes))
    }

    fn kit_view(&mut self, root: &RootSecret) -> Result<RecoveryKitView, EngineError> {
        let open = self.opened()?;
        let words: Vec<String> = root.to_words().split(' ').map(str::to_owned).collect();
        // Without a relay there is nothing that an address could open.
        let link = open
            .conversation
            .as_ref()
            .map(|talk| kit_link(&talk.relay, &words))
            .unwrap_or_default();
        Ok(RecoveryKitView {
            agency_name: open.names.agency(),
            ask: asked_positions(root),
            fingerprint: fingerprint_text(&open.identity.fingerprint),
            qr: inviting::qr_modules(&link),
            words,
        })
    }
}

/// Words of a kit that its QR code carries. Browsers keep addresses, and camera apps may send them
/// away: the other eight words, 80 bits without their checksum, are on the paper alone.
const WORDS_IN_LINK: usize = 16;

/// The address in a kit's QR code: `<relay>/restore#1-word-word-…`. What follows `#` is sent to no
/// server.
fn kit_link(relay: &str, words: &[String]) -> String {
    let first = words.get(..WORDS_IN_LINK).unwrap_or_default().join("-");
    format!("{relay}/restore#1-{first}")
}

/// The words in the address of a kit's QR code, with a space after each; `None` when it is no such
/// address, or of a version that this one does not know.
pub fn kit_words(address: &str) -> Option<String> {
    let (_, words) = address.split_once("/restore#1-")?;
    let plain = words
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    (plain && words.split('-').count() == WORDS_IN_LINK).then(|| words.replace('-', " ") + " ")
}

/// The first 16 digits of a fingerprint, in groups of four.
pub fn fingerprint_text(fingerprint: &Fingerprint) -> String {
    let hex = fingerprint.to_string();
    let groups: Vec<&str> = [0, 4, 8, 12]
        .iter()
        .filter_map(|at| hex.get(*at..at + 4))
        .collect();
    groups.join(" ")
}

/// The origin of a relay: `http` or `https`, a host, no path.
pub fn relay_origin(text: &str) -> Result<String, EngineError> {
    let text = text.trim().trim_end_matches('/');
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let plausible = host.is_some_and(|host| {
        !host.is_empty() && host.len() < 256 && !host.contains(['/', ' ', '?', '#', '@'])
    });
    if plausible {
        Ok(text.to_owned())
    } else {
        Err(invalid(InvalidField::Relay))
    }
}

/// A name that is there and not too long.
pub(super) fn name(text: &str, field: InvalidField) -> Result<String, EngineError> {
    let text = text.trim();
    if text.is_empty() || text.len() > NAME_LIMIT {
        return Err(EngineError::Invalid {
            field,
            limit: u32::try_from(NAME_LIMIT).ok(),
        });
    }
    Ok(text.to_owned())
}

/// Three positions that depend on the secret, so that one cannot learn them by heart.
fn asked_positions(root: &RootSecret) -> Vec<u8> {
    let [a, b, c, ..] = root.expose();
    vec![1 + a % 8, 9 + b % 8, 17 + c % 8]
}

fn write_founding(
    tx: &Tx<'_>,
    founded: &Founded,
    device: &DeviceSecret,
    root: &RootSecret,
    own_name: &str,
    incarnation: &Incarnation,
) -> Result<(), StoreError> {
    tx.append_roster(0, &founded.state.head().hash, &founded.entry)?;
    for held in &founded.keys {
        tx.add_group_key(&held.group, held.epoch, held.key.expose())?;
    }
    tx.set_meta("root_secret", root.expose())?;
    write_identity(tx, device, &founded.member, own_name, incarnation)
}

/// A new life of a database.
pub(super) fn random_incarnation(rng: &mut dyn CryptoRng) -> Incarnation {
    let mut bytes = [0_u8; 16];
    rng.fill_bytes(&mut bytes);
    Incarnation::from_bytes(bytes)
}

/// What a device is, in its database.
pub(super) fn write_identity(
    tx: &Tx<'_>,
    device: &DeviceSecret,
    member: &handrail_protocol::MemberId,
    own_name: &str,
    incarnation: &Incarnation,
) -> Result<(), StoreError> {
    tx.set_meta("device_secret", device.to_bytes().as_slice())?;
    tx.set_meta("member", member.as_bytes())?;
    tx.set_meta("incarnation", incarnation.as_bytes())?;
    audit::begin(tx)?;
    tx.set_setting("own_name", own_name)
}

/// A new document with its first changes; returns its id.
pub fn new_document(
    tx: &Tx<'_>,
    kind: DocumentKind,
    group: &GroupId,
    epoch: u32,
    changes: &[handrail_domain::document::Written],
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<DocumentId, StoreError> {
    let mut bytes = [0_u8; 16];
    rng.fill_bytes(&mut bytes);
    let id = DocumentId::from_bytes(bytes);
    let key = DocumentKey::generate(&mut &mut *rng);
    open::add_document(tx, &id, kind, group)?;
    open::add_document_key(tx, &id, group, epoch, &key, now.at.millis())?;
    for change in changes {
        tx.add_pending(&id, change.hash.as_bytes(), &change.change, now.at.millis())?;
    }
    Ok(id)
}

fn agency_changes(
    sessions: &mut Sessions,
    agency_name: &str,
    own_name: &str,
    device_name: &str,
    founded: &Founded,
    device: &DeviceId,
    now: Now,
) -> Result<Vec<handrail_domain::document::Written>, EngineError> {
    let mut document = AgencyDocument::new(sessions.next()).map_err(|_| EngineError::NotAllowed)?;
    let commands = [
        AgencyCommand::SetName(agency_name.to_owned()),
        AgencyCommand::SetMemberName {
            member: domain_member(founded.member),
            name: own_name.to_owned(),
        },
        AgencyCommand::SetDeviceName {
            device: handrail_domain::DeviceId::from_bytes(*device.as_bytes()),
            name: device_name.to_owned(),
        },
    ];
    let mut written = Vec::new();
    for command in commands {
        written.extend(
            document
                .command(&command, now)
                .map_err(|_| EngineError::NotAllowed)?,
        );
    }
    Ok(written)
}

fn caseload_changes(
    sessions: &mut Sessions,
    founded: &Founded,
    now: Now,
) -> Result<Vec<handrail_domain::document::Written>, EngineError> {
    let mut document =
        CaseloadDocument::new(sessions.next()).map_err(|_| EngineError::NotAllowed)?;
    let command = CaseloadCommand::SetCoach(domain_member(founded.member));
    Ok(document
        .command(&command, now)
        .map_err(|_| EngineError::NotAllowed)?
        .into_iter()
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_kit_gives_sixteen_of_its_words_and_no_more() {
        let words: Vec<String> = (b'a'..=b'x').map(|a| char::from(a).to_string()).collect();
        let link = kit_link("https://relay.example.org", &words);
        assert_eq!(
            link,
            "https://relay.example.org/restore#1-a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p"
        );
        assert_eq!(
            kit_words(&link).unwrap(),
            "a b c d e f g h i j k l m n o p "
        );
        for other in [
            "/restore",
            "/restore#2-a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p",
            "/restore#1-a-b",
            "/restore#1-a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-<p>",
            "/join#1-a",
        ] {
            assert_eq!(kit_words(other), None, "{other}");
        }
    }
}
