//! A small whole file of every format, from which damaged ones are made.

/// The name of a format and a file that its reader recognises. A format that has several forms has a file of each.
pub(super) const SEEDS: &[(&str, &str)] = &[
    (
        "kumu-json",
        r#"{"elements":[{"_id":"a","attributes":{"label":"Bot","element type":"Role","tags":["x"]}},{"_id":"b","attributes":{"label":"Queue"}}],"connections":[{"_id":"c","from":"a","to":"b","direction":"directed","attributes":{"type":"+"}}]}"#,
    ),
    ("kumu-json", r#"{"elements":[{"label":"Bot"}],"connections":[{"from":"Bot","to":"Queue","type":"-"}]}"#),
    (
        "json-canvas",
        r##"{"nodes":[{"id":"a","type":"text","x":0,"y":0,"width":9,"height":9,"text":"# Bot"},{"id":"g","type":"group","x":-9,"y":-9,"width":99,"height":99,"label":"Desk"}],"edges":[{"id":"e","fromNode":"a","toNode":"g","toEnd":"arrow","label":"+"}]}"##,
    ),
    (
        "model-json",
        r#"{"engine":"SIMULATION_PACKAGE","elements":[{"type":"STOCK","name":"Queue","behavior":{"value":1}},{"type":"FLOW","name":"In","from":null,"to":"Queue","behavior":{"value":"[Queue]*2"}},{"type":"LINK","from":"Queue","to":"In"}]}"#,
    ),
    (
        "sd-json",
        r#"{"variables":[{"name":"Bot","type":"stock","equation":"a+b","inflows":["In"]},{"name":"In","type":"flow"}],"relationships":[{"from":"Bot","to":"In","polarity":"-","reasoning":"so"}]}"#,
    ),
    (
        "cyclonedx",
        r#"{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"machine-learning-model","bom-ref":"a","name":"Bot","modelCard":{"modelParameters":{"datasets":[{"ref":"b"}]}}},{"type":"data","bom-ref":"b","name":"Set"}],"dependencies":[{"ref":"a","dependsOn":["b"]}]}"#,
    ),
    (
        "cyclonedx",
        r#"<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="library" bom-ref="a"><name>Bot</name></component></components><dependencies><dependency ref="a"><dependency ref="b"/></dependency></dependencies></bom>"#,
    ),
    (
        "dbt",
        r#"{"metadata":{"dbt_schema_version":"https://schemas.getdbt.com/dbt/manifest/v12.json"},"nodes":{"model.p.a":{"unique_id":"model.p.a","name":"a","resource_type":"model","depends_on":{"nodes":["source.p.b"]},"config":{}}},"sources":{"source.p.b":{"unique_id":"source.p.b","name":"b","resource_type":"source"}},"parent_map":{"model.p.a":["source.p.b"]},"exposures":{}}"#,
    ),
    (
        "mlflow",
        r#"{"registered_models":[{"name":"Bot","latest_versions":[{"name":"Bot","version":"1","current_stage":"Production","run_id":"r"}],"tags":[{"key":"a","value":"b"}]}]}"#,
    ),
    (
        "openlineage",
        r#"{"eventTime":"2026-01-01T00:00:00Z","eventType":"COMPLETE","run":{"runId":"r"},"job":{"namespace":"n","name":"Load"},"inputs":[{"namespace":"n","name":"a"}],"outputs":[{"namespace":"n","name":"b"}]}"#,
    ),
    (
        "prsm",
        r#"{"nodes":[{"id":"a","label":"Bot","x":1,"y":2,"grp":"group0"},{"id":"b","label":"Queue"}],"edges":[{"id":"e","from":"a","to":"b","grp":"edge0","arrows":{"to":{"enabled":true}}}],"lastNodeSample":"group0","lastLinkSample":"edge0","styles":{"nodes":{},"edges":{}},"version":"2"}"#,
    ),
    (
        "mermaid-json",
        r#"{"vertices":[{"id":"a","text":"Bot","type":"square"},{"id":"b","text":"Queue"}],"edges":[{"start":"a","end":"b","text":"+","type":"arrow_point","stroke":"dotted"}],"subgraphs":[{"id":"s","title":"Desk","nodes":["a"]}]}"#,
    ),
    (
        "json-graph",
        r#"{"graph":{"directed":true,"nodes":{"a":{"label":"Bot","metadata":{"kind":"unit"}},"b":{}},"edges":[{"source":"a","target":"b","relation":"needs","metadata":{"sign":"+"}}]}}"#,
    ),
    (
        "cytoscape",
        r#"{"elements":{"nodes":[{"data":{"id":"a","name":"Bot","parent":"b"}},{"data":{"id":"b"}}],"edges":[{"data":{"id":"e","source":"a","target":"b","interaction":"+"}}]}}"#,
    ),
    (
        "graphviz-json",
        r#"{"name":"g","directed":true,"strict":false,"_subgraph_cnt":1,"objects":[{"name":"cluster_a","_gvid":0,"nodes":[1]},{"_gvid":1,"name":"a","label":"Bot"},{"_gvid":2,"name":"b"}],"edges":[{"_gvid":0,"tail":1,"head":2,"label":"+"}]}"#,
    ),
    (
        "node-link",
        r#"{"directed":true,"multigraph":false,"graph":{},"nodes":[{"id":"a","label":"Bot"},{"id":2}],"links":[{"source":"a","target":2,"sign":"-"}]}"#,
    ),
    ("loopy", r#"[[[1,10,20,0.5,"Bot",0],[2,30,40,1,"Queue",3]],[[1,2,94,-1,0],[2,2,1,1]],[[9,9,"note"]],2]"#),
    (
        "loopy",
        "https://ncase.me/loopy/v1.1/?data=[[[1,1,1,0.5,%22Bot%22,0],[2,1,1,1,%22Queue%22,1]],[[1,2,94,-1,0]],[],2%5D",
    ),
    (
        "graphml",
        r#"<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="d" for="node" attr.name="label" attr.type="string"/><graph edgedefault="directed"><node id="a"><data key="d">Bot</data><graph id="g"><node id="c"/></graph></node><node id="b"/><edge source="a" target="b"><data key="s">+</data></edge></graph></graphml>"#,
    ),
    (
        "gexf",
        r#"<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed"><attributes class="edge"><attribute id="0" title="sign" type="string"/></attributes><nodes><node id="a" label="Bot" pid="b"/><node id="b" label="Desk"/></nodes><edges><edge id="0" source="a" target="b"><attvalues><attvalue for="0" value="+"/></attvalues></edge></edges></graph></gexf>"#,
    ),
    (
        "xmile",
        r#"<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0"><model><variables><stock name="Queue"><eqn>1</eqn><inflow>In</inflow></stock><flow name="In"><eqn>DELAY1(Bot, 3)</eqn></flow><aux name="Bot"><eqn>2*Queue</eqn></aux></variables><views><view><connector polarity="+"><from>Bot</from><to>In</to></connector></view></views></model></xmile>"#,
    ),
    (
        "archimate",
        r#"<archimate:model xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:archimate="http://www.archimatetool.com/archimate" name="m"><folder name="f" type="business"><element xsi:type="archimate:BusinessRole" name="Bot" id="a"/><element xsi:type="archimate:Resource" name="Set" id="b"/><element xsi:type="archimate:InfluenceRelationship" id="r" source="a" target="b" strength="+"/></folder></archimate:model>"#,
    ),
    (
        "freeplane",
        r#"<map version="freeplane 1.9.13"><node TEXT="Map" ID="r"><node TEXT="Bot" ID="a"><arrowlink DESTINATION="b" MIDDLE_LABEL="+" ENDARROW="DEFAULT"/></node><node ID="b"><richcontent TYPE="NODE"><html><body><p>Queue</p></body></html></richcontent></node></node></map>"#,
    ),
    (
        "backstage",
        "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: bot\n  title: Bot\nspec:\n  type: service\n  owner: group:default/desk\n  dependsOn: [resource:default/db]\n---\napiVersion: backstage.io/v1alpha1\nkind: Resource\nmetadata: {name: db}\nspec: {type: database, owner: desk}\n",
    ),
    (
        "dot",
        "digraph g { subgraph cluster_a { label=\"Desk\"; a [label=\"Bot\", shape=box]; } a -> b:n [label=\"+\"]; b -> {c; d}; /* so */ }",
    ),
    (
        "gml",
        "graph [\n  directed 1\n  node [ id 1 label \"Bot\" ]\n  node [ id 2 label \"Queue\" ]\n  edge [ source 1 target 2 sign \"+\" weight 2.5 ]\n]\n",
    ),
    (
        "mermaid",
        "flowchart LR\n  subgraph s [Desk]\n    a[\"Bot\"] -->|+| b{{Queue}}\n  end\n  b -. \"less\" .-> c & d\n  e@{ shape: rect, label: \"Set\" }\n  classDef x fill:#fff\n  class a x\n",
    ),
    (
        "vensim",
        "{UTF-8}\nQueue = INTEG( In - Out, 10)\n\t~\titem\n\t~\tWhat waits\n\t|\nIn = DELAY1(Bot, 3) ~~|\nOut = 1 ~~|\nBot = 2 ~~|\n\\\\\\---/// Sketch information - do not modify anything except names\nV300\n*View 1\n10,1,Queue,1,1,1,1,3,3,0,0,0,0,0,0\n10,2,Bot,9,9,1,1,8,3,0,0,0,0,0,0\n1,3,2,1,1,0,43,0,0,64,0,-1--1--1,,1|(5,5)|\n///---\\\\\\\n",
    ),
    (
        "archi-csv",
        "\"ID\",\"Type\",\"Name\",\"Documentation\",\"Specialization\"\n\"a\",\"BusinessRole\",\"Bot\",\"so\",\"\"\n\"b\",\"Resource\",\"Set\",\"\",\"\"\n",
    ),
    (
        "archi-csv",
        "\"ID\",\"Type\",\"Name\",\"Documentation\",\"Source\",\"Target\"\n\"r\",\"InfluenceRelationship\",\"+\",\"\",\"a\",\"b\"\n",
    ),
    ("kumu-sheets", "Label,Type,Tags,Description\nBot,Role,a|b,so\nQueue,,,\"a \"\"b\"\"\"\n"),
    ("kumu-sheets", "From,To,Type,Direction\nBot,Queue,+,directed\nQueue,Bot,-,mutual\n"),
    (
        "table",
        "Use case name,Agency,Stage,Start date,Owner\nBot,Desk,In production,3/4/2024,ana@example.org\nQueue,Desk,Retired,2024-01-02,\n",
    ),
    ("table", "name;status;needs\nBot;live;Set\nSet;n/a;\n"),
    ("table", "{\"name\":\"Bot\",\"owner\":\"Desk\"}\n{\"name\":\"Set\",\"owner\":null}\n"),
];
