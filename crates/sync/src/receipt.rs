//! Receipts: what this device durably holds and has applied of others' items.
//! They are what turns "sent" into "reached".

use std::collections::BTreeMap;

use handrail_protocol::{
    DocumentId, DocumentKind, ItemKind, MemberId, Role, UnverifiedItem, WriterPosition,
};
use handrail_vault as vault;
use rand_core::CryptoRng;

use crate::outbox::{Sealer, Sealing};
use crate::receive::is_ours;
use crate::{Chain, Forgetting, Reach, StoreFault, SyncTx};

/// Most chains that one receipt names.
const LINES_PER_RECEIPT: usize = 400;

/// Where a chain's receipt belongs.
enum Home {
    /// Into this document.
    In(DocumentId),
    /// Documents of the whole agency are not receipted.
    Nowhere,
    /// Not known yet.
    Later,
}

/// Seals one receipt per caseload document for everything that was applied
/// since the last ones. Receipts themselves are never receipted. Answers how
/// many items were made; nothing due makes none.
pub fn write_receipts(
    tx: &mut dyn SyncTx,
    at: i64,
    rng: &mut dyn CryptoRng,
) -> Result<usize, StoreFault> {
    let Some(identity) = tx.identity()? else {
        return Ok(0);
    };
    let told: BTreeMap<Chain, u64> = tx.receipted_by(&identity.device)?.into_iter().collect();
    let mut due: BTreeMap<DocumentId, Vec<WriterPosition>> = BTreeMap::new();
    for (chain, mut reach) in tx.chains()? {
        // What a receipt names the relay had before it.
        if let Some(carried) = tx.first_carried(&chain)? {
            reach.n = reach.n.min(carried.saturating_sub(1));
        }
        let known = told.get(&chain).copied().unwrap_or(0);
        if chain.device == identity.device || reach.n <= known {
            continue;
        }
        match home(tx, &chain.document)? {
            Home::In(caseload) if holds_content(tx, &chain, known, reach)? => {
                let line = chain.position(reach.n);
                due.entry(caseload).or_default().push(line);
                // Who does not read that caseload any more, or only for a time, waits
                // to hear that their last notes arrived.
                if let Some(own) = caseload_of_writer(tx, &chain)?
                    && own != caseload
                {
                    due.entry(own).or_default().push(line);
                }
            }
            // Looked at; the next look begins after it.
            Home::In(_) | Home::Nowhere => {
                tx.put_receipt(&identity.device, &chain, reach.n, at)?;
            }
            Home::Later => {}
        }
    }
    if due.is_empty() {
        return Ok(0);
    }
    let sealer = Sealer::begin(tx, at)?;
    let roster = tx.roster()?.head();
    let at_ms = u64::try_from(at).unwrap_or(0);
    let mut items = 0;
    for (caseload, lines) in due {
        for lines in lines.chunks(LINES_PER_RECEIPT) {
            let receipt = vault::Receipt {
                holds: lines.to_vec(),
                roster,
                at_ms,
            };
            let content = vault::Content::Receipt(receipt);
            if sealer
                .append(tx, &Sealing::of(caseload, &content), rng)?
                .is_none()
            {
                break;
            }
            for line in lines {
                tx.put_receipt(&identity.device, &Chain::from(line), line.n, at)?;
            }
            items += 1;
        }
    }
    Ok(items)
}

fn home(tx: &mut dyn SyncTx, document: &DocumentId) -> Result<Home, StoreFault> {
    let Some(info) = tx.document(document)? else {
        return Ok(Home::Later);
    };
    Ok(match (info.kind, info.groups.first()) {
        (DocumentKind::Agency | DocumentKind::CoachPrivate, _) => Home::Nowhere,
        (DocumentKind::Caseload, _) => Home::In(*document),
        (DocumentKind::Participant, Some(group)) => match tx.caseload_document(group)? {
            Some(caseload) => Home::In(caseload),
            // Who had it once, or was lent it, says where they write that they forgot it.
            None if tx.forgetting(document)? == Some(Forgetting::Done) => confirmed_in(tx)?,
            None => Home::Later,
        },
        (DocumentKind::Participant, None) => Home::Later,
    })
}

/// Where this device confirms what it forgot of a caseload that it does not read: in the caseload
/// of its own member, or, where there is none that it may write in, for the whole agency to read.
fn confirmed_in(tx: &mut dyn SyncTx) -> Result<Home, StoreFault> {
    let roster = tx.roster()?;
    let member = tx
        .identity()?
        .and_then(|identity| roster.device(&identity.device))
        .map(|device| device.member);
    let reads = |member: &MemberId| roster.role_of(member).is_some_and(Role::reads_caseloads);
    let document = match member.filter(reads) {
        Some(member) => match roster.caseload_group(&member) {
            Some(own) => tx.caseload_document(&own)?,
            None => None,
        },
        None => tx.agency_document()?,
    };
    Ok(document.map_or(Home::Later, Home::In))
}

/// The own caseload of who wrote a chain into the document of a caseload that
/// they do not read for good, if this device writes there.
fn caseload_of_writer(
    tx: &mut dyn SyncTx,
    chain: &Chain,
) -> Result<Option<DocumentId>, StoreFault> {
    let home = tx
        .document(&chain.document)?
        .and_then(|info| info.groups.first().copied());
    let roster = tx.roster()?;
    let (Some(home), Some(writer)) = (home, roster.device(&chain.device)) else {
        return Ok(None);
    };
    let stays = roster.group(&home).is_some_and(|group| {
        group.members.contains(&writer.member) && !group.covers.contains_key(&writer.member)
    });
    if stays {
        return Ok(None);
    }
    let own = roster.caseload_group(&writer.member);
    let Some(caseload) = own
        .map(|own| tx.caseload_document(&own))
        .transpose()?
        .flatten()
    else {
        return Ok(None);
    };
    Ok(is_ours(tx, &caseload)?.then_some(caseload))
}

/// Whether anything but receipts stands between `known` and the reach.
fn holds_content(
    tx: &mut dyn SyncTx,
    chain: &Chain,
    known: u64,
    reach: Reach,
) -> Result<bool, StoreFault> {
    for n in (known + 1..=reach.n).rev() {
        let Some(id) = tx.item_at(chain, n)? else {
            return Ok(true);
        };
        let Some(held) = tx.item(&id)? else {
            return Ok(true);
        };
        let kind = UnverifiedItem::parse(&held.bytes).map(|item| item.header().kind);
        if kind != Ok(ItemKind::Receipt) {
            return Ok(true);
        }
    }
    Ok(false)
}
