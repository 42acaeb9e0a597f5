//! What services answer, in both formats.

use aws_smithy_cbor::Encoder;
use aws_smithy_types::DateTime;
use serde_json::{Map, Value, json};

/// `resourcegroupstaggingapi:GetResources`: strings.
pub(crate) fn resources(count: u32) -> Value {
    let resource = |at| {
        json!({
            "ResourceARN": format!("arn:aws:ec2:eu-west-1:123456789012:instance/i-{at:017x}"),
            "Tags": (0..5).map(|tag| json!({
                "Key": format!("team:department-{tag}"),
                "Value": format!("value {tag} of resource {at}"),
            })).collect::<Vec<_>>(),
        })
    };
    json!({ "PaginationToken": "", "ResourceTagMappingList": (0..count).map(resource).collect::<Vec<_>>() })
}

/// `textract:DetectDocumentText`: mostly numbers with fractions.
pub(crate) fn blocks(count: u32) -> Value {
    let block = |at: u32| {
        let at = f64::from(at) / 512.0;
        let point = |x: f64| json!({ "X": x + 0.093_176_84, "Y": at + 0.124_338_2 });
        json!({
            "BlockType": "WORD",
            "Confidence": 99.843_22,
            "Text": "Fidelity",
            "Id": "5a8c6c0e-90f1-4d3a-9a8b-3c7b1f4a0c55",
            "Page": 1,
            "Geometry": {
                "BoundingBox": { "Width": at + 0.071_234, "Height": 0.012_345_6, "Left": 0.5, "Top": at },
                "Polygon": [point(0.1), point(0.2), point(0.3), point(0.4)],
            },
        })
    };
    json!({ "DocumentMetadata": { "Pages": 1 }, "Blocks": (0..count).map(block).collect::<Vec<_>>() })
}

/// `cloudwatch:GetMetricData`: timestamps and numbers.
pub(crate) fn points(count: u32) -> Value {
    json!({ "MetricDataResults": [{
        "Id": "m1",
        "Label": "CPUUtilization",
        "StatusCode": "Complete",
        "Timestamps": (0..count).map(|at| 1_700_000_000 + 60 * at).collect::<Vec<_>>(),
        "Values": (0..count).map(|at| f64::from(at) * 0.137_931).collect::<Vec<_>>(),
    }]})
}

pub(crate) fn json(value: &Value) -> Vec<u8> {
    value.to_string().into_bytes()
}

pub(crate) fn cbor(value: &Value) -> Vec<u8> {
    let mut encoder = Encoder::new(Vec::new());
    encode(&mut encoder, value, false);
    encoder.into_writer()
}

/// Writes the value; `timestamps` when its numbers are that.
fn encode(encoder: &mut Encoder, value: &Value, timestamps: bool) {
    match value {
        Value::Object(members) => encode_members(encoder, members),
        Value::Array(values) => {
            encoder.array(values.len());
            for value in values {
                encode(encoder, value, timestamps);
            }
        }
        Value::String(text) => {
            encoder.str(text);
        }
        Value::Number(number) => {
            match number.as_i64() {
                Some(seconds) if timestamps => encoder.timestamp(&DateTime::from_secs(seconds)),
                Some(number) => encoder.long(number),
                None => encoder.double(number.as_f64().unwrap_or_default()),
            };
        }
        Value::Null | Value::Bool(_) => unreachable!("the answers above have none"),
    }
}

fn encode_members(encoder: &mut Encoder, members: &Map<String, Value>) {
    encoder.map(members.len());
    for (name, value) in members {
        encoder.str(name);
        encode(encoder, value, name == "Timestamps");
    }
}
