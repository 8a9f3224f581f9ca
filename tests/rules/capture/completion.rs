//! Completion: what the name under the cursor may become.

use adjacent::capture::complete;

const LABELS: [&str; 12] = [
    "Claims triage",
    "Claims backlog",
    "Claims errors",
    "Claims cycle time",
    "Claims handlers",
    "Claims",
    "Complaint reasons",
    "Customer history",
    "Service bot",
    "Faster, fairer claims",
    "What the team needs now",
    "客户信任",
];

fn offered(line: &str) -> Vec<String> {
    let found = complete(line, line.len(), LABELS, &|_| false);
    found.map(|found| found.candidates.into_iter().map(|candidate| candidate.insert).collect()).unwrap_or_default()
}

/// The line after the first candidate was taken.
fn completed(line: &str) -> Option<String> {
    let found = complete(line, line.len(), LABELS, &|_| false)?;
    Some(format!("{}{}", &line[..found.start], found.candidates.first()?.insert))
}

#[test]
fn two_letters_are_enough_and_one_is_not() {
    assert_eq!(offered("s"), Vec::<String>::new());
    assert_eq!(offered("se").first().map(String::as_str), Some("Service bot"));
    assert_eq!(offered("客").first().map(String::as_str), Some("客户信任"));
}

#[test]
fn what_stands_before_the_fragment_is_never_touched() {
    for (line, expected) in [
        ("tom> ser", "tom> Service bot"),
        ("Bot->ser", "Bot->Service bot"),
        ("A, B -> ~cust", "A, B -> ~Customer history"),
        ("Churn model needs comp", "Churn model needs Complaint reasons"),
        ("bot -> less  claims cy", "bot -> less  Claims cycle time"),
        ("say @Claims ha", "say @Claims handlers"),
        ("do it re serv", "do it re Service bot"),
    ] {
        assert_eq!(completed(line).as_deref(), Some(expected), "{line}");
    }
}

#[test]
fn names_that_begin_so_come_first_and_at_most_five_are_offered() {
    let offered = offered("A -> cl");
    assert_eq!(offered.len(), 5);
    assert!(offered.iter().all(|label| label.starts_with("Claims")), "{offered:?}");
    assert_eq!(offered.first().map(String::as_str), Some("Claims"));
    let found = complete("cla", 3, ["A claim", "Claims backlog"], &|_| false).unwrap();
    assert_eq!(found.candidates[0].label, "Claims backlog");
}

#[test]
fn letters_may_be_left_out() {
    assert_eq!(offered("A -> cmplr").first().map(String::as_str), Some("Complaint reasons"));
    assert_eq!(offered("A -> bot").first().map(String::as_str), Some("Service bot"));
}

#[test]
fn a_name_that_would_be_torn_comes_in_brackets() {
    assert_eq!(completed("A -> fast").as_deref(), Some("A -> [Faster, fairer claims]"));
    assert_eq!(completed("A -> [fast").as_deref(), Some("A -> [Faster, fairer claims]"));
    assert_eq!(completed("A -> what").as_deref(), Some("A -> [What the team needs now]"));
}

#[test]
fn free_text_a_tail_and_a_finished_name_are_left_alone() {
    for line in ["park cl", "? who cl", "A -> B : cl", "say @X: cl", "A -> Service bot", "A -> zzqq"] {
        assert_eq!(offered(line), Vec::<String>::new(), "{line}");
    }
}

#[test]
fn the_order_does_not_depend_on_the_order_of_the_names() {
    let mut turned = LABELS;
    turned.reverse();
    let line = "A -> cl";
    assert_eq!(complete(line, line.len(), LABELS, &|_| false), complete(line, line.len(), turned, &|_| false));
}

#[test]
fn the_cursor_may_stand_anywhere_even_where_it_cannot() {
    let line = "ser -> 客户 [x";
    for cursor in 0..=line.len() + 3 {
        let found = complete(line, cursor, LABELS, &|_| false);
        assert!(found.is_none_or(|found| found.start <= cursor));
    }
    assert!(complete(line, 3, LABELS, &|_| false).is_some());
}

#[test]
fn an_exact_name_comes_first_then_what_was_said_in_this_session() {
    let labels = ["Drive", "Drive insights", "Test drive", "Robotic drivers", "Drivers"];
    let found = complete("drive", 5, labels, &|label| label == "Test drive").unwrap();
    let names: Vec<_> = found.candidates.iter().map(|candidate| candidate.label.as_str()).collect();
    assert_eq!(names[..2], ["Drive", "Test drive"]);
    assert_eq!(names[2..].len(), 3);
}

#[test]
fn names_said_here_come_first_and_no_more_are_looked_up_than_that_takes() {
    let labels: Vec<String> = (0..1_000).map(|number| format!("Queue {number}")).collect();
    let looked_up = std::cell::Cell::new(0);
    let said_here = |label: &str| {
        looked_up.set(looked_up.get() + 1);
        label.ends_with('7')
    };
    let found = complete("que", 3, labels.iter().map(String::as_str), &said_here).unwrap();
    let names: Vec<&str> = found.candidates.iter().map(|candidate| candidate.label.as_str()).collect();
    assert_eq!(names, ["Queue 7", "Queue 17", "Queue 27", "Queue 37", "Queue 47"]);
    assert!(looked_up.get() < 100, "{} names were looked up", looked_up.get());
}
