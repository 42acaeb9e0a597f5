//! A man in the middle, to prove that a signature covers what it should.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};

use tokio::io::{AsyncReadExt, AsyncWriteExt, copy};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

/// A proxy that hands requests on with one text replaced by another, and answers as they are.
///
/// It stops when it is dropped.
///
/// ```no_run
/// # async fn example() -> std::io::Result<()> {
/// use aws_operation_tests::TamperingProxy;
///
/// let proxy = TamperingProxy::start("127.0.0.1:4566", "ten euros", "six euros").await?;
/// // Requests to `proxy.endpoint()` arrive at 127.0.0.1:4566, and `six euros` are in them.
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct TamperingProxy {
    address: SocketAddr,
    _tasks: JoinSet<()>,
}

impl TamperingProxy {
    /// Starts a proxy in front of `server`, a host with a port.
    ///
    /// Both texts must have the same length, so that the request's framing stays right. A text is
    /// found when it comes in one packet, as those of small requests do.
    ///
    /// # Errors
    ///
    /// When there is no free port, or the lengths differ.
    pub async fn start(server: &str, original: &str, forged: &str) -> io::Result<Self> {
        if original.len() != forged.len() {
            return Err(io::Error::other("the texts differ in length"));
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let forgery = Forgery {
            server: server.to_owned(),
            original: original.as_bytes().to_vec(),
            forged: forged.as_bytes().to_vec(),
        };
        let mut tasks = JoinSet::new();
        tasks.spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((client, _)) = listener.accept().await {
                let forgery = forgery.clone();
                // A connection that breaks shows in the client's error.
                connections.spawn(async move { forgery.relay(client).await.unwrap_or(()) });
            }
        });
        Ok(Self {
            address,
            _tasks: tasks,
        })
    }

    /// The proxy's URL.
    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }
}

#[derive(Clone)]
struct Forgery {
    server: String,
    original: Vec<u8>,
    forged: Vec<u8>,
}

impl Forgery {
    async fn relay(&self, client: TcpStream) -> io::Result<()> {
        let server = TcpStream::connect(&self.server).await?;
        let (mut from_client, mut to_client) = client.into_split();
        let (mut from_server, mut to_server) = server.into_split();
        let requests = async {
            let mut buffer = vec![0; 64 * 1024];
            loop {
                let length = from_client.read(&mut buffer).await?;
                if length == 0 {
                    return to_server.shutdown().await;
                }
                self.forge(&mut buffer[..length]);
                to_server.write_all(&buffer[..length]).await?;
            }
        };
        let answers = async {
            copy(&mut from_server, &mut to_client).await?;
            to_client.shutdown().await
        };
        tokio::try_join!(requests, answers)?;
        Ok(())
    }

    fn forge(&self, bytes: &mut [u8]) {
        let found = bytes
            .windows(self.original.len())
            .position(|window| window == self.original);
        if let Some(start) = found {
            bytes[start..start + self.forged.len()].copy_from_slice(&self.forged);
        }
    }
}
