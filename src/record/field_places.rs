//! Where the fields of a RON text stand, so that a flaw of a file that people write is told with its line and column.

use std::collections::BTreeMap;

use self::tokens::{Token, Tokens};

mod tokens;

/// The line and the column of each field's value in a RON text. A field's path is like `steps.live.2.prompt`, with list
/// items counted from 0.
///
/// Any text can be read, even a broken one; fields that cannot be recognised have no place.
#[derive(Clone, Debug, Default)]
pub struct FieldPlaces {
    starts: BTreeMap<String, (usize, usize)>,
}

impl FieldPlaces {
    /// Finds the fields of a text.
    pub fn of(text: &str) -> Self {
        let mut walk = FieldWalk { starts: BTreeMap::new(), brackets: vec![Bracket::at(String::new())], word: None };
        for (token, place) in Tokens::of(text) {
            walk.take(token, place);
        }
        Self { starts: walk.starts }
    }

    /// Returns the line and the column of a field's value; for a missing field, those of the value that should contain
    /// it.
    pub fn at(&self, path: &str) -> (usize, usize) {
        match (self.starts.get(path), path.rsplit_once('.')) {
            (Some(place), _) => *place,
            (None, Some((parent, _))) => self.at(parent),
            (None, None) => self.starts.get("").copied().unwrap_or((1, 1)),
        }
    }

    /// Whether the text has this field.
    pub fn has(&self, path: &str) -> bool {
        self.starts.contains_key(path)
    }
}

/// The state between two brackets.
struct Bracket {
    path: String,
    key: Option<String>,
    count: usize,
    begun: bool,
}

impl Bracket {
    const fn at(path: String) -> Self {
        Self { path, key: None, count: 0, begun: false }
    }
}

struct FieldWalk {
    starts: BTreeMap<String, (usize, usize)>,
    brackets: Vec<Bracket>,
    /// A word that is the name of a field if a colon follows.
    word: Option<(String, (usize, usize))>,
}

impl FieldWalk {
    fn take(&mut self, token: Token, place: (usize, usize)) {
        let word = self.word.take();
        if let (Token::Colon, Some((name, _))) = (&token, &word) {
            if let Some(bracket) = self.brackets.last_mut() {
                (bracket.key, bracket.begun) = (Some(name.clone()), false);
            }
            return;
        }
        if let Some((_, at)) = word {
            self.begin(at);
        }
        match token {
            Token::Word(name) => self.word = Some((name, place)),
            Token::Text => self.begin(place),
            Token::Open => {
                self.begin(place);
                let path = self.path();
                self.brackets.push(Bracket::at(path));
            }
            Token::Close => {
                self.brackets.pop();
            }
            Token::Comma => {
                if let Some(bracket) = self.brackets.last_mut() {
                    (bracket.key, bracket.begun, bracket.count) = (None, false, bracket.count + 1);
                }
            }
            Token::Colon => {}
        }
    }

    /// Notes that a value begins at `place`, unless one has begun already, as in `Vote(` after `Vote`.
    fn begin(&mut self, place: (usize, usize)) {
        let path = self.path();
        if let Some(bracket) = self.brackets.last_mut().filter(|bracket| !bracket.begun) {
            bracket.begun = true;
            self.starts.entry(path).or_insert(place);
        }
    }

    /// Returns the path of the current or next value in the innermost brackets.
    fn path(&self) -> String {
        let Some(bracket) = self.brackets.last() else { return String::new() };
        if self.brackets.len() == 1 {
            return String::new();
        }
        let name = bracket.key.clone().unwrap_or_else(|| bracket.count.to_string());
        if bracket.path.is_empty() { name } else { format!("{}.{name}", bracket.path) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_has_its_line_and_column() {
        let text = "// first\n(\n  id: \"a:(b\", /* ( /* x */ */ say: (live: r#\"q\"(\"#),\n  list: [\n    (title: \"one\"),\n    (title: \"two\", answer: Vote(options: [\"x\"])),\n  ],\n)";
        let places = FieldPlaces::of(text);
        for (path, expected) in [
            ("", (2, 1)),
            ("id", (3, 7)),
            ("say", (3, 36)),
            ("say.live", (3, 43)),
            ("list.0.title", (5, 13)),
            ("list.1", (6, 5)),
            ("list.1.title", (6, 13)),
            ("list.1.answer", (6, 28)),
            ("list.1.answer.options", (6, 42)),
            ("list.1.answer.options.0", (6, 43)),
            ("list.1.nothing", (6, 5)),
            ("nothing.at.all", (2, 1)),
        ] {
            assert_eq!(places.at(path), expected, "{path}");
        }
    }

    #[test]
    fn broken_text_has_places_as_far_as_it_goes() {
        for text in ["", ")))", "(a: \"", "(a: r#\"x", "/* /*", "a: b: ,,,", "([{", "(a: (b: \"c\""] {
            let _ = FieldPlaces::of(text).at("a.b");
        }
        assert_eq!(FieldPlaces::of("(a: (b: \"c\"").at("a.b"), (1, 9));
    }
}
