use crate::findings::sees;
use crate::talk::Talk;

#[test]
fn an_aim_without_a_path_is_hope() {
    assert_eq!(sees("mechanism", "!Bot -> trust : aims +"), ["hope bot/trust 60"]);
    for (change, lines) in [
        ("a route", "!Bot -> trust : aims +\nBot -> trust : +"),
        ("a route of three arrows", "!Bot -> trust : aims +\nBot -> calls : -\ncalls -> time : +\ntime -> trust : -"),
        ("nobody says which way", "!Bot -> trust : aims"),
        ("meant for no factor", "!Bot -> *Fairer claims : aims +"),
        ("no aim", "!Bot -> calls : +"),
    ] {
        assert_eq!(sees("mechanism", lines), [""; 0], "{change}");
    }
}

#[test]
fn a_path_of_which_the_sign_is_open_is_none() {
    assert_eq!(sees("mechanism", "!Bot -> trust : aims +\nBot -> trust : ?"), ["hope bot/trust 60"]);
}

#[test]
fn whoever_means_something_may_be_a_forum_or_an_incentive() {
    assert_eq!(sees("mechanism", "#Review -> trust : aims +"), ["hope review/trust 60"]);
    assert_eq!(sees("mechanism", "^Bonus -> calls : aims -"), ["hope bonus/calls 60"]);
}

#[test]
fn when_every_path_goes_the_other_way_it_backfires() {
    let backfire = "!Bot -> trust : aims +\nBot -> trust : -";
    assert_eq!(sees("mechanism", backfire), ["backfire bot/trust 80"]);
    let two = format!("{backfire}\nBot -> calls : ++\ncalls -> trust : --");
    assert_eq!(sees("mechanism", &two), ["backfire bot/trust 80"]);
    let one_as_meant = format!("{two}\nBot -> answers : +\nanswers -> trust : +");
    assert_eq!(sees("mechanism", &one_as_meant), [""; 0], "one route goes as meant, however weak");
}

#[test]
fn when_every_path_as_meant_hangs_on_a_guess_it_is_thin() {
    let thin = "!Bot -> trust : aims -\nBot -> calls : + seen\ncalls -> trust : - guess";
    assert_eq!(sees("mechanism", thin), ["thin bot/trust 35"]);
    assert_eq!(sees("mechanism", &thin.replace("guess", "told")), [""; 0], "somebody was told");
    let a_second_guess = format!("{thin}\ncalls -> trust : - guess");
    assert_eq!(sees("mechanism", &a_second_guess), [""; 0], "a second person guesses the same");
    let beside = format!("{thin}\nBot -> trust : -");
    assert_eq!(sees("mechanism", &beside), [""; 0], "another route is surer");
}

#[test]
fn what_is_said_names_the_strongest_path_and_rests_on_all() {
    let mut talk = Talk::among(&[]);
    talk.says("!Bot -> trust : aims +\nBot -> trust : -\nBot -> calls : ++\ncalls -> trust : --\nBot -> letters : +");
    let finding = talk.finding("mechanism", &["Bot", "trust"]).unwrap();
    assert_eq!(
        finding.says,
        "Bot is meant to raise trust, and every route named so far lowers it, most of all: more Bot, less trust."
    );
    assert_eq!(finding.ask, "What has to change first for Bot to move trust?");
    assert_eq!(finding.evidence.iter().map(|said| said.seq).collect::<Vec<_>>(), [2, 3, 4, 5]);

    let finding = Talk::among(&[]).says("!Bot -> trust : aims -").finding("mechanism", &["Bot", "trust"]).unwrap();
    assert_eq!(finding.says, "Bot is meant to lower trust, and nobody here has named how.");
}
