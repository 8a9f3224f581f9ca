use super::*;
use crate::record::Slot;

/// A step that asks for this.
fn step(answer: Answer) -> Step {
    let text = String::new;
    Step {
        title: "Where it matters".to_owned(),
        minutes: 1,
        prompt: text(),
        answer,
        bare: None,
        over: None,
        several: false,
        nothing: None,
        choices: None,
        quiet: false,
        unnamed: false,
        imagined: false,
        message: None,
        writes: text(),
        example: text(),
    }
}

/// What a room of four is asked in such a step, about these.
fn asks(answer: Answer, subjects: Vec<Subject>) -> Frame {
    let mut frame = Frame::new(&step(answer), subjects, None);
    frame.about(Some("Service bot"));
    let seat = |(tag, name): (&str, &str)| Seat { tag: tag.to_owned(), name: Some(name.to_owned()) };
    frame.people = [("mei", "Mei"), ("tom", "Tom"), ("pri", "Priya"), ("s4", "Ana")].map(seat).into();
    frame
}

fn with(template: &str, answer: Answer, subjects: Vec<Subject>) -> Frame {
    let mut frame = asks(answer, subjects);
    frame.becomes(Some(template.to_owned()));
    frame
}

fn things(labels: &[&str]) -> Vec<Subject> {
    labels.iter().map(|label| Subject::one(label)).collect()
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Each line with its long form, or with an objection behind a mark, or with neither.
fn check(frame: &Frame, table: &[(&str, &str)]) {
    for (said, wanted) in table {
        let long = frame.answered(said, None).or_else(|| frame.completed(said, None));
        let objection = || frame.objection(said).map(|why| format!("? {why}"));
        let got = long.or_else(objection).unwrap_or_default();
        assert_eq!(got, *wanted, "{said:?} to {:?}", frame.asks());
    }
}

#[test]
fn a_sentence_stays_a_sentence() {
    check(&asks(Answer::Text, vec![]), &[("we are tired", ""), ("none", ""), ("5", ""), ("", "")]);
}

#[test]
fn one_is_picked_by_number_by_name_or_new() {
    check(
        &with("!{}", Answer::Pick, things(&["Service bot", "Churn model"])),
        &[
            ("2", "!Churn model"),
            ("the churn model", "!Churn model"),
            ("Letter drafter", "!Letter drafter"),
            ("0", "? that number is not on the list; type its name"),
            ("9", "? that number is not on the list; type its name"),
            ("none", ""),
            (
                "we think that it should be the one with the letters",
                "? kept as a sentence; a short name works best, such as Service bot",
            ),
        ],
    );
    check(
        &asks(Answer::Pick, vec![]),
        &[("claims team", "? kept as a sentence; to pick another change write !Letter drafter")],
    );
}

#[test]
fn effects_are_more_or_less_of_something() {
    let asked = "? kept as a sentence; more of what, or less of what?";
    check(
        &with("Bot -> {}", Answer::Arrows, vec![]),
        &[
            ("less typing, more checking", "Bot -> less typing, more checking"),
            ("typing down", "Bot -> typing down"),
            ("complaints", "Bot -> complaints : ?"),
            ("more complaints 1q", "Bot -> more complaints : 1q"),
            ("less trust \"it sounds canned\"", "Bot -> less trust \"it sounds canned\""),
            ("fewer calls : seen", "Bot -> fewer calls : seen"),
            ("people stop reading : - 1q", "Bot -> people stop reading : - 1q"),
            ("they hire two more people", asked),
            ("I would hang up", asked),
            ("shorter waiting times", asked),
            ("3", "? a number alone says nothing here"),
            ("nobody", ""),
            ("don't know", ""),
        ],
    );
    check(
        &with("Bot -> {} : later", Answer::Arrows, vec![]),
        &[
            ("less trust", "Bot -> less trust : later"),
            ("less trust : 2q guess", "Bot -> less trust : 2q guess"),
            ("less trust : guess", "Bot -> less trust : later guess"),
            ("less trust 1y", "Bot -> less trust : 1y"),
        ],
    );
    check(
        &with("Bot -> less {}", Answer::Arrows, vec![]),
        &[
            ("complaint reasons, tone", "Bot -> less complaint reasons, less tone"),
            ("more noise", "Bot -> more noise"),
            ("nobody writes down why they call", asked),
        ],
    );
}

#[test]
fn names_are_given_to_what_a_step_draws() {
    let a_name = "? kept as a sentence; a name is needed here, in a few words";
    check(
        &with("Bot -> @{}", Answer::Arrows, vec![]),
        &[
            ("Retention, the brokers (outside)", "Bot -> @Retention, @brokers (outside)"),
            ("/Claims intake", "Bot -> /Claims intake"),
            ("they have to ask twice", a_name),
        ],
    );
    check(
        &with("Bot needs {}", Answer::Arrows, vec![]),
        &[
            ("the history, IT", "Bot needs history, IT"),
            ("it takes our evenings", a_name),
            ("2 3", "? a number alone says nothing here"),
        ],
    );
    check(
        &with("!{}", Answer::Arrows, vec![]),
        &[
            ("Claims owns Claims triage (live)", "Claims owns !Claims triage (live)"),
            ("Claims answers for the triage, Drafter", "Claims owns !triage, !Drafter"),
            ("Service bot, Churn model", "!Service bot, Churn model"),
            ("we are not sure", a_name),
        ],
    );
    check(
        &with("Bot aims *[{}] : +", Answer::Arrows, vec![]),
        &[("faster, fairer claims", "Bot aims *[faster, fairer claims] : +"), ("calm : -", "Bot aims *[calm] : -")],
    );
    check(
        &asks(Answer::Arrows, vec![]),
        &[("less trust", "? kept as a sentence; an arrow is written A -> less B, or A feeds B")],
    );
}

#[test]
fn numbers_choose_what_is_offered() {
    let mut serves = with("Bot aims *[{}] : +", Answer::Arrows, things(&["Bot"]));
    serves.choices = things(&["calm days", "fair, fast claims"]);
    check(
        &serves,
        &[
            ("2", "Bot aims *[fair, fast claims] : +"),
            ("1 2", "Bot aims *[calm days], *[fair, fast claims] : +"),
            ("3", "? there are 2 to choose from"),
            ("none of them", ""),
        ],
    );
    let mut fades = with("{} is fading", Answer::Text, vec![]);
    fades.choices = things(&["Bot", "Letter drafter"]);
    check(
        &fades,
        &[
            ("2", "Letter drafter is fading"),
            ("2, its sponsor left", "Letter drafter is fading \"its sponsor left\""),
            ("the letter drafter: nobody asks", "Letter drafter is fading \"nobody asks\""),
            ("something else", ""),
        ],
    );
}

#[test]
fn how_far_something_is_comes_first_and_why_behind_it() {
    let frame = with("Bot is {}", Answer::Text, things(&["Bot"]));
    check(
        &frame,
        &[
            ("live", "Bot is live"),
            ("still a pilot, nobody uses it", "Bot is pilot \"nobody uses it\""),
            ("fading \"since March\"", "Bot is fading \"since March\""),
            ("starved", ""),
        ],
    );
    assert_eq!(frame.kept("starved").as_deref(), Some("Bot: starved"));
    assert_eq!(frame.kept("3"), None);
}

#[test]
fn whose_it_is_stands_before_a_colon_or_is_the_team_of_the_speaker() {
    for (template, said, unit, long) in [
        ("say {whose}: {}", "Claims: it needs us less", None, Some("say Claims: it needs us less")),
        ("say {whose}: {}", "it needs us less", Some("Contact Centre"), Some("say @Contact Centre: it needs us less")),
        ("say {whose}: {}", "it needs us less", None, Some("&it needs us less")),
        ("say {whose}: {}", "are we next? re Bot", None, Some("&[are we next?] covers Bot")),
        ("say {whose}: {}", "are we next?", Some("Claims"), Some("say @Claims: are we next?")),
        ("say {whose}: {}", "? who owns it", None, None),
        ("say {whose}: {}", "say Brokers: no", None, None),
        ("say {whose}: {}", "hope: fewer letters", None, Some("&hope: fewer letters")),
        ("{whose} owns ~{}", "Claims: errors, the backlog", None, Some("Claims owns ~errors, ~backlog")),
        ("{whose} owns ~{}", "errors", Some("Claims"), Some("@Claims owns ~errors")),
        ("{whose} owns ~{}", "errors", None, None),
        ("{whose} owns ~{}", "you are measured on saves", Some("Claims"), None),
    ] {
        let frame = with(template, Answer::Text, vec![]);
        let got = frame
            .answered(said, unit)
            .or_else(|| frame.completed(said, unit).filter(|_| !said.starts_with(['?', 's'])));
        assert_eq!(got.as_deref(), long, "{said} of {unit:?}");
    }
}

#[test]
fn questions_of_their_own_are_kept_as_they_are() {
    check(
        &with("? {}: what is different", Answer::Text, vec![]),
        &[
            ("Sam", "? Sam: what is different"),
            ("Sam: who owns the letters", "? Sam: who owns the letters"),
            ("does it help you?", "? does it help you?"),
        ],
    );
}

#[test]
fn a_rating_is_a_number_a_scale_or_five_counted_fingers() {
    let needed =
        "? one number from 1 to 5 for each: ease, worth; or five numbers, how many gave one, two, three, four, five";
    let mut frame = asks(Answer::Rating { scales: names(&["ease", "worth"]) }, things(&["More people"]));
    check(
        &frame,
        &[
            ("2 5", "rate More people: ease 2, worth 5"),
            ("0 1 2 3 4", "vote [More people: ease]: one 0, two 1, three 2, four 3, five 4"),
            ("2", needed),
            ("0 6", needed),
            ("hard to say", ""),
        ],
    );
    frame.has_counted(names(&["More people: ease"]));
    check(&frame, &[("0 1 2 3 4", "vote [More people: worth]: one 0, two 1, three 2, four 3, five 4")]);
    check(
        &asks(Answer::Rating { scales: names(&["worth it"]) }, vec![]),
        &[
            ("4", "rate Where it matters: worth it 4"),
            ("1 1 1 1 1", "vote Where it matters: one 1, two 1, three 1, four 1, five 1"),
        ],
    );
}

#[test]
fn hands_are_counted_one_number_an_option() {
    check(
        &asks(Answer::Vote { options: names(&["one job", "a race"]) }, things(&["Bot and Drafter"])),
        &[
            ("5 2", "vote Bot and Drafter: one job 5, a race 2"),
            ("5, 2", "vote Bot and Drafter: one job 5, a race 2"),
            ("5 2 1", "? 3 numbers for 2 choices: give one for each, 0 for none"),
            ("mostly one job", ""),
            ("pri calls it by friday", "do calls it : pri due friday"),
        ],
    );
    check(
        &asks(Answer::Vote { options: vec![] }, things(&["fewer letters", "calm"])),
        &[("1 4", "vote Where it matters: fewer letters 1, calm 4")],
    );
}

#[test]
fn dots_are_as_many_as_there_are() {
    let frame = asks(Answer::Dots { each: 2 }, things(&["letters", "calm"]));
    check(
        &frame,
        &[
            ("5 3", "vote Where it matters: letters 5, calm 3"),
            ("5 4", "? that is 9 dots; 4 people have 2 each, 8 together"),
            ("5", "? 1 numbers for 2 choices: give one for each, 0 for none"),
        ],
    );
    let nobody = Frame { people: vec![], ..frame };
    check(&nobody, &[("50 3", "vote Where it matters: letters 50, calm 3")]);
}

#[test]
fn places_are_given_once_each() {
    let wrong = "? give each place one number from the list, none twice";
    let listed = || things(&["Bot", "Model", "Drafter"]);
    check(
        &asks(Answer::Ranking { places: names(&["stop", "feed"]) }, listed()),
        &[("3 1", "rank [stop, feed]: Drafter, Bot"), ("3", wrong), ("3 3", wrong), ("4 1", wrong), ("0 1", wrong)],
    );
    check(
        &asks(Answer::Ranking { places: vec![] }, listed()),
        &[("3 1 2", "rank Where it matters: Drafter, Bot, Model")],
    );
}

#[test]
fn what_moved_and_which_way_is_seen() {
    let which_way = "? kept as a sentence; what moved, and which way? write Overtime up since June";
    check(
        &asks(Answer::Number, vec![]),
        &[
            ("Customer trust down 6 points", "saw Customer trust down 6 points"),
            ("staff turnover is going up", "saw staff turnover up"),
            ("more overtime since June", "saw overtime up since June"),
            ("fewer complaints", "saw complaints down"),
            ("sales fell in May", "saw sales down in May"),
            ("it wobbles", which_way),
            ("sick days up, trust down", which_way),
            ("up", which_way),
            ("7", "? a number alone says nothing here"),
        ],
    );
    let told = Subject {
        thing: Some("Handle time".to_owned()),
        says: "Bot → less Handle time".to_owned(),
        ..Subject::default()
    };
    let frame = asks(Answer::Number, vec![told]);
    check(
        &frame,
        &[
            ("down 20 seconds", "saw Handle time down 20 seconds"),
            ("nothing", "saw Handle time flat \"nothing\""),
            ("it never came", "saw Handle time flat \"it never came\""),
            ("Overtime up", "saw Overtime up"),
            ("too early", ""),
        ],
    );
    assert_eq!(frame.kept("too early").as_deref(), Some("Bot → less Handle time: too early"));
}

#[test]
fn right_nearly_and_no_are_said_to_what_is_asked_about() {
    let arrow = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    let crossing = Subject { arrows: vec![arrow("Bot", "Trust, in us")], ..Subject::one("x") };
    check(
        &asks(Answer::Stance, vec![crossing]),
        &[
            ("right", "yes Bot -> [Trust, in us]"),
            ("Nearly, on Mondays", "unsure Bot -> [Trust, in us] \"on Mondays\""),
            ("no", "no Bot -> [Trust, in us]"),
            ("no Bot -> Calls", ""),
            ("no #3", ""),
            ("no one told us", "no Bot -> [Trust, in us] \"one told us\""),
        ],
    );
    check(&asks(Answer::Stance, vec![]), &[("right", "yes ."), ("shake", "no .")]);
}

#[test]
fn yes_is_said_to_a_whole_loop_and_no_to_one_of_its_arrows() {
    let arrow = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    let subject = Subject { arrows: vec![arrow("A", "B"), arrow("B", "A")], ..Subject::default() };
    let over = Step { over: Some(crate::exercise::Seed::Loops), ..step(Answer::Stance) };
    let frame = Frame::new(&over, vec![subject], None);
    check(
        &frame,
        &[("right", "yes A -> B -> A"), ("no", "? which arrow is not so? write no, and the arrow: no A -> B")],
    );
    assert!(frame.refuses("no") && !frame.refuses("no A -> B"));
    let none_left = Frame::new(&over, vec![], None);
    check(&none_left, &[("right", "? nothing is left to say that to; draw the arrow first")]);
}

#[test]
fn a_rule_is_whatever_is_said_of_the_change() {
    let frame = asks(Answer::Slot(Slot::Never), vec![]);
    check(
        &frame,
        &[
            ("promises a payment", "rule Service bot never: promises a payment"),
            ("nothing", ""),
            ("the desk owns it", "rule Service bot never: the desk owns it"),
        ],
    );
    let nothing_yet = Frame { focus: None, ..frame };
    check(&nothing_yet, &[("be fair", "? which change is it about? name it first: !Service bot")]);
    assert_eq!(nothing_yet.answered("Bot -> Customers : voices", None), None);
}

#[test]
fn who_and_when_are_taken_off_a_promise() {
    check(
        &asks(Answer::Commitment, vec![]),
        &[
            ("pair the bonus : tom due fri re Bonus", "do pair the bonus : tom due fri re Bonus"),
            ("Tom pairs the bonus by 4 dec", "do pairs the bonus : tom due 4 dec"),
            ("ring them, Ana, next friday", "do ring them : s4 due friday"),
            ("ring them within two weeks \"gladly\"", "do ring them due 2w \"gladly\""),
            ("ring them", "do ring them"),
            ("none", ""),
        ],
    );
    check(
        &with("do ask {}", Answer::Commitment, vec![]),
        &[("Priya by fri", "do ask Priya due fri"), ("ask Priya", "do ask Priya")],
    );
    let between = Subject { a: Some("Claims".to_owned()), b: Some("Contact Centre".to_owned()), ..Subject::default() };
    check(
        &asks(Answer::Commitment, vec![between]),
        &[
            ("the contact review decides", "#contact review covers @Claims, @Contact Centre"),
            ("mei decides", "do decides : mei"),
        ],
    );
}

#[test]
fn a_decision_begins_with_its_verdict_or_is_counted_hands() {
    let begins = "? kept as a sentence; a decision begins with proceed, guard, wait, stop or will not";
    let mut frame = asks(Answer::Decision, vec![]);
    check(
        &frame,
        &[
            ("guard: keep the codes", "decide Service bot: guard, keep the codes"),
            ("proceed with a guard: keep the codes", "decide Service bot: guard, keep the codes"),
            ("Proceed", "decide Service bot: proceed"),
            ("we wait for the audit, ana decides", "decide Service bot: wait, for the audit; by: ana"),
            ("stop; before: open to all", "decide Service bot: stop; before: open to all"),
            ("will not: too early", "decide Service bot: will not, too early"),
            ("1 5 2 0", "vote Where it matters: proceed 1, guard 5, wait 2, stop 0"),
            ("1 5 2", "? 3 numbers for 4 choices: give one for each, 0 for none"),
            ("guardrails are good", begins),
            ("it depends", begins),
        ],
    );
    frame.planned(Some("open to all; in January".to_owned()));
    check(&frame, &[("wait", "decide Service bot: wait; before: open to all, in January")]);
    let pair = Subject { a: Some("Bot".to_owned()), thing: Some("Calls".to_owned()), ..Subject::default() };
    check(
        &asks(Answer::Decision, vec![pair]),
        &[
            ("stop", "decide Bot: stop"),
            ("1 0 0 0", "vote [Where it matters: Calls]: proceed 1, guard 0, wait 0, stop 0"),
        ],
    );
}

#[test]
fn a_level_has_a_number_and_somebody_who_acts() {
    check(
        &asks(Answer::Watch, things(&["Overtime"])),
        &[
            ("above 6 hours, Claims, tom", "watch Overtime: above 6 hours, Claims sees it first, tom acts"),
            ("above 6 hours, tom", "watch Overtime: above 6 hours, tom acts"),
            ("above 6 hours, Claims, tom acts", "watch Overtime: above 6 hours, Claims sees it first, tom acts"),
            ("sick days over 10, mei acts", "watch sick days: over 10, mei acts"),
            ("Trust: below 70, Claims sees it first", "watch Trust: below 70, Claims sees it first"),
        ],
    );
    let level = "kept as a sentence; a level has a number: Overtime: above 6 hours, Claims sees it first, Ana acts";
    assert_eq!(asks(Answer::Watch, vec![]).objection("when it hurts").as_deref(), Some(level));
}

#[test]
fn what_was_left_open_is_settled_moved_or_somebodys() {
    let open = Subject { seq: Some(12), ..Subject { says: "the licence".to_owned(), ..Subject::default() } };
    let elsewhere = Subject { session: Some("before".to_owned()), ..open.clone() };
    check(
        &asks(Answer::Settle, vec![open]),
        &[
            ("done", "settle #12 done"),
            ("Dropped, nobody wants it", "settle #12 dropped nobody wants it"),
            ("moved to 4 dec", "settle #12 moved 4 dec"),
            ("not yet, next friday", "settle #12 moved friday"),
            ("2w", "settle #12 moved 2w"),
            ("mei, friday", "do the licence : mei due friday"),
            ("tom asks finance by 4 dec", "do the licence: asks finance : tom due 4 dec"),
            ("what got in the way", "? kept as a sentence; done, moved and a day, dropped, or answered?"),
        ],
    );
    check(&asks(Answer::Settle, vec![elsewhere]), &[("done", "settle before#12 done")]);
    check(&asks(Answer::Settle, vec![]), &[("done", "")]);
}

#[test]
fn nothing_said_about_one_thing_is_kept_with_what_it_is_about() {
    let frame = with("Bot needs {}", Answer::Arrows, things(&["Bot"]));
    assert_eq!(frame.kept("nothing").as_deref(), Some("Bot: nothing"));
    assert_eq!(frame.objection("Bot: nothing"), None);
    assert_eq!(frame.kept("it takes our evenings"), None);
    assert_eq!(asks(Answer::Ranking { places: vec![] }, things(&["Bot"])).kept("none"), None);
}

#[test]
fn what_was_answered_is_passed_over_but_where_several_lines_are_said_it_stays() {
    let answered = |label: &str, last: u64| Subject { done: true, last: Some(last), ..Subject::one(label) };
    let subjects = || vec![answered("A", 7), answered("B", 9), Subject::one("C")];
    let at = |several: bool, turned: Option<&str>| {
        Frame::new(&Step { several, ..step(Answer::Arrows) }, subjects(), turned).at
    };
    assert_eq!((at(false, None), at(true, None)), (2, 1));
    assert_eq!((at(false, Some("A")), at(true, Some("A"))), (2, 0));
    let all = Step { nothing: Some("Nothing is left.".to_owned()), ..step(Answer::Arrows) };
    assert_eq!(Frame::new(&all, vec![answered("A", 7)], None).subject(), None);
    assert_eq!(Frame::new(&step(Answer::Arrows), vec![answered("A", 7)], None).at, 0);
}

#[test]
fn no_line_makes_a_frame_panic() {
    let answers = [
        Answer::Text,
        Answer::Pick,
        Answer::Arrows,
        Answer::Number,
        Answer::Stance,
        Answer::Commitment,
        Answer::Decision,
        Answer::Watch,
        Answer::Settle,
    ];
    let odd = [
        "",
        " ",
        "é",
        "\"",
        "\" \"",
        ":",
        ", ,",
        "[",
        "]",
        "İ by ﬁ",
        "ß, ẞ",
        "-> ",
        " re ",
        " : ",
        "less ",
        "ask é",
        "guard\u{301}",
        "🙂 up",
        "99999999999",
    ];
    for answer in answers {
        for template in [
            None,
            Some("{}"),
            Some("say {whose}: {}"),
            Some("A -> {} : later"),
            Some("*[{}]"),
            Some("do ask {}"),
            Some("x is {}"),
        ] {
            let mut frame = asks(answer.clone(), vec![Subject { seq: Some(1), ..Subject::one("é") }]);
            frame.becomes(template.map(str::to_owned));
            for said in odd {
                let _ = (
                    frame.answered(said, Some("é")),
                    frame.completed(said, None),
                    frame.objection(said),
                    frame.kept(said),
                );
            }
        }
    }
}
