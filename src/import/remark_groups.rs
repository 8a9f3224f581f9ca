use std::collections::HashMap;

use super::imported::{ImportRemark, RemarkSort, RemarkTopic};

/// How many remarks that say the same are each listed; of more there is one line with their number.
const EACH: usize = 5;

/// Remarks that say the same about different parts of the files, as one line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemarkGroup<'a> {
    /// The first of them.
    pub first: &'a ImportRemark,
    /// The number of all of them.
    pub remarks: usize,
}

impl RemarkGroup<'_> {
    /// Returns what they say, without a place and a full stop: the sentence of the first and how many more are like it.
    pub fn says(&self) -> String {
        let says = &self.first.says;
        if self.remarks == 1 {
            return says.clone();
        }
        let more = self.remarks - 1;
        let such = match (&self.first.topic, more) {
            (RemarkTopic::Links, 1) => "more such link",
            (RemarkTopic::Links, _) => "more such links",
            _ => "more like it",
        };
        format!("{says} (and {more} {such})")
    }
}

/// Returns remarks as lines of a list, in order. Where more than five say the same, the first stands for all.
pub fn remark_groups<'a>(remarks: impl IntoIterator<Item = &'a ImportRemark>) -> Vec<RemarkGroup<'a>> {
    let remarks: Vec<(&ImportRemark, (RemarkSort, String))> =
        remarks.into_iter().map(|remark| (remark, (remark.sort, shape(remark)))).collect();
    let mut counts: HashMap<&(RemarkSort, String), usize> = HashMap::new();
    for (_, shape) in &remarks {
        *counts.entry(shape).or_default() += 1;
    }
    let mut groups = Vec::new();
    for (first, shape) in &remarks {
        match counts.get(shape).copied().unwrap_or_default() {
            0 => {}
            all if all > EACH => {
                groups.push(RemarkGroup { first, remarks: all });
                // The others of the group stand in this line.
                counts.insert(shape, 0);
            }
            _ => groups.push(RemarkGroup { first, remarks: 1 }),
        }
    }
    groups
}

/// Returns what remarks have in common that say the same: their topic, else the sentence without its numbers and without
/// what stands in quotation marks.
fn shape(remark: &ImportRemark) -> String {
    match &remark.topic {
        RemarkTopic::Like(like) => (*like).to_owned(),
        RemarkTopic::Links => "links".to_owned(),
        RemarkTopic::Days => "days".to_owned(),
        RemarkTopic::Status(word) => format!("status {word}"),
        RemarkTopic::Other => sentence_shape(&remark.says),
    }
}

fn sentence_shape(says: &str) -> String {
    let mut shape = String::with_capacity(says.len());
    let mut closes = None;
    for c in says.chars() {
        match (closes, c) {
            (Some(close), _) if c == close => closes = None,
            (Some(_), _) | (None, '0'..='9') => {}
            (None, '"') => closes = Some('"'),
            (None, '\u{201c}') => closes = Some('\u{201d}'),
            (None, c) => shape.push(c),
        }
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::place::{SourcePlace, WithinFile};

    fn remark(line: usize, topic: RemarkTopic, says: &str) -> ImportRemark {
        let place = SourcePlace { file: "map.dot".into(), within: WithinFile::Line(line) };
        ImportRemark { place, sort: RemarkSort::Asked, says: says.to_owned(), topic }
    }

    #[test]
    fn what_is_said_of_hundreds_of_links_is_one_line_with_their_number() {
        let links = (1..=254).map(|at| remark(at, RemarkTopic::Links, &format!("A{at} and B are linked so")));
        let all: Vec<ImportRemark> =
            links.chain([remark(255, RemarkTopic::Other, "an invisible link is left out")]).collect();
        let groups = remark_groups(&all);
        let says: Vec<String> = groups.iter().map(RemarkGroup::says).collect();
        assert_eq!(says, ["A1 and B are linked so (and 253 more such links)", "an invisible link is left out"]);
        assert_eq!(groups[0].first.place.to_string(), "map.dot, line 1");
    }

    #[test]
    fn a_few_are_each_listed_and_sentences_that_differ_in_a_number_or_a_quoted_name_say_the_same() {
        let few: Vec<ImportRemark> = (1..=5).map(|at| remark(at, RemarkTopic::Links, "linked so")).collect();
        assert_eq!(remark_groups(&few).len(), 5);
        let says = |at: usize| format!("the id \u{201c}row {at}\u{201d} stands here again, as in row {at}");
        let many: Vec<ImportRemark> = (1..=6).map(|at| remark(at, RemarkTopic::Other, &says(at))).collect();
        let groups = remark_groups(&many);
        assert_eq!(groups.len(), 1);
        assert_eq!(groups[0].says(), format!("{} (and 5 more like it)", says(1)));
    }
}
