use jiff::{SignedDuration, Timestamp};

use crate::exercise::{Agenda, Blanks, Catalogue, Exercise, SLACK, fill};
use crate::record::spoken::{capitalised, clock, weekday_in_words};
use crate::record::text::{clean, single_spaced};
use crate::record::{Mode, PlannedExercise, Zone};

/// A run sheet: the exercises of an agenda with their times. All texts are plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunSheet {
    /// The title of the agenda or of the session.
    pub title: String,
    /// The day, the beginning and the end, and the length.
    pub about: String,
    /// The exercises, and time that is left free, in order.
    pub rows: Vec<RunSheetRow>,
    /// Everything that has to lie ready, each thing once.
    pub material: Vec<String>,
}

/// A row of a run sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunSheetRow {
    /// The id of the exercise.
    pub id: String,
    /// The beginning and the end as the clock shows them, "09:06" and "09:24"; without a start of the session, the
    /// minutes since its beginning.
    pub times: (String, String),
    /// The beginning and the end; `None` without a start of the session.
    pub span: Option<(Timestamp, Timestamp)>,
    /// The planned minutes.
    pub minutes: u16,
    /// The title.
    pub title: String,
    /// The question that the exercise answers; may be empty.
    pub learn: String,
    /// Its purpose; empty for time that is left free.
    pub purpose: String,
    /// What to say before it begins.
    pub say: String,
    /// What has to lie ready.
    pub material: Vec<String>,
    /// The steps, without those that are left out.
    pub steps: Vec<RunSheetStep>,
    /// Follow-up questions.
    pub probes: Vec<String>,
    /// What the room should have before it goes on.
    pub done_when: String,
    /// How the exercise usually fails.
    pub fails_when: String,
}

/// A step of a run sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunSheetStep {
    /// The number of the step within its exercise.
    pub number: u16,
    /// The title.
    pub title: String,
    /// The planned time, "2:30".
    pub length: String,
    /// The prompt, with its blanks in words.
    pub prompt: String,
    /// An example of what is typed.
    pub example: String,
    /// How it is answered: in silence, without names; may be empty.
    pub marks: String,
}

impl RunSheet {
    /// Lays out a run sheet. With a start and its time zone it has clock times, else the minutes from the beginning.
    pub fn of(
        title: &str,
        exercises: &[PlannedExercise],
        catalogue: &Catalogue,
        mode: Mode,
        start: Option<(Timestamp, &Zone)>,
    ) -> Self {
        let agenda = Agenda::lay_out(exercises, catalogue, mode);
        let mut rows = Vec::new();
        let mut after = 0_u32;
        for (line, planned) in exercises.iter().enumerate() {
            let begins = after;
            after = after.saturating_add(u32::from(planned.minutes));
            rows.push(RunSheetRow {
                times: (at(start, begins), at(start, after)),
                span: start.and_then(|(start, _)| Some((moment(start, begins)?, moment(start, after)?))),
                minutes: planned.minutes,
                ..row(line, planned, &agenda, catalogue, mode)
            });
        }
        let mut material: Vec<String> = Vec::new();
        for thing in rows.iter().flat_map(|row| &row.material) {
            if !material.contains(thing) {
                material.push(thing.clone());
            }
        }
        Self { title: capitalised(&plain_line(title)), about: about(&agenda, start), rows, material }
    }
}

/// Describes the day, the beginning and the end, and the length.
fn about(agenda: &Agenda, start: Option<(Timestamp, &Zone)>) -> String {
    let length = format!("{} minutes, {} of them kept free", agenda.minutes(), agenda.slack());
    let Some((start, zone)) = start else { return length };
    let end = moment(start, agenda.minutes()).unwrap_or(start);
    let name = zone.name().map(|name| format!(" ({name})")).unwrap_or_default();
    let day = weekday_in_words(zone.day(start));
    format!("{day}, {} to {}{name}. {length}", zone.clock(start), zone.clock(end))
}

fn moment(start: Timestamp, minutes: u32) -> Option<Timestamp> {
    start.checked_add(SignedDuration::from_mins(i64::from(minutes))).ok()
}

fn at(start: Option<(Timestamp, &Zone)>, minutes: u32) -> String {
    let clocked = start.and_then(|(start, zone)| Some(zone.clock(moment(start, minutes)?)));
    clocked.unwrap_or_else(|| format!("{}:{:02}", minutes / 60, minutes % 60))
}

fn row(line: usize, planned: &PlannedExercise, agenda: &Agenda, catalogue: &Catalogue, mode: Mode) -> RunSheetRow {
    let id = planned.exercise.clone();
    let Some(exercise) = catalogue.find(&planned.exercise) else {
        let title = if id == SLACK { "Kept free".to_owned() } else { plain_line(&id) };
        return RunSheetRow { id, title, ..RunSheetRow::default() };
    };
    RunSheetRow {
        id,
        title: plain_line(&exercise.title),
        learn: plain_line(&exercise.learn),
        purpose: plain_line(&exercise.purpose),
        say: plain_line(exercise.say.of(mode)),
        material: exercise.material.iter().map(|thing| plain_line(thing)).collect(),
        steps: steps(line, exercise, agenda, mode),
        probes: exercise.probes.of(mode).iter().map(|probe| plain_line(probe)).collect(),
        done_when: plain_line(&exercise.done_when),
        fails_when: plain_line(&exercise.fails_when),
        ..RunSheetRow::default()
    }
}

fn steps(line: usize, exercise: &Exercise, agenda: &Agenda, mode: Mode) -> Vec<RunSheetStep> {
    let stops = agenda.stops().iter().filter(|stop| stop.line == line);
    let told = stops.filter_map(|stop| {
        let step = exercise.step(mode, stop.step.number)?;
        let marks = [(step.quiet, "everybody writes in silence"), (step.unnamed, "without names")];
        let marks: Vec<&str> = marks.into_iter().filter(|(on, _)| *on).map(|(_, mark)| mark).collect();
        Some(RunSheetStep {
            number: stop.step.number,
            title: plain_line(&step.title),
            length: clock(SignedDuration::from_secs(i64::from(stop.seconds))),
            prompt: plain_line(&fill(&step.prompt, &Blanks::default())),
            example: plain_line(&step.example),
            marks: marks.join(", "),
        })
    });
    told.collect()
}

/// Returns a text without control characters, on one line.
fn plain_line(text: &str) -> String {
    single_spaced(&clean(text))
}
