//! What interceptors of AWS's SDK are made with; a [`Connector`](crate::Connector) takes them.
//!
//! An interceptor has a method for each stage of a call. Here, the input is the written request:
//! there is no stage between the user's struct and HTTP. What it adds before the signature is signed.
//!
//! ```
//! use aws_operation::interceptors::{
//!     BeforeTransmitInterceptorContextMut, BoxError, ConfigBag, Intercept, RuntimeComponents,
//!     dyn_dispatch_hint,
//! };
//! use aws_operation::{Connector, Region, StaticCredentials};
//!
//! /// Tells a proxy whose call it is.
//! #[derive(Debug)]
//! struct Tenant(u32);
//!
//! #[dyn_dispatch_hint]
//! impl Intercept for Tenant {
//!     fn name(&self) -> &'static str {
//!         "Tenant"
//!     }
//!
//!     fn modify_before_signing(
//!         &self,
//!         context: &mut BeforeTransmitInterceptorContextMut<'_>,
//!         _: &RuntimeComponents,
//!         _: &mut ConfigBag,
//!     ) -> Result<(), BoxError> {
//!         let headers = context.request_mut().headers_mut();
//!         headers.insert("x-tenant", self.0.to_string());
//!         Ok(())
//!     }
//! }
//!
//! let connector = Connector::new(StaticCredentials::new("AKIA…", "…"), Region::EuWest1)
//!     .interceptor(Tenant(7));
//! ```

#[doc(no_inline)]
pub use aws_smithy_runtime_api::box_error::BoxError;
#[doc(no_inline)]
pub use aws_smithy_runtime_api::client::interceptors::context::*;
#[doc(no_inline)]
pub use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
#[doc(no_inline)]
pub use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
#[doc(no_inline)]
pub use aws_smithy_types::config_bag::ConfigBag;
