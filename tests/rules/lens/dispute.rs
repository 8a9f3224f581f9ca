use crate::talk::Talk;

/// Two units with two people each.
const PEOPLE: [(&str, &str); 4] = [("mei", "Claims"), ("sam", "Claims"), ("ana", "Claims"), ("tom", "Contact Centre")];

fn sees(lines: &str) -> Vec<String> {
    Talk::among(&PEOPLE).says(lines).sees("dispute")
}

/// The disputes alone.
fn disputes(lines: &str) -> Vec<String> {
    sees(lines).into_iter().filter(|seen| !seen.starts_with("untested") && !seen.starts_with("echo")).collect()
}

#[test]
fn two_who_see_it_opposite_ways_are_a_dispute() {
    assert_eq!(disputes("mei> triage -> load : +\ntom> triage -> load : -"), ["triage/load 60"]);
    for (change, lines) in [
        ("one alone", "mei> triage -> load : +"),
        ("they agree", "mei> triage -> load : +\ntom> triage -> load : +"),
        ("one changed their mind", "mei> triage -> load : +\nmei> triage -> load : -"),
        ("the other cannot tell", "mei> triage -> load : +\ntom> unsure ."),
        ("three of four", "mei> triage -> load : +\nsam> yes .\nana> yes .\ntom> no ."),
        ("the other way round", "mei> triage -> load : +\ntom> load -> triage : -"),
    ] {
        assert_eq!(disputes(lines), [""; 0], "{change}");
    }
}

#[test]
fn the_less_they_agree_the_more_it_weighs() {
    for (lines, severity) in [
        ("mei> triage -> load : +\ntom> no .", 60),
        ("mei> triage -> load : +\nsam> yes .\ntom> no .", 40),
        ("mei> triage -> load : +\nsam> triage -> load : -\ntom> triage -> load : =", 80),
    ] {
        assert_eq!(disputes(lines), [format!("triage/load {severity}")], "{lines}");
    }
}

#[test]
fn any_arrow_may_be_disputed_and_two_things_are_disputed_once() {
    assert_eq!(disputes("mei> !Triage needs letters\ntom> no ."), ["triage/letters 60"]);
    let twice = "mei> Triage -> load : +\ntom> Triage -> load : -\nmei> Triage -> load : aims +\n\
                 sam> Triage -> load : aims -\ntom> Triage -> load : aims =";
    assert_eq!(disputes(twice), ["triage/load 80"], "the one they agree on least");
}

#[test]
fn it_asks_what_each_has_seen_and_names_nobody() {
    let mut talk = Talk::among(&PEOPLE);
    let finding = talk.says("mei> triage -> load : +\ntom> triage -> load : -").finding("dispute", &["triage", "load"]);
    let finding = finding.unwrap();
    assert_eq!(finding.says, "Two people who know this work see triage to load in opposite ways.");
    assert_eq!(finding.ask, "triage to load: what has each of you seen that the other hasn't?");
    assert_eq!(finding.evidence.iter().map(|said| said.seq).collect::<Vec<_>>(), [2, 3]);

    let mut talk = Talk::among(&PEOPLE);
    talk.says("mei> triage -> load : +\nsam> yes .\ntom> no .");
    let finding = talk.finding("dispute", &["triage", "load"]).unwrap();
    assert_eq!(finding.says, "Three people who know this work do not agree whether triage does anything to load.");
    assert!(finding.ask.ends_with("that the others haven't?"), "{}", finding.ask);
}

#[test]
fn what_one_person_alone_has_named_is_untested() {
    assert_eq!(sees("mei> triage -> load : +"), ["untested triage/load 20"]);
    assert_eq!(sees("mei> triage -> load : +\ntom> yes ."), [""; 0], "a second one says so");
    assert_eq!(sees("mei> triage -> load : ?"), [""; 0], "no effect is named");
    assert_eq!(sees("mei> @Claims owns !Triage"), [""; 0], "no effect at all");
    let many = "mei> a1 -> b1 : +\nmei> b1 -> c1 : +\nmei> d1 -> e1 : +\nmei> f1 -> g1 : + guess\nmei> c1 -> h1 : +";
    let most_leads_on = ["untested a1/b1 20", "untested b1/c1 20", "untested f1/g1 20"];
    assert_eq!(sees(many), most_leads_on, "from which most leads on; among the others, what is least sure");
}

#[test]
fn three_of_one_unit_who_say_the_same_are_an_echo() {
    let echo = "mei> triage -> load : +\nsam> yes .\nana> yes .";
    assert_eq!(sees(echo), ["echo triage/load 30"]);
    let finding = Talk::among(&PEOPLE).says(echo).finding("dispute", &["triage", "load"]).unwrap();
    assert_eq!(finding.says, "More triage, more load: three people say so, and only Claims has said so.");
    assert_eq!(sees(&format!("{echo}\ntom> yes .")), [""; 0], "somebody from next door says so too");
    assert_eq!(sees(&format!("{echo}\nyes .")), [""; 0], "so does somebody whose unit nobody knows");
    assert_eq!(sees("mei> triage -> load : +\nsam> yes ."), [""; 0], "two are no echo");
}

#[test]
fn lines_that_name_nobody_are_not_counted_as_people() {
    let mut talk = Talk::among(&PEOPLE);
    talk.says("triage -> load : -\ntriage -> load : - seen\nmei> triage -> load : =");
    let finding = talk.finding("dispute", &["triage", "load"]).unwrap();
    assert_eq!(
        finding.says,
        "One person and two lines that name nobody do not agree whether triage does anything to load."
    );
}
