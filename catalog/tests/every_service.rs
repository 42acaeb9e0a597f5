//! What can be said of every committed file without botocore's models at hand.

use aws_operation_catalog::{Service, service, service_names};

#[test]
fn every_file_is_read_and_written_back_byte_for_byte() {
    let (mut services, mut operations) = (0, 0);
    for name in service_names() {
        let service = service(name).expect("a listed name");
        if service.name != name {
            assert_eq!(service.sdk_name, name);
            continue;
        }
        services += 1;
        let checked =
            Service::parse(service.text()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut written = (*checked).to_string();
        for name in checked.operation_names() {
            operations += 1;
            written.push('\n');
            written.push_str(&checked.operation(name).expect("a listed name").to_string());
        }
        for name in checked.shape_names() {
            written.push('\n');
            written.push_str(&checked.shape(name).expect("a listed name").to_string());
        }
        assert!(
            written == service.text(),
            "{name}: what is read is not what is written"
        );
    }
    assert_eq!((services, operations), (439, 19_796));
}
