"""Random values for shapes, valid by the model, in two forms at once.

`plain` is what the files of cases hold: JSON, with timestamps as seconds and blobs as text.
`botocore` is what its clients take.
"""

import datetime
import math
import random
import string

# What strings are made of: letters, and what has to be escaped somewhere.
TEXT = string.ascii_letters + string.digits + " -_.~!*'();:@&=+$,/?%#[]<>\"\\äß€漢😀"
PATH = string.ascii_letters + string.digits + " -_.~!*'();:@&=+$,?%#[]äß€漢"
HEADER = string.ascii_letters + string.digits + "-_.~!*'();:@&=+$/?%#[]<>"
NAME = string.ascii_lowercase + string.digits

# Members that endpoint rules look at: not any text will do.
STREAM = "arn:aws:kinesis:us-east-1:123456789012:stream/name"
MEANT = {
    "cloudfront-keyvaluestore": {
        "KvsARN": "arn:aws:cloudfront::123456789012:key-value-store/63f13091-c43e-4ad8-95ee-aac2f4b9e2b1"
    },
    "kinesis": {
        "ConsumerARN": STREAM + "/consumer/name:1",
        "ResourceARN": STREAM,
        "StreamARN": STREAM,
        "ChannelARN": STREAM.replace("stream/", "channel/"),
    },
    "opensearchmemory": {"spaceId": "space-1", "SpaceId": "space-1"},
    "s3": {"Bucket": "amzn-s3-demo-bucket"},
    "s3control": {
        "AccountId": "123456789012",
        "Bucket": "amzn-s3-demo-bucket",
        "OutpostId": "op-01234567890123456",
    },
}

# As many members as a value may have. Beyond that, only those that must be there.
BUDGET = 150
DEPTH = 6


class Values:
    """Makes values for one operation."""

    def __init__(self, rng: random.Random, service: str):
        self.rng = rng
        self.service = service
        self.meant = MEANT.get(service, {})
        self.spent = 0
        self.left_out = 0

    def structure(self, shape, depth=0, inside=(), answer=False):
        """A structure with every member that the budget allows."""
        plain, native = {}, {}
        members = list(shape.members.items())
        if is_union(shape):
            fit = [m for m in members if m[1].name not in inside] or members
            # One that can end.
            simple = [m for m in fit if m[1].type_name not in ("structure", "list", "map")]
            if depth >= DEPTH or self.spent >= BUDGET:
                fit = simple or fit
            members = [self.rng.choice(fit)]
        payload = shape.serialization.get("payload")
        for name, member in members:
            if self.is_extra(member, name) or is_derived(member, answer):
                continue
            required = name in shape.required_members or is_union(shape)
            # Another one is made for each request that has none.
            required |= bool(member.metadata.get("idempotencyToken"))
            if not required and (
                depth >= DEPTH or self.spent >= BUDGET or member.name in inside
            ):
                self.left_out += 1
                continue
            place = member.serialization.get("location", "payload" if name == payload else "")
            value = self.member(member, name, place, depth, (*inside, shape.name), answer)
            plain[name], native[name] = value
        return plain, native

    def is_extra(self, member, name):
        """Members that botocore's clients add to the model, and event streams."""
        if getattr(member, "event_stream_name", None) or member.serialization.get("eventstream"):
            return True
        return name == "SourceRegion" and self.service in ("docdb", "neptune", "rds")

    def member(self, shape, name, place, depth, inside, answer):
        self.spent += 1
        if name in self.meant and not answer:
            return (self.meant[name],) * 2
        if shape.serialization.get("hostLabel"):
            return (self.word(NAME, 3, 8),) * 2
        return self.value(shape, place, depth, inside, answer)

    def value(self, shape, place, depth, inside, answer):
        rng = self.rng
        match shape.type_name:
            case "structure":
                if getattr(shape, "is_document_type", False):
                    return (self.document(0),) * 2
                return self.structure(shape, depth + 1, inside, answer)
            case "list":
                low = shape.metadata.get("min", 0)
                count = max(low, 0 if depth >= DEPTH else rng.choice((0, 1, 1, 2)))
                if place in ("querystring", "header") or answer:
                    # Nothing is sent for an empty one, and nothing can be read.
                    count = max(1, count)
                if shape.member.name in inside and not low:
                    count = 0
                values = [
                    self.value(shape.member, place, depth + 1, (*inside, shape.name), answer)
                    for _ in range(min(count, 4) if low <= 4 else low)
                ]
                return [v[0] for v in values], [v[1] for v in values]
            case "map":
                count = rng.choice((1, 1, 2)) if depth < DEPTH else shape.metadata.get("min", 0)
                if shape.value.name in inside:
                    count = 0
                plain, native = {}, {}
                for _ in range(max(count, min(shape.metadata.get("min", 0), 4))):
                    key = self.key(shape.key, place)
                    value = self.value(
                        shape.value, place, depth + 1, (*inside, shape.name), answer
                    )
                    plain[key], native[key] = value
                return plain, native
            case "string" | "character":
                return self.text(shape, place)
            case "blob":
                text = self.word(TEXT, 1, 12)
                return text, text.encode()
            case "boolean":
                return (rng.random() < 0.5,) * 2
            case "timestamp":
                seconds = rng.randrange(0, 2**32 - 1)
                return seconds, datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)
            case "integer":
                return (self.number(shape, 2**31 - 1),) * 2
            case "long":
                return (self.number(shape, 2**53 - 1),) * 2
            case "float" | "double":
                # Exact in 32 bits, with no more digits than tell it apart there.
                low, high = self.bounds(shape, 1000)
                value = rng.randint(math.ceil(low * 8), math.floor(high * 8)) / 8
                return (value,) * 2
        raise ValueError(f"no values for {shape.type_name}")

    def bounds(self, shape, limit):
        low = shape.metadata.get("min", -limit)
        high = shape.metadata.get("max", limit)
        return max(low, -limit), max(low, min(high, limit))

    def number(self, shape, limit):
        low, high = self.bounds(shape, limit)
        return self.rng.choice((int(low), int(high), self.rng.randint(int(low), int(high))))

    def text(self, shape, place):
        if shape.serialization.get("jsonvalue"):
            value = self.rng.choice((True, 12))
            # A value in botocore's headers, a text in bodies.
            return (value if place == "header" else str(value).lower(),) * 2
        if getattr(shape, "enum", None):
            return (self.rng.choice(shape.enum),) * 2
        low = shape.metadata.get("min", 1)
        high = shape.metadata.get("max", low + 12)
        alphabet = {"uri": PATH, "header": HEADER, "headers": HEADER}.get(place, TEXT)
        return (self.word(alphabet, max(low, 1), max(1, min(high, low + 12))),) * 2

    def key(self, shape, place):
        if getattr(shape, "enum", None):
            return self.rng.choice(shape.enum)
        return self.word(NAME if place == "headers" else TEXT, 3, 9)

    def word(self, alphabet, low, high):
        """Begins and ends with a letter: neither spaces at the ends nor `.` and `..` are meant."""
        length = self.rng.randint(low, max(low, high))
        inner = "".join(self.rng.choice(alphabet) for _ in range(max(length - 2, 0)))
        ends = [self.rng.choice(NAME) for _ in range(min(length, 2))]
        return inner.join(ends) if length > 1 else "".join(ends)

    def document(self, depth):
        kinds = ["text", "number", "boolean"] + ["list", "object"] * (depth < 2)
        match self.rng.choice(kinds):
            case "text":
                return self.word(TEXT, 1, 8)
            case "number":
                return self.rng.choice((0, -1, 7, 2.5))
            case "boolean":
                return True
            case "list":
                return [self.document(depth + 1) for _ in range(2)]
        return {self.word(NAME, 2, 5): self.document(depth + 1) for _ in range(2)}


def is_union(shape):
    """Whether exactly one member is set. Botocore does not say it of DynamoDB's values."""
    return getattr(shape, "is_tagged_union", False) or shape.name == "AttributeValue"


def is_derived(shape, answer):
    """Whether it says something of the body, so that it cannot be any value."""
    if shape.serialization.get("location") != "header":
        return False
    name = shape.serialization.get("name", "").lower()
    return name == "content-length" or (answer and name.startswith("x-amz-checksum-"))
