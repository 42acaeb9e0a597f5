//! What becomes of calls between here and the service.

mod apart;
mod call;
mod cancel;
mod faults;
mod pool;
mod precedence;
mod proxy;
mod stalls;
mod tls;
