//! What a device says to a relay, over any way of carrying it.

use handrail_protocol::frames::append_frame;
use handrail_protocol::id::AgencyId;
use handrail_protocol::message::{
    ChallengeReply, ChallengeRequest, FeedPage, FeedPoint, FrontierReply, FrontierRequest,
    ItemOutcome, ItemsReply, Problem, ProblemCode, RejectReason, RosterPage, SessionReply, decode,
    encode,
};
use handrail_protocol::route;
use handrail_relay::core::Method;

use crate::agency::{Agency, Key};

/// Status and body of an answer.
pub type Answer = (u16, Vec<u8>);

/// Carries requests to a relay.
pub trait Carrier {
    fn carry(&mut self, method: Method, target: &str, token: Option<&str>, body: &[u8]) -> Answer;
}

/// One device's conversation.
pub struct Client<'a, C> {
    pub carrier: &'a mut C,
    pub token: Option<String>,
}

pub fn problem(answer: &Answer) -> ProblemCode {
    decode::<Problem>(&answer.1).unwrap().code
}

/// Gives a relay an agency's whole roster, without a session.
pub fn give_roster<C: Carrier>(carrier: &mut C, agency: &Agency) {
    for (n, entry) in agency.entries.iter().enumerate() {
        let path = if n == 0 {
            route::AGENCIES
        } else {
            route::ROSTER
        };
        let answer = carrier.carry(Method::Post, path, None, entry);
        assert_eq!(answer.0, 201, "entry {n}");
    }
}

/// Asks for a challenge and signs it.
pub fn try_session<C: Carrier>(carrier: &mut C, agency: AgencyId, key: &Key) -> Answer {
    let asked = encode(&ChallengeRequest {
        agency,
        key: key.id(),
    });
    let answer = carrier.carry(Method::Post, route::SESSION_CHALLENGE, None, &asked);
    if answer.0 != 200 {
        return answer;
    }
    let nonce = decode::<ChallengeReply>(&answer.1).unwrap().nonce;
    carrier.carry(
        Method::Post,
        route::SESSION,
        None,
        &encode(&key.answer(agency, nonce)),
    )
}

impl<'a, C: Carrier> Client<'a, C> {
    pub fn open(carrier: &'a mut C, agency: AgencyId, key: &Key) -> Self {
        let answer = try_session(carrier, agency, key);
        assert_eq!(answer.0, 200, "{:?}", problem(&answer));
        let reply: SessionReply = decode(&answer.1).unwrap();
        Self {
            carrier,
            token: Some(reply.token.authorization()),
        }
    }

    pub fn get(&mut self, target: &str) -> Answer {
        self.carrier
            .carry(Method::Get, target, self.token.as_deref(), &[])
    }

    pub fn post(&mut self, target: &str, body: &[u8]) -> Answer {
        self.carrier
            .carry(Method::Post, target, self.token.as_deref(), body)
    }

    pub fn push_raw(&mut self, target: &str, items: &[Vec<u8>]) -> Answer {
        let mut body = Vec::new();
        for item in items {
            assert!(append_frame(&mut body, item));
        }
        self.post(target, &body)
    }

    pub fn push(&mut self, items: &[Vec<u8>]) -> Vec<ItemOutcome> {
        let answer = self.push_raw(route::ITEMS, items);
        assert_eq!(answer.0, 200, "{:?}", problem(&answer));
        let reply: ItemsReply = decode(&answer.1).unwrap();
        assert_eq!(reply.answers.len(), items.len());
        reply.answers.iter().map(|answer| answer.outcome).collect()
    }

    /// Why the one item was not stored.
    pub fn push_refused(&mut self, item: Vec<u8>) -> RejectReason {
        match self.push(&[item]).as_slice() {
            [ItemOutcome::Rejected(reason)] => *reason,
            other => panic!("not refused: {other:?}"),
        }
    }

    pub fn feed_page(&mut self, point: Option<FeedPoint>, max_bytes: usize) -> FeedPage {
        let target = point.map_or_else(
            || format!("{}?after=0&max_bytes={max_bytes}", route::FEED),
            |point| route::feed_after(&point, max_bytes),
        );
        let answer = self.get(&target);
        assert_eq!(answer.0, 200);
        decode(&answer.1).unwrap()
    }

    /// All pages from `point` on: the items, and where the feed ends.
    pub fn feed(&mut self, point: Option<FeedPoint>) -> (Vec<Vec<u8>>, FeedPoint) {
        let mut items = Vec::new();
        let mut page = self.feed_page(point, 4096);
        loop {
            items.extend(page.items.iter().map(|item| item.item.to_vec()));
            if !page.more {
                return (items, page.point());
            }
            page = self.feed_page(Some(page.point()), 4096);
        }
    }

    pub fn document(&mut self, document: &str, all: bool) -> Vec<Vec<u8>> {
        let all = if all { "&all=1" } else { "" };
        let answer = self.get(&format!(
            "{}{document}?after=0&max_bytes=1048576{all}",
            route::DOCUMENTS_PREFIX
        ));
        assert_eq!(answer.0, 200);
        let page: FeedPage = decode(&answer.1).unwrap();
        assert!(!page.more);
        page.items.iter().map(|item| item.item.to_vec()).collect()
    }

    pub fn frontier(&mut self, request: &FrontierRequest) -> FrontierReply {
        let answer = self.post(route::FRONTIER, &encode(request));
        assert_eq!(answer.0, 200);
        decode(&answer.1).unwrap()
    }

    pub fn roster(&mut self, after: Option<u64>) -> Vec<Vec<u8>> {
        let answer = self.get(&route::roster_after(after));
        assert_eq!(answer.0, 200);
        let page: RosterPage = decode(&answer.1).unwrap();
        page.entries.iter().map(|entry| entry.to_vec()).collect()
    }
}
