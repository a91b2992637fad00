//! Plain text: in UTF-8 it is kept byte for byte.
#![no_main]

use libfuzzer_sys::fuzz_target;
use waqai::reader::{Encoding, Format, ReadOptions, read_bytes};

fuzz_target!(|bytes: &[u8]| {
    waqai_fuzz::read(Some(Format::Text), bytes);
    let opened = read_bytes(bytes.to_vec(), None, &ReadOptions { format: Some(Format::Text), ..ReadOptions::default() });
    if let Ok(opened) = opened
        && opened.encoding == Some(Encoding::UTF_8)
        && std::str::from_utf8(bytes).is_ok()
    {
        assert_eq!(opened.article.text.as_bytes(), bytes);
    }
});
