//! The console's work on an import: the files are read from disk once, then with one mapping after the other, and what was
//! read last is what is written.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use super::importing::{ImportDraft, ImportFailure, ImportSource, MappingChoice, WrittenImport};
use super::open_sessions;
use super::placed::placed;
use crate::app::{ChangeSort, EarlierEdition, EditionChange, ImportOrder, ImportPreview, ImportReport, typed_files};
use crate::import::{
    EditionPart, ImportError, ImportMapping, ImportedMap, PartChange, ReadContext, ReadWatch, RemarkSort, TableView,
    offered_mapping, recognise, table_view,
};
use crate::store::Workspace;

/// The files of an import in memory, and what was read of them last; several threads may hold it.
#[derive(Clone, Default)]
pub(super) struct ImportWork(Arc<Mutex<ImportState>>);

#[derive(Default)]
struct ImportState {
    /// The files as typed, and what they hold.
    source: Option<(String, Arc<ImportSource>)>,
    /// What was read of them last.
    draft: Option<ImportDraft>,
}

impl ImportWork {
    fn state(&self) -> MutexGuard<'_, ImportState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads or records the files of an order; returns the report.
    pub(super) fn perform(
        &self,
        workspace: &Workspace,
        order: ImportOrder,
        records: bool,
        watch: &dyn ReadWatch,
    ) -> ImportReport {
        let number = order.number;
        let done = if records { self.record(workspace, order, watch) } else { self.read(workspace, order, watch) };
        done.unwrap_or_else(|error| ImportReport::Refused { number, says: sentence(&error.to_string()) })
    }

    fn read(
        &self,
        workspace: &Workspace,
        order: ImportOrder,
        watch: &dyn ReadWatch,
    ) -> Result<ImportReport, ImportFailure> {
        let ImportOrder { number, typed, mapping, another } = order;
        let source = self.source(&typed, mapping.is_some())?;
        let is_own = mapping.is_some();
        let choice = mapping.map_or(MappingChoice::Fitting, MappingChoice::Own);
        let draft = match ImportDraft::read(workspace, &source, &choice, another, watch) {
            Err(ImportFailure::Content(error @ ImportError::Unnamed { .. })) if !is_own => {
                let preview = unnamed(&source, another).ok_or(ImportFailure::Content(error))?;
                return Ok(ImportReport::Read { number, preview: Arc::new(preview) });
            }
            draft => draft?,
        };
        let preview = preview(&draft, &source, is_own, watch)?;
        let mut state = self.state();
        if !watch.is_stopped() {
            state.draft = Some(draft);
        }
        Ok(ImportReport::Read { number, preview: Arc::new(preview) })
    }

    /// Returns the files. They are read from disk again unless they are only to be taken for something else.
    fn source(&self, typed: &str, again: bool) -> Result<Arc<ImportSource>, ImportFailure> {
        let known = if again { self.state().source.clone() } else { None };
        if let Some((_, source)) = known.filter(|(known, _)| known == typed) {
            return Ok(source);
        }
        let files = typed_files(typed, |name| placed(name).is_file());
        let paths: Vec<PathBuf> = files.iter().map(|file| placed(file)).collect();
        let source = Arc::new(ImportSource::load(&paths)?);
        self.state().source = Some((typed.to_owned(), Arc::clone(&source)));
        Ok(source)
    }

    fn record(
        &self,
        workspace: &Workspace,
        order: ImportOrder,
        watch: &dyn ReadWatch,
    ) -> Result<ImportReport, ImportFailure> {
        let number = order.number;
        let mapping = order.mapping.unwrap_or_default();
        let source = self.source(&order.typed, true)?;
        let known = self.state().draft.take();
        let is_it = |draft: &ImportDraft| draft.another == order.another && is_same(&draft.mapping, &mapping);
        let mut draft = match known.filter(is_it) {
            Some(draft) => draft,
            None => ImportDraft::read(workspace, &source, &MappingChoice::Own(mapping.clone()), order.another, watch)?,
        };
        let before = draft.earlier.as_ref().map(|earlier| earlier.session.title().to_owned());
        draft.title.clone_from(&mapping.title);
        let written = draft.write(workspace, Timestamp::now(), watch)?;
        if before.is_some_and(|before| before != mapping.title) {
            open_sessions::retitle(workspace, &written.id, &mapping.title, Timestamp::now())?;
        }
        let mapping = ImportMapping { format: draft.format.name.to_owned(), ..mapping };
        let saved = workspace
            .keep_mapping(&mapping)
            .err()
            .map(|error| format!(" Its parts have to be named anew next time: {error}."));
        let says = format!("{}{}", told(&draft, &written), saved.unwrap_or_default());
        Ok(ImportReport::Done { number, session: written.id, says })
    }
}

/// Whether two mappings read files alike.
fn is_same(one: &ImportMapping, other: &ImportMapping) -> bool {
    let untitled =
        |mapping: &ImportMapping| ImportMapping { title: String::new(), format: String::new(), ..mapping.clone() };
    untitled(one) == untitled(other)
}

/// Returns what came in, in a sentence or two.
fn told(draft: &ImportDraft, written: &WrittenImport) -> String {
    if written.events == 0 {
        return "Nothing changed since it was brought in before; nothing was recorded.".to_owned();
    }
    let counts = draft.counts();
    let asked = draft.remarks().filter(|remark| remark.sort == RemarkSort::Asked).count();
    let questions = match asked {
        0 => String::new(),
        1 => " One question about it is open.".to_owned(),
        asked => format!(" {asked} questions about it are open."),
    };
    if written.is_new {
        return format!("{} things and {} arrows came in.{questions}", counts.all_things(), counts.all_arrows());
    }
    format!(
        "It is as the file is now: {} new, {} changed, {} gone.{questions}",
        counts.new + counts.back,
        counts.changed,
        counts.gone
    )
}

/// Returns what is shown of a draft.
fn preview(
    draft: &ImportDraft,
    source: &ImportSource,
    is_own: bool,
    watch: &dyn ReadWatch,
) -> Result<ImportPreview, ImportFailure> {
    let map = ImportedMap { remarks: draft.remarks().cloned().collect(), ..with_all(draft, source, watch)? };
    let table = match source.files.as_slice() {
        [_] => draft.tables(source).pop(),
        _ => None,
    };
    let reused = Some(draft.mapping.title.clone()).filter(|title| !title.is_empty() && !is_own);
    let earlier = draft.earlier.as_ref().map(|earlier| {
        let changes = draft.edition.parts.iter().filter_map(|part| change(draft, part)).collect();
        EarlierEdition { title: earlier.session.title().to_owned(), changes }
    });
    let mapping = mapping_in_force(draft, source, table.is_some());
    let files = source.names().into_iter().map(str::to_owned).collect();
    let (format, title, another) = (draft.format, draft.title.clone(), draft.another);
    Ok(ImportPreview { format, files, mapping, reused, map, table, unnamed: false, earlier, title, another })
}

/// Returns the mapping with which the files were read; for a table that no mapping fitted, with what was offered for its
/// columns.
fn mapping_in_force(draft: &ImportDraft, source: &ImportSource, is_table: bool) -> ImportMapping {
    let mapping = draft.mapping.clone();
    let offered = match source.files.as_slice() {
        [file] if mapping.columns.is_empty() && is_table => offered_mapping(file),
        _ => None,
    };
    match offered {
        Some(offered) => ImportMapping { columns: offered.columns, dates: mapping.dates.or(offered.dates), ..mapping },
        None => mapping,
    }
}

/// Returns everything that the files state, also what is left out: it is shown, and can come in again.
fn with_all(draft: &ImportDraft, source: &ImportSource, watch: &dyn ReadWatch) -> Result<ImportedMap, ImportFailure> {
    if draft.mapping.left_out.is_empty() {
        return Ok(draft.map.clone());
    }
    let mapping = ImportMapping { left_out: Vec::new(), ..draft.mapping.clone() };
    let files: Vec<_> = source.files.iter().collect();
    Ok((draft.format.read)(&files, &ReadContext { mapping: &mapping, watch })?)
}

/// Returns what a part of a newer edition states otherwise; `None` for one that is as it was.
fn change(draft: &ImportDraft, part: &EditionPart) -> Option<EditionChange> {
    let sort = match part.change {
        PartChange::New => ChangeSort::New,
        PartChange::Changed { .. } => ChangeSort::Changed,
        PartChange::Gone { .. } => ChangeSort::Gone,
        PartChange::CameBack { .. } => ChangeSort::Back,
        PartChange::Unchanged { .. } | PartChange::TakenBack => return None,
    };
    let is_otherwise =
        matches!(part.change, PartChange::Changed { .. } | PartChange::CameBack { changed: Some(_), .. });
    let differences = if is_otherwise { draft.edition.differences(part) } else { Vec::new() };
    Some(EditionChange { sort, place: part.place.clone(), title: part.title(), differences })
}

/// Returns what is shown of a table of which no column is known to name things: its columns, one of which somebody can say
/// to be the name; `None` for anything else than one table.
fn unnamed(source: &ImportSource, another: bool) -> Option<ImportPreview> {
    let [file] = source.files.as_slice() else { return None };
    let format = recognise(&source.files).ok()?;
    let mapping = offered_mapping(file)?;
    Some(ImportPreview {
        format,
        files: source.names().into_iter().map(str::to_owned).collect(),
        table: Some(TableView { is_unknown: true, ..table_view(file, &mapping)? }),
        mapping,
        reused: None,
        map: ImportedMap::default(),
        unnamed: true,
        earlier: None,
        title: source.title().to_owned(),
        another,
    })
}

/// Returns an error as a sentence with its full stop.
fn sentence(error: &str) -> String {
    if error.ends_with(['.', '!', '?']) { error.to_owned() } else { format!("{error}.") }
}
