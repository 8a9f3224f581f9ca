use jiff::civil::date;

use super::*;
use crate::capture::lexicon::LexiconFile;

fn calendar(lexicon: &Lexicon) -> Calendar<'_> {
    let today = date(2026, 11, 20);
    Calendar { lexicon, today, opened: today, order: DateOrder::DayFirst }
}

#[test]
fn due_dates_are_read_as_people_say_them() {
    let today = date(2026, 11, 20);
    let on = |year, month, day| Some(Due::On(date(year, month, day)));
    for (typed, expected) in [
        ("2026-12-04", on(2026, 12, 4)),
        ("fri", on(2026, 11, 27)),
        ("Saturday", on(2026, 11, 21)),
        ("next friday", on(2026, 11, 27)),
        ("4 dec", on(2026, 12, 4)),
        ("Dec 4th", on(2026, 12, 4)),
        ("december 4", on(2026, 12, 4)),
        ("friday 4 dec", on(2026, 12, 4)),
        ("20 nov", Some(Due::On(today))),
        ("3 March", on(2027, 3, 3)),
        ("29 feb", on(2028, 2, 29)),
        ("4 december 2027", on(2027, 12, 4)),
        ("4/12", on(2026, 12, 4)),
        ("31.12.", on(2026, 12, 31)),
        ("15/10", on(2027, 10, 15)),
        ("12/31", on(2026, 12, 31)),
        ("15/10/2027", on(2027, 10, 15)),
        ("1.2.27", on(2027, 2, 1)),
        ("end of march", on(2027, 3, 31)),
        ("mid october", on(2027, 10, 15)),
        ("mid-October", on(2027, 10, 15)),
        ("early June", on(2027, 6, 5)),
        ("the end of February 2028", on(2028, 2, 29)),
        ("end of the week", on(2026, 11, 27)),
        ("end of the year", on(2026, 12, 31)),
        ("end of next week", on(2026, 11, 27)),
        ("Q2", on(2027, 6, 30)),
        ("Q4", on(2026, 12, 31)),
        ("by June", on(2027, 6, 1)),
        ("until Friday", on(2026, 11, 27)),
        ("2w", Some(Due::In(14))),
        ("within two weeks", Some(Due::In(14))),
        ("a month", Some(Due::In(30))),
        ("next month", Some(Due::In(30))),
        ("10 days", Some(Due::In(10))),
        ("next week", Some(Due::In(7))),
        ("tomorrow", Some(Due::In(1))),
        ("today", Some(Due::In(0))),
        ("31 feb", None),
        ("soon", None),
        ("later", None),
        ("2026-13-04", None),
        ("24/7", None),
        ("4.5", None),
        ("June", None),
        ("friday they left", None),
        ("", None),
    ] {
        assert_eq!(calendar(Lexicon::english()).whole(typed), expected, "{typed}");
    }
}

#[test]
fn a_date_in_numbers_has_the_month_first_where_that_is_the_order() {
    let month_first = Calendar { order: DateOrder::MonthFirst, ..calendar(Lexicon::english()) };
    for (typed, month, day) in [
        ("3/4/2027", 3, 4),
        ("3-4-2027", 3, 4),
        ("31/12/2027", 12, 31),
        ("12/31/2027", 12, 31),
        ("2027-04-03", 4, 3),
        ("1.2.2027", 2, 1),
        ("4 march 2027", 3, 4),
    ] {
        assert_eq!(month_first.whole(typed), Some(Due::On(date(2027, month, day))), "{typed}");
    }
    assert_eq!(month_first.whole("3/4"), Some(Due::On(date(2027, 3, 4))));
    assert_eq!(calendar(Lexicon::english()).whole("3/4"), Some(Due::On(date(2027, 4, 3))));
    let found = month_first.at_end("ring them by 3/4").map(|found| found.typed);
    assert_eq!(found, Some("2027-03-04".to_owned()), "who reads it with the day first finds the same day");
}

#[test]
fn a_span_said_on_a_later_day_counts_from_that_day() {
    let later = Calendar { today: date(2026, 11, 25), ..calendar(Lexicon::english()) };
    assert_eq!(later.whole("2w"), Some(Due::On(date(2026, 12, 9))));
}

#[test]
fn a_day_at_the_end_of_a_sentence_takes_its_words_with_it() {
    for (text, rest, typed) in [
        ("check with Legal by Friday", "check with Legal ", Some("friday")),
        ("call the vendor 4/12", "call the vendor ", Some("4/12")),
        ("books the test yard, mid October", "books the test yard, ", Some("mid october")),
        ("call the ombudsman back on 31.12.", "call the ombudsman back ", Some("31.12.")),
        ("ask the union, deadline 20/10/2027", "ask the union, ", Some("20/10/2027")),
        ("ring them within two weeks", "ring them ", Some("2w")),
        ("ring them due: 4 dec", "ring them ", Some("4 dec")),
        ("ring them next week", "ring them ", Some("1w")),
        ("look where they sat", "look where they sat", None),
        ("we meet on a Monday", "we meet on a Monday", None),
        ("talk for two weeks about it", "talk for two weeks about it", None),
        ("keep it running 24/7", "keep it running 24/7", None),
    ] {
        let found = calendar(Lexicon::english()).at_end(text);
        let start = found.as_ref().map_or(text.len(), |found| found.at.start);
        assert_eq!(found.as_ref().map(|found| found.typed.as_str()), typed, "{text}");
        assert_eq!(&text[..start], rest, "{text}");
    }
}

#[test]
fn a_day_may_stand_before_a_colon() {
    let english = calendar(Lexicon::english());
    assert_eq!(
        english.at_start("until Monday: Iker sends the list").map(|found| found.typed),
        Some("monday".to_owned())
    );
    for text in ["Monday: Iker sends the list", "until Monday Iker sends the list", "by hand: no"] {
        assert_eq!(english.at_start(text), None, "{text}");
    }
}

#[test]
fn another_language_is_one_more_file() {
    let text = r#"(
        language: "xx",
        articles: ["el", "le", "la"],
        prepositions: ["de"],
        contractions: [("del", "de el")],
        elisions: [("l", "le")],
        months: [["enero"], ["febrero"], ["marzo", "mars"]],
        weekdays: [["lunes"], [], [], [], ["viernes", "vendredi"]],
        next_week: ["la semana que viene"],
        coming: ["próximo", "prochain"],
        until: ["antes de", "avant"],
        end: ["finales de"],
    )"#;
    let lexicon = Lexicon::of(&["xx"], &[LexiconFile::parse(text).unwrap()]);
    let calendar = calendar(&lexicon);
    for (text, typed) in [
        ("llama antes del viernes", "viernes"),
        ("appelle avant vendredi prochain", "vendredi"),
        ("relance avant le 15 mars", "15 mars"),
        ("llama antes del 15 de marzo", "15 de marzo"),
        ("llama a finales de marzo", "finales de marzo"),
        ("llama la semana que viene", "1w"),
        ("call the vendor by friday", "friday"),
    ] {
        assert_eq!(calendar.at_end(text).map(|found| found.typed).as_deref(), Some(typed), "{text}");
    }
}
