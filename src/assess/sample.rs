use super::assessment::Assessment;

/// The RON text of each assessment of an invented leader, the earliest first.
pub const SAMPLE: &[&str] = &[
    include_str!("sample/2024-11-12.ron"),
    include_str!("sample/2025-11-14.ron"),
    include_str!("sample/2026-11-10.ron"),
];

/// Three assessments of an invented leader over two years. They are never mixed with those of a real person.
pub fn sample() -> Vec<Assessment> {
    // A test parses each embedded text, so no text is dropped in a program that was built.
    SAMPLE.iter().filter_map(|text| Assessment::parse(text).ok()).collect()
}
