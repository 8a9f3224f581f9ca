//! Graphviz itself, where it is installed.

use std::io::Write;
use std::process::{Command, Stdio};

use adjacent::export::dot;

use crate::example::EXAMPLE;
use crate::export::formats::called;
use crate::talk::Talk;

#[test]
fn graphviz_reads_as_many_things_and_arrows_as_there_are() {
    let graph = Talk::transcript(EXAMPLE).graph();
    let child =
        Command::new("dot").arg("-Tplain").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let Ok(mut child) = child else {
        println!("dot is not installed: that Graphviz reads the file is not checked here, our own reader did");
        return;
    };
    child.stdin.take().unwrap().write_all(dot(&graph).as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let drawn = String::from_utf8(output.stdout).unwrap();
    let count = |what: &str| drawn.lines().filter(|line| line.starts_with(what)).count();
    assert_eq!((count("node "), count("edge ")), (graph.counts().things, graph.counts().arrows));
}

#[test]
fn graphviz_shows_a_label_as_it_is_typed() {
    let graph = called("R & D a &lt;b&gt;");
    let child = Command::new("dot").arg("-Tsvg").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut child) = child else {
        println!("dot is not installed: what it shows is not checked here");
        return;
    };
    child.stdin.take().unwrap().write_all(dot(&graph).as_bytes()).unwrap();
    let drawn = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    // What an SVG file shows of `&amp;lt;` is `&lt;`.
    assert!(drawn.contains(">R &amp; D a &amp;lt;b&amp;gt;</text>"), "{drawn}");
}
