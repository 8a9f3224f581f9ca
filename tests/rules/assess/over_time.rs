use adjacent::assess::Raised::{No, Sometimes, Yes};
use adjacent::assess::{
    Assessment, AssessmentHistory, ChangesSince, FlagTrend, ItemMovement, Versions, history_json, history_markdown,
    history_text,
};
use jiff::civil::Date;

use super::stage::{TODAY, days_ago, instrument, levels, rate, rating};

fn compared(earlier: &Assessment, later: &Assessment) -> ChangesSince {
    let instrument = instrument();
    ChangesSince::between((&instrument, earlier), (&instrument, later))
}

/// S1 answered on a day, with an example of another day.
fn answered(day: Date, digit: u8, example: Option<Date>) -> Assessment {
    let mut assessment = Assessment::begin(1, day);
    assessment.rate("S1", rating(digit)).unwrap();
    if let Some(date) = example {
        assessment.tell("S1", "What happened").unwrap();
        assessment.date("S1", Some(date)).unwrap();
    }
    assessment
}

fn finished(mut assessment: Assessment) -> Assessment {
    assessment.finish();
    assessment
}

#[test]
fn an_item_moved_when_its_anchor_did_and_its_example_is_newer() {
    let then = days_ago(200);
    for (before, now, example, change) in [
        (2, 3, Some(days_ago(100)), ItemMovement::Moved),
        (4, 2, Some(days_ago(100)), ItemMovement::Moved),
        (2, 3, None, ItemMovement::Reworded),
        (2, 3, Some(then), ItemMovement::Reworded),
        (2, 3, Some(days_ago(199)), ItemMovement::Moved),
        (2, 3, Some(days_ago(201)), ItemMovement::Reworded),
        (2, 3, Some(days_ago(-1)), ItemMovement::Reworded),
        (3, 3, Some(days_ago(100)), ItemMovement::Same),
        (3, 3, None, ItemMovement::Same),
    ] {
        let comparison = compared(&answered(then, before, None), &answered(TODAY, now, example));
        assert_eq!(comparison.items[0].change, change, "{before} to {now}, {example:?}");
    }
}

#[test]
fn an_example_older_than_a_year_moves_nothing_though_it_is_newer_than_the_earlier_assessment() {
    let earlier = answered(days_ago(800), 2, None);
    for (days, change) in [(365, ItemMovement::Moved), (366, ItemMovement::Reworded)] {
        let comparison = compared(&earlier, &answered(TODAY, 3, Some(days_ago(days))));
        assert_eq!(comparison.items[0].change, change, "{days}");
    }
}

#[test]
fn an_item_that_was_not_answered_before_is_new_and_one_passed_over_now_is_left_out() {
    let then = Assessment::begin(1, days_ago(200));
    assert_eq!(compared(&then, &answered(TODAY, 5, Some(TODAY))).items[0].change, ItemMovement::New);
    let mut passed = Assessment::begin(1, TODAY);
    passed.pass("S1").unwrap();
    assert!(compared(&answered(days_ago(200), 5, None), &passed).items.is_empty());
}

#[test]
fn red_flags_are_raised_cleared_or_eased() {
    let flagged = |day, raised: Option<_>| {
        let mut assessment = Assessment::begin(1, day);
        if let Some(raised) = raised {
            assessment.flag("TF2", raised).unwrap();
        }
        assessment
    };
    for (before, now, expected) in [
        (Some(No), Some(Yes), (1, 0, 0)),
        (Some(No), Some(Sometimes), (1, 0, 0)),
        (Some(Sometimes), Some(Yes), (1, 0, 0)),
        (None, Some(Yes), (1, 0, 0)),
        (Some(Yes), Some(No), (0, 1, 0)),
        (Some(Sometimes), Some(No), (0, 1, 0)),
        (Some(Yes), Some(Sometimes), (0, 0, 1)),
        (Some(Yes), Some(Yes), (0, 0, 0)),
        (None, Some(No), (0, 0, 0)),
        (Some(Yes), None, (0, 0, 0)),
    ] {
        let comparison = compared(&flagged(days_ago(99), before), &flagged(TODAY, now));
        let count = |trend| comparison.flags_that(trend).count();
        let counts = (count(FlagTrend::Raised), count(FlagTrend::Cleared), count(FlagTrend::Eased));
        assert_eq!(counts, expected, "{before:?} to {now:?}");
    }
}

#[test]
fn nothing_moves_within_thirty_days() {
    for (days, moved) in [(29, 0), (30, 1), (31, 1)] {
        let comparison = compared(&answered(days_ago(days), 2, None), &answered(TODAY, 4, Some(TODAY)));
        assert_eq!((comparison.days(), comparison.moved().count()), (days as i32, moved));
    }
    let history = AssessmentHistory::of(
        &Versions::embedded(),
        &[finished(answered(days_ago(29), 2, None)), finished(answered(TODAY, 4, Some(TODAY)))],
    );
    assert!(history.summary[1].contains("too soon to speak of movement"));
    for text in [history_text(&history), history_markdown(&history)] {
        assert!(!text.contains("moved up"), "{text}");
    }
    assert!(history_json(&history).contains("\"too_soon\": true"));
}

#[test]
fn a_history_is_in_the_order_of_its_days_and_holds_finished_assessments_only() {
    let days = [days_ago(10), days_ago(700), days_ago(300)];
    let mut all: Vec<Assessment> = days.iter().map(|day| finished(answered(*day, 3, None))).collect();
    all.push(answered(TODAY, 5, None));
    let history = AssessmentHistory::of(&Versions::embedded(), &all);
    let order: Vec<Date> = history.results.iter().map(|reading| reading.day).collect();
    assert_eq!(order, [days[1], days[2], days[0]]);
    let comparison = history.comparison.unwrap();
    assert_eq!((comparison.from, comparison.to), (days[2], days[0]));
}

#[test]
fn a_mark_shows_where_a_level_stood_and_what_was_held_back() {
    let mut assessment = levels([3, 5, 1]);
    assessment.flag("TF1", Yes).unwrap();
    assessment.flag("TF2", Yes).unwrap();
    assessment.finish();
    let history = AssessmentHistory::of(&Versions::embedded(), &[assessment]);
    let rungs: Vec<_> = history
        .charts
        .iter()
        .map(|chart| {
            let mark = &chart.marks[0];
            (mark.rung.unwrap().number(), mark.answered.unwrap().number())
        })
        .collect();
    assert_eq!(rungs, [(3, 3), (2, 5), (1, 1)]);
    let teams: Vec<String> =
        history_text(&history).lines().skip_while(|line| *line != "Leading teams").take(7).map(str::to_owned).collect();
    assert_eq!(
        teams,
        ["Leading teams", "  5 |  /", "  4 |  /", "  3 |  /", "  2 |  #", "  1 |  #", "       2026-11-20"]
    );
}

#[test]
fn a_summary_has_at_most_three_sentences_and_red_flags_come_first() {
    let mut then = levels([3, 3, 3]);
    then.flag("TF2", Yes).unwrap();
    let text = then.to_ron().unwrap().replace("2026-11-20", "2026-01-10");
    let then = finished(Assessment::parse(&text).unwrap());
    let mut now = levels([4, 3, 3]);
    now.flag("TF2", No).unwrap();
    now.flag("OF3", Yes).unwrap();
    let history = AssessmentHistory::of(&Versions::embedded(), &[then, finished(now)]);
    assert_eq!(history.summary.len(), 3);
    let [flags, moved, next] = history.summary.as_slice() else { panic!() };
    assert!(
        flags.starts_with("Since 10 January 2026, \"bonuses")
            && flags.contains("is a red flag now, worse than before; \"no written list")
            && !flags.contains(':'),
        "{flags}"
    );
    assert!(
        moved.ends_with("\"Looks two steps out\", \"Goes and finds out\", \"Sees loops, not lines\" and 3 more."),
        "{moved}"
    );
    assert!(next.starts_with("You lead from Systems.") && next.contains("For the next two weeks: "), "{next}");
    assert!(history.summary.iter().all(|said| said.split(". ").all(|one| one.matches(':').count() <= 1)));
}

#[test]
fn one_assessment_alone_is_compared_with_nothing_and_none_says_so() {
    let history = AssessmentHistory::of(&Versions::embedded(), &[finished(levels([3, 3, 3]))]);
    assert!(history.comparison.is_none());
    assert_eq!(history.summary.len(), 2);
    let none = AssessmentHistory::of(&Versions::embedded(), &[]);
    assert!(history_text(&none).starts_with("No assessment was finished yet."));
    assert!(none.summary.is_empty());
}

#[test]
fn more_dates_than_fit_leave_the_earliest_out_and_say_so() {
    let all: Vec<Assessment> = (0..9).map(|at| finished(answered(days_ago(100 * at), 3, None))).collect();
    let text = history_text(&AssessmentHistory::of(&Versions::embedded(), &all));
    assert!(text.contains("3 earlier not drawn here"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
}

#[test]
fn each_item_is_compared_by_its_own_example() {
    let mut later = answered(TODAY, 3, Some(days_ago(5)));
    rate(&mut later, "S2", 3, None);
    let mut earlier = answered(days_ago(200), 2, None);
    rate(&mut earlier, "S2", 2, None);
    let changes: Vec<ItemMovement> = compared(&earlier, &later).items.iter().map(|item| item.change).collect();
    assert_eq!(changes, [ItemMovement::Moved, ItemMovement::Reworded]);
}
