/// What the blanks of a prompt are filled with, as far as the room has got.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blanks {
    /// The change the exercise is about.
    pub focus: Option<String>,
    /// An effect to follow up, as a phrase: "less handle time".
    pub effect: Option<String>,
    /// A team that may feel it.
    pub neighbour: Option<String>,
}

impl Blanks {
    fn of(&self, name: &str) -> Option<&str> {
        match name {
            "focus" => self.focus.as_deref(),
            "effect" => self.effect.as_deref(),
            "neighbour" => self.neighbour.as_deref(),
            _ => None,
        }
    }
}

/// Fills blanks written `{name|what to say when it is not known yet}`.
pub fn fill(template: &str, blanks: &Blanks) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((blank, behind)) = after.split_once('}') else { break };
        let (name, otherwise) = blank.split_once('|').unwrap_or((blank, "it"));
        filled.push_str(before);
        filled.push_str(blanks.of(name).unwrap_or(otherwise));
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

/// Fills a long form, but for its `{}`; none while something it refers to is not known yet.
pub fn long_form(template: &str, blanks: &Blanks) -> Option<String> {
    let Some((before, after)) = template.split_once('{').filter(|(_, after)| !after.starts_with('}')) else {
        return Some(template.to_owned());
    };
    let (name, behind) = after.split_once('}')?;
    Some(format!("{before}{}{behind}", blanks.of(name)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_is_filled_or_says_something_sensible() {
        let blanks = Blanks { focus: Some("the Service bot".into()), ..Blanks::default() };
        assert_eq!(
            fill("Picture {focus|the change}. Then {effect|it happens}?", &blanks),
            "Picture the Service bot. Then it happens?"
        );
    }

    #[test]
    fn a_long_form_waits_until_it_knows_what_it_is_about() {
        let blanks = Blanks { focus: Some("Bot".into()), ..Blanks::default() };
        assert_eq!(long_form("{focus} -> {}", &blanks).as_deref(), Some("Bot -> {}"));
        assert_eq!(long_form("{effect} -> {}", &blanks), None);
        assert_eq!(long_form("!{}", &blanks).as_deref(), Some("!{}"));
    }

    #[test]
    fn an_unclosed_blank_is_left_as_text() {
        assert_eq!(fill("a {b", &Blanks::default()), "a {b");
    }
}
