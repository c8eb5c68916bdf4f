use handrail_engine::api::{ImportPreviewView, ImportReportView};

/// How far an import is.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum ImportStage {
    /// A file is to be picked.
    #[default]
    Pick,
    /// The file was read; its columns are to be mapped.
    Mapping(ImportPreviewView),
    /// Rows are worked through.
    Running,
    /// It ended.
    Report(ImportReportView),
}
