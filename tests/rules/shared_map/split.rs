//! However the same hour is split into sessions and in whatever order they are read, the picture is the same.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::shared_map::hour::{added_up, cut_at, cuts, picture};

#[test]
fn the_hour_cut_in_two_anywhere_gives_the_picture_of_the_hour() {
    let whole = picture(&added_up(&cut_at(&[])));
    for cut in cuts() {
        let parts = cut_at(&[cut]);
        assert_eq!(picture(&added_up(&parts)), whole, "cut before line {cut}");
        assert_eq!(picture(&added_up(parts.iter().rev())), whole, "cut before line {cut}, the later part first");
    }
}

#[test]
fn a_session_a_line_gives_the_same_picture_still() {
    let parts = cut_at(&cuts());
    assert!(parts.len() > 70);
    assert_eq!(picture(&added_up(&parts)), picture(&added_up(&cut_at(&[]))));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24, rng_seed: RngSeed::Fixed(20), failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn any_split_read_in_any_order_gives_the_same_picture(
        cuts in proptest::sample::subsequence(cuts(), 1..9),
        order in proptest::collection::vec(any::<u32>(), 10),
    ) {
        let mut parts: Vec<_> = cut_at(&cuts).into_iter().zip(order).collect();
        parts.sort_by_key(|(_, place)| *place);
        let parts: Vec<_> = parts.into_iter().map(|(held, _)| held).collect();
        prop_assert_eq!(picture(&added_up(&parts)), picture(&added_up(&cut_at(&[]))));
    }
}
