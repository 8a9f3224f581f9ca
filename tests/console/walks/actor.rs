use adjacent::record::Mode;

use crate::walks::walk::Walk;

const BEFORE: &str = "Contact Centre owns !Service bot (live)";

#[test]
fn a_room_writes_six_rules() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "actor");
    walk.through(
        "# When it doesn't know
         !Service bot
         says it is not sure and offers a person
            => rule Service bot uncertain: says it is not sure and offers a person
         # Whose voice
         ours, kind before quick => rule Service bot speaks: ours, kind before quick
         Service bot -> Customers : voices
         # Never
         promise a payment before a person has seen the claim
            => rule Service bot never: promise a payment before a person has seen the claim
         # Who catches it
         the night desk owns it within ten minutes => rule Service bot handover: the night desk owns it within ten minutes
         # What it picks up
         new phrases, after the contact review covers them
            => rule Service bot learns: new phrases, after the contact review covers them
         # Who says sorry
         the contact centre manager, by name, on the same day
            => rule Service bot answers: the contact centre manager, by name, on the same day",
    );
    walk.leaves(
        "party Customers
         Service bot -> Customers : voices",
        "ruled Service bot uncertain | says it is not sure and offers a person
         ruled Service bot speaks | ours, kind before quick
         ruled Service bot never | promise a payment before a person has seen the claim
         ruled Service bot handover | the night desk owns it within ten minutes
         ruled Service bot learns | new phrases, after the contact review covers them
         ruled Service bot answers | the contact centre manager, by name, on the same day",
    )
    .reaches_its_goals();
}

#[test]
fn somebody_alone_plays_three_difficult_contacts() {
    let mut walk = Walk::after(BEFORE, Mode::Solo, "actor");
    walk.through(
        "# Somebody grieves
         !Service bot
         says it is sorry and that a person calls at nine
            => rule Service bot uncertain: says it is sorry and that a person calls at nine
         # Whose voice was that
         like our best handler on a slow day => rule Service bot speaks: like our best handler on a slow day
         # Somebody games it
         which words raise a payment => rule Service bot never: which words raise a payment
         # At three in the morning
         the night desk, with the whole talk => rule Service bot handover: the night desk, with the whole talk
         # It was told something wrong
         nothing that the person has not seen => rule Service bot learns: nothing that the person has not seen
         # Who says sorry
         I do, my number stands under every letter
            => rule Service bot answers: I do, my number stands under every letter",
    );
    walk.leaves(
        "",
        "ruled Service bot uncertain | says it is sorry and that a person calls at nine
         ruled Service bot speaks | like our best handler on a slow day
         ruled Service bot never | which words raise a payment
         ruled Service bot handover | the night desk, with the whole talk
         ruled Service bot learns | nothing that the person has not seen
         ruled Service bot answers | I do, my number stands under every letter",
    )
    .reaches_its_goals();
}

#[test]
fn a_rule_without_a_change_says_what_is_missing_and_nobody_is_no_rule() {
    let mut walk = Walk::begun(Mode::Live, "actor");
    walk.types("offers a person");
    assert_eq!(walk.doubts(), ["which change is it about? name it first: !Service bot"]);
    walk.says("").says("!Service bot").through("nobody => (a sentence)");
}
