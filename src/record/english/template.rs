use std::borrow::Cow;

use super::Agreement;

/// A part of a template: text, a name to be filled in, or a verb that agrees with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplatePart<'a> {
    /// Text that stays as it is.
    Text(&'a str),
    /// `{x}` or `{x|the change}`: a name, with what is said while it is not known.
    Name {
        /// The name of the blank.
        name: &'a str,
        /// What is said while it is not known.
        otherwise: Option<&'a str>,
    },
    /// `{x:needs}`: a verb or a pronoun, in the form that agrees with a name.
    Verb {
        /// The name of the blank that it agrees with.
        of: &'a str,
        /// The verb in its form for one: `needs`.
        verb: &'a str,
    },
}

/// Splits a template into its parts. A bracket that is not closed is text.
pub fn parts(template: &str) -> Vec<TemplatePart<'_>> {
    let mut parts = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((blank, behind)) = after.split_once('}') else { break };
        parts.push(TemplatePart::Text(before));
        parts.push(match (blank.split_once('|'), blank.split_once(':')) {
            (Some((name, otherwise)), _) => TemplatePart::Name { name, otherwise: Some(otherwise) },
            (None, Some((of, verb))) => TemplatePart::Verb { of, verb },
            (None, None) => TemplatePart::Name { name: blank, otherwise: None },
        });
        rest = behind;
    }
    parts.push(TemplatePart::Text(rest));
    parts
}

/// Fills a template with names and the verbs that agree with them. A name that is not among these stays as it is written.
pub fn filled(template: &str, names: &[(&str, &str, Agreement)]) -> String {
    let known_by = |name: &str| names.iter().find(|(known, ..)| *known == name);
    let said = parts(template).into_iter().map(|part| match part {
        TemplatePart::Text(text) => Cow::Borrowed(text),
        TemplatePart::Name { name, otherwise } => match (known_by(name), otherwise) {
            (Some((_, words, _)), _) => Cow::Borrowed(*words),
            (None, Some(otherwise)) => Cow::Borrowed(otherwise),
            (None, None) => Cow::Owned(format!("{{{name}}}")),
        },
        TemplatePart::Verb { of, verb } => {
            known_by(of).map_or(Cow::Borrowed(verb), |(.., agreement)| agreement.verb(verb))
        }
    });
    said.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Kind;

    #[test]
    fn verbs_of_a_template_agree_with_its_names() {
        for (q, said) in [
            ("Sales", "How does Sales hear of it?"),
            ("ED nurses", "How do ED nurses hear of it?"),
            ("People here", "How do People here hear of it?"),
        ] {
            let names = [("q", q, Agreement::of(q, Kind::Party))];
            assert_eq!(filled("How {q:does} {q} hear of it?", &names), said);
        }
        assert_eq!(filled("{x} {x:is} here, {y|somebody} too, {z", &[]), "{x} is here, somebody too, {z");
    }
}
