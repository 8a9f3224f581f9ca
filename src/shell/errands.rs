//! Errands of the console: the brief, a comparison, a file to send, what is open, a branch that is taken over.

use std::env;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;

use super::open_sessions;
use crate::app::{ErrandChore, ErrandReport, Msg, OpenMatter, OpenSession, Recording};
use crate::exercise::Catalogue;
use crate::export::{
    Arrows, ExportFormat, ExportOutput, FORMATS, Material, RunSheet, SessionChapter, agenda_calendar, run_sheet_html,
    run_sheet_markdown, sections_text,
};
use crate::lens::read;
use crate::record::spoken::day_in_words;
use crate::record::text::{clean, plain};
use crate::record::{Fact, Names, Session};
use crate::replay::brief::{Brief, last_session, newcomers};
use crate::replay::compare::{ComparedSide, Scope, compare};
use crate::replay::outlook::{Outlook, outlook};
use crate::store::{StoreError, Workspace, write_out};

/// Does an errand; returns its report.
pub(super) fn perform(workspace: &Workspace, errand: ErrandChore) -> Msg {
    let done = match errand {
        ErrandChore::Brief => brief(workspace).map(Msg::Errand),
        ErrandChore::Compare(before, after) => compared(workspace, [&before, &after]).map(Msg::Errand),
        ErrandChore::Open => open(workspace).map(|open| Msg::Errand(ErrandReport::Open(open))),
        ErrandChore::Adopt(id) => adopt(workspace, &id).map(Msg::Told),
        ErrandChore::Write { file, text } => match write_page(&file, &text) {
            Ok(says) => return Msg::Told(says),
            Err(says) => return Msg::Failed(says),
        },
        ErrandChore::Export { of, format, file } => match export(workspace, of.as_deref(), &format, &file) {
            Ok(says) => return Msg::Told(says),
            Err(says) => return Msg::Failed(says),
        },
    };
    done.unwrap_or_else(|error| Msg::Failed(error.to_string()))
}

/// The sessions that feed the shared map, in order of time, with the outlook on today.
fn today(workspace: &Workspace) -> Result<(Vec<(Session, Names)>, Outlook), StoreError> {
    let day = workspace.zone().day(Timestamp::now());
    let mut past = open_sessions::shared(workspace, |_| true)?;
    past.sort_by_key(|(session, _)| session.header().opened);
    let sessions: Vec<Session> = past.iter().map(|(session, _)| session.clone()).collect();
    let outlook = outlook(&sessions, &open_sessions::add_up(&past), day);
    Ok((past, outlook))
}

fn brief(workspace: &Workspace) -> Result<ErrandReport, StoreError> {
    let (past, outlook) = today(workspace)?;
    let sessions: Vec<Session> = past.iter().map(|(session, _)| session.clone()).collect();
    let changes = last_session(&sessions).map(|last| {
        let until = |(session, _): &&(Session, Names)| session.header().opened <= last.header().opened;
        let then: Vec<_> = past.iter().filter(until).cloned().collect();
        (last, compare(&side(&then), &side(&past), Scope::OneStory))
    });
    let since = changes.as_ref().map(|(last, changes)| (*last, changes));
    let title = format!("Before the next session, {}", day_in_words(outlook.today));
    let sections = Brief { outlook: &outlook, since, newcomers: newcomers(&sessions) }.sections();
    let text = if sections.is_empty() {
        "Nothing was left over: no promise, no prediction, no question so far.".to_owned()
    } else {
        sections_text("", &sections).trim_start().to_owned()
    };
    Ok(ErrandReport::Page { title, text })
}

fn side(sessions: &[(Session, Names)]) -> ComparedSide {
    ComparedSide::new(open_sessions::add_up(sessions), sessions.iter().map(|(session, _)| session))
}

fn compared(workspace: &Workspace, ids: [&str; 2]) -> Result<ErrandReport, StoreError> {
    let [before, after] = ids.map(|id| workspace.load(id).map(|loaded| (loaded.session, workspace.names(id))));
    let (before, after) = (before?, after?);
    let title = format!("{} and {}", clean(before.0.title()), clean(after.0.title()));
    let changes = compare(&side(&[before]), &side(&[after]), Scope::TwoSessions).sections();
    let text = if changes.is_empty() {
        "Nothing is different between the two.".to_owned()
    } else {
        sections_text("", &changes).trim_start().to_owned()
    };
    Ok(ErrandReport::Page { title, text })
}

/// What is open in the workspace: what is due first, then the others.
pub(super) fn open(workspace: &Workspace) -> Result<Vec<OpenMatter>, StoreError> {
    let (_, outlook) = today(workspace)?;
    let mut open: Vec<OpenMatter> = Vec::new();
    for promise in outlook.promises.iter().filter(|promise| promise.is_open()) {
        let is_due = promise.due < outlook.today;
        let when =
            if is_due { overdue(promise.due, outlook.today) } else { format!("by {}", day_in_words(promise.due)) };
        open.push(OpenMatter {
            says: format!("{}: {} ({when})", promise.called, clean(&promise.text)),
            place: Some((promise.session.clone(), promise.seq)),
            is_question: false,
            is_watch: false,
            is_due,
        });
    }
    open.extend(outlook.crossed.iter().map(|crossed| OpenMatter {
        says: crossed.says.clone(),
        place: Some((crossed.watch.session.clone(), crossed.watch.seq)),
        is_question: false,
        is_watch: true,
        is_due: true,
    }));
    open.extend(outlook.questions.iter().map(|question| OpenMatter {
        says: format!("question: {}", clean(&question.text)),
        place: Some((question.session.clone(), question.seq)),
        is_question: true,
        is_watch: false,
        is_due: false,
    }));
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
    let (mut file, open) = open_sessions::open(workspace, id)?;
    let title = clean(open.session.title()).into_owned();
    if open.session.feeds_shared_graph() {
        return Ok(format!("“{title}” is part of the shared map already."));
    }
    let recording = Recording::new(open, &Catalogue::embedded());
    file.append(&recording.keyed(vec![Fact::Adopted], recording.at(Timestamp::now())))?;
    Ok(format!("“{title}” is part of the shared map from here on."))
}

/// Writes a file for others; returns where it is, or why it is not.
fn export(workspace: &Workspace, of: Option<&str>, form: &str, file: &str) -> Result<String, String> {
    let path = placed(file);
    let ends_in = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    if ends_in.as_deref() == Some("ron") {
        return Err(".ron is what sessions end in; choose another name.".to_owned());
    }
    let sessions = chosen(workspace, of).map_err(|error| error.to_string())?;
    if sessions.iter().any(|(session, _)| session.is_private()) {
        return Err("This session is private, and an export is for others to read.".to_owned());
    }
    let catalogue = open_sessions::catalogue(workspace).0;
    let texts = match FORMATS.iter().find(|format| format.name == form) {
        Some(format) => mapped(format, sessions, &catalogue, &path),
        None => vec![(path, run_sheet(form, &sessions, &catalogue)?)],
    };
    if let Some((there, _)) = texts.iter().find(|(path, _)| path.exists()) {
        return Err(format!("There is a file {} already; choose another name.", plain(&there.display().to_string())));
    }
    let mut written = Vec::new();
    for (path, text) in texts {
        write_out(&path, text.as_bytes()).map_err(|error| error.to_string())?;
        written.push(plain(&path.display().to_string()));
    }
    Ok(format!("Written: {}", written.join(", ")))
}

/// Writes a page to a file that is not there yet.
fn write_page(file: &str, text: &str) -> Result<String, String> {
    let path = placed(file);
    let shown = plain(&path.display().to_string());
    if path.exists() {
        return Err(format!("There is a file {shown} already; choose another name."));
    }
    if path.extension().is_some_and(|ending| ending == "ron") {
        return Err(".ron is what sessions end in; choose another name.".to_owned());
    }
    write_out(&path, plain(text).as_bytes()).map_err(|error| error.to_string())?;
    Ok(format!("Written: {shown}"))
}

/// The place of a file as typed: `~/` is the home folder, and a bare name is in the current folder.
fn placed(file: &str) -> PathBuf {
    let home = file.strip_prefix("~/").and_then(|rest| Some(Path::new(&env::var_os("HOME")?).join(rest)));
    let path = home.unwrap_or_else(|| PathBuf::from(file));
    std::path::absolute(&path).unwrap_or(path)
}

fn chosen(workspace: &Workspace, of: Option<&str>) -> Result<Vec<(Session, Names)>, StoreError> {
    let Some(id) = of else { return today(workspace).map(|(past, _)| past) };
    Ok(vec![(workspace.load(id)?.session, workspace.names(id))])
}

/// The files of a format of the map, each with its text.
fn mapped(
    format: &ExportFormat,
    sessions: Vec<(Session, Names)>,
    catalogue: &Catalogue,
    path: &Path,
) -> Vec<(PathBuf, String)> {
    let title = match sessions.as_slice() {
        [(only, _)] => only.title().to_owned(),
        several => format!("What {} sessions add up to", several.len()),
    };
    let graph = open_sessions::add_up(&sessions).graph(None);
    let findings = if format.shows_findings { read(&graph).findings } else { Vec::new() };
    let told = if format.tells_sessions { sessions } else { Vec::new() };
    let chapter = |(session, names)| {
        Recording::new(OpenSession { names, ..OpenSession::alone(session) }, catalogue).chapter(catalogue)
    };
    let chapters: Vec<SessionChapter> = told.into_iter().map(chapter).collect();
    let material = Material {
        title: &title,
        graph: &graph,
        findings: &findings,
        chapters: &chapters,
        arrows: Arrows::Readable,
        most_things: Material::MOST_THINGS,
    };
    match &format.output {
        ExportOutput::Text(write) => vec![(path.to_owned(), write(&material))],
        ExportOutput::Files { ending, parts } => {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let part = |(part, write): &(&str, fn(&Material<'_>) -> String)| {
                (path.with_file_name(format!("{name}-{part}.{ending}")), write(&material))
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
