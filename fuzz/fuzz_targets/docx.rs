//! Documents of Word, and their main part.
#![no_main]

use libfuzzer_sys::fuzz_target;
use waqai::reader::Format;

const TYPES: &[u8] = b"<Types><Override ContentType='wordprocessingml.document.main+xml'/></Types>";
const RELATIONS: &[u8] = b"<Relationships><Relationship Type='x/officeDocument' Target='word/document.xml'/></Relationships>";

fuzz_target!(|bytes: &[u8]| {
    let parts = [("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", &[][..])];
    waqai_fuzz::read_part(Format::Docx, &parts, bytes);
});
