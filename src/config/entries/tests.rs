use super::*;

fn found(text: &str) -> Vec<(&str, &str)> {
    let found = entries_of(TextPart { text, at: 0 }, ['(', ')']);
    assert_eq!(found.flaws, [], "{text}");
    found.entries.iter().map(|entry| (entry.name.text, entry.value.text.trim_end())).collect()
}

fn flaws(text: &str) -> Vec<(usize, &'static str)> {
    entries_of(TextPart { text, at: 0 }, ['(', ')']).flaws
}

#[test]
fn commas_and_brackets_count_only_outside_of_texts_comments_and_brackets() {
    for (text, entries) in [
        ("(a: 1, b: 2)", vec![("a", "1"), ("b", "2")]),
        ("( a : \"x, )\" , b: [1, (2, 3)], )", vec![("a", "\"x, )\""), ("b", "[1, (2, 3)]")]),
        ("(a: r#\"1\", )\"#, b: ')')", vec![("a", "r#\"1\", )\"#"), ("b", "')'")]),
        ("(a: \"\\\",\", b: '\\'')", vec![("a", "\"\\\",\""), ("b", "'\\''")]),
        ("// (x: 1)\n( /* , ( /* ) */ */ a: 1 // , b: 2\n, c: 3)", vec![("a", "1 // , b: 2"), ("c", "3")]),
        ("\u{feff}(a: {\"k\": \"v\"})\n// end", vec![("a", "{\"k\": \"v\"}")]),
        ("()", vec![]),
        ("", vec![]),
        ("// nothing yet\n", vec![]),
    ] {
        assert_eq!(found(text), entries, "{text}");
    }
}

#[test]
fn what_is_wrong_between_entries_costs_no_entry() {
    assert_eq!(flaws("(a: 1, b, c: 2)"), [(7, NO_VALUE)]);
    assert_eq!(flaws("(a: 1, b: 2"), [(11, NOT_CLOSED)]);
    assert_eq!(flaws("(a: 1) b: 2"), [(7, BEHIND)]);
    assert_eq!(flaws("a: 1"), [(0, NOT_OPENED)]);
    let cut = entries_of(TextPart { text: "(a: 1, b: \"x", at: 5 }, ['(', ')']);
    assert_eq!(cut.entries.iter().map(|entry| (entry.name.at, entry.value.at)).collect::<Vec<_>>(), [(6, 9), (12, 15)]);
    // A quote that is not closed costs its own value alone.
    let slip = entries_of(TextPart { text: "(a: 'dark\n, b: 2)", at: 0 }, ['(', ')']);
    assert_eq!(slip.entries.len(), 2);
}

#[test]
fn no_text_stops_the_search_for_entries() {
    let pieces = ["(", ")", "[", "}", "\"", "'", "r#\"", "\\", "/*", "*/", "//", "\n", ":", ",", "a", "ä", "\u{feff}"];
    let mut state = 7_usize;
    for length in 0..400 {
        let text: String = (0..length % 40)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                pieces[(state >> 33) % pieces.len()]
            })
            .collect();
        let found = entries_of(TextPart { text: &text, at: 0 }, ['(', ')']);
        for entry in found.entries {
            assert_eq!(text.get(entry.value.at..entry.value.at + entry.value.text.len()), Some(entry.value.text));
        }
    }
}
