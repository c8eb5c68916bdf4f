//! Worlds in which everything goes wrong, and the promises hold (I1, I2, I4,
//! I5, I6, I9 of the sync design).

use handrail_testkit::item_simulation;

/// Runs seeds on two threads and names those that break a promise.
fn broken_seeds(seeds: std::ops::Range<u64>) -> Vec<String> {
    let half = |odd: u64| {
        let mine = seeds.clone().filter(move |seed| seed % 2 == odd);
        mine.filter_map(|seed| item_simulation::run(seed).err())
            .map(|error| error.to_string())
            .collect::<Vec<String>>()
    };
    std::thread::scope(|scope| {
        let even = scope.spawn(|| half(0));
        let mut broken = half(1);
        broken.extend(
            even.join()
                .unwrap_or_else(|_| vec!["a world stopped with a panic".to_owned()]),
        );
        broken
    })
}

#[test]
fn five_hundred_bad_worlds_end_well() {
    assert_eq!(broken_seeds(0..500), Vec::<String>::new());
}

#[test]
fn a_seed_gives_the_same_world_again() {
    let first = item_simulation::run(7).unwrap();
    assert_eq!(item_simulation::run(7).unwrap(), first);
    assert!(first.changes > 0);
}
