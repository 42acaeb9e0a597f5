"""Makes `oracle.jsonl`: requests to Roles Anywhere as another implementation signs them.

    pip install iam-rolesanywhere-session==3.0.0
    python oracle.py ../../../../../tests/credentials/fixtures > oracle.jsonl
"""

import json
import pathlib
import re
import sys

from botocore.awsrequest import AWSRequest
from iam_rolesanywhere_session import IAMRolesAnywhereSigner

BODY = b'{"profileArn":"p","roleArn":"r","trustAnchorArn":"t"}'
BLOCK = re.compile(r"-----BEGIN ([A-Z ]+)-----.*?-----END \1-----\n", re.S)

folder = pathlib.Path(sys.argv[1])
for name, files in {
    "rsa": ["rsa-chain.pem", "rsa-pkcs8.pem"],
    "p256": ["p256-sec1.pem"],
    "p384": ["p384-sec1.pem"],
    "p521": ["p521-sec1.pem"],
}.items():
    blocks = [
        block
        for file in files
        for block in BLOCK.finditer((folder / file).read_text())
        if block[1] != "EC PARAMETERS"
    ]
    certificates = [block[0] for block in blocks if block[1] == "CERTIFICATE"]
    key = next(block[0] for block in blocks if block[1] != "CERTIFICATE")
    for chain in [None, "".join(certificates[1:])]:
        for url in [
            "https://rolesanywhere.eu-west-1.amazonaws.com/sessions",
            "https://127.0.0.1:8443/sessions",
        ]:
            signer = IAMRolesAnywhereSigner(
                certificate=certificates[0].encode(),
                private_key=key.encode(),
                certificate_chain=chain and chain.encode(),
                region="eu-west-1",
            )
            request = AWSRequest(method="POST", url=url, data=BODY)
            signer.add_auth(request)
            print(json.dumps({
                "name": name,
                "url": url,
                "pem": certificates[0] + (chain or "") + key,
                "headers": {k.lower(): v for k, v in request.headers.items()},
                "body": BODY.decode(),
            }))
