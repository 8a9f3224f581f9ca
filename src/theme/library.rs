use std::collections::BTreeMap;

use super::embedded::{EMBEDDED, sources};
use super::file::ThemeFile;
use super::flaw::{StyleFlaw, StyleSeverity};
use super::{Contrast, Rgb, Theme, ThemeColour, ThemePlace, ThemeSource};

/// A theme that can be chosen.
#[derive(Clone, Debug)]
pub struct KnownTheme {
    /// The theme, with all that it inherits.
    pub theme: Theme,
    /// Where it comes from.
    pub place: ThemePlace,
    /// The path of its file; empty for a theme of the program.
    pub path: String,
    /// The name of the theme it inherits from, if it does.
    pub inherits: Option<String>,
}

/// All themes that can be chosen, and what is wrong with their files.
#[derive(Clone, Debug, Default)]
pub struct ThemeLibrary {
    themes: Vec<KnownTheme>,
    flaws: Vec<(String, StyleFlaw)>,
}

impl ThemeLibrary {
    /// Resolves the themes of these files, with those of the program. A file that cannot be used is told and left out.
    pub fn of(own: Vec<ThemeSource>) -> Self {
        let mut sources: Vec<ThemeSource> = own.into_iter().chain(sources()).collect();
        // The order in a folder is that of the file names; sorting by place keeps it.
        sources.sort_by_key(|source| source.place);
        let mut flaws = Vec::new();
        let mut shelf = Shelf { files: Vec::new() };
        for source in sources {
            match ThemeFile::read(&source.text, &source.stem) {
                Err(flaw) => flaws.push((source.path, flaw)),
                Ok(file) => shelf.files.push((source, file)),
            }
        }
        let themes = shelf.resolve_all(&mut flaws);
        flaws.sort_by(|(one, a), (other, b)| (one, a.line, a.column).cmp(&(other, b.line, b.column)));
        Self { themes, flaws }
    }

    /// The themes that can be chosen: those with the names of the program's first, in its order, then the others by
    /// name. The first is the default.
    pub fn themes(&self) -> &[KnownTheme] {
        &self.themes
    }

    /// What is wrong with the files, each with the path of its file, in the order of paths and lines.
    pub fn flaws(&self) -> &[(String, StyleFlaw)] {
        &self.flaws
    }

    /// Gives the themes out, in the order of [`Self::themes`].
    pub fn into_themes(self) -> Vec<Theme> {
        self.themes.into_iter().map(|known| known.theme).collect()
    }
}

/// The files that can be used, in the order in which a name is looked for.
struct Shelf {
    files: Vec<(ThemeSource, ThemeFile)>,
}

impl Shelf {
    fn resolve_all(&self, flaws: &mut Vec<(String, StyleFlaw)>) -> Vec<KnownTheme> {
        let mut chosen: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, (source, file)) in self.files.iter().enumerate() {
            flaws.extend(file.flaws.iter().map(|flaw| (source.path.clone(), flaw.clone())));
            let first = *chosen.entry(&file.name).or_insert(at);
            flaws.extend(self.namesake(first, at).map(|flaw| (source.path.clone(), flaw)));
        }
        let order = |name: &str| EMBEDDED.iter().position(|(shipped, _)| *shipped == name).unwrap_or(usize::MAX);
        let mut chosen: Vec<(&str, usize)> = chosen.into_iter().collect();
        chosen.sort_by_key(|(name, _)| order(name));
        chosen.into_iter().filter_map(|(_, at)| self.known(at, flaws)).collect()
    }

    /// The flaw that two files of one folder have one name, told of the later file.
    fn namesake(&self, first: usize, at: usize) -> Option<StyleFlaw> {
        let ((earlier, _), (source, file)) = (self.files.get(first)?, self.files.get(at)?);
        (first != at && earlier.place == source.place).then(|| {
            let what = format!("{} has the name {} already", earlier.path, file.name);
            StyleFlaw::at(&file.places, "name", StyleSeverity::Unusable, what, "give one of the two another name")
        })
    }

    fn known(&self, at: usize, flaws: &mut Vec<(String, StyleFlaw)>) -> Option<KnownTheme> {
        let (source, file) = self.files.get(at)?;
        let theme = self.resolve(at, &mut Vec::new());
        let flaw = match self.parent(at) {
            Err(flaw) => Some(flaw),
            Ok(None) => missing(file),
            Ok(Some(_)) => self.inherited_loop(at),
        };
        flaws.extend(flaw.map(|flaw| (source.path.clone(), flaw)));
        if source.place != ThemePlace::Shipped {
            flaws.extend(told(file, &theme).into_iter().map(|flaw| (source.path.clone(), flaw)));
        }
        let path = if source.place == ThemePlace::Shipped { String::new() } else { source.path.clone() };
        Some(KnownTheme { theme, place: source.place, path, inherits: file.inherits.clone() })
    }

    /// The theme of a file with all that it inherits. `chain` holds the files that inherit from it; where its parent is one
    /// of them, the default stands in.
    fn resolve(&self, at: usize, chain: &mut Vec<usize>) -> Theme {
        let Some((_, file)) = self.files.get(at) else { return blank() };
        chain.push(at);
        let parent = match self.parent(at) {
            Ok(None) => blank(),
            Ok(Some(parent)) if !chain.contains(&parent) => self.resolve(parent, chain),
            Ok(Some(_)) | Err(_) => self.fallback(chain),
        };
        let mut roles = parent.roles;
        for (role, style) in &file.roles {
            let inherited = roles.get(role).copied().unwrap_or_default();
            roles.insert(*role, style.or(inherited));
        }
        let about = file.about.clone().unwrap_or_else(|| match &file.inherits {
            Some(parent) => format!("As {parent}, with changes."),
            None => String::new(),
        });
        Theme {
            name: file.name.clone(),
            about,
            ground: file.ground.unwrap_or(parent.ground),
            text: file.text.unwrap_or(parent.text),
            roles,
        }
    }

    /// The file from which a file inherits; `None` where it inherits nothing. A theme that inherits from its own name
    /// means the next one of that name, so that a workspace can change a theme of the program in place.
    fn parent(&self, at: usize) -> Result<Option<usize>, StyleFlaw> {
        let Some((source, file)) = self.files.get(at) else { return Ok(None) };
        let Some(wanted) = &file.inherits else { return Ok(None) };
        let is_before = |other: &ThemeSource| *wanted == file.name && other.place <= source.place;
        let found = self.files.iter().position(|(other, known)| known.name == *wanted && !is_before(other));
        match found {
            None => {
                let names: Vec<&str> = self.files.iter().map(|(_, file)| file.name.as_str()).collect();
                let what = format!("no other theme is called {wanted:?}");
                Err(wrong_parent(file, what, format!("there are {}", once_each(names).join(", "))))
            }
            Some(parent) => Ok(Some(parent)),
        }
    }

    /// The flaw that a theme inherits from itself through others. A circle further up is told of the themes in it.
    fn inherited_loop(&self, at: usize) -> Option<StyleFlaw> {
        let mut chain = vec![at];
        while let Ok(Some(parent)) = self.parent(*chain.last()?) {
            if parent == at {
                let names = chain.iter().chain([&at]).filter_map(|at| self.files.get(*at));
                let names: Vec<&str> = names.map(|(_, file)| file.name.as_str()).collect();
                let what = format!("it inherits from itself: {}", names.join(" -> "));
                let (_, file) = self.files.get(at)?;
                return Some(wrong_parent(file, what, "let one of them inherit from dark or light"));
            }
            if chain.contains(&parent) {
                return None;
            }
            chain.push(parent);
        }
        None
    }

    /// The theme that stands in for a parent that cannot be used: the default of the program.
    fn fallback(&self, chain: &mut Vec<usize>) -> Theme {
        let default = self.files.iter().rposition(|(source, file)| {
            source.place == ThemePlace::Shipped && EMBEDDED.first().is_some_and(|(name, _)| *name == file.name)
        });
        default.map_or_else(blank, |at| self.resolve(at, chain))
    }
}

fn wrong_parent(file: &ThemeFile, what: String, hint: impl Into<String>) -> StyleFlaw {
    StyleFlaw::at(&file.places, "inherits", StyleSeverity::Wrong, what, hint)
}

/// The flaw that a theme which inherits nothing leaves out a colour that everything rests on.
fn missing(file: &ThemeFile) -> Option<StyleFlaw> {
    let said = [("ground", file.ground.is_some()), ("text", file.text.is_some())];
    let (field, _) = said.into_iter().find(|(field, said)| !said && !file.places.has(field))?;
    let what = format!("there is no {field}, and nothing to inherit it from");
    let hint = format!("add {field}: \"#...\", or inherits: \"dark\"");
    Some(StyleFlaw::at(&file.places, field, StyleSeverity::Wrong, what, hint))
}

/// What is to be said about the contrasts of a theme, each told where the file gives the role its colour: every role that is
/// too faint, and once for each place the roles that cannot be judged.
fn told(file: &ThemeFile, theme: &Theme) -> Vec<StyleFlaw> {
    let contrasts = theme.contrasts();
    let flaw = |field: &str, weight, what, hint| StyleFlaw::at(&file.places, field, weight, what, hint);
    let faint = contrasts.iter().filter(|contrast| contrast.is_faint());
    let faint = faint.map(|told| flaw(&field_of(file, told), StyleSeverity::Faint, told.in_words(), told.hint()));
    let mut unjudged: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for contrast in contrasts.iter().filter(|contrast| contrast.ratio.is_none() && is_own(file, contrast)) {
        unjudged.entry(field_of(file, contrast)).or_default().push(contrast.role.name());
    }
    let unjudged = unjudged.into_iter().map(|(field, roles)| {
        let what = format!(
            "the terminal's own colours have no known value, so the contrast of {} is not judged",
            roles.join(", ")
        );
        flaw(&field, StyleSeverity::Note, what, "look at it on your terminal".to_owned())
    });
    faint.chain(unjudged).collect()
}

/// The path of the field from which a role has its colours, as far as the file says them.
fn field_of(file: &ThemeFile, contrast: &Contrast) -> String {
    let role = format!("roles.{}", contrast.role.name());
    let fields = [format!("{role}.fg"), format!("{role}.bg"), "ground".to_owned(), "text".to_owned()];
    fields.into_iter().find(|field| file.places.has(field)).unwrap_or_else(|| "inherits".to_owned())
}

/// Whether the file itself gives the role a colour that cannot be judged; otherwise its parent tells it.
fn is_own(file: &ThemeFile, contrast: &Contrast) -> bool {
    let said = file.roles.get(&contrast.role).copied().unwrap_or_default();
    let own = [said.fg, said.bg, file.text, file.ground];
    own.into_iter().flatten().any(|colour| colour.known().is_none())
}

/// White on black, where a theme says nothing.
fn blank() -> Theme {
    let (ground, text) = (ThemeColour::Rgb(Rgb::BLACK), ThemeColour::Rgb(Rgb::WHITE));
    Theme { name: String::new(), about: String::new(), ground, text, roles: BTreeMap::new() }
}

fn once_each(names: Vec<&str>) -> Vec<&str> {
    let mut once: Vec<&str> = Vec::new();
    for name in names {
        if !once.contains(&name) {
            once.push(name);
        }
    }
    once
}
