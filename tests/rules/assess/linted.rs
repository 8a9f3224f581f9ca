use adjacent::assess::{EMBEDDED, Instrument, lint};

use super::stage::instrument;

fn flaws(change: impl FnOnce(&mut Instrument)) -> Vec<String> {
    let mut changed = instrument();
    change(&mut changed);
    lint(&changed).iter().map(ToString::to_string).collect()
}

#[test]
fn every_version_of_the_program_is_without_a_flaw() {
    for text in EMBEDDED {
        let instrument = Instrument::parse(text).unwrap();
        let flaws: Vec<String> = lint(&instrument).iter().map(ToString::to_string).collect();
        assert!(flaws.is_empty(), "version {}:\n{}", instrument.version, flaws.join("\n"));
    }
}

#[test]
fn what_is_wrong_with_an_instrument_is_found_and_named() {
    type Change = fn(&mut Instrument);
    let cases: [(Change, &str); 20] = [
        (|it| it.version = 0, "version: versions count from 1"),
        (|it| it.levels.reverse(), "levels: there are three"),
        (|it| drop(it.levels.pop()), "levels: there are three"),
        (|it| it.levels[0].items.truncate(3), "Leading self: a level has four to six items"),
        (|it| it.levels[2].flags.clear(), "Leading systems: nothing holds this level down"),
        (|it| it.levels[0].items[1].id = "S1".into(), "S1: this id is there twice"),
        (|it| it.levels[0].items[0].id = "T9".into(), "T9: ids of this level begin with S"),
        (|it| it.levels[0].items[0].one = " ".into(), "S1: nothing is written here"),
        (|it| it.levels[0].items[0].three = "a\u{202e}b".into(), "S1: there is a character in it"),
        (|it| it.levels[0].items[0].three = "a | b".into(), "S1: there is a character in it"),
        (|it| it.levels[0].items[0].five = "x".repeat(121), "S1: it does not fit two lines"),
        (|it| it.levels[1].items[0].five = it.levels[1].items[0].one.clone(), "T1: two anchors read the same"),
        (|it| it.levels[1].items[0].ask = "Tell it.".into(), "T1: what asks for an example is a question"),
        (|it| it.levels[1].flags[0].says = "so".into(), "TF1: a red flag is a statement"),
        (|it| drop(it.practices.remove(0)), "S1: it has 0 practices"),
        (|it| it.practices[1].gaps.push("S1".into()), "S1: it has 2 practices"),
        (|it| it.practices[1].gaps.push("S77".into()), "S77: there is no item"),
        (|it| it.reading[0].items.push("S78".into()), "S78: there is no item"),
        (|it| it.practices[0].trains.clear(), "S1: no exercise trains this practice"),
        (|it| it.practices[0].does = "Do".into(), "S1: a practice is a sentence"),
    ];
    for (change, expected) in cases {
        let found = flaws(change);
        assert!(found.iter().any(|flaw| flaw.starts_with(expected)), "{expected} is not in {found:#?}");
    }
}

#[test]
fn an_instrument_that_cannot_be_read_is_refused_with_its_place() {
    for (text, wrong) in [
        ("(\n  formt: 1,\n)", "line 2"),
        (&EMBEDDED[0].replacen("format: 1", "format: 9", 1), "format 9 is not known here"),
        (&EMBEDDED[0].replacen("level: Teams", "level: Gods", 1), "Gods"),
    ] {
        let error = Instrument::parse(text).unwrap_err().to_string();
        assert!(error.contains(wrong), "{error}");
    }
}
