//! What is read back to the room, for every form of line. Read these aloud.

use crate::capture::room::Room;

fn room() -> Room {
    Room::after(&[
        "@Claims owns !Service bot (live)",
        "Service bot -> ~Handle time : - seen",
        "!Churn model needs $Complaint reasons",
        "#Data clinic covers @Claims",
        "^Save bonus covers @Retention team",
        "*Faster fairer claims",
        "&Am I next?",
        "Overtime -> Fatigue",
    ])
}

#[track_caller]
fn all_say(room: &Room, table: &[(&str, &str)]) {
    for (line, sentence) in table {
        assert_eq!(room.says(line), *sentence, "{line}");
    }
}

#[test]
fn more_and_less_are_the_words_for_every_effect() {
    all_say(
        &room(),
        &[
            ("tom> bot -> less handle time : -- seen", "More of the bot, less Handle time, clearly; Tom has seen it."),
            ("bot -> less handle time, more repeat calls", "More of the bot, less Handle time and more repeat calls."),
            (
                "Service bot -> Handle time : ++ 1w seen",
                "More of the Service bot, more Handle time, clearly, after about a week; this was seen.",
            ),
            ("Sales -> Calls : +++ now", "More Sales, more Calls, above all, at once."),
            ("Claims handlers -> Overtime : + guess", "More of Claims handlers, more Overtime; this is a guess."),
            ("Am I next? -> Morale : - later", "More talk of “Am I next?”, less Morale, later."),
            ("Data clinic -> Repeat calls : - 3d", "More of the Data clinic, less Repeat calls, after three days."),
            ("Fatigue -> Service bot : + 1q", "More Fatigue, more of the Service bot, after about a quarter."),
            ("A, B -> C, D : ---", "More A or more B, less C and less D, above all."),
        ],
    );
}

#[test]
fn an_open_sign_is_asked_about_and_no_effect_is_said_as_that() {
    all_say(
        &room(),
        &[
            ("Service bot -> Handle time", "The Service bot changes Handle time; more or less?"),
            (
                "Service bot, Churn model -> Handle time",
                "The Service bot and the Churn model change Handle time; more or less?",
            ),
            ("Overtime -> Fatigue -> Errors", "Overtime changes Fatigue; Fatigue changes Errors; more or less?"),
            (
                "bot -> less handle time, morale",
                "More of the bot, less Handle time; the bot changes morale; more or less?",
            ),
            ("Save bonus pays for churn", "The Save bonus pays for churn; more or less?"),
            ("Service bot -> Handle time : aims", "The Service bot is meant to change Handle time; more or less?"),
            ("Service bot -> Handle time : =", "The Service bot makes no difference to Handle time."),
            ("tom> Repeat calls -> Trust : = seen", "Repeat calls make no difference to Trust; Tom has looked."),
        ],
    );
}

#[test]
fn a_chain_is_told_link_by_link_and_a_pair_both_directions() {
    all_say(
        &room(),
        &[
            (
                "Overtime -> Fatigue -> Errors : ++ + 1m",
                "More Overtime, more Fatigue, clearly; more Fatigue, more Errors; each after about a month.",
            ),
            (
                "Overtime -> Fatigue -> Errors : ++ 1q",
                "More Overtime, more Fatigue; more Fatigue, more Errors; each clearly, after about a quarter.",
            ),
            ("A -> B -> C : - +", "More A, less B; more B, more C."),
            ("Quality <-> Morale : + 1w", "More Quality, more Morale, after about a week, and the other way round."),
            ("Quality <-> Morale", "Quality changes Morale, and the other way round; more or less?"),
        ],
    );
}

#[test]
fn every_relation_is_a_sentence_people_say() {
    all_say(
        &room(),
        &[
            ("churn model needs complaint reasons", "The Churn model cannot work without Complaint reasons."),
            (
                "Churn model -> Complaint reasons : needs ++",
                "The Churn model cannot work without Complaint reasons, clearly.",
            ),
            ("Service bot -> Letters : feeds", "The Service bot supplies Letters."),
            (
                "Service bot -> Letters : feeds -",
                "The Service bot supplies Letters: more of the one, less of the other.",
            ),
            (
                "Service bot, Churn model -> Letters : feeds +",
                "The Service bot and the Churn model supply Letters: more of the one, more of the other.",
            ),
            ("Claims owns Service bot", "Claims answers for the Service bot."),
            (
                "Claims handlers owns Service bot, Churn model",
                "Claims handlers answer for the Service bot and the Churn model.",
            ),
            ("@Claims handlers in @Claims", "Claims handlers are part of Claims."),
            ("Save bonus pays for less churn", "The Save bonus pays for less churn."),
            ("Service bot -> Handle time : aims -", "The Service bot is meant to bring less Handle time."),
            (
                "Service bot -> Faster fairer claims : aims +",
                "The Service bot is meant to serve “Faster fairer claims”.",
            ),
            ("Service bot -> @Customers : voices", "The Service bot speaks for Customers."),
            ("Service bot builds on Churn model", "The Service bot builds on what the Churn model learned."),
            ("Save bonus covers Claims", "The Save bonus applies to Claims."),
            ("Data clinic covers Claims", "The Data clinic includes Claims."),
            (
                "Data clinic covers @Retention team, @Claims",
                "The Data clinic brings together Retention team and Claims.",
            ),
            ("Faster fairer claims -> Am I next? : covers", "“Faster fairer claims” answers “Am I next?”"),
        ],
    );
}

#[test]
fn what_is_not_there_is_said_as_that() {
    all_say(
        &room(),
        &[
            ("Churn model -> Complaint reasons : needs =", "The Churn model can work without Complaint reasons."),
            ("Service bot -> Letters : feeds =", "The Service bot does not supply Letters."),
            ("Claims -> Service bot : owns =", "Claims does not answer for the Service bot."),
            ("Service bot -> Handle time : aims =", "The Service bot is not meant to change Handle time."),
            ("Claims handlers -> Claims : in =", "Claims handlers are not part of Claims."),
        ],
    );
}

#[test]
fn attributes_words_and_notes_are_said_beside_the_arrow() {
    all_say(
        &room(),
        &[
            ("@Claims owns !Letter drafter (fading)", "Claims answers for the Letter drafter; it is fading."),
            (
                "Churn model -> $Data engineers (scarce) : needs",
                "The Churn model cannot work without Data engineers; they are scarce.",
            ),
            ("Service bot -> Trust (want up) : -", "More of the Service bot, less Trust; we want more of it."),
            (
                "Backlog (want down) -> Overtime (want steady) : + seen",
                "More Backlog, more Overtime; this was seen; we want less Backlog and Overtime to stay as it is.",
            ),
            (
                "Service bot -> Trust : - because it sounds canned",
                "More of the Service bot, less Trust, because it sounds canned.",
            ),
            (
                "tom> Service bot -> Trust : - seen // since May \"it fell\"",
                "More of the Service bot, less Trust; Tom has seen it: “it fell”; noted: since May.",
            ),
        ],
    );
}

#[test]
fn every_other_line_is_a_sentence_too() {
    all_say(
        &room(),
        &[
            (
                "say @Claims handlers: am I next? re Service bot",
                "Claims handlers say “am I next?”, about the Service bot.",
            ),
            ("say @Claims handlers, @Sales: we are next", "Claims handlers and Sales say “we are next”."),
            ("tom> saw Trust down 6pts", "Tom saw Trust go down: 6pts."),
            ("saw Trust flat", "Seen: Trust stayed flat."),
            ("want Repeat calls down", "We want less Repeat calls."),
            ("want Repeat calls steady", "We want Repeat calls to stay as they are."),
            ("Service bot is live \"since June\"", "The Service bot is live: “since June”."),
            (
                "rule Service bot never: signs a letter",
                "A rule for the Service bot, what it never does: signs a letter.",
            ),
            ("same Service bot = Robbie", "Service bot and Robbie are one thing; we call it Service bot."),
            ("park three decks", "Parked for later: three decks."),
            ("who knows?", "A question to take away: who knows?"),
            ("people are tired", "Noted: people are tired."),
            ("!Letter drafter", "Named: Letter drafter, something we are changing."),
            ("A -> , B", "Kept as typed; I could not read it: a name is missing."),
            ("redo", "There is nothing to bring back."),
        ],
    );
}

#[test]
fn a_stance_says_what_it_agrees_with_or_denies() {
    all_say(
        &room(),
        &[
            ("tom> yes Service bot -> Handle time", "Tom agrees: more of the Service bot, less Handle time."),
            ("tom> no Service bot -> Handle time", "Tom says no: the Service bot makes no difference to Handle time."),
            ("tom> unsure Service bot -> Handle time", "Tom is not sure: more of the Service bot, less Handle time."),
            (
                "no Churn model -> Complaint reasons \"not since May\"",
                "Somebody says no: the Churn model can work without Complaint reasons: “not since May”.",
            ),
            ("yes", "Somebody agrees: Overtime changes Fatigue; more or less?"),
        ],
    );
}

#[test]
fn a_promise_without_a_person_or_a_day_is_a_wish() {
    all_say(
        &room(),
        &[
            (
                "do call them : tom due 4 dec re Service bot",
                "Tom will do this by 4 December 2026, about the Service bot: call them.",
            ),
            ("do call them : tom", "For now a wish (Tom, no day yet): call them."),
            ("do call them due 2w", "For now a wish (within two weeks, nobody yet): call them."),
            (
                "do call them re Overtime -> Fatigue",
                "For now a wish (nobody and no day yet), about Overtime and Fatigue: call them.",
            ),
        ],
    );
}

#[test]
fn an_undo_says_what_was_taken_back() {
    let mut room = room();
    assert_eq!(room.says("undo"), "Taken back: “Overtime changes Fatigue; more or less?”");
    room.hear("undo");
    assert_eq!(room.says("redo"), "Back again: “Overtime changes Fatigue; more or less?”");
    assert_eq!(Room::new().says("undo"), "There is nothing to take back.");
}

#[test]
fn alone_a_guess_goes_with_every_line_and_being_told_is_said() {
    let room = Room::alone();
    assert_eq!(room.says("A -> B : +"), "More A, more B; this is a guess.");
    assert_eq!(room.says("A -> B : + told"), "More A, more B; so I was told.");
}

#[test]
fn nobody_is_named_where_the_room_names_nobody() {
    let room = room();
    let reading = room.read("tom> Service bot -> Trust : - seen");
    let said = adjacent::capture::read_back(&reading, &room.context(), &|_| None);
    assert_eq!(said, "More of the Service bot, less Trust; this was seen.");
    let said = adjacent::capture::read_back(&reading, &room.context(), &|_| Some("Claims handlers".to_owned()));
    assert_eq!(said, "More of the Service bot, less Trust; Claims handlers have seen it.");
}

#[test]
fn labels_keep_their_spelling() {
    for (line, sentence) in [
        ("NPS -> iPad sales : +", "More NPS, more iPad sales."),
        ("GPT-4 owns eBay", "GPT-4 answers for eBay."),
        ("אבג -> Trust : +", "More אבג, more Trust."),
    ] {
        assert_eq!(Room::new().says(line), sentence);
    }
}

#[test]
fn an_event_of_the_record_is_told_like_the_line_it_was() {
    let room = room();
    let told: Vec<_> = room
        .session
        .events()
        .iter()
        .map(|event| adjacent::capture::retell(event, &room.context(), &|_| None))
        .collect();
    assert_eq!(told[0], None, "an opening is not read back");
    assert_eq!(told[1].as_deref(), Some("Claims answers for the Service bot; it is live."));
    assert_eq!(told[2].as_deref(), Some("More of the Service bot, less Handle time; this was seen."));
}

#[test]
fn what_a_foreign_file_holds_is_told_without_characters_that_act() {
    let room = room();
    let fact = adjacent::record::Fact::Parked { text: "\u{1b}]0;hi\u{7} \u{202e}there".to_owned() };
    let event = adjacent::record::Event { seq: 9, facts: vec![fact], ..Default::default() };
    let told = adjacent::capture::retell(&event, &room.context(), &|_| None).unwrap();
    assert_eq!(told, "Parked for later: ]0;hi there.");
}

#[test]
fn undos_that_point_at_each_other_in_a_damaged_file_are_told_all_the_same() {
    let mut room = room();
    for (seq, target) in [(10, 11), (11, 10), (12, 12)] {
        let facts = vec![adjacent::record::Fact::Retracted { seq: target }];
        room.session.push(adjacent::record::Event { seq, facts, ..Default::default() });
    }
    for event in &room.session.events()[9..] {
        let told = adjacent::capture::retell(event, &room.context(), &|_| None).unwrap();
        assert!(told.starts_with("Taken back: “line 1"), "{told}");
    }
}
