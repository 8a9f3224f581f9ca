use super::sums::add;

/// The maximum number of Newton steps; it rarely takes more than six.
const STEPS: usize = 12;
/// The maximum number of times that a step that went too far is halved.
const HALVINGS: usize = 6;
/// The change of the objective, relative to itself, below which nothing is gained any more.
const SETTLED: f64 = 1e-7;

/// What the outcomes of a regression are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OutcomeKind {
    /// Counts from 0: a Poisson regression with a logarithmic link.
    Counts,
    /// 0 or 1: a logistic regression.
    Chances,
}

impl OutcomeKind {
    /// Returns the expected outcome for a sum of weighted features.
    fn expected(self, sum: f64) -> f64 {
        match self {
            OutcomeKind::Counts => sum.clamp(-20.0, 12.0).exp(),
            OutcomeKind::Chances => 1.0 / (1.0 + (-sum.clamp(-30.0, 30.0)).exp()),
        }
    }

    /// Returns how much the outcome varies around what is expected.
    fn variance(self, expected: f64) -> f64 {
        match self {
            OutcomeKind::Counts => expected.max(1e-9),
            OutcomeKind::Chances => (expected * (1.0 - expected)).max(1e-9),
        }
    }

    /// Returns what an outcome costs where this sum was predicted: less is likelier.
    fn cost(self, sum: f64, outcome: f64) -> f64 {
        match self {
            OutcomeKind::Counts => self.expected(sum) - outcome * sum,
            OutcomeKind::Chances => {
                let sum = sum.clamp(-30.0, 30.0);
                sum.exp().ln_1p() - outcome * sum
            }
        }
    }
}

/// A generalised linear model of outcomes on `N` features, fitted by Newton's method with a ridge: every weight is pulled
/// to a first guess (Hoerl and Kennard, 1970; `McCullagh` and Nelder, 1989). The first feature is the constant 1, which is
/// not pulled.
#[derive(Clone, Debug)]
pub(super) struct Regression<const N: usize> {
    scales: [(f64, f64); N],
    weights: [f64; N],
}

impl<const N: usize> Regression<N> {
    /// Fits features and outcomes, row by row. `guess` is the first guess of the weight of each feature in its own unit;
    /// `ridge` is how many rows of full variance the guess of each is worth.
    pub(super) fn fit(kind: OutcomeKind, rows: &[([f64; N], f64)], guess: &[f64; N], ridge: &[f64; N]) -> Self {
        let scales = scales(rows);
        let in_spreads: Vec<([f64; N], f64)> =
            rows.iter().map(|(row, outcome)| (scale(row, &scales), *outcome)).collect();
        let mut anchor = *guess;
        for (anchor, (_, spread)) in anchor.iter_mut().zip(&scales) {
            *anchor *= if spread.is_finite() { *spread } else { 0.0 };
        }
        let model = Fitting { kind, rows: &in_spreads, anchor, ridge };
        Self { weights: model.weights(), scales }
    }

    /// Returns the sum of weighted features of a row: the higher, the more is expected.
    pub(super) fn sum(&self, row: &[f64; N]) -> f64 {
        dot(&scale(row, &self.scales), &self.weights)
    }

    /// Returns what the outcomes of rows cost where this model predicts them: less is likelier.
    pub(super) fn cost(&self, kind: OutcomeKind, rows: &[([f64; N], f64)]) -> f64 {
        rows.iter().map(|(row, outcome)| kind.cost(self.sum(row), *outcome)).sum()
    }
}

/// The mean and the spread of each feature; of the constant, and of every feature that does not vary, it stays as it is.
fn scales<const N: usize>(rows: &[([f64; N], f64)]) -> [(f64, f64); N] {
    let count = rows.len().max(1) as f64;
    let mut scales = [(0.0, 0.0); N];
    for (place, (mean, spread)) in scales.iter_mut().enumerate() {
        let column = || rows.iter().filter_map(|(row, _)| row.get(place));
        *mean = column().sum::<f64>() / count;
        *spread = (column().map(|value| (value - *mean).powi(2)).sum::<f64>() / count).sqrt();
        if place == 0 || *spread < 1e-9 {
            // What never varied says nothing, not even where it varies later.
            (*mean, *spread) = if place == 0 { (0.0, 1.0) } else { (*mean, f64::INFINITY) };
        }
    }
    scales
}

fn scale<const N: usize>(row: &[f64; N], scales: &[(f64, f64); N]) -> [f64; N] {
    let mut in_spreads = *row;
    for (value, (mean, spread)) in in_spreads.iter_mut().zip(scales) {
        *value = ((*value - mean) / spread).clamp(-6.0, 6.0);
    }
    in_spreads
}

fn dot<const N: usize>(one: &[f64; N], other: &[f64; N]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

/// A regression while it is fitted.
struct Fitting<'a, const N: usize> {
    kind: OutcomeKind,
    rows: &'a [([f64; N], f64)],
    anchor: [f64; N],
    ridge: &'a [f64; N],
}

impl<const N: usize> Fitting<'_, N> {
    fn weights(&self) -> [f64; N] {
        let mut weights = self.anchor;
        let mean = self.rows.iter().map(|(_, outcome)| outcome).sum::<f64>() / self.rows.len().max(1) as f64;
        if let Some(constant) = weights.first_mut() {
            *constant = match self.kind {
                OutcomeKind::Counts => mean.max(1e-3).ln(),
                OutcomeKind::Chances => (mean.clamp(1e-3, 0.999) / (1.0 - mean.clamp(1e-3, 0.999))).ln(),
            };
        }
        let mut cost = self.cost(&weights);
        for _ in 0..STEPS {
            let step = self.step(&weights);
            let Some((better, less)) = self.along(&weights, &step, cost) else { break };
            let gained = cost - less;
            (weights, cost) = (better, less);
            if gained <= SETTLED * cost.abs() {
                break;
            }
        }
        weights
    }

    /// Goes along a step, or half of it, until it costs less; `None` if it never does.
    fn along(&self, weights: &[f64; N], step: &[f64; N], cost: f64) -> Option<([f64; N], f64)> {
        let mut share = 1.0;
        for _ in 0..HALVINGS {
            let mut tried = *weights;
            for (tried, step) in tried.iter_mut().zip(step) {
                *tried += share * step;
            }
            let less = self.cost(&tried);
            if less < cost {
                return Some((tried, less));
            }
            share /= 2.0;
        }
        None
    }

    fn cost(&self, weights: &[f64; N]) -> f64 {
        let rows: f64 = self.rows.iter().map(|(row, outcome)| self.kind.cost(dot(row, weights), *outcome)).sum();
        let pulls = weights.iter().zip(&self.anchor).zip(self.ridge).skip(1);
        let pulled: f64 = pulls.map(|((weight, anchor), ridge)| ridge * (weight - anchor).powi(2)).sum();
        rows + pulled / 2.0
    }

    fn step(&self, weights: &[f64; N]) -> [f64; N] {
        let mut system = [[0.0; N]; N];
        let mut slope = [0.0; N];
        for (row, outcome) in self.rows {
            let expected = self.kind.expected(dot(row, weights));
            let variance = self.kind.variance(expected);
            for ((line, slope), value) in system.iter_mut().zip(&mut slope).zip(row) {
                *slope += (outcome - expected) * value;
                for (cell, other) in line.iter_mut().zip(row) {
                    *cell += variance * value * other;
                }
            }
        }
        for ((place, line), ridge) in system.iter_mut().enumerate().zip(self.ridge) {
            add(line, place, if place == 0 { 1e-9 } else { *ridge });
        }
        let pulls = slope.iter_mut().zip(weights).zip(&self.anchor).zip(self.ridge).skip(1);
        for (((slope, weight), anchor), ridge) in pulls {
            *slope -= ridge * (weight - anchor);
        }
        solved(system, slope)
    }
}

/// Solves a system of equations that is symmetric and positive definite, by elimination.
fn solved<const N: usize>(mut system: [[f64; N]; N], mut wanted: [f64; N]) -> [f64; N] {
    for place in 0..N {
        let ((above, below), (done, open)) = (system.split_at_mut(place + 1), wanted.split_at_mut(place + 1));
        let (Some(pivot), Some(known)) = (above.last(), done.last()) else { break };
        let Some(leading) = pivot.get(place) else { break };
        for (line, wanted) in below.iter_mut().zip(open) {
            let times = line.get(place).map_or(0.0, |cell| cell / leading);
            *wanted -= times * known;
            line.iter_mut().zip(pivot).skip(place).for_each(|(cell, pivot)| *cell -= times * pivot);
        }
    }
    let mut solution = [0.0; N];
    for (place, (line, wanted)) in system.iter().zip(wanted).enumerate().rev() {
        let known: f64 = line.iter().zip(&solution).skip(place + 1).map(|(cell, value)| cell * value).sum();
        let leading = line.get(place).copied().unwrap_or(1.0);
        add(&mut solution, place, (wanted - known) / leading);
    }
    solution
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_of_equations_is_solved() {
        let solution = solved([[4.0, 1.0], [1.0, 3.0]], [1.0, 2.0]);
        assert!((solution[0] - 1.0 / 11.0).abs() < 1e-12 && (solution[1] - 7.0 / 11.0).abs() < 1e-12);
    }

    #[test]
    fn counts_that_double_with_each_step_are_learned() {
        let rows: Vec<([f64; 2], f64)> = (0..6).map(|x| ([1.0, f64::from(x)], f64::from(1 << x))).collect();
        let model = Regression::fit(OutcomeKind::Counts, &rows, &[0.0, 0.0], &[1e-6; 2]);
        for (row, outcome) in &rows {
            assert!((model.sum(row).exp() - outcome).abs() < 0.01 * outcome, "{row:?}");
        }
    }

    #[test]
    fn with_a_heavy_ridge_the_first_guess_stays() {
        let rows: Vec<([f64; 2], f64)> = (0..6).map(|x| ([1.0, f64::from(x)], 3.0)).collect();
        let model = Regression::fit(OutcomeKind::Counts, &rows, &[0.0, 1.0], &[1e9; 2]);
        let slope = model.sum(&[1.0, 3.0]) - model.sum(&[1.0, 2.0]);
        assert!((slope - 1.0).abs() < 0.01, "{slope}");
    }

    #[test]
    fn chances_that_never_vary_stay_finite() {
        let rows = [([1.0, 2.0], 1.0), ([1.0, 2.0], 1.0)];
        let model = Regression::fit(OutcomeKind::Chances, &rows, &[0.0, 0.0], &[1.0; 2]);
        assert!(model.sum(&[1.0, 2.0]).is_finite() && model.sum(&[1.0, 9.0]).is_finite());
    }
}
