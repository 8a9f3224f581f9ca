use crate::findings::sees;
use crate::talk::Talk;

#[test]
fn the_deeper_a_kind_goes_the_more_it_weighs() {
    for (thing, expected) in [
        ("~x", "x 8"),
        ("$x", "x 17"),
        ("/x", "x 25"),
        ("!x", "x 25"),
        ("^x", "x 67"),
        ("#x", "x 75"),
        ("*x", "x 83"),
        ("&x", "x 92"),
    ] {
        assert_eq!(sees("leverage", &format!("{thing} -> trust : +\nwant trust up")), [expected], "{thing}");
    }
    assert_eq!(sees("leverage", "@x -> trust : +\nwant trust up"), [""; 0], "a party is not for changing");
}

#[test]
fn the_smallest_change_and_it_is_none() {
    for (change, lines) in [
        ("nobody wants it", "!x -> trust : +"),
        ("it should stay", "!x -> trust : +\nwant trust steady"),
        ("a sign is open", "!x -> trust : ?\nwant trust up"),
        ("what is meant is not what happens", "!x aims trust : +\nwant trust up"),
        ("hardly anything arrives", "!x -> a -> b -> c -> d -> trust : +\nwant trust up"),
    ] {
        assert!(!sees("leverage", lines).iter().any(|seen| seen.starts_with("x ")), "{change}");
    }
}

#[test]
fn it_reaches_each_wanted_factor_by_the_strongest_way_and_never_itself() {
    let reaching = |lines: &str| sees("leverage", &format!("!y -> z : +++\nwant z down\n{lines}"));
    for (lines, expected) in [
        ("!x -> a : +\nwant a up", "x 14"),
        ("!x -> a : +\nwant a up\n!x -> b : +\nb -> a : +++", "x 14"),
        ("!x -> a : +\nwant a up\n!x -> b : +++\nb -> a : +++", "x 23"),
        ("!x -> a : +\nwant a up\na -> !x : +", "x 14"),
        ("!x -> a : +++\nwant a up\na -> b : +\nwant b up", "x 25"),
    ] {
        assert!(reaching(lines).contains(&expected.to_owned()), "{lines}: {:?}", reaching(lines));
    }
    assert!(reaching("@p -> a : +++\nwant a up\n@p -> z : +++").contains(&"y 13".to_owned()), "next to a party");
}

#[test]
fn effects_are_followed_along_six_arrows() {
    let far = "!x -> a -> b -> c -> d -> e -> trust : +++\nwant trust up";
    assert!(sees("leverage", far).contains(&"x 15".to_owned()), "{:?}", sees("leverage", far));
    let further = far.replace("e -> trust", "e -> f -> trust");
    assert!(!sees("leverage", &further).iter().any(|seen| seen.starts_with("x ")));
}

#[test]
fn six_are_listed_and_among_equals_the_first() {
    let lines: Vec<String> = ["g", "b", "f", "d", "c", "a", "e"].map(|name| format!("!{name} -> trust : +")).to_vec();
    let lines = format!("want trust up\n{}", lines.join("\n"));
    assert_eq!(sees("leverage", &lines), ["a 25", "b 25", "c 25", "d 25", "e 25", "f 25"]);
}

#[test]
fn what_it_touches_is_said_with_the_two_it_touches_most() {
    let mut talk = Talk::among(&[]);
    talk.says("^Bonus -> time : rewards -\ntime -> calls : +\ntime -> trust : +++");
    let said = |talk: &Talk| talk.finding("leverage", &["Bonus"]).map(|finding| (finding.says, finding.ask));
    assert_eq!(said(&talk), None);
    talk.says("want trust up");
    let (says, ask) = said(&talk).unwrap();
    assert_eq!(says, "Bonus is a rule; changing it touches trust, which we care about.");
    let smallest = "What is the smallest change to Bonus that we could make within two weeks, and take back?";
    assert_eq!(ask, format!("{smallest} Would trust show it?"));
    talk.says("want calls down\nwant time up");
    let (says, ask) = said(&talk).unwrap();
    assert_eq!(says, "Bonus is a rule; changing it touches 3 things we care about, among them time and trust.");
    assert_eq!(ask, format!("{smallest} Which of time and trust would show it?"));
}

#[test]
fn arrows_in_loops_news_and_missing_supply_are_listed_beside() {
    for (lines, expected) in [
        ("a -> b : +\nb -> a : +\nb -> trust : +", ["edge a/b 50", "edge b/a 25"].as_slice()),
        ("a -> b : +\nb -> a : -\nb -> trust : +", &["edge a/b 42", "edge b/a 21"]),
        ("a -> b : + 1m\nb -> a : +\nb -> trust : +", &["edge a/b 33", "edge b/a 25"]),
        ("~calls -> !Bot : +\n!Bot -> trust : +", &["edge calls/bot 58"]),
        ("~calls -> ~bot : +\nbot -> trust : +", &[]),
        ("!Bot needs $history\n!Bot -> trust : +", &["edge bot/history 58"]),
        ("!Bot needs $history\n!Bot -> trust : +\n@Data owns history", &[]),
        ("!Bot needs $history\n!Bot -> trust : +\n/Match feeds history", &[]),
    ] {
        let found = sees("leverage", &format!("want trust up\n{lines}"));
        let edges: Vec<&String> = found.iter().filter(|seen| seen.starts_with("edge")).collect();
        assert_eq!(edges, expected, "{lines}");
    }
}

#[test]
fn a_forum_takes_what_crosses_where_it_meets() {
    let forum = |people: &[(&str, &str)], says: &str| {
        let mut talk = Talk::among(people);
        talk.says("want trust up\nwant calls down\n@Claims owns !x\n@Sales owns trust\n#Clinic covers @Claims, @Sales");
        talk.says("!x -> calls : ---").says(says);
        talk.finding("leverage", &["Clinic"]).map(|finding| finding.severity)
    };
    let both = [("ann", "Claims"), ("ben", "Sales")];
    assert_eq!(forum(&both, "ann> x -> trust : +\nben> x -> trust : +"), Some(27));
    assert_eq!(forum(&both, "ann> x -> trust : + 1m\nben> x -> trust : +"), Some(40), "late");
    assert_eq!(forum(&both, "ann> x -> trust : +"), Some(35), "told from one side");
    assert_eq!(forum(&both, "ann> x -> other : +"), None, "nothing crosses");
}

#[test]
fn a_purpose_takes_what_its_changes_reach() {
    let lines = "want trust up\n!x -> trust : +\n!x aims *Fair claims\n!y -> trust : +++\n!y aims trust : +";
    assert!(sees("leverage", lines).contains(&"purpose fair claims 46".to_owned()), "{:?}", sees("leverage", lines));
    let both = format!("{lines}\n!y aims *Fair claims");
    assert!(sees("leverage", &both).contains(&"purpose fair claims 100".to_owned()), "both serve it");
}
