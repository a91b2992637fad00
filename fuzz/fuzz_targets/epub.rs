//! Books, and their package document.
#![no_main]

use libfuzzer_sys::fuzz_target;
use waqai::reader::Format;

const CONTAINER: &[u8] = b"<container><rootfiles><rootfile full-path='p.opf'/></rootfiles></container>";
const PAGE: &[u8] = b"<html><body><p>a</p></body></html>";

fuzz_target!(|bytes: &[u8]| {
    let parts = [("META-INF/container.xml", CONTAINER), ("a.xhtml", PAGE), ("p.opf", &[][..])];
    waqai_fuzz::read_part(Format::Epub, &parts, bytes);
});
