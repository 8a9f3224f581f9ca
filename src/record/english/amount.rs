use super::Agreement;
use super::label::head_word;
use crate::record::Kind;

/// Beginnings of names that only say that something is counted or measured: what stands behind them is what there is
/// more or less of.
const NUMBER_OF: [&str; 2] = ["number of ", "numbers of "];
const AMOUNT_OF: [&str; 4] = ["amount of ", "amounts of ", "quantity of ", "volume of "];

/// Last words of names of what goes up and down and of which there is never more: "a higher price", "a lower age".
const LEVELS: [&str; 12] = [
    "age",
    "cap",
    "chance",
    "level",
    "likelihood",
    "possibility",
    "price",
    "probability",
    "quality",
    "revenue",
    "share",
    "temperature",
];

/// The same where there are several of them: "higher profits".
const SEVERAL_LEVELS: [&str; 8] =
    ["ages", "levels", "prices", "probabilities", "profits", "revenues", "temperatures", "wages"];

/// Describes a change of a thing without a verb, since a label may be singular or plural: "less Handle time", "fewer homes
/// insulated" of a number of homes insulated, "a lower Price of fish".
pub fn amount(less: bool, label: &str) -> String {
    if let Some(counted) = behind(label, &NUMBER_OF) {
        return format!("{} {counted}", if less { "fewer" } else { "more" });
    }
    if is_level(label) {
        return format!("{} {label}", if less { "a lower" } else { "a higher" });
    }
    if are_levels(label) {
        return format!("{} {label}", if less { "lower" } else { "higher" });
    }
    let measured = behind(label, &AMOUNT_OF).unwrap_or(label);
    format!("{} {measured}", if less { "less" } else { "more" })
}

/// Asks which way one thing moves another: "Does more Overtime mean more Errors, or less?", "Do more calls mean ...".
pub fn which_direction(from: &str, to: &str) -> String {
    let more = amount(false, from);
    let does = Agreement::of(&more, Kind::Factor).verb("Does");
    format!("{does} {more} mean {}, or {}?", amount(false, to), less_of_it(to))
}

/// Returns the word for less of a thing of which more was just named: "less", "fewer", "a lower one", "lower ones".
pub fn less_of_it(label: &str) -> &'static str {
    if behind(label, &NUMBER_OF).is_some() {
        "fewer"
    } else if is_level(label) {
        "a lower one"
    } else if are_levels(label) {
        "lower ones"
    } else {
        "less"
    }
}

fn is_level(label: &str) -> bool {
    head_word(label).is_some_and(|head| LEVELS.contains(&head.as_str()))
}

fn are_levels(label: &str) -> bool {
    head_word(label).is_some_and(|head| SEVERAL_LEVELS.contains(&head.as_str()))
}

/// Returns what stands behind one of these beginnings, if a word does.
fn behind<'l>(label: &'l str, beginnings: &[&str]) -> Option<&'l str> {
    let begins =
        |beginning: &&&str| label.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning));
    let beginning = beginnings.iter().find(begins)?;
    label.get(beginning.len()..).map(str::trim).filter(|rest| !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_more_or_fewer_a_level_is_higher_or_lower_and_all_else_more_or_less() {
        for (label, more, less) in [
            ("Handle time", "more Handle time", "less Handle time"),
            ("Number of homes insulated", "more homes insulated", "fewer homes insulated"),
            ("number of calls", "more calls", "fewer calls"),
            ("Number of ", "more Number of ", "less Number of "),
            ("Amount of waste", "more waste", "less waste"),
            ("Price cap level", "a higher Price cap level", "a lower Price cap level"),
            ("Price of fish", "a higher Price of fish", "a lower Price of fish"),
            ("Sea temperature", "a higher Sea temperature", "a lower Sea temperature"),
            ("Likelihood of errors", "a higher Likelihood of errors", "a lower Likelihood of errors"),
            ("profits", "higher profits", "lower profits"),
            ("Price pressure", "more Price pressure", "less Price pressure"),
            ("Numbers", "more Numbers", "less Numbers"),
            ("Größe", "more Größe", "less Größe"),
        ] {
            assert_eq!(amount(false, label), more);
            assert_eq!(amount(true, label), less);
        }
    }

    #[test]
    fn which_direction_is_asked_with_the_word_that_fits_the_second() {
        assert_eq!(which_direction("Overtime", "Errors"), "Does more Overtime mean more Errors, or less?");
        assert_eq!(which_direction("Number of homes", "Damp"), "Do more homes mean more Damp, or less?");
        assert_eq!(which_direction("Trust", "Number of calls"), "Does more Trust mean more calls, or fewer?");
        assert_eq!(which_direction("Cost", "Price level"), "Does more Cost mean a higher Price level, or a lower one?");
    }
}
