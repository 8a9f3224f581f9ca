use super::*;
use crate::record::{Fact, Header, Mode, SessionKind};

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
            (Person { tag: format!("p{at}"), party, ..Person::default() }, *name)
        })
        .collect();
    Persons::listed(listed.iter().map(|(person, name)| (person, *name)))
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
fn the_words_of_a_role_that_was_listed_for_a_name_stay_words() {
    let people = persons(&[("Claims lead", "Claims"), ("Nurse 3", "Wards")]);
    for line in ["claims rose by 3", "the claims lead", "a nurse asks", "bot -> claims"] {
        assert_eq!(people.without_names(line), line);
    }
}

#[test]
fn a_tag_is_somebody_only_where_it_can_be_nobody_else() {
    let header = Header {
        id: "t".into(),
        title: "T".into(),
        opened: jiff::Timestamp::UNIX_EPOCH,
        kind: SessionKind::Workshop,
        private: false,
        zone: crate::record::Zone::UTC,
    };
    let seat = |tag: &str, party: &str| Person { tag: tag.into(), party: Some(party.into()), ..Person::default() };
    let people = vec![seat("mark", "Ops"), seat("a", "Claims"), seat("b", "Sales")];
    let opened = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: Vec::new(), people };
    let opening = crate::record::Event { seq: 1, facts: vec![opened], ..Default::default() };
    let tags = Persons::by_tag(&Session::fold(header, [opening]));
    for line in ["seen mark my words", "a bot is a bot", "<b>bold</b>", "mark my words", "Mark"] {
        assert_eq!(tags.without_names(line), line);
    }
    assert_eq!(tags.without_names("mark says so"), "Ops says so");
    assert_eq!(tags.without_names("do ring them : a"), "do ring them : Claims");
}
