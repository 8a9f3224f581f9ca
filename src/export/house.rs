//! The house style in what is exported: the name of the organisation, and its colours where they can be read.

use std::fmt::Write;

use crate::theme::{CarriedColour, Depth, HouseGround, HouseStyle, OF_MARKS, OF_TEXT, Rgb};

/// The grounds of the report behind words and lines, on light and on dark screens. It is the one of its two grounds (the
/// paper and the cards) on which they are fainter.
const LIGHT: Rgb = Rgb(0xf4, 0xf4, 0xef);
const DARK: Rgb = Rgb(0x1e, 0x24, 0x28);

/// The height in pixels of the band at the top of a picture.
pub(super) const BAND: usize = 6;

/// The grounds of the report, to check a house style against them.
pub const fn report_grounds() -> [HouseGround<'static>; 4] {
    const fn on(name: &'static str, ground: Rgb, carries: CarriedColour) -> HouseGround<'static> {
        HouseGround { name, ground, carries }
    }
    [
        on("the report", LIGHT, CarriedColour::Accent),
        on("the report on a dark screen", DARK, CarriedColour::Accent),
        on("the report", LIGHT, CarriedColour::Mark),
        on("the report on a dark screen", DARK, CarriedColour::Mark),
    ]
}

/// The rules of style that give the report the colours of the house; nothing where there is none.
pub(super) fn report_style(house: Option<&HouseStyle>) -> String {
    let Some(house) = house else { return String::new() };
    let mut style = String::new();
    let on = |ground| {
        let accent =
            house.accent.map(|colour| format!("--link: {};", colour.readable_on(ground, OF_TEXT, Depth::True)));
        let mark = house.mark.map(|colour| format!("--mark: {};", colour.readable_on(ground, OF_MARKS, Depth::True)));
        [accent, mark].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let _ = writeln!(style, ":root {{ {} }}", on(LIGHT));
    let _ = writeln!(style, "@media screen and (prefers-color-scheme: dark) {{ :root {{ {} }} }}", on(DARK));
    // The colour of marks need not be clear enough for words.
    let _ = writeln!(style, ".kind {{ color: var(--link); }}");
    if let Some(band) = house.band {
        let ink = band.ink();
        let _ = writeln!(style, ".house {{ background: {band}; color: {ink}; padding: .4rem .9rem; }}");
        // Printers leave the ground out.
        let _ = writeln!(style, "@media print {{ .house {{ {AS_TEXT} border-bottom: 2pt solid {band}; }} }}");
    }
    if let Some(mark) = house.mark {
        let mark = mark.readable_on(Rgb::WHITE, OF_MARKS, Depth::True);
        let _ = writeln!(style, "@media print {{ .found {{ border-left-color: {mark}; }} }}");
    }
    style
}

/// The band as plain text.
const AS_TEXT: &str = "background: none; color: inherit; padding: 0 0 .2rem;";

/// The rules of style for a picture in a file of its own.
pub(super) fn picture_style(house: &HouseStyle) -> String {
    let on = |ground| house.accent.map(|colour| colour.readable_on(ground, OF_TEXT, Depth::True));
    let words = |accent: Option<Rgb>| {
        let colour = accent.map(|accent| format!(" fill: {accent};")).unwrap_or_default();
        format!(".adjacent-map .heading, .adjacent-map .house {{{colour} }}")
    };
    let band = house.band.map(|band| format!(".adjacent-map .house-band {{ fill: {band}; }}")).unwrap_or_default();
    format!(
        ".adjacent-map .house {{ font-size: 12px; font-weight: 600; fill: #1d2327; }} {} {band} \
         @media screen and (prefers-color-scheme: dark) {{ .adjacent-map .house {{ fill: #eef1f2; }} {} }}",
        words(on(LIGHT)),
        words(on(DARK)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance_order(one: Rgb, other: Rgb) -> bool {
        one.contrast(Rgb::BLACK) < other.contrast(Rgb::BLACK)
    }

    #[test]
    fn the_grounds_are_those_of_the_page_and_the_harder_ones() {
        let style = include_str!("report/page.css");
        for (ground, paper) in [(LIGHT, "#fdfdfb"), (DARK, "#15191c")] {
            assert!(style.contains(&format!("--paper: {paper}; --card: {ground};")), "{ground}");
        }
        assert!(luminance_order(LIGHT, "#fdfdfb".parse().unwrap()), "words on light ground are dark");
        assert!(luminance_order("#15191c".parse().unwrap(), DARK), "words on dark ground are light");
    }
}
