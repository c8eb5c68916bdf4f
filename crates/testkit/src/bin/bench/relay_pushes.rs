//! How many small pushes the relay makes durable in a second.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use handrail_protocol::frames::append_frame;
use handrail_protocol::message::{
    self, ChallengeReply, ChallengeRequest, ItemOutcome, ItemsReply, SessionReply,
};
use handrail_protocol::{DocumentId, DocumentKind, Incarnation, KeyId, route};
use handrail_testkit::agency::{TestAgency, TestMember};
use handrail_testkit::random::{bytes, seeded};
use handrail_vault::{Content, DocumentKey, GroupKeyring, Holder, ItemDraft, seal_item};

use crate::disk;
use crate::figures::{Figures, number};
use crate::http::{Call, Connection};
use crate::relay::Relay;

/// Clients at once.
const CROWDS: [usize; 3] = [1, 16, 64];
/// Bytes of one change: a contact with a note of usual length.
const CHANGE_BYTES: usize = 700;

struct Client {
    connection: Connection,
    authorization: String,
    bodies: Vec<Vec<u8>>,
}

/// Pushes of one item each, one after another on every connection, each
/// answered after its commit, beside the disk's own rate in the same run.
pub fn measure(quick: bool, figures: &mut Figures) -> Result<()> {
    let during = Duration::from_secs(if quick { 3 } else { 10 });
    for crowd in CROWDS {
        let relay = Relay::start(None)?;
        let clients = clients(&relay, crowd, most_items(crowd, quick))?;
        let (before, count) = disk::syncs_per_second(relay.folder.path(), during / 3)?;
        let (pushes, rate) = push(clients, during)?;
        let (after, again) = disk::syncs_per_second(relay.folder.path(), during / 3)?;
        let disk = f64::midpoint(before, after);
        figures.add(
            &format!("disk_syncs_beside_{crowd}_clients"),
            disk,
            "1/s",
            count + again,
        );
        figures.add(
            &format!("relay_pushes_{crowd}_clients"),
            rate,
            "1/s",
            pushes,
        );
        figures.add(
            &format!("relay_pushes_per_disk_sync_{crowd}_clients"),
            rate / disk,
            "ratio",
            pushes,
        );
    }
    figures.note(
        "relay pushes: client threads and relay share the same processors; each push is one \
         sealed item, answered after a commit with synchronous=FULL",
    );
    Ok(())
}

/// More than a client can push in the time, so that nobody runs dry.
fn most_items(crowd: usize, quick: bool) -> usize {
    let whole = if quick { 12_000 } else { 60_000 };
    whole / crowd.max(4)
}

fn push(clients: Vec<Client>, during: Duration) -> Result<(usize, f64)> {
    let stop = Arc::new(AtomicBool::new(false));
    let start = Instant::now();
    let workers: Vec<_> = clients
        .into_iter()
        .map(|client| {
            let stop = stop.clone();
            thread::spawn(move || push_all(client, &stop))
        })
        .collect();
    while start.elapsed() < during && workers.iter().all(|worker| !worker.is_finished()) {
        thread::sleep(Duration::from_millis(20));
    }
    stop.store(true, Ordering::Relaxed);
    let mut pushes = 0;
    for worker in workers {
        pushes += worker.join().ok().context("a client broke")??;
    }
    let rate = number(pushes as u64) / start.elapsed().as_secs_f64();
    Ok((pushes, rate))
}

fn push_all(mut client: Client, stop: &AtomicBool) -> Result<usize> {
    let mut stored = 0;
    for body in &client.bodies {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let answer = client.connection.exchange(&Call {
            method: "POST",
            target: route::ITEMS,
            authorization: Some(&client.authorization),
            content_type: Some(route::CONTENT_TYPE_BYTES),
            body,
        })?;
        ensure!(
            answer.status == 200,
            "a push was answered {}",
            answer.status
        );
        let reply: ItemsReply = message::decode(&answer.body)?;
        let all_stored = reply
            .answers
            .iter()
            .all(|answer| matches!(answer.outcome, ItemOutcome::Stored { .. }));
        ensure!(all_stored, "an item was refused: {:?}", reply.answers);
        stored += 1;
    }
    Ok(stored)
}

fn clients(relay: &Relay, crowd: usize, items: usize) -> Result<Vec<Client>> {
    let mut rng = seeded(crowd as u64);
    let agency = TestAgency::with_coaches(crowd, &mut rng)?;
    let mut desk = Connection::open(relay.address)?;
    for (number, entry) in agency.entries.iter().enumerate() {
        let target = if number == 0 {
            route::AGENCIES
        } else {
            route::ROSTER
        };
        let answer = desk.exchange(&post(target, None, route::CONTENT_TYPE_BYTES, entry))?;
        ensure!(
            answer.status == 201,
            "roster entry answered {}",
            answer.status
        );
    }
    // Sealing takes a while, and the relay closes a connection on which nobody speaks.
    let prepared: Vec<_> = agency
        .coaches()
        .iter()
        .zip(1_000..)
        .map(|(coach, seed)| Ok((coach.clone(), sealed(&agency, coach, items, seed)?)))
        .collect::<Result<_>>()?;
    prepared
        .into_iter()
        .map(|(coach, bodies)| {
            let mut connection = Connection::open(relay.address)?;
            let authorization = open_session(&mut connection, &agency, &coach)?;
            Ok(Client {
                connection,
                authorization,
                bodies,
            })
        })
        .collect()
}

fn open_session(
    connection: &mut Connection,
    agency: &TestAgency,
    coach: &TestMember,
) -> Result<String> {
    let id = agency.roster.agency();
    let asked = message::encode(&ChallengeRequest {
        agency: id,
        key: KeyId::from(coach.device()),
    });
    let call = post(
        route::SESSION_CHALLENGE,
        None,
        route::CONTENT_TYPE_CBOR,
        &asked,
    );
    let challenge: ChallengeReply = message::decode(&connection.exchange(&call)?.body)?;
    let holder = Holder::Device(&coach.secret);
    let signed = message::encode(&holder.answer_challenge(id, &challenge.nonce));
    let call = post(route::SESSION, None, route::CONTENT_TYPE_CBOR, &signed);
    let session: SessionReply = message::decode(&connection.exchange(&call)?.body)?;
    Ok(session.token.authorization())
}

/// One request body for each item, made before the clock runs.
fn sealed(
    agency: &TestAgency,
    coach: &TestMember,
    items: usize,
    seed: u64,
) -> Result<Vec<Vec<u8>>> {
    let mut rng = seeded(seed);
    let mut keyring = GroupKeyring::new();
    keyring.learn(&agency.roster, Holder::Device(&coach.secret));
    let document = DocumentId::from_bytes(bytes(&mut rng));
    let incarnation = Incarnation::from_bytes(bytes(&mut rng));
    let key = DocumentKey::generate(&mut rng);
    let id = agency.roster.agency();
    let mut previous = None;
    let mut bodies = Vec::with_capacity(items);
    for n in 1..=items as u64 {
        let wraps = if n == 1 {
            let wrap = keyring.wrap_document_key(id, document, coach.caseload, &key, &mut rng);
            vec![wrap.context("no key of the caseload")?]
        } else {
            Vec::new()
        };
        let draft = ItemDraft {
            agency: id,
            document,
            incarnation,
            n,
            previous,
            roster: agency.roster.head(),
            covers: Vec::new(),
            wraps,
            document_kind: DocumentKind::Participant,
            assignment: None,
            forget: None,
            says: handrail_vault::Statements::default(),
        };
        let change: [u8; CHANGE_BYTES] = bytes(&mut rng);
        let content = Content::Changes(vec![change.to_vec()]);
        let item = seal_item(&draft, &content, &key, &coach.secret, &mut rng)?;
        previous = Some(item.id());
        let mut body = Vec::new();
        append_frame(&mut body, item.as_bytes());
        bodies.push(body);
    }
    Ok(bodies)
}

fn post<'a>(
    target: &'a str,
    authorization: Option<&'a str>,
    content_type: &'a str,
    body: &'a [u8],
) -> Call<'a> {
    Call {
        method: "POST",
        target,
        authorization,
        content_type: Some(content_type),
        body,
    }
}
