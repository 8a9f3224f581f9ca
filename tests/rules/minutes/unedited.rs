//! A page that goes out as it is: first what matters, then every change, then what was said, a line each.

use adjacent::record::{Fact, SessionKind};

use crate::minutes::room::{Room, seat};

/// An hour with slips of the scribe, merges, lines that were taken back, and five changes.
pub(crate) fn ward() -> Room {
    let people = [("zqrad", "Radiology"), ("zqer", "Emergency"), ("zqadm", "Admissions"), ("zqfin", "Finance")];
    let mut room =
        Room::opened(SessionKind::Workshop, &people.map(|(tag, party)| seat(tag, None, party)), &[("next", 20)]);
    room.in_step("draw.1").says("zqrad> @Radiology owns !Scan reader (live)").says("zqer> !Triage helper (pilot)");
    room.says("zqadm> @Admissions owns !Letter writer (pilot)").says("zqfin> !Bed forecast (live)");
    room.says("@IT owns !Ward copilot (idea)").says("coffee is on the left");
    room.in_step("next.2");
    room.says("zqer> Scan reader -> more scans : seen \"since it reads them in a minute we order more\"");
    room.says("zqrad> scans -> more reporting backlog : ++ seen because every flagged scan is read twice");
    room.says("oops ignore that").says("zqrad> reporting backlog -> less report quality : 1m");
    room.says("zqrad> want report quality up").says("zqer> saw scans up 40 % since May");
    room.says("scan volume -> more reporting backlog").says("same scans = scan volume");
    room.says("zqadm> Letter writer -> more calls : seen").says("Letter writer -> more calls").says("undo");
    room.says("zqfin> a slip of the tongue about the bed forecast").says("undo");
    room.says("zqer> we never agreed who tells the patient").says("Triage helper -> Triage helper : +");
    room.in_step("close.2").says("do tell the night shift : zqer due 2026-12-01").says("do look at the delay");
    room.says("? who tells Emergency").says("park three dashboards").key(Fact::Closed);
    room
}

#[test]
fn the_first_page_says_what_was_decided_promised_learned_and_left_open() {
    let headings = ward().headings();
    assert_eq!(headings[..4], ["Commitments", "What we learned", "What stays open", "The map"], "{headings:?}");
    assert_eq!(headings[4], "What was said");
    let open = ward().under("What stays open");
    for part in ["### Questions", "- **For Emergency**: Who tells Emergency?", "### Wishes", "### Parked"] {
        assert!(open.contains(part), "{part} is missing in\n{open}");
    }
}

#[test]
fn what_was_said_is_a_line_each_under_the_change_it_follows_from() {
    let said = ward().under("What was said");
    let scans = said.split("### ").find(|group| group.starts_with("Scan reader")).unwrap();
    assert_eq!(
        scans.trim_end(),
        "Scan reader\n\n\
         - Radiology answers for the Scan reader; it is live.\n\
         - More of the Scan reader, more scans; Emergency has seen it: “since it reads them in a minute we order more”.\n\
         - More scans, more reporting backlog, clearly, because every flagged scan is read twice; Radiology has seen it.\n\
         - More reporting backlog, less report quality, after about a month.\n\
         - We want more report quality.\n\
         - Emergency saw scans go up: 40 % since May."
    );
    let longest = said.lines().map(str::len).max().unwrap();
    assert!(longest < 160, "no line is a paragraph");
}

#[test]
fn noise_bookkeeping_and_what_was_taken_back_are_left_out_and_a_sentence_stands_once() {
    let page = ward().minutes();
    for noise in ["oops", "coffee", "one thing", "scan volume", "slip of the tongue", "undo", "Noted:"] {
        assert!(!page.to_lowercase().contains(&noise.to_lowercase()), "{noise} is in\n{page}");
    }
    let said = ward().under("What was said");
    for once in ["more reporting backlog", "Letter writer, more calls", "“we never agreed who tells the patient”"] {
        assert_eq!(said.matches(once).count(), 1, "{once} in\n{said}");
    }
    assert!(said.ends_with("### Kept as typed\n\n- “Triage helper -> Triage helper : +”"), "a scrap is no statement");
}

#[test]
fn every_change_is_on_the_map_also_one_without_an_effect() {
    let map = ward().under("The map");
    for change in ["Scan reader", "Triage helper", "Letter writer", "Bed forecast", "Ward copilot"] {
        assert!(map.contains(&format!("- **{change}**")), "{change} is missing in\n{map}");
    }
    assert!(map.contains("**Ward copilot** (idea, answered for by IT). *No effect of it was named here.*"));
}

#[test]
fn no_sentence_has_three_colons_and_no_tool_speaks_to_a_client() {
    let page = ward().minutes();
    for line in page.lines() {
        let sentences = line.split(". ");
        assert!(sentences.clone().all(|sentence| sentence.matches(": ").count() < 3), "{line}");
    }
    for word in ["adjacent ", "--", "`"] {
        assert!(!page.contains(word), "{word} is in\n{page}");
    }
}

#[test]
fn days_are_told_with_the_day_of_the_week() {
    let page = ward().minutes();
    assert!(page.contains("\n\nFriday 20 November 2026 · ") && page.contains("by Tuesday 1 December 2026**"), "{page}");
}

#[test]
fn a_corrected_line_stands_in_the_minutes_as_it_was_corrected() {
    let mut room = Room::new();
    room.says("zqtom> !Bot -> less Handle tim : seen").says("zqmei> saw Trust down");
    let wrong = room.last() - 1;
    let before = room.minutes();
    assert!(before.contains("Handle tim;"), "{before}");
    room.says("zqtom> !Bot -> less Handle time : seen");
    let mut right = room.session().events().last().unwrap().clone();
    room.key(Fact::Retracted { seq: right.seq });
    right.facts.insert(0, Fact::Retracted { seq: wrong });
    right.seq = room.last() + 1;
    room.push(right);
    let said = room.under("What was said");
    assert!(said.contains("less Handle time;") && !said.contains("Handle tim;"), "{said}");
}

#[test]
fn laughter_apologies_commands_and_names_alone_are_no_statements() {
    let mut room = Room::new();
    room.says("!Leak detector").in_step("next.3");
    for noise in ["haha", "sorry", "sorry, phone", "can we move on", "4 3 2", "dots 3: Leak detector, Service bot"] {
        room.key(Fact::Answered { text: noise.to_owned() });
    }
    room.key(Fact::Answered { text: "Leak detector".to_owned() });
    room.says("crews will stop to believe it");
    assert_eq!(
        room.under("What was said"),
        "### What will this change next door?\n\n- “crews will stop to believe it”",
        "{}",
        room.minutes()
    );
}

#[test]
fn where_a_name_was_replaced_nothing_stands_as_if_it_was_said_word_for_word() {
    let mut room = Room::new();
    room.key(Fact::Answered { text: "Contact Centre decided".to_owned() });
    assert_eq!(room.under("What was said"), "- Contact Centre decided");
    room.says("say @Claims: Claims says claims will drown in letters");
    let said = room.under("What was said");
    assert!(
        said.contains("Claims says “claims will drown in letters”") || said.contains("Claims say “claims will drown"),
        "{said}"
    );
    assert!(!said.contains("Claims says claims"), "{said}");
}
