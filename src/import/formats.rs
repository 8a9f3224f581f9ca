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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::context::ReadContext;
    use crate::import::imported::ImportedMap;
    use crate::import::input::file::ImportedFile;
    use crate::import::mapping::ImportMapping;
    use crate::import::read::read_as_one_of;
    use crate::import::watch::NoWatch;

    #[test]
    fn an_entry_is_all_that_a_format_needs_to_be_known_and_read() {
        let madeup = ImportFormat {
            name: "madeup",
            about: "a made-up map",
            is_one: |file| file.text().starts_with("MADEUP"),
            read: |files, _| Ok(ImportedMap { title: Some(files.len().to_string()), ..ImportedMap::default() }),
        };
        let formats = [madeup, table::FORMAT];
        let read = |texts: &[&str]| {
            let files = texts.iter().map(|text| ImportedFile::new("a.txt", text.as_bytes().to_vec()).unwrap());
            let (files, mapping): (Vec<ImportedFile>, _) = (files.collect(), ImportMapping::default());
            let read = read_as_one_of(&formats, &files, &ReadContext { mapping: &mapping, watch: &NoWatch });
            read.map(|(format, map)| (format.name, map.title)).map_err(|error| error.to_string())
        };
        assert_eq!(read(&["MADEUP", "MADEUP"]), Ok(("madeup", Some("2".to_owned()))));
        assert_eq!(read(&["Name,Status\nBot,live\n"]).map(|(format, _)| format), Ok("table"));
        let mixed = read(&["MADEUP", "Name,Status\nBot,live\n"]).unwrap_err();
        assert!(mixed.contains("a made-up map") && mixed.contains("import one after the other"), "{mixed}");
    }

    #[test]
    fn every_format_has_a_name_of_its_own() {
        let mut names: Vec<&str> = IMPORTS.iter().map(|format| format.name).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
        assert!(IMPORTS.iter().all(|format| !format.about.is_empty()));
    }
}
