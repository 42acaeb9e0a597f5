//! The command line.

use std::env;
use std::path::PathBuf;

pub const USAGE: &str = "\
usage: quickstart [--endpoint URL | --aws] [FILE]

Without options, the calls go to an S3 server in this process. With them, the credentials come from
the environment, a profile or the machine, as with every AWS tool; the region from AWS_REGION or
AWS_DEFAULT_REGION, else it is eu-west-1.

    --endpoint URL   another server that speaks S3; AWS_ENDPOINT_URL says the same
    --aws            AWS itself, whatever AWS's variables and the profile say of endpoints; makes
                     a bucket there and deletes it again
    FILE             the file to store; without one it is this program's source";

/// Whom to call.
pub enum Server {
    Aws,
    Other(String),
    OurOwn,
}

/// What the user asked for.
pub struct Arguments {
    pub server: Server,
    pub file: Option<PathBuf>,
}

impl Arguments {
    /// Reads the command line; `None` when it makes no sense.
    pub fn read() -> Option<Self> {
        let mut server = match env::var("AWS_ENDPOINT_URL") {
            Ok(url) => Server::Other(url),
            Err(_) => Server::OurOwn,
        };
        let mut file = None;
        let mut arguments = env::args_os().skip(1);
        while let Some(argument) = arguments.next() {
            match argument.to_str() {
                Some("--aws") => server = Server::Aws,
                Some("--endpoint") => server = Server::Other(arguments.next()?.into_string().ok()?),
                Some(option) if option.starts_with('-') => return None,
                _ if file.is_none() => file = Some(PathBuf::from(argument)),
                _ => return None,
            }
        }
        Some(Self { server, file })
    }
}
