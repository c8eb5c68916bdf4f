//! To whose caseload documents were handed over, and those that left this device.

use handrail_protocol::{Assignment, DeviceId, DocumentId, DocumentKeyId, GroupId};
use rusqlite::params;

use crate::{Read, StoreError, Tx, rows::id};

/// A participant who went to another coach, and of whom nothing is kept here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Departure {
    /// The participant's document.
    pub document: DocumentId,
    /// The caseload that it belongs to now.
    pub home: GroupId,
    /// Unix ms at which this device let go of it.
    pub at: i64,
}

impl Read<'_> {
    /// The hand-overs of a document with the keys made under each, the least first.
    pub fn assignments(
        &self,
        document: &DocumentId,
    ) -> Result<Vec<(Assignment, DocumentKeyId)>, StoreError> {
        let sql = "SELECT generation, group_id, key_id FROM document_assignments
            WHERE document = ?1 ORDER BY generation, group_id, key_id";
        self.all(sql, [document.as_bytes()], |row| {
            let assignment = Assignment {
                generation: row.get("generation")?,
                group: id(row, "group_id", GroupId::from_bytes)?,
            };
            Ok((assignment, id(row, "key_id", DocumentKeyId::from_bytes)?))
        })
    }

    /// Keys held of documents that were handed over, which are not known to be wrapped to the
    /// document's home.
    pub fn ungranted_keys(&self) -> Result<Vec<(DocumentId, DocumentKeyId)>, StoreError> {
        let sql = "SELECT k.document, k.key_id
            FROM (SELECT DISTINCT document FROM document_assignments) AS a
            JOIN document_keys AS k ON k.document = a.document
            WHERE NOT EXISTS (SELECT 1 FROM document_key_epochs AS e
                WHERE e.document = k.document AND e.key_id = k.key_id AND e.group_id =
                    (SELECT group_id FROM document_groups WHERE document = k.document
                        ORDER BY place LIMIT 1))
            ORDER BY k.document, k.added_as";
        self.all(sql, (), |row| {
            Ok((
                id(row, "document", DocumentId::from_bytes)?,
                id(row, "key_id", DocumentKeyId::from_bytes)?,
            ))
        })
    }

    /// Keys of documents at home in a group that are not known to be wrapped under `epoch` of it
    /// or a later one.
    pub fn keys_wrapped_before(
        &self,
        group: &GroupId,
        epoch: u32,
    ) -> Result<Vec<(DocumentId, DocumentKeyId)>, StoreError> {
        let sql = "SELECT k.document, k.key_id FROM document_keys AS k
            WHERE ?1 = (SELECT group_id FROM document_groups WHERE document = k.document
                ORDER BY place LIMIT 1)
            AND NOT EXISTS (SELECT 1 FROM newest_wraps AS w WHERE w.document = k.document
                AND w.key_id = k.key_id AND w.group_id = ?1 AND w.epoch >= ?2)
            ORDER BY k.document, k.added_as";
        self.all(sql, params![group.as_bytes(), epoch], |row| {
            Ok((
                id(row, "document", DocumentId::from_bytes)?,
                id(row, "key_id", DocumentKeyId::from_bytes)?,
            ))
        })
    }

    /// Documents of this kind with keys here, at home in none of these groups.
    pub fn held_elsewhere(
        &self,
        kind: u8,
        groups: &[GroupId],
    ) -> Result<Vec<DocumentId>, StoreError> {
        let sql = "SELECT d.document FROM document_groups AS d WHERE d.kind = ?1
            AND instr(?2, hex(d.group_id)) = 0 AND d.place =
                (SELECT min(place) FROM document_groups WHERE document = d.document)
            AND EXISTS (SELECT 1 FROM document_keys WHERE document = d.document)
            ORDER BY d.document";
        self.all(sql, params![kind, listed(groups)], |row| {
            id(row, "document", DocumentId::from_bytes)
        })
    }

    /// Documents of this kind at home in one of these groups, of which no key is here and which
    /// nobody ordered to be forgotten.
    pub fn without_keys(
        &self,
        kind: u8,
        groups: &[GroupId],
    ) -> Result<Vec<DocumentId>, StoreError> {
        let sql = "SELECT d.document FROM document_groups AS d WHERE d.kind = ?1
            AND instr(?2, hex(d.group_id)) > 0 AND d.place =
                (SELECT min(place) FROM document_groups WHERE document = d.document)
            AND NOT EXISTS (SELECT 1 FROM document_keys WHERE document = d.document)
            AND NOT EXISTS (SELECT 1 FROM forgotten WHERE document = d.document)
            ORDER BY d.document";
        self.all(sql, params![kind, listed(groups)], |row| {
            id(row, "document", DocumentId::from_bytes)
        })
    }

    /// Whether something of a document that `own` wrote is not known to be held by one of these
    /// other devices, or waits here in another way: a change, an item without the relay's answer,
    /// one that was refused, a half-written form named `draft`. Without `others`, what the relay
    /// has is enough: nobody tells this device what they hold.
    pub fn is_needed_here(
        &self,
        document: &DocumentId,
        own: &DeviceId,
        draft: &str,
        others: Option<&[DeviceId]>,
    ) -> Result<bool, StoreError> {
        let waits = "SELECT 1 WHERE
            EXISTS (SELECT 1 FROM pending_changes WHERE document = ?1)
            OR EXISTS (SELECT 1 FROM items WHERE document = ?1 AND seq IS NULL)
            OR EXISTS (SELECT 1 FROM drafts WHERE key = ?2)";
        let params = params![document.as_bytes(), draft];
        if self.first(waits, params, |_| Ok(()))?.is_some() {
            return Ok(true);
        }
        let Some(others) = others else {
            return Ok(false);
        };
        let marks = vec!["?"; others.len()].join(", ");
        let unreached = format!(
            "SELECT 1 FROM frontier AS f WHERE f.document = ? AND f.device = ?
            AND NOT EXISTS (SELECT 1 FROM receipts AS r WHERE r.document = f.document
                AND r.device = f.device AND r.incarnation = f.incarnation AND r.n >= f.n
                AND r.by_device IN ({marks}))"
        );
        let ids = [document.as_bytes(), own.as_bytes()]
            .into_iter()
            .chain(others.iter().map(DeviceId::as_bytes));
        let found = self.first(&unreached, rusqlite::params_from_iter(ids), |_| Ok(()))?;
        Ok(found.is_some())
    }

    /// Participants who went to another coach, the last first.
    pub fn departures(&self) -> Result<Vec<Departure>, StoreError> {
        let sql = "SELECT d.document, g.group_id, d.at FROM departures AS d
            JOIN document_groups AS g ON g.document = d.document AND g.place =
                (SELECT min(place) FROM document_groups WHERE document = d.document)
            ORDER BY d.at DESC, d.document";
        self.all(sql, (), |row| {
            Ok(Departure {
                document: id(row, "document", DocumentId::from_bytes)?,
                home: id(row, "group_id", GroupId::from_bytes)?,
                at: row.get("at")?,
            })
        })
    }
}

/// Groups as a query looks for one among them.
fn listed(groups: &[GroupId]) -> String {
    let each = groups.iter().map(|group| group.to_string().to_uppercase());
    each.collect::<Vec<_>>().join(",")
}

impl Tx<'_> {
    /// Notes that a key was made under a hand-over. Where that is the greatest one, its group is
    /// the document's home from then on, for lists too.
    pub fn add_assignment(
        &self,
        document: &DocumentId,
        kind: u8,
        assignment: Assignment,
        key: &DocumentKeyId,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO document_assignments (document, generation, group_id, key_id)
            VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
        self.write(
            sql,
            params![
                document.as_bytes(),
                assignment.generation,
                assignment.group.as_bytes(),
                key.as_bytes()
            ],
        )?;
        let greatest = self.assignments(document)?.pop();
        if greatest.is_none_or(|(greatest, _)| greatest != assignment) {
            return Ok(());
        }
        self.add_document_group(document, kind, &assignment.group)?;
        let ids = params![document.as_bytes(), assignment.group.as_bytes()];
        for sql in [
            "UPDATE document_groups SET place =
                (SELECT min(place) - 1 FROM document_groups WHERE document = ?1)
                WHERE document = ?1 AND group_id = ?2 AND place >
                (SELECT min(place) FROM document_groups WHERE document = ?1)",
            "UPDATE documents SET group_id = ?2 WHERE document = ?1",
            "UPDATE participants SET caseload_group = ?2 WHERE participant = ?1",
        ] {
            self.write(sql, ids)?;
        }
        Ok(())
    }

    /// Notes under what a key that is here was wrapped, unless something is known of that group.
    pub fn note_wrapped_to(
        &self,
        document: &DocumentId,
        key: &DocumentKeyId,
        group: &GroupId,
        epoch: u32,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO document_key_epochs (document, key_id, group_id, epoch)
            SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (SELECT 1 FROM document_key_epochs
                WHERE document = ?1 AND key_id = ?2 AND group_id = ?3)";
        self.write(
            sql,
            params![document.as_bytes(), key.as_bytes(), group.as_bytes(), epoch],
        )?;
        self.note_newest_wrap(document, key, group, epoch)
    }

    /// Notes up to which epoch of a group a key is wrapped.
    pub(crate) fn note_newest_wrap(
        &self,
        document: &DocumentId,
        key: &DocumentKeyId,
        group: &GroupId,
        epoch: u32,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO newest_wraps (document, key_id, group_id, epoch)
            VALUES (?1, ?2, ?3, ?4) ON CONFLICT (document, key_id, group_id)
            DO UPDATE SET epoch = max(epoch, excluded.epoch)";
        self.write(
            sql,
            params![document.as_bytes(), key.as_bytes(), group.as_bytes(), epoch],
        )?;
        Ok(())
    }

    /// Forgets what a participant's document says and every key of it. That it exists, whose it
    /// is, how far `own` wrote in it and who holds that stay: its numbers are never used twice, and
    /// what was reached is known if it comes back. With `at`, the departure is remembered.
    pub fn forget_participant(
        &self,
        document: &DocumentId,
        own: &DeviceId,
        at: Option<i64>,
    ) -> Result<(), StoreError> {
        self.remove_participant(document)?;
        self.remove_document(document)?;
        for sql in [
            "DELETE FROM items WHERE document = ?1",
            "DELETE FROM document_keys WHERE document = ?1",
            "DELETE FROM document_key_epochs WHERE document = ?1",
            "DELETE FROM newest_wraps WHERE document = ?1",
            "DELETE FROM backfills WHERE document = ?1",
        ] {
            self.write(sql, [document.as_bytes()])?;
        }
        for sql in [
            "DELETE FROM frontier WHERE document = ?1 AND device != ?2",
            "DELETE FROM receipts WHERE document = ?1 AND device != ?2",
        ] {
            self.write(sql, params![document.as_bytes(), own.as_bytes()])?;
        }
        self.write(
            "DELETE FROM drafts WHERE instr(key, ?1) > 0",
            [document.to_string()],
        )?;
        if let Some(at) = at {
            let sql = "INSERT INTO departures (document, at) VALUES (?1, ?2)
                ON CONFLICT (document) DO UPDATE SET at = excluded.at";
            self.write(sql, params![document.as_bytes(), at])?;
        }
        Ok(())
    }
}
