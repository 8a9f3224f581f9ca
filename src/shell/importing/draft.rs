use super::earlier::{EarlierImport, imports};
use super::failure::ImportFailure;
use super::source::ImportSource;
use crate::import::{
    Edition, EditionCounts, ImportFormat, ImportMapping, ImportRemark, ImportedMap, ReadContext, ReadWatch, TableView,
    edition, fitting, recognise, table_view,
};
use crate::record::Names;
use crate::store::Workspace;

/// The name of the format of tables that are mapped column by column.
const TABLE: &str = "table";

/// What an import would bring in. Nothing of it is written yet.
#[derive(Debug)]
pub struct ImportDraft {
    /// The format of the files.
    pub format: &'static ImportFormat,
    /// The mapping with which they were read.
    pub mapping: ImportMapping,
    /// What they state, with the names of people.
    pub map: ImportedMap,
    /// The session of the earlier import of the same source; `None` for a new source.
    pub earlier: Option<EarlierImport>,
    /// What they change in that session.
    pub edition: Edition,
    /// Whether they were taken for a source of their own, whatever they have in common with an earlier one.
    pub another: bool,
    /// The title of the session to be made, or of the one that there is.
    pub title: String,
    /// The names of the files and their digest, for the record.
    pub(super) files: Vec<String>,
    pub(super) digest: String,
    /// The number of imports that the workspace had when the files were read.
    pub(super) imports: usize,
}

/// With what the files are read.
#[derive(Clone, Debug, Default)]
pub enum MappingChoice {
    /// With the mapping of the workspace that fits them, else with what the format usually means.
    #[default]
    Fitting,
    /// With this mapping.
    Own(ImportMapping),
}

impl ImportDraft {
    /// Reads the files, and compares them with the earlier import of the same source. With `another`, they are a source of
    /// their own, whatever they have in common with an earlier one.
    ///
    /// The watch is asked all the time; once it stops, this returns [`crate::import::ImportError::Stopped`].
    pub fn read(
        workspace: &Workspace,
        source: &ImportSource,
        choice: &MappingChoice,
        another: bool,
        watch: &dyn ReadWatch,
    ) -> Result<Self, ImportFailure> {
        let format = recognise(&source.files)?;
        let files: Vec<_> = source.files.iter().collect();
        let read = |mapping: &ImportMapping| (format.read)(&files, &ReadContext { mapping, watch });
        let known = known(workspace, choice, format, source);
        let mut mapping = match choice {
            MappingChoice::Own(mapping) => mapping.clone(),
            MappingChoice::Fitting => known.first().cloned().map(without_rows).unwrap_or_default(),
        };
        let mut map = read(&mapping)?;
        let imports = imports(workspace)?;
        let found = if another { None } else { EarlierImport::find(workspace, &imports, format.name, &map) };
        let (earlier, imports) = (found, imports.len());
        // The mapping with which this source was imported before says also which of its rows are left out.
        let is_its = |known: &ImportMapping| earlier.as_ref().is_some_and(|it| it.session.title() == known.title);
        if let Some(its) = known.into_iter().find(is_its).filter(|its| *its != mapping) {
            map = read(&its)?;
            mapping = its;
        }
        let edition = compared(earlier.as_ref(), &map, &mapping);
        let own = map.title.as_deref().unwrap_or_else(|| source.title());
        let title = match &earlier {
            Some(earlier) => earlier.session.title().to_owned(),
            None => edition.titled_without_names(own),
        };
        let files = source.names().into_iter().map(|name| edition.titled_without_names(name)).collect();
        let digest = source.digest.clone();
        Ok(Self { format, mapping, map, earlier, edition, another, title, files, digest, imports })
    }

    /// Returns the tables of the files, with what their columns are taken for; none for files of any other format.
    pub fn tables(&self, source: &ImportSource) -> Vec<TableView> {
        let files = source.files.iter().filter(|_| self.format.name == TABLE);
        files.filter_map(|file| table_view(file, &self.mapping)).collect()
    }

    /// Returns how much would come in.
    pub fn counts(&self) -> EditionCounts {
        EditionCounts::of(&self.edition)
    }

    /// Returns the names of the files without their folders, as the record holds them.
    pub fn files(&self) -> &[String] {
        &self.files
    }

    /// Returns every remark, first those on the files, then those on the comparison.
    pub fn remarks(&self) -> impl Iterator<Item = &ImportRemark> {
        self.map.remarks.iter().chain(&self.edition.remarks)
    }

    /// Whether the files state nothing at all.
    pub const fn is_empty(&self) -> bool {
        self.map.things.is_empty() && self.map.arrows.is_empty()
    }

    /// Whether the session of the earlier import says all of this already.
    pub fn is_unchanged(&self) -> bool {
        self.earlier.is_some() && self.edition.is_unchanged()
    }
}

/// Returns the mappings of the workspace that fit the files, if one of them is to be used.
fn known(
    workspace: &Workspace,
    choice: &MappingChoice,
    format: &ImportFormat,
    source: &ImportSource,
) -> Vec<ImportMapping> {
    if matches!(choice, MappingChoice::Own(_)) {
        return Vec::new();
    }
    let (known, _) = workspace.mappings();
    fitting(known.iter().map(|(_, mapping)| mapping), format.name, &source.files).into_iter().cloned().collect()
}

/// Returns a mapping without the rows that it leaves out: they are those of another source.
fn without_rows(mapping: ImportMapping) -> ImportMapping {
    ImportMapping { left_out: Vec::new(), ..mapping }
}

pub(super) fn compared(earlier: Option<&EarlierImport>, map: &ImportedMap, mapping: &ImportMapping) -> Edition {
    let earlier: Option<(_, &Names)> = earlier.map(|earlier| (&earlier.session, &earlier.names));
    edition(earlier, map, mapping)
}
