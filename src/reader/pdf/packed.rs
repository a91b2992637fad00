//! What is packed in a PDF, held to limits before anything of it is unpacked: a few bytes can hold more than fits into memory.
//! Looks for packed bytes wherever they stand; knows nothing else of the format.

use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Object, Stream};
use hayro_interpret::hayro_syntax::page::Page;

use crate::reader::{ReadCause, Watch};

/// The most bytes that one stream, or the content of one page, may unpack to: a page of a scanner in colours has a hundred million.
const MAX_UNPACKED: u64 = 160 << 20;

/// Deflate cannot pack better than this.
const MAX_RATIO: u64 = 1032;

/// The other packing of PDF packs a stream to a 1365th at best; nobody has used it for long texts in this century.
const MAX_LZW: usize = 128 << 10;

/// How far before its bytes a stream says how it is packed.
const DICTIONARY: usize = 1024;

/// One packing inside another is for attackers.
const MAX_LAYERS: usize = 3;

/// # Errors
/// Where something unpacks to too much.
pub(super) fn check(pdf: &[u8], watch: &Watch) -> Result<(), ReadCause> {
    let is_encrypted = is_encrypted(pdf);
    let mut at = 0;
    while let Some(start) = memchr::memmem::find(&pdf[at..], b"stream").map(|found| at + found + b"stream".len()) {
        watch.go_on()?;
        let before = std::mem::replace(&mut at, start);
        let is_end = pdf[..start].ends_with(b"endstream");
        if is_end {
            continue;
        }
        let length = memchr::memmem::find(&pdf[start..], b"endstream").unwrap_or(pdf.len() - start);
        let content = pdf[start..start + length].trim_ascii_start();
        let dictionary = &pdf[start.saturating_sub(DICTIONARY)..start];
        // What is encrypted cannot be looked into here, and objects inside it are unpacked when the file is opened.
        let holds_objects = is_encrypted && memchr::memmem::find(&pdf[before..start], b"ObjStm").is_some();
        let is_lzw = memchr::memmem::find(dictionary, b"LZW").is_some();
        if holds_objects && u64::try_from(content.len()).unwrap_or(u64::MAX) > MAX_UNPACKED / MAX_RATIO {
            return Err(ReadCause::TooMuchPacked);
        }
        if (is_lzw && content.len() > MAX_LZW) || unpacks_to_too_much(content, MAX_LAYERS) {
            return Err(ReadCause::TooMuchPacked);
        }
        at = start + length;
    }
    Ok(())
}

/// The same for what could not be looked into before: a file may be encrypted without a password, to forbid printing it.
///
/// # Errors
/// As [`check`].
pub(super) fn check_decrypted(pdf: &Pdf, watch: &Watch) -> Result<(), ReadCause> {
    if !is_encrypted(pdf.data().as_ref()) {
        return Ok(());
    }
    for object in pdf.objects() {
        watch.go_on()?;
        if let Object::Stream(stream) = object {
            let packed = stream.raw_data();
            let is_lzw = memchr::memmem::find(stream.dict().data(), b"LZW").is_some();
            if (is_lzw && packed.len() > MAX_LZW) || unpacks_to_too_much(&packed, MAX_LAYERS) {
                return Err(ReadCause::TooMuchPacked);
            }
        }
    }
    Ok(())
}

fn is_encrypted(pdf: &[u8]) -> bool {
    memchr::memmem::find(pdf, b"/Encrypt").is_some()
}

/// Whether packed bytes, or what is packed in them once more, are too many.
fn unpacks_to_too_much(packed: &[u8], layers: usize) -> bool {
    if layers == 0 {
        return true;
    }
    let length = u64::try_from(packed.len()).unwrap_or(u64::MAX);
    let is_zlib = packed.first().is_some_and(|byte| byte & 0x0F == 8);
    let unpacker = || -> Box<dyn Read + '_> {
        if is_zlib { Box::new(ZlibDecoder::new(packed)) } else { Box::new(DeflateDecoder::new(packed)) }
    };
    let mut start = [0; 2];
    let is_packed_again = unpacker().read_exact(&mut start).is_ok()
        && start[0] & 0x0F == 8
        && u16::from_be_bytes(start) % 31 == 0
        && start[0] >> 4 <= 7;
    if is_packed_again {
        let mut inner = Vec::new();
        let n_read = unpacker().take(MAX_UNPACKED / MAX_RATIO).read_to_end(&mut inner).unwrap_or(inner.len());
        return n_read > 64 << 10 || unpacks_to_too_much(&inner, layers - 1);
    }
    if length.saturating_mul(MAX_RATIO) <= MAX_UNPACKED {
        return false;
    }
    std::io::copy(&mut unpacker().take(MAX_UNPACKED + 1), &mut std::io::sink()).is_ok_and(|length| length > MAX_UNPACKED)
}

/// Whether the streams of a page are together no more than one may be; a page can name the same one again and again.
pub(super) fn content_fits(page: &Page<'_>) -> bool {
    let Some(streams) = page.raw().get::<Array<'_>>(b"Contents".as_slice()) else { return true };
    let mut left = MAX_UNPACKED;
    streams.iter::<Stream<'_>>().all(|stream| {
        let length = stream.decoded_data().map_or(0, |data| u64::try_from(data.len()).unwrap_or(u64::MAX));
        let fits = length <= left;
        left = left.saturating_sub(length);
        fits
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).expect("memory can be written");
        encoder.finish().expect("packed bytes")
    }

    fn checked(stream: &[u8]) -> Result<(), ReadCause> {
        let pdf = [b"%PDF-1.7\n1 0 obj << /Filter /FlateDecode >> stream\r\n", stream, b"\nendstream endobj"].concat();
        check(&pdf, &Watch::default())
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused_however_often_it_is_packed() {
        let length = usize::try_from(MAX_UNPACKED).expect("a size in memory");
        let bomb = packed(&vec![b' '; length + 1]);
        assert_eq!(checked(&bomb), Err(ReadCause::TooMuchPacked));
        assert_eq!(checked(&packed(&packed(&packed(&bomb)))), Err(ReadCause::TooMuchPacked));
        assert_eq!(checked(&packed(&vec![b' '; length])), Ok(()));
        assert_eq!(checked(&packed(&packed(b"BT (a) Tj ET"))), Ok(()));
        assert_eq!(checked(b"no packed bytes"), Ok(()));
    }
}
