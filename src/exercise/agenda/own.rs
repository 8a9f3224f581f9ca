//! The agendas that people keep: files of a workspace, and those of earlier sessions.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::stops::Agenda;
use super::template::template;
use super::typed::AgendaError;
use crate::exercise::Catalogue;
use crate::record::{Mode, PlannedExercise};

/// An agenda as a file of a workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaFile {
    /// The version of this format; 1.
    pub format: u32,
    /// The title, as shown.
    pub title: String,
    /// The mode: for a room, or for one person.
    pub mode: Mode,
    /// The exercises with their minutes, in order; `slack` is time that is left free.
    pub exercises: Vec<PlannedExercise>,
}

impl AgendaFile {
    /// The version of the format that this program reads.
    pub const FORMAT: u32 = 1;

    /// Reads an agenda from RON; an error has the line and the column.
    ///
    /// # Errors
    /// When the text is not an agenda in RON.
    pub fn parse(text: &str) -> Result<Self, ron::error::SpannedError> {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        options.from_str(text)
    }

    /// Returns the agenda as the text of its file, an exercise a line.
    pub fn to_text(&self) -> String {
        let pretty =
            ron::ser::PrettyConfig::new().depth_limit(2).extensions(ron::extensions::Extensions::IMPLICIT_SOME);
        let text = ron::ser::to_string_pretty(self, pretty).unwrap_or_default();
        // The extension is always on here, so it is not written down.
        let text = text.trim_start_matches("#![enable(implicit_some)]").trim_start();
        format!("// A plan. adjacent check looks at it; adjacent plans lists it.\n{text}\n")
    }
}

/// An agenda that can be chosen by its name: one of the workspace, or that of an earlier session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelvedAgenda {
    /// The name, as typed: the name of its file, or the id of the session.
    pub name: String,
    /// The title.
    pub title: String,
    /// The mode: for a room, or for one person.
    pub mode: Mode,
    /// The exercises with their minutes.
    pub exercises: Vec<PlannedExercise>,
    /// The day of the session; `None` for an agenda of the workspace.
    pub day: Option<Date>,
}

impl ShelvedAgenda {
    /// Returns the planned minutes of all exercises.
    pub fn minutes(&self) -> u32 {
        minutes(&self.exercises)
    }

    /// Reads a typed agenda as [`Agenda::parse`] does; the name of one of the `own` agendas stands for it, unless a
    /// template is called so.
    ///
    /// # Errors
    /// When the text is no agenda.
    pub fn parse(
        text: &str,
        own: &[Self],
        catalogue: &Catalogue,
        mode: Mode,
    ) -> Result<Vec<PlannedExercise>, AgendaError> {
        let named = own.iter().find(|known| known.name == text.trim() && known.mode == mode);
        match named.filter(|_| template(text.trim(), mode).is_none()) {
            Some(known) => Ok(known.exercises.clone()),
            None => Agenda::parse(text, catalogue, mode),
        }
    }
}

/// Returns the planned minutes of these exercises.
pub fn minutes(exercises: &[PlannedExercise]) -> u32 {
    exercises.iter().map(|planned| u32::from(planned.minutes)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_reads_as_it_was_written() {
        let catalogue = Catalogue::embedded();
        let exercises = Agenda::parse("arrive=5, next=20 without 1 with 2+1, slack=5", &catalogue, Mode::Live).unwrap();
        let file = AgendaFile { format: 1, title: "Ward \"7\"".to_owned(), mode: Mode::Live, exercises };
        let text = file.to_text();
        assert_eq!(AgendaFile::parse(&text).unwrap(), file, "{text}");
        assert!(text.contains("        (exercise: \"arrive\", minutes: 5),\n"), "{text}");
    }

    #[test]
    fn the_name_of_an_own_agenda_stands_for_it_and_a_template_keeps_its_name() {
        let catalogue = Catalogue::embedded();
        let own = |name: &str| ShelvedAgenda {
            name: name.to_owned(),
            title: "Ward round".to_owned(),
            mode: Mode::Live,
            exercises: vec![PlannedExercise::new("next", 20)],
            day: None,
        };
        let shelf = [own("ward"), own("75")];
        let read = |text: &str| ShelvedAgenda::parse(text, &shelf, &catalogue, Mode::Live);
        assert_eq!(read(" ward ").unwrap(), [PlannedExercise::new("next", 20)]);
        assert_eq!(read("75").unwrap().len(), 6);
        assert!(read("wrad").is_err());
    }
}
