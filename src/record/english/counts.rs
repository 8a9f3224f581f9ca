use super::Agreement;

const NUMBERS: [&str; 13] =
    ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Returns a number with the words that agree with it, thousands separated: "1 line is", "1,234 lines are", "0 lines
/// are".
pub fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", in_digits(number), if number == 1 { one } else { many })
}

/// Returns a number in digits, thousands separated: "1,234".
pub fn in_digits(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(",")
}

/// Returns a number with the words that agree with it, and none in words: "no promise is", "1 promise is".
pub fn counted_or_no(number: usize, one: &str, many: &str) -> String {
    if number == 0 { format!("no {one}") } else { counted(number, one, many) }
}

/// Returns a number in words with the words that agree with it: "no effect is", "one effect is", "two effects are".
pub fn counted_in_words(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", in_words(number), Agreement::of_count(number).pick(one, many))
}

/// Returns a number as it is said aloud: in words up to twelve, in digits above.
pub fn in_words(number: usize) -> String {
    NUMBERS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// Says that there are so many: "There is one effect", "There are two effects", "There is no effect".
pub fn there_are(number: usize, one: &str, many: &str) -> String {
    format!("There {} {}", Agreement::of_count(number).verb("is"), counted_in_words(number, one, many))
}

/// Joins names as they are said: `A`, `A and B`, `A, B and C`; empty for no names. `joint` stands before the last one.
pub fn listed<S: AsRef<str>>(names: &[S], joint: &str) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} {joint} {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// Joins options that are put to the room, by commas. Whole sentences, which may have commas of their own, are numbered, as
/// the room sees them: `(1) Who pays, and when?; (2) Who checks?`.
pub fn options_in_words<S: AsRef<str>>(options: &[S]) -> String {
    numbered(options).unwrap_or_else(|| options.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", "))
}

/// Joins options like [`options_in_words`], but as they are said where they are no sentences: `A, B and C`.
pub fn options_as_said<S: AsRef<str>>(options: &[S]) -> String {
    numbered(options).unwrap_or_else(|| listed(options, "and"))
}

/// Returns options with their numbers; `None` if none of them is a whole sentence.
fn numbered<S: AsRef<str>>(options: &[S]) -> Option<String> {
    let options = options.iter().map(AsRef::as_ref);
    options.clone().any(is_sentence).then(|| {
        let numbered: Vec<String> = (1..).zip(options).map(|(place, option)| format!("({place}) {option}")).collect();
        numbered.join("; ")
    })
}

/// Whether an option would not be told apart from its neighbours between commas.
pub fn is_sentence(option: &str) -> bool {
    option.contains([',', ';', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_what_is_counted() {
        for (number, digits, words, there) in [
            (0, "no promise", "no promise", "There is no promise"),
            (1, "1 promise", "one promise", "There is one promise"),
            (2, "2 promises", "two promises", "There are two promises"),
            (13, "13 promises", "13 promises", "There are 13 promises"),
        ] {
            assert_eq!(counted_or_no(number, "promise", "promises"), digits);
            assert_eq!(counted_in_words(number, "promise", "promises"), words);
            assert_eq!(there_are(number, "promise", "promises"), there);
        }
        assert_eq!(counted(0, "line", "lines"), "0 lines");
        assert_eq!(counted(1234, "line", "lines"), "1,234 lines");
        assert_eq!([0, 710, 1_402_000].map(in_digits), ["0", "710", "1,402,000"]);
    }

    #[test]
    fn of_several_only_the_last_one_has_an_and_before_it() {
        for (names, said) in
            [("", ""), ("Claims", "Claims"), ("A B", "A and B"), ("A B C", "A, B and C"), ("A B C D", "A, B, C and D")]
        {
            let names: Vec<String> = names.split_whitespace().map(str::to_owned).collect();
            assert_eq!(listed(&names, "and"), said);
        }
    }
}
