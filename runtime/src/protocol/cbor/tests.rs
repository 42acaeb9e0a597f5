use aws_smithy_schema::prelude::{DOUBLE, FLOAT, INTEGER, LONG, STRING};
use aws_smithy_schema::serde::{ShapeDeserializer as _, ShapeSerializer as _};

use super::reader::CborReader;
use super::writer::CborWriter;

fn double(bytes: &[u8]) -> Option<f64> {
    CborReader::new(bytes).read_double(&DOUBLE).ok()
}

#[test]
fn numbers_come_in_every_width() {
    assert_eq!(double(&[0x0a]), Some(10.0));
    assert_eq!(double(&[0x39, 0x01, 0x00]), Some(-257.0));
    assert_eq!(double(&[0xf9, 0x3c, 0x00]), Some(1.0));
    assert_eq!(double(&[0xf9, 0x00, 0x01]), Some(2_f64.powi(-24)));
    assert_eq!(double(&[0xf9, 0xfc, 0x00]), Some(f64::NEG_INFINITY));
    assert!(double(&[0xf9, 0x7e, 0x00]).is_some_and(f64::is_nan));
    assert_eq!(double(&[0xfa, 0x3f, 0xc0, 0, 0]), Some(1.5));
    let wide = [0xfb, 0x3f, 0xf8, 0, 0, 0, 0, 0, 0];
    assert_eq!(double(&wide), Some(1.5));
    assert_eq!(CborReader::new(&wide).read_float(&FLOAT).ok(), Some(1.5));
    assert_eq!(double(&[0x61, b'1']), None);
}

#[test]
fn integers_that_do_not_fit_are_refused() {
    let most = [0x1a, 0x7f, 0xff, 0xff, 0xff];
    let read = |bytes: &[u8]| CborReader::new(bytes).read_integer(&INTEGER).ok();
    assert_eq!(read(&most), Some(i32::MAX));
    assert_eq!(read(&[0x1a, 0x80, 0, 0, 0]), None);
    assert_eq!(read(&[0xf9, 0x3c, 0x00]), None);
}

/// Nothing that a service sends panics, or makes for more memory than it sends.
#[test]
fn what_is_broken_is_refused() {
    let mut deep = vec![0x81; 1_000_000];
    deep.push(0x01);
    for broken in [
        &[][..],
        &[0xff],
        &[0x1c],
        &[0x5b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        &[0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        &[0x7f, 0x61, b'a'],
        &[0xc1],
        &deep,
    ] {
        assert!(CborReader::new(broken).skip_value().is_err());
        assert!(CborReader::new(broken).read_string(&STRING).is_err());
        let size = CborReader::new(broken).container_size();
        assert!(size.is_none_or(|size| size <= broken.len()));
    }
    for pieces in [&[0x7f, 0x41, b'a', 0xff][..], &[0x7f, 0x7f, 0xff, 0xff]] {
        assert!(CborReader::new(pieces).read_string(&STRING).is_err());
    }
    assert!(CborReader::new(&[0x61, 0xff]).read_string(&STRING).is_err());
}

/// <https://www.rfc-editor.org/rfc/rfc8949#section-appendix.a>
#[test]
fn integers_are_written_as_short_as_they_can_be() {
    let cases: [(i64, &[u8]); 11] = [
        (0, &[0x00]),
        (23, &[0x17]),
        (24, &[0x18, 24]),
        (255, &[0x18, 0xff]),
        (256, &[0x19, 1, 0]),
        (1_000_000, &[0x1a, 0, 0x0f, 0x42, 0x40]),
        (
            1_000_000_000_000,
            &[0x1b, 0, 0, 0, 0xe8, 0xd4, 0xa5, 0x10, 0],
        ),
        (-1, &[0x20]),
        (-24, &[0x37]),
        (-25, &[0x38, 24]),
        (-1000, &[0x39, 0x03, 0xe7]),
    ];
    for (value, expected) in cases {
        let bytes = written(value);
        assert_eq!(bytes, expected, "{value}");
    }
    for value in [i64::MIN, -1, 0, i64::MAX] {
        let read = CborReader::new(&written(value)).read_long(&LONG);
        assert_eq!(read.ok(), Some(value));
    }
}

fn written(value: i64) -> Vec<u8> {
    let mut writer = CborWriter::default();
    writer.write_long(&LONG, value).expect("it is written");
    writer.bytes
}
