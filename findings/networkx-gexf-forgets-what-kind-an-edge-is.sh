#!/usr/bin/env bash
# What surprised us: networkx 3.6.1 reads and writes GEXF 1.3 and drops `kind`, the attribute that 1.3 added to tell
# parallel edges apart.
#
# Two edges from one node to another, one of the kind "affects" and one of the kind "needs": a graph that GEXF 1.3 is made
# for. networkx gives a multigraph with two edges that nothing distinguishes, neither as key nor as attribute; written as
# GEXF 1.3 again, the kinds are gone. An attribute that the file declares itself stays.
#
# Why it matters here: in the GEXF export the relation of an arrow stands twice, as `kind` for Gephi and as an attribute of
# its own for everybody else.
#
# Seen with networkx 3.6.1, CPython 3.11, Linux x86-64. This script fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1
"$folder/python/bin/python" - <<'PYTHON'
import io

import networkx

GEXF = b"""<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
 <graph mode="static" defaultedgetype="directed">
  <attributes class="edge"><attribute id="relation" title="relation" type="string"/></attributes>
  <nodes><node id="a" label="Service bot"/><node id="b" label="Customer history"/></nodes>
  <edges>
   <edge id="1" source="a" target="b" kind="affects"/>
   <edge id="2" source="a" target="b" kind="needs">
    <attvalues><attvalue for="relation" value="needs"/></attvalues>
   </edge>
  </edges>
 </graph>
</gexf>"""

graph = networkx.read_gexf(io.BytesIO(GEXF))
edges = list(graph.edges(keys=True, data=True))
print("read:   ", edges)
assert edges == [("a", "b", "1", {"id": "1"}), ("a", "b", "2", {"relation": "needs", "id": "2"})], edges

written = io.BytesIO()
networkx.write_gexf(graph, written, version="1.3")
text = written.getvalue().decode()
print("written:", [line.strip() for line in text.splitlines() if "<edge " in line])
assert 'version="1.3"' in text and "kind=" not in text and 'value="needs"' in text
PYTHON
