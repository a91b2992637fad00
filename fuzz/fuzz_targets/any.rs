//! Bytes of no known format.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| waqai_fuzz::read(None, bytes));
