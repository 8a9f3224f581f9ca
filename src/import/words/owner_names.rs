use crate::import::imported::ThingOwner;
use crate::import::words::person::{is_address, owners};

/// Words of which one at least stands in most names of units, and none in a person's name.
const OF_UNITS: &[&str] = &[
    "abteilung",
    "academy",
    "admin",
    "administration",
    "afdeling",
    "affairs",
    "ag",
    "agency",
    "amt",
    "analysts",
    "analytics",
    "and",
    "applications",
    "apps",
    "architecture",
    "area",
    "authority",
    "bank",
    "bereich",
    "board",
    "bureau",
    "business",
    "bv",
    "care",
    "center",
    "centre",
    "chapter",
    "claims",
    "client",
    "cloud",
    "commerce",
    "commission",
    "committee",
    "communications",
    "company",
    "compliance",
    "contact",
    "content",
    "core",
    "corp",
    "corporate",
    "council",
    "crew",
    "customer",
    "customers",
    "data",
    "delivery",
    "department",
    "dept",
    "des",
    "design",
    "desk",
    "development",
    "devops",
    "dienst",
    "dienste",
    "digital",
    "directie",
    "direction",
    "directorate",
    "division",
    "du",
    "education",
    "einkauf",
    "en",
    "enforcement",
    "engineering",
    "engineers",
    "enterprise",
    "et",
    "experience",
    "facilities",
    "finance",
    "for",
    "fraud",
    "für",
    "global",
    "gmbh",
    "group",
    "growth",
    "guild",
    "happiness",
    "health",
    "hr",
    "human",
    "inc",
    "information",
    "infrastructure",
    "innovation",
    "insights",
    "insurance",
    "integration",
    "intelligence",
    "internal",
    "investigations",
    "it",
    "klantenservice",
    "lab",
    "labs",
    "learning",
    "legal",
    "llc",
    "logistics",
    "ltd",
    "machine",
    "management",
    "marketing",
    "media",
    "ministry",
    "ml",
    "mobile",
    "network",
    "of",
    "office",
    "operations",
    "ops",
    "partner",
    "partners",
    "payments",
    "people",
    "performance",
    "personal",
    "planning",
    "platform",
    "plc",
    "policy",
    "portal",
    "pricing",
    "procurement",
    "product",
    "production",
    "products",
    "programme",
    "project",
    "protection",
    "public",
    "purchasing",
    "pôle",
    "quality",
    "recht",
    "referat",
    "relations",
    "reporting",
    "research",
    "resources",
    "retail",
    "retention",
    "revenue",
    "risk",
    "safety",
    "sales",
    "science",
    "scientists",
    "security",
    "service",
    "services",
    "shared",
    "site",
    "software",
    "solutions",
    "squad",
    "stab",
    "staff",
    "stelle",
    "strategy",
    "studio",
    "success",
    "supply",
    "support",
    "system",
    "systems",
    "team",
    "teams",
    "tech",
    "technology",
    "the",
    "training",
    "transport",
    "treasury",
    "tribe",
    "und",
    "underwriting",
    "unit",
    "vertrieb",
    "voor",
    "web",
    "workforce",
];

/// Whether a word in lower case stands in names of units and not in names of people.
pub(in crate::import) fn is_unit_word(word: &str) -> bool {
    OF_UNITS.contains(&word)
}

/// Returns the owners that a field of a catalogue names. `user:mei`, `@mei`, an e-mail address and what reads like a
/// person's name are people; `team:x`, `group:x` and any other name are units.
pub(in crate::import) fn owners_named(text: &str) -> Vec<ThingOwner> {
    let unit = |name: String| match name.split_once(':') {
        Some((sort, name)) => {
            let (sort, name) = (sort.trim().to_lowercase(), name.trim());
            let name = name.rsplit('/').next().unwrap_or(name).to_owned();
            if sort == "user" || is_address(&name) { ThingOwner::Person(name) } else { ThingOwner::Unit(name) }
        }
        None if name.starts_with('@') || is_like_a_person(&name) => ThingOwner::Person(name),
        None => ThingOwner::Unit(name),
    };
    owners(text, unit)
}

/// Whether a word is usual in the names of units and stands in no name of a person.
pub(in crate::import) fn is_usual_in_units(word: &str) -> bool {
    OF_UNITS.contains(&word.to_lowercase().as_str())
}

/// Whether a name reads like that of a person: two or three words that begin with a capital letter and are no
/// abbreviations, none of which is a usual word in names of units.
pub(in crate::import) fn is_like_a_person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_name = |word: &&str| {
        let letters = word.trim_end_matches(['.', ',']);
        let mut characters = letters.chars();
        characters.next().is_some_and(char::is_uppercase)
            && characters.clone().next().is_none_or(|second| !second.is_uppercase())
            && characters.all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '\u{2019}'))
            && !is_unit_word(&letters.to_lowercase())
    };
    (2..=3).contains(&words.len()) && words.iter().all(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_units_are_told_apart() {
        let person = |name: &str| vec![ThingOwner::Person(name.to_owned())];
        let unit = |name: &str| vec![ThingOwner::Unit(name.to_owned())];
        assert_eq!(owners_named("user:default/mei"), person("mei"));
        assert_eq!(owners_named("@mei"), person("@mei"));
        assert_eq!(owners_named("Mei Tan"), person("Mei Tan"));
        assert_eq!(owners_named("mei@calder.example"), person("mei@calder.example"));
        assert_eq!(owners_named("team:retention"), unit("retention"));
        assert_eq!(owners_named("Contact Centre"), unit("Contact Centre"));
        assert_eq!(owners_named("Retention"), unit("Retention"));
        assert_eq!(owners_named("Customer Happiness"), unit("Customer Happiness"));
        assert_eq!(owners_named("NLP Guild"), unit("NLP Guild"));
        assert_eq!(owners_named("claims; data platform").len(), 2);
    }
}
