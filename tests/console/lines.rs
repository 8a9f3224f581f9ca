//! What happens to a line in the console, from the keys to the record.

use crate::keyboard::{Console, Disk};
use crate::typing::Typing;
use adjacent::app::{Code, KeyPress, Screen};
use adjacent::record::{Attribute, Fact, Kind, SessionKind};

fn solo() -> Console {
    let mut console = Console::at_home(Vec::new());
    console.says("Service bot");
    console
}

#[test]
fn a_newcomer_gets_one_good_question_for_three_lines() {
    let mut console = Console::at_home(Vec::new());
    assert!(console.screen().contains("Name one AI change near you"));
    console.says("Service bot").says("Contact Centre").says("less handle time");
    assert_eq!(
        console.lines(),
        ["!Service bot", "@Contact Centre owns !Service bot", "Service bot -> less handle time"]
    );
    let screen = console.screen();
    assert!(screen.contains("Who outside Contact Centre notices first"), "{screen}");
    assert!(screen.contains("less handle time"), "{screen}");
}

#[test]
fn what_is_shown_as_said_is_on_disk_and_what_is_not_on_disk_stays_in_the_entry_line() {
    let mut console = solo();
    console.disk = Disk::Fails("the disk is full");
    console.says("Service bot -> Trust : -");
    assert_eq!(console.model.entry.text(), "Service bot -> Trust : -");
    let screen = console.screen();
    assert!(screen.contains("Not saved:") && screen.contains("the disk is"), "{screen}");
    assert!(!screen.contains("saved, "), "{screen}");
    assert!(screen.contains("Enter tries again"), "{screen}");
    let later = console.press(KeyPress::plain(Code::Left)).screen();
    assert!(!later.contains("saved, "), "{later}");
    console.disk = Disk::Works;
    console.enter();
    assert_eq!(console.lines().last().unwrap(), "Service bot -> Trust : -");
    assert_eq!(console.model.entry.text(), "");
}

#[test]
fn undo_takes_back_one_line_after_the_other_and_redo_brings_them_back() {
    let mut console = solo();
    console.says("@Claims owns Service bot").says("Service bot -> Trust : -");
    console.press(KeyPress::ctrl('z')).press(KeyPress::ctrl('z'));
    assert_eq!(console.lines(), ["!Service bot"]);
    assert!(console.model.run.as_ref().unwrap().recording.ledger().thing("Trust").is_none());
    console.press(KeyPress::ctrl('y'));
    assert_eq!(console.lines().len(), 2);
    console.press(KeyPress::ctrl('y'));
    assert!(console.model.run.as_ref().unwrap().recording.ledger().thing("Trust").is_some());
    console.press(KeyPress::ctrl('y'));
    assert_eq!(console.notice(), "There is nothing to bring back.");
}

#[test]
fn fixing_the_last_line_replaces_it_and_keeps_the_old_one_in_the_record() {
    let mut console = solo();
    console.says("@Claims owns Service bot").says("tom> Service bot -> Trust : +");
    console.press(KeyPress::ctrl('f'));
    assert_eq!(console.model.entry.text(), "tom> Service bot -> Trust : +");
    console.press(KeyPress::plain(Code::Backspace)).types("-").enter();
    assert_eq!(console.lines().last().unwrap(), "Service bot -> Trust : -");
    let said: Vec<_> = console.saved.iter().filter_map(|event| event.said.as_deref()).collect();
    assert!(said.contains(&"Service bot -> Trust : +"), "{said:?}");
}

#[test]
fn leaving_a_fix_with_esc_leaves_the_line_as_it_was() {
    let mut console = solo();
    console.says("@Claims owns Service bot");
    let before = console.lines();
    console.press(KeyPress::ctrl('f')).types("xyz").press(KeyPress::plain(Code::Esc));
    assert_eq!(console.lines(), before);
    assert_eq!(console.model.entry.text(), "");
}

#[test]
fn a_paste_of_several_lines_waits_until_it_is_read_or_dropped() {
    let mut console = solo();
    console.says("@Claims owns Service bot").says("less calls");
    let before = console.lines().len();
    console.paste("Bot A -> Trust : -\n\nBot B -> Trust : +\r\nBot C needs data\n");
    assert!(console.screen().contains("3 lines"), "{}", console.screen());
    assert_eq!(console.lines().len(), before);
    console.press(KeyPress::plain(Code::Esc));
    assert_eq!(console.lines().len(), before);
    console.paste("Bot A -> Trust : -\nBot B -> Trust : +").enter();
    assert_eq!(console.lines().len(), before + 2);
}

#[test]
fn what_could_not_be_saved_of_a_paste_still_waits() {
    let mut console = solo();
    console.paste("Bot A -> Trust : -\nBot B -> Trust : +\nBot C -> Trust : +");
    console.disk = Disk::Fails("no room");
    console.enter();
    assert_eq!(console.model.entry.text(), "Bot A -> Trust : -");
    assert!(console.screen().contains("the entry line and 2 more"), "{}", console.screen());
    console.disk = Disk::Works;
    console.enter();
    assert_eq!(console.lines()[1..], ["Bot A -> Trust : -", "Bot B -> Trust : +", "Bot C -> Trust : +"]);
}

#[test]
fn one_key_says_what_sort_of_thing_was_named() {
    let mut console = solo();
    console.says("@Claims owns Service bot").says("less calls").says("Zorp -> Blim : feeds");
    console.press(KeyPress::ctrl('k')).types("$");
    let fact = console.saved.last().unwrap().facts.clone();
    assert_eq!(fact, [Fact::Set { label: "Zorp".into(), attribute: Attribute::Kind(Kind::Resource), words: None }]);
    assert_eq!(console.model.run.as_ref().unwrap().recording.ledger().thing("zorp").unwrap().kind, Kind::Resource);
}

#[test]
fn a_sticky_speaker_speaks_until_another_is_chosen_and_a_tag_on_the_line_wins() {
    let mut console = workshop();
    console.press(KeyPress::alt(Code::Char('2'))).says("Service bot needs data").says("mei> Service bot -> Trust : -");
    console.press(KeyPress::alt(Code::Char('0'))).says("Service bot -> Calls : +");
    let speakers: Vec<_> =
        console.saved.iter().filter(|event| event.is_line()).map(|event| event.speaker.as_deref()).collect();
    assert_eq!(speakers, [Some("contact1"), Some("claims1"), None]);
}

#[test]
fn a_wrong_speaker_is_put_right_by_one_key_on_the_last_line() {
    let mut console = workshop();
    console.says("mei> Service bot -> Trust : -").press(KeyPress::ctrl('r')).types("2");
    let last = console.saved.last().unwrap();
    assert_eq!((last.speaker.as_deref(), last.said.as_deref()), (Some("contact1"), Some("Service bot -> Trust : -")));
    assert_eq!(console.lines().len(), 1);
}

#[test]
fn names_stay_out_of_the_record() {
    let console = workshop();
    let text = format!("{:?}", console.saved);
    assert!(text.contains("\"claims1\"") && text.contains("Claims"), "{text}");
    assert!(!text.to_lowercase().contains("mei") && !text.to_lowercase().contains("tom"), "{text}");
}

#[test]
fn steps_are_walked_forward_back_and_by_number() {
    let mut console = workshop();
    let step = |console: &Console| console.model.run.as_ref().unwrap().recording.step().unwrap().to_string();
    assert_eq!(step(&console), "next.1");
    console.press(KeyPress::plain(Code::PageDown));
    assert_eq!(step(&console), "next.2");
    console.press(KeyPress::ctrl('g')).types("5");
    assert_eq!(step(&console), "next.5");
    console.press(KeyPress::plain(Code::PageUp));
    assert_eq!(step(&console), "next.4");
}

#[test]
fn at_the_step_that_picks_a_change_a_bare_name_is_a_change() {
    let mut console = workshop();
    console.says("Churn model 2");
    assert_eq!(console.lines(), ["!Churn model 2"]);
    console.press(KeyPress::plain(Code::PageDown));
    assert!(console.screen().contains("Churn model 2 is there. In the first month"), "{}", console.screen());
}

#[test]
fn parking_puts_what_is_typed_aside() {
    let mut console = workshop();
    console.types("three decks").press(KeyPress::ctrl('l'));
    assert_eq!(console.saved.last().unwrap().facts, [Fact::Parked { text: "three decks".into() }]);
    assert!(console.model.entry.is_empty());
}

#[test]
fn plain_characters_are_always_text_on_the_run_screen() {
    let mut console = workshop();
    console.types("?q:/u").press(KeyPress::plain(Code::Left));
    assert_eq!(console.model.entry.text(), "?q:/u");
    assert_eq!(console.model.screen, Screen::Run);
    assert!(console.model.popup.is_none());
}

#[test]
fn leaving_needs_two_different_keys() {
    let mut console = workshop();
    console.press(KeyPress::ctrl('q')).press(KeyPress::ctrl('q'));
    assert!(!console.chores.contains(&adjacent::app::Effect::Leave));
    console.press(KeyPress::ctrl('q')).enter();
    assert!(console.chores.contains(&adjacent::app::Effect::Leave));
}

#[test]
fn the_clocks_follow_the_events_and_stop_when_told() {
    let mut console = workshop();
    console.wait(65);
    assert!(
        console.screen().contains("1:05 of 1:00") || console.screen().contains("over by 0:05"),
        "{}",
        console.screen()
    );
    console.press(KeyPress::ctrl('t'));
    assert!(console.screen().contains("of 2:00"), "{}", console.screen());
}

/// A workshop of two, set up as somebody would: title, a pasted list, the agenda as it is.
fn workshop() -> Console {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter();
    console.paste("Mei, claims lead @ Claims\nTom, contact centre manager @ Contact Centre").enter();
    console.enter().enter();
    let new = console.chores.iter().find_map(|chore| match chore {
        adjacent::app::Effect::Create(new) => Some(new.clone()),
        _ => None,
    });
    assert_eq!(new.unwrap().kind, SessionKind::Workshop);
    console
}

#[test]
fn one_key_accepts_what_is_offered_about_the_line() {
    let mut console = workshop();
    console.says("Service bot").press(KeyPress::plain(Code::PageDown)).says("bot -> more calls");
    assert!(console.screen().contains("Ctrl-O: yes"), "{}", console.screen());
    console.press(KeyPress::ctrl('o'));
    assert_eq!(console.lines().last().unwrap(), "same Service bot = bot");
    let ledger = console.model.run.as_ref().unwrap().recording.ledger().clone();
    assert_eq!(ledger.thing("bot").unwrap().label, "Service bot");
}

#[test]
fn the_words_of_the_question_are_an_answer() {
    let mut console = workshop();
    console.says("Service bot").press(KeyPress::plain(Code::PageDown)).says("less typing, more checking");
    assert_eq!(console.lines().last().unwrap(), "Service bot -> less typing, more checking");
    console.press(KeyPress::plain(Code::PageDown)).says("more overtime");
    assert_eq!(console.lines().last().unwrap(), "less typing -> more overtime");
    console.says("people are tired of it");
    assert_eq!(console.lines().last().unwrap(), "people are tired of it");
}

#[test]
fn once_a_change_is_picked_another_line_is_no_second_one() {
    let mut console = workshop();
    console.says("Service bot").says("claims team");
    assert_eq!(console.lines(), ["!Service bot", "claims team"]);
    assert!(console.screen().contains("The Service bot. Imagine"), "{}", console.screen());
}

#[test]
fn whoever_types_on_while_a_kind_is_asked_for_is_capturing() {
    let mut console = workshop();
    console.says("Zorp -> Blim : feeds").press(KeyPress::ctrl('k')).types("next line");
    assert!(console.model.popup.is_none());
    assert_eq!(console.model.entry.text(), "next line");
}

#[test]
fn a_person_on_the_list_can_be_put_right_and_esc_goes_one_question_back() {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Review").enter().types("Mai @ Claims").enter();
    console.press(KeyPress::plain(Code::Backspace));
    for _ in 0.." @ Claims".len() {
        console.press(KeyPress::plain(Code::Left));
    }
    console.press(KeyPress::plain(Code::Backspace)).press(KeyPress::plain(Code::Backspace)).types("ei").enter();
    assert!(console.screen().contains("mai>  Mei  Claims"), "{}", console.screen());
    console.press(KeyPress::plain(Code::Esc));
    assert!(console.screen().contains("What is it called?"), "{}", console.screen());
    console.enter();
    assert!(console.screen().contains("mai>  Mei  Claims"), "{}", console.screen());
}

#[test]
fn the_palette_finds_where_words_begin_before_where_they_only_hold() {
    let mut console = workshop();
    console.press(KeyPress::ctrl('p')).types("end").enter();
    assert!(!console.saved.last().unwrap().facts.contains(&Fact::Closed), "it asks first");
    console.enter();
    assert!(console.saved.last().unwrap().facts.contains(&Fact::Closed), "{:?}", console.saved.last());
    assert_eq!(console.model.screen, Screen::Home);
}

#[test]
fn more_or_less_is_a_question_that_can_be_answered() {
    let mut console = workshop();
    console.says("mei> Service bot -> Calls").says("mei> less");
    assert!(console.screen().contains("- Calls"), "{}", console.screen());
}

#[test]
fn the_unit_stands_in_place_of_a_name_before_anything_is_saved() {
    let mut console = workshop();
    console.says("Service bot").types("mei is scared of it");
    assert!(console.screen().contains("a name becomes “Claims”"), "{}", console.screen());
    console.press(KeyPress::ctrl('o'));
    assert!(console.screen().contains("Nobody on this line has asked to be named"), "{}", console.screen());
    console.enter();
    assert_eq!(console.lines().last().unwrap(), "Claims is scared of it");
    assert!(!format!("{:?}", console.saved).contains("mei"));
}

#[test]
fn one_key_keeps_the_name_of_somebody_who_asked_for_it() {
    let mut console = workshop();
    console
        .says("Service bot")
        .press(KeyPress::ctrl('s'))
        .press(KeyPress::plain(Code::Down))
        .press(KeyPress::plain(Code::Tab));
    console.press(KeyPress::plain(Code::Esc)).types("mei likes it").press(KeyPress::ctrl('o')).enter();
    assert_eq!(console.lines().last().unwrap(), "mei likes it");
    console.says("mei loves it").press(KeyPress::ctrl('o'));
    assert_eq!(console.lines().last().unwrap(), "mei loves it", "also after the line was read");
    console.says("mei hates it");
    assert_eq!(console.lines().last().unwrap(), "Claims hates it", "only where the key was pressed");
    console.says("mei loves it");
    assert_eq!(console.lines().last().unwrap(), "Claims loves it", "the same line again is another one");
}

#[test]
fn a_speaker_who_is_on_no_list_is_a_seat_without_a_name() {
    let mut console = workshop();
    console.says("Service bot").says("eva> Service bot -> Trust : -").says("eva> Service bot -> Calls : +");
    let speakers: Vec<_> = console.saved.iter().filter_map(|event| event.speaker.as_deref()).collect();
    assert_eq!(speakers, ["seat1", "seat1"]);
    assert!(!format!("{:?}", console.saved).contains("eva"));
    let keeps = |chore: &adjacent::app::Effect| matches!(chore, adjacent::app::Effect::KeepNames(names) if names.typed["seat1"] == "eva");
    assert!(console.chores.iter().any(keeps));
}

#[test]
fn a_newcomer_whose_seat_could_not_be_kept_is_the_same_seat_after_the_session_is_opened_again() {
    let mut console = workshop();
    let kept = |console: &crate::keyboard::Console| {
        let names = console.chores.iter().filter(|chore| matches!(chore, adjacent::app::Effect::KeepNames(_)));
        names.count()
    };
    console.says("Service bot");
    let before = kept(&console);
    console.disk = crate::keyboard::Disk::Fails("the disk is full");
    console.says("eva> Service bot -> Trust : -");
    assert_eq!(kept(&console), before + 1);
    console.disk = crate::keyboard::Disk::Works;
    console.enter();
    assert_eq!(kept(&console), before + 2, "they are sent again until they are kept");
    assert_eq!(console.saved.last().unwrap().speaker.as_deref(), Some("seat1"));
    console.says("eva> Service bot -> Calls : +");
    assert_eq!(kept(&console), before + 2);
}

#[test]
fn a_speaker_may_be_typed_by_first_name_and_by_its_beginning() {
    let mut console = workshop();
    console.says("Service bot").says("mei> Service bot -> Trust : -").says("to> Service bot -> Calls : +");
    let speakers: Vec<_> = console.saved.iter().filter_map(|event| event.speaker.as_deref()).collect();
    assert_eq!(speakers, ["claims1", "contact1"]);
    console.press(KeyPress::ctrl('f'));
    assert_eq!(console.model.entry.text(), "tom> Service bot -> Calls : +");
}

#[test]
fn a_speaker_who_is_typed_by_a_name_with_a_capital_letter_is_a_speaker_and_no_thing() {
    let mut console = workshop();
    console.says("Service bot").says("Mei> Service bot -> Trust : -").says("Service bot -> Calls : +");
    let speakers: Vec<_> = console.saved.iter().filter_map(|event| event.speaker.as_deref()).collect();
    assert_eq!(speakers, ["claims1"]);
    assert_eq!(console.lines()[1..], ["Service bot -> Trust : -", "Service bot -> Calls : +"]);
}

#[test]
fn whose_a_promise_is_stays_told_and_its_full_name_does_not_stay_in_it() {
    let mut console = workshop();
    console.says("Service bot").says("do ask Tom's team about Mei : Mei due fri");
    assert_eq!(console.lines().last().unwrap(), "do ask Contact Centre's team about Claims : claims1 due fri");
    let who = console.saved.last().unwrap().facts.iter().find_map(|fact| match fact {
        Fact::Committed { who, .. } => who.clone(),
        _ => None,
    });
    assert_eq!(who.as_deref(), Some("claims1"));
    console.says("do ring them : tom due fri");
    assert_eq!(console.lines().last().unwrap(), "do ring them : contact1 due fri");
}

#[test]
fn a_session_ends_only_when_that_was_meant() {
    let mut console = workshop();
    console.press(KeyPress::ctrl('p')).types("end this").enter().press(KeyPress::plain(Code::Esc));
    assert!(console.saved.iter().all(|event| !event.facts.contains(&Fact::Closed)));
    assert_eq!(console.model.screen, Screen::Run);
}

#[test]
fn a_line_taken_back_says_so_in_words_wherever_it_is_listed() {
    let mut console = solo();
    console.says("Service bot -> Trust : -").says("Service bot -> Calls : +").says("undo");
    let screen = console.screen();
    assert!(screen.contains("Taken back: More"), "{screen}");
    assert!(
        screen.contains("less Trust") && !screen.contains("Taken back: More of the Service bot, less Trust"),
        "{screen}"
    );
}
