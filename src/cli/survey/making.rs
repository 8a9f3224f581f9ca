//! Makes the forms, and says who gets which.

use std::io::{self, Read, Write};
use std::path::Path;

use anyhow::Context as _;
use jiff::Timestamp;
use serde_json::json;

use super::arguments::SurveyArgs;
use crate::app::{ListedPerson, people_on, read_person};
use crate::cli::call::Call;
use crate::cli::failure::{CommandResult, DONE, Failure};
use crate::cli::files::NO_INPUT;
use crate::exercise::SurveyRecord;
use crate::record::SeatTag;
use crate::record::spoken::counted;
use crate::shell::surveys::{NewSurvey, issue};

/// The maximum number of people who get a form.
const MOST: usize = 999;

pub(super) fn make(call: &Call, title: &str, asked: &SurveyArgs) -> Result<SurveyRecord, Failure> {
    let catalogue = call.catalogue()?;
    let Some(exercise) = catalogue.find(&asked.questions) else {
        return Err(Failure::usage(format!(
            "there is no exercise called {:?}; adjacent exercises lists them, and --new makes one of your own",
            asked.questions
        )));
    };
    let people = asked.people.as_deref().map(listed).transpose()?.unwrap_or_default();
    let here = std::env::current_dir().context("the current folder cannot be found; name one with -o")?;
    let folder = asked.output.as_deref().map(std::path::absolute).transpose().context("that folder cannot be used")?;
    let new = NewSurvey { title, exercise, people, number: asked.number, folder: folder.as_deref(), here: &here };
    issue(&call.workspace()?, &new, Timestamp::now())?.ok_or_else(|| {
        Failure::usage(format!(
            "the questions of {:?} build on what was said before, so nobody can answer them in a form; name another, or \
             write one whose questions for one person hold no blanks",
            asked.questions
        ))
    })
}

/// The people who get a form.
fn listed(typed: &str) -> Result<Vec<ListedPerson>, Failure> {
    let lines: Vec<String> = if typed == "-" {
        let mut text = String::new();
        io::stdin().lock().take(1 << 20).read_to_string(&mut text).context(NO_INPUT)?;
        text.lines().map(str::to_owned).collect()
    } else {
        people_on(typed)
    };
    let mut people: Vec<ListedPerson> = Vec::new();
    for line in lines.iter().filter(|line| !line.trim().is_empty()) {
        let in_use: Vec<SeatTag> = people.iter().flat_map(|one| [one.person.tag.clone(), one.typed.clone()]).collect();
        let Some(one) = read_person(line, &in_use) else {
            return Err(Failure::usage(format!(
                "{line:?} holds no name; write for example: Mei, claims lead @ Claims"
            )));
        };
        people.push(one);
    }
    match people.len() {
        0 => Err(Failure::usage("nobody is listed; write for example: --for \"Ana @ Risk; Bo @ IT\"")),
        1..=MOST => Ok(people),
        many => Err(Failure::usage(format!("{many} people are more than one survey can ask; at most {MOST}"))),
    }
}

/// Says where the forms are, and for whom each is. Only this terminal and a private file say so.
pub(super) fn tell(call: &Call, record: &SurveyRecord, as_json: bool) -> CommandResult {
    if as_json {
        let forms = record.forms.iter().map(|form| json!({ "form": form.mark, "file": form.file, "for": form.name }));
        let forms: Vec<_> = forms.collect();
        return call.answer_value(&json!({ "survey": record.id, "folder": record.folder, "forms": forms }));
    }
    let mut out = call.out();
    for form in &record.forms {
        match &form.name {
            Some(name) => writeln!(out, "{}  {name}", Path::new(&record.folder).join(&form.file).display())?,
            None => writeln!(out, "{}", Path::new(&record.folder).join(&form.file).display())?,
        }
    }
    let mut told = call.err();
    let forms = counted(record.forms.len(), "form", "forms");
    writeln!(told, "{forms} for “{}”; send them, or leave them where everybody can reach them.", record.title)?;
    if record.people().next().is_some() {
        writeln!(told, "Who got which is in private/ alone; a form says its owner's team, and no name.")?;
    }
    writeln!(told, "Answered in any editor, or with: adjacent answer FORM; on phones: adjacent survey --phones")?;
    writeln!(told, "Back in that folder? adjacent survey says what came in, --gather puts what is shared on the map.")?;
    DONE
}
