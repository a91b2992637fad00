//! How fast a text is read, in MB/s on one core: its temporal expressions alone, and the whole record.
//!
//!     cargo run --release --example throughput -- FILE [ROUNDS]
//!
//! Prints the best of the rounds, each line a name and a figure. The publication date is given, so that no date is looked for.

use std::time::Instant;

use waqai::article::{Article, Published, PublishedOrigin};
use waqai::base::Moment;
use waqai::extract::{Options, extract, temporal_expressions};

fn main() -> std::io::Result<()> {
    let mut args = std::env::args().skip(1);
    let Some(path) = args.next() else { return Err(std::io::Error::other("usage: throughput FILE [ROUNDS]")) };
    let rounds = args.next().and_then(|rounds| rounds.parse().ok()).unwrap_or(5);
    let published = Moment::parse("2025-11-01").map(|value| Published { value, origin: PublishedOrigin::Given });
    let article = Article { text: std::fs::read_to_string(path)?, published, ..Article::default() };
    let options = Options::default();
    report("timexes", &article, rounds, || temporal_expressions(&article, &options).len());
    report("record", &article, rounds, || extract(&article, &options).events.len());
    Ok(())
}

#[allow(clippy::print_stdout, clippy::cast_precision_loss, reason = "a program that prints a figure of a few digits")]
fn report(name: &str, article: &Article, rounds: usize, read: impl Fn() -> usize) {
    let n_bytes = article.text.len() as f64;
    let best = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(read());
            start.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min);
    println!("{name}\t{:.2} MB/s\t{} found", n_bytes / 1e6 / best, read());
}
