use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::formats::IMPORTS;
use super::imported::ImportedMap;
use super::place::WithinFile;
use crate::import::input::file::ImportedFile;

/// Recognises the format of the files, which is the same for all of them, and reads them.
pub fn read(
    files: &[ImportedFile],
    context: &ReadContext<'_>,
) -> Result<(&'static ImportFormat, ImportedMap), ImportError> {
    read_as_one_of(IMPORTS, files, context)
}

/// Reads the files in the first of these formats that they are of.
pub(super) fn read_as_one_of<'f>(
    formats: &'f [ImportFormat],
    files: &[ImportedFile],
    context: &ReadContext<'_>,
) -> Result<(&'f ImportFormat, ImportedMap), ImportError> {
    let format = recognise_among(formats, files)?;
    let files: Vec<&ImportedFile> = files.iter().collect();
    Ok((format, (format.read)(&files, context)?))
}

/// Recognises the format of the files by what they hold; it is the same for all of them.
pub fn recognise(files: &[ImportedFile]) -> Result<&'static ImportFormat, ImportError> {
    recognise_among(IMPORTS, files)
}

fn recognise_among<'f>(formats: &'f [ImportFormat], files: &[ImportedFile]) -> Result<&'f ImportFormat, ImportError> {
    let mut format: Option<(&ImportFormat, &ImportedFile)> = None;
    for file in files {
        let is_blank = file.archive().is_none() && file.text().trim_start().is_empty();
        let mut formats = formats.iter().filter(|_| !is_blank);
        let found = formats.find(|format| (format.is_one)(file)).ok_or_else(|| unknown(file))?;
        match format {
            Some((first, of)) if first.name != found.name => {
                let says = format!("this is {}, and {} is {}", found.about, of.name(), first.about);
                return Err(ImportError::at(file.place(WithinFile::Whole), says, "import one after the other"));
            }
            _ => format = Some((found, file)),
        }
    }
    // Without files there is nothing to read, which every format can.
    format.map(|(format, _)| format).or(formats.first()).ok_or(ImportError::Stopped)
}

fn unknown(file: &ImportedFile) -> ImportError {
    if let Some((line, column, why)) = file.json_fault() {
        let place = file.place(WithinFile::Character { line, column });
        return ImportError::at(place, format!("the JSON ends here: {why}"), "export the file again, whole");
    }
    let mut lines = file.text().lines().filter(|line| !line.trim().is_empty());
    let list = "adjacent import --help lists the formats; a table has headings in its first row and rows below them";
    let (says, hint) = match (lines.next(), lines.next()) {
        (None, _) if file.archive().is_none() => {
            ("this file is empty", "look whether it was saved or exported to its end")
        }
        _ if file.text().contains('\0') => ("this is neither a text nor a workbook", list),
        (Some(_), None) => (
            "no reader knows what this is; it holds one line, and a table has rows under its headings",
            "put a row below it, with what is to come in",
        ),
        _ => ("no reader knows what this is", list),
    };
    ImportError::at(file.place(WithinFile::Whole), says, hint)
}
