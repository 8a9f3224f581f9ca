use adjacent::assess::{FOOTER, Perception, Slip, Spread, Withheld, perception_text, spread_text};

use super::stage::{instrument, levels, rating};

/// One slip for each row; a 0 is an item left blank.
fn slips(items: &[&str], rows: &[&[u8]]) -> Vec<Slip> {
    let slip = |row: &&[u8]| Slip {
        ratings: items
            .iter()
            .zip(*row)
            .filter(|(_, digit)| **digit > 0)
            .map(|(item, digit)| ((*item).to_owned(), rating(*digit)))
            .collect(),
        agreed: true,
    };
    rows.iter().map(slip).collect()
}

#[test]
fn a_room_sees_counts_from_five_people_on() {
    let rows: [&[u8]; 5] = [&[1], &[2], &[2], &[5], &[5]];
    let five = slips(&["S1"], &rows);
    assert_eq!(Spread::of(&instrument(), &five[..4]), Err(Withheld::TooFew));
    let spread = Spread::of(&instrument(), &five).unwrap();
    assert_eq!(spread.items[0].counts.each(), [1, 2, 0, 0, 2]);
    assert_eq!(Spread::of(&instrument(), &[]), Err(Withheld::TooFew));
}

#[test]
fn an_item_that_fewer_than_five_answered_is_left_out() {
    let rows: [&[u8]; 5] = [&[1, 1], &[2, 2], &[3, 3], &[4, 4], &[5, 0]];
    let spread = Spread::of(&instrument(), &slips(&["S1", "S2"], &rows)).unwrap();
    let items: Vec<&str> = spread.items.iter().map(|item| item.item.as_str()).collect();
    assert_eq!(items, ["S1"]);
}

#[test]
fn the_widest_spread_comes_first_and_equal_ones_in_the_order_of_the_instrument() {
    let items = ["S1", "S2", "S3", "S4"];
    let rows: [&[u8]; 6] = [&[3, 1, 2, 2], &[3, 1, 2, 2], &[3, 1, 3, 3], &[3, 5, 3, 3], &[3, 5, 4, 4], &[3, 5, 0, 4]];
    let spread = Spread::of(&instrument(), &slips(&items, &rows)).unwrap();
    let order: Vec<&str> = spread.items.iter().map(|item| item.item.as_str()).collect();
    assert_eq!(order, ["S2", "S4", "S3", "S1"], "five people who differ as six do are a little less apart");
    let even: [&[u8]; 5] = [&[1, 1], &[2, 2], &[3, 3], &[4, 4], &[5, 5]];
    let equal = Spread::of(&instrument(), &slips(&["T2", "T1"], &even)).unwrap();
    assert_eq!(equal.items[0].item, "T1");
}

#[test]
fn the_order_in_which_slips_come_changes_nothing() {
    let rows: [&[u8]; 6] = [&[1, 4], &[2, 4], &[2, 1], &[5, 1], &[5, 2], &[3, 3]];
    let mut slips = slips(&["S1", "T1"], &rows);
    let before = Spread::of(&instrument(), &slips).unwrap();
    slips.reverse();
    assert_eq!(Spread::of(&instrument(), &slips).unwrap(), before);
}

#[test]
fn the_page_of_a_room_has_counts_and_the_footer_and_nobody() {
    let slips: Vec<Slip> = (0..5).map(|_| Slip::of(&instrument(), &levels([2, 3, 4]), true)).collect();
    let page = spread_text(&Spread::of(&instrument(), &slips).unwrap());
    assert!(page.ends_with(&format!("{FOOTER}\n")));
    assert!(page.contains("Looks two steps out          .    5    .    .    ."), "{page}");
    assert_eq!(page.lines().filter(|line| line.contains('5')).count(), 19, "18 items and the head:\n{page}");
    assert!(page.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn a_slip_has_digits_and_no_words() {
    let mut assessment = levels([2, 3, 4]);
    assessment.tell("S1", "MARKER").unwrap();
    let slip = Slip::of(&instrument(), &assessment, true);
    assert_eq!(slip.ratings.len(), 18);
    assert!(!format!("{slip:?}").contains("MARKER"));
}

#[test]
fn a_perception_gap_needs_five_others_and_everybody_to_agree() {
    let rows: [&[u8]; 5] = [&[2], &[2], &[3], &[2], &[1]];
    let others = slips(&["S1"], &rows);
    let own = slips(&["S1"], &[&[4]]).remove(0);
    assert_eq!(Perception::of(&instrument(), &own, &others[..4]), Err(Withheld::TooFew));
    let seen = Perception::of(&instrument(), &own, &others).unwrap();
    assert_eq!(seen.items[0].2.each(), [1, 3, 1, 0, 0]);
    assert!(
        perception_text(&seen).contains("Looks two steps out     4    1    3    1    .    ."),
        "{}",
        perception_text(&seen)
    );
    for at in 0..5 {
        let mut others = others.clone();
        others[at].agreed = false;
        assert_eq!(Perception::of(&instrument(), &own, &others), Err(Withheld::NotAgreed));
    }
    assert_eq!(Perception::of(&instrument(), &Slip { agreed: false, ..own }, &others), Err(Withheld::NotAgreed));
}

#[test]
fn what_is_furthest_from_how_others_see_it_comes_first() {
    let rows: [&[u8]; 5] = [&[2, 1, 4], &[2, 1, 4], &[3, 2, 4], &[2, 1, 4], &[2, 1, 0]];
    let own = slips(&["S1", "S2", "S3"], &[&[3, 5, 1]]).remove(0);
    let seen = Perception::of(&instrument(), &own, &slips(&["S1", "S2", "S3"], &rows)).unwrap();
    let titles: Vec<&str> = seen.items.iter().map(|(title, ..)| title.as_str()).collect();
    assert_eq!(titles, ["Goes and finds out", "Looks two steps out"], "what four answered is left out");
}
