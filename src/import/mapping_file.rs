use super::mapping::ImportMapping;

impl ImportMapping {
    /// Reads a mapping from RON; an error has the line and the column.
    ///
    /// # Errors
    /// When the text is not a mapping in RON.
    pub fn parse(text: &str) -> Result<Self, ron::error::SpannedError> {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        options.from_str(text)
    }

    /// Returns the mapping as the text of its file, a column a line.
    pub fn to_text(&self) -> String {
        let extensions = ron::extensions::Extensions::IMPLICIT_SOME;
        let pretty = ron::ser::PrettyConfig::new().depth_limit(2).extensions(extensions);
        let text = ron::ser::to_string_pretty(self, pretty).unwrap_or_default();
        // The extension is always on here, so it is not written down.
        let text = text.trim_start_matches("#![enable(implicit_some)]").trim_start();
        format!("// What the columns of a file mean. adjacent import --map reads it.\n{text}\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::mapping::{ColumnRole, MappedColumn, SameNames};
    use crate::record::Kind;

    #[test]
    fn a_mapping_reads_as_it_was_written_and_a_mistake_has_its_place() {
        let columns = vec![
            MappedColumn { heading: "Use \"Case\"".to_owned(), nth: 2, role: ColumnRole::Name },
            MappedColumn { heading: "Bureau".to_owned(), nth: 1, role: ColumnRole::Unit },
        ];
        let mapping = ImportMapping {
            title: "AI inventory".to_owned(),
            format: "table".to_owned(),
            columns,
            kinds: [("model".to_owned(), Kind::Initiative)].into(),
            same_names: Some(SameNames::Several),
            left_out: vec!["7".to_owned()],
            ..ImportMapping::default()
        };
        let text = mapping.to_text();
        assert_eq!(ImportMapping::parse(&text).unwrap(), mapping, "{text}");
        assert!(text.contains("        (heading: \"Bureau\", role: Unit),\n"), "{text}");
        let mistake = ImportMapping::parse(&text.replace("role: Unit", "role: Team")).unwrap_err();
        assert_eq!(mistake.span.start.line, 7);
    }
}
