//! Who comes, who goes, and the title, people and plan of a session that runs.

use adjacent::app::{Code, KeyPress};

use crate::hour::absurd::{console, workshop};
use crate::typing::Typing;

#[test]
fn whoever_leaves_keeps_their_tag_and_number_and_nobody_elses_changes() {
    let mut stage = workshop("Mei @ Claims\nTom @ Contact Centre\nPriya @ Retention", "next=14");
    stage.press(KeyPress::ctrl('s')).code(Code::Down).code(Code::Delete).code(Code::Esc);
    stage.press(KeyPress::alt(Code::Char('3')));
    assert_eq!(stage.run().speaker.as_deref(), Some("retenti1"));
    stage.code(Code::F(4)).enter();
    assert!(console(&stage).contains("tom  Tom  Contact Centre"), "those who are here: {}", console(&stage));
    assert!(!console(&stage).contains("Mei  Claims"), "{}", console(&stage));
    stage.says("Meinhard @ Claims").enter().enter();
    stage.press(KeyPress::alt(Code::Char('4')));
    assert_eq!(stage.run().speaker.as_deref(), Some("claims2"), "the lines of Mei stay hers");
    stage.press(KeyPress::alt(Code::Char('1')));
    assert_eq!(stage.run().speaker, None);
}

#[test]
fn one_esc_closes_title_people_and_plan_once_the_session_runs() {
    let mut stage = workshop("Mei @ Claims", "next=14");
    for answered in 0..3 {
        stage.code(Code::F(4));
        for _ in 0..answered {
            stage.enter();
        }
        assert!(stage.model.popup.is_some());
        assert!(stage.code(Code::Esc).model.popup.is_none(), "after {answered} answers");
    }
}
