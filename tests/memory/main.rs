//! How much memory reading takes at most: files that are small and unpack to much, or hold much and say little, end
//! with a message or with sheets, and take no more than what the limits leave room for.
//!
//! A program without a harness: its allocator counts every byte, so nothing else may run beside a measurement.
#![expect(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]
#![expect(clippy::print_stdout, reason = "it says what was measured")]

use std::io::{Cursor, Write as _};
use std::process::ExitCode;

use clusteratlas_core::domain::localized::Language;
use clusteratlas_editorial::workbook::guard::{GuardError, Limits};
use clusteratlas_editorial::workbook::read::{File, ReadError, tables};
use peak_alloc::PeakAlloc;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const LIMITS: Limits = Limits::EDITORS;

const SHEET: &str = "xl/worksheets/sheet1.xml";

const CONTENT: &str = "content.xml";

/// Bytes that every refusal may take beside the file: one piece of XML, once while its buffer grows, and the state of
/// the unpacker.
const REFUSED: usize = 4_000_000;

/// A file, and what becomes of it.
struct Case {
    what: &'static str,
    file: File,
    /// Why it is not read; none where it is.
    refused: Option<GuardError>,
    /// Bytes beside the file.
    most: usize,
}

/// Bytes, and how often they are repeated.
type Piece<'p> = (&'p [u8], usize);

/// An archive of parts.
fn archive(parts: &[(&str, &[Piece<'_>])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, pieces) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        for (piece, times) in *pieces {
            for _ in 0..*times {
                writer.write_all(piece).unwrap();
            }
        }
    }
    writer.finish().unwrap().into_inner()
}

fn office(name: &str, sheet: &[Piece<'_>]) -> File {
    File {
        name: "x.xlsx".to_owned(),
        bytes: archive(&[("xl/workbook.xml", &[(b"<workbook/>", 1)]), (name, sheet)]),
    }
}

fn open_document(table: &[Piece<'_>]) -> File {
    let mut pieces: Vec<Piece<'_>> = vec![(
        br#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Orte">"#,
        1,
    )];
    pieces.extend(table);
    pieces.push((
        b"</table:table></office:spreadsheet></office:body></office:document-content>",
        1,
    ));
    let manifest =
        br#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;
    File {
        name: "x.ods".to_owned(),
        bytes: archive(&[
            (
                "mimetype",
                &[(b"application/vnd.oasis.opendocument.spreadsheet", 1)],
            ),
            ("META-INF/manifest.xml", &[(manifest, 1)]),
            (CONTENT, &pieces),
        ]),
    }
}

fn values(piece: &[u8], times: usize) -> File {
    File {
        name: "Orte.csv".to_owned(),
        bytes: piece.repeat(times),
    }
}

fn cases() -> Vec<Case> {
    let megabyte = vec![b'x'; 1_000_000];
    let zeros = vec![0; 1_000_000];
    let refused = |what, file, why| Case {
        what,
        file,
        refused: Some(why),
        most: REFUSED,
    };
    vec![
        refused(
            "450 megabytes of zeros in an archive of half a megabyte",
            office("xl/media/image1.png", &[(&zeros, 450)]),
            GuardError::Unpacked(LIMITS.unpacked_bytes),
        ),
        refused(
            "a cell of a hundred megabytes",
            office(
                SHEET,
                &[
                    (br#"<sheetData><row><c r="A1"><is><t>"#, 1),
                    (&megabyte, 100),
                    (b"</t></is></c></row></sheetData>", 1),
                ],
            ),
            GuardError::Cell(LIMITS.cell_bytes, SHEET.to_owned()),
        ),
        refused(
            "a cell of a hundred megabytes in a thousand pieces",
            office(
                SHEET,
                &[
                    (br#"<sheetData><row><c r="A1"><is>"#, 1),
                    ([b"<t>", &megabyte[..100_000], b"</t>"].concat().as_slice(), 1_000),
                    (b"</is></c></row></sheetData>", 1),
                ],
            ),
            GuardError::Cell(LIMITS.cell_bytes, SHEET.to_owned()),
        ),
        refused(
            "a million rows of one cell",
            office(
                SHEET,
                &[
                    (b"<sheetData>", 1),
                    (b"<row><c><v>1</v></c></row>", 1_000_000),
                    (b"</sheetData>", 1),
                ],
            ),
            GuardError::Rows(LIMITS.rows, SHEET.to_owned()),
        ),
        refused(
            "four million empty rows",
            office(
                SHEET,
                &[(b"<sheetData>", 1), (b"<row/>", 4_000_000), (b"</sheetData>", 1)],
            ),
            GuardError::Cells(LIMITS.cells),
        ),
        refused(
            "an open document with a cell of a hundred megabytes",
            open_document(&[
                (
                    br#"<table:table-row><table:table-cell office:value-type="string"><text:p>"#,
                    1,
                ),
                (&megabyte, 100),
                (b"</text:p></table:table-cell></table:table-row>", 1),
            ]),
            GuardError::Cell(LIMITS.cell_bytes, CONTENT.to_owned()),
        ),
        refused(
            "a table of values with a cell of ten megabytes",
            values(&megabyte, 10),
            GuardError::Cell(LIMITS.cell_bytes, "Orte".to_owned()),
        ),
        refused(
            "a table of values with a million empty rows",
            values(b";\n", 1_000_000),
            GuardError::Rows(LIMITS.rows, "Orte".to_owned()),
        ),
        Case {
            what: "an open document with a million empty rows, as every one has",
            file: open_document(&[
                (
                    br#"<table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16383"/></table:table-row>"#,
                    1,
                ),
                (
                    br#"<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
                    1,
                ),
            ]),
            refused: None,
            most: REFUSED,
        },
    ]
}

/// What is wrong with how a file was read.
fn judged(case: Case) -> Result<usize, String> {
    let Case {
        file, refused, most, ..
    } = case;
    let files = [file];
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let read = tables(&files, &LIMITS);
    let peak = MEMORY.peak_usage().saturating_sub(before);
    match (&read, &refused) {
        (Err(error), Some(expected)) => {
            if *error != ReadError::Guard(files[0].name.clone(), expected.clone()) {
                return Err(format!("{error}, expected {expected}"));
            }
            let said = error.said();
            let [de, en] = Language::ALL.map(|language| said.get(language));
            if de == en || !de.starts_with(&files[0].name) || !en.starts_with(&files[0].name) {
                return Err(format!("it is not said in both languages: {said:?}"));
            }
        }
        (Ok(_), None) => {}
        (read, expected) => return Err(format!("{read:?}, expected {expected:?}")),
    }
    // What is refused without being read at all shows that the counter counts nothing.
    if peak == 0 {
        return Err("nothing was measured".to_owned());
    }
    if peak > most {
        return Err(format!("{peak} bytes at once, at most {most}"));
    }
    Ok(peak)
}

fn main() -> ExitCode {
    let mut failed = 0;
    for case in cases() {
        let what = case.what;
        match judged(case) {
            Ok(peak) => println!("{what}: {peak} bytes"),
            Err(error) => {
                failed += 1;
                eprintln!("{what}: {error}");
            }
        }
    }
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
