use crate::record::Delay;

/// `now`, `later`, or a number of days, weeks, months, quarters or years: `3d`, `2w`, `1m`, `1q`, `1y`.
pub(crate) fn delay(text: &str) -> Option<Delay> {
    match text {
        "now" => return Some(Delay::Days(0)),
        "later" => return Some(Delay::Later),
        _ => {}
    }
    let unit = text.chars().next_back()?;
    let days = match unit {
        'd' => 1,
        'w' => 7,
        'm' => 30,
        'q' => 91,
        'y' => 365,
        _ => return None,
    };
    let number = text.strip_suffix(unit)?;
    let lawful = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let number: u32 = lawful.then(|| number.parse().ok())??;
    number.checked_mul(days).map(Delay::Days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_are_days() {
        for (typed, expected) in [
            ("now", Some(Delay::Days(0))),
            ("3d", Some(Delay::Days(3))),
            ("2w", Some(Delay::Days(14))),
            ("1m", Some(Delay::Days(30))),
            ("1q", Some(Delay::Days(91))),
            ("1y", Some(Delay::Days(365))),
            ("later", Some(Delay::Later)),
            ("w", None),
            ("1.5y", None),
            ("+2w", None),
            ("999999999y", None),
            ("2 w", None),
        ] {
            assert_eq!(delay(typed), expected, "{typed}");
        }
    }
}
