//! What the program is built from: nothing twice that must be there once, no licence that asks for more than a notice,
//! and no crate that needs a newer compiler than the README promises.

use std::collections::BTreeMap;
use std::process::Command;
use std::sync::LazyLock;

use serde_json::Value;

/// Crates of which two copies would not work together.
const ONCE: &[&str] = &["crossterm", "ratatui-core", "unicode-width", "serde_core", "jiff"];

/// Licences that may be linked into a program under MIT or Apache-2.0.
const LICENCES: &[&str] = &[
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

#[test]
fn what_must_be_there_once_is_there_once() {
    let mut copies: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages() {
        copies.entry(text(package, "name")).or_default().push(text(package, "version"));
    }
    for name in ONCE {
        assert_eq!(copies.get(*name).map(Vec::len), Some(1), "{name}: {:?}", copies.get(*name));
    }
}

#[test]
fn every_licence_may_be_used() {
    let unknown: Vec<String> = packages()
        .iter()
        .filter(|package| !may_be_used(&text(package, "license")))
        .map(|package| format!("{}: {}", text(package, "name"), text(package, "license")))
        .collect();
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
    assert!(may_be_used("(MIT OR GPL-3.0) AND Unicode-3.0") && !may_be_used("MIT AND GPL-3.0"));
}

#[test]
fn no_crate_needs_a_newer_compiler_than_is_promised() {
    let packages = packages();
    let version = |package: &Value| {
        let version = text(package, "rust_version");
        let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
        [parts.next().unwrap_or(0_u32), parts.next().unwrap_or(0)]
    };
    let own = packages.iter().find(|package| text(package, "name") == "adjacent").map(version).unwrap();
    let newer: Vec<_> =
        packages.iter().filter(|package| version(package) > own).map(|package| text(package, "name")).collect();
    assert!(newer.is_empty(), "these need more than Rust {}.{}: {newer:?}", own[0], own[1]);
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    assert!(readme.contains(&format!("Rust {}.{} or newer", own[0], own[1])), "README names another version");
}

/// Whether an expression of licences leaves one to choose that may be used, in each of its parts.
fn may_be_used(expression: &str) -> bool {
    let plain = expression.replace(['(', ')'], "").replace('/', " OR ");
    let known = |licence: &str| LICENCES.contains(&licence.trim());
    plain.split(" AND ").all(|part| part.split(" OR ").any(known))
}

fn text(package: &Value, field: &str) -> String {
    package[field].as_str().unwrap_or_default().to_owned()
}

/// Every package that is built here or for tests, as cargo describes it; nothing is downloaded for it.
fn packages() -> &'static [Value] {
    static PACKAGES: LazyLock<Vec<Value>> = LazyLock::new(read_packages);
    &PACKAGES
}

fn read_packages() -> Vec<Value> {
    let compiler = Command::new(env!("CARGO")).args(["-V", "-v"]).output().unwrap();
    let compiler = String::from_utf8(compiler.stdout).unwrap();
    let host = compiler.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", host]);
    let told = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    told["packages"].as_array().unwrap().clone()
}
