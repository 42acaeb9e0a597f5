//! ARNs, as far as rules look into them.
//! <https://smithy.io/2.0/aws/rules-engine/library-functions.html#aws-parsearn-function>

/// The parts of an ARN: `arn:partition:service:region:account:resource`.
pub(super) struct Arn<'t> {
    partition: &'t str,
    service: &'t str,
    region: &'t str,
    account_id: &'t str,
    resource: &'t str,
}

impl<'t> Arn<'t> {
    /// `None` when it is no ARN: region and account may be empty, the other parts must not.
    pub(super) fn parse(text: &'t str) -> Option<Self> {
        let mut parts = text.strip_prefix("arn:")?.splitn(5, ':');
        let arn = Self {
            partition: parts.next()?,
            service: parts.next()?,
            region: parts.next()?,
            account_id: parts.next()?,
            resource: parts.next()?,
        };
        let is_complete =
            !arn.partition.is_empty() && !arn.service.is_empty() && !arn.resource.is_empty();
        is_complete.then_some(arn)
    }

    pub(super) fn part(&self, name: &str) -> Option<&'t str> {
        match name {
            "accountId" => Some(self.account_id),
            "partition" => Some(self.partition),
            "region" => Some(self.region),
            "service" => Some(self.service),
            _ => None,
        }
    }

    /// The resource is taken apart at colons and slashes.
    pub(super) fn resource_id(&self, index: usize) -> Option<&'t str> {
        self.resource.split([':', '/']).nth(index)
    }
}
