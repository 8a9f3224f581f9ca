use adjacent::record::Mode;

use crate::walks::walk::Walk;

const BEFORE: &str = "
    Claims owns !Claims triage (pilot)
    Claims owns !Letter drafter (pilot)
    Contact Centre owns !Reply assistant (pilot)
    Retention owns !Churn model (pilot)
    Underwriting owns !Underwriting copilot (idea)
    Reply assistant, Letter drafter -> $Customer history : needs
    Reply assistant, Letter drafter -> $Letter templates : needs
    Churn model -> more ~Discounts given
    Underwriting copilot -> less ~Discounts given
    Claims triage -> $Severity scores : feeds +
    Underwriting copilot needs Severity scores
";

#[test]
fn a_room_looks_at_pairs_and_decides_about_them() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "folio");
    walk.through(
        "# Where each one is
         live, works on its own => Churn model is live \"works on its own\"
         still a pilot => Claims triage is pilot
         fading \"its sponsor moved on in March\" => Letter drafter is fading \"its sponsor moved on in March\"
         starved => Reply assistant: starved
         idea => Underwriting copilot is idea
         # Twice the same
         2 1 1 => vote [Letter drafter and Reply assistant: Customer history and Letter templates]: \
one job 2, two on purpose 1, a race 1
         pri calls it by friday => (a sentence)
         # Pulling apart
         1 2 1 0 => vote [Pulling apart: Discounts given]: proceed 1, guard 2, wait 1, stop 0
         down => want Discounts given down
         with a guard: no discount below what the copilot quotes
            => decide Churn model: guard, no discount below what the copilot quotes
         # Made here, needed there
         nobody has asked for it => (a sentence)
         Severity scores -> Underwriting copilot : feeds +
         # All at once
         Churn model, Letter drafter -> less customer trust
         # Stop, feed, join
         3 2 5 => rank [stop, feed, join up]: Letter drafter, Claims triage, Underwriting copilot
         Portfolio review covers Claims, Retention \"may change letters without asking\"",
    );
    walk.leaves(
        "initiative Churn model (live)
         factor customer trust
         factor Discounts given (want down)
         initiative Letter drafter (fading)
         forum Portfolio review
         Churn model -> customer trust : -
         Letter drafter -> customer trust : -
         Portfolio review -> Claims : covers
         Portfolio review -> Retention : covers
         Severity scores -> Underwriting copilot : feeds +
         no longer initiative Churn model (pilot)
         no longer factor Discounts given
         no longer initiative Letter drafter (pilot)",
        "answered Reply assistant: starved
         voted Letter drafter and Reply assistant: Customer history and Letter templates | one job 2, two on purpose 1, a race 1
         answered pri calls it by friday
         voted Pulling apart: Discounts given | proceed 1, guard 2, wait 1, stop 0
         decided Churn model | guard | no discount below what the copilot quotes | before - | by -
         answered nobody has asked for it
         ranked stop, feed, join up | Letter drafter, Claims triage, Underwriting copilot",
    ).reaches_its_goals();
}

#[test]
fn somebody_alone_puts_their_own_in_order() {
    let mut walk = Walk::after(BEFORE, Mode::Solo, "folio");
    walk.through(
        "# Which you would miss
         live => Churn model is live
         fading, nobody has asked me since March => Claims triage is fading \"nobody has asked me since March\"
         don't know => Letter drafter: don't know
         # One job or a race
         Tom and Mei => ? Tom and Mei: are Letter drafter and Reply assistant one job or a race
         # Which way you want it
         down => want Discounts given down
         # What would carry it
         show Gus the scores by friday
            => do show Gus the scores due friday
         # Your month
         Claims triage, Letter drafter -> less time for coaching
         # In order
         2 1 3 4 5 => rank In order: Claims triage, Churn model, Letter drafter, Reply assistant, Underwriting copilot",
    );
    walk.leaves(
        "initiative Churn model (live)
         initiative Claims triage (fading)
         factor Discounts given (want down)
         factor time for coaching
         Claims triage -> time for coaching : -
         Letter drafter -> time for coaching : -
         no longer initiative Churn model (pilot)
         no longer initiative Claims triage (pilot)
         no longer factor Discounts given",
        "answered Letter drafter: don't know
         asked Tom and Mei: are Letter drafter and Reply assistant one job or a race
         promised show Gus the scores | me | 2026-11-27 | -
         ranked In order | Claims triage, Churn model, Letter drafter, Reply assistant, Underwriting copilot",
    )
    .reaches_its_goals();
}

#[test]
fn numbers_that_fill_no_place_get_a_sentence() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "folio");
    for _ in 0..5 {
        walk.on_to_the_next();
    }
    for wrong in ["5 1", "1 1 2", "7 1 2"] {
        walk.types(wrong);
        assert_eq!(walk.doubts(), ["give each place one number from the list, none twice"], "{wrong}");
        walk.says("");
    }
}

#[test]
fn where_no_two_share_anything_something_else_is_asked() {
    let mut walk = Walk::after("Claims owns !Claims triage", Mode::Live, "folio");
    walk.on_to_the_next();
    assert!(walk.prompt().starts_with("No two changes share anything"), "{}", walk.prompt());
    walk.on_to_the_next().through("stop => (a sentence)");
}
