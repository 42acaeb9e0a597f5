//! What is stored: a file, or this program's own source.

use std::error::Error;
use std::path::PathBuf;

use aws_operation::ByteStream;
use tokio::fs::File;
use tokio::io::{AsyncRead, AsyncReadExt};

/// Something to store.
pub enum Source {
    File(PathBuf),
    Own,
}

impl Source {
    const OWN: &[u8] = include_bytes!("main.rs");

    /// The key to store it under.
    pub fn key(&self) -> String {
        match self {
            Self::File(path) => path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into(),
            Self::Own => "main.rs".to_owned(),
        }
    }

    /// The body of a request: a file is read while it is sent.
    pub async fn body(&self) -> Result<ByteStream, Box<dyn Error>> {
        Ok(match self {
            Self::File(path) => ByteStream::from_path(path).await?,
            Self::Own => ByteStream::from_static(Self::OWN),
        })
    }

    /// Compares it with the body of a response while that arrives; the number of bytes if they
    /// are the same.
    pub async fn compare(&self, mut body: ByteStream) -> Result<u64, Box<dyn Error>> {
        let mut original: Box<dyn AsyncRead + Unpin> = match self {
            Self::File(path) => Box::new(File::open(path).await?),
            Self::Own => Box::new(Self::OWN),
        };
        let mut same = 0;
        while let Some(chunk) = body.try_next().await? {
            let mut expected = vec![0; chunk.len()];
            original.read_exact(&mut expected).await?;
            if chunk != expected {
                return Err(format!("different somewhere after byte {same}").into());
            }
            same += chunk.len() as u64;
        }
        match original.read(&mut [0]).await? {
            0 => Ok(same),
            _ => Err(format!("cut short after byte {same}").into()),
        }
    }
}
