//! Tags are called the same in every service, and are not.

use aws_operation::aws_operation;

#[aws_operation(service = "secretsmanager")]
struct TagResourceRequest<'a> {
    secret_id: &'a str,
    tags: Vec<tag_resource::Tag>,
}

#[aws_operation(service = "ecr", operation = "TagResource", function = tag_repository)]
struct TagRepositoryRequest<'a> {
    resource_arn: &'a str,
    tags: Vec<tag_resource::Tag>,
}

fn main() {}
