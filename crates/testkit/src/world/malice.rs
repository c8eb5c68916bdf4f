//! A relay that means harm to the devices it chose. It has no key: all it can do
//! is leave out, repeat, misdirect, invent and change what it passes on.

use std::collections::BTreeSet;

use handrail_protocol::message::{
    self, FeedItem, FeedPage, FeedPoint, Problem, ProblemCode, RosterPage,
};
use handrail_protocol::{
    DeviceId, ItemId, RelayIncarnation, RosterEntry, RosterHash, RosterHead, UnverifiedItem, route,
};
use handrail_relay::storage::ReadStorage;
use rand_chacha::ChaCha20Rng;
use rand_core::Rng;

use super::faults::flip_a_bit;
use super::{Answer, Call, Node, World};
use crate::random::{below, bytes, chance, index, pick, seeded};

/// What the relay does, and to whom.
#[derive(Debug, Clone, Default)]
pub struct Malice {
    /// To devices with these indices.
    pub victims: BTreeSet<usize>,
    /// What.
    pub deed: Deed,
    /// Answers heard before, for giving them again.
    heard: Vec<Answer>,
}

/// What a relay does on purpose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Deed {
    /// Nothing: it does as it should.
    #[default]
    None,
    /// Leaves these items out.
    WithholdItems(BTreeSet<ItemId>),
    /// Leaves out what these devices wrote.
    WithholdWriters(BTreeSet<DeviceId>),
    /// Shows no roster entry after this one, and takes items that cite it.
    HideEntriesAfter(u64),
    /// Sends its victims to the other relay.
    Fork,
    /// Answers each request by one of two relays, as luck has it.
    TwoRelays,
    /// Gives the roster from its beginning, up to a random entry.
    ReplayRoster,
    /// Puts this behind the entries that it gives.
    AppendEntry(Vec<u8>),
    /// Reorders, repeats, cuts and changes answers, gives old ones again, and
    /// web pages with status 200.
    Mangle,
    /// There is always more, and it is always nothing.
    EndlessPages,
    /// Items that are none, as large and as many as may be.
    Garbage,
    /// Answers every request in a session with this status.
    Says(u16),
}

/// Which relay gets a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Main,
    Other,
}

impl Malice {
    /// This, to these.
    pub fn to(victims: impl IntoIterator<Item = usize>, deed: Deed) -> Self {
        Self {
            victims: victims.into_iter().collect(),
            deed,
            heard: Vec::new(),
        }
    }

    /// From now on it does as it should.
    pub fn end(&mut self) {
        *self = Self::default();
    }
}

impl<N: Node> World<N> {
    /// Where a request goes and what it asks for there.
    pub(super) fn misdirect(&mut self, index: usize, call: &Call) -> (Side, String) {
        let victim = self.malice.victims.contains(&index);
        let path = match self.malice.deed {
            Deed::HideEntriesAfter(_) if victim && call.path == route::ITEMS => route::ITEMS_HEAL,
            _ => call.path.as_str(),
        };
        let other = match self.malice.deed {
            Deed::Fork => victim,
            Deed::TwoRelays => victim && chance(&mut self.rng, 500),
            _ => false,
        };
        let side = if other { Side::Other } else { Side::Main };
        (side, path.to_owned())
    }

    /// Does to an answer what the relay means to.
    pub(super) fn tamper(&mut self, index: usize, call: &Call, answer: &mut Answer) {
        if !self.malice.victims.contains(&index) {
            return;
        }
        let mut malice = std::mem::take(&mut self.malice);
        let asked = Asked::of(call);
        match &malice.deed {
            Deed::None | Deed::Fork | Deed::TwoRelays => {}
            Deed::WithholdItems(items) => edit_page(answer, asked, |page| {
                page.items
                    .retain(|item| !items.contains(&ItemId::of(&item.item)));
            }),
            Deed::WithholdWriters(writers) => edit_page(answer, asked, |page| {
                page.items.retain(|item| {
                    !UnverifiedItem::parse(&item.item)
                        .is_ok_and(|item| writers.contains(&item.header().writer))
                });
            }),
            Deed::HideEntriesAfter(n) => edit_roster(answer, asked, |page| {
                page.entries.retain(|entry| {
                    RosterEntry::parse(entry).is_ok_and(|entry| entry.body().n <= *n)
                });
                page.more = false;
            }),
            Deed::ReplayRoster => self.replay_roster(answer, asked),
            Deed::AppendEntry(entry) => edit_roster(answer, asked, |page| {
                page.entries.push(entry.clone().into());
                page.more = false;
            }),
            Deed::Mangle => {
                let old = pick(&mut self.rng, &malice.heard).cloned();
                malice.heard.push(answer.clone());
                if chance(&mut self.rng, 500) {
                    mangle(answer, asked, old, &mut self.rng);
                }
            }
            Deed::EndlessPages => endless(answer, asked, call, &mut self.rng),
            Deed::Garbage => garbage(answer, asked, call, &mut self.rng),
            Deed::Says(status) => {
                // Everybody gets a session.
                if call.authorization.is_some() {
                    *answer = says(*status, asked, &mut self.rng);
                }
            }
        }
        self.malice = malice;
    }

    fn replay_roster(&mut self, answer: &mut Answer, asked: Asked) {
        let all = self
            .relay_storage()
            .and_then(|storage| {
                storage
                    .roster_entries(self.agency, 0, usize::MAX, usize::MAX)
                    .ok()
            })
            .unwrap_or_default();
        let count = 1 + index(&mut self.rng, all.len());
        edit_roster(answer, asked, |page| {
            page.entries = all.into_iter().take(count).map(Into::into).collect();
            page.more = false;
        });
    }
}

/// What a request is for, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Page,
    Roster,
    Else,
}

impl Asked {
    fn of(call: &Call) -> Self {
        if call.post {
            Self::Else
        } else if call.path.starts_with(route::FEED)
            || call.path.starts_with(route::DOCUMENTS_PREFIX)
        {
            Self::Page
        } else if call.path.starts_with(route::ROSTER) {
            Self::Roster
        } else {
            Self::Else
        }
    }
}

fn edit_page(answer: &mut Answer, asked: Asked, work: impl FnOnce(&mut FeedPage)) {
    if answer.status == 200
        && asked == Asked::Page
        && let Ok(mut page) = message::decode::<FeedPage>(&answer.body)
    {
        work(&mut page);
        answer.body = message::encode(&page);
    }
}

fn edit_roster(answer: &mut Answer, asked: Asked, work: impl FnOnce(&mut RosterPage)) {
    if answer.status == 200
        && asked == Asked::Roster
        && let Ok(mut page) = message::decode::<RosterPage>(&answer.body)
    {
        work(&mut page);
        answer.body = message::encode(&page);
    }
}

fn mangle(answer: &mut Answer, asked: Asked, old: Option<Answer>, rng: &mut ChaCha20Rng) {
    match below(rng, 8) {
        0 => edit_page(answer, asked, |page| page.items.reverse()),
        1 => edit_page(answer, asked, |page| {
            let again = page.items.clone();
            page.items.extend(again);
        }),
        2 => {
            let length = index(rng, answer.body.len());
            answer.body.truncate(length);
        }
        3 => flip_a_bit(&mut answer.body, rng),
        4 => {
            answer.status = 200;
            "text/html".clone_into(&mut answer.content_type);
            answer.body = b"<html><body>Welcome to the airport</body></html>".to_vec();
        }
        5 => answer.body.clear(),
        6 => edit_page(answer, asked, |page| {
            // The numbers of the items are those of others.
            for item in &mut page.items {
                item.seq += 1;
            }
            page.next += 1;
        }),
        _ => *answer = old.unwrap_or_else(|| answer.clone()),
    }
}

/// A page that says that there is more after it.
fn forged_page(call: &Call, items: Vec<Vec<u8>>, rng: &mut ChaCha20Rng) -> Option<FeedPage> {
    let incarnation: RelayIncarnation = query(&call.path, "incarnation")?.parse().ok()?;
    let after: u64 = query(&call.path, "after")?.parse().ok()?;
    let items: Vec<FeedItem> = (after + 1..)
        .zip(items)
        .map(|(seq, item)| FeedItem {
            seq,
            item: item.into(),
        })
        .collect();
    Some(FeedPage {
        incarnation,
        next: after + 1 + items.len() as u64,
        head: ItemId::from_bytes(bytes(rng)),
        more: true,
        items,
    })
}

fn endless(answer: &mut Answer, asked: Asked, call: &Call, rng: &mut ChaCha20Rng) {
    edit_roster(answer, asked, |page| page.more = true);
    if asked == Asked::Page
        && let Some(page) = forged_page(call, Vec::new(), rng)
    {
        answer.status = 200;
        answer.body = message::encode(&page);
    }
}

fn garbage(answer: &mut Answer, asked: Asked, call: &Call, rng: &mut ChaCha20Rng) {
    if asked != Asked::Page {
        return;
    }
    // The same again when asked again, or it would be taken for damage on its way.
    let after = query(&call.path, "after").and_then(|after| after.parse().ok());
    let mut same = seeded(after.unwrap_or(0));
    let items = (0..4)
        .map(|_| {
            let length = 1 + usize::try_from(below(&mut same, 60_000)).unwrap_or(0);
            let mut item = vec![0; length];
            same.fill_bytes(&mut item);
            item
        })
        .collect();
    if let Some(page) = forged_page(call, items, rng) {
        answer.status = 200;
        answer.body = message::encode(&page);
    }
}

fn says(status: u16, asked: Asked, rng: &mut ChaCha20Rng) -> Answer {
    let head = RosterHead {
        n: below(rng, 100),
        hash: RosterHash::from_bytes(bytes(rng)),
    };
    let body = match (status, asked) {
        (409, Asked::Page) => message::encode(&FeedPoint {
            incarnation: RelayIncarnation::from_bytes(bytes(rng)),
            seq: below(rng, 100),
            head: ItemId::from_bytes(bytes(rng)),
        }),
        (409 | 412, _) => message::encode(&head),
        _ => message::encode(&Problem {
            code: ProblemCode::NotAllowed,
        }),
    };
    Answer {
        status,
        content_type: route::CONTENT_TYPE_CBOR.to_owned(),
        body,
        retry_after_seconds: None,
    }
}

fn query<'a>(path: &'a str, name: &str) -> Option<&'a str> {
    let (_, query) = path.split_once('?')?;
    query
        .split('&')
        .find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}
