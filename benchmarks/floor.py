"""The floor: one bare Flask route that returns a constant 10 kB."""

from flask import Flask

app = Flask(__name__)
BODY = "x" * 10_240


@app.get("/")
def constant() -> str:
    return BODY
