use handrail_store::{KeyCheck, OpenError, Store, StoreLocation};
const KEY: [u8; 32] = [7; 32];
#[test]
fn a_database_opens_again_with_its_key() {
    let folder = tempfile::tempdir().unwrap();
    let place = StoreLocation::file(folder.path().join("caseload.db"));
    let store = Store::create(&place, &KEY).unwrap();
    println!("{}", store.database_size().unwrap());
    store.close().unwrap();
    for f in std::fs::read_dir(folder.path()).unwrap() {
        println!("{:?}", f.unwrap());
    }
    println!(
        "{:02x?}",
        &std::fs::read(folder.path().join("caseload.db")).unwrap()[..32]
    );
    let store = Store::open(&place, &KEY, &KeyCheck::of(&KEY)).unwrap();
    assert_eq!(
        Store::open(&place, &KEY, &KeyCheck::of(&KEY)).unwrap_err(),
        OpenError::Busy
    );
    store.check().unwrap();
    Store::create(&StoreLocation::memory(), &KEY).unwrap();
}
