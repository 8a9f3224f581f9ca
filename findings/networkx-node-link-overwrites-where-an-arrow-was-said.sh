#!/usr/bin/env bash
# What surprised us: networkx 3.6.1 loses an attribute that is called `source`, `target` or `id` when a graph that it read
# from a valid GraphML file is written as node-link JSON.
#
# One arrow with a data key `source`, which says where it was said, and a thing with a data key `id`. Both are in the graph
# that networkx reads. In the JSON the ends of the arrow and the name of the thing stand in their place; nothing is said,
# and reading the JSON back gives a graph without them. An attribute that is called `said_in` stays.
#
# Why it matters here: where an arrow comes from is what an export is for. So our GraphML and GEXF call it `said_in`, and
# the importer of node-link JSON does not take `source` for anything but an end.
#
# Seen with networkx 3.6.1, CPython 3.11, Linux x86-64. This script fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1
"$folder/python/bin/python" - <<'PYTHON'
import networkx

GRAPHML = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
 <key id="d0" for="node" attr.name="id" attr.type="string"/>
 <key id="d1" for="edge" attr.name="source" attr.type="string"/>
 <key id="d2" for="edge" attr.name="said_in" attr.type="string"/>
 <graph edgedefault="directed">
  <node id="a"><data key="d0">inventory 17</data></node>
  <node id="b"/>
  <edge source="a" target="b"><data key="d1">minute 12</data><data key="d2">minute 12</data></edge>
 </graph>
</graphml>"""

graph = networkx.parse_graphml(GRAPHML)
print("read:   ", dict(graph.nodes(data=True)), list(graph.edges(data=True)))
assert graph.nodes["a"] == {"id": "inventory 17"}
assert graph.edges["a", "b"] == {"source": "minute 12", "said_in": "minute 12"}

written = networkx.node_link_data(graph, edges="edges")
print("written:", written["nodes"], written["edges"])
assert written["nodes"] == [{"id": "a"}, {"id": "b"}]
assert written["edges"] == [{"source": "a", "said_in": "minute 12", "target": "b"}]

back = networkx.node_link_graph(written, edges="edges")
print("back:   ", dict(back.nodes(data=True)), list(back.edges(data=True)))
assert back.nodes["a"] == {}
assert back.edges["a", "b"] == {"said_in": "minute 12"}
PYTHON
