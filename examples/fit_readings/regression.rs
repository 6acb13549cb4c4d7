//! Logistic regression with weighted samples, by Newton's method.

use rayon::prelude::*;

/// A record: its evidence, whether it is right, and what it weighs.
pub struct Sample<'a> {
    pub evidence: &'a [f32],
    pub right: bool,
    pub weight: f64,
}

/// Steps of Newton's method at most; it ends earlier where nothing moves.
const STEPS: usize = 25;
/// What keeps the weights of standardised evidence small; values a hundred times larger or smaller give the same figures.
const RIDGE: f64 = 3.0;
/// Samples that one thread adds up at a time.
const CHUNK: usize = 4096;

/// Weights of the evidence, the constant last.
pub fn fit(samples: &[Sample<'_>]) -> Vec<f64> {
    let count = samples.first().map_or(0, |sample| sample.evidence.len());
    let total: f64 = samples.iter().map(|sample| sample.weight).sum();
    let scale = samples.len() as f64 / total.max(f64::MIN_POSITIVE);
    let (mean, spread) = spread(samples, count);
    let mut weights = vec![0.0; count + 1];
    for _ in 0..STEPS {
        let (mut gradient, mut hessian) =
            samples.par_chunks(CHUNK).map(|chunk| sums(chunk, &weights, &mean, &spread, scale)).reduce(
                || (vec![0.0; count + 1], vec![0.0; (count + 1) * (count + 1)]),
                |a, b| (added(a.0, b.0), added(a.1, b.1)),
            );
        for n in 0..count {
            gradient[n] -= RIDGE * weights[n];
            hessian[n * (count + 1) + n] += RIDGE;
        }
        hessian[(count + 1) * (count + 1) - 1] += 1e-9;
        let step = solved(hessian, gradient, count + 1);
        let moved = step.iter().fold(0.0_f64, |most, s| most.max(s.abs()));
        weights.iter_mut().zip(&step).for_each(|(w, s)| *w += s.clamp(-2.0, 2.0));
        if moved < 1e-4 {
            break;
        }
    }
    let mut constant = weights[count];
    for n in 0..count {
        weights[n] /= spread[n];
        constant -= weights[n] * mean[n];
    }
    weights[count] = constant;
    weights
}

fn spread(samples: &[Sample<'_>], count: usize) -> (Vec<f64>, Vec<f64>) {
    let number = samples.len().max(1) as f64;
    let mut mean = vec![0.0; count];
    let mut square = vec![0.0; count];
    for sample in samples {
        for (n, e) in sample.evidence.iter().enumerate() {
            mean[n] += f64::from(*e) / number;
            square[n] += f64::from(*e) * f64::from(*e) / number;
        }
    }
    let spread = mean.iter().zip(&square).map(|(m, s)| (s - m * m).max(0.0).sqrt() + 1e-6).collect();
    (mean, spread)
}

/// Gradient and Hessian of the log-likelihood over some samples.
fn sums(
    samples: &[Sample<'_>],
    weights: &[f64],
    mean: &[f64],
    spread: &[f64],
    scale: f64,
) -> (Vec<f64>, Vec<f64>) {
    let size = weights.len();
    let mut gradient = vec![0.0; size];
    let mut hessian = vec![0.0; size * size];
    let mut z = vec![1.0; size];
    for sample in samples {
        for (n, e) in sample.evidence.iter().enumerate() {
            z[n] = (f64::from(*e) - mean[n]) / spread[n];
        }
        let sum: f64 = z.iter().zip(weights).map(|(z, w)| z * w).sum();
        let p = 1.0 / (1.0 + (-sum).exp());
        let weight = sample.weight * scale;
        let error = weight * (f64::from(u8::from(sample.right)) - p);
        let curve = weight * p * (1.0 - p);
        for n in 0..size {
            gradient[n] += error * z[n];
            let row = curve * z[n];
            let of_row = &mut hessian[n * size..=n * size + n];
            of_row.iter_mut().zip(&z).for_each(|(h, z)| *h += row * z);
        }
    }
    for n in 0..size {
        for m in 0..n {
            hessian[m * size + n] = hessian[n * size + m];
        }
    }
    (gradient, hessian)
}

fn added(mut a: Vec<f64>, b: Vec<f64>) -> Vec<f64> {
    a.iter_mut().zip(b).for_each(|(a, b)| *a += b);
    a
}

/// The solution of a system of linear equations, by elimination with pivots.
fn solved(mut matrix: Vec<f64>, mut right: Vec<f64>, size: usize) -> Vec<f64> {
    for column in 0..size {
        let pivot = (column..size)
            .max_by(|a, b| matrix[a * size + column].abs().total_cmp(&matrix[b * size + column].abs()))
            .unwrap_or(column);
        if pivot != column {
            for n in 0..size {
                matrix.swap(column * size + n, pivot * size + n);
            }
            right.swap(column, pivot);
        }
        let head = matrix[column * size + column];
        if head.abs() < 1e-12 {
            continue;
        }
        for row in column + 1..size {
            let factor = matrix[row * size + column] / head;
            if factor != 0.0 {
                for n in column..size {
                    matrix[row * size + n] -= factor * matrix[column * size + n];
                }
                right[row] -= factor * right[column];
            }
        }
    }
    let mut out = vec![0.0; size];
    for row in (0..size).rev() {
        let known: f64 = (row + 1..size).map(|n| matrix[row * size + n] * out[n]).sum();
        let head = matrix[row * size + row];
        out[row] = if head.abs() < 1e-12 { 0.0 } else { (right[row] - known) / head };
    }
    out
}
