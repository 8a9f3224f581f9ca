use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A label, cut to a number of columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct CutLabel {
    /// The part that is shown, without the mark of a cut.
    pub(super) text: String,
    /// Whether it was cut.
    pub(super) cut: bool,
}

/// Cuts a label to this number of columns, the mark of a cut included.
pub(super) fn cut(label: &str, columns: usize) -> CutLabel {
    if label.width() <= columns {
        return CutLabel { text: label.to_owned(), cut: false };
    }
    let mut text = String::new();
    for grapheme in label.graphemes(true) {
        if text.width() + grapheme.width() + 1 > columns {
            break;
        }
        text.push_str(grapheme);
    }
    CutLabel { text: text.trim_end().to_owned(), cut: true }
}

impl CutLabel {
    /// The width of the label in columns, the mark of a cut included.
    pub(super) fn width(&self) -> usize {
        self.text.width() + usize::from(self.cut)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_whole_or_marked_and_never_wider_than_allowed() {
        for (label, columns, text, is_cut) in [
            ("Overtime", 8, "Overtime", false),
            ("Overtime", 7, "Overti", true),
            ("Claims backlog", 8, "Claims", true),
            ("待ち時間", 8, "待ち時間", false),
            ("待ち時間", 6, "待ち", true),
            ("abc", 0, "", true),
        ] {
            let shown = cut(label, columns);
            assert_eq!((shown.text.as_str(), shown.cut), (text, is_cut), "{label} in {columns}");
        }
    }
}
