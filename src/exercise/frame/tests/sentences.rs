//! Sentences, names and effects.

use super::*;

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
    assert_eq!(frame.text_of("starved").as_deref(), Some("Bot: starved"));
    assert_eq!(frame.text_of("3"), None);
}

#[test]
fn whose_it_is_stands_before_a_colon_or_is_the_unit_of_the_speaker() {
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
        assert_eq!(got.map(|got| got.to_string()).as_deref(), long, "{said} of {unit:?}");
    }
}

#[test]
fn questions_of_their_own_are_saved_as_they_are() {
    check(
        &with("? {}: what is different", Answer::Text, vec![]),
        &[
            ("Sam", "? Sam: what is different"),
            ("Sam: who owns the letters", "? Sam: who owns the letters"),
            ("does it help you?", "? does it help you?"),
        ],
    );
}
