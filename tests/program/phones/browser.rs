//! The page in a real browser: Chromium, narrow as a phone and wide, with and without JavaScript, and looked over by
//! axe-core. It needs `chromium`, `node`, and the npm packages `puppeteer-core` and `axe-core` in the folder that
//! `ADJACENT_BROWSER_MODULES` names; `.ci/run` has them.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use adjacent::app::phones::{Bar, PhoneAsk, PhonePage, Vote};
use adjacent::record::Position;

use super::{answers, opened, options, question};
use crate::left_out::leave_out;

#[test]
fn chromium_walks_the_page_narrow_and_wide_with_and_without_javascript() {
    let modules = std::env::var("ADJACENT_BROWSER_MODULES").unwrap_or_default();
    let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    let Some(browser) = browser.into_iter().find(|browser| Path::new(browser).exists()).filter(|_| !modules.is_empty())
    else {
        return leave_out(
            "the page for phones in a browser",
            "install chromium and npm, run npm install --prefix FOLDER puppeteer-core axe-core, and set \
             ADJACENT_BROWSER_MODULES=FOLDER/node_modules",
        );
    };
    for width in ["360", "1200"] {
        for script in ["on", "off"] {
            walk(browser, &modules, width, script);
        }
    }
}

fn walk(browser: &str, modules: &str, width: &str, script: &str) {
    let (server, reports) = opened(question(1, PhoneAsk::Slip));
    let mut node = Command::new("node");
    node.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/program/phones/browser.cjs"));
    node.args([server.address(), browser, width, script]).args(std::env::var("ADJACENT_BROWSER_PICTURES").ok());
    node.env("NODE_PATH", modules).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut node = node.spawn().unwrap();
    let mut told = node.stdin.take().unwrap();
    let mut server = Some(server);
    let mut last = String::new();
    for line in BufReader::new(node.stdout.take().unwrap()).lines() {
        last = line.unwrap();
        let Some(name) = last.strip_prefix("show ") else { continue };
        match (shown(name), &server) {
            (Some(page), Some(server)) => server.show(page),
            _ => server = None,
        }
        told.write_all(b"shown\n").unwrap();
    }
    assert!(node.wait().unwrap().success() && last == "walked", "at {width}, script {script}: {last}");
    let votes: Vec<_> = answers(&reports).into_iter().map(|answer| answer.vote).collect();
    let expected = [
        Vote::Slip("The night shift gets the calls.".to_owned()),
        Vote::Slip("The night shift.".to_owned()),
        Vote::Hand(1),
        Vote::Dots(vec![2, 0, 1]),
        Vote::Scale(vec![2, 3, 4]),
        Vote::Verdict(Position::Unsure),
        Vote::Question("Who pays for it?".to_owned()),
        Vote::Surprised,
    ];
    assert_eq!(votes, expected, "at {width}, script {script}");
}

/// The page of this name; `None` at the end of the session.
fn shown(name: &str) -> Option<PhonePage> {
    let named = |number, asks, says: &str| PhonePage { question: says.to_owned(), ..question(number, asks) };
    let long = "A change that is called by a very long name, as those who speak of it in a room do not call it";
    Some(match name {
        "hands" => named(2, PhoneAsk::Hand([options(), vec![long.to_owned()]].concat()), "Which one first?"),
        "dots" => named(3, PhoneAsk::Dots(3, options()), "Where would you put your dots?"),
        "scale" => PhonePage {
            count: "11 of 14 are in".to_owned(),
            ..named(4, PhoneAsk::Scale(options()), "How sure are we?")
        },
        "verdict" => named(5, PhoneAsk::Verdict, "More Claim routing means less Waiting. Is it so?"),
        "slip again" => PhonePage {
            how: "Nobody's name is kept; all are shown together.".to_owned(),
            ..named(6, PhoneAsk::Slip, "What worries you?")
        },
        "bars" => {
            let bar = |option: &str, count| Bar { option: option.to_owned(), count };
            PhonePage {
                bars: vec![bar("Claim routing", 7), bar("Waiting", 3), bar(long, 0)],
                ..named(7, PhoneAsk::Nothing, "Which one first?")
            }
        }
        "texts" => PhonePage {
            texts: vec!["The night shift gets the calls.".to_owned(), long.to_owned()],
            ..named(8, PhoneAsk::Nothing, "What worries you?")
        },
        _ => return None,
    })
}
