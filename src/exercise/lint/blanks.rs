use super::check::ExerciseCheck;
use crate::exercise::answer::Seed;
use crate::exercise::format::Step;
use crate::exercise::measure::{Measure, Nudge};

/// The blanks that are available in every step.
const EVERYWHERE: [&str; 11] =
    ["focus", "effect", "effects", "neighbour", "party", "hope", "who", "due", "whom", "hello", "own"];

/// The blanks that are available only in a step with subjects, depending on their kind.
const OVER: [&str; 4] = ["subject", "a", "b", "thing"];

/// A blank as written, with the text for the case that its value is not known.
struct Blank<'a> {
    name: &'a str,
    otherwise: Option<&'a str>,
}

impl ExerciseCheck<'_> {
    /// Checks that every blank is available in its step, and has a text for the case that its value is not known yet.
    pub(super) fn blanks(&mut self) {
        for (_, path, step) in self.steps() {
            self.said(&format!("{path}.prompt"), &step.prompt, step);
            for (field, text) in [("nothing", &step.nothing), ("none", &step.none), ("message", &step.message)] {
                if let Some(text) = text {
                    self.said(&format!("{path}.{field}"), text, step);
                }
            }
            if let Some(bare) = &step.bare {
                self.long_form(&format!("{path}.bare"), &bare.to_string(), step);
            }
        }
        for (number, nudge) in self.exercise.nudges.iter().enumerate() {
            self.nudge(&format!("nudges.{number}.say"), nudge);
        }
    }

    /// Checks a text that is read aloud or sent, in which a blank without a value and a default would leave a gap.
    fn said(&mut self, path: &str, text: &str, step: &Step) {
        for blank in self.written(path, text) {
            if blank.name.is_empty() {
                self.mistake(
                    path,
                    "{} stands for a typed line, and there is none here",
                    "take it out, or name a blank",
                );
            } else {
                self.known(path, blank.name, step.over);
                self.has_otherwise(path, &blank);
            }
        }
    }

    fn long_form(&mut self, path: &str, text: &str, step: &Step) {
        let blanks = self.written(path, text);
        match blanks.iter().filter(|blank| blank.name.is_empty()).count() {
            1 => {}
            0 => self.mistake(path, "nothing of the typed line would be kept", "put {} where the line belongs"),
            _ => self.mistake(path, "the typed line would be said twice", "keep one {}"),
        }
        for blank in blanks.iter().filter(|blank| !matches!(blank.name, "" | "whose")) {
            self.known(path, blank.name, step.over);
            if blank.otherwise.is_some() {
                let what = format!("{{{}}} stands for a name in the record and cannot be made up", blank.name);
                self.mistake(path, what, "take out what stands after the |; the line waits until it is known");
            }
        }
    }

    fn nudge(&mut self, path: &str, nudge: &Nudge) {
        for blank in self.written(path, &nudge.say) {
            let counts = |measure| nudge.when.iter().any(|condition| condition.counts() == Some(measure));
            match blank.name {
                "count" => {
                    if nudge.when.first().is_none_or(|first| first.counts().is_none()) {
                        self.mistake(
                            path,
                            "{count} has nothing to count",
                            "let the first condition be AtLeast or AtMost",
                        );
                    }
                }
                "untouched" if counts(Measure::Untouched) => {}
                "unheard" if counts(Measure::Unheard) => {}
                name @ ("untouched" | "unheard") => {
                    let what = format!("{{{name}}} may be nobody");
                    self.mistake(path, what, "add AtLeast(Unheard, 1) or AtLeast(Untouched, 1) to its conditions");
                }
                name => {
                    self.known(path, name, None);
                    self.has_otherwise(path, &blank);
                }
            }
        }
    }

    fn known(&mut self, path: &str, name: &str, over: Option<Seed>) {
        if EVERYWHERE.contains(&name) || over.is_some_and(|seed| seed.blanks().contains(&name)) {
            return;
        }
        let what = format!("{{{name}}} is never filled here");
        let hint = match (OVER.contains(&name), over) {
            (true, None) => "say what the step walks over, like over: Initiatives".to_owned(),
            (true, Some(seed)) => format!("this step has {{{}}}", seed.blanks().join("}, {")),
            (false, _) => format!("the blanks are {{{}}}", EVERYWHERE.join("}, {")),
        };
        self.mistake(path, what, &hint);
    }

    fn has_otherwise(&mut self, path: &str, blank: &Blank<'_>) {
        if blank.otherwise.is_none_or(|otherwise| otherwise.trim().is_empty()) {
            let what = format!("{{{}}} may not be known yet", blank.name);
            self.mistake(path, what, &format!("write what to say then, like {{{}|it}}", blank.name));
        }
    }

    /// Returns every blank of a text; notes a brace without its partner as a flaw.
    fn written<'t>(&mut self, path: &str, text: &'t str) -> Vec<Blank<'t>> {
        let mut blanks = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let closed = after.split_once('}').filter(|(inside, _)| !inside.contains('{') && !before.contains('}'));
            let Some((inside, behind)) = closed else {
                self.unpaired(path);
                return blanks;
            };
            // `{focus:is}` is a verb that agrees with a blank; without a value it is said as it stands.
            let parted = inside.split_once('|').or_else(|| inside.split_once(':'));
            let (name, otherwise) = parted.map_or((inside, None), |(name, text)| (name, Some(text)));
            blanks.push(Blank { name, otherwise });
            rest = behind;
        }
        if rest.contains('}') {
            self.unpaired(path);
        }
        blanks
    }

    fn unpaired(&mut self, path: &str) {
        self.mistake(path, "a brace has no partner", "write a blank like {focus|the change}");
    }
}
