//! Checksums that a server verifies, and that are verified here.

use aws_operation::{ByteStream, stream};
use s3::ChecksumAlgorithm::{Crc32, Crc32C, Crc64Nvme, Sha1, Sha256};

use crate::{BUCKET, Fixture, Outcome, s3};

const CONTENT: &[u8] = b"ten euros";

fn upload(
    algorithm: Option<s3::ChecksumAlgorithm>,
    body: ByteStream,
) -> s3::UploadRequest<'static> {
    s3::UploadRequest {
        bucket: BUCKET,
        key: "key",
        body,
        checksum_algorithm: algorithm,
    }
}

/// Bytes have the checksum in a header, a stream has it behind its signed chunks. The server takes
/// neither if it is wrong, and remembers it for the answer.
#[tokio::test]
async fn all_algorithms_go_up_and_come_down() -> Outcome {
    let fixture = Fixture::start().await?;
    for algorithm in [
        None,
        Some(Crc32),
        Some(Crc32C),
        Some(Crc64Nvme),
        Some(Sha1),
        Some(Sha256),
    ] {
        for body in [
            ByteStream::from_static(CONTENT),
            stream::from_reader(CONTENT, Some(9)),
        ] {
            let request = upload(algorithm.clone(), body);
            fixture.connector.call_owned(request).await?;
            let request = s3::GetObjectRequest {
                bucket: BUCKET,
                key: "key",
                range: None,
            };
            let object = fixture.connector.call(&request).await?;
            let known = [
                (Crc32, &object.checksum_crc32),
                (Crc32C, &object.checksum_crc32_c),
                (Crc64Nvme, &object.checksum_crc64_nvme),
                (Sha1, &object.checksum_sha1),
                (Sha256, &object.checksum_sha256),
            ];
            let expected = algorithm.clone().unwrap_or(Crc32);
            for (algorithm, checksum) in known {
                assert_eq!(checksum.is_some(), algorithm == expected, "{algorithm:?}");
            }
            assert_eq!(object.body.collect().await?.to_vec(), CONTENT);
        }
    }
    Ok(())
}

/// The chunks of a stream are signed.
#[tokio::test]
async fn a_stream_that_is_changed_on_its_way_is_refused() -> Outcome {
    let fixture = Fixture::start().await?;
    for (original, forged, is_accepted) in [
        ("ten euros", "ten euros", true),
        ("ten euros", "six euros", false),
        ("x-amz-checksum-crc32:", "x-amz-checksum-crc33:", false),
    ] {
        let (connector, _proxy) = fixture.through_proxy(original, forged).await?;
        let request = upload(None, stream::from_reader(CONTENT, Some(9)));
        let outcome = connector.call_owned(request).await;
        assert_eq!(outcome.is_ok(), is_accepted, "{forged}: {outcome:?}");
    }
    Ok(())
}
