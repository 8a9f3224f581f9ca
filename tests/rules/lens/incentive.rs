use crate::example::EXAMPLE;
use crate::findings::sees;
use crate::talk::Talk;

/// The smallest incentive that pulls apart: it covers somebody, and what it pays for harms what is wanted.
const APART: &str = "want trust up
    ^Bonus covers @Service
    ^Bonus -> handle time : rewards -
    handle time -> trust : +";

#[test]
fn a_reward_for_what_harms_something_wanted_pulls_apart() {
    assert_eq!(sees("incentive", APART), ["bonus/trust 30"]);
    let mut talk = Talk::among(&[]);
    let finding = talk.says(APART).finding("incentive", &["Bonus", "trust"]).unwrap();
    assert_eq!(
        finding.says,
        "Bonus asks for less handle time, and with that comes less trust. Anyone following it would land here."
    );
    assert_eq!(finding.ask, "If the reward also needed trust to hold, what would Service do differently on Monday?");
    assert_eq!(finding.evidence.iter().map(|said| said.seq).collect::<Vec<_>>(), [3, 4, 5]);
}

#[test]
fn the_smallest_change_and_it_is_none() {
    let held = "want trust up\n^Bonus covers @Service";
    for (change, lines) in [
        ("nobody is covered", "want trust up\n^Bonus -> time : rewards -\ntime -> trust : +".to_owned()),
        ("nobody wants it", "^Bonus covers @Service\n^Bonus -> time : rewards -\ntime -> trust : +".to_owned()),
        ("it helps", format!("{held}\n^Bonus -> time : rewards +\ntime -> trust : +")),
        ("nobody knows what it pays for", format!("{held}\n^Bonus -> time : rewards ?\ntime -> trust : +")),
        ("it only moves it", format!("{held}\n^Bonus -> time : -\ntime -> trust : +")),
        ("it pays for that very thing", format!("{held}\n^Bonus -> trust : rewards -")),
        ("five arrows on", format!("{held}\n^Bonus -> a : rewards -\na -> b -> c -> d -> e -> trust : +++")),
    ] {
        assert_eq!(sees("incentive", &lines), [""; 0], "{change}");
    }
    let four = format!("{held}\n^Bonus -> a : rewards -\na -> b -> c -> d -> trust : +++");
    assert_eq!(sees("incentive", &four), ["bonus/trust 34"], "four arrows on");
}

#[test]
fn it_weighs_more_when_anything_harmed_is_another_units() {
    let abroad = format!("{APART}\n@Sales owns trust");
    assert_eq!(sees("incentive", &abroad), ["bonus/trust 39"]);
    assert_eq!(sees("incentive", &format!("{APART}\n@Service owns trust")), ["bonus/trust 30"]);
    let further = format!("{APART}\ntrust -> ~renewals (want up) : +\n@Sales owns renewals");
    let mut talk = Talk::among(&[]);
    let finding = talk.says(&further).finding("incentive", &["Bonus", "trust"]).unwrap();
    assert_eq!(finding.severity, 39);
    assert!(finding.says.ends_with("and it reaches renewals, which belongs to Sales."), "{}", finding.says);
}

#[test]
fn the_strongest_harm_counts_and_of_equals_the_nearest_the_surest_and_the_first() {
    let harm = |more: &str| sees("incentive", &format!("{APART}\nwant calls down\nwant errors down\n{more}"));
    assert_eq!(harm("handle time -> calls : --"), ["bonus/calls 35"], "0.35 against 0.25");
    assert_eq!(harm("handle time -> calls : - seen"), ["bonus/calls 30"], "as strong, and surer than trust by its way");
    assert_eq!(harm("handle time -> errors : -\nhandle time -> calls : -"), ["bonus/calls 30"], "the first of equals");
}

#[test]
fn a_measure_that_guards_it_already_is_named() {
    let mut talk = Talk::among(&[]);
    talk.says(APART).says("^Trust award covers @Service\n^Trust award -> trust : rewards +");
    let finding = talk.finding("incentive", &["Bonus", "trust"]).unwrap();
    assert!(finding.says.ends_with("Trust award asks for more trust already."), "{}", finding.says);
    assert_eq!(finding.ask, "Is Trust award enough for trust to hold?");
}

/// The smallest hope that nothing rewards.
const HOPE: &str = "@Service owns !Bot
    !Bot aims ~trust : +
    ^Bonus covers @Service
    ^Bonus -> handle time : rewards -";

#[test]
fn what_is_hoped_for_and_not_paid_for_is_hope() {
    assert_eq!(sees("incentive", HOPE), ["hope service/trust 45"]);
    let purpose = HOPE.replace("~trust : +", "*Fair service");
    assert_eq!(sees("incentive", &purpose), ["hope service/fair service 45"]);
    for (change, lines) in [
        ("it is paid for", format!("{HOPE}\n^Bonus -> trust : rewards +")),
        ("what is paid for leads there", format!("{HOPE}\nhandle time -> trust : -")),
        ("nothing is paid for", HOPE.replace("rewards -", "rewards ?")),
        ("others are paid", HOPE.replace("covers @Service", "covers @Sales")),
        ("nobody's change", HOPE.replace("@Service owns !Bot", "!Bot is live")),
        ("nobody knows which way", HOPE.replace("~trust : +", "~trust : ?")),
    ] {
        assert_eq!(sees("incentive", &lines), [""; 0], "{change}");
    }
}

/// The smallest strain: a change moves the number that is paid for.
const STRAIN: &str = "^Bonus covers @Service
    ^Bonus -> ~handle time : rewards -
    !Bot -> handle time : -";

#[test]
fn a_number_that_is_moved_by_itself_is_under_strain() {
    assert_eq!(sees("incentive", STRAIN), ["strain bonus/handle time 40"]);
    let means = format!("{STRAIN}\nwant waiting down\nhandle time -> waiting : +");
    assert_eq!(sees("incentive", &means), ["strain bonus/handle time 40"]);
    for (change, lines) in [
        ("it moves the other way", STRAIN.replace("!Bot -> handle time : -", "!Bot -> handle time : +")),
        ("no change moves it", STRAIN.replace("!Bot ->", "/Intake ->")),
        ("nobody is covered", STRAIN.replace("^Bonus covers @Service", "")),
        ("it helps in another way too", format!("{means}\n!Bot -> waiting : -")),
    ] {
        assert_eq!(sees("incentive", &lines), [""; 0], "{change}");
    }
    let through = format!("{means}\n!Bot -> waiting : +");
    assert_eq!(sees("incentive", &through), ["strain bonus/handle time 40"], "the other way harms");
}

#[test]
fn the_bonus_of_the_example_goes_with_its_arrow() {
    let about = ["Handle-time bonus", "First-contact resolution"];
    let mut talk = Talk::transcript(EXAMPLE);
    let finding = talk.finding("incentive", &about).unwrap();
    assert!(finding.says.ends_with("it reaches Retention rate, which belongs to Retention."), "{}", finding.says);
    talk.says("tom> no Handle time -> First-contact resolution\nsam> no Handle time -> First-contact resolution");
    assert_eq!(talk.finding("incentive", &about), None);
}
