//! How much memory streams take: as much as their buffers, however long they are.
//!
//! One test in a process of its own, which asks the kernel for the most that it ever took.
#![cfg(target_os = "linux")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;

use aws_operation::{
    Blob, ByteStream, Connector, EndpointUrl, Region, SdkClientConfig, StaticCredentials,
    aws_connector, stream,
};
use tempfile::NamedTempFile;

#[aws_connector(service = "s3")]
mod s3 {
    use super::ByteStream;

    #[aws_operation]
    pub(crate) struct PutObjectRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) key: &'a str,
        pub(crate) body: ByteStream,
    }

    #[aws_operation]
    pub(crate) struct GetObjectRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) key: &'a str,
    }
}

/// How long the streams are, in MiB; `STREAM_MIB` makes them longer.
const LENGTH: u64 = 128;
/// What they may take, in KiB: a fourth of that.
const MOST: u64 = 32 * 1024;

/// The most memory that this process ever took, in KiB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux has it");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    number.expect("a size").parse().expect("a number")
}

/// CRC32 of so many zeros, as it is on the wire.
fn checksum(zeros: &[u8], length: u64) -> String {
    let mut hasher = crc32fast::Hasher::new();
    for _ in 0..length / zeros.len() as u64 {
        hasher.update(zeros);
    }
    let checksum = Blob::from(hasher.finalize().to_be_bytes().to_vec());
    let base64 = serde_json::to_value(checksum).expect("a string");
    base64.as_str().expect("a string").to_owned()
}

/// A server that takes whatever comes, and answers every `GET` with zeros and their checksum.
fn serve(stream: TcpStream, length: u64) -> std::io::Result<()> {
    let zeros = vec![0; 64 * 1024];
    let mut reader = BufReader::new(stream);
    loop {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if reader.read_line(&mut head)? == 0 {
                return Ok(());
            }
        }
        let head = head.to_lowercase();
        if head.starts_with("get") {
            let answer = format!(
                "HTTP/1.1 200 OK\r\ncontent-length: {length}\r\nx-amz-checksum-crc32: {}\r\n\r\n",
                checksum(&zeros, length)
            );
            reader.get_mut().write_all(answer.as_bytes())?;
            for _ in 0..length / zeros.len() as u64 {
                reader.get_mut().write_all(&zeros)?;
            }
        } else {
            let given = head
                .lines()
                .find_map(|line| line.strip_prefix("content-length: "));
            let given = given.and_then(|length| length.parse().ok()).unwrap_or(0);
            std::io::copy(&mut (&mut reader).take(given), &mut std::io::sink())?;
            let answer = "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n";
            reader.get_mut().write_all(answer.as_bytes())?;
        }
    }
}

#[tokio::test]
async fn streams_take_their_buffers_only() {
    let length = std::env::var("STREAM_MIB").ok();
    let length = length.map_or(LENGTH, |mib| mib.parse().expect("a number")) << 20;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let stream = stream.expect("a connection");
            thread::spawn(move || serve(stream, length));
        }
    });
    let url = EndpointUrl::new(format!("http://127.0.0.1:{port}")).expect("a URL");
    let key = StaticCredentials::new("AKIAIOSFODNN7EXAMPLE", "secret");
    let connector = Connector::new(key, Region::EuWest1).client_config(&SdkClientConfig::at(url));
    let (bucket, key) = ("bucket", "key");

    let before = peak();
    let file = NamedTempFile::new().expect("a file");
    file.as_file().set_len(length).expect("a long one");
    let body = ByteStream::from_path(file.path()).await.expect("a file");
    let request = s3::PutObjectRequest { bucket, key, body };
    connector.call_owned(request).await.expect("an upload");
    let after_file = peak();

    let zeros = tokio::io::AsyncReadExt::take(tokio::io::repeat(0), length);
    let body = stream::from_reader(zeros, Some(length));
    let request = s3::PutObjectRequest { bucket, key, body };
    connector.call_owned(request).await.expect("an upload");
    let after_reader = peak();

    let request = s3::GetObjectRequest { bucket, key };
    let mut object = connector.call(&request).await.expect("an answer");
    let mut read = 0;
    while let Some(chunk) = object.body.try_next().await.expect("a chunk") {
        read += chunk.len() as u64;
    }
    assert_eq!(read, length);
    let after_download = peak();

    println!(
        "{} MiB each way: {before} KiB at most before, {after_file} after the file, \
         {after_reader} after the reader, {after_download} after the download",
        length >> 20
    );
    assert!(after_download - before < MOST, "{after_download} KiB");
}
