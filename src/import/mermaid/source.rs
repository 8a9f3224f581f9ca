/// A flowchart with what stands around it taken away.
pub(super) struct ChartText {
    /// The statements, with the head blanked.
    pub(super) text: String,
    /// The line of the file in which the text begins, from 1.
    pub(super) line: usize,
    /// The title of the front matter; empty for none.
    pub(super) title: String,
}

/// The words that begin a flowchart.
const HEADS: &[&str] = &["flowchart-elk", "flowchart", "graph"];

/// The directions that may follow them.
const DIRECTIONS: &[&str] = &["LR", "RL", "TB", "BT", "TD", "BR", "<", ">", "^", "v"];

/// The number of characters of a text in which a chart has to begin.
const LOOKED_AT: usize = 100_000;

/// Whether a text is a flowchart, or a Markdown text with one between fences.
pub(super) fn is_flowchart(text: &str) -> bool {
    let begins: String = text.chars().take(LOOKED_AT).collect();
    !chart_texts(&begins).is_empty()
}

/// Returns the flowcharts of a text: the one that it is, or those between the fences of a Markdown text.
pub(super) fn chart_texts(text: &str) -> Vec<ChartText> {
    let texts = fenced(text).unwrap_or_else(|| vec![(1, text.to_owned())]);
    texts.into_iter().filter_map(|(line, text)| chart_text(line, &text)).collect()
}

/// Returns a flowchart; `None` for a chart of another sort.
fn chart_text(line: usize, text: &str) -> Option<ChartText> {
    let (text, title) = without_front_matter(text);
    let text = without_comments(&text);
    let mut lines: Vec<&str> = text.lines().collect();
    let head = lines.iter_mut().find(|line| !line.trim().is_empty())?;
    *head = behind_head(head.trim())?;
    Some(ChartText { text: lines.join("\n"), line, title })
}

/// Returns what stands behind the head of a flowchart in its line; `None` for any other line.
fn behind_head(line: &str) -> Option<&str> {
    let rest = HEADS.iter().find_map(|head| line.strip_prefix(head))?;
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || c == ';');
    if !ends(rest) {
        return None;
    }
    let rest = rest.trim_start();
    let directed = DIRECTIONS.iter().find_map(|word| rest.strip_prefix(word).filter(|rest| ends(rest)));
    match directed {
        Some(rest) => Some(rest),
        None if rest.is_empty() || rest.starts_with(';') => Some(rest),
        None => None,
    }
}

/// Returns the charts between the fences of a Markdown text, each with the line in which it begins; `None` for a text
/// without such fences.
fn fenced(text: &str) -> Option<Vec<(usize, String)>> {
    let opens = |line: &str| {
        let line = line.trim_start();
        ["```", "~~~", ":::"].into_iter().find(|fence| {
            line.strip_prefix(fence).is_some_and(|rest| rest.trim().trim_start_matches('{').starts_with("mermaid"))
        })
    };
    let (mut charts, mut open): (Vec<(usize, String)>, Option<&str>) = (Vec::new(), None);
    for (number, line) in (1..).zip(text.lines()) {
        match open {
            Some(fence) if line.trim_start().starts_with(fence) => open = None,
            Some(_) => {
                if let Some((_, chart)) = charts.last_mut() {
                    chart.push_str(line);
                    chart.push('\n');
                }
            }
            None => {
                open = opens(line);
                charts.extend(open.map(|_| (number + 1, String::new())));
            }
        }
    }
    (!charts.is_empty()).then_some(charts)
}

/// Takes the front matter away; returns its title as well.
fn without_front_matter(text: &str) -> (String, String) {
    let is_fence = |line: &str| line.trim() == "---";
    let mut lines = text.lines().skip_while(|line| line.trim().is_empty());
    if !lines.next().is_some_and(is_fence) {
        return (text.to_owned(), String::new());
    }
    let (mut fences, mut title) = (0, String::new());
    let rest: Vec<&str> = text
        .lines()
        .map(|line| {
            let was_inside = fences == 1;
            fences += usize::from(fences < 2 && is_fence(line));
            if was_inside && let Some(found) = line.strip_prefix("title:") {
                found.trim().trim_matches(['"', '\'']).clone_into(&mut title);
            }
            if was_inside || fences < 2 || is_fence(line) { "" } else { line }
        })
        .collect();
    (rest.join("\n"), title)
}

/// Takes lines of comment and directives away; a directive may run over several lines.
fn without_comments(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("%%{") {
        left.push_str(before);
        match behind.split_once("}%%") {
            Some((directive, behind)) => {
                left.extend(directive.chars().filter(|c| *c == '\n'));
                rest = behind;
            }
            None => {
                rest = "";
                left.push_str("%%");
                left.push_str(behind);
            }
        }
    }
    left.push_str(rest);
    let lines: Vec<&str> =
        left.lines().map(|line| if line.trim_start().starts_with("%%") { "" } else { line }).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flowchart_begins_with_its_head_whatever_stands_before_it() {
        for text in [
            "flowchart LR\nA-->B",
            "graph TD;A-->B",
            "graph\nA",
            "flowchart-elk TB\nA",
            "\n---\ntitle: x\n---\n%% said\n%%{init: {\n'theme': 'dark'}}%%\nflowchart\nA",
            "# Notes\n\n```mermaid\nflowchart LR\nA-->B\n```\n",
            "::: mermaid\ngraph LR\nA\n:::",
        ] {
            assert!(is_flowchart(text), "{text}");
        }
        for text in [
            "graph {a -- b}",
            "graph G {",
            "digraph {}",
            "sequenceDiagram\nA->>B: x",
            "graphics",
            "flowchart of us",
            "",
        ] {
            assert!(!is_flowchart(text), "{text}");
        }
    }

    #[test]
    fn lines_keep_their_numbers() {
        let text = "---\ntitle: \"Bots\"\n---\n%%{init: {\n}}%%\ngraph LR; A\n%% no\nB";
        let chart = chart_texts(text).remove(0);
        assert_eq!((chart.title.as_str(), chart.text.as_str()), ("Bots", "\n\n\n\n\n; A\n\nB"));
        let two = "# x\n```mermaid\ngraph LR\nA\n```\n```mermaid\npie\n```\n```mermaid\nflowchart\nB\n```\n";
        let lines: Vec<_> = chart_texts(two).into_iter().map(|chart| (chart.line, chart.text)).collect();
        assert_eq!(lines, [(3, "\nA".to_owned()), (10, "\nB".to_owned())]);
    }
}
