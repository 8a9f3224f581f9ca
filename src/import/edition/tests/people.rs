use super::scene::{Imports, arrow, map, thing};
use crate::import::edition::edition;
use crate::import::{ImportMapping, ImportedFile, ImportedPerson, NoWatch, ReadContext, read};

#[test]
fn people_have_a_seat_and_no_name_in_the_record() {
    let mut list =
        map(vec![thing("R1", "Triage of Ana Ruiz"), thing("Ana Ruiz's list", "CRM")], vec![arrow("R1", 0, 1)]);
    list.things[1].about = Some("Ana runs it, write to ana.ruiz@example.org".to_owned());
    list.arrows[0].note = Some("agreed with Bo Lindqvist".to_owned());
    let person =
        |name: &str, unit: Option<&str>| ImportedPerson { name: name.to_owned(), unit: unit.map(str::to_owned) };
    list.people = vec![person("Ana Ruiz <ana.ruiz@example.org>", Some("Claims")), person("Bo Lindqvist", None)];
    let mut imports = Imports::new();
    let first = imports.take(&list);
    let text = format!("{:?}", imports.session.recorded().collect::<Vec<_>>());
    for marker in ["Ana", "Ruiz", "ruiz", "Bo ", "Lindqvist", "example.org"] {
        assert!(!text.contains(marker), "{marker} in {text}");
    }
    assert_eq!(first.names.names.values().collect::<Vec<_>>(), ["Ana Ruiz", "Bo Lindqvist"]);
    assert_eq!(first.people.iter().map(|seat| seat.tag.as_str()).collect::<Vec<_>>(), ["claims1", "seat1"]);
    assert!(imports.looked_at(&list).is_unchanged(), "who has a seat keeps it");
    list.people[1].unit = Some("Risk".to_owned());
    assert_eq!(imports.take(&list).people.len(), 1, "a unit is learned");
}

/// Returns all that an edition of this file hands on but the private names: parts with their keys, seats and titles.
fn handed_on(name: &str, text: &str) -> String {
    let mapping = ImportMapping::default();
    let file = ImportedFile::new(name, text.as_bytes().to_vec()).unwrap();
    let map = read(&[file], &ReadContext { mapping: &mapping, watch: &NoWatch }).unwrap().1;
    let of = edition(None, &map, &mapping);
    assert!(!of.names.names.is_empty(), "the file names people");
    format!("{:?} {:?} {:?}", of.parts, of.people, of.remarks).to_lowercase()
}

#[test]
fn no_name_of_a_person_stands_in_keys_labels_texts_and_seats() {
    let table = "Name,Owner,Contact,Status,Team,Notes\n\
        Claims bot,Henrietta Quillfeather,henrietta.quillfeather@acme.example,live,Claims,ask Henrietta Quillfeather\n\
        Churn model,Bartholomew Zwingli,+41 79 555 01 02,pilot,Retention,\n\
        Doc reader,\"Ottoline Vance, Pim de Groot\",ottoline@acme.example,idea,Back office,\n\
        Plan of Bartholomew Zwingli,Yusuf,,pilot,Henrietta Quillfeather,\n";
    let text = handed_on("list.csv", table);
    for name in ["henrietta", "quillfeather", "zwingli", "ottoline", "groot", "yusuf", "claims (2)", "555 01"] {
        assert!(!text.contains(name), "{name}: {text}");
    }
}

#[test]
fn the_address_of_a_unit_does_not_double_its_name() {
    let manifest = r#"{"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json"},
        "nodes": {"model.p.a": {"resource_type": "model", "name": "a", "package_name": "p", "depends_on": {"nodes": []}}},
        "exposures": {"exposure.p.d": {"name": "d", "type": "dashboard",
            "owner": {"name": "Data Science Team", "email": "data.science@acme.example"},
            "depends_on": {"nodes": ["model.p.a"]}}}}"#;
    let text = handed_on("manifest.json", manifest);
    assert!(text.contains("data science team") && !text.contains("team team"), "{text}");
}
