//! Which file uses which, item by item.
//!
//! A file uses another when its code names something that is written there. A file over a folder may declare and
//! re-export what is in the folder; that is its table of contents, and no use.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Item, UseTree, Visibility};

/// A path through modules, without `crate`.
type Route = Vec<String>;

/// What a module holds under a name.
#[derive(Clone, Debug)]
enum Held {
    /// An item that is written in the module's own file.
    Here,
    /// A module below it.
    Module,
    /// What another module holds.
    Elsewhere(Route),
}

/// One module: its file, what it holds, and the paths its code names.
#[derive(Debug, Default)]
struct Module {
    file: String,
    names: BTreeMap<String, Held>,
    globs: Vec<Route>,
    paths: BTreeSet<Route>,
}

/// All modules of the crate.
#[derive(Debug, Default)]
pub(crate) struct Modules {
    modules: BTreeMap<Route, Module>,
}

impl Modules {
    /// Reads sources: the path of each below `src`, and its text.
    pub(crate) fn read(sources: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut found = Self::default();
        for (path, text) in sources {
            let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
            let inside = path.trim_end_matches(".rs");
            let route: Route =
                if inside == "lib" { Vec::new() } else { inside.split('/').map(str::to_owned).collect() };
            found.enter(&path, &route, &file.items);
        }
        found
    }

    fn enter(&mut self, file: &str, route: &[String], items: &[Item]) {
        let mut module = Module { file: file.to_owned(), ..Module::default() };
        let items: Vec<&Item> = items.iter().filter(|item| !is_test(item)).collect();
        for item in &items {
            match item {
                Item::Mod(inner) => {
                    module.names.insert(inner.ident.to_string(), Held::Module);
                    if let Some((_, items)) = &inner.content {
                        self.enter(file, &[route, &[inner.ident.to_string()]].concat(), items);
                    }
                }
                other => module.names.extend(defined(other).map(|name| (name, Held::Here))),
            }
        }
        for used in items.iter().filter_map(|item| if let Item::Use(used) = item { Some(used) } else { None }) {
            let is_private = matches!(used.vis, Visibility::Inherited);
            for (name, path) in leaves(&used.tree, &[]) {
                let Some(target) = absolute(route, &module.names, &path) else { continue };
                if name == "*" {
                    module.globs.push(target);
                    continue;
                }
                if is_private {
                    module.paths.insert(target.clone());
                }
                module.names.insert(name, Held::Elsewhere(target));
            }
        }
        for item in items.iter().filter(|item| !matches!(item, Item::Mod(_) | Item::Use(_))) {
            let named = paths(item.to_token_stream());
            module.paths.extend(named.iter().filter_map(|path| absolute(route, &module.names, path)));
        }
        let known = self.modules.entry(route.to_vec()).or_default();
        if known.file.is_empty() {
            *known = module;
        }
    }

    /// The file in which what a path names is written.
    fn file_of(&self, path: &[String], depth: usize) -> Option<&str> {
        if depth > 20 {
            return None;
        }
        for end in (0..path.len()).rev() {
            let Some(module) = self.modules.get(&path[..end]) else { continue };
            let name = &path[end];
            match module.names.get(name) {
                // The whole path is a module: naming it is using nothing of it.
                Some(Held::Module) => return None,
                Some(Held::Here) => return Some(&module.file),
                Some(Held::Elsewhere(target)) => {
                    let mut whole = target.clone();
                    whole.extend_from_slice(&path[end + 1..]);
                    return self.file_of(&whole, depth + 1);
                }
                None => {
                    return module.globs.iter().find_map(|glob| {
                        let mut whole = glob.clone();
                        whole.extend_from_slice(&path[end..]);
                        self.file_of(&whole, depth + 1)
                    });
                }
            }
        }
        None
    }

    /// The files each file uses, inside its own room.
    pub(crate) fn uses(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut uses: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for module in self.modules.values() {
            let files = uses.entry(&module.file).or_default();
            files.extend(
                module.paths.iter().filter_map(|path| self.file_of(path, 0)).filter(|file| *file != module.file),
            );
        }
        uses
    }

    /// Groups of files that reach each other, each group sorted, the largest first.
    pub(crate) fn circles(&self) -> Vec<Vec<&str>> {
        let uses = self.uses();
        let reach: BTreeMap<&str, BTreeSet<&str>> = uses.keys().map(|file| (*file, reached(&uses, file))).collect();
        let mut seen = BTreeSet::new();
        let mut circles = Vec::new();
        for (file, files) in &reach {
            if files.contains(file) && !seen.contains(file) {
                let group: Vec<&str> = files.iter().copied().filter(|other| reach[other].contains(file)).collect();
                seen.extend(group.iter().copied());
                circles.push(group);
            }
        }
        circles.sort_by_key(|group| Reverse(group.len()));
        circles
    }
}

fn reached<'a>(uses: &BTreeMap<&'a str, BTreeSet<&'a str>>, from: &str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut next: Vec<&str> = uses[from].iter().copied().collect();
    while let Some(file) = next.pop() {
        if found.insert(file) {
            next.extend(uses.get(file).into_iter().flatten());
        }
    }
    found
}

/// Whether an item is compiled for tests alone.
fn is_test(item: &Item) -> bool {
    let attributes = match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => return false,
    };
    let test = |attribute: &syn::Attribute| attribute.to_token_stream().to_string().replace(' ', "") == "#[cfg(test)]";
    attributes.iter().any(test)
}

/// The name an item gives to what it defines.
fn defined(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

/// The names of the types that a file defines, tests aside.
pub(crate) fn types(text: &str) -> Vec<String> {
    let file = syn::parse_file(text).unwrap();
    let is_type = |item: &&Item| matches!(item, Item::Enum(_) | Item::Struct(_) | Item::Trait(_) | Item::Type(_));
    file.items.iter().filter(|item| !is_test(item)).filter(is_type).filter_map(defined).collect()
}

/// The names a `use` brings in, each with the path it stands for.
fn leaves(tree: &UseTree, before: &[String]) -> Vec<(String, Vec<String>)> {
    let with = |name: String| [before, &[name]].concat();
    match tree {
        UseTree::Path(path) => leaves(&path.tree, &with(path.ident.to_string())),
        UseTree::Name(name) if name.ident == "self" => {
            before.last().map(|last| (last.clone(), before.to_vec())).into_iter().collect()
        }
        UseTree::Name(name) => vec![(name.ident.to_string(), with(name.ident.to_string()))],
        UseTree::Rename(rename) => vec![(rename.rename.to_string(), with(rename.ident.to_string()))],
        UseTree::Glob(_) => vec![("*".to_owned(), before.to_vec())],
        UseTree::Group(group) => group.items.iter().flat_map(|tree| leaves(tree, before)).collect(),
    }
}

/// A path as written in a module, from the root of the crate; nothing for what is no part of the crate.
fn absolute(route: &[String], names: &BTreeMap<String, Held>, path: &[String]) -> Option<Route> {
    if path.iter().all(|name| ["crate", "self", "super"].contains(&name.as_str())) {
        // A visibility, such as that of `pub(super)`.
        return None;
    }
    match path.first()?.as_str() {
        "crate" => Some(path[1..].to_vec()),
        "self" => Some([route, &path[1..]].concat()),
        "super" => {
            let up = path.iter().take_while(|name| *name == "super").count();
            let base = route.get(..route.len().checked_sub(up)?)?;
            Some([base, &path[up..]].concat())
        }
        name => match names.get(name)? {
            Held::Module => Some([route, path].concat()),
            Held::Elsewhere(target) => Some([target.as_slice(), &path[1..]].concat()),
            Held::Here => None,
        },
    }
}

/// Every path in a stream of tokens, those in macros included; fields and methods are none.
fn paths(stream: TokenStream) -> Vec<Route> {
    let mut found: Vec<Route> = Vec::new();
    // How many colons stand before, and whether a dot does.
    let (mut colons, mut dot) = (0, false);
    for token in stream {
        match token {
            TokenTree::Ident(name) => {
                match found.last_mut().filter(|_| colons == 2) {
                    Some(path) => path.push(name.to_string()),
                    None if dot => found.push(Vec::new()),
                    None => found.push(vec![name.to_string()]),
                }
                (colons, dot) = (0, false);
            }
            TokenTree::Punct(mark) => {
                colons = if mark.as_char() == ':' { colons + 1 } else { 0 };
                dot = mark.as_char() == '.';
            }
            TokenTree::Group(group) => {
                found.extend(paths(group.stream()));
                (colons, dot) = (0, false);
            }
            TokenTree::Literal(_) => (colons, dot) = (0, false),
        }
    }
    found
}
