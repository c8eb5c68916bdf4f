//! Field values as documents hold them, and reading the fields of one record.

use super::conflict::Version;
use super::session::writer_of;
use crate::time::Timestamp;
use automerge::iter::{DocItem, MapRangeItem};
use automerge::{Automerge, ObjId, ReadDoc, ScalarValue, ScalarValueRef, Value, ValueRef};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashMap;

/// A value as the document holds it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FieldValue {
    /// Cleared, or never there.
    Nothing,
    /// Words, codes, dates (`2026-05-01`), moments (RFC 3339) and times of day (`18:00`).
    Text(String),
    /// A whole number; times written down by the app are milliseconds since 1970.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// An identifier.
    Bytes(Vec<u8>),
}

impl FieldValue {
    /// The words, if it is text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn optional_text(text: Option<&str>) -> Self {
        text.map_or(Self::Nothing, |text| Self::Text(text.to_owned()))
    }

    pub(super) fn moment(at: Timestamp) -> Self {
        Self::Number(at.within_years().millis())
    }

    pub(super) fn number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn flag(&self) -> Option<bool> {
        match self {
            Self::Flag(flag) => Some(*flag),
            _ => None,
        }
    }

    pub(super) fn id(&self) -> Option<[u8; 16]> {
        match self {
            Self::Bytes(bytes) => bytes.as_slice().try_into().ok(),
            _ => None,
        }
    }

    pub(super) fn to_scalar(&self) -> ScalarValue {
        match self {
            Self::Nothing => ScalarValue::Null,
            Self::Text(text) => ScalarValue::Str(text.as_str().into()),
            Self::Number(number) => ScalarValue::Int(*number),
            Self::Flag(flag) => ScalarValue::Boolean(*flag),
            Self::Bytes(bytes) => ScalarValue::Bytes(bytes.clone()),
        }
    }

    pub(super) fn from_scalar(scalar: &ScalarValue) -> Self {
        match scalar {
            ScalarValue::Str(text) => Self::Text(text.to_string()),
            ScalarValue::Int(number) | ScalarValue::Timestamp(number) => Self::Number(*number),
            ScalarValue::Uint(number) => i64::try_from(*number).map_or(Self::Nothing, Self::Number),
            ScalarValue::Boolean(flag) => Self::Flag(*flag),
            ScalarValue::Bytes(bytes) => Self::Bytes(bytes.clone()),
            _ => Self::Nothing,
        }
    }

    fn from_scalar_ref(scalar: &ScalarValueRef<'_>) -> Self {
        match scalar {
            ScalarValueRef::Str(text) => Self::Text(text.to_string()),
            ScalarValueRef::Int(number) | ScalarValueRef::Timestamp(number) => {
                Self::Number(*number)
            }
            ScalarValueRef::Uint(number) => {
                i64::try_from(*number).map_or(Self::Nothing, Self::Number)
            }
            ScalarValueRef::Boolean(flag) => Self::Flag(*flag),
            ScalarValueRef::Bytes(bytes) => Self::Bytes(bytes.to_vec()),
            _ => Self::Nothing,
        }
    }
}

/// The fields of one record: what each shows now, and which ones disagree.
#[derive(Debug, Default)]
pub(super) struct Fields<'a> {
    all: Vec<Field<'a>>,
}

#[derive(Debug)]
struct Field<'a> {
    name: Cow<'a, str>,
    value: FieldValue,
    is_conflicted: bool,
}

/// A record of a root map.
pub(super) struct RecordFields<'a> {
    /// Its name in the map.
    pub(super) key: String,
    /// Its object.
    pub(super) object: ObjId,
    /// What it says.
    pub(super) fields: Fields<'a>,
}

impl<'a> Fields<'a> {
    pub(super) fn read(automerge: &'a Automerge, object: &ObjId) -> Self {
        let mut fields = Self::default();
        for item in automerge.map_range(object, ..) {
            fields.add(item);
        }
        fields
    }

    fn add(&mut self, item: MapRangeItem<'a>) {
        if let ValueRef::Scalar(scalar) = &item.value {
            self.all.push(Field {
                value: FieldValue::from_scalar_ref(scalar),
                name: item.key,
                is_conflicted: item.conflict,
            });
        }
    }

    pub(super) fn get(&self, field: &str) -> &FieldValue {
        self.field(field)
            .map_or(&FieldValue::Nothing, |field| &field.value)
    }

    pub(super) fn text(&self, field: &str) -> Option<String> {
        self.get(field).as_text().map(str::to_owned)
    }

    pub(super) fn is_conflicted(&self, field: &str) -> bool {
        self.field(field).is_some_and(|field| field.is_conflicted)
    }

    pub(super) fn conflicted(&self) -> impl Iterator<Item = &str> {
        let conflicted = self.all.iter().filter(|field| field.is_conflicted);
        conflicted.map(|field| &*field.name)
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, &FieldValue)> {
        self.all.iter().map(|field| (&*field.name, &field.value))
    }

    fn field(&self, name: &str) -> Option<&Field<'a>> {
        self.all.iter().find(|field| field.name == name)
    }
}

/// The records of a root map, by their key, read in one pass: looking each up by itself takes
/// three times as long.
pub(super) fn records<'a>(automerge: &'a Automerge, map: &ObjId) -> Vec<RecordFields<'a>> {
    let mut children = Vec::new();
    let mut fields: HashMap<ObjId, Fields<'a>> = HashMap::new();
    for entry in automerge.iter_at(map, None) {
        let DocItem::Map(item) = entry.item else {
            continue;
        };
        if *entry.obj != *map {
            match fields.get_mut(&*entry.obj) {
                Some(known) => known.add(item),
                None => fields.entry((*entry.obj).clone()).or_default().add(item),
            }
        } else if matches!(item.value, ValueRef::Object(_)) {
            children.push((item.key.to_string(), item.id()));
        }
    }
    children
        .into_iter()
        .map(|(key, object)| RecordFields {
            key,
            fields: fields.remove(&object).unwrap_or_default(),
            object,
        })
        .collect()
}

/// Every value that stands in a field, the shown one first.
pub(super) fn versions(automerge: &Automerge, object: &ObjId, field: &str) -> Vec<Version> {
    let mut all = automerge.get_all(object, field).unwrap_or_default();
    // Automerge lists the value that it shows last.
    all.reverse();
    all.into_iter()
        .map(|(value, operation)| Version {
            value: match &value {
                Value::Scalar(scalar) => FieldValue::from_scalar(scalar),
                Value::Object(_) => FieldValue::Nothing,
            },
            author: match &operation {
                ObjId::Id(_, actor, _) => writer_of(actor),
                ObjId::Root => None,
            },
            at: written_at(automerge, &operation),
        })
        .collect()
}

/// When an operation was written, by its writer's clock.
fn written_at(automerge: &Automerge, operation: &ObjId) -> Timestamp {
    let change = automerge.hash_for_opid(operation);
    let meta = change.and_then(|hash| automerge.get_change_meta_by_hash(&hash));
    Timestamp::from_millis(meta.map_or(0, |meta| meta.timestamp))
}
