use crate::app::phones::{PhoneAsk, Vote};
use crate::record::Position;
use crate::record::text::{clean, single_spaced};

/// The maximum number of characters of a slip and of a question: what a phone shows without scrolling.
pub(super) const TEXT_LIMIT: usize = 280;

/// A form that a phone sent.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PhoneForm {
    /// The number of the question that the phone showed.
    pub(super) number: u64,
    /// The mark of the line that the phone showed; empty in forms that ask nothing about it.
    pub(super) line: String,
    /// What was answered. It need not fit what is asked.
    pub(super) vote: Vote,
}

impl PhoneForm {
    /// Reads the fields of a form; `None` if no page of ours sends such fields. A choice that was not made stands in the
    /// vote as one that fits nothing.
    pub(super) fn read(fields: &[(String, String)], asks: &PhoneAsk) -> Option<Self> {
        let field = |name: &str| fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str());
        let text = |name| single_spaced(&clean(field(name).unwrap_or_default()));
        let vote = match field("kind")? {
            "slip" => Vote::Slip(text("slip")),
            "hand" => Vote::Hand(field("hand").and_then(|place| place.parse().ok()).unwrap_or(usize::MAX)),
            "dots" => {
                let dots = fields.iter().filter(|(name, _)| name == "dots");
                Vote::Dots(dots.map(|(_, dots)| dots.parse().unwrap_or_default()).collect())
            }
            "scale" => {
                let options = if let PhoneAsk::Scale(options) = asks { options.len() } else { 0 };
                let rating = |place| field(&format!("scale{place}")).and_then(|rating| rating.parse().ok());
                Vote::Scale((0..options).map(|place| rating(place).unwrap_or_default()).collect())
            }
            "verdict" => match field("verdict") {
                Some("right") => Vote::Verdict(Position::Yes),
                Some("nearly") => Vote::Verdict(Position::Unsure),
                Some("no") => Vote::Verdict(Position::No),
                // No choice was made: an empty hand fits nothing.
                _ => Vote::Hand(usize::MAX),
            },
            "question" => Vote::Question(text("question")),
            "surprised" => Vote::Surprised,
            _ => return None,
        };
        let line = field("line").unwrap_or_default().to_owned();
        Some(Self { number: field("number")?.parse().ok()?, line, vote })
    }

    /// What is missing before the vote can count; `None` if nothing is.
    pub(super) fn lacks(&self, asks: &PhoneAsk) -> Option<String> {
        match &self.vote {
            Vote::Slip(text) | Vote::Question(text) => match text.chars().count() {
                0 => Some("Nothing was typed yet.".to_owned()),
                length if length > TEXT_LIMIT => {
                    Some(format!("That is {length} characters; {TEXT_LIMIT} fit. Please make it shorter."))
                }
                _ => None,
            },
            vote if vote.fits(asks) => None,
            _ => Some(match asks {
                PhoneAsk::Dots(each, _) => format!("Those are more than {each} dots. Please take some back."),
                PhoneAsk::Scale(_) => "Please choose a number in every row.".to_owned(),
                _ => "Please choose one of them first.".to_owned(),
            }),
        }
    }

    /// The text that was typed; empty if none was.
    pub(super) fn text(&self) -> &str {
        match &self.vote {
            Vote::Slip(text) | Vote::Question(text) => text,
            _ => "",
        }
    }
}

/// A vote in words, for the phone that it came from.
pub(super) fn in_words(vote: &Vote, asks: &PhoneAsk) -> String {
    let rows = |numbers: &[u8], options: &[String]| {
        let rows = options.iter().zip(numbers).filter(|(_, number)| **number > 0);
        rows.map(|(option, number)| format!("{option} {number}")).collect::<Vec<_>>().join(", ")
    };
    match (vote, asks) {
        (Vote::Slip(text) | Vote::Question(text), _) => text.clone(),
        (Vote::Hand(place), PhoneAsk::Hand(options)) => options.get(*place).cloned().unwrap_or_default(),
        (Vote::Dots(dots), PhoneAsk::Dots(_, options)) => rows(dots, options),
        (Vote::Scale(ratings), PhoneAsk::Scale(options)) => rows(ratings, options),
        (Vote::Verdict(Position::Yes), _) => "Right".to_owned(),
        (Vote::Verdict(Position::Unsure), _) => "Nearly".to_owned(),
        (Vote::Verdict(Position::No), _) => "No".to_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(fields: &[(&str, &str)], asks: &PhoneAsk) -> Option<PhoneForm> {
        let fields: Vec<_> = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        PhoneForm::read(&fields, asks)
    }

    type FormFields<'a> = &'a [(&'a str, &'a str)];

    fn options() -> Vec<String> {
        ["Routing", "Claims"].map(str::to_owned).to_vec()
    }

    #[test]
    fn every_kind_of_answer_is_read_and_said_in_words() {
        let number = ("number", "3");
        let cases: &[(FormFields<'_>, PhoneAsk, Vote, &str)] = &[
            (
                &[("kind", "slip"), ("slip", " so\r\nmany \u{202e}mails ")],
                PhoneAsk::Slip,
                Vote::Slip("so many mails".into()),
                "so many mails",
            ),
            (&[("kind", "hand"), ("hand", "1")], PhoneAsk::Hand(options()), Vote::Hand(1), "Claims"),
            (
                &[("kind", "dots"), ("dots", "2"), ("dots", "1")],
                PhoneAsk::Dots(3, options()),
                Vote::Dots(vec![2, 1]),
                "Routing 2, Claims 1",
            ),
            (
                &[("kind", "scale"), ("scale1", "5"), ("scale0", "2")],
                PhoneAsk::Scale(options()),
                Vote::Scale(vec![2, 5]),
                "Routing 2, Claims 5",
            ),
            (
                &[("kind", "verdict"), ("verdict", "nearly")],
                PhoneAsk::Verdict,
                Vote::Verdict(Position::Unsure),
                "Nearly",
            ),
            (&[("kind", "surprised"), ("line", "ab")], PhoneAsk::Nothing, Vote::Surprised, ""),
            (
                &[("kind", "question"), ("question", "Who pays?")],
                PhoneAsk::Nothing,
                Vote::Question("Who pays?".into()),
                "Who pays?",
            ),
        ];
        for (fields, asks, vote, words) in cases {
            let form = read(&[*fields, &[number]].concat(), asks).unwrap();
            assert_eq!((form.number, &form.vote, form.lacks(asks)), (3, vote, None));
            assert_eq!(in_words(vote, asks), *words);
        }
    }

    #[test]
    fn what_is_missing_is_said() {
        let number = ("number", "3");
        let long = "a".repeat(TEXT_LIMIT + 1);
        let cases: &[(FormFields<'_>, PhoneAsk, &str)] = &[
            (&[("kind", "slip"), ("slip", " \u{200b} ")], PhoneAsk::Slip, "Nothing was typed"),
            (&[("kind", "slip"), ("slip", &long)], PhoneAsk::Slip, "281 characters"),
            (&[("kind", "hand")], PhoneAsk::Hand(options()), "choose one"),
            (&[("kind", "hand"), ("hand", "2")], PhoneAsk::Hand(options()), "choose one"),
            (&[("kind", "verdict")], PhoneAsk::Verdict, "choose one"),
            (&[("kind", "dots"), ("dots", "2"), ("dots", "2")], PhoneAsk::Dots(3, options()), "more than 3 dots"),
            (&[("kind", "scale"), ("scale0", "2")], PhoneAsk::Scale(options()), "every row"),
            (&[("kind", "scale"), ("scale0", "2"), ("scale1", "6")], PhoneAsk::Scale(options()), "every row"),
        ];
        for (fields, asks, says) in cases {
            let lacks = read(&[*fields, &[number]].concat(), asks).unwrap().lacks(asks).unwrap_or_default();
            assert!(lacks.contains(says), "{fields:?}: {lacks}");
        }
        for fields in [&[][..], &[("kind", "slip")], &[("kind", "x"), number], &[("kind", "slip"), ("number", "-1")]] {
            assert_eq!(read(fields, &PhoneAsk::Slip), None);
        }
    }
}
