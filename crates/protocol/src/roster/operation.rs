//! What a roster entry does.

use minicbor::{Decode, Decoder, Encode, Encoder};
use serde::{Deserialize, Serialize};

use crate::encoding::{array_of, fixed, unknown};
use crate::id::{
    DeviceId, DocumentId, GroupId, GroupKeyId, Incarnation, InvitationId, KeyId, MemberId,
    RootKeyId,
};
use crate::key::{HpkePublicKey, SignPublicKey};

/// What a member is in the agency. Rights beyond the administrator flag are
/// for the domain to draw from it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, Serialize, Deserialize,
)]
#[cbor(index_only)]
pub enum Role {
    #[n(1)]
    Coach,
    #[n(2)]
    VolunteerCoach,
    #[n(3)]
    Lead,
    #[n(4)]
    Supervisor,
    #[n(5)]
    OnCallSupervisor,
    #[n(6)]
    ClinicalProvider,
    #[n(7)]
    ProgramManager,
    #[n(8)]
    Referrer,
    #[n(9)]
    AgencyIt,
}

/// Who shares a group's keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum GroupKind {
    /// Every member. One per agency.
    #[n(1)]
    Agency,
    /// One coach and all supervisors.
    #[n(2)]
    Caseload,
    /// One participant's record that guests may read besides those who read its coach's
    /// caseload, each until an end.
    #[n(3)]
    Shared,
}

impl GroupKind {
    /// Whether participants can be at home in a group of this kind.
    pub fn holds_participants(self) -> bool {
        matches!(self, Self::Caseload | Self::Shared)
    }
}

/// To whom a group key is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recipient {
    Device(DeviceId),
    Invitation(InvitationId),
    Recovery(RootKeyId),
}

impl Role {
    /// Whether people of this role are given keys of participants by caseload.
    /// The others hold none: an entry that puts one into a caseload is refused.
    pub fn reads_caseloads(self) -> bool {
        match self {
            Self::Coach
            | Self::VolunteerCoach
            | Self::Lead
            | Self::Supervisor
            | Self::OnCallSupervisor => true,
            Self::ClinicalProvider | Self::ProgramManager | Self::Referrer | Self::AgencyIt => {
                false
            }
        }
    }

    /// Whether people of this role read every caseload of the agency.
    pub fn reads_all_caseloads(self) -> bool {
        self == Self::Supervisor
    }

    /// Whether people of this role may be let into one participant's record until an end, as
    /// guests.
    pub fn may_be_guest(self) -> bool {
        matches!(self, Self::ClinicalProvider | Self::OnCallSupervisor)
    }

    /// Whether people of this role may write about participants. A clinical
    /// provider may, where a record is shared with them.
    pub fn writes_records(self) -> bool {
        self.reads_caseloads() || self == Self::ClinicalProvider
    }
}

impl Recipient {
    /// 0 device, 1 invitation, 2 recovery.
    pub fn kind(&self) -> u8 {
        match self {
            Self::Device(_) => 0,
            Self::Invitation(_) => 1,
            Self::Recovery(_) => 2,
        }
    }

    pub fn key_id(&self) -> KeyId {
        match *self {
            Self::Device(id) => id.into(),
            Self::Invitation(id) => id.into(),
            Self::Recovery(id) => id.into(),
        }
    }

    fn from_parts(kind: u8, id: [u8; 16]) -> Option<Self> {
        match kind {
            0 => Some(Self::Device(DeviceId::from_bytes(id))),
            1 => Some(Self::Invitation(InvitationId::from_bytes(id))),
            2 => Some(Self::Recovery(RootKeyId::from_bytes(id))),
            _ => None,
        }
    }
}

/// The only HPKE suite of version 1: base mode, DHKEM(X25519, HKDF-SHA256),
/// HKDF-SHA256, ChaCha20-Poly1305.
pub const SUITE_X25519_CHACHA: u8 = 1;

/// A group's epoch key sealed to one recipient.
/// On the wire `[kind, id, suite = 1, encapsulated key, ciphertext]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyWrap {
    pub recipient: Recipient,
    pub encapsulated: [u8; 32],
    /// Sealed 32-byte key and tag.
    pub ciphertext: [u8; 48],
}

impl<C> Encode<C> for KeyWrap {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.array(5)?
            .u8(self.recipient.kind())?
            .bytes(self.recipient.key_id().as_bytes())?;
        e.u8(SUITE_X25519_CHACHA)?
            .bytes(&self.encapsulated)?
            .bytes(&self.ciphertext)?;
        Ok(())
    }
}

impl<'b, C> Decode<'b, C> for KeyWrap {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        array_of(d, 5)?;
        let kind = d.u8()?;
        let recipient =
            Recipient::from_parts(kind, fixed(d)?).ok_or_else(|| unknown("recipient kind"))?;
        if d.u8()? != SUITE_X25519_CHACHA {
            return Err(unknown("HPKE suite"));
        }
        Ok(Self {
            recipient,
            encapsulated: fixed(d)?,
            ciphertext: fixed(d)?,
        })
    }
}

/// A group's previous epoch key sealed under its next:
/// `nonce[24] || sealed key[32] || tag[16]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct SealedKey(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 72]);

/// How far a revoked device's items still count, in one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(array)]
pub struct LastItem {
    #[n(0)]
    pub document: DocumentId,
    #[n(1)]
    pub incarnation: Incarnation,
    #[n(2)]
    pub n: u64,
}

/// One operation. On the wire `[tag, map]`, the tag being the number below.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub enum Operation {
    /// First operation of entry 0, and only there.
    #[n(0)]
    Found {
        #[n(0)]
        root: SignPublicKey,
        #[n(1)]
        recovery: HpkePublicKey,
    },
    /// A member who needs no invitation: the founder, or one restored with the
    /// recovery kit.
    #[n(1)]
    AddMember {
        #[n(0)]
        member: MemberId,
        #[n(1)]
        role: Role,
        #[n(2)]
        administrator: bool,
    },
    #[n(2)]
    AddDevice {
        #[n(0)]
        sign: SignPublicKey,
        #[n(1)]
        hpke: HpkePublicKey,
        #[n(2)]
        member: MemberId,
    },
    /// A group at epoch 1. Its wraps follow in the same entry.
    #[n(3)]
    NewGroup {
        #[n(0)]
        group: GroupId,
        #[n(1)]
        kind: GroupKind,
        /// The coach of a caseload group; absent for the agency group.
        #[n(2)]
        owner: Option<MemberId>,
        #[n(3)]
        members: Vec<MemberId>,
    },
    /// The key of a group's current epoch, sealed to recipients. Names the
    /// key, so that nobody can be given another than the others.
    #[n(4)]
    Wrap {
        #[n(0)]
        group: GroupId,
        #[n(1)]
        epoch: u32,
        #[n(2)]
        recipients: Vec<KeyWrap>,
        #[n(3)]
        key: GroupKeyId,
    },
    /// A group's next epoch. Its wraps follow in the same entry.
    #[n(5)]
    NewEpoch {
        #[n(0)]
        group: GroupId,
        #[n(1)]
        epoch: u32,
        /// The key of the epoch before. Absent: the group begins anew, and who is given
        /// the new key alone opens nothing from before.
        #[n(2)]
        previous: Option<SealedKey>,
    },
    /// An invitation: a key pair that may add one device of `member`.
    #[n(6)]
    Invite {
        #[n(0)]
        sign: SignPublicKey,
        #[n(1)]
        hpke: HpkePublicKey,
        /// New, or an active member who gets another device.
        #[n(2)]
        member: MemberId,
        #[n(3)]
        role: Role,
        #[n(4)]
        administrator: bool,
        /// Unix time, seconds. Enforced by the relay's clock.
        #[n(5)]
        expires: u64,
        /// Groups a new member joins at once; empty for a member who is there.
        #[n(6)]
        groups: Vec<GroupId>,
    },
    /// Uses an invitation up. Alone in its entry but for its wraps.
    #[n(7)]
    Redeem {
        #[n(0)]
        invitation: InvitationId,
        #[n(1)]
        sign: SignPublicKey,
        #[n(2)]
        hpke: HpkePublicKey,
    },
    #[n(8)]
    WithdrawInvitation {
        #[n(0)]
        invitation: InvitationId,
    },
    #[n(9)]
    RevokeDevice {
        #[n(0)]
        device: DeviceId,
        /// Ascending. Items beyond these do not count.
        #[n(1)]
        last: Vec<LastItem>,
    },
    #[n(10)]
    ChangeMember {
        #[n(0)]
        member: MemberId,
        #[n(1)]
        role: Role,
        #[n(2)]
        administrator: bool,
        #[n(3)]
        active: bool,
    },
    #[n(11)]
    AddGroupMember {
        #[n(0)]
        group: GroupId,
        #[n(1)]
        member: MemberId,
        /// Unix time, seconds, at which a cover ends: any administrator's device
        /// then takes the member out, by the relay's clock. Absent: to stay.
        #[n(2)]
        until: Option<u64>,
    },
    #[n(12)]
    RemoveGroupMember {
        #[n(0)]
        group: GroupId,
        #[n(1)]
        member: MemberId,
    },
    /// After so many days without the relay a device locks by itself.
    #[n(13)]
    SetLease {
        /// 0: never. Else within [`LEASE_DAYS`].
        #[n(0)]
        days: u32,
    },
    /// A device takes another HPKE key, and keeps its id. Signed by the device itself, alone in
    /// its entry but for its wraps. By it, the device says too that it keeps neither the old key
    /// nor any group key from before a group began anew.
    #[n(14)]
    RenewKey {
        #[n(0)]
        device: DeviceId,
        #[n(1)]
        hpke: HpkePublicKey,
    },
}

/// What a lease may be, days.
pub const LEASE_DAYS: core::ops::RangeInclusive<u32> = 3..=180;
/// The lease until an administrator sets another, days.
pub const DEFAULT_LEASE_DAYS: u32 = 30;

/// The highest operation tag of this version.
pub const LAST_OPERATION_TAG: u64 = 14;
