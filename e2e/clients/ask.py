"""Asks a server through google-api-python-client: argv[1] is its address. Prints what came back, one JSON a line."""

import json
import sys

from googleapiclient import discovery
from googleapiclient.errors import HttpError

root = sys.argv[1]
client = discovery.build(
    "commentanalyzer",
    "v1alpha1",
    developerKey="a-key",
    discoveryServiceUrl=f"{root}/$discovery/rest?version=v1alpha1",
    static_discovery=False,
)


def say(name, value):
    print(json.dumps({"name": name, "value": value}))


def body(text, **more):
    return {"comment": {"text": text}, "requestedAttributes": {"TOXICITY": {}}, **more}


say("single", client.comments().analyze(body=body("You are a pathetic liar.")).execute())
say(
    "suggest",
    client.comments()
    .suggestscore(
        body={
            "comment": {"text": "Fair point."},
            "attributeScores": {"TOXICITY": {"summaryScore": {"value": 0}}},
            "clientToken": "comment:1",
        }
    )
    .execute(),
)
try:
    client.comments().analyze(body=body("")).execute()
except HttpError as error:
    say("error", {"status": error.resp.status, "text": str(error), "content": json.loads(error.content)})

# As a benchmark does it: sentences wanted, the comment itself as the id of its request, one of them long.
texts = ["You are a pathetic liar. Thank you.", "Thank you for the soup, it was lovely. 🎉", "why " * 400]
answers = {}


def keep(request_id, response, error):
    answers[request_id] = str(error) if error else response


batch = client.new_batch_http_request()
for text in texts:
    batch.add(
        request=client.comments().analyze(body=body(text, languages=["en"], spanAnnotations=True)),
        request_id=text,
        callback=keep,
    )
batch.add(request=client.comments().analyze(body=body("")), request_id="empty", callback=keep)
batch.execute()
say("batch", [answers.get(text) for text in texts])
say("batch error", answers["empty"])
