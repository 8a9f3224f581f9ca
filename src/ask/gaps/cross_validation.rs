use super::regression::{OutcomeKind, Regression};

/// The number of parts into which the things are divided.
const PARTS: usize = 4;

/// Features of a thing, and how many arrows it lost.
pub(super) type FitRow<const N: usize> = ([f64; N], f64);

/// Returns the strength of the ridge, among these, with which a fit to three quarters of the things predicts the last
/// quarter best (cross-validation; Stone, 1974). `rows` has a row for each thing, again and again in the same order; the
/// rows of a thing stay together, since what was hidden at it once is much like what was hidden at it another time.
pub(super) fn best_ridge<const N: usize>(
    rows: &[FitRow<N>],
    things: usize,
    strengths: &[f64],
    fit: impl Fn(&[FitRow<N>], f64) -> Regression<N>,
) -> Option<f64> {
    let parts: Vec<(Vec<FitRow<N>>, Vec<FitRow<N>>)> = (0..PARTS).map(|part| divided(rows, things, part)).collect();
    let misses = |strength: f64| -> f64 {
        parts.iter().map(|(held, rest)| fit(rest, strength).cost(OutcomeKind::Counts, held)).sum()
    };
    let measured = strengths.iter().map(|strength| (misses(*strength), *strength));
    measured.min_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, strength)| strength)
}

/// Returns the rows of the things of a part, and all others.
fn divided<const N: usize>(rows: &[FitRow<N>], things: usize, part: usize) -> (Vec<FitRow<N>>, Vec<FitRow<N>>) {
    let (held, rest): (Vec<_>, Vec<_>) =
        rows.iter().enumerate().partition(|(place, _)| place % things.max(1) % PARTS == part);
    let bare = |rows: Vec<(usize, &FitRow<N>)>| rows.into_iter().map(|(_, row)| *row).collect();
    (bare(held), bare(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A row for each of forty things, eight times over: what a thing lost follows `slope` from the number of its arrows.
    fn rows(slope: f64) -> Vec<FitRow<2>> {
        let one = |place: u32| {
            let arrows = f64::from(place % 40 % 7);
            ([1.0, arrows], (slope * arrows).exp().round())
        };
        (0..320).map(one).collect()
    }

    fn chosen(slope: f64) -> Option<f64> {
        let fit = |rows: &[FitRow<2>], strength: f64| {
            Regression::fit(OutcomeKind::Counts, rows, &[0.0, 0.5], &[strength * 8.0; 2])
        };
        best_ridge(&rows(slope), 40, &[1.0, 1e6], fit)
    }

    #[test]
    fn a_guess_that_the_map_contradicts_is_let_go() {
        assert_eq!(chosen(-0.5), Some(1.0));
    }

    #[test]
    fn the_rows_of_a_thing_stay_together() {
        let (held, rest) = divided(&rows(0.5), 40, 1);
        assert_eq!((held.len(), rest.len()), (80, 240));
    }
}
