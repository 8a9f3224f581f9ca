//! Copies a session without the names of its people, so that the copy can be given to others.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::call::Call;
use super::failure::{CommandResult, DONE, Failure};
use super::files;
use crate::record::persons::without_names;
use crate::record::spoken::in_words;
use crate::record::text::plain;
use crate::store::write_copy;

/// Writes the copy; prints its path, and on standard error the replacements that were made.
pub(super) fn run(call: &Call, named: &str, file: Option<&Path>) -> CommandResult {
    let (loaded, known) = files::loaded(&call.workspace()?, named)?;
    let mut told = call.err();
    for fault in &loaded.faults {
        writeln!(told, "not in the copy: {}", plain(&fault.to_string()))?;
    }
    let copy = without_names(&loaded.session, &known);
    let path = file.map_or_else(|| PathBuf::from(format!("{}.ron", copy.header.id)), Path::to_owned);
    if path.exists() {
        return Err(Failure::usage(format!("{} is there already; name another file with -o", path.display())));
    }
    write_copy(&path, &copy.header, &copy.events)?;
    writeln!(told, "{}", plain(&replaced(copy.seats, copy.places, copy.emptied)))?;
    if known.names.is_empty() {
        writeln!(
            told,
            "No names are kept beside it; names in its lines were found by the tags alone. Read it through."
        )?;
    }
    writeln!(call.out(), "{}", plain(&path.display().to_string()))?;
    DONE
}

fn replaced(seats: usize, places: usize, emptied: usize) -> String {
    let of =
        |count: usize, one: &str, many: &str| format!("{} {}", in_words(count), if count == 1 { one } else { many });
    let seats = match seats {
        0 => "no seat has".to_owned(),
        count => of(count, "seat has", "seats have"),
    };
    let places = match places {
        0 => "no name or tag was replaced".to_owned(),
        count => format!("names and tags were replaced in {}", of(count, "place", "places")),
    };
    let emptied = match emptied {
        0 => String::new(),
        count => format!(" What was for the facilitator alone is not in it: {}.", of(count, "line", "lines")),
    };
    format!("{seats} another tag; {places}.{emptied}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_replaced_is_told_as_a_sentence_also_when_it_was_nothing() {
        assert_eq!(replaced(0, 0, 0), "no seat has another tag; no name or tag was replaced.");
        assert_eq!(replaced(1, 1, 0), "one seat has another tag; names and tags were replaced in one place.");
        assert!(
            replaced(2, 5, 1).starts_with("two seats have another tag; names and tags were replaced in five places.")
        );
    }
}
