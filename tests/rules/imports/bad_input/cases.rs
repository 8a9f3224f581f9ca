//! A small file of every format with the faults that it can have, and what comes of it.

/// The name of a file, its text, and in lines: its things, its arrows, and what was left out or is noted, with the place.
///
/// Where the format has ids, two things have one; one arrow has an end that the file does not hold, one goes from a thing
/// to itself; where things can be in each other, two are.
pub(super) const CASES: &[(&str, &str, &str)] = &[
    (
        "kumu.json",
        r#"{"elements": [{"_id": "a", "label": "Bot"}, {"_id": "a", "label": "Queue"}], "connections": [{"_id": "1", "from": "a", "to": "zz"}, {"_id": "2", "from": "a", "to": "a"}]}"#,
        r"Bot
kumu.json, element a: the id a stands here again; the first counts
kumu.json, connection 1: nothing here has the id zz, the end of this connection
kumu.json, connection 2: an arrow from Bot to itself is left out",
    ),
    (
        "kumu.csv",
        r"From,To,Type
Bot,,+
Bot,Bot,+",
        r"Bot
kumu.csv, row 2: this connection has no end
kumu.csv, row 3: an arrow from Bot to itself is left out",
    ),
    (
        "canvas.canvas",
        r#"{"nodes": [{"id": "a", "type": "text", "text": "Bot", "x": 0, "y": 0, "width": 1, "height": 1}, {"id": "a", "type": "text", "text": "Queue", "x": 5, "y": 0, "width": 1, "height": 1}], "edges": [{"id": "1", "fromNode": "a", "toNode": "zz"}, {"id": "2", "fromNode": "a", "toNode": "a"}]}"#,
        r"Bot
canvas.canvas, card a: the id a stands here again; the first counts
canvas.canvas, edge 1: this arrow ends at zz, which the file does not hold
canvas.canvas, edge 2: an arrow from Bot to itself is left out",
    ),
    (
        "prsm.prsm",
        r#"{"nodes": [{"id": "a", "label": "Bot"}, {"id": "a", "label": "Queue"}], "edges": [{"id": "1", "from": "a", "to": "zz"}, {"id": "2", "from": "a", "to": "a"}], "lastNodeSample": "group0"}"#,
        r"Bot
prsm.prsm, factor a: the id a stands here again; the first counts
prsm.prsm, link 1: no factor has the id zz, an end of this link
prsm.prsm, link 2: an arrow from Bot to itself is left out",
    ),
    (
        "jgf1.json",
        r#"{"graph": {"nodes": [{"id": "a", "label": "Bot"}, {"id": "a", "label": "Queue"}], "edges": [{"source": "a", "target": "zz"}, {"source": "a", "target": "a"}]}}"#,
        r"Bot
jgf1.json, node a: the id a stands here again; the first counts
jgf1.json, edge from a to zz: this arrow ends at zz, which the file does not hold
jgf1.json, edge from a to a: an arrow from Bot to itself is left out",
    ),
    (
        "jgf.json",
        r#"{"graph": {"nodes": {"a": {"label": "Bot"}}, "edges": [{"source": "a", "target": "zz"}, {"source": "a", "target": "a"}]}}"#,
        r"Bot
jgf.json, edge from a to zz: this arrow ends at zz, which the file does not hold
jgf.json, edge from a to a: an arrow from Bot to itself is left out",
    ),
    (
        "cyto.json",
        r#"{"elements": {"nodes": [{"data": {"id": "a", "name": "Bot", "parent": "b"}}, {"data": {"id": "b", "name": "Desk", "parent": "a"}}, {"data": {"id": "a", "name": "Queue"}}], "edges": [{"data": {"source": "a", "target": "zz"}}, {"data": {"source": "a", "target": "a"}}]}}"#,
        r"Bot, Desk
cyto.json, node a: the groups around this are in each other; the outer ones are left out
cyto.json, node b: the groups around this are in each other; the outer ones are left out
cyto.json, node a: the groups around this are in each other; the outer ones are left out
cyto.json, node a: the id a stands here again; the first counts
cyto.json: the file does not say whether its links have a direction; each comes in as an arrow from the end it names first
cyto.json, edge from a to zz: this arrow ends at zz, which the file does not hold
cyto.json, edge from a to a: an arrow from Bot to itself is left out",
    ),
    (
        "nl.json",
        r#"{"directed": true, "multigraph": false, "graph": {}, "nodes": [{"id": "a", "label": "Bot"}, {"id": "a", "label": "Queue"}], "links": [{"source": "a", "target": "zz"}, {"source": "a", "target": "a"}]}"#,
        r"Bot
nl.json, node a: the id a stands here again; the first counts
nl.json, link from a to zz: this arrow ends at zz, which the file does not hold
nl.json, link from a to a: an arrow from Bot to itself is left out",
    ),
    (
        "loopy.json",
        r#"[[[1, 0, 0, 0.5, "Bot", 0], [1, 0, 0, 0.5, "Queue", 0]], [[1, 9, 0, 1], [1, 1, 0, 1]], [], 2]"#,
        r"Bot
loopy.json, node 1: the id 1 stands here again; the first counts
loopy.json, edge 1: no node has the id 9, an end of this arrow
loopy.json, edge 2: an arrow from Bot to itself is left out",
    ),
    (
        "graphml.graphml",
        r#"<graphml><graph edgedefault="directed">
<node id="a"/>
<node id="a"/>
<edge source="a" target="zz"/>
<edge source="a" target="a"/></graph></graphml>"#,
        r"a
graphml.graphml, line 3: the id a stands here again; the first counts
graphml.graphml, line 4: this arrow ends at zz, which the file does not hold
graphml.graphml, line 5: an arrow from a to itself is left out",
    ),
    (
        "gexf.gexf",
        r#"<gexf><graph defaultedgetype="directed"><nodes>
<node id="a" label="Bot" pid="b"/>
<node id="b" label="Desk" pid="a"/>
<node id="a" label="Queue"/></nodes><edges>
<edge id="1" source="a" target="zz"/>
<edge id="2" source="a" target="a"/></edges></graph></gexf>"#,
        r"Bot, Desk
gexf.gexf, line 4: the id a stands here again; the first counts
gexf.gexf, line 5: this arrow ends at zz, which the file does not hold
gexf.gexf, line 6: an arrow from Bot to itself is left out
gexf.gexf, line 2: the nodes around this are in each other; nothing is part of them
gexf.gexf, line 3: the nodes around this are in each other; nothing is part of them",
    ),
    (
        "archimate.xml",
        r#"<archimate:model xmlns:xsi="x" xmlns:archimate="http://www.archimatetool.com/archimate" name="m"><folder name="f">
<element xsi:type="archimate:BusinessRole" name="Bot" id="a"/>
<element xsi:type="archimate:BusinessRole" name="Queue" id="a"/>
<element xsi:type="archimate:ServingRelationship" id="r" source="a" target="zz"/>
<element xsi:type="archimate:ServingRelationship" id="s" source="a" target="a"/></folder></archimate:model>"#,
        r"Bot
archimate.xml, line 3: the id a stands here again; the first counts
archimate.xml, line 4: no element has the id zz, an end of this relation (Serving)
archimate.xml, line 5: an arrow from Bot to itself is left out",
    ),
    (
        "archi.csv",
        r#""ID","Type","Name","Documentation"
"a","BusinessRole","Bot",""
"a","BusinessRole","Queue","""#,
        r"Bot
archi.csv: the table of relations is not among the files, so there are no arrows
archi.csv, row 3: the id a stands here again; the first counts",
    ),
    (
        "archir.csv",
        r#""ID","Type","Name","Documentation","Source","Target"
"r","ServingRelationship","","","a","zz"
"s","ServingRelationship","","","a","a""#,
        r"
archir.csv: the table of elements is not among the files; import the tables of a model together
archir.csv, row 2: no element has the id a, an end of this relation (Serving)
archir.csv, row 3: no element has the id a, an end of this relation (Serving)",
    ),
    (
        "free.mm",
        r#"<map version="1.0.1"><node TEXT="Map">
<node TEXT="Bot" ID="a"><arrowlink DESTINATION="zz"/><arrowlink DESTINATION="a"/></node>
<node TEXT="Queue" ID="a"/></node></map>"#,
        r"Bot
free.mm, line 3: the id a stands here again; the first counts
free.mm, line 2: an arrow from Bot goes to zz, which is not in this map
free.mm, line 2: an arrow from Bot to itself is left out",
    ),
    (
        "gml.gml",
        r#"graph [
 node [ id 1 label "Bot" ]
 node [ id 1 label "Queue" ]
 edge [ source 1 target 9 ]
 edge [ source 1 target 1 ]
]"#,
        r"Bot
gml.gml, line 3: the id 1 stands here again; the first counts
gml.gml, line 4: this arrow ends at 9, which the file does not hold
gml.gml, line 5: an arrow from Bot to itself is left out",
    ),
    (
        "merjson.json",
        r#"{"vertices": [{"id": "a", "text": "Bot"}, {"id": "a", "text": "Queue"}], "edges": [{"start": "a", "end": "zz"}, {"start": "a", "end": "a"}]}"#,
        r"Bot
merjson.json, thing a: the id a stands here again; the first counts
merjson.json, arrow 1: an arrow ends at what is no thing of the chart, and is left out
merjson.json, arrow 2: an arrow from Bot to itself is left out",
    ),
    (
        "dotdup.dot",
        r#"digraph {
 a [label="Bot"]; a [label="Queue"]; a -> a; }"#,
        r"Queue
dotdup.dot, line 2: an arrow from Queue to itself is left out",
    ),
    (
        "mer2.mmd",
        r"flowchart LR
 a[x --> b
 subgraph s
 c --> d",
        r"c, d
c affects d
mer2.mmd, line 2: this is no part of a flowchart: a[x --> b",
    ),
    (
        "back.yaml",
        r"apiVersion: backstage.io/v1alpha1
kind: Domain
metadata:
  name: a
spec:
  owner: x
  subdomainOf: b
---
apiVersion: backstage.io/v1alpha1
kind: Domain
metadata:
  name: b
spec:
  owner: x
  subdomainOf: a
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: c
spec:
  owner: x
  dependsOn: [component:c, component:zz]
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: c
spec:
  owner: y",
        r"a, b, c, x, zz
x owns a
a in b
x owns b
x owns c
c needs zz
back.yaml, line 25: the id component:default/c stands here again; the first counts
back.yaml, line 1: group:default/x is only referred to, and stands in no file that was given
back.yaml, line 9: a is in b already, so b is not in a
back.yaml, line 17: an arrow from c to itself is left out
back.yaml, line 17: component:default/zz is only referred to, and stands in no file that was given",
    ),
    (
        "dbt.json",
        r#"{"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json"}, "nodes": {"model.p.a": {"unique_id": "model.p.a", "name": "a", "resource_type": "model", "depends_on": {"nodes": ["source.p.zz", "model.p.a"]}}}, "sources": {}}"#,
        r"a
dbt.json, model.p.a: a needs source.p.zz, which is not in the manifest
dbt.json, model.p.a: an arrow from a to itself is left out",
    ),
    (
        "cdx.json",
        r#"{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"type": "data", "bom-ref": "a", "name": "Bot"}, {"type": "data", "bom-ref": "a", "name": "Queue"}], "dependencies": [{"ref": "a", "dependsOn": ["zz", "a"]}]}"#,
        r"Bot, Queue
cdx.json, data Queue: the reference a stands for two items; the first counts
cdx.json, dependencies of a: the bill refers to zz, and has no such item
cdx.json, dependencies of a: an arrow from Bot to itself is left out",
    ),
    (
        "sd.json",
        r#"{"variables": [{"name": "Bot", "type": "stock"}, {"name": "Bot", "type": "flow"}], "relationships": [{"from": "Bot", "to": "zz", "polarity": "+"}, {"from": "Bot", "to": "Bot", "polarity": "+"}]}"#,
        r"Bot, zz
Bot affects zz
sd.json, variable Bot: Bot stands here again; the first counts
sd.json, relationship 1: zz is no variable of the map; it comes in because an arrow names it
sd.json, relationship 2: an arrow from Bot to itself is left out",
    ),
    (
        "mj.json",
        r#"{"engine": "SIMULATION_PACKAGE", "elements": [{"type": "STOCK", "name": "Bot"}, {"type": "STOCK", "name": "Bot"}, {"type": "LINK", "from": "Bot", "to": "zz"}, {"type": "LINK", "from": "Bot", "to": "Bot"}]}"#,
        r"Bot, zz
Bot affects zz
mj.json, stock Bot: Bot stands here again; the first counts
mj.json, element 3: zz is named by a link or flow alone
mj.json, element 4: an arrow from Bot to itself is left out",
    ),
    (
        "ol.json",
        r#"{"eventTime": "2026-01-01T00:00:00Z", "eventType": "COMPLETE", "run": {"runId": "r"}, "job": {"namespace": "n", "name": "Load"}, "inputs": [{"namespace": "n"}], "outputs": [{"namespace": "n", "name": "b"}]}"#,
        r"Load, b
Load feeds b
ol.json, event 1: a dataset without a name is left out",
    ),
    (
        "xm.stmx",
        r#"<xmile version="1.0"><model><variables>
<aux name="Bot"><eqn>Bot + zz</eqn></aux>
<aux name="Bot"><eqn>1</eqn></aux></variables><views><view>
<connector polarity="+"><from>Bot</from><to>zz</to></connector></view></views></model></xmile>"#,
        r"Bot
xm.stmx, line 3: Bot stands here again; the first counts
xm.stmx, line 4: an arrow from Bot to zz is left out: one of them is no variable
xm.stmx, line 2: an arrow from Bot to itself is left out",
    ),
    (
        "ven.mdl",
        r"{UTF-8}
Bot = Bot + zz ~~|
Bot = 2 ~~|",
        r"Bot
ven.mdl, line 2: an arrow from Bot to itself is left out",
    ),
];
