use std::collections::HashSet;

use super::chart::{MermaidChart, MermaidGroup, MermaidLink};
use super::links::{LinkLine, link_line, name_of_link};
use super::symbols::Cursor;
use crate::import::error::ImportError;
use crate::import::input::limits;

/// Words that begin statements about how a chart is drawn.
const DRAWING: &[&str] =
    &["style", "linkStyle", "classDef", "class", "click", "accTitle", "accDescr", "accTitle:", "accDescr:"];

/// The shapes of nodes: how they open and close, and their names. One that begins like another stands before it.
const SHAPES: &[(&str, &str, &str)] = &[
    ("(((", ")))", "double-circle"),
    ("((", "))", "circle"),
    ("([", "])", "stadium"),
    ("(-", "-)", "ellipse"),
    ("(", ")", "rounded"),
    ("[[", "]]", "subroutine"),
    ("[(", ")]", "cylinder"),
    ("[/", "/]", "lean-right"),
    ("[/", "\\]", "trapezoid"),
    ("[\\", "\\]", "lean-left"),
    ("[\\", "/]", "inverted-trapezoid"),
    ("[", "]", "square"),
    ("{{", "}}", "hexagon"),
    ("{", "}", "diamond"),
    (">", "]", "odd"),
];

/// The maximum number of texts that are said not to be understood.
const NOT_UNDERSTOOD: usize = 50;

/// Reads the statements of a chart; `goes_on` is asked at each with the number of bytes that are done.
pub(super) fn statements(
    (line, text): (usize, &str),
    goes_on: impl Fn(usize) -> Result<(), ImportError>,
) -> Result<MermaidChart, ImportError> {
    let mut reader = ChartStatements { chart: MermaidChart::default(), open: Vec::new(), names: HashSet::new() };
    let mut cursor = Cursor { rest: text, line };
    let mut read = 0_usize;
    loop {
        cursor.while_so(|c| c.is_whitespace() || c == ';');
        if cursor.rest.is_empty() || reader.chart.is_too_large() {
            break;
        }
        read += 1;
        if read.is_multiple_of(500) {
            goes_on(text.len() - cursor.rest.len())?;
        }
        let before = cursor;
        if reader.statement(&mut cursor).is_none() {
            let (mut said, line) = (before, before.line);
            let rest = said.statement().trim().chars().take(60).collect();
            if reader.chart.not_understood.len() < NOT_UNDERSTOOD {
                reader.chart.not_understood.push((line, rest));
            }
            // What was read of it stays; the rest of its line does not.
            if cursor.rest.len() >= said.rest.len() {
                cursor = said;
            } else {
                cursor.statement();
            }
            if cursor.rest.len() == before.rest.len() {
                cursor.skip(before.peek().map_or(1, char::len_utf8));
            }
        }
    }
    Ok(reader.finish())
}

struct ChartStatements {
    chart: MermaidChart,
    /// The subgraphs that are open, by their places in the chart, with the ids of the nodes that stand in each.
    open: Vec<(usize, Vec<String>)>,
    /// The names of links, which may get properties like nodes.
    names: HashSet<String>,
}

impl ChartStatements {
    /// Reads a statement; `None` where it is none.
    fn statement(&mut self, cursor: &mut Cursor<'_>) -> Option<()> {
        let mut ahead = *cursor;
        let word = ahead.while_so(|c| c.is_alphanumeric() || matches!(c, '_' | ':' | '-'));
        let ends = ahead.peek().is_none_or(|c| c.is_whitespace() || c == ';' || c == '{');
        match word {
            "subgraph" if ends => {
                *cursor = ahead;
                self.begin_group(cursor);
            }
            "end" if ends => {
                *cursor = ahead;
                self.end_group();
            }
            "direction" if ends && is_direction(ahead.rest) => {
                cursor.statement();
            }
            word if ends && DRAWING.contains(&word) => {
                *cursor = ahead;
                skip_drawing(cursor);
            }
            _ => self.chain(cursor)?,
        }
        cursor.spaces();
        // Mermaid takes comments in lines of their own alone; people write them behind statements too.
        if cursor.rest.starts_with("%%") {
            cursor.while_so(|c| c != '\n');
        }
        cursor.peek().is_none_or(|c| matches!(c, '\n' | ';')).then_some(())
    }

    /// Reads nodes and links in a row: `A & B --> C --> D`.
    fn chain(&mut self, cursor: &mut Cursor<'_>) -> Option<()> {
        let mut from = self.nodes(cursor)?;
        loop {
            let mut ahead = *cursor;
            ahead.while_so(char::is_whitespace);
            let (begins, name) = (ahead.line, name_of_link(&ahead).map(str::to_owned));
            let Some(drawn) = link_line(&mut ahead) else { return Some(()) };
            *cursor = ahead;
            if self.chart.is_too_large() {
                return None;
            }
            self.names.extend(name);
            cursor.while_so(char::is_whitespace);
            let to = self.nodes(cursor)?;
            self.link((&from, &to), &drawn, begins);
            from = to;
        }
    }

    fn link(&mut self, (from, to): (&[String], &[String]), drawn: &LinkLine, begins: usize) {
        let pairs = from.iter().flat_map(|from| to.iter().map(move |to| (from, to)));
        for (from, to) in pairs.filter(|_| !drawn.is_hidden) {
            if self.chart.links.len() > limits::ARROWS {
                return;
            }
            self.chart.links.push(MermaidLink {
                line: begins,
                from: from.clone(),
                to: to.clone(),
                text: drawn.text.clone(),
                is_open: drawn.is_open,
                is_double: drawn.is_double,
            });
        }
    }

    /// Reads nodes with `&` between them; returns their ids.
    fn nodes(&mut self, cursor: &mut Cursor<'_>) -> Option<Vec<String>> {
        let mut ids = vec![self.one_node(cursor)?];
        loop {
            let mut ahead = *cursor;
            ahead.while_so(char::is_whitespace);
            if !ahead.take("&") {
                return Some(ids);
            }
            ahead.while_so(char::is_whitespace);
            *cursor = ahead;
            if ids.len() > limits::THINGS {
                return None;
            }
            ids.push(self.one_node(cursor)?);
        }
    }

    fn one_node(&mut self, cursor: &mut Cursor<'_>) -> Option<String> {
        let line = cursor.line;
        let id = id(cursor)?.to_owned();
        let is_named_link = self.names.contains(id.as_str()) && cursor.rest.starts_with("@{");
        let mut shown = (None, None);
        if cursor.take("@{") {
            shown = properties(cursor.up_to("}")?);
        }
        if is_named_link {
            return Some(id);
        }
        if cursor.rest.starts_with(['[', '(', '{', '>']) {
            let (shape, text) = bracketed(cursor)?;
            shown = (Some(shape), Some(text));
        }
        let mut class = None;
        if cursor.take(":::") {
            class = Some(cursor.while_so(|c| c.is_alphanumeric() || matches!(c, '_' | '-')).to_owned());
        }
        if cursor.take("@{") {
            let (shape, text) = properties(cursor.up_to("}")?);
            shown = (shape.or(shown.0), text.or(shown.1));
        }
        let node = self.chart.node(&id, line);
        node.shape = shown.0.or(node.shape.take());
        node.text = shown.1.or(node.text.take());
        node.classes.extend(class);
        if let Some((_, members)) = self.open.last_mut() {
            members.push(id.clone());
        }
        Some(id)
    }

    fn begin_group(&mut self, cursor: &mut Cursor<'_>) {
        let line = cursor.line;
        let head = cursor.statement().trim();
        let mut title = Cursor { rest: head, line };
        let id = title.while_so(|c| !matches!(c, '[' | '"'));
        let titled = title.rest.strip_prefix('[').and_then(|inner| inner.trim_end().strip_suffix(']'));
        let (id, title) = match titled {
            Some(titled) => (id.trim().to_owned(), titled.to_owned()),
            None if head.contains(|c: char| c.is_whitespace() || c == '"') => (String::new(), head.to_owned()),
            None => (head.to_owned(), head.to_owned()),
        };
        if self.open.len() < limits::DEPTH {
            self.open.push((self.chart.groups.len(), Vec::new()));
            self.chart.groups.push(MermaidGroup { id, title });
        }
    }

    /// What stands in a subgraph is in it, unless a subgraph that ended before has it.
    fn end_group(&mut self) {
        let Some((group, members)) = self.open.pop() else { return };
        let around: Vec<usize> = self.open.iter().rev().map(|(outer, _)| *outer).take(limits::GROUPS).collect();
        for member in &members {
            if let Some(node) = self.chart.nodes.get_mut(member).filter(|node| node.groups.is_empty()) {
                node.groups.push(group);
                node.groups.extend(&around);
            }
        }
    }

    fn finish(mut self) -> MermaidChart {
        while !self.open.is_empty() {
            self.end_group();
        }
        self.chart
    }
}

/// Reads the id of a node.
fn id<'a>(cursor: &mut Cursor<'a>) -> Option<&'a str> {
    let mut length = 0;
    let mut letters = cursor.rest.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let belongs = match c {
            '-' => next.is_some_and(|next| !matches!(next, '>' | '-' | '.') && !next.is_whitespace()),
            '=' => next.is_some_and(|next| next != '='),
            '.' => next.is_some_and(char::is_alphanumeric),
            '%' => next != Some('%'),
            '!' | '#' | '$' | '\'' | '*' | '+' | '?' | '\\' | '_' | '/' | '`' => true,
            '&' => at > 0,
            c => c.is_alphanumeric() || (!c.is_ascii() && !c.is_whitespace()),
        };
        if !belongs {
            break;
        }
        length = at + c.len_utf8();
    }
    (length > 0).then(|| cursor.skip(length))
}

/// Reads the shape and the text of a node; `None` for a bracket that is not closed.
fn bracketed(cursor: &mut Cursor<'_>) -> Option<(String, String)> {
    let opened: Vec<_> = SHAPES.iter().filter(|(open, ..)| cursor.rest.starts_with(open)).collect();
    let (longest, ..) = opened.first()?;
    let same = opened.iter().filter(|(open, ..)| open == longest);
    let mut ends: Vec<(usize, &str, Cursor<'_>, String)> = Vec::new();
    for (open, close, name) in same {
        let mut ahead = *cursor;
        ahead.skip(open.len());
        if let Some(text) = ahead.up_to(close) {
            ends.push((text.len(), name, ahead, text.to_owned()));
        }
    }
    if let Some((_, name, ahead, text)) = ends.into_iter().min_by_key(|(length, ..)| *length) {
        *cursor = ahead;
        return Some((name.to_owned(), without_properties(text)));
    }
    // `[/` or `(-` may begin the text of a plain shape.
    let (open, close, name) = opened.last()?;
    cursor.skip(open.len());
    let text = cursor.up_to(close)?;
    Some(((*name).to_owned(), text.to_owned()))
}

/// Takes the properties before the text of a node away: `|borders:lt|text`.
fn without_properties(text: String) -> String {
    match text.strip_prefix('|').and_then(|rest| rest.split_once('|')) {
        Some((_, text)) => text.to_owned(),
        None => text,
    }
}

/// Reads the properties of a node: its shape and its label.
fn properties(text: &str) -> (Option<String>, Option<String>) {
    let mut cursor = Cursor { rest: text, line: 1 };
    let (mut shape, mut label) = (None, None);
    loop {
        cursor.while_so(|c| c.is_whitespace() || c == ',');
        let name = cursor.while_so(|c| !matches!(c, ':' | ',' | '\n')).trim().trim_matches('"');
        if !cursor.take(":") {
            if cursor.rest.is_empty() {
                return (shape, label);
            }
            continue;
        }
        cursor.spaces();
        let value = match cursor.peek() {
            Some(quote @ ('"' | '\'')) => {
                cursor.skip(1);
                let value = cursor.while_so(|c| c != quote).to_owned();
                cursor.skip(1);
                value
            }
            _ => cursor.while_so(|c| !matches!(c, ',' | '\n')).trim().to_owned(),
        };
        match name {
            "shape" => shape = Some(value),
            "label" => label = Some(value),
            _ => {}
        }
    }
}

fn is_direction(text: &str) -> bool {
    let word = text.trim_start().split([' ', '\t', '\n', '\r', ';']).next().unwrap_or_default();
    ["TB", "TD", "BT", "LR", "RL"].contains(&word)
}

/// Moves over a statement about the drawing; a description may stand between braces over several lines.
fn skip_drawing(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    ahead.spaces();
    if ahead.take("{") && ahead.up_to("}").is_some() {
        *cursor = ahead;
        return;
    }
    if let Some(bytes) = text_over_lines(cursor) {
        cursor.skip(bytes);
    }
    cursor.statement();
}

/// Returns the number of bytes up to the end of a text in quotes that begins in this line and ends in a later one, as the
/// tooltip of a `click` may. What follows it is again of the statement; else the quote is one that is never closed.
fn text_over_lines(cursor: &Cursor<'_>) -> Option<usize> {
    let ahead = cursor.ahead();
    let line = ahead.find('\n').unwrap_or(ahead.len());
    let quotes = ahead.get(..line)?.bytes().filter(|byte| *byte == b'"').count();
    let closes = line + ahead.get(line..)?.find('"').filter(|_| !quotes.is_multiple_of(2))?;
    let rest = ahead.get(closes + 1..)?;
    let follows = rest.trim_start_matches([' ', '\t', '\r']);
    (follows.is_empty() || follows.starts_with(['\n', ';', '_', '"', '%'])).then_some(closes + 1)
}
