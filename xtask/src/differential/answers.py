"""Writes answers: what a service would send for a value, in each protocol."""

import base64
import datetime
import email.utils
import json
import struct
from xml.sax.saxutils import escape, quoteattr

FORMATS = {"json": "unixTimestamp", "rest-json": "unixTimestamp"}


def answer(protocol, operation, value):
    """Status, headers and body (bytes) for the value of the operation's output."""
    shape = operation.output_shape
    headers = {"x-amzn-requestid": "4f5d9b2e-7d51-4b4f-9c0e-0c4c7a1f2b11"}
    status = operation.http.get("responseCode", 200)
    if protocol == "smithy-rpc-v2-cbor":
        headers |= {"smithy-protocol": "rpc-v2-cbor", "content-type": "application/cbor"}
        return status, headers, cbor(shape, value) if shape else b"\xa0"
    if protocol == "json":
        text = json.dumps(to_json(shape, value, protocol) if shape else {})
        return status, headers, text.encode()
    if protocol in ("query", "ec2"):
        return status, headers, rpc_xml(protocol, operation, shape, value).encode()
    if shape is None:
        return status, headers, b""
    in_body, payload = {}, shape.serialization.get("payload")
    for name, item in value.items():
        member = shape.members[name]
        wire = member.serialization.get("name", name)
        match member.serialization.get("location"):
            case "header":
                headers[wire] = header(member, item)
            case "headers":
                headers |= {wire + key: text for key, text in item.items()}
            case "statusCode":
                status = 200
            case _:
                in_body[name] = item
    if payload is None:
        if protocol == "rest-json":
            return status, headers, json.dumps(to_json(shape, in_body, protocol)).encode()
        # https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html
        is_bare = operation.name == "GetBucketLocation"
        inner = members(shape, in_body)
        return status, headers, (inner if is_bare else element("Answer", inner, shape)).encode()
    if payload not in in_body:
        return status, headers, b""
    member, item = shape.members[payload], in_body[payload]
    if member.type_name == "blob":
        return status, headers, item
    if member.type_name == "string":
        return status, headers, item.encode()
    if protocol == "rest-json":
        return status, headers, json.dumps(to_json(member, item, protocol)).encode()
    root = member.serialization.get("name", member.name)
    return status, headers, element(root, members(member, item), member).encode()


def timestamp(shape, moment, default):
    kind = shape.serialization.get("timestampFormat", default)
    if kind == "unixTimestamp":
        return int(moment.timestamp())
    if kind == "rfc822":
        return email.utils.format_datetime(moment, usegmt=True)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def header(shape, value):
    match shape.type_name:
        case "timestamp":
            return str(timestamp(shape, value, "rfc822"))
        case "boolean":
            return "true" if value else "false"
        case "list":
            return ", ".join(header(shape.member, item) for item in value)
        case "string" if shape.serialization.get("jsonvalue"):
            return base64.b64encode(json.dumps(value).encode()).decode()
        case "blob":
            return base64.b64encode(value).decode()
    return str(value)


def to_json(shape, value, protocol):
    match shape.type_name:
        case "structure":
            if getattr(shape, "is_document_type", False):
                return value
            return {
                shape.members[name].serialization.get("name", name): to_json(
                    shape.members[name], item, protocol
                )
                for name, item in value.items()
            }
        case "list":
            return [to_json(shape.member, item, protocol) for item in value]
        case "map":
            return {key: to_json(shape.value, item, protocol) for key, item in value.items()}
        case "blob":
            return base64.b64encode(value).decode()
        case "timestamp":
            return timestamp(shape, value, FORMATS[protocol])
        case "string" if shape.serialization.get("jsonvalue"):
            return json.dumps(value)
    return value


def rpc_xml(protocol, operation, shape, value):
    inner = members(shape, value) if shape else ""
    if protocol == "ec2":
        return element(operation.name + "Response", f"<requestId>r-1</requestId>{inner}")
    if shape and "resultWrapper" in shape.serialization:
        inner = element(shape.serialization["resultWrapper"], inner)
    inner += "<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata>"
    return element(operation.name + "Response", inner)


def element(name, inner, shape=None, attributes=""):
    space = shape.serialization.get("xmlNamespace") if shape is not None else None
    if space:
        uri = space if isinstance(space, str) else space["uri"]
        prefix = "" if isinstance(space, str) else space.get("prefix", "")
        attributes += f" xmlns{':' + prefix if prefix else ''}={quoteattr(uri)}"
    return f"<{name}{attributes}>{inner}</{name}>"


def members(shape, value):
    """The elements of a structure."""
    text = ""
    for name, item in value.items():
        member = shape.members[name]
        wire = member.serialization.get("name", name)
        if member.serialization.get("xmlAttribute"):
            continue
        text += xml(wire, member, item)
    return text


def attributes(shape, value):
    text = ""
    for name, item in value.items():
        member = shape.members[name]
        if member.serialization.get("xmlAttribute"):
            text += f" {member.serialization.get('name', name)}={quoteattr(str(item))}"
    return text


def xml(name, shape, value):
    match shape.type_name:
        case "structure":
            return element(name, members(shape, value), shape, attributes(shape, value))
        case "list":
            if shape.serialization.get("flattened"):
                own = shape.member.serialization.get("name", name)
                return "".join(xml(own, shape.member, item) for item in value)
            own = shape.member.serialization.get("name", "member")
            return element(name, "".join(xml(own, shape.member, item) for item in value))
        case "map":
            key_name = shape.key.serialization.get("name", "key")
            value_name = shape.value.serialization.get("name", "value")
            entries = [
                xml(key_name, shape.key, key) + xml(value_name, shape.value, item)
                for key, item in value.items()
            ]
            if shape.serialization.get("flattened"):
                return "".join(element(name, entry) for entry in entries)
            return element(name, "".join(element("entry", entry) for entry in entries))
        case "blob":
            value = base64.b64encode(value).decode()
        case "timestamp":
            value = timestamp(shape, value, "iso8601")
        case "boolean":
            value = "true" if value else "false"
    return element(name, escape(str(value)))


def cbor(shape, value):
    match shape.type_name:
        case "structure":
            text = head(5, len(value))
            for name, item in value.items():
                member = shape.members[name]
                text += cbor_text(member.serialization.get("name", name)) + cbor(member, item)
            return text
        case "list":
            return head(4, len(value)) + b"".join(cbor(shape.member, item) for item in value)
        case "map":
            items = value.items()
            return head(5, len(value)) + b"".join(
                cbor_text(key) + cbor(shape.value, item) for key, item in items
            )
        case "blob":
            return head(2, len(value)) + value
        case "boolean":
            return b"\xf5" if value else b"\xf4"
        case "timestamp":
            return b"\xc1\xfb" + struct.pack(">d", value.timestamp())
        case "float":
            return b"\xfa" + struct.pack(">f", value)
        case "double":
            return b"\xfb" + struct.pack(">d", value)
        case "integer" | "long":
            return head(0, value) if value >= 0 else head(1, -1 - value)
    return cbor_text(value)


def cbor_text(value):
    return head(3, len(value.encode())) + value.encode()


def head(major, length):
    """The first bytes of an item, as short as they can be."""
    for bits, (limit, form) in enumerate([(2**8, ">BB"), (2**16, ">BH"), (2**32, ">BI")]):
        if length < 24:
            return bytes([major << 5 | length])
        if length < limit:
            return struct.pack(form, major << 5 | 24 + bits, length)
    return struct.pack(">BQ", major << 5 | 27, length)


def plain(value):
    """What botocore's parser returns, as the files of cases write it."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, datetime.datetime):
        seconds = value.timestamp()
        return int(seconds) if seconds.is_integer() else seconds
    if hasattr(value, "read"):
        value = value.read()
    if isinstance(value, bytes):
        return value.decode()
    return value
