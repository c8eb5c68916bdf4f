//! Nobody comes in from a file for a coach of whom more is required than is on file (S2-2).

use crate::support::Device;
use crate::support::three::team;
use handrail_engine::api::{
    CoachingCommand, ColumnMapping, Command, DetailField, EngineError, ImportColumn,
    ImportReportView, LocalDate, MissingView, Person, ProgramDraft, Query, Reply, Requirement,
    Training, WorkforceCommand, WorkforceQuery, WorkforceReply,
};

const FILE: &str = "Name,Program\nRay Example,Pregnancy (sample)\nAna Example,Something else\n";

fn say(device: &mut Device, command: WorkforceCommand) {
    let command = Command::Coaching(CoachingCommand::Workforce(command));
    device.order(command).unwrap();
}

fn own_id(device: &mut Device) -> String {
    let me = "me".to_owned();
    let query = WorkforceQuery::Training { person: me };
    match device.query(Query::Workforce(query)) {
        Reply::Workforce(reply) => match *reply {
            WorkforceReply::Training(page) => page.member.unwrap(),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

/// Opens the file; the columns that it is read by.
fn opened(device: &mut Device, file: &str) -> ColumnMapping {
    let opened = device.order(Command::ImportOpen {
        name: "caseload.csv".to_owned(),
        bytes: file.as_bytes().to_vec(),
    });
    match opened.unwrap() {
        Reply::ImportPreview(preview) => preview.mapping,
        other => panic!("{other:?}"),
    }
}

fn lacking(device: &mut Device, mapping: &ColumnMapping) -> Vec<MissingView> {
    let mapping = mapping.clone();
    match device.query(Query::Workforce(WorkforceQuery::Import { mapping })) {
        Reply::Workforce(reply) => match *reply {
            WorkforceReply::Missing(missing) => missing,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

fn run(device: &mut Device, mapping: &ColumnMapping) -> Result<ImportReportView, EngineError> {
    let mapping = mapping.clone();
    match device.order(Command::ImportRun { mapping })? {
        Reply::ImportReport(report) => Ok(report),
        other => panic!("{other:?}"),
    }
}

fn require(device: &mut Device, program: &str, need: &str) {
    let requirement = Requirement {
        program: program.to_owned(),
        needs: vec![need.to_owned()],
    };
    say(device, WorkforceCommand::Require(requirement));
}

fn trained(device: &mut Device, who: &str, kind: &str) {
    let training = Training {
        person: Person::Member(who.parse().unwrap()),
        kind: kind.to_owned(),
        name: String::new(),
        on: LocalDate::parse("2026-05-01").unwrap(),
        minutes: 1800,
        topics: Vec::new(),
        until: None,
        number: String::new(),
        cents: 0,
        funder: String::new(),
        cohort: String::new(),
        program: String::new(),
    };
    let entry = None;
    say(device, WorkforceCommand::Training { entry, training });
}

#[test]
fn s2_2_an_import_is_refused_like_an_assignment_until_the_training_is_on_file() {
    let mut team = team();
    let sample = ProgramDraft::Sample("pregnancy".to_owned());
    team.sam.order(Command::UseProgram(sample)).unwrap();
    let program = match team.sam.query(Query::Programs) {
        Reply::Programs(view) => view.in_use[0].name.clone(),
        other => panic!("{other:?}"),
    };
    let file = FILE.replace("Pregnancy (sample)", &program);
    require(&mut team.sam, "pregnancy", "naloxone");
    team.settle();
    let mapping = opened(&mut team.dana, &file);
    let missing = lacking(&mut team.dana, &mapping);
    assert_eq!(missing.len(), 1);
    assert_eq!(
        (missing[0].name.as_str(), missing[0].needs.as_slice()),
        (program.as_str(), ["naloxone".to_owned()].as_slice())
    );
    let refused = run(&mut team.dana, &mapping);
    let coach = "Dana Coach".to_owned();
    assert_eq!(refused, Err(EngineError::NotTrained { coach }));

    // Only those of the program are held back: the columns are asked about, not the file.
    let mut without = mapping.clone();
    for column in &mut without.columns {
        if *column == Some(ImportColumn::Detail(DetailField::Program)) {
            *column = None;
        }
    }
    assert_eq!(lacking(&mut team.dana, &without), []);

    // The file is still there once a supervisor wrote the training down.
    let dana = own_id(&mut team.dana);
    trained(&mut team.sam, &dana, "naloxone");
    team.settle();
    assert_eq!(lacking(&mut team.dana, &mapping), []);
    assert_eq!(run(&mut team.dana, &mapping).unwrap().added, 2);
}

#[test]
fn s2_2_an_exception_lets_an_import_in_and_who_is_here_already_needs_none() {
    let mut team = team();
    let mapping = opened(&mut team.dana, FILE);
    assert_eq!(lacking(&mut team.dana, &mapping), [], "nothing is required");
    assert_eq!(run(&mut team.dana, &mapping).unwrap().added, 2);
    require(&mut team.sam, "", "recovery_coaching");
    team.settle();
    // Everybody of the file is Dana's already: nobody new is given to them.
    let mapping = opened(&mut team.dana, FILE);
    assert_eq!(lacking(&mut team.dana, &mapping), []);
    assert_eq!(run(&mut team.dana, &mapping).unwrap().already_here, 2);
    let more = format!("{FILE}Jo Park,\n");
    let mapping = opened(&mut team.dana, &more);
    assert_eq!(
        lacking(&mut team.dana, &mapping)[0].needs,
        ["recovery_coaching"]
    );
    assert!(run(&mut team.dana, &mapping).is_err());
    let except = WorkforceCommand::Except {
        coach: own_id(&mut team.dana),
        program: String::new(),
        until: None,
        reason: "Academy begins in January".to_owned(),
    };
    say(&mut team.sam, except);
    team.settle();
    assert_eq!(lacking(&mut team.dana, &mapping), []);
    let report = run(&mut team.dana, &mapping).unwrap();
    assert_eq!((report.added, report.already_here), (1, 2));
}
