//! The roster's entries as lines of the access log.

use std::collections::BTreeSet;

use handrail_domain::document::{Event, Logged};
use handrail_protocol::roster::operation::GroupKind;
use handrail_protocol::roster::{RosterEntry, Signer};
use handrail_protocol::{GroupId, MemberId, Operation};

use super::{line, maker, parsed, protocol_device};
use crate::api::{EngineError, LogKind, LogView};
use crate::engine::role_view;
use crate::open::Open;

/// Who was there, and who covered, before an entry.
#[derive(Default)]
struct Before {
    members: BTreeSet<MemberId>,
    covers: BTreeSet<(GroupId, MemberId)>,
}

/// Adds the lines of every entry, in the roster's order whatever the clocks of devices said: one
/// without a time, or with an earlier one than the entry before it, stands beside that.
pub fn lines(
    open: &Open,
    log: &[Logged],
    lines: &mut Vec<(i64, LogView)>,
) -> Result<(), EngineError> {
    let mut before = Before::default();
    let mut place = i64::MIN;
    for row in open.store.read().roster_entries(None)? {
        let entry = parsed(&row.bytes)?;
        let made_by = maker(&open.roster, &entry);
        // Only the device that made an entry can say when.
        let at = log
            .iter()
            .find(|logged| {
                logged.event == Event::RosterEntry(row.n)
                    && made_by == Some(protocol_device(logged.device))
            })
            .map(|logged| logged.at.millis());
        place = at.map_or(place, |at| at.max(place));
        for (index, operation) in entry.body().operations.iter().enumerate() {
            if let Some(of) = told(open, &entry, operation, &mut before) {
                let id = format!("{}-{index}", row.n);
                let line = LogView {
                    about: of
                        .about
                        .map(|member| open.member_name(&member))
                        .unwrap_or_default(),
                    coach: open.coach_name(of.caseload.as_ref()),
                    role: of.role.map(|role| role_view(Some(role))),
                    ..line(open, id, of.kind, at, made_by.as_ref())
                };
                lines.push((place, line));
            }
        }
    }
    Ok(())
}

/// What an operation says.
struct Told {
    kind: LogKind,
    about: Option<MemberId>,
    role: Option<handrail_protocol::Role>,
    caseload: Option<GroupId>,
}

/// `None` for operations that only carry out what others say.
fn told(
    open: &Open,
    entry: &RosterEntry,
    operation: &Operation,
    before: &mut Before,
) -> Option<Told> {
    let say = |kind: LogKind, about: Option<MemberId>| Told {
        kind,
        about,
        role: None,
        caseload: None,
    };
    let roster = &open.roster;
    let owner = |device| roster.device(device).map(|device| device.member);
    let invited = |id| roster.invitation(id).map(|invitation| invitation.member);
    Some(match operation {
        Operation::Found { .. } => say(LogKind::Founded, None),
        Operation::AddMember { member, .. } => {
            before.members.insert(*member);
            return None;
        }
        Operation::AddDevice { .. } if entry.body().n == 0 => return None,
        Operation::AddDevice { member, .. } => {
            let by_kit = matches!(entry.body().signer, Signer::Root(_));
            let kind = if by_kit {
                LogKind::Restored
            } else {
                LogKind::DeviceAdded
            };
            say(kind, Some(*member))
        }
        Operation::Invite { member, .. } if before.members.contains(member) => {
            say(LogKind::DeviceInvited, Some(*member))
        }
        Operation::Invite { member, role, .. } => Told {
            role: Some(*role),
            ..say(LogKind::Invited, Some(*member))
        },
        Operation::Redeem { invitation, .. } => {
            let member = invited(invitation)?;
            if before.members.insert(member) {
                say(LogKind::Joined, Some(member))
            } else {
                say(LogKind::DeviceAdded, Some(member))
            }
        }
        Operation::WithdrawInvitation { invitation } => {
            say(LogKind::Withdrawn, invited(invitation))
        }
        Operation::RevokeDevice { device, .. } => say(LogKind::DeviceRemoved, owner(device)),
        Operation::SetLease { .. } => say(LogKind::LeaseSet, None),
        Operation::ChangeMember {
            member,
            active: false,
            ..
        } => say(LogKind::Left, Some(*member)),
        Operation::ChangeMember { member, role, .. } => Told {
            role: Some(*role),
            ..say(LogKind::RoleChanged, Some(*member))
        },
        // With whom a single record is shared, that record says.
        Operation::AddGroupMember {
            group,
            member,
            until: Some(_),
        } if is_caseload(open, group) => {
            before.covers.insert((*group, *member));
            Told {
                caseload: Some(*group),
                ..say(LogKind::CoverBegun, Some(*member))
            }
        }
        Operation::RemoveGroupMember { group, member }
            if before.covers.remove(&(*group, *member)) =>
        {
            Told {
                caseload: Some(*group),
                ..say(LogKind::CoverEnded, Some(*member))
            }
        }
        // One entry lets several groups begin anew.
        Operation::NewEpoch { previous: None, .. }
            if entry.body().operations.iter().find(|of| begins_anew(of)) == Some(operation) =>
        {
            say(LogKind::KeysRenewed, None)
        }
        Operation::RenewKey { device, .. } => say(LogKind::DeviceKeysRenewed, owner(device)),
        Operation::NewGroup { .. }
        | Operation::Wrap { .. }
        | Operation::NewEpoch { .. }
        | Operation::AddGroupMember { .. }
        | Operation::RemoveGroupMember { .. } => return None,
    })
}

fn begins_anew(operation: &Operation) -> bool {
    matches!(operation, Operation::NewEpoch { previous: None, .. })
}

fn is_caseload(open: &Open, group: &GroupId) -> bool {
    let record = open.roster.group(group);
    record.is_some_and(|record| record.kind == GroupKind::Caseload)
}
