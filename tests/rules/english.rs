//! Every sentence and question of the program agrees with what it speaks of, and is put to those who could be asked.

use adjacent::ask::TEMPLATES;
use adjacent::capture::claim_in_words;
use adjacent::exercise::{Blanks, Catalogue, fill};
use adjacent::graph::Graph;
use adjacent::lens::read;
use adjacent::record::english::{Agreement, filled};
use adjacent::record::{Claim, Kind, Mode, Relation, Sign};

use crate::ask::room::Room;
use crate::example::EXAMPLE;
use crate::talk::Talk;

/// Forms of verbs that go with one subject alone.
const OF_ONE: &str = "is was has does says hears answers needs pays makes changes wants lives serves moves pushes gets \
    goes brings asks runs feeds doubles supplies covers speaks builds applies includes touches lifts eases produces meets \
    acts sees works lowers raises isn't doesn't hasn't";
/// Forms that go with several alone.
const OF_MANY: &str = "are were have do aren't don't haven't";
/// Words behind which a verb has no form of its own: "would say", "does hear".
const BARE: [&str; 14] =
    ["would", "could", "will", "can", "may", "must", "should", "to", "let", "do", "does", "did", "make", "whether"];

/// Returns what is wrong between a subject and the verbs beside it; `None` for a sentence that agrees.
fn wrong(sentence: &str, subject: &str) -> Option<String> {
    let many = Agreement::of(subject, kind_of(subject)).is_many();
    let bad: Vec<&str> = if many { OF_ONE } else { OF_MANY }.split_whitespace().collect();
    let mut rest = sentence;
    let mut read = String::new();
    while let Some((before, behind)) = rest.split_once(subject) {
        read.push_str(before);
        let last = read.split_whitespace().next_back().unwrap_or_default().to_lowercase();
        let next = behind.trim_start_matches(' ').split([' ', ',', '.', '?', ';', ':']).next().unwrap_or_default();
        let joined = behind.starts_with(" and ") || last == "and" || last == "than" || last == "of" || last == "to";
        let turned = ["is", "does", "has", "was", "are", "do", "were", "have", "doesn't"].contains(&last.as_str());
        let turned = turned && !read.trim_end().ends_with("you are");
        if turned && bad.contains(&last.as_str()) && !joined {
            return Some(format!("{last} {subject}: {sentence}"));
        }
        let starts = behind.starts_with(' ') && !BARE.contains(&last.as_str()) && !joined;
        let wish = last == "if" && next == "were";
        if starts && bad.contains(&next) && !wish {
            return Some(format!("{subject} {next}: {sentence}"));
        }
        read.push_str(subject);
        rest = behind;
    }
    (sentence.contains("There are one") || sentence.contains("no predictions")).then(|| sentence.to_owned())
}

fn kind_of(subject: &str) -> Kind {
    if subject == ONE || subject == MANY { Kind::Party } else { Kind::Unknown }
}

const ONE: &str = "Sales";
const MANY: &str = "ED nurses";

#[test]
fn the_check_knows_bad_pairs() {
    for (bad, subject) in [
        ("ED nurses says so.", MANY),
        ("How does ED nurses hear?", MANY),
        ("When ED nurses changes it", MANY),
        ("There are one effect between Sales and Legal.", ONE),
        ("Sales are late.", ONE),
        ("How do Sales hear?", ONE),
    ] {
        assert!(wrong(bad, subject).is_some(), "{bad}");
    }
    for (good, subject) in [
        ("What would ED nurses say?", MANY),
        ("How do ED nurses hear of it, and how does Sales?", MANY),
        ("Sales is late, and ED nurses are late.", ONE),
    ] {
        assert_eq!(wrong(good, subject), None);
    }
}

#[test]
fn every_question_agrees_with_one_and_with_many() {
    for template in TEMPLATES {
        for text in [template.ask.to_owned(), template.when_absent(), template.to_carry()] {
            for subject in [ONE, MANY] {
                let agreement = Agreement::of_people(subject);
                let mut names: Vec<_> = template.slots.iter().map(|(name, _)| (*name, subject, agreement)).collect();
                names.push(("party", subject, agreement));
                let said = filled(&text, &names);
                assert_eq!(wrong(&said, subject), None, "{}", template.number);
            }
        }
    }
}

#[test]
fn every_step_of_every_exercise_agrees_with_one_and_with_many() {
    const NAMES: [&str; 10] =
        ["focus", "neighbour", "subject", "a", "b", "thing", "party", "whom", "untouched", "unheard"];
    let catalogue = Catalogue::embedded();
    for exercise in catalogue.exercises() {
        let steps = [Mode::Live, Mode::Solo].into_iter().flat_map(|mode| exercise.steps(mode));
        let said = steps.flat_map(|step| [Some(&step.prompt), step.nothing.as_ref(), step.message.as_ref()]);
        let texts = said.flatten().chain(exercise.nudges.iter().map(|nudge| &nudge.say));
        for text in texts {
            for subject in [ONE, MANY] {
                let mut blanks = Blanks::default();
                for name in NAMES {
                    blanks.set(name, Some(subject.to_owned()));
                    blanks.agree(name, Agreement::of_people(subject));
                }
                assert_eq!(wrong(&fill(text, &blanks), subject), None, "{}", exercise.id);
            }
        }
    }
}

#[test]
fn every_arrow_is_told_so_that_it_agrees() {
    for relation in Relation::ALL {
        for sign in [Sign::Plus, Sign::Minus, Sign::NoEffect, Sign::Unknown] {
            for (from, sigil) in [(ONE, '@'), (MANY, '@'), ("Reply suggestions", '!'), ("Handle time", '~')] {
                let mut talk = Talk::among(&[]);
                talk.says(&format!("{sigil}{from} -> ~Waiting : +"));
                let (from, to) = (from.to_owned(), "Waiting".to_owned());
                let claim = Claim { from: from.clone(), to, kind: relation, sign, ..Claim::default() };
                let told = claim_in_words(&claim, talk.recording.ledger());
                assert_eq!(wrong(&told, &from), None, "{relation:?} {sign:?}");
            }
        }
    }
}

/// The worked example with names in the plural, so that every lens has many to speak of.
fn plural(text: &str) -> String {
    let pairs = [
        ("Service bot", "Service bots"),
        ("Claims triage", "Claims clerks' triages"),
        ("Letter drafter", "Letter drafters"),
        ("Handle time", "Handle times"),
        ("Contact Centre", "Call centre agents"),
        ("Retention", "Retention managers"),
        ("Claims backlog", "Open claims"),
        ("Customer trust", "Trusting customers"),
    ];
    pairs.iter().fold(text.to_owned(), |text, (one, many)| text.replace(one, many))
}

fn sentences(graph: &Graph) -> Vec<String> {
    read(graph).findings.into_iter().flat_map(|finding| [finding.says, finding.ask]).collect()
}

#[test]
fn all_that_the_lenses_say_agrees_with_one_and_with_many() {
    for text in [EXAMPLE.to_owned(), plural(EXAMPLE)] {
        for lines in [20, 40, 60, 75] {
            let room = Room::transcript(&text, lines);
            let graph = room.graph();
            let asked = room.questions().into_iter().flat_map(|question| [question.ask, question.because]);
            let said: Vec<String> = sentences(&graph).into_iter().chain(asked).collect();
            let inside = |label: &str| graph.things().any(|other| other.label != label && other.label.contains(label));
            let told = graph.things().filter(|thing| thing.kind != Kind::Voice && thing.label.len() > 4);
            for thing in told.filter(|thing| !inside(&thing.label)) {
                let many = thing.agreement().is_many();
                for sentence in said.iter().filter(|sentence| sentence.contains(&thing.label)) {
                    let told = wrong_of(sentence, &thing.label, many);
                    assert_eq!(told, None);
                }
            }
        }
    }
}

/// As [`wrong`], for a subject of a known number. A name that continues into a longer one is no subject.
fn wrong_of(sentence: &str, label: &str, many: bool) -> Option<String> {
    let stand_in = if many { MANY } else { ONE };
    wrong(&sentence.replace(label, stand_in), stand_in)
}

#[test]
fn more_or_less_is_asked_of_what_goes_up_or_down() {
    let mut room = Room::of(&[]);
    room.says("!Scheduler -> ED docs : +\n!Scheduler -> Waiting time : -");
    let asked: Vec<String> = room.questions().into_iter().filter(|asked| asked.template == 11).map(|q| q.ask).collect();
    assert_eq!(asked, ["Do we want more or less of Waiting time? Everyone?"]);
    let gaps = sentences(&room.graph());
    assert!(gaps.iter().all(|said| !said.contains("more or less of ED docs")), "{gaps:?}");
}

#[test]
fn only_a_party_that_was_typed_or_confirmed_is_asked() {
    let asked = |lines: &str| {
        let mut room = Room::of(&[]);
        room.says(lines);
        let questions = room.questions().into_iter().map(|question| question.ask);
        questions.chain(sentences(&room.graph())).collect::<Vec<_>>().join("\n")
    };
    let guessed = asked("@Ops owns !Scheduler\nScheduler -> Claims handlers\nClaims handlers -> ~Errors : -");
    for question in ["hear", "would Claims handlers say", "praised", "look after"] {
        assert!(!guessed.contains(question), "{question}: {guessed}");
    }
    let typed = asked("@Ops owns !Scheduler\nScheduler -> @Claims handlers\nClaims handlers -> ~Errors : -");
    assert!(typed.contains("What would Claims handlers say"), "{typed}");
    let owning = asked("@Ops owns !Scheduler\nScheduler -> Claims handlers\nClaims handlers own ~Errors");
    assert!(owning.contains("Claims handlers"), "{owning}");
}

#[test]
fn every_slot_of_a_question_names_its_kinds() {
    const WORDS: [&str; 17] = [
        "who", "crossed", "party", "n", "via", "list", "what", "date", "prompt", "amount", "effect", "both", "said",
        "where", "else", "less", "check",
    ];
    for template in TEMPLATES {
        for text in [template.ask.to_owned(), template.when_absent(), template.to_carry()] {
            for blank in text.split('{').skip(1).filter_map(|behind| behind.split('}').next()) {
                let name = blank.split([':', '|']).next().unwrap_or_default();
                let known = template.slots.iter().any(|(slot, kinds)| *slot == name && !kinds.is_empty());
                // What else a thing changes is asked of anything, also where nobody said what it is.
                let anything = [50, 51].contains(&template.number) && name == "x";
                assert!(known || anything || WORDS.contains(&name), "{}: {name}", template.number);
            }
        }
    }
    let of = |number: u8, blank: &str| {
        let slots = TEMPLATES.iter().find(|template| template.number == number).unwrap().slots;
        slots.iter().find(|(name, _)| *name == blank).unwrap().1
    };
    assert_eq!(of(11, "t"), [Kind::Factor]);
    assert_eq!(of(19, "q"), [Kind::Party]);
    assert_eq!(of(36, "v"), [Kind::Party]);
}
