//! A file that somebody picked, made up.

use handrail_engine::api::{
    ColumnMapping, Command, DetailField, ImportColumn, ImportPreviewView, Reply,
};

/// What a made-up engine says to an order about a file.
pub fn said(command: &Command) -> Option<Reply> {
    let Command::ImportOpen { name, .. } = command else {
        return None;
    };
    let texts = |row: [&str; 2]| row.map(str::to_owned).to_vec();
    Some(Reply::ImportPreview(ImportPreviewView {
        name: name.clone(),
        headers: texts(["Name", "Program"]),
        sample: vec![texts(["Ray Example", "Pregnancy (sample)"])],
        rows: 1,
        mapping: ColumnMapping {
            columns: vec![
                Some(ImportColumn::Detail(DetailField::Name)),
                Some(ImportColumn::Detail(DetailField::Program)),
            ],
        },
    }))
}
