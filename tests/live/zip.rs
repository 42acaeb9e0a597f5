//! As much of the zip format as a function's code needs: one file, not compressed.
//!
//! <https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>

/// An archive of one file. `name` and `content` are short: their lengths fit the format.
pub fn archive(name: &str, content: &str) -> Result<Vec<u8>, std::num::TryFromIntError> {
    let size = u32::try_from(content.len())?;
    let name_size = u16::try_from(name.len())?;

    // Version 1.0, no flags, stored; the first moment that the format knows: 1980-01-01.
    let mut facts = vec![10, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
    facts.extend(crc32(content.as_bytes()).to_le_bytes());
    facts.extend([size.to_le_bytes(), size.to_le_bytes()].concat());
    facts.extend(name_size.to_le_bytes());
    facts.extend([0; 2]);

    let file = [b"PK\x03\x04", &*facts, name.as_bytes(), content.as_bytes()].concat();
    // Made by version 1.0; no comment, first disk, no attributes, at the start of the archive.
    let entry = [b"PK\x01\x02\x0a\0", &*facts, &[0; 14], name.as_bytes()].concat();
    let end = [
        b"PK\x05\x06\0\0\0\0\x01\0\x01\0",
        &u32::try_from(entry.len())?.to_le_bytes()[..],
        &u32::try_from(file.len())?.to_le_bytes(),
        &[0; 2],
    ]
    .concat();
    Ok([file, entry, end].concat())
}

/// CRC-32 as ISO 3309 has it.
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            let carry = crc & 1;
            crc >>= 1;
            if carry == 1 {
                crc ^= 0xEDB8_8320;
            }
        }
    }
    !crc
}
