use axum::http::{HeaderMap, header};

use super::error::PhonesError;

/// The name of the cookie that holds the seat of a phone.
const NAME: &str = "adjacent_seat";

/// The number of seconds after which a browser forgets its seat: an evening.
const EVENING: u32 = 12 * 60 * 60;

/// The number in the cookie of a phone: by chance, and nothing else is stored on the phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct SeatId(u64);

impl SeatId {
    /// A number for a phone that has none.
    pub(super) fn draw() -> Result<Self, PhonesError> {
        getrandom::u64().map(SeatId).map_err(|_| PhonesError::NoChance)
    }
}

/// Gives out cookies, and recognises those it gave out, so that the server need not remember phones that never answer.
#[derive(Debug)]
pub(super) struct CookieKey([u8; 32]);

impl CookieKey {
    /// A key for the time that the page is open.
    pub(super) fn new() -> Result<Self, PhonesError> {
        let mut key = [0; 32];
        getrandom::fill(&mut key).map_err(|_| PhonesError::NoChance)?;
        Ok(Self(key))
    }

    /// The `Set-Cookie` header for a seat. `Lax`, because `Strict` would give a second seat to whoever comes back over a
    /// link in a chat; not `Secure`, because browsers do not store such a cookie from plain http.
    pub(super) fn cookie(&self, id: SeatId, path: &str) -> String {
        format!(
            "{NAME}={:016x}{}; Path={path}; Max-Age={EVENING}; HttpOnly; SameSite=Lax",
            id.0,
            self.seal(id).to_hex()
        )
    }

    /// The seat in the headers of a request; `None` if they hold none that was given out with this key.
    pub(super) fn seat_in(&self, headers: &HeaderMap) -> Option<SeatId> {
        let cookies = headers.get_all(header::COOKIE).iter();
        cookies.filter_map(|cookie| cookie.to_str().ok()).find_map(|cookie| self.seat(cookie))
    }

    /// The seat in a `Cookie` header; `None` if it holds none that was given out with this key.
    fn seat(&self, header: &str) -> Option<SeatId> {
        let cookies = header.split(';').filter_map(|cookie| cookie.trim().split_once('='));
        cookies.filter(|(name, _)| *name == NAME).find_map(|(_, value)| self.opened(value))
    }

    fn opened(&self, value: &str) -> Option<SeatId> {
        let (id, seal) = value.split_at_checked(16)?;
        let id = SeatId(u64::from_str_radix(id, 16).ok()?);
        let seal = blake3::Hash::from_hex(seal).ok()?;
        (seal == self.seal(id)).then_some(id)
    }

    fn seal(&self, id: SeatId) -> blake3::Hash {
        blake3::keyed_hash(&self.0, &id.0.to_le_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_cookie_that_was_given_out_holds_a_seat() {
        let (key, other) = (CookieKey::new().unwrap(), CookieKey::new().unwrap());
        let id = SeatId::draw().unwrap();
        let set = key.cookie(id, "/b");
        let cookie = set.split(';').next().unwrap();
        assert_eq!(key.seat(cookie), Some(id));
        assert_eq!(key.seat(&format!("theme=dark; {cookie}; other=1")), Some(id));
        assert_eq!(other.seat(cookie), None);
        for forged in [
            "",
            "adjacent_seat=",
            "adjacent_seat=00000000000000010",
            "adjacent_seat=\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}",
        ] {
            assert_eq!(key.seat(forged), None, "{forged}");
        }
        assert!(set.contains("HttpOnly; SameSite=Lax") && set.contains("Path=/b;"));
    }
}
