//! The self-assessment without a screen, line by line, for screen readers and pipes. Every answer is on disk before the
//! next question is printed.

use std::io::{self, BufRead, Lines, StdinLock, Write};

use anyhow::Context as _;
use jiff::Timestamp;

use super::own::own;
use crate::assess::{
    Assessment, FOOTER, Instrument, PendingQuestion, QuestionAnswer, Questionnaire, Raised, Rating, Versions,
    day_typed, result_text,
};
use crate::cli::call::Call;
use crate::cli::failure::{CommandResult, DONE, Failure};
use crate::cli::files::NO_INPUT;
use crate::record::spoken::day_in_words;
use crate::record::text::clean;
use crate::store::AssessmentFile;

const HELP: &str = "\
1 to 5 chooses a sentence, 0 passes over; no, sometimes or yes to a statement; Enter alone: no example, no day
/back /on   walk back and forth      /quit   leave it; it goes on there, every answer is on disk";

/// A typed command.
enum MirrorWord {
    Back,
    On,
    Quit,
    Help,
}

/// Asks the unanswered questions one by one.
pub(super) fn run(call: &Call) -> CommandResult {
    let Some(mut plain) = PlainMirror::open(call)? else {
        return Err(Failure::usage(
            "the open assessment was begun with a newer version of this program; go on with that",
        ));
    };
    plain.go()
}

struct PlainMirror<'a> {
    call: &'a Call,
    walk: Questionnaire,
    file: AssessmentFile,
    lines: Lines<StdinLock<'static>>,
}

impl<'a> PlainMirror<'a> {
    fn open(call: &'a Call) -> Result<Option<Self>, Failure> {
        let workspace = &call.workspace()?;
        let (today, versions) = (workspace.zone().day(Timestamp::now()), Versions::embedded());
        let before = own(workspace)?.into_iter().rev().find(Assessment::is_finished);
        let (read, _) = workspace.assessments().all()?;
        let open = read.into_iter().rev().find(|(_, assessment)| !assessment.is_finished());
        let (file, assessment) = match (open, versions.latest()) {
            (Some((file, mut assessment)), _) => {
                assessment.go_on(today)?;
                (file, assessment)
            }
            (None, Some(latest)) => (workspace.assessments().begin(today)?, Assessment::begin(latest.version, today)),
            (None, None) => return Ok(None),
        };
        let Some(instrument) = versions.of(&assessment).cloned() else { return Ok(None) };
        let walk = Questionnaire::new(instrument, assessment, before);
        call.tell_unread()?;
        Ok(Some(Self { call, walk, file, lines: io::stdin().lock().lines() }))
    }

    fn go(&mut self) -> CommandResult {
        let (behind, all) = self.walk.progress();
        say(self.call, &format!("{behind} of {all} answered. {FOOTER}\n{HELP}\n"))?;
        loop {
            let Some(place) = self.walk.at().cloned() else {
                match self.end()? {
                    Some(code) => return Ok(code),
                    None => continue,
                }
            };
            say(self.call, &question(self.walk.instrument(), &place, &self.walk))?;
            let Some(line) = self.lines.next().transpose().context(NO_INPUT)? else {
                return left(self.call);
            };
            let line = clean(&line).trim().to_owned();
            match word(&line) {
                Some(MirrorWord::Quit) => return left(self.call),
                Some(MirrorWord::Back) => self.walk.back(),
                Some(MirrorWord::On) => self.walk.on(),
                Some(MirrorWord::Help) => say(self.call, &format!("{HELP}\n"))?,
                None => match self.said(&place, &line) {
                    Err(hint) => say(self.call, &format!("{hint}\n"))?,
                    Ok(said) => {
                        let next = self.walk.given(said)?;
                        if let Err(error) = self.file.keep(&next) {
                            say(self.call, &format!("Not saved: {error}\n"))?;
                            return Ok(3);
                        }
                        self.walk.saved(next);
                    }
                },
            }
        }
    }

    /// Handles the input after the last question: finishes the assessment, leaves it, or returns to a question.
    fn end(&mut self) -> Result<Option<u8>, Failure> {
        let (behind, all) = self.walk.progress();
        say(
            self.call,
            &format!(
                "{behind} of {all} answered. yes finishes it for good and shows where you stand; /back goes back.\n"
            ),
        )?;
        let Some(line) = self.lines.next().transpose().context(NO_INPUT)? else {
            return left(self.call).map(Some);
        };
        match (word(line.trim()), line.trim().to_lowercase().as_str()) {
            (Some(MirrorWord::Back), _) => {
                self.walk.back();
                Ok(None)
            }
            (None, "yes" | "y") => {
                let mut finished = self.walk.assessment().clone();
                finished.finish();
                self.file.keep(&finished)?;
                say(self.call, &result_text(&crate::assess::AssessmentResult::of(self.walk.instrument(), &finished)))?;
                DONE.map(Some)
            }
            _ => left(self.call).map(Some),
        }
    }

    fn said(&self, place: &PendingQuestion, line: &str) -> Result<QuestionAnswer, &'static str> {
        let today = self.walk.assessment().day();
        match place {
            PendingQuestion::Anchor(_) if line == "0" => Ok(QuestionAnswer::Pass),
            PendingQuestion::Anchor(_) => {
                let rating = line.parse().ok().and_then(Rating::new);
                rating.map(QuestionAnswer::Anchor).ok_or("A number from 1 to 5, or 0 to pass it over.")
            }
            PendingQuestion::Flag(_) => match line.to_lowercase().as_str() {
                "n" | "no" => Ok(QuestionAnswer::Flag(Raised::No)),
                "s" | "sometimes" => Ok(QuestionAnswer::Flag(Raised::Sometimes)),
                "y" | "yes" => Ok(QuestionAnswer::Flag(Raised::Yes)),
                _ => Err("no, sometimes or yes."),
            },
            PendingQuestion::Example(_) => Ok(QuestionAnswer::Example(line.to_owned())),
            PendingQuestion::Day(_) if matches!(line, "" | "?") => Ok(QuestionAnswer::Day(None)),
            PendingQuestion::Day(_) => match day_typed(line, today) {
                Some(day) if day <= today => Ok(QuestionAnswer::Day(Some(day))),
                Some(_) => Err("That day is still to come; an example is something that was."),
                None => Err("No day could be read: 10 nov, 3 weeks ago, may 2025. Enter alone if nobody knows."),
            },
        }
    }
}

fn word(line: &str) -> Option<MirrorWord> {
    match line {
        "/back" => Some(MirrorWord::Back),
        "/on" => Some(MirrorWord::On),
        "/quit" => Some(MirrorWord::Quit),
        "/help" => Some(MirrorWord::Help),
        _ => None,
    }
}

fn question(instrument: &Instrument, place: &PendingQuestion, walk: &Questionnaire) -> String {
    let assessment = walk.assessment();
    match place {
        PendingQuestion::Anchor(id) => {
            let Some(item) = instrument.item(id) else { return String::new() };
            let answered =
                assessment.rating(id).map_or_else(String::new, |rating| format!(" (so far {})", rating.digit()));
            format!(
                "\n{}: {}{answered}\n1 {}\n2 between the two\n3 {}\n4 between the two\n5 {}\n",
                instrument.level_of(id),
                item.title,
                item.one,
                item.three,
                item.five
            )
        }
        PendingQuestion::Flag(id) => {
            let says = instrument.flag(id).map_or("", |flag| flag.says.as_str());
            format!("\n{}: {says} no, sometimes, yes?\n", instrument.level_of(id))
        }
        PendingQuestion::Example(id) => instrument.item(id).map_or_else(String::new, |item| format!("{}\n", item.ask)),
        PendingQuestion::Day(_) => format!("When was that? Today is {}.\n", day_in_words(assessment.day())),
    }
}

fn left(call: &Call) -> CommandResult {
    say(call, "It goes on there: adjacent assess --plain. Every answer is on disk.\n")?;
    DONE
}

fn say(call: &Call, text: &str) -> Result<(), Failure> {
    let mut out = call.out();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}
