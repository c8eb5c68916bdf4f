//! People who come and go, in good faith.

use handrail_protocol::roster::operation::LastItem;
use handrail_protocol::{DeviceId, InvitationId, Role, RosterState};
use handrail_vault::{
    Desk, GroupKeyring, Holder, Invite, Invited, Invitee, invite, redeem_invitation, revoke_device,
    withdraw_invitation,
};
use rand_chacha::ChaCha20Rng;

use super::Attack;
use crate::agency::TestMember;
use crate::hostile_simulation::story::{COACH, FOUNDER, OTHER_COACH, SECOND, Story};
use crate::random::{below, pick};
use crate::world::{Faults, NodeInput};

/// Invitations end in the year 2100, Unix seconds.
pub(super) const EXPIRES: u64 = 4_102_444_800;
const MOST_PEOPLE: usize = 7;

impl Attack {
    /// Somebody joins, an invitation is made and taken back, somebody is taken out.
    pub(super) fn storm(&mut self, round: u64, story: &mut Story, rng: &mut ChaCha20Rng) {
        if round == 0 {
            story.world.faults = Faults::random(rng);
        }
        story.follow_relay();
        match below(rng, 5) {
            0 | 1 if story.agency.members.len() < MOST_PEOPLE => {
                self.done |= join(story, rng).is_some();
            }
            2 => self.done |= invite_and_withdraw(story, rng).is_some(),
            3 if round > 3 => {
                let candidates = [OTHER_COACH, SECOND + 1, SECOND + 2];
                let index = pick(rng, &candidates).copied().unwrap_or(OTHER_COACH);
                if index < story.agency.members.len() && !story.away.contains(&index) {
                    self.take_out(story, index, rng);
                }
            }
            4 => {
                let index = usize::try_from(below(rng, story.world.len() as u64)).unwrap_or(COACH);
                if !story.away.contains(&index) {
                    story.world.crash(index);
                }
            }
            _ => {}
        }
    }
}

/// Somebody is invited and joins; their device begins with what the relay has.
fn join(story: &mut Story, rng: &mut ChaCha20Rng) -> Option<()> {
    let groups = vec![story.agency.agency_group];
    let (invited, secret) = story.agency.invite(Role::Coach, false, groups, rng).ok()?;
    if story.post_entry(false, &invited.drafted.entry) != 201 {
        return None;
    }
    // Something may come between.
    if below(rng, 3) == 0 {
        story.follow_relay();
        invite_and_withdraw(story, rng);
    }
    let (mut entries, roster) = story.relay_roster(false);
    let joined = redeem_invitation(&roster?, &invited.link, &secret, 0, rng).ok()?;
    if story.post_entry(false, &joined.drafted.entry) != 201 {
        return None;
    }
    entries.push(joined.drafted.entry);
    let index = story.agency.members.len();
    story.agency.members.push(TestMember {
        member: invited.member,
        secret,
        caseload: invited.caseload?,
    });
    story.follow_relay();
    story.add_device(index, &entries, rng);
    // The world counts devices as the agency counts members.
    story.world.give(index, NodeInput::Resumed);
    Some(())
}

fn invite_and_withdraw(story: &mut Story, rng: &mut ChaCha20Rng) -> Option<()> {
    let (_, roster) = story.relay_roster(false);
    let (entry, invited) = invitation_by(story, &roster?, FOUNDER, rng)?;
    if story.post_entry(false, &entry) != 201 {
        return None;
    }
    let id: InvitationId = invited.link.keys().id();
    let state = &invited.drafted.state;
    let withdrawn = at_desk(
        story,
        state,
        FOUNDER,
        |desk, rng| withdraw_invitation(desk, id, rng).ok(),
        rng,
    )?;
    (story.post_entry(false, &withdrawn.entry) == 201).then_some(())
}

/// An invitation by this administrator on that roster.
pub(super) fn invitation_by(
    story: &Story,
    roster: &RosterState,
    by: usize,
    rng: &mut ChaCha20Rng,
) -> Option<(Vec<u8>, Invited)> {
    let own = story.member(by)?.member;
    let groups = vec![story.agency.agency_group];
    let invited = at_desk(
        story,
        roster,
        by,
        |desk, rng| {
            let person = Invitee::New {
                role: Role::VolunteerCoach,
                administrator: false,
            };
            let wish = Invite {
                person,
                expires: EXPIRES,
                groups,
                caseload_with: Some(vec![own]),
            };
            invite(desk, wish, rng).ok()
        },
        rng,
    )?;
    Some((invited.drafted.entry.clone(), invited))
}

/// The founder takes a device out; what of it counts is named.
pub(super) fn revocation(
    story: &Story,
    device: DeviceId,
    last: Vec<LastItem>,
    rng: &mut ChaCha20Rng,
) -> Option<Vec<u8>> {
    let roster = &story.agency.roster;
    let drafted = at_desk(
        story,
        roster,
        FOUNDER,
        |desk, rng| revoke_device(desk, device, last, rng).ok(),
        rng,
    )?;
    Some(drafted.entry)
}

pub(super) fn at_desk<T>(
    story: &Story,
    roster: &RosterState,
    by: usize,
    work: impl FnOnce(&Desk<'_>, &mut ChaCha20Rng) -> Option<T>,
    rng: &mut ChaCha20Rng,
) -> Option<T> {
    let secret = story.member(by)?.secret.clone();
    let signer = Holder::Device(&secret);
    let mut keyring = GroupKeyring::new();
    keyring.learn(roster, signer);
    let desk = Desk {
        state: roster,
        signer,
        keyring: &keyring,
    };
    work(&desk, rng)
}
