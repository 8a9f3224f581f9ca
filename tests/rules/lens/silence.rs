use adjacent::lens::Pattern;

use crate::talk::Talk;

/// What is silent, gaps aside.
fn sees(lines: &str) -> Vec<String> {
    silent(Talk::among(&[("mei", "Claims")]).says(lines))
}

fn silent(talk: &Talk) -> Vec<String> {
    talk.sees("silence").into_iter().filter(|seen| !seen.starts_with("gap")).collect()
}

#[test]
fn where_two_things_meet_and_nothing_follows_the_talk_has_stopped() {
    assert_eq!(sees("a1 -> trust : +\nb1 -> trust : -"), ["trust 50"]);
    assert_eq!(
        sees("a1 -> trust : +\nb1 -> trust : ?\n$Letters -> trust : feeds\n^Bonus -> trust : rewards +"),
        ["trust 80"]
    );
    for (change, lines) in [
        ("one cause", "a1 -> trust : +"),
        ("something follows", "a1 -> trust : +\nb1 -> trust : -\ntrust -> calls : ?"),
        ("it is fed on", "a1 -> trust : +\nb1 -> trust : -\ntrust -> /Renewals : feeds"),
        ("somebody found no effect", "a1 -> trust : +\nb1 -> trust : ="),
        ("it is meant, not moved", "a1 -> trust : +\n!Bot -> trust : aims +"),
        ("it is no factor", "a1 -> /Renewals : +\nb1 -> /Renewals : -"),
    ] {
        assert_eq!(sees(lines), [""; 0], "{change}");
    }
}

#[test]
fn who_is_reached_and_was_not_heard_is_silent() {
    assert_eq!(sees("!Bot -> @Customers : +"), ["customers 50"]);
    assert_eq!(sees("!Bot -> @Night desk : feeds"), ["night desk 50"]);
    for (change, lines) in [
        ("somebody is here", "!Bot -> @Claims : +"),
        ("somebody of the unit is here", "@Handlers in @Claims\n!Bot -> @Handlers : +"),
        ("they have a voice", "!Bot -> @Customers : +\nsay @Customers: Who is there? re Bot"),
        ("their unit has a voice", "@Night desk in @Ops\n!Bot -> @Night desk : +\nsay @Ops: Who is there? re Bot"),
        ("nothing reaches them", "!Bot -> @Customers : voices\n@Customers owns trust"),
    ] {
        assert_eq!(sees(lines), [""; 0], "{change}");
    }
}

#[test]
fn what_is_said_is_about_what_was_named_so_far() {
    let mut talk = Talk::among(&[]);
    talk.says("a1 -> trust : +\nb1 -> trust : -\na1 -> @Customers : +");
    let finding = talk.finding("silence", &["trust"]).unwrap();
    assert_eq!(finding.says, "Two effects meet in trust, and nobody here has said what happens then.");
    assert_eq!(finding.ask, "And when trust moves, what happens then, and whose problem does it become?");
    assert_eq!(finding.evidence.iter().map(|said| said.seq).collect::<Vec<_>>(), [2, 3]);
    let finding = talk.finding("silence", &["Customers"]).unwrap();
    assert_eq!(finding.ask, "What would Customers say, sitting there?");
    assert_eq!(finding.evidence.iter().map(|said| said.seq).collect::<Vec<_>>(), [4]);
}

#[test]
fn the_three_widest_gaps_are_listed_and_none_about_what_was_told() {
    let mut talk = Talk::among(&[]);
    talk.says("a1 -> trust : +\nb1 -> trust : -\na1 -> b1 : +\nb1 -> c1 : +\nc1 -> a1 : +");
    let gaps: Vec<_> = talk.findings().into_iter().filter(|finding| finding.pattern == Some(Pattern::Gap)).collect();
    let told: Vec<_> = gaps.iter().map(|gap| (gap.about[0].as_str(), gap.about.len(), gap.severity)).collect();
    // Of a1, b1 and c1 nobody says which way is good and who looks after it, and one arrow leads into each.
    assert_eq!(told, [("a1", 1, 4), ("b1", 1, 4), ("c1", 1, 4)]);
    assert_eq!(gaps[0].says, "Of a1, nobody here has named yet which way is good or who looks after it.");
    assert_eq!(gaps[0].ask, "Do we want more or less of a1? Everybody?");
}

#[test]
fn each_kind_of_thing_lacks_what_its_kind_usually_has() {
    let lacking = |lines: &str, about: &[&str]| {
        let mut talk = Talk::among(&[("mei", "Claims")]);
        let finding = talk.says(lines).finding("silence", about);
        finding.map(|finding| finding.says.split_once("named yet ").unwrap().1.to_owned()).unwrap_or_default()
    };
    for (lines, about, missing) in [
        (
            "!Bot",
            "Bot",
            "who answers for it, how far along it is, what it lives on, what it is for, what it changes or who feels it.",
        ),
        (
            "!Bot -> @Ops : voices",
            "Bot",
            "who answers for it, how far along it is, what it lives on, what it is for, what it changes or how it should \
             behave.",
        ),
        (
            "!Bot (live)\n@Claims owns Bot\nBot -> $Letters : needs\nBot -> Letters : feeds",
            "Bot",
            "what it is for or who feels it.",
        ),
        ("~Trust", "Trust", "which way is good, what moves it, what follows from it or who looks after it."),
        ("$Letters", "Letters", "who supplies it, who uses it or who answers for it."),
        ("^Bonus", "Bonus", "whom it applies to, what it pays for or what follows from it."),
        ("#Clinic covers @Claims", "Clinic", "who meets there."),
        ("*Fairer claims", "Fairer claims", "which change serves it or who gains by it."),
        ("&Who checks it", "Who checks it", "who says it, what it is about or who has answered it."),
        (
            "@Ops",
            "Ops",
            "what they answer for, what they are praised for, what they say themselves or who here speaks for them.",
        ),
        ("@Customers (outside)", "Customers", "what they say themselves or who here speaks for them."),
        ("/Renewals", "Renewals", ""),
    ] {
        assert_eq!(lacking(lines, &[about]), missing, "{lines}");
    }
    let crossing = "@Claims owns a1\n@Ops owns b1\nwant a1 up\nwant b1 up\na1 -> b1 : ?\nc1 -> a1 : + 1w";
    assert_eq!(
        lacking(crossing, &["a1", "b1"]),
        "which way it pushes, how long it takes or whether the other side sees it so."
    );
}
