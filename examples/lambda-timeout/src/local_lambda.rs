//! A function in this process that takes its time.

use std::convert::Infallible;
use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use hyper::Response;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};

/// The function, at a free port of the loopback interface, until the process ends.
pub struct LocalLambda {
    pub url: String,
    runs: Arc<AtomicUsize>,
}

impl LocalLambda {
    /// Starts one that takes so long for its answer.
    pub async fn start(time: Duration) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let url = format!("http://{}", listener.local_addr()?);
        let runs = Arc::<AtomicUsize>::default();
        let counter = Arc::clone(&runs);
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                tokio::spawn(serve(socket, time, Arc::clone(&counter)));
            }
        });
        Ok(Self { url, runs })
    }

    /// How often it was called, since this was asked the last time.
    pub fn runs(&self) -> usize {
        self.runs.swap(0, Ordering::SeqCst)
    }
}

async fn serve(socket: TcpStream, time: Duration, runs: Arc<AtomicUsize>) {
    let function = service_fn(|_request| async {
        runs.fetch_add(1, Ordering::SeqCst);
        tokio::time::sleep(time).await;
        Ok::<_, Infallible>(Response::new("\"done\"".to_owned()))
    });
    // A caller that goes away is what this example is about.
    let _ = http1::Builder::new()
        .serve_connection(TokioIo::new(socket), function)
        .await;
}
