//! Every kind of member that the protocols have, through annotated structs of real services: what is
//! sent, to the byte, and what is read from an answer.

mod cbor;
mod customizations;
mod defaults;
mod errors_json;
mod errors_xml;
mod foreign_types;
mod headers;
mod json_answers;
mod json_requests;
mod json_structures;
mod newtypes;
mod own_enums;
mod own_model;
mod partial_json;
mod partial_others;
mod partial_xml;
mod query_answers;
mod query_requests;
mod rest_json_answers;
mod rest_json_requests;
mod server;
mod streams;
mod wetter;
mod xml_answers;
mod xml_bodies;
mod xml_requests;
