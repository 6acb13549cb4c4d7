//! How long reading a PDF takes, a page: `cargo bench --bench pdf -- FILE.pdf…` (without files, those of `inbox/`), and
//! a page with 200,000 glyphs and one with 200,000 strokes. Whole processes are timed, files in the cache.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a bench that cannot go on should stop

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// Runs of each file; the middle one counts.
const RUNS: usize = 11;

/// Time of one run over a file, and its pages.
fn inspect(file: &Path) -> (Duration, usize) {
    let start = Instant::now();
    let output = Command::new(env!("CARGO_BIN_EXE_focalpoint"))
        .args(["inspect", "--json"])
        .arg(file)
        .output()
        .unwrap();
    let time = start.elapsed();
    let read: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    (time, read["pages"].as_array().map_or(0, Vec::len))
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(0.0)
}

/// A file of one page with this content.
fn one_page(content: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
            .to_owned(),
        format!("<</Length {}>>\nstream\n{content}\nendstream", content.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    let mut table = String::from("xref\n0 6\n0000000000 65535 f \n");
    for (object, number) in objects.iter().zip(1..) {
        writeln!(table, "{:010} 00000 n ", out.len()).unwrap();
        out.extend_from_slice(format!("{number} 0 obj\n{object}\nendobj\n").as_bytes());
    }
    let start = out.len();
    out.extend_from_slice(table.as_bytes());
    out.extend_from_slice(format!("trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").as_bytes());
    out
}

fn main() {
    let mut files: Vec<PathBuf> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).map(PathBuf::from).collect();
    if files.is_empty() {
        let inbox = Path::new(env!("CARGO_MANIFEST_DIR")).join("inbox");
        files = std::fs::read_dir(inbox).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.retain(|file| file.extension().is_some_and(|extension| extension == "pdf"));
        files.sort();
    }
    let mut all = Vec::new();
    for file in &files {
        let runs: Vec<(Duration, usize)> = (0..RUNS).map(|_| inspect(file)).collect();
        let pages = runs[0].1;
        if pages == 0 {
            continue;
        }
        let time = middle(runs.iter().map(|(time, _)| time.as_secs_f64() * 1000.0).collect());
        println!("{:7.1} ms {pages:4} pages {:6.1} ms a page  {}", time, time / pages as f64, file.display());
        all.push(time / pages as f64);
    }
    println!("{:7.1} ms a page, the middle of {} files", middle(all.clone()), all.len());

    let folder = tempfile::tempdir().unwrap();
    let mut glyphs = String::from("BT /F1 2 Tf ");
    let mut strokes = String::new();
    for n in 0..200_000 {
        let (x, y) = (n % 500, n / 500 * 2);
        write!(glyphs, "1 0 0 1 {x} {y} Tm (a) Tj ").unwrap();
        let turned = if n % 2 == 0 { (x + 1, y) } else { (x, y + 2) };
        write!(strokes, "{x} {y} m {} {} l S ", turned.0, turned.1).unwrap();
    }
    for (name, content) in [("glyphs", glyphs + "ET"), ("strokes", strokes)] {
        let file = folder.path().join(format!("{name}.pdf"));
        std::fs::write(&file, one_page(&content)).unwrap();
        println!("{:7.1} ms  a page of 200,000 {name}", inspect(&file).0.as_secs_f64() * 1000.0);
    }
}
