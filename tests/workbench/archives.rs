//! Archives: the same files give the same bytes and come out as they went in, within the limits.

use clusteratlas_editorial::archive::{packed, unpacked};
use clusteratlas_editorial::workbook::guard::{GuardError, Limits};

const FILES: [(&str, &[u8]); 2] = [("a.txt", b"one"), ("data/\u{e4}.json", &[b'x'; 100_000])];

#[test]
fn files_come_out_as_they_went_in() {
    let archive = packed(FILES).unwrap();
    assert_eq!(archive, packed(FILES).unwrap());
    let files = unpacked(&archive, &Limits::EDITORS).unwrap();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    assert_eq!(files, FILES);
}

#[test]
fn what_is_beyond_a_limit_is_refused_before_it_fills_the_memory() {
    let archive = packed(FILES).unwrap();
    let own = archive.len() as u64;
    let whole = 100_003;
    let cases = [
        (
            Limits {
                bytes: own - 1,
                ..Limits::EDITORS
            },
            GuardError::Bytes(own - 1),
        ),
        (
            Limits {
                parts: 1,
                ..Limits::EDITORS
            },
            GuardError::Parts(1),
        ),
        (
            Limits {
                unpacked_bytes: whole - 1,
                ..Limits::EDITORS
            },
            GuardError::Unpacked(whole - 1),
        ),
    ];
    for (limits, expected) in cases {
        assert_eq!(unpacked(&archive, &limits), Err(expected));
    }
    let enough = Limits {
        bytes: own,
        parts: 2,
        unpacked_bytes: whole,
        ..Limits::EDITORS
    };
    assert!(unpacked(&archive, &enough).is_ok());
}

#[test]
fn a_damaged_archive_is_refused() {
    let archive = packed(FILES).unwrap();
    for length in (0..archive.len()).step_by(7) {
        let part = archive.get(..length).unwrap();
        assert!(matches!(
            unpacked(part, &Limits::EDITORS),
            Err(GuardError::Damaged(_))
        ));
    }
}
