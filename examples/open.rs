//! Opens files and says what came of it, one line each: `cargo run --example open -- FILE...`.
//! `scripts/memory.py` measures it.

use std::path::PathBuf;
use std::time::Instant;

use waqai::reader::{self, Encoding, ReadOptions};

#[expect(clippy::print_stdout, reason = "it is made to print")]
fn main() {
    for path in std::env::args_os().skip(1).map(PathBuf::from) {
        let since = Instant::now();
        let options = ReadOptions::default();
        let opened = reader::read_file(&path, &options)
            .map_err(|error| error.cause)
            .and_then(|bytes| reader::read_all_articles(bytes, Some(&path), &options));
        let took = since.elapsed().as_millis();
        match opened {
            Ok(all) => {
                let first = &all[0];
                let (length, encoding) = (first.article.text.len(), first.encoding.map_or("-", Encoding::name));
                println!(
                    "{took} ms: {:?}, {encoding}, {} articles, the first of {length} bytes: {}",
                    first.format,
                    all.len(),
                    path.display()
                );
            }
            Err(cause) => println!("{took} ms: {cause:?}: {}", path.display()),
        }
    }
}
