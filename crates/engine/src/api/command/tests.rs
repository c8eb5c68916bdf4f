use super::*;
use crate::api::Request;

#[test]
fn an_order_shows_neither_passphrase_nor_words() {
    let passphrase = "a calm place to stand".to_owned();
    let unlock = Command::Unlock { passphrase };
    let detail = Command::SetDetail {
        participant: String::new(),
        field: DetailField::Name,
        value: "Ray Example".to_owned(),
    };
    for command in [unlock, detail] {
        let shown = format!("{command:?} {:?}", Request::Command(command.clone()));
        assert!(!shown.contains("calm") && !shown.contains("Ray"), "{shown}");
    }
}
