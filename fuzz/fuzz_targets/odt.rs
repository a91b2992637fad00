//! OpenDocument texts, and their content.
#![no_main]

use libfuzzer_sys::fuzz_target;
use waqai::reader::Format;

fuzz_target!(|bytes: &[u8]| {
    let parts = [("mimetype", &b"application/vnd.oasis.opendocument.text"[..]), ("content.xml", &[][..])];
    waqai_fuzz::read_part(Format::Odt, &parts, bytes);
});
