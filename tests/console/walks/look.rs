use adjacent::record::Mode;

use crate::walks::walk::Walk;

const BEFORE: &str = "
    Contact Centre owns !Service bot (live)
    Service bot -> less Handle time : 2w
    Service bot -> more Repeat calls : 1m
    Letter drafter -> less Reply time : 1q
    Letter drafter -> more Mails : 6d
    do pair the bonus with resolution : tom due 2026-11-04 re Handle time
    do ring Retention : mei due 2026-11-10
    do think about the letters : pri due 2026-11-18
";

#[test]
fn a_room_looks_up_what_it_said_and_what_it_promised() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "look");
    walk.through("# What looks different\n the bot is no longer the first thing customers meet\n # What came");
    assert_eq!(
        walk.subjects(),
        ["Service bot → less Handle time", "Service bot → more Repeat calls"],
        "what was said to take a quarter is not due after a month"
    );
    let asked = walk.prompt();
    assert!(asked.contains("Service bot → less Handle time (20 October 2026, minute "), "{asked}");
    walk.through(
        "down 20 seconds => saw Handle time down 20 seconds
         nothing => saw Repeat calls flat \"nothing\"
         # What we promised
         done => settle 2026-10-20-before-0000#7 done",
    );
    assert_eq!(walk.read_back(), "Done: pair the bonus with resolution.");
    walk.through(
        "not yet, 4 dec => settle 2026-10-20-before-0000#8 moved 4 dec
         dropped, nobody wanted it => settle 2026-10-20-before-0000#9 dropped nobody wanted it",
    );
    assert_eq!(walk.prompt(), "No promise is left open. Which one should we have made?");
    walk.through(
        "# What we left out
         Brokers -> Claims intake : feeds
         # No longer true
         Letter drafter -> Reply time : =",
    );
    walk.leaves(
        "party Brokers
         process Claims intake
         Brokers -> Claims intake : feeds
         Letter drafter -> Reply time : ? 91d
         no longer Letter drafter -> Reply time : - 91d",
        "answered the bot is no longer the first thing customers meet
         observed Handle time down | 20 seconds
         observed Repeat calls flat | nothing
         settled 2026-10-20-before-0000#7 done | - | -
         settled 2026-10-20-before-0000#8 moved | 2026-12-04 | -
         settled 2026-10-20-before-0000#9 dropped | - | nobody wanted it",
    )
    .reaches_its_goals();
}

#[test]
fn somebody_alone_reads_what_they_wrote() {
    let mut walk = Walk::after(BEFORE, Mode::Solo, "look");
    walk.through(
        "# What looks different
         I wrote about calls and never about callers
         # What came
         Handle time fell by 20 seconds => saw Handle time down by 20 seconds
         up since October => saw Repeat calls up since October
         # What you promised
         friday => settle 2026-10-20-before-0000#7 moved friday
         yes => settle 2026-10-20-before-0000#8 done
         # Whom you left out
         Brokers: what reaches you that we never sent => ? Brokers: what reaches you that we never sent
         # No longer true
         Letter drafter -> Reply time : =",
    );
    walk.leaves(
        "Letter drafter -> Reply time : ? 91d
         no longer Letter drafter -> Reply time : - 91d",
        "answered I wrote about calls and never about callers
         observed Handle time down | by 20 seconds
         observed Repeat calls up | since October
         settled 2026-10-20-before-0000#7 moved | 2026-11-27 | -
         settled 2026-10-20-before-0000#8 done | - | -
         asked Brokers: what reaches you that we never sent",
    )
    .reaches_its_goals();
}
