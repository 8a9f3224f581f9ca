use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, Failure};
use super::files;
use super::until::Until;
use crate::export::{sections_markdown, sections_text};
use crate::import::before_last_edition;
use crate::record::text::clean;
use crate::record::{Names, Session, SessionId, SessionKind};
use crate::replay::compare::{ComparedSide, Comparison, Scope, compare, comparison_json};
use crate::shell::open_sessions;
use crate::store::Workspace;

/// Say what changed between two moments: of a session, of two sessions, of the shared map on two days.
#[derive(Debug, Args)]
pub(super) struct CompareArgs {
    /// A moment: SESSION, SESSION@mm:ss, SESSION@LINE, or a day of the shared map like 2026-11-20. A branch alone is
    /// compared with the moment it left, an import with what it was before its files were imported last.
    #[arg(value_name = "A")]
    before: String,
    /// The moment to compare it with.
    #[arg(value_name = "B")]
    after: Option<String>,
    /// As JSON.
    #[arg(long, conflicts_with = "to")]
    json: bool,
    /// In another form.
    #[arg(long, value_name = "FORM")]
    to: Option<ComparisonForm>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ComparisonForm {
    Markdown,
}

/// One of the two moments.
struct ComparedMoment {
    /// The name of the moment, for the output.
    called: String,
    /// The id of its session; `None` for the shared map.
    session: Option<SessionId>,
    side: ComparedSide,
}

impl CliCommand for CompareArgs {
    const NAME: &'static str = "compare";
    const EXAMPLES: &[&str] = &["compare 2026-11-20 2027-03-01", "compare \"Spring review@12:30\" \"Spring review\""];

    fn run(self, call: &Call) -> CommandResult {
        call.works("reading sessions");
        let workspace = call.workspace()?;
        let [before, after] = match &self.after {
            Some(after) => [moment(&workspace, &self.before)?, moment(&workspace, after)?],
            None => alone(&workspace, &self.before)?,
        };
        let scope = if before.session == after.session { Scope::OneStory } else { Scope::TwoSessions };
        let changes = compare(&before.side, &after.side, scope);
        match (self.json, self.to) {
            (true, _) => call.answer_json(&comparison_json(&changes, [&before.called, &after.called])),
            (false, Some(ComparisonForm::Markdown)) => {
                call.answer(&sections_markdown(&title(&before, &after), &sections(&changes)))
            }
            (false, None) => call.answer(&sections_text(&title(&before, &after), &sections(&changes))),
        }
    }
}

fn title(before: &ComparedMoment, after: &ComparedMoment) -> String {
    format!("{} and {}", before.called, after.called)
}

fn sections(changes: &Comparison) -> Vec<(String, Vec<String>)> {
    let sections = changes.sections();
    if sections.is_empty() { vec![("Nothing changed".to_owned(), Vec::new())] } else { sections }
}

fn moment(workspace: &Workspace, text: &str) -> Result<ComparedMoment, Failure> {
    if let Ok(day) = text.parse() {
        return shared_map(workspace, day);
    }
    let (name, until) = Until::split(text);
    let (whole, names) = files::session(workspace, name)?;
    let session = until.map_or_else(|| whole.clone(), |until| until.cut(&whole));
    let when = text.strip_prefix(name).and_then(|when| when.strip_prefix('@')).map(|when| format!(" at {when}"));
    let called = format!("{}{}", clean(whole.title()), when.unwrap_or_default());
    let before = match whole.header().kind {
        SessionKind::WhatIf { .. } => open_sessions::story(workspace, whole.header())?,
        _ => Vec::new(),
    };
    Ok(told(called, Some(whole.header().id.clone()), before, Some((session, names))))
}

/// The shared map at the end of a day.
fn shared_map(workspace: &Workspace, day: Date) -> Result<ComparedMoment, Failure> {
    let sessions = open_sessions::shared(workspace, |_| true)?;
    let sessions = sessions.into_iter().map(|(session, names)| (Until::Day(day).cut(&session), names));
    let called = format!("The shared map of {}", day.strftime("%-d %B %Y"));
    Ok(told(called, None, sessions.collect(), None))
}

/// The two moments to compare for a session that is named alone.
fn alone(workspace: &Workspace, name: &str) -> Result<[ComparedMoment; 2], Failure> {
    let (session, names) = files::session(workspace, name)?;
    match session.header().kind {
        SessionKind::WhatIf { .. } => branch_and_origin(workspace, session, names),
        SessionKind::Import => editions(session, names),
        _ => Err(Failure::usage(
            "name two moments to compare; a branch alone is compared with where it left, and an import with its earlier \
             edition",
        )),
    }
}

/// The two moments to compare for an import: before its files were imported last, and now.
fn editions(session: Session, names: Names) -> Result<[ComparedMoment; 2], Failure> {
    let Some(before) = before_last_edition(&session) else {
        return Err(Failure::usage(
            "this was imported once; import a newer edition of it, or name two moments to compare",
        ));
    };
    let of = Some(session.header().id.clone());
    let called = clean(session.title()).into_owned();
    let before = told("Before the last edition".to_owned(), of.clone(), Vec::new(), Some((before, names.clone())));
    Ok([before, told(called, of, Vec::new(), Some((session, names)))])
}

/// The two moments to compare for a branch: that of the origin at which the branch begins, and the end of the branch.
fn branch_and_origin(workspace: &Workspace, branch: Session, names: Names) -> Result<[ComparedMoment; 2], Failure> {
    let story = open_sessions::story(workspace, branch.header())?;
    let of = Some(branch.header().id.clone());
    let called = clean(branch.title()).into_owned();
    let left = told("The moment it left".to_owned(), of.clone(), story.clone(), None);
    Ok([left, told(called, of, story, Some((branch, names)))])
}

fn told(
    called: String,
    session: Option<SessionId>,
    mut sessions: Vec<(Session, Names)>,
    last: Option<(Session, Names)>,
) -> ComparedMoment {
    sessions.extend(last);
    ComparedMoment { called, session, side: open_sessions::compared(&sessions) }
}
