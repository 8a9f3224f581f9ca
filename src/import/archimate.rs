//! Reads ArchiMate models in XML: the Open Exchange form, and the files of Archi.

mod archi_file;
mod exchange;
mod native;

use super::archi_model::ArchiModel;
use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::{ImportedMap, RemarkSort};
use super::mapping::SameNames;
use crate::import::drafting::draft::MapDraft;
use crate::import::input::file::ImportedFile;
use crate::import::input::xml::xml;
use crate::record::english::counted;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat = ImportFormat { name: "archimate", about: "an ArchiMate model", is_one, read };

/// The maximum number of texts on views that are told.
const TEXTS: usize = 20;

/// The number of bytes in which a model names its form.
const LOOKED_AT: usize = 20_000;

fn is_one(file: &ImportedFile) -> bool {
    let begins = file.text().as_bytes().get(..LOOKED_AT).unwrap_or(file.text().as_bytes());
    let names = |form: &[u8]| begins.windows(form.len()).any(|part| part == form);
    file.xml_root() == Some("model") && (names(b"opengroup.org/xsd/archimate") || names(b"archimatetool.com/archimate"))
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut draft = MapDraft::new(context, SameNames::Several);
    let mut model = ArchiModel::default();
    for file in files {
        let root = xml(file, context)?;
        let read = if root.prefix == "archimate" || root.child("folder").is_some() {
            native::read(file, &root)
        } else {
            exchange::read(file, &root)
        };
        draft.title(&read.title);
        let more = read.texts.len().saturating_sub(TEXTS);
        for text in read.texts.iter().take(TEXTS) {
            draft.remark(file.line(root.line), RemarkSort::Noted, format!("a text on a view: {text}"));
        }
        if more > 0 {
            draft.remark(file.line(root.line), RemarkSort::Noted, format!("{more} more texts on views"));
        }
        if read.views > 0 {
            let one = "view has no place here: it is a drawing of the model";
            let says = counted(read.views, one, "views have no place here: they are drawings of the model");
            draft.remark(file.line(root.line), RemarkSort::Noted, says);
        }
        model.elements.extend(read.model.elements);
        model.relations.extend(read.model.relations);
    }
    model.take(&mut draft)?;
    draft.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::tests::samples::{
        arrow, arrows, error_of, labels, map_of, map_of_text, remarks, survives_damage, thing,
    };
    use crate::record::{Delay, Kind};

    const HAND: &[u8] = include_bytes!("../../tests/fixtures/import/hand-archimate-exchange.xml");
    const EXCHANGE: &[u8] = include_bytes!("../../tests/fixtures/import/pyArchimate-2.0.0-exchange.xml");
    const NATIVE: &[u8] = include_bytes!("../../tests/fixtures/import/pyArchimate-2.0.0-native.archimate");

    #[test]
    fn the_exchange_form_comes_in_with_its_signs() {
        let map = map_of("archimate", &[("calder.xml", HAND)]);
        assert_eq!(map.title.as_deref(), Some("Calder AI map"));
        assert_eq!(labels(&map), ["Service bot", "Queue pressure", "Customer trust", "Claims history", "Claims"]);
        assert_eq!(
            arrows(&map),
            [
                "Service bot affects- Queue pressure",
                "Queue pressure affects Customer trust",
                "Service bot needs Claims history",
                "Service bot affects Customer trust",
                "Claims owns Service bot",
            ]
        );
        let bot = thing(&map, "Service bot");
        assert_eq!(
            (bot.kind, bot.sort.as_deref(), bot.other_names.as_slice()),
            (Kind::Resource, Some("Application component"), &["Dienstbot".to_owned()][..])
        );
        assert_eq!(bot.about.as_deref().map(|about| about.contains("answers claims questions")), Some(true));
        assert_eq!(arrow(&map, "Service bot", "Queue pressure").note.as_deref(), Some("relieves"));
        let asked = remarks(&map, RemarkSort::Asked);
        assert!(
            asked.iter().any(|said| said.contains("Queue pressure to Customer trust says more and another says less")),
            "the junction gives another sign: {asked:?}"
        );
        assert!(
            asked.iter().any(|said| said.contains("Service bot has a relation (association) to Customer trust")),
            "{asked:?}"
        );
        assert_eq!(
            remarks(&map, RemarkSort::LeftOut),
            ["calder.xml, line 16: this relation (Association) ends at another relation, which has no place here"]
        );
        let noted = remarks(&map, RemarkSort::Noted);
        assert!(noted.contains(&"calder.xml, line 2: a text on a view: said in the workshop".to_owned()), "{noted:?}");
        assert!(noted.iter().any(|said| said.contains("1 view has no place here")), "{noted:?}");
    }

    #[test]
    fn one_model_is_the_same_map_in_both_forms() {
        let (exchange, native) = (map_of("archimate", &[("a", EXCHANGE)]), map_of("archimate", &[("a", NATIVE)]));
        let expected = [
            "Service bot affects- Queue pressure",
            "Queue pressure affects++ Customer trust",
            "Service bot needs Claims history",
            "Service bot feeds Claims history",
            "Claims team affects Service bot",
            "Roll-out affects Customer trust",
            "Claims owns Service bot",
        ];
        assert_eq!(arrows(&exchange), expected);
        assert_eq!(arrows(&native), expected);
        let (mut one, mut other) = (labels(&exchange), labels(&native));
        one.sort_unstable();
        other.sort_unstable();
        assert_eq!(one, other);
        assert_eq!(one.len(), 7, "six elements, and the unit that a property names");
        for map in [exchange, native] {
            assert_eq!(arrow(&map, "Service bot", "Queue pressure").delay, Some(Delay::Days(14)));
            let asked = remarks(&map, RemarkSort::Asked);
            assert!(
                asked.iter().any(|said| said.ends_with("Claims team and Roll-out are linked without a direction")),
                "{asked:?}"
            );
        }
    }

    const FOLDERS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<archimate:model xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:archimate="http://www.archimatetool.com/archimate" name="M" id="m" version="5.0.0">
  <folder name="Business" id="f" type="business"><folder name="Claims" id="g">
    <element xsi:type="archimate:BusinessActor" id="a" name="Desk"/>
    <element xsi:type="archimate:Junction" id="j1"/><element xsi:type="archimate:Junction" id="j2" type="or"/>
    <element xsi:type="archimate:Driver" id="d" name="Load"/><element xsi:type="archimate:Driver" id="e" name="Delay"/>
    <element xsi:type="archimate:Grouping" id="gr" name="Pilot"/><element xsi:type="archimate:WorkPackage" id="w" name="Bot" profiles="p"/>
    <element xsi:type="archimate:Driver" id="n"/>
  </folder></folder>
  <folder name="Relations" id="r" type="relations">
    <element xsi:type="archimate:InfluenceRelationship" id="r1" source="w" target="j1" strength="-"/>
    <element xsi:type="archimate:InfluenceRelationship" id="r2" source="j1" target="j2"/>
    <element xsi:type="archimate:InfluenceRelationship" id="r3" source="j2" target="d" strength="+"/>
    <element xsi:type="archimate:InfluenceRelationship" id="r4" source="j2" target="e" strength="--"/>
    <element xsi:type="archimate:InfluenceRelationship" id="r5" source="j2" target="j1"/>
    <element xsi:type="archimate:AggregationRelationship" id="r6" source="gr" target="w"/>
    <element xsi:type="archimate:AssignmentRelationship" id="r7" source="a" target="w"/>
    <element xsi:type="archimate:AccessRelationship" id="r8" source="w" target="d"/>
    <element xsi:type="archimate:ServingRelationship" id="r9" source="w" target="gone"/>
    <element xsi:type="archimate:CompositionRelationship" id="r10" source="a" target="d"/>
    <element xsi:type="archimate:RealizationRelationship" id="r11" source="w" target="e"/>
  </folder>
  <folder name="Views" id="v" type="diagrams"><element xsi:type="archimate:ArchimateDiagramModel" name="V" id="v1">
    <child xsi:type="archimate:Note" id="n1"><content>who decides?</content></child></element></folder>
  <profile name="AI pilot" id="p" conceptType="WorkPackage"/>
</archimate:model>"#;

    #[test]
    fn junctions_are_passed_through_and_folders_mark_things() {
        let map = map_of_text("archimate", FOLDERS);
        assert_eq!(labels(&map), ["Desk", "Load", "Delay", "Bot", "(no name 1)"], "a grouping is no thing of its own");
        assert_eq!(
            arrows(&map),
            [
                "Bot affects- Load",
                "Bot affects+ Delay",
                "Desk feeds Bot",
                "Bot feeds Load",
                "Load in Desk",
                "Bot aims Delay",
            ]
        );
        assert_eq!(thing(&map, "Bot").tags, ["Claims", "AI pilot", "Pilot"]);
        assert_eq!(thing(&map, "Bot").kind, Kind::Initiative);
        let left_out = remarks(&map, RemarkSort::LeftOut);
        assert_eq!(
            left_out,
            ["a.txt, line 19: no element has the id gone, an end of this relation (Serving)"],
            "{left_out:?}"
        );
        assert!(remarks(&map, RemarkSort::Noted).iter().any(|said| said.ends_with("a text on a view: who decides?")));
    }

    #[test]
    fn a_file_that_is_cut_off_is_said() {
        let cut = FOLDERS.split_at(900).0;
        assert!(error_of(cut).contains("line"), "{}", error_of(cut));
        survives_damage(HAND);
        survives_damage(FOLDERS.as_bytes());
    }
}
