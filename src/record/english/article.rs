/// Capitals whose names begin with a vowel: "an HR partner", "an SLA".
const SPOKEN_WITH_VOWEL: &str = "AEFHILMNORSX";

/// Beginnings that are written with a vowel and spoken with a consonant.
const CONSONANT: [&str; 10] = ["uni", "use", "usa", "usu", "uti", "eu", "one", "once", "ubi", "ura"];

/// Beginnings in "uni" that are spoken with a vowel after all.
const VOWEL: [&str; 5] = ["unin", "unim", "unid", "hour", "hono"];

/// Other words that begin with a silent letter.
const SILENT: [&str; 3] = ["heir", "honest", "herb"];

/// Words in capitals that are said as a word.
const SAID_AS_WORDS: [&str; 9] = ["NASA", "NATO", "SAP", "RAG", "LAN", "RAM", "ROM", "SIM", "SWAT"];

/// Returns a name with "a" or "an" before it.
pub fn with_article(name: &str) -> String {
    format!("{} {name}", if takes_an(name) { "an" } else { "a" })
}

fn takes_an(name: &str) -> bool {
    let first = name.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    if first.starts_with(|c: char| c.is_ascii_digit()) {
        return first.starts_with('8') || matches!(first, "11" | "18");
    }
    let spelled = first.chars().take_while(|c| c.is_uppercase()).count() == first.trim_end_matches('s').chars().count();
    if spelled && first.len() > 1 && !SAID_AS_WORDS.contains(&first) {
        return first.starts_with(|c| SPOKEN_WITH_VOWEL.contains(c));
    }
    let word = first.to_lowercase();
    let begins = |beginnings: &[&str]| beginnings.iter().any(|beginning| word.starts_with(beginning));
    let vowel = word.starts_with(['a', 'e', 'i', 'o', 'u']);
    begins(&VOWEL) || begins(&SILENT) || (vowel && !begins(&CONSONANT))
}

/// Returns the possessive of a name: "the bot's", "Sales'", "Claims handlers'", "people's".
pub fn possessive(name: &str) -> String {
    let after_s = name.ends_with(['s', 'S']);
    format!("{name}{}", if after_s { "'" } else { "'s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_follows_the_sound() {
        for name in [
            "a bot",
            "an idea",
            "an hour",
            "an honest answer",
            "a unit",
            "a university",
            "a user",
            "an uninsured car",
            "an unimpressed room",
            "an HR partner",
            "an ED nurse",
            "an SLA",
            "a KPI",
            "a UK desk",
            "a NASA engineer",
            "an FAQ",
            "an LLM",
            "a European rule",
            "a one-off",
            "an 8-week pilot",
            "an 11 o'clock call",
            "a 7-day wait",
            "an AI policy",
            "an MRI scan",
            "an umbrella",
            "an owner",
            "a “quoted” one",
            "an urgent call",
        ] {
            let (_, behind) = name.split_once(' ').unwrap();
            assert_eq!(with_article(behind), name);
        }
    }

    #[test]
    fn possessives_do_not_hiss() {
        for (name, whose) in [
            ("Sales", "Sales'"),
            ("the nurses", "the nurses'"),
            ("Legal", "Legal's"),
            ("people", "people's"),
            ("Payroll and IT", "Payroll and IT's"),
        ] {
            assert_eq!(possessive(name), whose);
        }
    }
}
