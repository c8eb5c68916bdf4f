//! Reading items back: the feed, one document, frontiers.

use handrail_protocol::id::DocumentId;
use handrail_protocol::message::{
    FeedItem, FeedPage, FeedPoint, FrontierReply, FrontierRequest, ProblemCode,
};

use super::view::View;
use super::{FeedQuery, Reply};
use crate::storage::{ItemRow, Place, ReadStorage, StorageError, Stream};

const ROWS_AT_A_TIME: usize = 512;
/// A page ends after looking at this many rows, so that one request stays short however
/// little of the agency its reader sees.
const MAX_ROWS_LOOKED_AT: usize = 16_384;

impl<S: ReadStorage> View<'_, S> {
    /// The next page of the agency's order, or 409 when the reader's place is not in it.
    pub fn feed(&self, query: &FeedQuery) -> Result<Reply, StorageError> {
        let known_head = if query.after == 0 {
            Some(Place::START.head)
        } else {
            self.storage.head_at(self.agency, query.after)?
        };
        let required = query.after > 0;
        let head_fits = match query.head {
            Some(head) => known_head == Some(head),
            None => !required,
        };
        if !head_fits || !self.is_this_history(query, required)? {
            return self.other_history();
        }
        let page = self.page(
            query,
            |after| self.storage.rows(self.agency, after, ROWS_AT_A_TIME),
            |row| Ok(self.gives(row)? && !self.spares(row, query.after)?),
        )?;
        Ok(Reply::Page(page))
    }

    /// The next page of one document. `all` spares nothing for a snapshot's sake.
    pub fn document(
        &self,
        document: DocumentId,
        all: bool,
        query: &FeedQuery,
    ) -> Result<Reply, StorageError> {
        let end = self.storage.last_place(self.agency)?;
        if query.after > end.sequence || !self.is_this_history(query, false)? {
            return self.other_history();
        }
        // After a loss the order to forget may have come back before any item that tells who had
        // the document. It is for whoever knows the document's name then.
        let only_orders = self.has_only_orders(document)?;
        if !only_orders && !self.sees_document(document)? {
            return Ok(ProblemCode::NotFound.into());
        }
        let page = self.page(
            query,
            |after| {
                self.storage
                    .document_rows(self.agency, document, after, ROWS_AT_A_TIME)
            },
            |row| {
                let given = self.gives(row)? || (only_orders && row.tombstone);
                Ok(given && (all || !self.spares(row, query.after)?))
            },
        )?;
        Ok(Reply::Page(page))
    }

    /// Where the relay's unbroken runs end differently from the reader's.
    pub fn frontier(&self, request: &FrontierRequest) -> Result<Reply, StorageError> {
        let mut positions = Vec::new();
        for position in &request.positions {
            let stream = Stream {
                document: position.document,
                device: position.device,
                incarnation: position.incarnation,
            };
            let held = if self.sees_document(position.document)? {
                self.storage.contiguous(self.agency, stream)?
            } else {
                0
            };
            if held != position.n {
                let mut differs = *position;
                differs.n = held;
                positions.push(differs);
            }
        }
        Ok(Reply::Frontier(FrontierReply { positions }))
    }

    fn page(
        &self,
        query: &FeedQuery,
        rows_after: impl Fn(u64) -> Result<Vec<ItemRow>, StorageError>,
        gives: impl Fn(&ItemRow) -> Result<bool, StorageError>,
    ) -> Result<FeedPage, StorageError> {
        let mut next = Place {
            sequence: query.after,
            head: Place::START.head,
        };
        let mut items = Vec::new();
        let mut bytes = 0;
        let mut looked_at = 0;
        let mut more = false;
        'rows: loop {
            let rows = rows_after(next.sequence)?;
            for row in &rows {
                let wanted = gives(row)?;
                let full = !items.is_empty() && bytes + row.length > query.max_bytes;
                if looked_at == MAX_ROWS_LOOKED_AT || (wanted && full) {
                    more = true;
                    break 'rows;
                }
                looked_at += 1;
                next = Place {
                    sequence: row.sequence,
                    head: row.head,
                };
                if wanted {
                    bytes += row.length;
                    items.push(self.item(row.sequence)?);
                }
            }
            if rows.len() < ROWS_AT_A_TIME {
                break;
            }
        }
        let head = match self.storage.head_at(self.agency, next.sequence)? {
            Some(head) => head,
            None => Place::START.head,
        };
        let incarnation = self.storage.incarnation()?;
        Ok(FeedPage {
            incarnation,
            next: next.sequence,
            head,
            more,
            items,
        })
    }

    fn item(&self, sequence: u64) -> Result<FeedItem, StorageError> {
        let missing = || StorageError::Damaged("an item's bytes are missing".to_owned());
        let item = self
            .storage
            .content(self.agency, sequence)?
            .ok_or_else(missing)?;
        Ok(FeedItem {
            seq: sequence,
            item: item.into(),
        })
    }

    fn is_this_history(&self, query: &FeedQuery, required: bool) -> Result<bool, StorageError> {
        match query.incarnation {
            Some(incarnation) => Ok(incarnation == self.storage.incarnation()?),
            None => Ok(!required),
        }
    }

    fn other_history(&self) -> Result<Reply, StorageError> {
        let place = self.storage.last_place(self.agency)?;
        Ok(Reply::OtherHistory(FeedPoint {
            incarnation: self.storage.incarnation()?,
            seq: place.sequence,
            head: place.head,
        }))
    }
}
