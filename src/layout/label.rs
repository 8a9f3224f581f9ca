use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A label as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shown {
    /// What of it is shown, without the mark that it was cut.
    pub(super) text: String,
    /// There was more of it.
    pub(super) cut: bool,
}

/// As much of a label as goes into so many columns, the mark of a cut included.
pub(super) fn shown(label: &str, columns: usize) -> Shown {
    if label.width() <= columns {
        return Shown { text: label.to_owned(), cut: false };
    }
    let mut text = String::new();
    for grapheme in label.graphemes(true) {
        if text.width() + grapheme.width() + 1 > columns {
            break;
        }
        text.push_str(grapheme);
    }
    Shown { text: text.trim_end().to_owned(), cut: true }
}

impl Shown {
    /// Columns it takes, the mark of a cut included.
    pub(super) fn width(&self) -> usize {
        self.text.width() + usize::from(self.cut)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_whole_or_marked_and_never_wider_than_allowed() {
        for (label, columns, text, cut) in [
            ("Overtime", 8, "Overtime", false),
            ("Overtime", 7, "Overti", true),
            ("Claims backlog", 8, "Claims", true),
            ("待ち時間", 8, "待ち時間", false),
            ("待ち時間", 6, "待ち", true),
            ("abc", 0, "", true),
        ] {
            let shown = shown(label, columns);
            assert_eq!((shown.text.as_str(), shown.cut), (text, cut), "{label} in {columns}");
        }
    }
}
