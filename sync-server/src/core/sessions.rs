//! Sessions: who has just proved to hold which key. Kept in memory only; after a restart
//! devices prove it again.

use std::collections::BTreeMap;

use handrail_protocol::id::{AgencyId, DeviceId, InvitationId, KeyId, RootKeyId};

/// How long an answer to a challenge is taken, ms.
pub const CHALLENGE_LIFETIME_MS: u64 = 120_000;
/// How long a session lasts, ms.
pub const SESSION_LIFETIME_MS: u64 = 15 * 60_000;
const SESSIONS_PER_KEY: usize = 8;
const MAX_SESSIONS: usize = 100_000;

/// Whose key opened a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Caller {
    /// A device of a member.
    Device(DeviceId),
    /// A device that was taken out: it may read the roster up to that entry, and hand over
    /// what it still has.
    Former(DeviceId),
    /// Somebody who holds an invitation and has no device yet: roster routes only.
    Invitation(InvitationId),
    /// The recovery kit: roster routes only.
    Root(RootKeyId),
}

impl Caller {
    pub fn key(&self) -> KeyId {
        match *self {
            Self::Device(id) | Self::Former(id) => id.into(),
            Self::Invitation(id) => id.into(),
            Self::Root(id) => id.into(),
        }
    }
}

/// A proof of who is asking, good until `expires_ms`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    pub agency: AgencyId,
    pub caller: Caller,
    /// Relay clock, Unix milliseconds.
    pub expires_ms: u64,
}

/// All open sessions, and the challenges that were answered.
///
/// A challenge costs no memory until somebody answers it with a member's signature: the
/// nonce is `time || random || keyed hash`, so strangers cannot fill or empty a table.
pub struct Sessions {
    secret: [u8; 32],
    answered: BTreeMap<[u8; 32], u64>,
    open: BTreeMap<[u8; 32], Session>,
    next_sweep_ms: u64,
}

impl Sessions {
    /// `secret` is random and new for each start of the relay.
    pub fn new(secret: [u8; 32]) -> Self {
        Self {
            secret,
            answered: BTreeMap::new(),
            open: BTreeMap::new(),
            next_sweep_ms: 0,
        }
    }

    /// A nonce for `key` to sign.
    pub fn challenge(
        &self,
        agency: AgencyId,
        key: KeyId,
        random: [u8; 8],
        now_ms: u64,
    ) -> [u8; 32] {
        let mut nonce = [0; 32];
        let parts = now_ms.to_be_bytes().into_iter().chain(random);
        for (slot, byte) in nonce.iter_mut().zip(parts) {
            *slot = byte;
        }
        let seal = self.seal(agency, key, &nonce);
        for (slot, byte) in nonce.iter_mut().skip(16).zip(seal) {
            *slot = byte;
        }
        nonce
    }

    /// Whether this relay gave `nonce` to that key, lately, and nobody has used it.
    pub fn accepts(&self, agency: AgencyId, key: KeyId, nonce: &[u8; 32], now_ms: u64) -> bool {
        let given_ms = nonce
            .first_chunk()
            .map_or(0, |time| u64::from_be_bytes(*time));
        let seal = blake3::Hash::from(padded(self.seal(agency, key, nonce)));
        let shown = blake3::Hash::from(padded(nonce.last_chunk().copied().unwrap_or_default()));
        seal == shown
            && given_ms <= now_ms
            && now_ms - given_ms <= CHALLENGE_LIFETIME_MS
            && !self.answered.contains_key(nonce)
    }

    /// Opens a session for a nonce whose signature was checked; `None` when it was used.
    pub fn open(
        &mut self,
        agency: AgencyId,
        caller: Caller,
        nonce: [u8; 32],
        token: [u8; 32],
        now_ms: u64,
    ) -> Option<Session> {
        self.sweep(now_ms);
        if self
            .answered
            .insert(nonce, now_ms + CHALLENGE_LIFETIME_MS)
            .is_some()
        {
            return None;
        }
        let same = |session: &Session| session.agency == agency && session.caller == caller;
        let held: Vec<_> = self
            .open
            .iter()
            .filter(|(_, session)| same(session))
            .map(|(token, session)| (session.expires_ms, *token))
            .collect();
        if held.len() >= SESSIONS_PER_KEY
            && let Some((_, oldest)) = held.iter().min()
        {
            self.open.remove(oldest);
        }
        if self.open.len() >= MAX_SESSIONS {
            return None;
        }
        let session = Session {
            agency,
            caller,
            expires_ms: now_ms + SESSION_LIFETIME_MS,
        };
        self.open.insert(token_name(&token), session);
        Some(session)
    }

    /// The session of a token, unless it has expired.
    pub fn find(&self, token: &[u8; 32], now_ms: u64) -> Option<Session> {
        self.open
            .get(&token_name(token))
            .copied()
            .filter(|session| now_ms < session.expires_ms)
    }

    fn seal(&self, agency: AgencyId, key: KeyId, nonce: &[u8; 32]) -> [u8; 16] {
        let mut hasher = blake3::Hasher::new_keyed(&self.secret);
        hasher.update(agency.as_bytes());
        hasher.update(key.as_bytes());
        hasher.update(
            nonce
                .first_chunk::<16>()
                .map_or(&[], |shown| shown.as_slice()),
        );
        hasher
            .finalize()
            .as_bytes()
            .first_chunk()
            .copied()
            .unwrap_or_default()
    }

    fn sweep(&mut self, now_ms: u64) {
        if now_ms < self.next_sweep_ms && self.open.len() < MAX_SESSIONS {
            return;
        }
        self.next_sweep_ms = now_ms + 10_000;
        self.answered.retain(|_, until_ms| now_ms <= *until_ms);
        self.open.retain(|_, session| now_ms < session.expires_ms);
    }
}

/// Tokens are kept by their hash, so that looking one up leaks no timing about others.
fn token_name(token: &[u8; 32]) -> [u8; 32] {
    *blake3::hash(token).as_bytes()
}

fn padded(half: [u8; 16]) -> [u8; 32] {
    let mut whole = [0; 32];
    for (slot, byte) in whole.iter_mut().zip(half) {
        *slot = byte;
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agency() -> AgencyId {
        AgencyId::from_bytes([1; 16])
    }

    fn key() -> KeyId {
        KeyId::from_bytes([2; 16])
    }

    fn caller() -> Caller {
        Caller::Device(DeviceId::from_bytes([2; 16]))
    }

    #[test]
    fn a_nonce_opens_one_session() {
        let mut sessions = Sessions::new([9; 32]);
        let nonce = sessions.challenge(agency(), key(), [3; 8], 1_000);
        assert!(sessions.accepts(agency(), key(), &nonce, 1_500));
        assert!(
            sessions
                .open(agency(), caller(), nonce, [4; 32], 1_500)
                .is_some()
        );
        assert!(!sessions.accepts(agency(), key(), &nonce, 1_600));
        assert!(
            sessions
                .open(agency(), caller(), nonce, [5; 32], 1_600)
                .is_none()
        );
        assert!(sessions.find(&[4; 32], 1_700).is_some());
        assert!(sessions.find(&[5; 32], 1_700).is_none());
    }

    #[test]
    fn a_nonce_is_good_for_its_key_and_its_time_only() {
        let sessions = Sessions::new([9; 32]);
        let nonce = sessions.challenge(agency(), key(), [3; 8], 1_000);
        let other = KeyId::from_bytes([7; 16]);
        assert!(!sessions.accepts(agency(), other, &nonce, 1_500));
        assert!(!sessions.accepts(AgencyId::from_bytes([7; 16]), key(), &nonce, 1_500));
        assert!(
            !sessions.accepts(agency(), key(), &nonce, 999),
            "given in the future"
        );
        assert!(!sessions.accepts(agency(), key(), &nonce, 1_001 + CHALLENGE_LIFETIME_MS));
        for position in 0..32 {
            let mut forged = nonce;
            forged[position] ^= 1;
            assert!(
                !sessions.accepts(agency(), key(), &forged, 1_500),
                "byte {position}"
            );
        }
        assert!(
            !Sessions::new([8; 32]).accepts(agency(), key(), &nonce, 1_500),
            "other relay"
        );
    }

    #[test]
    fn a_session_ends_after_its_lifetime() {
        let mut sessions = Sessions::new([9; 32]);
        let nonce = sessions.challenge(agency(), key(), [3; 8], 0);
        sessions
            .open(agency(), caller(), nonce, [4; 32], 0)
            .unwrap();
        assert!(sessions.find(&[4; 32], SESSION_LIFETIME_MS - 1).is_some());
        assert!(sessions.find(&[4; 32], SESSION_LIFETIME_MS).is_none());
    }

    #[test]
    fn one_key_cannot_hold_more_than_a_few_sessions() {
        let mut sessions = Sessions::new([9; 32]);
        for index in 0..=SESSIONS_PER_KEY {
            let byte = u8::try_from(index).unwrap();
            let now = index as u64;
            let nonce = sessions.challenge(agency(), key(), [byte; 8], now);
            sessions
                .open(agency(), caller(), nonce, [byte; 32], now)
                .unwrap();
        }
        assert!(
            sessions.find(&[0; 32], 100).is_none(),
            "the oldest made room"
        );
        assert!(sessions.find(&[1; 32], 100).is_some());
        assert_eq!(sessions.open.len(), SESSIONS_PER_KEY);
    }
}
