//! Errands of the console: the brief, a comparison, a file to send, what is open, a branch that is taken over.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;

use super::looks;
use super::open_sessions::{self, PastSessions};
use super::opening_files::open_file;
use super::placed::placed;
use crate::app::{ErrandChore, ErrandReport, Msg, OpenMatter, OpenMatterSort};
use crate::exercise::Catalogue;
use crate::export::{
    Arrows, ExportFormat, ExportOutput, FORMATS, Material, RunSheet, agenda_calendar, run_sheet_html,
    run_sheet_markdown, sections_text,
};
use crate::graph::Ledger;
use crate::lens::read;
use crate::record::spoken::day_in_words;
use crate::record::text::{clean, plain};
use crate::record::{Names, Session};
use crate::replay::brief::{Brief, newcomers};
use crate::replay::compare::{Scope, compare};
use crate::store::{StoreError, Workspace, write_out};
use crate::theme::HouseStyle;

/// Does an errand; returns its report.
pub(super) fn perform(workspace: &Workspace, errand: ErrandChore) -> Msg {
    let done = match errand {
        ErrandChore::Brief => brief(workspace).map(Msg::Errand),
        ErrandChore::Compare(before, after) => compared(workspace, [&before, &after]).map(Msg::Errand),
        ErrandChore::Open => open(workspace).map(|open| Msg::Errand(ErrandReport::Open(open))),
        ErrandChore::OpenFile(path) => return open_file(&path),
        ErrandChore::Adopt(id) => adopt(workspace, &id).map(Msg::Told),
        ErrandChore::Write { file, text } => match write_page(&file, &text) {
            Ok(wrote) => return wrote,
            Err(says) => return Msg::Failed(says),
        },
        ErrandChore::Export { of, format, file } => match export(workspace, of.as_deref(), &format, &file) {
            Ok(wrote) => return wrote,
            Err(says) => return Msg::Failed(says),
        },
    };
    done.unwrap_or_else(|error| Msg::Failed(error.to_string()))
}

fn brief(workspace: &Workspace) -> Result<ErrandReport, StoreError> {
    let past = PastSessions::today(workspace)?;
    let changes = past.since_the_last();
    let since = changes.as_ref().map(|(last, changes)| (*last, changes));
    let title = format!("Before the next session, {}", day_in_words(past.outlook.today));
    let sections = Brief { outlook: &past.outlook, since, newcomers: newcomers(&past.sessions) }.sections();
    let nothing = "Nothing was left over: no promise, no prediction, no question so far.";
    Ok(page(title, &sections, nothing))
}

fn compared(workspace: &Workspace, ids: [&str; 2]) -> Result<ErrandReport, StoreError> {
    let [before, after] = ids.map(|id| workspace.load(id).map(|loaded| (loaded.session, workspace.names(id))));
    let (before, after) = (before?, after?);
    let title = format!("{} and {}", clean(before.0.title()), clean(after.0.title()));
    let [before, after] = [before, after].map(|session| open_sessions::compared(&[session]));
    let changes = compare(&before, &after, Scope::TwoSessions).sections();
    Ok(page(title, &changes, "Nothing is different between the two."))
}

/// A page to read with these sections; without any, with the sentence `nothing`.
fn page(title: String, sections: &[(String, Vec<String>)], nothing: &str) -> ErrandReport {
    let text = sections_text("", sections);
    let text = if sections.is_empty() { nothing.to_owned() } else { text.trim_start().to_owned() };
    ErrandReport::Page { title, text }
}

/// What is open in the workspace: what is due first, then the others.
fn open(workspace: &Workspace) -> Result<Vec<OpenMatter>, StoreError> {
    let outlook = PastSessions::today(workspace)?.outlook;
    let promises = outlook.promises.iter().filter(|promise| promise.is_open()).map(|promise| {
        let is_due = promise.due < outlook.today;
        let when =
            if is_due { overdue(promise.due, outlook.today) } else { format!("by {}", day_in_words(promise.due)) };
        OpenMatter {
            says: format!("{}: {} ({when})", promise.called, clean(&promise.text)),
            place: (promise.session.clone(), promise.seq),
            sort: OpenMatterSort::Task,
            is_due,
        }
    });
    let crossed = outlook.crossed.iter().map(|crossed| OpenMatter {
        says: crossed.says.clone(),
        place: (crossed.watch.session.clone(), crossed.watch.seq),
        sort: OpenMatterSort::Watch,
        is_due: true,
    });
    let questions = outlook.questions.iter().map(|question| OpenMatter {
        says: format!("question: {}", clean(&question.text)),
        place: (question.session.clone(), question.seq),
        sort: OpenMatterSort::Question,
        is_due: false,
    });
    let mut open: Vec<OpenMatter> = promises.chain(crossed).chain(questions).collect();
    open.sort_by_key(|matter| !matter.is_due);
    Ok(open)
}

fn overdue(due: Date, today: Date) -> String {
    match due.until(today).map_or(0, |span| span.get_days()) {
        1 => "due since yesterday".to_owned(),
        days => format!("due {days} days ago"),
    }
}

/// Lets a branch add to the shared map; returns a sentence about it.
fn adopt(workspace: &Workspace, id: &str) -> Result<String, StoreError> {
    let (title, is_new) = open_sessions::adopt(workspace, id)?;
    let since = if is_new { "from here on" } else { "already" };
    Ok(format!("“{}” is part of the shared map {since}.", clean(&title)))
}

/// Writes a file for others; returns where it is, or why it is not.
fn export(workspace: &Workspace, of: Option<&str>, form: &str, file: &str) -> Result<Msg, String> {
    let path = placed(file);
    no_session(&path)?;
    let sessions = chosen(workspace, of).map_err(|error| error.to_string())?;
    if sessions.iter().any(|(session, _)| session.is_private()) {
        return Err("This session is private, and an export is for others to read.".to_owned());
    }
    let catalogue = open_sessions::catalogue(workspace).0;
    let format = FORMATS.iter().find(|format| format.name == form);
    let files = match format {
        Some(format) => {
            let alone = sessions.first().filter(|_| of.is_some()).map(|(session, _)| session.header());
            let base = alone.map(|header| open_sessions::base(workspace, header)).transpose();
            let base = base.map_err(|error| error.to_string())?.unwrap_or_default();
            let house = looks::house(workspace).0;
            mapped(format, sessions, base, (&catalogue, house.as_ref()), &path)
        }
        None => vec![(path, run_sheet(form, &sessions, &catalogue)?.into_bytes())],
    };
    files.iter().try_for_each(|(path, _)| is_free(path))?;
    let first = files.first().map(|(path, _)| path.clone()).unwrap_or_default();
    let mut written = Vec::new();
    for (path, bytes) in files {
        write_out(&path, &bytes).map_err(|error| error.to_string())?;
        written.push(shown(&path));
    }
    let limits = format.map(|format| format!(" {}.", format.limits().trim_end_matches('.'))).unwrap_or_default();
    Ok(Msg::Wrote { path: first, says: format!("Written, /open-report opens it: {}.{limits}", written.join(", ")) })
}

/// Writes a page to a file that is not there yet.
fn write_page(file: &str, text: &str) -> Result<Msg, String> {
    let path = placed(file);
    is_free(&path)?;
    no_session(&path)?;
    write_out(&path, plain(text).as_bytes()).map_err(|error| error.to_string())?;
    let says = format!("Written, /open-report opens it: {}", shown(&path));
    Ok(Msg::Wrote { path, says })
}

/// Returns an error for a name that would make a file look like a session.
fn no_session(path: &Path) -> Result<(), String> {
    let is_session = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
    if is_session { Err(".ron is what sessions end in; choose another name.".to_owned()) } else { Ok(()) }
}

/// Returns an error where a file is already.
fn is_free(path: &Path) -> Result<(), String> {
    if path.exists() {
        return Err(format!("There is a file {} already; choose another name.", shown(path)));
    }
    Ok(())
}

fn shown(path: &Path) -> String {
    plain(&path.display().to_string())
}

fn chosen(workspace: &Workspace, of: Option<&str>) -> Result<Vec<(Session, Names)>, StoreError> {
    let Some(id) = of else { return open_sessions::in_order(workspace) };
    Ok(vec![(workspace.load(id)?.session, workspace.names(id))])
}

/// The files of a format of the map, each with its bytes; `base` is what a session alone builds on.
fn mapped(
    format: &ExportFormat,
    sessions: Vec<(Session, Names)>,
    base: Ledger,
    (catalogue, house): (&Catalogue, Option<&HouseStyle>),
    path: &Path,
) -> Vec<(PathBuf, Vec<u8>)> {
    let title = open_sessions::title_of(&sessions);
    let graph = open_sessions::add_up(&sessions).graph(None);
    let findings = if format.shows_findings { read(&graph).findings } else { Vec::new() };
    let told = if format.tells_sessions { sessions } else { Vec::new() };
    let chapters = open_sessions::chapters(told, base, catalogue);
    let material = Material {
        title: &title,
        graph: &graph,
        findings: &findings,
        chapters: &chapters,
        arrows: Arrows::Readable,
        most_things: Material::MOST_THINGS,
        house,
    };
    match &format.output {
        ExportOutput::Text(write) => vec![(path.to_owned(), write(&material).into_bytes())],
        ExportOutput::Bytes(write) => vec![(path.to_owned(), write(&material))],
        ExportOutput::Files { parts } => {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let part = |(part, write): &(&str, fn(&Material<'_>) -> String)| {
                (path.with_file_name(format!("{name}-{part}.{}", format.ending)), write(&material).into_bytes())
            };
            parts.iter().map(part).collect()
        }
    }
}

/// The run sheet of a session, at the times at which it was opened.
fn run_sheet(form: &str, sessions: &[(Session, Names)], catalogue: &Catalogue) -> Result<String, String> {
    let [(session, _)] = sessions else { return Err("A run sheet is that of one session.".to_owned()) };
    let header = session.header();
    let exercises = open_sessions::as_started(session);
    let start = Some((header.opened, &header.zone));
    let sheet = RunSheet::of(session.title(), &exercises, catalogue, session.mode(), start);
    Ok(match form {
        "run-sheet-markdown" => run_sheet_markdown(&sheet),
        "run-sheet-ics" => agenda_calendar(&sheet, &header.id, Timestamp::now()),
        _ => run_sheet_html(&sheet),
    })
}
