//! What becomes of calls between here and the service.

mod call;
mod pool;
mod precedence;
mod proxy;
mod tls;
