//! From what people say to one arrow: agreement, dissent, and what it rests on.

use adjacent::graph::Graph;
use adjacent::record::{Basis, Delay, Exposure, Position, Relation, Sign, Strength};

use crate::graph_rules::tale::{Tale, arrow, arrows, graph, graph_of};

const BOT: &str = "Bot -> Trust";

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

fn set_aside(graph: &Graph) -> usize {
    graph.set_aside().count()
}

#[test]
fn one_against_one_has_no_sign_and_stays_on_the_map() {
    let graph = graph_of(Tale::new().claims("sam", BOT, "+ seen").claims("mei", BOT, "-"));
    let arrow = arrow(&graph, BOT);
    assert_eq!((arrow.sign, arrow.is_disputed()), (Sign::Unknown, true));
    assert!(near(arrow.tally.agreement(), 0.5));
    assert!(near(arrow.confidence, 0.95));
}

#[test]
fn three_of_four_are_enough_and_the_fourth_does_not_count_among_those_it_rests_on() {
    let tale = Tale::new().claims("a", BOT, "-").claims("b", BOT, "- 7d").claims("c", BOT, "-");
    let graph = graph_of(tale.claims("d", BOT, "+++ 91d seen"));
    let arrow = arrow(&graph, BOT);
    assert_eq!((arrow.sign, arrow.is_disputed()), (Sign::Minus, false));
    assert!(near(arrow.tally.agreement(), 0.75));
    assert_eq!(arrow.supporters, 3);
    assert_eq!((arrow.strength, arrow.delay), (Strength::Some, Some(Delay::Days(7))));
    assert!(near(arrow.confidence, 1.0 - 0.4 * 0.4 * 0.4));
}

#[test]
fn a_second_person_makes_it_surer_and_repeating_oneself_does_not() {
    let once = graph_of(Tale::new().claims("a", BOT, "-"));
    let twice = graph_of(Tale::new().claims("a", BOT, "-").claims("a", BOT, "-"));
    let both = graph_of(Tale::new().claims("a", BOT, "-").claims("b", BOT, "- guess"));
    assert!(near(arrow(&once, BOT).confidence, 0.6));
    assert!(near(arrow(&twice, BOT).confidence, 0.6));
    assert!(near(arrow(&both, BOT).confidence, 1.0 - 0.4 * 0.7));
}

#[test]
fn nothing_is_ever_surer_than_ninety_five_of_a_hundred() {
    let tale = (0..60).fold(Tale::new(), |tale, seat| tale.claims(&format!("p{seat}"), BOT, "- guess"));
    assert!(near(arrow(&graph_of(tale), BOT).confidence, 0.95));
}

#[test]
fn whoever_changes_their_mind_counts_once_with_the_later_word() {
    let graph = graph_of(Tale::new().claims("a", BOT, "+++ 91d seen").claims("a", BOT, "- guess"));
    let arrow = arrow(&graph, BOT);
    assert_eq!(arrow.sign, Sign::Minus);
    assert_eq!((arrow.strength, arrow.delay, arrow.basis), (Strength::Some, None, Basis::Guess));
    assert!(near(arrow.confidence, 0.3));
    assert_eq!(arrow.evidence.len(), 2);
    assert_eq!(graph.counts().claims, 2);
}

#[test]
fn words_without_a_name_are_each_another_person() {
    let graph = graph_of(Tale::new().claims("", BOT, "-").claims("", BOT, "-").claims("", BOT, "+"));
    let arrow = arrow(&graph, BOT);
    assert_eq!((arrow.tally.minus, arrow.tally.plus), (2, 1));
    assert!(arrow.is_disputed());
}

#[test]
fn agreeing_takes_over_sign_strength_and_delay_on_hearsay() {
    let tale = Tale::new().claims("a", BOT, "-- 7d seen").stance("b", Position::Yes, BOT, "-- 7d");
    let arrow_of_both = arrow(&graph_of(tale), BOT);
    assert!(near(arrow_of_both.confidence, 0.95));
    assert_eq!(arrow_of_both.tally.minus, 2);

    let alone = graph_of(Tale::new().stance("b", Position::Yes, BOT, "-- 7d"));
    let arrow = arrow(&alone, BOT);
    assert_eq!((arrow.sign, arrow.strength, arrow.delay), (Sign::Minus, Strength::Clear, Some(Delay::Days(7))));
    assert_eq!(arrow.basis, Basis::Told);
}

#[test]
fn agreeing_alone_is_a_guess() {
    let graph = graph_of(Tale::solo("Claims").stance("me", Position::Yes, BOT, "-"));
    assert_eq!(arrow(&graph, BOT).basis, Basis::Guess);
}

#[test]
fn agreeing_with_oneself_changes_nothing() {
    let graph = graph_of(Tale::new().claims("a", BOT, "- seen").stance("a", Position::Yes, BOT, "-- 91d"));
    let arrow = arrow(&graph, BOT);
    assert_eq!((arrow.basis, arrow.strength, arrow.delay), (Basis::Seen, Strength::Some, None));
}

#[test]
fn agreeing_with_the_other_side_is_a_change_of_mind() {
    let tale = Tale::new().claims("a", BOT, "- seen").claims("b", BOT, "+").stance("a", Position::Yes, BOT, "+");
    let arrow = arrow(&graph_of(tale), BOT);
    assert_eq!((arrow.sign, arrow.tally.plus), (Sign::Plus, 2));
}

#[test]
fn when_no_such_effect_wins_the_arrow_leaves_the_map_and_is_not_forgotten() {
    let tale = Tale::new().claims("a", BOT, "-").stance("b", Position::No, BOT, "-");
    let disputed = arrow(&graph_of(tale), BOT);
    assert!(disputed.is_disputed());
    assert_eq!(disputed.supporters, 1);
    assert!(near(disputed.confidence, 0.6));

    let tale = Tale::new().claims("a", BOT, "-").stance("b", Position::No, BOT, "-");
    let gone = graph_of(tale.claims("c", BOT, "=").stance("d", Position::No, BOT, "-"));
    assert!(arrows(&gone).is_empty());
    let link = gone.set_aside().next().unwrap();
    assert_eq!((link.from.label.as_str(), link.to.label.as_str()), ("Bot", "Trust"));
    assert_eq!((link.arrow.tally.minus, link.arrow.tally.none), (1, 3));
    assert_eq!(gone.counts().things, 2);
}

#[test]
fn whoever_cannot_tell_takes_no_side_and_keeps_what_they_held() {
    let tale = Tale::new().claims("a", BOT, "-").stance("a", Position::Unsure, BOT, "-");
    let kept = arrow(&graph_of(tale.stance("b", Position::Unsure, BOT, "-")), BOT);
    assert_eq!((kept.sign, kept.tally.minus, kept.tally.unsure), (Sign::Minus, 1, 2));
    assert!(near(kept.tally.agreement(), 1.0));

    let tale = Tale::new().claims("a", BOT, "-").stance("a", Position::Unsure, BOT, "-");
    let sure_again = arrow(&graph_of(tale.stance("a", Position::Yes, BOT, "-")), BOT);
    assert_eq!((sure_again.tally.minus, sure_again.tally.unsure), (1, 0));

    let nobody = graph_of(Tale::new().stance("b", Position::Unsure, BOT, "-"));
    assert_eq!((arrows(&nobody).len(), set_aside(&nobody)), (0, 1));
}

#[test]
fn a_claim_without_a_sign_supports_an_arrow_only_while_nobody_knows_which_direction() {
    let open = arrow(&graph_of(Tale::new().claims("a", BOT, "seen")), BOT);
    assert_eq!((open.sign, open.supporters, open.is_disputed()), (Sign::Unknown, 1, false));
    assert!(near(open.tally.agreement(), 1.0));

    let known = arrow(&graph_of(Tale::new().claims("a", BOT, "seen 91d").claims("b", BOT, "+ guess")), BOT);
    assert_eq!((known.sign, known.supporters, known.delay), (Sign::Plus, 1, None));
    assert!(near(known.confidence, 0.3));
}

#[test]
fn where_more_and_less_mean_nothing_people_agree_on_whether_it_is_so() {
    let needs = "Bot -> Templates";
    let tale = |noes: usize| {
        let tale = Tale::new().claims("a", needs, "needs +++");
        (0..noes).fold(tale, |tale, seat| tale.stance(&format!("n{seat}"), Position::No, needs, "needs"))
    };
    let agreed = arrow(&graph_of(tale(0)), needs);
    assert_eq!((agreed.sign, agreed.strength, agreed.is_disputed()), (Sign::Unknown, Strength::Dominant, false));
    let disputed = arrow(&graph_of(tale(1)), needs);
    assert_eq!((disputed.sign, disputed.is_disputed()), (Sign::Unknown, true));
    assert_eq!(arrows(&graph_of(tale(2))).len(), 1);
    assert_eq!(arrows(&graph_of(tale(3))).len(), 0);
}

#[test]
fn relations_between_the_same_two_things_are_arrows_of_their_own() {
    let graph = graph_of(Tale::new().claims("a", BOT, "aims +").claims("b", BOT, "affects -"));
    let relations: Vec<Relation> = graph.links().map(|link| link.arrow.relation).collect();
    assert_eq!(relations, [Relation::Affects, Relation::Aims]);
}

#[test]
fn later_counts_as_a_quarter() {
    for (tail, delay) in [("- 89d", Delay::Later), ("- 90d", Delay::Later), ("- 91d", Delay::Days(91))] {
        let graph = graph_of(Tale::new().claims("a", BOT, "- later").claims("b", BOT, tail));
        assert_eq!(arrow(&graph, BOT).delay, Some(delay), "{tail}");
    }
}

#[test]
fn an_imagined_voice_never_counts_and_stays_in_evidence() {
    let graph = graph_of(Tale::new().claims("a", BOT, "-").claims("rival", BOT, "+ seen imagined"));
    let arrow = arrow(&graph, BOT);
    assert_eq!((arrow.sign, arrow.tally.plus, arrow.supporters), (Sign::Minus, 0, 1));
    assert!(arrow.evidence[1].imagined);

    let alone = graph_of(Tale::new().claims("rival", BOT, "+ imagined"));
    assert_eq!((arrows(&alone).len(), set_aside(&alone)), (0, 1));
}

#[test]
fn what_was_taken_back_is_gone_with_the_things_it_named() {
    let graph = graph_of(Tale::new().claims("a", BOT, "-").claims("a", "Bot -> Fatigue", "+").undone());
    assert_eq!(arrows(&graph), [BOT]);
    let counts = graph.counts();
    assert_eq!((counts.lines, counts.things, counts.claims), (2, 2, 1));
}

#[test]
fn what_is_for_the_facilitator_alone_never_reaches_the_map() {
    let graph = graph_of(Tale::new().claims("a", BOT, "-").exposed(Exposure::Private));
    assert_eq!(graph.things().count(), 0);
}

#[test]
fn what_was_said_without_a_name_counts_and_never_shows_its_speaker() {
    let tale = Tale::new().claims("a", BOT, "-").claims("b", BOT, "-").exposed(Exposure::Anonymous);
    let arrow = arrow(&graph_of(tale), BOT);
    assert_eq!(arrow.tally.minus, 2);
    let speakers: Vec<_> = arrow.evidence.iter().map(|said| said.speaker.as_deref()).collect();
    assert_eq!(speakers, [Some("a"), None]);
}

#[test]
fn evidence_says_where_to_find_it() {
    let first = Tale::on_day(10, "first").seat("a", None, None).claims("a", BOT, "- seen").told();
    let second = Tale::on_day(11, "second").stance("b", Position::No, BOT, "-").told();
    let evidence = arrow(&graph(&[second, first]), BOT).evidence;
    let places: Vec<_> = evidence.iter().map(|said| (said.session.as_ref(), said.seq, said.at.as_millis())).collect();
    assert_eq!(places, [("first", 2, 120_000), ("second", 1, 60_000)]);
    assert_eq!(evidence[0].basis, Some(Basis::Seen));
    assert_eq!(evidence[1].said, Some(Sign::NoEffect));
}

#[test]
fn a_claim_is_stale_when_nobody_said_it_again_for_180_days() {
    let ledger = crate::graph_rules::tale::ledger(&[Tale::new().claims("a", BOT, "-").told()]);
    let stale = |day: &str| arrow(&ledger.graph(Some(day.parse().unwrap())), BOT).stale;
    assert!(!stale("2027-05-19T09:01:00Z"));
    assert!(stale("2027-05-19T09:01:01Z"));
    assert!(!arrow(&ledger.graph(None), BOT).stale);

    let renewed = Tale::new().claims("a", BOT, "-").wait_days(100).stance("a", Position::Yes, BOT, "-").told();
    let renewed = crate::graph_rules::tale::ledger(&[renewed]).graph(Some("2027-05-20T09:01:00Z".parse().unwrap()));
    assert!(!arrow(&renewed, BOT).stale);
}
