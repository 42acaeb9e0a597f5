//! `server SCENARIO`: prints its address, and answers until its standard input ends.

mod bodies;

use std::io::Read as _;
use std::sync::Arc;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, BufReader, Result};
use tokio::net::{TcpListener, TcpStream};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let scenario = std::env::args().nth(1).unwrap_or_default();
    let answer = Arc::new(bodies::answer(&scenario));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}", listener.local_addr()?);
    std::thread::spawn(|| {
        let _ = std::io::stdin().read(&mut [0]);
        std::process::exit(0);
    });
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let answer = Arc::clone(&answer);
        tokio::spawn(async move {
            // A client that has gone away is none of ours.
            let _ = serve(stream, &answer).await;
        });
    }
}

async fn serve(stream: TcpStream, answer: &bodies::Answer) -> Result<()> {
    let mut stream = BufReader::with_capacity(1 << 16, stream);
    loop {
        let Some(head) = read_head(&mut stream).await? else {
            return Ok(());
        };
        let mut left = length(&head);
        let mut buffer = vec![0; 1 << 16];
        while left > 0 {
            let part = buffer.len().min(left);
            left -= stream.read(&mut buffer[..part]).await?.max(1);
        }
        stream.write_all(answer.head.as_bytes()).await?;
        for _ in 0..answer.times {
            stream.write_all(&answer.body).await?;
        }
    }
}

/// The head of a request, in small letters.
async fn read_head(stream: &mut BufReader<TcpStream>) -> Result<Option<String>> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => head.push(byte),
            Err(_) => return Ok(None),
        }
    }
    head.make_ascii_lowercase();
    Ok(Some(String::from_utf8_lossy(&head).into_owned()))
}

fn length(head: &str) -> usize {
    let length = head.split("\r\ncontent-length: ").nth(1);
    let length = length.and_then(|rest| rest.split("\r\n").next());
    length.and_then(|length| length.parse().ok()).unwrap_or(0)
}
