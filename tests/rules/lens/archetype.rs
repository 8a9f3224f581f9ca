use crate::example::EXAMPLE;
use crate::findings::sees;
use crate::talk::Talk;

const MINIATURES: &str = include_str!("../../fixtures/archetypes.md");

/// The lines under a heading of the miniatures.
fn miniature(heading: &str) -> &'static str {
    let section = MINIATURES.split("\n## ").find(|section| section.starts_with(heading)).unwrap();
    section.split("```").nth(1).unwrap()
}

fn archetypes(lines: &str) -> Vec<String> {
    sees("archetype", lines)
}

#[test]
fn every_miniature_is_what_its_heading_says_and_nothing_else() {
    for (heading, expected) in [
        ("shifting the burden", ["shifting-the-burden bot share/root cause fixing/queue 42"].as_slice()),
        ("fixes that fail", &["fixes-that-fail overtime/backlog 33"]),
        ("limits to success", &["limits-to-success review capacity 30"]),
        // Late capacity is told beside its limit.
        (
            "growth and underinvestment",
            &["limits-to-success review capacity 30", "growth-and-underinvestment review capacity 21"],
        ),
        ("success to the successful", &["success-to-the-successful attention to triage 30"]),
        ("escalation", &["escalation offer bot/save bot 42"]),
        ("drifting goals", &["drifting-goals reply target/reply time 42"]),
        ("clean chain", &[]),
        ("ordinary brake", &[]),
    ] {
        assert_eq!(archetypes(miniature(heading)), expected, "{heading}");
    }
    assert_eq!(MINIATURES.matches("\n## ").count(), 9);
}

/// What is seen in a miniature of which one line was replaced.
fn changed(heading: &str, line: &str, by: &str) -> Vec<String> {
    let lines = miniature(heading);
    assert!(lines.contains(line), "{line}");
    archetypes(&lines.replace(line, by))
}

#[test]
fn a_fix_fails_when_it_comes_back_later() {
    let changed = |line: &str, by: &str| changed("fixes that fail", line, by);
    assert_eq!(changed("want Backlog down", ""), [""; 0], "nobody wants it");
    assert_eq!(changed("Overtime -> Backlog : -- 1w", "Overtime -> Backlog : -- 1q"), [""; 0], "no later");
    assert_eq!(changed("Overtime -> Backlog : -- 1w", ""), [""; 0], "it does not help");
    assert_eq!(changed("Errors -> Backlog : +", "Errors -> Backlog : ?"), [""; 0], "nobody knows that it comes back");
    assert_eq!(changed("Backlog -> Overtime : +", ""), [""; 0], "nobody reaches for it");
    assert_eq!(changed("Backlog -> Overtime : +", "Backlog -> Overtime : ?"), [""; 0], "whether anybody does is open");
    let reached = changed("Backlog -> Overtime : +", "Backlog -> Overtime : -");
    assert_eq!(reached.first().map(String::as_str), Some("fixes-that-fail overtime/backlog 33"), "whichever way");
    let direct =
        "want Backlog down\nBacklog -> Overtime : +\nOvertime -> Backlog : -- 1w\nOvertime feeds Backlog : + 1q";
    assert_eq!(archetypes(direct), [""; 0], "by one arrow it does not come back");
}

#[test]
fn an_initiative_that_fails_as_a_fix_is_asked_about() {
    let lines = miniature("fixes that fail").replace("Backlog -> Overtime : +", "!Overtime is live");
    let mut talk = Talk::among(&[]);
    assert_eq!(talk.says(&lines).sees("archetype"), ["near overtime/backlog 16"]);
    let finding = talk.finding("archetype", &["Overtime", "Backlog"]).unwrap();
    assert_eq!(finding.ask, "Does more Backlog make us reach for Overtime?");
    assert!(finding.says.contains("eases Backlog now and brings it back in about two months"), "{}", finding.says);
}

#[test]
fn the_burden_shifts_when_the_quick_fix_weakens_the_lasting_one() {
    let changed = |line: &str, by: &str| changed("shifting the burden", line, by);
    let whole = ["shifting-the-burden bot share/root cause fixing/queue 42"];
    assert_eq!(changed("Queue -> Bot share : +", ""), whole, "whether anybody reaches for it or not");
    assert_eq!(changed("want Queue down", ""), [""; 0], "nobody wants it");
    assert_eq!(changed("-- 1q", "-- now"), [""; 0], "as quick");
    let near = ["near bot share/root cause fixing/queue 25"];
    assert_eq!(changed("Bot share -> Root-cause fixing : -", ""), near);
    assert_eq!(changed("Bot share -> Root-cause fixing : -", "Bot share -> Root-cause fixing : ?"), near);
    assert_eq!(changed("Bot share -> Root-cause fixing : -", "Queue -> Root-cause fixing : +"), near, "by the target");
    let lines = miniature("shifting the burden");
    let shared = lines.replace("Bot share -> Queue : -- now", "Bot share -> Staff : +\nStaff -> Queue : --");
    let shared = shared.replace("Root-cause fixing -> Queue : -- 1q", "Root-cause fixing -> Staff : + 1q");
    assert!(archetypes(&shared).iter().all(|seen| !seen.starts_with("shifting")), "{:?}", archetypes(&shared));
}

#[test]
fn growth_meets_what_is_scarce_or_slow_beside_it() {
    let changed = |line: &str, by: &str| changed("limits to success", line, by);
    let near = ["near adoption 15"];
    assert_eq!(changed(" (scarce)", ""), near, "nothing is known to run out");
    assert_eq!(changed(" (scarce) : -", " : - 29d"), near);
    assert_eq!(changed(" (scarce) : -", " : - 30d"), ["limits-to-success review capacity 30"]);
    assert_eq!(changed("Word of mouth -> Adoption : +", ""), [""; 0], "nothing grows");
    assert_eq!(changed("Review capacity -> Adoption : +", ""), [""; 0], "nothing holds it back");
    let slower = "Review capacity -> $Rooms : + 1q\nRooms -> Adoption : +";
    let longer = changed("Review capacity -> Adoption : +", slower);
    assert_eq!(longer, ["limits-to-success review capacity 25"], "what is scarce comes before what is slow");
    let mut talk = Talk::among(&[]);
    let finding =
        talk.says(&miniature("limits to success").replace(" (scarce)", "")).finding("archetype", &["Adoption"]);
    assert_eq!(finding.unwrap().ask, "What holds Adoption back first, if it grows?");
}

#[test]
fn capacity_that_comes_late_is_told_and_one_without_a_delay_is_asked_about() {
    let growth = |by: &str| changed("growth and underinvestment", "Hiring -> Review capacity : + 1q", by);
    let limit = "limits-to-success review capacity 30";
    assert_eq!(growth("Hiring -> Review capacity : + 60d"), [limit, "growth-and-underinvestment review capacity 21"]);
    assert_eq!(growth("Hiring -> Review capacity : + 59d"), [limit]);
    assert_eq!(growth("Hiring -> Review capacity : - 60d"), [limit]);
    assert_eq!(growth("Hiring -> Review capacity : +"), [limit, "near review capacity 11"]);
}

#[test]
fn success_goes_where_it_went_when_two_loops_pull_on_one_thing() {
    let back = "Copilot results -> Attention to triage : -";
    let changed = |by: &str| changed("success to the successful", back, by);
    assert_eq!(changed(""), [""; 0]);
    let brake = changed("Copilot results -> Attention to triage : +");
    assert_eq!(brake, ["near attention to triage 15"], "the second one is a brake: what runs out?");
    assert_eq!(changed("Copilot results -> Attention to triage : ?"), ["near attention to triage 15"]);
    let same = miniature("success to the successful")
        .replace("results : -", "results : +")
        .replace("triage : -", "triage : +");
    assert_eq!(archetypes(&same), [""; 0], "both get more");
}

#[test]
fn a_commons_is_scarce_and_held_by_nobody() {
    let commons = "@Claims owns !x\n@Sales owns !y\nx, y -> $engineers (scarce) : needs";
    assert_eq!(archetypes(commons), ["tragedy-of-the-commons engineers 50"]);
    let third = format!("{commons}\n@Risk needs engineers");
    assert_eq!(archetypes(&third), ["tragedy-of-the-commons engineers 75"]);
    assert_eq!(archetypes(&format!("{third}\n#Board covers x, y")), ["tragedy-of-the-commons engineers 75"]);
    assert_eq!(archetypes(&format!("{third}\n#Board covers x, y, @Risk")), [""; 0]);
    assert_eq!(archetypes(&commons.replace(" (scarce)", "")), [""; 0]);
    assert_eq!(archetypes(&commons.replace("@Sales", "@Claims")), [""; 0]);
    assert_eq!(archetypes(&commons.replace("@Sales owns !y", "!y is live")), ["near engineers 25"]);
}

/// Two that each move the other's aim the wrong way.
const ADVERSARIES: &str = "@Claims owns !x\n@Sales owns !y\nx aims ~p : +\ny aims ~q : -\nx -> q : +\ny -> p : -";

#[test]
fn adversaries_undo_each_other_from_different_units() {
    assert_eq!(archetypes(ADVERSARIES), ["accidental-adversaries x/y 42"]);
    for (change, line, by) in [
        ("one unit", "@Sales", "@Claims"),
        ("nobody knows whose it is", "@Sales owns !y", "!y is live"),
        ("both ways help", "x -> q : +\ny -> p : -", "x -> q : -\ny -> p : +"),
    ] {
        assert_eq!(archetypes(&ADVERSARIES.replace(line, by)), [""; 0], "{change}");
    }
    let three = ADVERSARIES.replace("y -> p : -", "y -> a -> b : +++\nb -> p : -");
    assert_eq!(archetypes(&three), ["accidental-adversaries x/y 40"]);
    let four = ADVERSARIES.replace("y -> p : -", "y -> a -> b -> c : +++\nc -> p : -");
    assert_eq!(archetypes(&four), ["near x/y 25"], "four arrows");
    let near = ADVERSARIES.replace("y -> p : -", "");
    assert_eq!(archetypes(&near), ["near x/y 25"]);
    assert_eq!(archetypes(&near.replace("x aims ~p : +", "")), [""; 0], "with an aim of its own");
}

#[test]
fn an_escalation_is_between_two_units_and_short() {
    let changed = |line: &str, by: &str| changed("escalation", line, by);
    assert_eq!(changed("@Retention", "@Sales"), [""; 0], "one unit");
    assert_eq!(changed("@Retention owns !Save bot", "!Save bot is live"), ["near offer bot/save bot 21"]);
    assert_eq!(changed("+\nSave bot -> Offer bot : +", "-\nSave bot -> Offer bot : -"), [""; 0], "less answers more");
    let long = "Offer bot -> a -> b -> Save bot : +";
    assert_eq!(changed("Offer bot -> Save bot : +", long), ["escalation offer bot/save bot 30"], "four arrows");
    assert_eq!(changed("Offer bot -> Save bot : +", &long.replace("b ->", "b -> c ->")), [""; 0], "five arrows");
    let third = "@Claims owns /Intake\nOffer bot -> Intake -> Save bot : +";
    assert_eq!(changed("Offer bot -> Save bot : +", third), [""; 0], "three units");
}

#[test]
fn a_goal_drifts_when_what_it_asks_for_moves_it() {
    let changed = |line: &str, by: &str| changed("drifting goals", line, by);
    let back = "Reply time -> Reply target : - 1m";
    assert_eq!(changed(back, ""), [""; 0]);
    assert_eq!(
        changed(back, "Reply time -> Reply target : +"),
        ["drifting-goals reply target/reply time 42"],
        "whichever way"
    );
    assert_eq!(changed(back, "Reply time -> Reply target : ?"), ["near reply target/reply time 21"]);
    assert_eq!(changed(back, "Reply time -> a -> Reply target : -"), ["drifting-goals reply target/reply time 36"]);
    assert_eq!(changed(back, "Reply time -> a -> b -> Reply target : -"), [""; 0], "three arrows");
    assert_eq!(changed("rewards -", "-"), [""; 0], "it only moves it");
    assert_eq!(
        archetypes("*Prompt service -> ~Reply time : aims -\nReply time -> Prompt service : -").len(),
        1,
        "a purpose"
    );
    assert_eq!(archetypes("!Bot aims ~Reply time : -\nReply time -> Bot : -"), [""; 0], "an initiative is no goal");
}

#[test]
fn a_forum_that_holds_them_all_ends_the_commons_of_the_example() {
    let mut talk = Talk::transcript(EXAMPLE);
    let finding = talk.finding("archetype", &["Data engineers"]).unwrap();
    assert_eq!(finding.ask, "Who can say no to whom about Data engineers?");
    talk.says("#Capacity board covers @Claims, @Retention, @Underwriting");
    assert_eq!(talk.finding("archetype", &["Data engineers"]), None);
}

#[test]
fn no_part_of_a_story_is_missing_in_the_example() {
    let found = Talk::transcript(EXAMPLE).sees("archetype");
    let near: Vec<&String> = found.iter().filter(|seen| seen.starts_with("near")).collect();
    assert_eq!(near, [""; 0]);
}
