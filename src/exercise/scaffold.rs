/// The text of a new exercise file, commented field by field; its author fills in every `<...>`.
pub fn scaffold(id: &str, title: Option<&str>) -> String {
    let title = title.unwrap_or("<what it is called, as a question>");
    TEMPLATE.replace("ID", &format!("{id:?}")).replace("TITLE", &format!("{title:?}"))
}

const TEMPLATE: &str = r#"// An exercise of your own. Fill in every <...>, then run: adjacent check
// A line that begins with two strokes is a comment and can go.
(
    format: 1,
    // As typed in an agenda. The id of an exercise of the program takes its place.
    id: ID,
    title: TITLE,
    purpose: "<what it is for, in a sentence>",
    // The question by which people choose it.
    learn: "<what one learns from it, as a question>",
    // What has to lie ready, such as slips and pens.
    material: [],
    when: "<when to use it>",
    // How many people it works with.
    group: (least: 3, most: 12),
    // What is said before it begins.
    say: (
        live: "<what the facilitator says to the room>",
        solo: "<what it says to somebody alone>",
    ),
    // Questions to have at hand; the room does not see them.
    probes: (
        live: ["<a question that helps when the room is stuck>"],
        solo: ["<a question that helps somebody alone>"],
    ),
    done_when: "<what to have before going on>",
    // The same, where it can be counted: Lines, Arrows, Welcome, Unwelcome, SecondOrder, Late, Crossings, Decisions,
    // Promises, Voices, Shown, Rules, Watches, Seen, Stances, Incentives, Ratings, Votes.
    goals: [
        (measure: Arrows, least: 3, words: "arrows"),
    ],
    fails_when: "<the usual way it fails>",
    helps: "<what helps against that>",
    // What is pointed out to whoever holds the keyboard, and when. {count} is what the first condition counted.
    nudges: [
        (
            when: [AtMost(Crossings, 0), Minutes(4)],
            say: "Nothing has reached another unit yet. Ask {neighbour|the team next door}.",
        ),
    ],
    source: "<whose method it is, with the year>",
    // A blank is written {name|what to say when it is not known yet}: focus (the change picked last), effect, neighbour,
    // party, hope, who, due; and, where a step has over, subject, a, b, thing. Leave live or solo empty, as [], when the
    // exercise is not for both.
    steps: (
        live: [
            (
                title: "<two or three words>",
                minutes: 2,
                // At most three lines of twelve words.
                prompt: "<what the room is asked> With {focus|the change}?",
                // Text, Pick, Arrows, Rating(scales: ["ease"]), Vote(options: ["yes", "no"]), Dots(each: 3), Ranking(),
                // Number, Stance, Slot(Never), Commitment, Decision, Watch, Settle.
                answer: Arrows,
                // What a line becomes that has no arrow or other grammar of its own; {} is the line.
                bare: "{focus} -> {}",
                // What the step walks over, one after the other: Initiatives, Crossings, Loops, Shared, Clashes, Supplies,
                // Incentives, Worries, Purposes, Shown, Candidates, Observed, Predictions, Promises, Affected, Parked,
                // Contradictions.
                // over: Crossings,
                // Everybody writes for themselves, or answers are shown together without names.
                // quiet: true,
                // unnamed: true,
                writes: "<what its answers add to the record>",
                example: "<a line as somebody would type it>",
            ),
        ],
        solo: [
            (
                title: "<two or three words>",
                minutes: 1,
                prompt: "<what somebody alone is asked, as you>",
                answer: Text,
                writes: "<what the answer adds to the record>",
                example: "<a line as somebody would type it>",
            ),
        ],
    ),
)
"#;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::{Exercise, lint_file};

    #[test]
    fn a_new_exercise_lacks_nothing_but_what_is_to_be_filled_in() {
        let text = scaffold("retro", Some("What \"went\" well?"));
        let exercise = Exercise::parse(&text).unwrap();
        assert_eq!((exercise.id.as_str(), exercise.title.as_str()), ("retro", "What \"went\" well?"));
        let flaws = lint_file(&text);
        assert_eq!(flaws.len(), text.lines().filter(|line| line.contains("\"<") || line.contains("[\"<")).count());
        assert!(flaws.iter().all(|flaw| flaw.what.ends_with("is still to be filled in")), "{flaws:?}");
        let filled: String = text.replace(['<', '>'], "");
        assert_eq!(lint_file(&filled.replace("- {}", "-> {}")), []);
    }
}
