//! No file uses another that uses it, by whatever detour.

use crate::modules::Modules;
use crate::sources::sources;

#[test]
fn no_files_use_each_other_in_a_circle() {
    let modules = Modules::read(
        sources().iter().filter(|source| !source.is_test()).map(|source| (source.name(), source.text.clone())),
    );
    let circles: Vec<String> = modules.circles().iter().map(|files| files.join(", ")).collect();
    assert!(circles.is_empty(), "move what these share into a file of its own:\n{}", circles.join("\n"));
}

#[test]
fn a_circle_is_found_through_re_exports_macros_and_the_file_over_a_folder() {
    let circles = |files: &[(&str, &str)]| {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        Modules::read(files).circles().iter().map(|files| files.join(" ")).collect::<Vec<_>>()
    };
    let over = ("a.rs", "mod b; mod c; pub use b::B; pub use c::C;");
    let b = ("a/b.rs", "pub struct B(super::C);");
    assert_eq!(circles(&[over, b, ("a/c.rs", "pub struct C;")]), Vec::<String>::new());
    assert_eq!(circles(&[over, b, ("a/c.rs", "pub struct C; fn f() { vec![crate::a::B::new()] }")]), ["a/b.rs a/c.rs"]);
    let of_one_name = [("x.rs", "mod a; pub use a::a;"), ("x/a.rs", "mod c; pub fn a() { c::d() }")];
    let visible = ("x/a/c.rs", "pub(super) fn d() {}");
    assert_eq!(circles(&[of_one_name[0], of_one_name[1], visible]), Vec::<String>::new());
    let shared = ("a.rs", "mod b; use b::B; pub struct Shared; fn f() { B::new() }");
    assert_eq!(circles(&[shared, ("a/b.rs", "use super::Shared; pub struct B;")]), ["a.rs a/b.rs"]);
    assert_eq!(
        circles(&[shared, ("a/b.rs", "pub struct B; #[cfg(test)] mod tests { use super::super::Shared; }")]),
        Vec::<String>::new()
    );
}
