use adjacent::record::Mode;

use crate::walks::walk::Walk;

#[test]
fn a_room_says_what_it_hopes_and_what_it_hears() {
    let mut walk = Walk::begun(Mode::Live, "arrive");
    walk.through(
        "# How we work
         please keep my name on my lines
         # Hopes and worries
         Claims handlers: Am I training my replacement? re Claims triage
            => say Claims handlers: Am I training my replacement? re Claims triage
         mei> I hope it takes the boring letters away => say @Claims: I hope it takes the boring letters away
         pri> customers hear of launches before we do re Service bot
            => say @Retention: customers hear of launches before we do re Service bot
         who gets blamed when the bot is wrong? => &who gets blamed when the bot is wrong?
         # Worth it
         that we stop the wrong one, not the loud one",
    );
    walk.leaves(
        "voice Am I training my replacement?
         party Claims
         party Claims handlers
         unknown Claims triage
         voice customers hear of launches before we do
         voice I hope it takes the boring letters away
         party Retention
         initiative Service bot
         voice who gets blamed when the bot is wrong?
         Am I training my replacement? -> Claims triage : covers
         Claims -> I hope it takes the boring letters away : owns
         Claims handlers -> Am I training my replacement? : owns
         customers hear of launches before we do -> Service bot : covers
         Retention -> customers hear of launches before we do : owns",
        "answered please keep my name on my lines
         answered that we stop the wrong one, not the loud one",
    )
    .reaches_its_goals();
}

#[test]
fn somebody_alone_writes_down_what_was_said_in_the_corridor() {
    let mut walk = Walk::begun(Mode::Solo, "arrive");
    walk.through(
        "# In the corridor
         Retention: I hear about launches from customers re Service bot
            => say Retention: I hear about launches from customers re Service bot
         that the pilot is only there to cut heads => &that the pilot is only there to cut heads
         # Worth it
         one question that I dare to ask on Monday",
    );
    walk.leaves(
        "voice I hear about launches from customers
         party Retention
         initiative Service bot
         voice that the pilot is only there to cut heads
         I hear about launches from customers -> Service bot : covers
         Retention -> I hear about launches from customers : owns",
        "answered one question that I dare to ask on Monday",
    )
    .reaches_its_goals();
}

#[test]
fn a_name_before_the_colon_is_whose_it_is_and_a_hope_is_nobody() {
    let mut walk = Walk::begun(Mode::Live, "arrive");
    walk.on_to_the_next().through(
        "# Hopes and worries
         hope: fewer letters => &hope: fewer letters
         tom> worry: we are next => say @Contact Centre: worry: we are next
         Brokers: it needs us less every month => say Brokers: it needs us less every month
         nobody => (a sentence)",
    );
    assert!(walk.recording().ledger().thing("hope").is_none());
}
