//! Statements in documents of every kind: each is a record of its own, which earlier versions pass
//! over. Who wrote it is read from the change that made it.

use std::collections::BTreeMap;

use automerge::legacy::{Key, OpType};
use automerge::{ObjId, ReadDoc};

use super::history::is_object;
use super::session::writer_of;
use super::value::{Fields, records, versions};
use super::write::Write;
use super::{CommandError, Document, FieldValue, Kind};
use crate::id::RecordId;
use crate::quantity::check_length;
use crate::statement::{BODY_LIMIT, NewStatement, Statement, in_order};
use crate::time::{Now, Timestamp};

const KIND: &str = "kind";
const STATEMENT: &str = "statement";
const CODE: &str = "code";
const ABOUT: &str = "about";
const RECORDED_AT: &str = "recorded_at";
const BODY: &str = "says";

/// Longest code, in bytes.
const CODE_LIMIT: usize = 64;

impl<K: Kind> Document<K> {
    /// Every statement, in the order that all devices agree on.
    pub fn all_stated(&self) -> Vec<Statement> {
        let Some(map) = self.root_map(K::STATEMENTS) else {
            return Vec::new();
        };
        let mut found: Vec<Statement> = records(&self.automerge, &map)
            .iter()
            .filter_map(|record| {
                self.read_statement(record.key.parse().ok()?, &record.object, &record.fields)
            })
            .collect();
        in_order(&mut found);
        found
    }

    /// One statement.
    pub fn stated(&self, id: RecordId) -> Option<Statement> {
        let map = self.root_map(K::STATEMENTS)?;
        let object = self.record_object(&map, &id.to_string())?;
        self.read_statement(id, &object, &Fields::read(&self.automerge, &object))
    }

    /// `None` for what is no statement.
    fn read_statement(&self, id: RecordId, object: &ObjId, now: &Fields<'_>) -> Option<Statement> {
        let ObjId::Id(step, actor, _) = object else {
            return None;
        };
        if now.get(KIND).as_text() != Some(STATEMENT) {
            return None;
        }
        let is_whole = [CODE, ABOUT, RECORDED_AT, BODY].iter().all(|field| {
            let all = versions(&self.automerge, object, field);
            all.len() <= 1 && all.iter().all(|one| one.author == writer_of(actor))
        });
        let first = if is_whole {
            BTreeMap::new()
        } else {
            self.first_said(object)?
        };
        let field = |name: &str| first.get(name).unwrap_or_else(|| now.get(name));
        let text = |name: &str| field(name).as_text().map(str::to_owned);
        let about = text(ABOUT).filter(|_| is_whole || first.contains_key(ABOUT));
        Some(Statement {
            id,
            code: text(CODE)?,
            about: about.and_then(|id| id.parse().ok()),
            device: writer_of(actor)?.device,
            at: Timestamp::from_millis(field(RECORDED_AT).number()?),
            step: *step,
            body: text(BODY)?,
        })
    }

    /// What the change that made a record said in it, whatever was written over it since.
    fn first_said(&self, object: &ObjId) -> Option<BTreeMap<String, FieldValue>> {
        let hash = self.automerge.hash_for_opid(object)?;
        let change = self.automerge.get_change_by_hash(&hash)?;
        let mut said = BTreeMap::new();
        for operation in change.decode().operations {
            if let (Key::Map(field), OpType::Put(value)) = (&operation.key, &operation.action)
                && is_object(&operation.obj, object)
            {
                said.insert(field.to_string(), FieldValue::from_scalar(value));
            }
        }
        Some(said)
    }

    /// The record that says it.
    pub(super) fn state(&self, new: &NewStatement, now: Now) -> Result<Vec<Write>, CommandError> {
        let map = self.root_map(K::STATEMENTS).ok_or(CommandError::Refused)?;
        let key = new.id.to_string();
        if self.automerge.get(&map, &key).ok().flatten().is_some() {
            return Err(CommandError::AlreadyRecorded);
        }
        check_length(&new.code, CODE_LIMIT)?;
        check_length(&new.body, BODY_LIMIT)?;
        if new.code.is_empty() || new.body.is_empty() {
            return Err(CommandError::WordsMissing);
        }
        let mut fields = vec![
            (KIND, FieldValue::Text(STATEMENT.to_owned())),
            (CODE, FieldValue::Text(new.code.clone())),
            (RECORDED_AT, FieldValue::moment(now.at)),
            (BODY, FieldValue::Text(new.body.clone())),
        ];
        fields.extend(
            new.about
                .map(|about| (ABOUT, FieldValue::Text(about.to_string()))),
        );
        Ok(vec![Write::Record { map, key, fields }])
    }
}
