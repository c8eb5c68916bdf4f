//! Writing, inside or outside a transaction of the caller's.

use handrail_protocol::id::{AgencyId, DocumentId, RosterHash};
use handrail_protocol::item::Assignment;
use handrail_protocol::message::feed_head;
use rusqlite::{Connection, OptionalExtension};

use super::SqliteStorage;
use super::query::signed;
use crate::storage::{FeedHead, NewItem, Place, Storage, StorageError, Stream};

impl Storage for SqliteStorage {
    fn begin(&mut self) -> Result<(), StorageError> {
        Ok(self.connection.execute_batch("BEGIN IMMEDIATE")?)
    }

    fn commit(&mut self) -> Result<(), StorageError> {
        self.connection.execute_batch("COMMIT")?;
        if self.forgot {
            // Readers may keep parts of the log for a moment; then the next commit does it.
            let truncate = "PRAGMA wal_checkpoint(TRUNCATE)";
            let busy = self
                .connection
                .query_row(truncate, (), |row| row.get::<_, i64>(0));
            self.forgot = busy != Ok(0);
        }
        Ok(())
    }

    fn roll_back(&mut self) -> Result<(), StorageError> {
        // A failed statement (a full disk) may already have rolled the transaction back.
        if self.connection.is_autocommit() {
            return Ok(());
        }
        Ok(self.connection.execute_batch("ROLLBACK")?)
    }

    fn append_roster(
        &mut self,
        agency: AgencyId,
        n: u64,
        hash: RosterHash,
        bytes: &[u8],
    ) -> Result<(), StorageError> {
        together(&self.connection, |connection| {
            insert_entry(connection, agency, n, hash, bytes)
        })
    }

    fn append_item(&mut self, agency: AgencyId, item: &NewItem) -> Result<Place, StorageError> {
        together(&self.connection, |connection| {
            insert_item(connection, agency, item)
        })
    }

    fn pass(&mut self, ms: u64) -> Result<(), StorageError> {
        self.connection
            .prepare_cached("UPDATE relay SET running_ms = running_ms + ?1")?
            .execute([signed(ms)])?;
        Ok(())
    }

    fn destroy(&mut self, agency: AgencyId, sequences: &[u64]) -> Result<(), StorageError> {
        together(&self.connection, |connection| {
            let (number, _) = agency_row(connection, agency)?;
            for sequence in sequences {
                destroy(connection, number, *sequence)?;
            }
            Ok(())
        })
    }

    fn forget_document(
        &mut self,
        agency: AgencyId,
        document: DocumentId,
    ) -> Result<(), StorageError> {
        self.forgot = true;
        together(&self.connection, |connection| {
            let (number, _) = agency_row(connection, agency)?;
            forget(connection, number, document)
        })
    }
}

/// Runs `work` as one: in the caller's transaction if there is one, else in its own.
fn together<T>(
    connection: &Connection,
    work: impl FnOnce(&Connection) -> Result<T, StorageError>,
) -> Result<T, StorageError> {
    connection.execute_batch("SAVEPOINT one_call")?;
    match work(connection) {
        Ok(value) => {
            connection.execute_batch("RELEASE one_call")?;
            Ok(value)
        }
        Err(error) => {
            if !connection.is_autocommit() {
                connection.execute_batch("ROLLBACK TO one_call; RELEASE one_call")?;
            }
            Err(error)
        }
    }
}

fn insert_entry(
    connection: &Connection,
    agency: AgencyId,
    n: u64,
    hash: RosterHash,
    bytes: &[u8],
) -> Result<(), StorageError> {
    if n == 0 {
        connection
            .prepare_cached(
                "INSERT INTO agencies (id, sequence, head, items, bytes) VALUES (?1, 0, ?2, 0, 0)",
            )?
            .execute((agency.as_bytes(), Place::START.head.as_bytes()))?;
    }
    let (number, _) = agency_row(connection, agency)?;
    let last: Option<i64> = connection
        .prepare_cached("SELECT max(n) FROM roster WHERE agency = ?1")?
        .query_row([number], |row| row.get(0))?;
    if signed(n) != last.map_or(0, |last| last + 1) {
        return Err(StorageError::Order);
    }
    connection
        .prepare_cached("INSERT INTO roster (agency, n, hash, bytes) VALUES (?1, ?2, ?3, ?4)")?
        .execute((number, signed(n), hash.as_bytes(), bytes))?;
    Ok(())
}

fn agency_row(connection: &Connection, agency: AgencyId) -> Result<(i64, Place), StorageError> {
    connection
        .prepare_cached("SELECT number, sequence, head FROM agencies WHERE id = ?1")?
        .query_row([agency.as_bytes()], |row| {
            let sequence = u64::try_from(row.get::<_, i64>(1)?).unwrap_or(0);
            Ok((
                row.get(0)?,
                Place {
                    sequence,
                    head: FeedHead::from_bytes(row.get(2)?),
                },
            ))
        })
        .optional()?
        .ok_or(StorageError::Order)
}

fn insert_item(
    connection: &Connection,
    agency: AgencyId,
    item: &NewItem,
) -> Result<Place, StorageError> {
    let (number, end) = agency_row(connection, agency)?;
    let point = Place {
        sequence: end.sequence + 1,
        head: feed_head(&end.head, &item.id),
    };
    let length = signed(item.bytes.len() as u64);
    connection
        .prepare_cached(
            "INSERT INTO items (agency, sequence, id, head, document, device, incarnation, n, \
             document_key, snapshot, has_wraps, length, tombstone, receipt, at_ms) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, \
             (SELECT running_ms FROM relay))",
        )?
        .execute((
            number,
            signed(point.sequence),
            item.id.as_bytes(),
            point.head.as_bytes(),
            item.stream.document.as_bytes(),
            item.stream.device.as_bytes(),
            item.stream.incarnation.as_bytes(),
            signed(item.n),
            item.key.as_bytes(),
            item.snapshot,
            !item.wraps.is_empty(),
            length,
            item.tombstone,
            item.receipt,
        ))?;
    let position = connection.last_insert_rowid();
    connection
        .prepare_cached("INSERT INTO contents (position, bytes) VALUES (?1, ?2)")?
        .execute((position, item.bytes.as_slice()))?;
    insert_lists(connection, number, point.sequence, item)?;
    insert_words(connection, number, item)?;
    extend_run(connection, number, item.stream, item.n)?;
    connection
        .prepare_cached(
            "UPDATE agencies SET sequence = ?2, head = ?3, items = items + 1, bytes = bytes + ?4 \
             WHERE number = ?1",
        )?
        .execute((
            number,
            signed(point.sequence),
            point.head.as_bytes(),
            length,
        ))?;
    connection
        .prepare_cached(
            "INSERT INTO usage (agency, device, items, bytes) VALUES (?1, ?2, 1, ?3) \
             ON CONFLICT DO UPDATE SET items = items + 1, bytes = bytes + excluded.bytes",
        )?
        .execute((number, item.stream.device.as_bytes(), length))?;
    Ok(point)
}

fn forget(connection: &Connection, number: i64, document: DocumentId) -> Result<(), StorageError> {
    let key = (number, document.as_bytes());
    for sql in [
        "DELETE FROM contents WHERE position IN (SELECT position FROM items \
         WHERE agency = ?1 AND document = ?2 AND tombstone = 0)",
        "UPDATE agencies SET bytes = bytes - (SELECT coalesce(sum(length), 0) FROM items \
         WHERE agency = ?1 AND document = ?2 AND tombstone = 0) WHERE number = ?1",
        "UPDATE usage SET bytes = bytes - (SELECT coalesce(sum(length), 0) FROM items AS i \
         WHERE i.agency = ?1 AND i.document = ?2 AND i.tombstone = 0 \
         AND i.device = usage.device) WHERE agency = ?1",
        "UPDATE items SET length = 0 WHERE agency = ?1 AND document = ?2 AND tombstone = 0",
    ] {
        connection.prepare_cached(sql)?.execute(key)?;
    }
    Ok(())
}

/// One item's bytes. Its length says whether that was done before.
fn destroy(connection: &Connection, number: i64, sequence: u64) -> Result<(), StorageError> {
    let key = (number, signed(sequence));
    for sql in [
        "DELETE FROM contents WHERE position = (SELECT position FROM items \
         WHERE agency = ?1 AND sequence = ?2)",
        "UPDATE agencies SET bytes = bytes - (SELECT length FROM items \
         WHERE agency = ?1 AND sequence = ?2) WHERE number = ?1",
        "UPDATE usage SET bytes = bytes - (SELECT length FROM items \
         WHERE agency = ?1 AND sequence = ?2) WHERE agency = ?1 AND device = \
         (SELECT device FROM items WHERE agency = ?1 AND sequence = ?2)",
        "UPDATE items SET length = 0 WHERE agency = ?1 AND sequence = ?2",
    ] {
        connection.prepare_cached(sql)?.execute(key)?;
    }
    Ok(())
}

/// What the item says about what may be destroyed.
fn insert_words(connection: &Connection, number: i64, item: &NewItem) -> Result<(), StorageError> {
    let document = item.stream.document;
    if let Some(snapshot) = item.confirms {
        connection
            .prepare_cached(
                "INSERT INTO confirmations (agency, document, snapshot, device, at_ms) \
                 VALUES (?1, ?2, ?3, ?4, (SELECT running_ms FROM relay)) ON CONFLICT DO NOTHING",
            )?
            .execute((
                number,
                document.as_bytes(),
                snapshot.as_bytes(),
                item.stream.device.as_bytes(),
            ))?;
    }
    for word in &item.holds {
        connection
            .prepare_cached(
                "INSERT INTO holds (agency, document, hold, ended) VALUES (?1, ?2, ?3, ?4) \
                 ON CONFLICT DO UPDATE SET ended = max(ended, excluded.ended)",
            )?
            .execute((number, document.as_bytes(), word.hold, word.ended))?;
    }
    Ok(())
}

fn insert_lists(
    connection: &Connection,
    number: i64,
    sequence: u64,
    item: &NewItem,
) -> Result<(), StorageError> {
    for wrap in &item.wraps {
        connection
            .prepare_cached(
                "INSERT INTO wraps (agency, document, document_key, group_id, sequence) \
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute((
                number,
                item.stream.document.as_bytes(),
                wrap.key.as_bytes(),
                wrap.group.as_bytes(),
                signed(sequence),
            ))?;
    }
    if let Some(assignment) = item.assignment {
        insert_assignment(
            connection,
            number,
            (item.stream.document, sequence),
            assignment,
        )?;
    }
    for cover in &item.covers {
        connection
            .prepare_cached(
                "INSERT INTO covers (agency, sequence, device, incarnation, n) \
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute((
                number,
                signed(sequence),
                cover.device.as_bytes(),
                cover.incarnation.as_bytes(),
                signed(cover.n),
            ))?;
    }
    Ok(())
}

pub(super) fn insert_assignment(
    connection: &Connection,
    number: i64,
    (document, sequence): (DocumentId, u64),
    assignment: Assignment,
) -> Result<(), rusqlite::Error> {
    connection
        .prepare_cached(
            "INSERT INTO assignments (agency, document, sequence, generation, group_id) \
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((
            number,
            document.as_bytes(),
            signed(sequence),
            assignment.generation,
            assignment.group.as_bytes(),
        ))?;
    Ok(())
}

/// Moves the end of the unbroken run of a stream past `n` and whatever already follows it.
fn extend_run(
    connection: &Connection,
    number: i64,
    stream: Stream,
    n: u64,
) -> Result<(), StorageError> {
    let key = (
        number,
        stream.document.as_bytes(),
        stream.device.as_bytes(),
        stream.incarnation.as_bytes(),
    );
    let run: Option<i64> = connection
        .prepare_cached(
            "SELECT contiguous FROM streams \
             WHERE agency = ?1 AND document = ?2 AND device = ?3 AND incarnation = ?4",
        )?
        .query_row(key, |row| row.get(0))
        .optional()?;
    let mut end = run.unwrap_or(0);
    if signed(n) != end + 1 {
        return Ok(());
    }
    let mut following = connection.prepare_cached(
        "SELECT n FROM items WHERE agency = ?1 AND document = ?2 AND device = ?3 \
         AND incarnation = ?4 AND n > ?5 ORDER BY n",
    )?;
    let mut rows = following.query((key.0, key.1, key.2, key.3, end))?;
    while let Some(row) = rows.next()? {
        if row.get::<_, i64>(0)? != end + 1 {
            break;
        }
        end += 1;
    }
    connection
        .prepare_cached(
            "INSERT INTO streams (agency, document, device, incarnation, contiguous) \
             VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET contiguous = excluded.contiguous",
        )?
        .execute((key.0, key.1, key.2, key.3, end))?;
    Ok(())
}
