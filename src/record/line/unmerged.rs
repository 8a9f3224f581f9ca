//! Tells apart the two versions of a session file that version control left in one file, because it could not merge
//! them.

const OURS: &[u8] = b"<<<<<<<";
const BASE: &[u8] = b"|||||||";
const THEIRS: &[u8] = b"=======";
const END: &[u8] = b">>>>>>>";

/// The part of the file in which a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FilePart {
    Both,
    Ours,
    /// What both versions began with; neither has it any more.
    Base,
    Theirs,
}

/// Returns the two versions of a file with conflict markers: the one above `=======`, and the one below it. `None` when
/// there is no marker. No line that this program writes begins as a marker does.
pub fn unmerged_versions(bytes: &[u8]) -> Option<[Vec<u8>; 2]> {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let (mut part, mut marked) = (FilePart::Both, false);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if let Some(next) = part_after(part, line) {
            (part, marked) = (next, true);
            continue;
        }
        if matches!(part, FilePart::Both | FilePart::Ours) {
            ours.extend_from_slice(line);
        }
        if matches!(part, FilePart::Both | FilePart::Theirs) {
            theirs.extend_from_slice(line);
        }
    }
    marked.then_some([ours, theirs])
}

/// The part that begins below a marker; `None` for a line that is no marker there.
fn part_after(part: FilePart, line: &[u8]) -> Option<FilePart> {
    match part {
        FilePart::Both => line.starts_with(OURS).then_some(FilePart::Ours),
        FilePart::Ours if line.starts_with(BASE) => Some(FilePart::Base),
        FilePart::Ours | FilePart::Base => line.starts_with(THEIRS).then_some(FilePart::Theirs),
        FilePart::Theirs => line.starts_with(END).then_some(FilePart::Both),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn versions(text: &str) -> Option<[String; 2]> {
        unmerged_versions(text.as_bytes()).map(|both| both.map(|bytes| String::from_utf8(bytes).unwrap()))
    }

    #[test]
    fn each_version_has_what_both_share_and_its_own_lines() {
        let text = "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\nd\n<<<<<<< HEAD\ne\n=======\n>>>>>>> other\n])\n";
        assert_eq!(versions(text), Some(["a\nb\nd\ne\n])\n".to_owned(), "a\nc\nd\n])\n".to_owned()]));
    }

    #[test]
    fn what_both_began_with_is_in_neither() {
        let text = "a\r\n<<<<<<< HEAD\r\nb\r\n||||||| 12ab\r\nold\r\n=======\r\nc\r\n>>>>>>> other\r\n";
        assert_eq!(versions(text), Some(["a\r\nb\r\n".to_owned(), "a\r\nc\r\n".to_owned()]));
    }

    #[test]
    fn a_file_without_a_conflict_has_one_version_and_a_cut_one_still_two() {
        assert_eq!(versions("a\n=======\nb\n>>>>>>> x\n"), None);
        assert_eq!(versions(""), None);
        assert_eq!(versions("a\n<<<<<<< HEAD\nb\n=======\nc"), Some(["a\nb\n".to_owned(), "a\nc".to_owned()]));
    }
}
