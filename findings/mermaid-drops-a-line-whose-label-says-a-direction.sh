#!/usr/bin/env bash
# What surprised us: a label in quotes that holds the words "direction LR" makes Mermaid 11.17.2 drop the whole line.
#
# A flowchart with two arrows, one of them from a thing that is called "more direction TB for staff". The chart is read
# without an error; the thing, its arrow and the label of the other end are gone. "More direction for staff", without the
# two letters of a direction behind the word, is read as it stands.
#
# Why it matters here: a map that silently lacks an arrow is worse than one that is refused. The Mermaid export writes the
# word as entities, which the reader shows as the word.
#
# Seen with mermaid 11.17.2, jsdom 26.1.0, Node.js 20, Linux x86-64. This script fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > /dev/null
npm install --silent --no-fund --no-audit mermaid@11.17.2 jsdom@26.1.0
cat > read.mjs <<'JAVASCRIPT'
import assert from "node:assert";
import { JSDOM } from "jsdom";

const page = new JSDOM("<body></body>");
globalThis.window = page.window;
globalThis.document = page.window.document;
const { default: mermaid } = await import("mermaid");
mermaid.initialize({ startOnLoad: false });

async function read(label) {
  const chart = `flowchart TD\n  a["${label}"] --> b["fewer calls"]\n  c["more staff"] --> b\n`;
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(chart);
  const things = [...db.getVertices()].map(([id, thing]) => `${id}=${thing.text}`).sort();
  const arrows = db.getEdges().map((arrow) => `${arrow.start}->${arrow.end}`).sort();
  console.log(`${label}: ${things.join(", ")}; ${arrows.join(", ")}`);
  return { things, arrows };
}

const plain = await read("more direction for staff");
assert.deepEqual(plain.arrows, ["a->b", "c->b"]);
assert.deepEqual(plain.things, ["a=more direction for staff", "b=fewer calls", "c=more staff"]);

const directed = await read("more direction TB for staff");
assert.deepEqual(directed.arrows, ["c->b"]);
assert.deepEqual(directed.things, ["b=b", "c=more staff"]);

const escaped = await read("more #100;irection TB for staff");
assert.deepEqual(escaped.arrows, ["a->b", "c->b"]);
JAVASCRIPT
node read.mjs
