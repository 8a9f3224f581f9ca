//! One name that several organisations own by an imported file is asked about.

use adjacent::export::{alike_json, alike_text};
use adjacent::record::Relation;

use crate::graph_rules::tale::{Tale, ledger};

fn register() -> Tale {
    Tale::import(9, "register")
        .lists("Claims -> Chatbot", "owns")
        .lists("Sales -> Chatbot", "owns")
        .lists("Fleet -> Chatbot", "owns")
        .lists("Payroll -> Chatbot", "owns")
        .lists("Claims -> Letter drafter", "owns")
}

#[test]
fn a_title_of_four_organisations_is_one_thing_or_four() {
    let ledger = ledger(&[register().told()]);
    let names = ledger.owned_by_several();
    assert_eq!(names.iter().map(|name| name.label.as_str()).collect::<Vec<_>>(), ["Chatbot"]);
    assert_eq!(names[0].owners, ["Claims", "Fleet", "Payroll", "Sales"]);
    let question =
        "Chatbot: Claims, Fleet, Payroll and Sales. Four organisations answer for one name: one thing or four?";
    assert!(alike_text(&ledger).contains(question), "{}", alike_text(&ledger));
    assert!(alike_json(&ledger).contains(question), "{}", alike_json(&ledger));
}

#[test]
fn a_department_and_its_office_are_one_owner() {
    let list = Tale::import(9, "register").lists("Claims -> Chatbot", "owns").lists("Ministry -> Chatbot", "owns");
    assert_eq!(ledger(&[list.told()]).owned_by_several().len(), 1);
    let list = Tale::import(9, "register").lists("Claims -> Chatbot", "owns").lists("Ministry -> Chatbot", "owns");
    let list = list.lists("Claims -> Benefits", "in").lists("Benefits -> Ministry", "in");
    assert_eq!(ledger(&[list.told()]).owned_by_several(), []);
}

#[test]
fn what_somebody_says_about_the_owner_answers_it() {
    let room = Tale::new().seat("a", Some("Ana"), Some("Sales")).claims("a", "Sales -> Chatbot", "owns").told();
    assert_eq!(ledger(&[register().told(), room]).owned_by_several(), []);
}

#[test]
fn an_owner_that_the_list_dropped_is_none() {
    let list = Tale::import(9, "register").lists("Claims -> Chatbot", "owns").lists("Sales -> Chatbot", "owns");
    let list = list.drops(2, "Sales -> Chatbot", Relation::Owns);
    assert_eq!(ledger(&[list.told()]).owned_by_several(), []);
}

#[test]
fn two_owners_in_a_room_are_no_question_of_the_list() {
    let room = Tale::new().seat("a", Some("Ana"), Some("Sales"));
    let room = room.claims("a", "Sales -> Chatbot", "owns").claims("a", "Claims -> Chatbot", "owns").told();
    assert_eq!(ledger(&[room]).owned_by_several(), []);
}
