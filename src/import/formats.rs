use super::format::ImportFormat;
use super::{
    archi_csv, archimate, backstage, cyclonedx, cytoscape, dbt, dot, freeplane, gexf, gml, graphml, graphviz_json,
    json_canvas, json_graph, kumu_json, kumu_sheets, loopy, mermaid, mermaid_json, mlflow, model_json, node_link,
    not_a_map, openlineage, prsm, sd_json, table, vensim, xmile,
};

/// Every format of other tools' files. The first that a file is of reads it, so a format that more files could be of
/// stands below one that fewer could be of. A table reads what no other format does.
pub const IMPORTS: &[ImportFormat] = &[
    kumu_json::FORMAT,
    json_canvas::FORMAT,
    model_json::FORMAT,
    sd_json::FORMAT,
    cyclonedx::FORMAT,
    dbt::FORMAT,
    mlflow::FORMAT,
    openlineage::FORMAT,
    prsm::FORMAT,
    mermaid_json::FORMAT,
    json_graph::FORMAT,
    cytoscape::FORMAT,
    graphviz_json::FORMAT,
    node_link::FORMAT,
    loopy::FORMAT,
    graphml::FORMAT,
    gexf::FORMAT,
    xmile::FORMAT,
    archimate::FORMAT,
    freeplane::FORMAT,
    backstage::FORMAT,
    not_a_map::FORMAT,
    dot::FORMAT,
    gml::FORMAT,
    mermaid::FORMAT,
    vensim::FORMAT,
    archi_csv::FORMAT,
    kumu_sheets::FORMAT,
    table::FORMAT,
];
