//! E-mail and saved pages.
#![no_main]

use libfuzzer_sys::fuzz_target;
use waqai::reader::Format;

fuzz_target!(|bytes: &[u8]| waqai_fuzz::read(Some(Format::Mail), bytes));
