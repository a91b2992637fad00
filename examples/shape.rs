//! Prints how a text is shaped, in the notation of `hb-shape`, to be held against it:
//! `cargo run --example shape -- FONT TEXT [WIDTH]`, where WIDTH is in units of the font and FONT may be `bundled-article`
//! or `bundled-interface`.
//!
//! A line of the text is a block of output lines: one a run, from left to right, with its font (of the bundled ones), its
//! direction and its bytes in front. Lengths are in units of the font, clusters are bytes (`hb-shape --utf8-clusters`,
//! `--no-glyph-names`).

use std::io::{Write as _, stdout};
use std::process::ExitCode;

use waqai::base::Direction;
use waqai::text::Face;
use waqai::text::inspect::{GlyphRun, Inspector};

/// The em of the bundled fonts.
const BUNDLED_EM: f32 = 1000.0;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.as_slice() {
        [font, text] => shape(font, text, None),
        [font, text, width] => match width.parse() {
            Ok(width) => shape(font, text, Some(width)),
            Err(_) => Err(format!("not a width: {width}")),
        },
        _ => Err("usage: shape FONT TEXT [WIDTH]".to_owned()),
    };
    let written = result.and_then(|output| stdout().write_all(output.as_bytes()).map_err(|error| error.to_string()));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell where even this cannot be written.
            let _ = writeln!(std::io::stderr(), "shape: {error}");
            ExitCode::FAILURE
        }
    }
}

fn shape(font: &str, text: &str, width: Option<f32>) -> Result<String, String> {
    let face = if font == "bundled-interface" { Face::Interface } else { Face::Article };
    let (mut inspector, em) = match font {
        "bundled-article" | "bundled-interface" => (Inspector::bundled(), BUNDLED_EM),
        path => {
            let bytes = std::fs::read(path).map_err(|error| format!("{error}: {path}"))?;
            let em = units_per_em(&bytes).ok_or_else(|| format!("not a font: {path}"))?;
            (Inspector::with_font(bytes).ok_or_else(|| format!("not a font: {path}"))?, em)
        }
    };
    let lines = inspector.lines(text, face, None, em, width);
    let print = |line: Vec<GlyphRun>| line.iter().map(print_run).collect::<String>() + "\n";
    Ok(lines.into_iter().map(print).collect())
}

fn units_per_em(bytes: &[u8]) -> Option<f32> {
    let font = swash::FontRef::from_index(bytes, 0)?;
    Some(f32::from(font.metrics(&[]).units_per_em))
}

fn print_run(run: &GlyphRun) -> String {
    let direction = match run.direction {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    };
    format!("{} {direction} {}..{} {run}\n", run.font.unwrap_or("-"), run.bytes.start, run.bytes.end)
}
