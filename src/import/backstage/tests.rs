use super::FORMAT;
use crate::import::imported::{ImportedMap, RemarkSort};
use crate::import::input::file::ImportedFile;
use crate::import::mapping::ImportMapping;
use crate::import::tests::sample_maps::{arrows, file, map, says};
use crate::record::{Kind, Status};

const HAND: &[u8] = include_bytes!("../../../tests/fixtures/import/hand-backstage-catalog-info.yaml");
const BACKEND: &[u8] = include_bytes!("../../../tests/fixtures/import/backstage-catalog-backend-4.0.5-relations.json");

fn of(texts: &[&str]) -> ImportedMap {
    let files: Vec<ImportedFile> =
        texts.iter().enumerate().map(|(at, text)| file(&format!("{at}.yaml"), text.as_bytes())).collect();
    map(&FORMAT, &files, &ImportMapping::default())
}

#[test]
fn a_catalogue_and_the_relations_of_its_backend_are_the_same_arrows() {
    let written = map(&FORMAT, &[file("catalog-info.yaml", HAND)], &ImportMapping::default());
    assert_eq!(
        arrows(&written),
        [
            "Churn model (AI) in customers",
            "Churn model (AI) in scoring",
            "Churn model (AI) needs Customer history",
            "Churn model (AI) needs service-bot",
            "crm needs Churn model (AI)",
            "customers in service",
            "data owns Customer history",
            "retention in service-division",
            "retention owns Churn model (AI)",
            "retention owns customers",
        ]
    );
    let churn = &written.things[0];
    assert_eq!(
        (churn.kind, churn.status, churn.sort.as_deref()),
        (Kind::Initiative, Some(Status::Pilot), Some("component: ai-model"))
    );
    assert_eq!(churn.tags, ["ai", "team:retention"]);
    assert_eq!(written.things.len(), 10);
    assert_eq!((written.people[0].name.as_str(), written.people[0].unit.as_deref()), ("mei", Some("retention")));

    let found = map(&FORMAT, &[file("relations.json", BACKEND)], &ImportMapping::default());
    assert_eq!((found.things.len(), found.arrows.len(), found.people.len()), (10, 10, 1));
    let keys = |map: &ImportedMap| {
        let mut keys: Vec<_> = map.arrows.iter().map(|arrow| (arrow.key.clone(), arrow.relation)).collect();
        keys.sort();
        keys
    };
    assert_eq!(keys(&written), keys(&found), "either end may tell an arrow, its key is the same");
}

#[test]
fn several_files_are_one_catalogue_and_locations_are_not_fetched() {
    let location = "apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: all}\nspec:\n  targets: [./1.yaml, https://calder.example/x.yaml, ../2.yaml]\n";
    let component = "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: Scores, namespace: Risk}\nspec: {type: service, lifecycle: sunset, owner: user:mei, dependsOn: [history, 'resource:log'], providesApis: [scores]}\n\
        ---\napiVersion: backstage.io/v1alpha1\nkind: Resource\nmetadata: {name: history, namespace: risk}\nspec: {type: database, owner: team-a}\n\
        ---\napiVersion: backstage.io/v1alpha1\nkind: User\nmetadata: {name: mei, namespace: risk}\nspec: {profile: {displayName: Mei Tan, email: mei@calder.example}, memberOf: [team-a]}\n\
        ---\napiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: t}\nspec: {type: service}\n\
        ---\napiVersion: v1\nkind: 3\n";
    let map = of(&[location, component]);
    assert_eq!(
        arrows(&map),
        [
            "Scores feeds scores (risk)",
            "Scores needs history",
            "Scores needs log",
            "team-a owns Scores",
            "team-a owns history",
        ]
    );
    assert_eq!(map.people.len(), 1);
    assert_eq!((map.people[0].name.as_str(), map.people[0].unit.as_deref()), ("Mei Tan", Some("team-a")));
    assert!(says(&map, RemarkSort::LeftOut, "https://calder.example/x.yaml is named here and not fetched"));
    assert!(says(&map, RemarkSort::LeftOut, "../2.yaml is named here"));
    assert!(!says(&map, RemarkSort::LeftOut, "./1.yaml is named here"));
    assert!(says(&map, RemarkSort::LeftOut, "1 template is left out"));
    assert!(says(&map, RemarkSort::LeftOut, "this is no entity"));
    assert!(says(&map, RemarkSort::Asked, "Scores has dependsOn history, which does not say"));
    assert!(says(&map, RemarkSort::Asked, "“sunset” is the status of 1 thing"));
    assert!(says(&map, RemarkSort::Noted, "Scores is owned by a person of team-a"));
    assert!(!map.remarks.iter().any(|remark| remark.says.to_lowercase().contains("mei")), "no name is said");
}

#[test]
fn entities_of_the_backend_state_each_arrow_once() {
    let text = r#"{"items": [
        {"apiVersion": "backstage.io/v1alpha1", "kind": "Component", "metadata": {"name": "bot", "tags": ["GenAI"]},
         "spec": {"type": "service", "lifecycle": "production", "owner": "claims", "system": "desk"},
         "relations": [{"type": "ownedBy", "targetRef": "group:default/claims"}, {"type": "partOf", "targetRef": "system:default/desk"},
                       {"type": "apiConsumedBy", "target": {"kind": "component", "namespace": "default", "name": "crm"}}, {"type": "promotes", "targetRef": "component:default/x"}]},
        {"apiVersion": "backstage.io/v1alpha1", "kind": "Group", "metadata": {"name": "claims"}, "spec": {"type": "team", "profile": {"displayName": "Claims team"}, "children": []},
         "relations": [{"type": "ownerOf", "targetRef": "component:default/bot"}, {"type": "hasMember", "targetRef": "user:default/mei"}]},
        {"apiVersion": "backstage.io/v1alpha1", "kind": "System", "metadata": {"name": "claims"}, "spec": {}}
    ], "totalItems": 3}"#;
    let map = of(&[text]);
    assert_eq!(arrows(&map), ["Claims team owns bot", "bot in desk", "crm needs bot"]);
    assert_eq!((map.things[0].kind, map.things[0].sort.as_deref()), (Kind::Initiative, Some("component: service, AI")));
    assert!(says(&map, RemarkSort::LeftOut, "the relation promotes"));
    assert_eq!(map.things.iter().filter(|thing| thing.label.to_lowercase().starts_with("claims")).count(), 2);
}

#[test]
fn what_our_own_export_noted_comes_back() {
    let map = of(&[
        "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: bot\n  title: \"Service bot\"\n  annotations:\n    adjacent/kind: \"Process\"\n    adjacent/status: \"idea\"\n    adjacent/state: \"idea; scarce; from 2026-11-20\"\nspec:\n  type: initiative\n  lifecycle: unknown\n  owner: unknown\n---\napiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: other}\nspec: {owner: Unowned, lifecycle: unknown}\n",
    ]);
    let bot = &map.things[0];
    assert_eq!(
        (bot.kind, bot.status, bot.sort.as_deref(), bot.scarce),
        (Kind::Process, Some(Status::Idea), None, true)
    );
    assert!(bot.started.is_some());
    assert!(map.arrows.is_empty() && map.remarks.is_empty() && map.things.len() == 2);
}
