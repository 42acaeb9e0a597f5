"""Calls botocore with random values, and writes down what it sends and what it reads.

    differential.py SEED OPERATIONS FOLDER

Each service gets a file of cases in a folder below FOLDER, in the form of `tests/protocols`. Nothing goes over a
network: requests are taken where they would leave botocore, and answered there.
"""

import base64
import collections
import hashlib
import io
import json
import pathlib
import random
import sys
import urllib.parse

import botocore
import botocore.session
from botocore.awsrequest import AWSResponse
from botocore.config import Config

from answers import answer, plain
from values import Values

PROTOCOLS = {
    "ec2": "ec2Query",
    "query": "awsQuery",
    "rest-json": "restJson1",
    "rest-xml": "restXml",
    "smithy-rpc-v2-cbor": "rpcv2Cbor",
}

# What transport, signature, checksums and the SDK itself add.
NOT_COMPARED = ("amz-sdk-", "authorization", "x-amz-checksum-", "x-amz-content-sha256", "x-amz-sdk-checksum-")
NOT_COMPARED += ("content-length", "content-md5", "user-agent", "expect", "transfer-encoding")
NOT_COMPARED += ("x-amz-date", "x-amz-user-agent", "x-amz-security-token")

# Operations in a folder: as many as are compiled at once.
BATCH = 400

CONFIG = Config(
    retries={"total_max_attempts": 1},
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
    s3={"us_east_1_regional_endpoint": "regional"},
    disable_request_compression=True,
)


class Raw(io.BytesIO):
    """A body as urllib3 has it."""

    def stream(self, **_kwargs):
        yield self.read()


class Capture:
    """Stands where the network would be."""

    def __init__(self):
        self.request = None
        self.answer = None

    def __call__(self, request, **_kwargs):
        self.request = request
        status, headers, body = self.answer
        return AWSResponse(request.url, status, headers, Raw(body))


def main():
    seed, wanted, folder = sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3])
    session = botocore.session.Session()
    left_out = collections.Counter()
    chosen = choose(session, seed, wanted, left_out)
    done = 0
    for service, operations in sorted(chosen.items()):
        batch = folder / f"{done // BATCH:02}"
        batch.mkdir(exist_ok=True)
        write(session, seed, service, operations, batch, left_out)
        done += len(operations)
    for reason, count in sorted(left_out.items()):
        print(f"left out: {count} {reason}")


def choose(session, seed, wanted, left_out):
    """Operations of all services in turn, each time another one."""
    rng = random.Random(seed)
    remaining = {}
    for service in session.get_available_services():
        names = list(session.get_service_model(service).operation_names)
        rng.shuffle(names)
        remaining[service] = names
    chosen = collections.defaultdict(list)
    while wanted > 0 and remaining:
        services = list(remaining)
        rng.shuffle(services)
        for service in services[:wanted]:
            chosen[service].append(remaining[service].pop())
            if not remaining[service]:
                del remaining[service]
        wanted -= len(services)
    return chosen


def write(session, seed, service, operations, folder, left_out):
    client = session.create_client(
        service,
        region_name="us-east-1",
        aws_access_key_id="AKIAIOSFODNN7EXAMPLE",
        aws_secret_access_key="secret",
        config=CONFIG,
    )
    capture = Capture()
    client.meta.events.register("before-send", capture)
    client.meta.events.register_first("choose-signer", lambda **_kwargs: botocore.UNSIGNED)
    model = client.meta.service_model
    protocol = model.resolved_protocol
    cases = []
    for name in operations:
        operation = model.operation_model(name)
        if operation.has_event_stream_input or operation.has_event_stream_output:
            left_out["operations with a stream of events"] += 1
            continue
        rng = random.Random(hashlib.sha256(f"{seed} {service} {name}".encode()).digest())
        cases += call(client, capture, rng, operation, protocol, left_out)
    if cases:
        file = {"service": service, "protocol": smithy_name(model, protocol), "cases": cases}
        path = folder / f"{service}.json"
        path.write_text(json.dumps(file, ensure_ascii=False, indent=1))


def smithy_name(model, protocol):
    if protocol == "json":
        version = model.metadata["jsonVersion"]
        return f"awsJson{version.replace('.', '_')}"
    return PROTOCOLS[protocol]


def call(client, capture, rng, operation, protocol, left_out):
    """The two cases of one operation: what is sent, and what is read."""
    service = client.meta.service_model.service_name
    values, plain_input, native_input = Values(rng, service), {}, {}
    if operation.input_shape:
        plain_input, native_input = values.structure(operation.input_shape)
    output = {}
    if operation.output_shape:
        _, output = Values(rng, service).structure(operation.output_shape, answer=True)
    capture.request, capture.answer = None, answer(protocol, operation, output)
    status, headers, body = capture.answer
    try:
        result = client._make_api_call(operation.name, native_input)
    except Exception as error:
        left_out[f"operations that botocore does not call: {type(error).__name__}"] += 1
        print(f"{service}:{operation.name}: {type(error).__name__}: {error}", file=sys.stderr)
        return []
    left_out["members beyond the budget of an operation"] += values.left_out
    result.pop("ResponseMetadata", None)
    is_binary = protocol == "smithy-rpc-v2-cbor"
    text = (lambda body: base64.b64encode(body).decode()) if is_binary else bytes.decode
    return [
        {
            "id": f"{operation.name}_request",
            "operation": operation.name,
            "checksums": "when_required",
            "params": plain_input,
            "serialized": serialized(capture.request, text),
        },
        {
            "id": f"{operation.name}_answer",
            "operation": operation.name,
            "checksums": "when_required",
            "params": {name: plain_input[name] for name in values.meant if name in plain_input},
            "response": {"status_code": status, "headers": headers, "body": text(body)},
            "result": plain(result),
        },
    ]


def serialized(request, text):
    url = urllib.parse.urlsplit(request.url)
    headers = {}
    for name, value in request.headers.items():
        value = value.decode() if isinstance(value, bytes) else str(value)
        if not name.lower().startswith(NOT_COMPARED):
            headers[name] = value
    body = request.body or b""
    body = body.read() if hasattr(body, "read") else body
    body = body.encode() if isinstance(body, str) else bytes(body)
    return {
        "method": request.method,
        "host": url.netloc,
        "uri": url.path + (f"?{url.query}" if url.query else ""),
        "headers": headers,
        "body": text(body),
    }


if __name__ == "__main__":
    main()
