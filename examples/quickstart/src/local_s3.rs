//! A real S3 server in this process: it verifies every signature and keeps objects as files.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};

use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use s3s_fs::FileSystem;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

/// An S3 server on a free port of the loopback interface, with a temporary folder for its objects.
///
/// It stops, and the folder goes, when this is dropped.
#[derive(Debug)]
pub struct LocalS3 {
    address: SocketAddr,
    _folder: TempDir,
    _tasks: JoinSet<()>,
}

impl LocalS3 {
    /// The one access key that the server knows.
    pub const ACCESS_KEY_ID: &str = "AKIAQUICKSTART";

    /// Its secret. Not a secret: it opens nothing but this server.
    pub const SECRET_ACCESS_KEY: &str = "the-secret-of-the-quickstart";

    /// Starts a server.
    ///
    /// # Errors
    ///
    /// When there is no temporary folder or no free port to be had.
    pub async fn start() -> io::Result<Self> {
        let folder = TempDir::with_prefix("quickstart-s3-")?;
        let files = FileSystem::new(folder.path()).map_err(|error| {
            let path = folder.path().display();
            io::Error::other(format!("s3s-fs cannot use {path}: {error:?}"))
        })?;
        let mut service = S3ServiceBuilder::new(files);
        service.set_auth(SimpleAuth::from_single(
            Self::ACCESS_KEY_ID,
            Self::SECRET_ACCESS_KEY,
        ));

        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let mut tasks = JoinSet::new();
        tasks.spawn(serve(listener, service.build()));
        Ok(Self {
            address,
            _folder: folder,
            _tasks: tasks,
        })
    }

    /// The server's URL, for example `http://127.0.0.1:40123`.
    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }
}

/// Serves every connection until the task is dropped, and the connections with it.
async fn serve(listener: TcpListener, service: S3Service) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                // A connection that failed before it began concerns only the client.
                let Ok((socket, _)) = accepted else { continue };
                // Head and body of an answer are two packets: the second is not to wait for
                // the client's word about the first.
                let _ = socket.set_nodelay(true);
                let service = service.clone();
                connections.spawn(async move {
                    let connection = http1::Builder::new();
                    let _ = connection.serve_connection(TokioIo::new(socket), service).await;
                });
            }
            Some(_) = connections.join_next() => {}
        }
    }
}
