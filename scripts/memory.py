#!/usr/bin/env python3
"""Holds reading to its bound: any input of 50 MB or less takes less than 1 GB of memory.

    scripts/memory.py [KIND...]

Makes an input of about 50 MB of each kind, opens it by the example `open`, built for release, and prints the peak of its memory.
Fails where one is above the bound or could not be read. Needs Python alone; the files are made in a temporary folder.
"""
import base64, io, os, quopri, subprocess, sys, tempfile, time, zipfile, zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BINARY = os.environ.get("WAQAI_OPEN", str(ROOT / "target/release/examples/open"))
SIZE = 50 * 1000 * 1000
BOUND_MB = 1000

SENTENCE = "أعلنت وزارة النقل يوم الأحد 3 آذار 2024 إعادة فتح معبر الوادي أمام المسافرين بعد أن توصل الوفدان إلى اتفاق في جنيف. "
PARAGRAPH = SENTENCE * 4


def repeated(piece, size=SIZE):
    return piece * (size // len(piece.encode()))


def text():
    return repeated(PARAGRAPH + "\n\n").encode()


def old_text():
    return repeated(PARAGRAPH + "\n\n", 2 * SIZE).encode("windows-1256")[:SIZE]


def utf_16():
    return ("\ufeff" + repeated(PARAGRAPH + "\n\n")).encode("utf-16-le")[:SIZE]


def page(body):
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>عنوان</title></head><body><h1>عنوان المقال</h1>{body}</body></html>".encode()


def html():
    return page(repeated(f"<p>{PARAGRAPH}</p>\n"))


def html_of_tags():
    return page(repeated("<div class=x><b>و</b> <a href=/1>صل</a></div>\n"))


def json_record():
    return ('{"text": "' + repeated(PARAGRAPH + "\\n\\n") + '"}').encode()


def json_of_numbers():
    return ('{"text": "وصل الوفد.", "other": [' + repeated("1,") + "1]}").encode()


def json_lines():
    return repeated('{"text": "' + PARAGRAPH + '"}\n').encode()


def archive(parts):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return packed.getvalue()


# Varied, for what repeats without end packs better than any document.
def varied(paragraph):
    count = SIZE // len(paragraph("0").encode())
    return "".join(paragraph(base64.b64encode(os.urandom(12)).decode()) for _ in range(count))


def docx():
    relations = '<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>'
    types = '<Types><Override ContentType="wordprocessingml.document.main+xml"/></Types>'
    body = varied(lambda salt: f"<w:p><w:r><w:t>{salt} {PARAGRAPH}</w:t></w:r></w:p>")
    return archive({"[Content_Types].xml": types, "_rels/.rels": relations,
                    "word/document.xml": f"<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>"})


def odt():
    body = varied(lambda salt: f"<text:p>{salt} {PARAGRAPH}</text:p>")
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": "<m/>",
                    "content.xml": f"<o:d xmlns:o='o' xmlns:text='t'>{body}</o:d>"})


def epub():
    chapter = varied(lambda salt: f"<p>{salt} {PARAGRAPH}</p>\n")
    container = '<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>'
    package = '<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>'
    return archive({"mimetype": "application/epub+zip", "META-INF/container.xml": container, "p.opf": package,
                    "a.xhtml": f"<html><body>{chapter}</body></html>"})


def rtf():
    letters = "".join(f"\\u{ord(letter)}?" if ord(letter) > 127 else letter for letter in PARAGRAPH)
    return ("{\\rtf1\\ansi " + repeated(letters + "\\par\n") + "}").encode()


HEADERS = "From: a@example.org\r\nSubject: x\r\nDate: Sun, 3 Mar 2024 08:30:00 +0300\r\nMIME-Version: 1.0\r\n"


def eml():
    body = base64.encodebytes(repeated(PARAGRAPH + "\n\n", SIZE * 73 // 100).encode())
    return (HEADERS + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n").encode() + body


def eml_of_parts():
    part = "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nوصل.\r\n"
    return (HEADERS + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + repeated(part) + "--b--\r\n").encode()


def mhtml():
    quoted = quopri.encodestring(page(repeated(f"<p>{PARAGRAPH}</p>\n", SIZE * 36 // 100)))
    head = ("From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=b\r\n\r\n"
            "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/1\r\n\r\n")
    return head.encode() + quoted + b"\r\n--b--\r\n"


def feed():
    item = f"<item><title>عنوان</title><description>{PARAGRAPH * 8}</description></item>\n"
    return ("<rss><channel><title>x</title>" + repeated(item) + "</channel></rss>").encode()


def warc_record(content):
    content = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + content
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\nContent-Length: {len(content)}\r\n\r\n"
    return head.encode() + content + b"\r\n\r\n"


def warc():
    record = warc_record(page(f"<p>{PARAGRAPH}</p>" * 12))
    return record * (SIZE // len(record))


def packed_warc():
    packer = zlib.compressobj(wbits=31)
    record = warc_record(page(f"<p>{PARAGRAPH}</p>" * 12))
    return packer.compress(record * (2 * SIZE // len(record))) + packer.flush()


# Pages of Latin letters in a font that every reader has: enough to count signs and pages.
def pdf():
    lines = "".join(f"({'The delegation arrived on 3 March 2024 and left. ' * 2}) Tj 0 -14 Td\n" for _ in range(50))
    content = f"BT /F1 9 Tf 30 800 Td\n{lines}ET\n".encode()
    n_pages = min(2000, SIZE // len(content))
    kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(n_pages))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>".encode(), f"<< /Type /Pages /Count {n_pages} /Kids [{kids}] >>".encode(),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    for page in range(n_pages):
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * page} 0 R /Resources << /Font << /F1 3 0 R >> >> >>".encode())
        objects.append(f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"endstream")
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + b"".join(b"%010d 00000 n \n" % at for at in offsets)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


# Pages whose content is packed, to the size of the file; and one whose content unpacks to more than anybody has.
def packed_pdf(content, n_pages):
    packed = zlib.compress(content)
    kids = " ".join(f"{4 + page} 0 R" for page in range(n_pages))
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Count {n_pages} /Kids [{kids}] >>".encode(), stream]
    objects += [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [%s] >>" % (b"3 0 R " * 20)] * n_pages
    out = b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate(objects, 1))
    return out + b"trailer << /Root 1 0 R >>\n%%EOF\n"


def pdf_of_packed_pages():
    return packed_pdf(b"0 0 m 1 1 l\n" * 200_000, 100)


def pdf_bomb():
    return packed_pdf(b" " * 900_000_000, 1)


def tags_in_epub():
    chapter = repeated("<div><b>و</b> <a href='#1'>صل</a></div>\n")
    container = '<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>'
    package = '<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>'
    return archive({"mimetype": "application/epub+zip", "META-INF/container.xml": container, "p.opf": package,
                    "a.xhtml": f"<html><body>{chapter}</body></html>"})


def markdown():
    return repeated(PARAGRAPH + "\n\n**قول** [رابط](http://example.org)\n\n").encode()


KINDS = {"text.txt": text, "old.txt": old_text, "utf16.txt": utf_16, "page.html": html, "tags.html": html_of_tags, "text.md": markdown,
         "record.json": json_record, "numbers.json": json_of_numbers, "records.jsonl": json_lines, "a.docx": docx, "a.odt": odt,
         "a.epub": epub, "a.rtf": rtf, "a.eml": eml, "parts.eml": eml_of_parts, "a.mhtml": mhtml, "a.rss": feed, "a.warc": warc,
         "a.warc.gz": packed_warc, "a.pdf": pdf, "packed.pdf": pdf_of_packed_pages, "bomb.pdf": pdf_bomb, "tags.epub": tags_in_epub}


# In a process of its own: a child's peak starts with what its parent holds.
def make(name, path):
    child = os.fork()
    if child == 0:
        path.write_bytes(KINDS[name]())
        os._exit(0)
    os.waitpid(child, 0)


def measure(path):
    start = time.monotonic()
    child = subprocess.Popen([BINARY, str(path)], stdout=subprocess.PIPE, text=True)
    said = child.stdout.read().strip()
    _, status, usage = os.wait4(child.pid, 0)
    return said, os.waitstatus_to_exitcode(status), usage.ru_maxrss / 1000, time.monotonic() - start


def main():
    wanted = sys.argv[1:] or KINDS
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted:
            path = Path(folder) / name
            make(name, path)
            size = path.stat().st_size / 1e6
            said, status, peak, took = measure(path)
            good = status == 0 and peak < BOUND_MB
            failed |= not good
            print(f"{'held' if good else 'OVER'}  {name:14} {size:5.1f} MB, peak {peak:6.0f} MB, {took:5.1f} s: {said.split(': ', 1)[-1][:90]}", flush=True)
            path.unlink()
    sys.exit(failed)


main()
