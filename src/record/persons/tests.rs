use super::*;
use crate::record::{Fact, Header, Mode, Names, Person, SeatTag, Session, SessionKind};

const NINE: [(&str, &str); 9] = [
    ("Mark", "Ops"),
    ("Will", "Claims"),
    ("Rose", "Sales"),
    ("Art", "Design"),
    ("Jo", "Legal"),
    ("Bo", "Data"),
    ("Faith", "Risk"),
    ("May", "Finance"),
    ("Bill", "Billing"),
];

fn persons(people: &[(&str, &str)]) -> Persons {
    let listed: Vec<(Person, &str)> = people
        .iter()
        .enumerate()
        .map(|(at, (name, party))| {
            let party = (!party.is_empty()).then(|| (*party).to_owned());
            (Person { tag: format!("p{at}").into(), party, ..Person::default() }, *name)
        })
        .collect();
    Persons::listed(listed.iter().map(|(person, name)| (person, *name)))
}

fn header() -> Header {
    Header {
        id: "t".into(),
        title: "T".into(),
        opened: jiff::Timestamp::UNIX_EPOCH,
        kind: SessionKind::Workshop,
        private: false,
        exact_names: true,
        zone: crate::record::Zone::UTC,
    }
}

#[test]
fn an_ordinary_word_is_never_changed() {
    let nine = persons(&NINE);
    for line in [
        "mark my words",
        "Mark my words, calls rose",
        "calls rose in may",
        "Will this work?",
        "will it?",
        "the bill will rise in May",
        "state of the art",
        "State Of The Art",
        "faith in the bot",
        "Faith in the bot is low",
        "May we start?",
        "may be late",
        "it may well be",
        "this may go on until May 2027",
        "by May the bill is paid",
        "due by May",
        "from April to May",
        "Bill the client",
        "the Bill is due",
        "a leap of faith",
        "bot -> bill shock",
        "Bot -> Bill shock",
        "Art direction -> less time",
        "Rose to 40 percent",
        "Rose garden needs water",
        "the phone bill says 40 euros",
        "the bill says 40 euros",
        "the mark's edge",
        "they will say that it may not",
        "seen mark my words",
        "what will it change?",
        "more of the same, and it will rise",
        "WILL THIS WORK IN MAY?",
        "ask will it help",
        "handle time rose by half",
        "the art says nothing",
    ] {
        assert_eq!(nine.without_names(line), line);
    }
}

#[test]
fn somebody_whose_name_is_a_word_is_recognised_where_a_line_reads_it_as_somebody() {
    let nine = persons(&NINE);
    for (line, shown) in [
        ("Mark says it breaks", "Ops says it breaks"),
        ("then Mark takes over", "then Ops takes over"),
        ("ask Rose about the bill", "ask Sales about the bill"),
        ("Will will send the bill", "Claims will send the bill"),
        ("we heard from Faith", "we heard from Risk"),
        ("promised by May", "promised by Finance"),
        ("May says it may rain in May", "Finance says it may rain in May"),
        ("Bill thinks the bill rose", "Billing thinks the bill rose"),
        ("it is Bill's turn", "it is Billing's turn"),
        ("Jo and Bo agree", "Legal and Data agree"),
        ("jo says so, bo does not", "Legal says so, Data does not"),
        ("Mark: more calls", "Ops: more calls"),
        ("say mark: more calls", "say Ops: more calls"),
        ("@Mark owns bot", "@Ops owns bot"),
        ("mark says more calls", "Ops says more calls"),
        ("and bill thinks so too", "and Billing thinks so too"),
        ("owned by art", "owned by Design"),
        ("do call them : will due fri", "do call them : Claims due fri"),
        ("will will send it by fri", "Claims will send it by fri"),
        ("Mark and Rose want less", "Ops and Sales want less"),
        ("Art, Will and Faith asked", "Design, Claims and Risk asked"),
        ("thanks, Mark", "thanks, Ops"),
        ("\"it hurts\" said Will", "\"it hurts\" said Claims"),
    ] {
        assert_eq!(nine.without_names(line), shown, "{line}");
    }
}

#[test]
fn a_name_that_is_no_word_is_recognised_in_any_case_length_and_form() {
    let people = persons(&[
        ("Kasia Nowak, claims lead", "Claims"),
        ("Jo", "Legal"),
        ("Li Wei", "Wards"),
        ("Élise van Dam", "Sales"),
        ("Łukasz Żak", "Ops"),
        ("Jörg", ""),
        ("明美", "Support"),
        ("Anna Ivers", "Risk"),
    ]);
    for (line, shown) in [
        ("kasia says its the rain", "Claims says its the rain"),
        ("KASIA NOWAK and nowak", "Claims and Claims"),
        ("Kasia's rain, kasias rain", "Claims' rain, Claims' rain"),
        ("jo never warns", "Legal never warns"),
        ("joking about jobs", "joking about jobs"),
        ("li wei, Li-Wei", "Wards, Wards"),
        ("elise and Elise VAN DAM", "Sales and Sales"),
        ("lukasz; Zak", "Ops; Ops"),
        ("joerg or jorg", "somebody or somebody"),
        ("明美さんが言った", "Supportさんが言った"),
        ("KN agrees, K.N. too", "Claims agrees, Claims. too"),
        ("kn is no word", "kn is no word"),
        ("AI is here", "AI is here"),
        ("\"kasia did it\"", "\"Claims did it\""),
        ("bot -> kasia", "bot -> Claims"),
        ("? Kasia\u{ff53} rain is bad", "? Claims' rain is bad"),
        ("Kasia\u{17f} rain is bad, says jo", "Claims' rain is bad, says Legal"),
        ("KASIA'S RAIN, KASIAS RAIN", "Claims' RAIN, Claims' RAIN"),
    ] {
        assert_eq!(people.without_names(line), shown, "{line}");
    }
}

#[test]
fn two_of_one_name_are_somebody_and_a_unit_called_like_its_member_names_nobody() {
    let people = persons(&[("Sam Reed", "Claims"), ("Sam Hill", "Risk"), ("Priya", "Priya's team")]);
    assert_eq!(people.without_names("sam says so, priya not"), "somebody says so, somebody not");
    assert_eq!(people.named_in("sam")[0].seat, None);
}

#[test]
fn of_an_address_only_the_whole_is_a_name() {
    let persons = persons(&[("info@example.org", "Ops")]);
    assert_eq!(persons.without_names("ask info@example.org first"), "ask Ops first");
    assert_eq!(persons.without_names("the info is an example"), "the info is an example");
}

#[test]
fn the_words_of_a_role_that_was_listed_for_a_name_stay_words() {
    let people = persons(&[("Claims lead", "Claims"), ("Nurse 3", "Wards")]);
    for line in ["claims rose by 3", "the claims lead", "a nurse asks", "bot -> claims"] {
        assert_eq!(people.without_names(line), line);
    }
}

#[test]
fn a_tag_is_somebody_only_where_it_can_be_nobody_else() {
    let seats = ["mark", "a", "b"].map(SeatTag::from);
    let units = ["Ops", "Claims", "Sales"].map(Some);
    let tags = Persons::by_tag(&seats.iter().zip(units).collect::<Vec<_>>());
    for line in ["seen mark my words", "a bot is a bot", "<b>bold</b>", "mark my words", "Mark"] {
        assert_eq!(tags.without_names(line), line);
    }
    assert_eq!(tags.without_names("mark says so"), "Ops says so");
    assert_eq!(tags.without_names("do ring them : a"), "do ring them : Claims");
}

#[test]
fn a_name_that_is_a_small_word_is_somebody_where_the_word_cannot_stand() {
    let small = persons(&[
        ("Al Green", "Claims"),
        ("Di", "Risk"),
        ("An Nguyen", "Sales"),
        ("My Tran", "Ops"),
        ("So Park", "Data"),
        ("Can Yilmaz", "Legal"),
        ("Do Kim", "Wards"),
        ("Van Hill", "Design"),
        ("Nguyen Le", "Finance"),
        ("Juan de la Cruz", "Billing"),
    ]);
    for (line, shown) in [
        ("Al says the rain is bad", "Claims says the rain is bad"),
        ("al never warns, di does", "Claims never warns, Risk does"),
        ("An says no", "Sales says no"),
        ("an says no", "Sales says no"),
        ("An's rain", "Sales' rain"),
        ("it rains, says An", "it rains, says Sales"),
        ("ask My about it", "ask Ops about it"),
        ("ask So about it", "ask Data about it"),
        ("@so owns bot", "@Data owns bot"),
        ("do call them : my due fri", "do call them : Ops due fri"),
        ("then Can takes over", "then Legal takes over"),
        ("ask Do about it", "ask Wards about it"),
        ("van says no", "Design says no"),
        ("Le says no", "Finance says no"),
        ("an nguyen and My Tran", "Sales and Ops"),
    ] {
        assert_eq!(small.without_names(line), shown, "{line}");
    }
    for line in [
        "so says the boss",
        "So is the bot",
        "So: we stop",
        "an answer, my answer, so what",
        "My bot can do it",
        "An agent says no",
        "can it do that?",
        "Can we do it?",
        "do checks : Claims",
        "ask my boss, ask so often",
        "the van is late",
        "cafe de la gare",
        "Warm Up -> So What",
        "what comes up says a lot",
        "i can and so can they",
    ] {
        assert_eq!(small.without_names(line), line);
    }
}

#[test]
fn a_name_in_two_writings_is_recognised_as_whole_words_and_the_longer_of_two_names_is_meant() {
    let mixed =
        persons(&[("\u{674e} Wei", "Claims"), ("Wei Chen", "Sales"), ("\u{5c71}\u{7530} \u{592a}\u{90ce}", "Ops")]);
    for (line, shown) in [
        ("Weird answers", "Weird answers"),
        ("Wei Chen says no", "Sales says no"),
        ("wei says no", "somebody says no"),
        ("\u{674e} wei says no, \u{674e}Wei too", "Claims says no, Claims too"),
        ("\u{5c71}\u{7530}\u{592a}\u{90ce}\u{3055}\u{3093}", "Ops\u{3055}\u{3093}"),
        ("\u{5c71}\u{7530} \u{592a}\u{90ce}\u{3055}\u{3093}", "Ops\u{3055}\u{3093}"),
    ] {
        assert_eq!(mixed.without_names(line), shown, "{line}");
    }
}

#[test]
fn what_is_typed_for_somebody_is_read_as_their_name() {
    let listed = Person { tag: "claims1".into(), party: Some("Claims".into()), ..Person::default() };
    let opened = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: Vec::new(), people: vec![listed] };
    let opening = crate::record::Event { seq: 1, facts: vec![opened], ..Default::default() };
    let said = crate::record::Event {
        seq: 2,
        speaker: Some("seat1".into()),
        said: Some("eva says it rains".into()),
        facts: vec![
            Fact::Parked { text: "eva says it rains".into() },
            Fact::Committed { text: "call".into(), who: Some("eva".into()), due: None, about: None, about_to: None },
        ],
        ..Default::default()
    };
    let session = Session::fold(header(), [opening, said]);
    let names = Names {
        names: [("claims1".into(), "K. Nowak".to_owned())].into(),
        typed: [("claims1", "kas"), ("seat1", "eva"), ("seat2", "p1"), ("seat3", "claims"), ("seat4", "bot")]
            .map(|(seat, typed)| (seat.into(), typed.into()))
            .into(),
        ..Names::default()
    };
    let persons = Persons::of(&session, &names);
    for (line, shown) in [
        ("kas says no", "Claims says no"),
        ("Kas says no, ask eva", "Claims says no, ask somebody"),
        ("Bot -> Trust, Service Bot -> Calls", "Bot -> Trust, Service Bot -> Calls"),
        ("the bot is slow, more bot", "the bot is slow, more bot"),
        ("p1 says no, claims says yes", "p1 says no, claims says yes"),
    ] {
        assert_eq!(persons.without_names(line), shown, "{line}");
    }
    let copy = without_names(&session, &names);
    let said = copy.events.last().expect("the line");
    assert_eq!(said.said.as_deref(), Some("somebody says it rains"));
    let written = format!("{:?}", copy.events);
    assert!(!written.contains("eva"), "{written}");
    assert!(matches!(&said.facts[1], Fact::Committed { who: Some(who), .. } if who == "seat1"), "{written}");
}

#[test]
fn who_is_given_something_spoken_to_or_called_is_somebody_in_small_letters_too() {
    let people = persons(&[("Grace Hall", "Compliance"), ("Will Novak", "Billing"), ("Mark Orr", "Field")]);
    for (line, becomes) in [
        ("send grace the complaint list by wednesday", "send Compliance the complaint list by wednesday"),
        ("give will the list", "give Billing the list"),
        ("talk to grace about it", "talk to Compliance about it"),
        ("mark, please mark it", "Field, please mark it"),
        ("Will to check the numbers by friday", "Billing to check the numbers by friday"),
    ] {
        assert_eq!(people.without_names(line), becomes);
    }
    for line in
        ["the grace period is over", "the bot will cut calls", "we mark the valves", "they give grace to late payers"]
    {
        assert_eq!(people.without_names(line), line);
    }
}
