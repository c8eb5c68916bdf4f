//! Founding, sessions, the roster's compare-and-set, invitations.

use handrail_protocol::message::{AgencyCreated, ChallengeRequest, ProblemCode, decode, encode};
use handrail_protocol::message::{ChallengeReply, SessionReply};
use handrail_protocol::roster::RosterHead;
use handrail_protocol::roster::operation::{Operation, Role};
use handrail_protocol::{MemberId, RelayIncarnation, route};
use handrail_relay::Limits;
use handrail_relay::core::{CHALLENGE_LIFETIME_MS, Method, SESSION_LIFETIME_MS};
use handrail_relay::storage::MemoryStorage;

use crate::agency::{Agency, Key};
use crate::carriers::Local;
use crate::client::{Carrier, Client, give_roster, problem, try_session};

fn set_up() -> (Agency, Local<MemoryStorage>) {
    let agency = Agency::found("test");
    let mut relay = Local::new(Limits::default());
    give_roster(&mut relay, &agency);
    (agency, relay)
}

#[test]
fn founding_twice_is_the_same_and_a_second_agency_is_turned_away() {
    let (agency, mut relay) = set_up();
    let answer = relay.carry(Method::Post, route::AGENCIES, None, &agency.entries[0]);
    assert_eq!(answer.0, 201);
    let created: AgencyCreated = decode(&answer.1).unwrap();
    assert_eq!(created.incarnation, RelayIncarnation::from_bytes([5; 16]));
    let other = Agency::found("other");
    let answer = relay.carry(Method::Post, route::AGENCIES, None, &other.entries[0]);
    assert_eq!(
        (answer.0, problem(&answer)),
        (403, ProblemCode::AgenciesFull)
    );
    let mut roomy = Local::new(Limits {
        max_agencies: 2,
        ..Limits::default()
    });
    give_roster(&mut roomy, &agency);
    give_roster(&mut roomy, &other);
}

#[test]
fn a_founding_that_does_not_verify_is_refused() {
    let agency = Agency::found("test");
    let mut relay = Local::new(Limits::default());
    for position in [0, 4, 40, agency.entries[0].len() - 1] {
        let mut forged = agency.entries[0].clone();
        forged[position] ^= 1;
        let answer = relay.carry(Method::Post, route::AGENCIES, None, &forged);
        assert_eq!(
            (answer.0, problem(&answer)),
            (422, ProblemCode::RosterRefused)
        );
    }
    let answer = try_session(&mut relay, agency.id(), &agency.supervisor.key);
    assert_eq!(
        (answer.0, problem(&answer)),
        (404, ProblemCode::NotFound),
        "nothing was founded"
    );
}

#[test]
fn only_the_holder_of_a_rosters_key_gets_a_session() {
    let (agency, mut relay) = set_up();
    let stranger = Key::new("stranger");
    let answer = try_session(&mut relay, agency.id(), &stranger);
    assert_eq!(
        (answer.0, problem(&answer)),
        (401, ProblemCode::ChallengeFailed)
    );
    let asked = encode(&ChallengeRequest {
        agency: agency.id(),
        key: agency.supervisor.key.id(),
    });
    let answer = relay.carry(Method::Post, route::SESSION_CHALLENGE, None, &asked);
    let nonce = decode::<ChallengeReply>(&answer.1).unwrap().nonce;
    let mut forged = agency.supervisor.key.answer(agency.id(), nonce);
    forged.signature = stranger.answer(agency.id(), nonce).signature;
    let answer = relay.carry(Method::Post, route::SESSION, None, &encode(&forged));
    assert_eq!(
        (answer.0, problem(&answer)),
        (401, ProblemCode::ChallengeFailed)
    );
    let good = encode(&agency.supervisor.key.answer(agency.id(), nonce));
    let answer = relay.carry(Method::Post, route::SESSION, None, &good);
    assert_eq!(
        answer.0, 200,
        "somebody else's failure does not use the nonce up"
    );
    let reply: SessionReply = decode(&answer.1).unwrap();
    assert_eq!(
        (reply.lifetime_seconds, reply.relay_time_ms),
        (900, relay.now_ms)
    );
    let again = relay.carry(Method::Post, route::SESSION, None, &good);
    assert_eq!(
        (again.0, problem(&again)),
        (401, ProblemCode::ChallengeFailed)
    );
}

#[test]
fn challenges_and_sessions_end_by_the_relays_clock() {
    let (agency, mut relay) = set_up();
    let key = &agency.supervisor.key;
    let asked = encode(&ChallengeRequest {
        agency: agency.id(),
        key: key.id(),
    });
    let answer = relay.carry(Method::Post, route::SESSION_CHALLENGE, None, &asked);
    let nonce = decode::<ChallengeReply>(&answer.1).unwrap().nonce;
    relay.now_ms += CHALLENGE_LIFETIME_MS + 1;
    let answer = relay.carry(
        Method::Post,
        route::SESSION,
        None,
        &encode(&key.answer(agency.id(), nonce)),
    );
    assert_eq!(
        (answer.0, problem(&answer)),
        (401, ProblemCode::ChallengeFailed)
    );
    let token = Client::open(&mut relay, agency.id(), key).token;
    relay.now_ms += SESSION_LIFETIME_MS - 1;
    assert_eq!(
        relay
            .carry(Method::Get, "/v1/roster?after=-1", token.as_deref(), &[])
            .0,
        200
    );
    relay.now_ms += 1;
    let late = relay.carry(Method::Get, "/v1/roster?after=-1", token.as_deref(), &[]);
    assert_eq!(
        (late.0, problem(&late)),
        (401, ProblemCode::SessionRequired)
    );
}

#[test]
fn without_a_session_nothing_is_told() {
    let (agency, mut relay) = set_up();
    let document = "/v1/documents/00000000000000000000000000000000?after=0";
    for target in [
        "/v1/roster?after=-1",
        "/v1/feed?after=0",
        "/v1/wake?after=0",
        document,
    ] {
        for token in [None, Some("Bearer 00"), Some("Basic dGVzdDp0ZXN0")] {
            let answer = relay.carry(Method::Get, target, token, &[]);
            assert_eq!(
                (answer.0, problem(&answer)),
                (401, ProblemCode::SessionRequired)
            );
        }
    }
    let forged = format!("Bearer {}", "ab".repeat(32));
    let answer = relay.carry(Method::Get, "/v1/feed?after=0", Some(&forged), &[]);
    assert_eq!(answer.0, 401);
    let answer = relay.carry(Method::Post, route::ITEMS, None, &agency.entries[0]);
    assert_eq!(answer.0, 401);
}

#[test]
fn of_two_entries_for_one_place_the_first_wins_and_the_second_learns_the_head() {
    let (mut agency, mut relay) = set_up();
    let member = |name: u8| Operation::AddMember {
        member: MemberId::from_bytes([name; 16]),
        role: Role::Coach,
        administrator: false,
    };
    let first = agency.draft_by_supervisor(vec![member(1)]);
    let second = agency.draft_by_supervisor(vec![member(2)]);
    let key = agency.supervisor.key.clone();
    agency.apply(first.clone());
    let mut client = Client::open(&mut relay, agency.id(), &key);
    for _ in 0..2 {
        let answer = client.post(route::ROSTER, &first);
        assert_eq!(answer.0, 201, "the same entry again is there already");
        assert_eq!(
            decode::<RosterHead>(&answer.1).unwrap(),
            agency.state.head()
        );
    }
    let answer = client.post(route::ROSTER, &second);
    assert_eq!(answer.0, 409);
    assert_eq!(
        decode::<RosterHead>(&answer.1).unwrap(),
        agency.state.head()
    );
    assert_eq!(client.roster(None), agency.entries);
    assert_eq!(client.roster(Some(0)), agency.entries[1..]);
    assert_eq!(client.roster(Some(7)), Vec::<Vec<u8>>::new());
}

#[test]
fn an_entry_that_its_signer_may_not_write_is_refused() {
    let (mut agency, mut relay) = set_up();
    let coach = agency.add_coach("coach");
    let entry = agency.entries[1].clone();
    assert_eq!(
        relay.carry(Method::Post, route::ROSTER, None, &entry).0,
        201
    );
    let forged = agency.draft(
        handrail_protocol::roster::Signer::Device(coach.key.device()),
        &coach.key,
        vec![Operation::ChangeMember {
            member: coach.member,
            role: Role::Coach,
            administrator: true,
            active: true,
        }],
    );
    let mut client = Client::open(&mut relay, agency.id(), &coach.key);
    let answer = client.post(route::ROSTER, &forged);
    assert_eq!(
        (answer.0, problem(&answer)),
        (422, ProblemCode::RosterRefused)
    );
    assert_eq!(client.roster(None).len(), 2);
}

#[test]
fn an_invitation_reads_the_roster_and_becomes_one_device_only() {
    let (mut agency, mut relay) = set_up();
    let expires = relay.now_ms / 1000 + 3600;
    let invitation = agency.invite("invitation", expires);
    let entry = agency.entries[1].clone();
    assert_eq!(
        relay.carry(Method::Post, route::ROSTER, None, &entry).0,
        201
    );
    let phone = Key::new("phone");
    let redeem = agency.redeem(&invitation, &phone);
    let second = agency.redeem(&invitation, &Key::new("another phone"));
    let mut client = Client::open(&mut relay, agency.id(), &invitation);
    assert_eq!(client.roster(None), agency.entries);
    for target in ["/v1/feed?after=0", "/v1/wake?after=0"] {
        let answer = client.get(target);
        assert_eq!(
            (answer.0, problem(&answer)),
            (403, ProblemCode::NotAllowed),
            "{target}"
        );
    }
    let answer = client.post(route::ITEMS, &[]);
    assert_eq!((answer.0, problem(&answer)), (403, ProblemCode::NotAllowed));
    assert_eq!(client.post(route::ROSTER, &redeem).0, 201);
    let answer = client.get("/v1/roster?after=-1");
    assert_eq!(
        (answer.0, problem(&answer)),
        (401, ProblemCode::SessionRequired),
        "it is used up"
    );
    assert_eq!(
        relay.carry(Method::Post, route::ROSTER, None, &second).0,
        409
    );
    agency.apply(redeem);
    let later = try_session(&mut relay, agency.id(), &invitation);
    assert_eq!((later.0, problem(&later)), (403, ProblemCode::NotAllowed));
    Client::open(&mut relay, agency.id(), &phone);
}

#[test]
fn an_expired_invitation_opens_nothing_but_a_device_may_bring_its_entry_back() {
    let (mut agency, mut relay) = set_up();
    let invitation = agency.invite("invitation", relay.now_ms / 1000 + 60);
    let entry = agency.entries[1].clone();
    assert_eq!(
        relay.carry(Method::Post, route::ROSTER, None, &entry).0,
        201
    );
    let token = Client::open(&mut relay, agency.id(), &invitation).token;
    relay.now_ms += 60_000;
    let redeem = agency.redeem(&invitation, &Key::new("phone"));
    for token in [None, token.as_deref()] {
        let answer = relay.carry(Method::Post, route::ROSTER, token, &redeem);
        assert_eq!(
            (answer.0, problem(&answer)),
            (410, ProblemCode::InvitationExpired)
        );
    }
    let answer = try_session(&mut relay, agency.id(), &invitation);
    assert_eq!(
        (answer.0, problem(&answer)),
        (410, ProblemCode::InvitationExpired)
    );
    let key = agency.supervisor.key.clone();
    let mut client = Client::open(&mut relay, agency.id(), &key);
    assert_eq!(client.post(route::ROSTER, &redeem).0, 201);
}

#[test]
fn a_revoked_device_is_out_at_once() {
    let (mut agency, mut relay) = set_up();
    let coach = agency.add_coach("coach");
    let entry = agency.entries[1].clone();
    relay.carry(Method::Post, route::ROSTER, None, &entry);
    let token = Client::open(&mut relay, agency.id(), &coach.key).token;
    agency.revoke(coach.key.device());
    let entry = agency.entries[2].clone();
    assert_eq!(
        relay.carry(Method::Post, route::ROSTER, None, &entry).0,
        201
    );
    for target in [
        "/v1/roster?after=-1",
        "/v1/feed?after=0",
        "/v1/wake?after=0",
    ] {
        let answer = relay.carry(Method::Get, target, token.as_deref(), &[]);
        assert_eq!(
            (answer.0, problem(&answer)),
            (401, ProblemCode::SessionRequired),
            "{target}"
        );
    }
    // It may come back to learn that, and to hand over what it has.
    let mut client = Client::open(&mut relay, agency.id(), &coach.key);
    assert_eq!(client.roster(Some(1)), agency.entries[2..]);
    let answer = client.get("/v1/feed?after=0");
    assert_eq!((answer.0, problem(&answer)), (403, ProblemCode::NotAllowed));
}

#[test]
fn a_relay_that_lost_everything_is_given_its_roster_back_by_any_device() {
    let mut agency = Agency::found("test");
    let coach = agency.add_coach("coach");
    let mut relay = Local::new(Limits::default());
    give_roster(&mut relay, &agency);
    let mut client = Client::open(&mut relay, agency.id(), &coach.key);
    assert_eq!(client.roster(None), agency.entries);
}
