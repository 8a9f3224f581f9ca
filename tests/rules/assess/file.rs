use adjacent::assess::{AssessError, Assessment, Raised, Rating, Sharing};

use super::stage::{TODAY, instrument, rating, sample};

fn told(words: &str) -> Assessment {
    let mut assessment = Assessment::begin(1, TODAY);
    for item in ["S1", "S2"] {
        assessment.rate(item, rating(4)).unwrap();
        assessment.tell(item, words).unwrap();
        assessment.date(item, Some(TODAY)).unwrap();
    }
    assessment
}

#[test]
fn a_file_says_what_was_answered_in_words_one_can_read() {
    let mut assessment = told("Tom rang");
    assessment.flag("SF1", Raised::Sometimes).unwrap();
    let text = assessment.to_ron().unwrap();
    for expected in ["version: 1", "day: \"2026-11-20\"", "rating: 4", "\"Tom rang\"", "\"SF1\": Sometimes"] {
        assert!(text.contains(expected), "{expected} is not in\n{text}");
    }
}

#[test]
fn a_damaged_or_newer_file_is_refused_with_its_place() {
    for (text, wrong) in [
        ("", "line 1"),
        ("(format: 1, version: 1, day: \"2026-11-20\", extra: 1)", "extra"),
        ("(format: 1, version: 1, day: \"2026-13-45\")", "line 1"),
        ("(format: 1, version: 1, day: \"2026-11-20\", answers: {\"S1\": (rating: 6)})", "6 is no rating"),
        ("(format: 2, version: 1, day: \"2026-11-20\")", "format 2"),
    ] {
        let error = Assessment::parse(text).unwrap_err().to_string();
        assert!(error.contains(wrong), "{text}: {error}");
    }
}

#[test]
fn a_rating_is_one_to_five_and_nothing_else() {
    assert!(Rating::new(0).is_none() && Rating::new(6).is_none());
    assert_eq!((1..=5).filter_map(Rating::new).count(), Rating::COUNT);
}

#[test]
fn what_was_written_is_in_no_output_that_looks_for_mistakes() {
    let assessment = told("MARKER");
    assert!(!format!("{assessment:?}").contains("MARKER"));
    assert!(assessment.to_ron().unwrap().contains("MARKER"), "it is kept all the same");
}

#[test]
fn what_was_typed_is_kept_without_characters_that_act_and_not_without_end() {
    let assessment = told(&format!("a\u{1b}[2Jb\nc {}", "x".repeat(5000)));
    let words = assessment.answer("S1").unwrap().evidence.text().unwrap().as_str().to_owned();
    assert!(words.starts_with("a[2Jb c x"));
    assert_eq!(words.chars().count(), 2000);
}

#[test]
fn nothing_is_shared_but_what_was_shared_item_by_item() {
    let mut assessment = told("MARKER");
    assert_eq!(assessment.outward().count(), 0);
    assessment.share("S2", Sharing::Words);
    assessment.share("T1", Sharing::Words);
    let shared: Vec<&str> = assessment.outward().map(|(item, ..)| item).collect();
    assert_eq!(shared, ["S2"], "what was not answered cannot be shared");
    assessment.share("S2", Sharing::Nothing);
    assert_eq!(assessment.outward().count(), 0);
}

#[test]
fn what_is_shared_stays_shared_when_it_is_read_again_even_after_it_was_finished() {
    let mut assessment = told("x");
    assessment.finish();
    assessment.share("S1", Sharing::Words);
    let reread = Assessment::parse(&assessment.to_ron().unwrap()).unwrap();
    assert_eq!(reread.outward().count(), 1);
    assert!(reread.is_finished());
}

#[test]
fn the_files_of_the_sample_are_written_as_they_would_be_today() {
    for assessment in sample() {
        assert_eq!(Assessment::parse(&assessment.to_ron().unwrap()), Ok(assessment.clone()));
        assert_eq!(assessment.place(&instrument(), None), None, "{}: everything was answered", assessment.day());
    }
}

#[test]
fn an_error_says_what_to_do() {
    assert!(AssessError::Finished.to_string().contains("begin a new one"));
}
