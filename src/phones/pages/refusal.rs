use askama::Template;

#[derive(Template)]
#[template(path = "refusal.html")]
struct RefusalPage<'a> {
    title: &'a str,
    says: &'a str,
}

/// A page for a request that is not answered. It names neither the session nor anything that was sent.
pub(in crate::phones) fn refusal_page(title: &str, says: &str) -> String {
    RefusalPage { title, says }.render().unwrap_or_default()
}
