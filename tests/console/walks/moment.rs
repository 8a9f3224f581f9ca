use adjacent::record::Mode;

use crate::walks::walk::Walk;

const BEFORE: &str = "
    Contact Centre owns !Service bot (live)
    Claims owns !Letter drafter (pilot)
    Claims owns !Claims triage (live)
    say Claims handlers: Am I training my replacement re Claims triage
    Claims triage -> @Claims handlers
    Service bot -> @Customers (outside)
";

#[test]
fn a_room_shows_its_sentences_together_and_says_what_serves_them() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "moment");
    walk.collects(&["faster, fairer claims", "AI lowers the load so that people can think", "to keep up"]);
    walk.through(
        "# Which one it serves
         2 => Claims triage aims *[faster, fairer claims] : +
         none of them => Letter drafter: none of them
         1 3 => Service bot aims *[AI lowers the load so that people can think], *[to keep up] : +
         # What was carried over
         Service bot \"its list of words customers really use\"
            => Claims triage builds on Service bot \"its list of words customers really use\"
         nothing => Letter drafter: nothing
         # What went quiet
         2, its sponsor moved on in March => Letter drafter is fading \"its sponsor moved on in March\"
         # Not in the room
         Brokers: it needs us less every month => say Brokers: it needs us less every month
         mei answers that by 4 dec => (a sentence)
         # What would change the next
         repeat calls -> Portfolio review : feeds
         # For you this means
         fewer letters, more hard calls : mei due fri
            => do tell Claims handlers: fewer letters, more hard calls : mei due fri
         we don't know yet, tom tells them by friday
            => do tell Customers: we don't know yet, tom tells them : tom due friday",
    );
    walk.leaves(
        "purpose AI lowers the load so that people can think
         party Brokers
         purpose faster, fairer claims
         voice it needs us less every month
         initiative Letter drafter (fading)
         forum Portfolio review
         factor repeat calls
         purpose to keep up
         Brokers -> it needs us less every month : owns
         Claims triage -> faster, fairer claims : aims +
         Claims triage -> Service bot : builds
         repeat calls -> Portfolio review : feeds
         Service bot -> AI lowers the load so that people can think : aims +
         Service bot -> to keep up : aims +
         no longer initiative Letter drafter (pilot)",
        "shown together AI lowers the load so that people can think / faster, fairer claims / to keep up
         answered Letter drafter: none of them
         answered Letter drafter: nothing
         answered Claims answers that by 4 dec
         promised tell Claims handlers: fewer letters, more hard calls | mei | 2026-11-27 | -
         promised tell Customers: we don't know yet, Contact Centre tells them | tom | 2026-11-27 | -",
    )
    .reaches_its_goals();
}

#[test]
fn somebody_alone_writes_the_sentence_and_hears_it_repeated() {
    let mut walk = Walk::after(BEFORE, Mode::Solo, "moment");
    walk.through(
        "# Your sentence
         AI lowers the load so that people can decide on the day
            => *AI lowers the load so that people can decide on the day
         # Which one serves it
         1 => Claims triage aims *[AI lowers the load so that people can decide on the day] : +
         none => Letter drafter: none
         to keep up with the others => Service bot aims *[to keep up with the others] : +
         # What you reused
         Service bot \"its list of words\" => Claims triage builds on Service bot \"its list of words\"
         # What you let go quiet
         the letter drafter, I stopped asking in March => Letter drafter is fading \"I stopped asking in March\"
         # As they repeat it
         Claims handlers: they want fewer of us and call it value
            => say Claims handlers: they want fewer of us and call it value
         # What would change your mind
         claims errors -> Team meeting : feeds
         # For them this means
         I don't know yet what happens to the letters, friday
            => do tell Claims handlers: I don't know yet what happens to the letters due friday",
    );
    walk.leaves(
        "purpose AI lowers the load so that people can decide on the day
         factor claims errors
         initiative Letter drafter (fading)
         unknown Team meeting
         voice they want fewer of us and call it value
         purpose to keep up with the others
         claims errors -> Team meeting : feeds
         Claims triage -> AI lowers the load so that people can decide on the day : aims +
         Claims triage -> Service bot : builds
         Service bot -> to keep up with the others : aims +
         set aside Claims handlers -> they want fewer of us and call it value : owns
         no longer initiative Letter drafter (pilot)",
        "answered Letter drafter: none
         promised tell Claims handlers: I don't know yet what happens to the letters | me | 2026-11-27 | -",
    )
    .reaches_its_goals();
}

#[test]
fn a_number_beyond_the_sentences_is_no_purpose() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "moment");
    walk.through("to keep up => *to keep up\n # Which one it serves");
    walk.types("7");
    assert_eq!(walk.doubts(), ["there are 1 to choose from"]);
    walk.says("");
    assert!(walk.recording().ledger().thing("7").is_none());
}

#[test]
fn where_nobody_was_named_as_touched_nobody_is_said_to_have_been_promised_a_word() {
    for mode in [Mode::Live, Mode::Solo] {
        let mut walk = Walk::begun(mode, "moment");
        let mut asked = Vec::new();
        for _ in 0..8 {
            asked.push(walk.prompt());
            walk.on_to_the_next();
        }
        let asked = asked.join("\n");
        assert!(asked.contains("Nobody has been named yet whom this touches."), "{asked}");
        assert!(!asked.contains("has been promised a word"), "{asked}");
    }
}
