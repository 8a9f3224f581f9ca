use std::collections::HashMap;
use std::sync::LazyLock;

use crate::import::mapping::ColumnRole;
use crate::import::mapping::ColumnRole::{
    About, Affects, Aims, Delay, FedBy, Feeds, From, Id, Name, Needs, Note, OtherName, PartOf, Person, Relation, Sign,
    Sort, Started, Status, Strength, Tag, To, Unit, Vendor,
};
use crate::import::words::owner_headings::name_owners;
use crate::import::words::word_list::is_listed;

/// What headings of lists say that their columns hold, in English, German, Dutch and French. Of a role that only one
/// column can have, the word that stands first here counts.
const LISTS: &[(ColumnRole, &str)] = &[
    (
        Id,
        "id, use case id, usecase id, system id, project id, inventory id, record id, unique id, identifier, \
         reference number, reference, ref, kennung, kenmerk, identifiant, nr, no, nummer, number, numéro",
    ),
    (
        Name,
        "use case name, name of use case, use case title, ai use case name, use case, ai use case, initiative name, \
         initiative, project name, project title, project, name of initiative, title, name, label, anwendungsfall, \
         bezeichnung, vorhaben, projektname, projekt, titel, naam, naam algoritme, toepassing, initiatief, \
         cas d usage, nom, nom du projet, intitulé, projet, tool name, title of tool, name of tool, algorithm name, algorithm, \
         algoritme, ai system, ki system, ki anwendung, model name, solution, lösung, application name, application, \
         anwendung, product name, product, system name, change, idea, element, thing, item",
    ),
    (
        OtherName,
        "alias, aliases, other name, other names, also known as, aka, short name, acronym, kurzname, kürzel, \
         synonym, synonyms, synoniem, alternative name, former name, previous name",
    ),
    (Sort, "type, kind, sort, element type, typ, art, soort, type of thing, entity type"),
    (
        Unit,
        "unit, business unit, owning unit, responsible unit, department, dept, owning team, team, office, bureau, \
         bureau component, component, division, directorate, agency, agency name, organisation, organization, ministry, publishing body, \
         business owner, owner, owned by, abteilung, fachbereich, bereich, referat, organisationseinheit, \
         verantwortliche stelle, behörde, afdeling, organisatie, directie, eigenaar, direction, département, \
         organisme, propriétaire, eigentümer, responsible, accountable, verantwortlich, zuständig, verantwoordelijk, \
         responsable, lead department, company, function",
    ),
    (
        Person,
        "person, contact, contact name, contact person, contact email, contact e mail, email, e mail, mail, owner name, \
         owner email, name of owner, responsible person, point of contact, poc, product owner, project manager, \
         project lead, sponsor, executive sponsor, lead, manager, ansprechpartner, ansprechpartnerin, \
         ansprechperson, kontakt, kontaktperson, projektleitung, projektleiter, verantwortliche person, \
         verantwortlicher, contactpersoon, contactgegevens, projectleider, verantwoordelijke, personne de contact, \
         chef de projet, contacts, author, submitted by",
    ),
    (
        Status,
        "stage of development, development stage, dev stage, status, state, stage, phase, life cycle stage, lifecycle stage, \
         lifecycle, life cycle, project status, implementation status, maturity, zustand, statut, état, étape, fase, \
         stadium, projektstatus, levensfase",
    ),
    (
        Started,
        "started, start date, start, started on, begin, begin date, begins, date started, go live, go live date, \
         live since, since, in use since, date implemented, implementation date, deployment date, date deployed, \
         launch date, launched, launch, planned start, date, beginn, startdatum, startet, start am, in betrieb seit, \
         seit, datum, einführung, begindatum, gestart, ingebruikname, sinds, date de début, début, \
         date de mise en service, depuis, from, von, ab, van, vanaf, year, jahr, jaar, année, date initiated",
    ),
    (
        About,
        "description, short description, summary, about, notes, note, comments, comment, remarks, details, benefit, \
         benefits, expected benefits, expected benefit, outputs, output, problem, problem statement, impact, risks, \
         risk, beschreibung, kurzbeschreibung, zusammenfassung, bemerkung, bemerkungen, anmerkung, anmerkungen, \
         nutzen, erwarteter nutzen, problemstellung, omschrijving, korte omschrijving, beschrijving, samenvatting, \
         toelichting, opmerking, opmerkingen, voordelen, baten, résumé, commentaire, commentaires, bénéfices, \
         avantages, long name",
    ),
    (
        Tag,
        "tags, tag, category, topic, topic area, use case topic area, topic, theme, domain, keywords, kategorie, thema, \
         schlagworte, schlagwörter, stichworte, categorie, trefwoorden, catégorie, thème, mots clés, technology, \
         techniques, technique, ai classification, policy area, technologie",
    ),
    (
        Needs,
        "needs, depends on, dependency, dependencies, requires, requirements, prerequisites, uses, system, systems, \
         system name, system names, systems name, it system, it systems, source systems, data, dataset, datasets, \
         data set, data sets, data source, data sources, data used, uses data from, uses data of, input data, input, inputs, training data, resources, \
         resource, platform, platforms, benötigt, braucht, abhängigkeiten, abhängig von, voraussetzungen, daten, \
         datenquelle, datenquellen, datengrundlage, systeme, plattform, nodig, heeft nodig, afhankelijk van, \
         afhankelijkheden, gegevens, databron, databronnen, bronnen, systemen, besoins, dépend de, dépendances, \
         données, sources de données, système, systèmes",
    ),
    (FedBy, "fed by, receives from, input from, gets data from, erhält von, krijgt van, alimenté par"),
    (
        Feeds,
        "feeds, provides, supplies, used by, consumed by, consumers, output to, outputs to, downstream, liefert an, \
         liefert, genutzt von, levert aan, levert, gebruikt door, alimente, utilisé par",
    ),
    (
        Affects,
        "affects, affected, impacts, impacts on, impact on, effects, effects on, effect on, influences, changes, leads to, \
         wirkt auf, beeinflusst, betrifft, verändert, auswirkungen auf, beïnvloedt, heeft invloed op, raakt, affecte, \
         influence, agit sur, impacte",
    ),
    (
        Vendor,
        "vendor, vendors, vendor name, vendors name, vendor names, supplier, suppliers, provider, manufacturer, \
         contractor, anbieter, hersteller, lieferant, lieferanten, dienstleister, leverancier, leveranciers, \
         fournisseur, fournisseurs, éditeur, prestataire",
    ),
    (
        Aims,
        "goal, goals, aim, aims, objective, objectives, purpose, target, targets, strategic goal, intended outcome, \
         kpi, kpis, ziel, ziele, zielsetzung, zweck, doel, doelen, doelstelling, doelstellingen, objectif, \
         objectifs, but, finalité",
    ),
    (
        PartOf,
        "part of, belongs to, parent, programme, program, portfolio, workstream, programm, teil von, gehört zu, \
         onderdeel van, programma, fait partie de",
    ),
];

/// What headings of tables of arrows say.
const ARROWS: &[(ColumnRole, &str)] = &[
    (
        From,
        "from, source, cause, from thing, from element, start, source name, von, quelle, ursache, van, bron, \
         oorzaak, de, origine, source label, from label",
    ),
    (
        To,
        "to, target, effect, to thing, to element, end, target name, nach, zu, an, ziel, wirkung, naar, doel, \
         gevolg, à, vers, cible, effet, target label, to label",
    ),
    (Id, "id, arrow id, edge id, connection id, link id"),
    (
        Sign,
        "sign, polarity, direction of effect, effect direction, more or less, plus minus, effect, impact, influence, \
         vorzeichen, polarität, richtung, wirkung, teken, polariteit, effet, signe, polarité",
    ),
    (Relation, "relation, relationship, type, connection type, link type, kind, beziehung, art, relatie, soort, verb"),
    (Strength, "strength, weight, stärke, gewicht, sterkte, force, poids"),
    (Delay, "delay, lag, time lag, verzögerung, vertraging, délai, retard"),
    (
        Note,
        "note, notes, label, description, comment, comments, rationale, why, because, reason, beschreibung, \
         bemerkung, begründung, omschrijving, toelichting, commentaire, explication",
    ),
];

/// Headings of columns of units, those of the widest first.
const BREADTHS: [&str; 5] = [
    "organisation, organization, company, ministry, publishing body, organisatie, organisme, entity, group",
    "department, dept, ministerium, ministerie, ministère, département",
    "agency, agency name, behörde, dienststelle",
    "bureau, bureau component, agency bureau, component, division, directorate, directie, direction, business unit, \
     fachbereich, bereich, function",
    "office, team, unit, abteilung, referat, afdeling, service, owning team",
];

/// Headings that say what sort of thing a row is; where no heading says that its column holds names, such a column does.
const SUBJECTS: &str = "system, systems, ai system, it system, system name, tool, tools, ai tool, application, app, \
     software, model, ai model, bot, agent, ai agent, assistant, algorithm, solution, product, service, platform, asset, \
     anwendung, lösung, werkzeug, toepassing, algoritme, outil, solution ia, système, système d ia";

/// Headings of columns of ids that may only count the rows.
const COUNTERS: &str = "nr, no, nummer, number, numéro";

/// Returns a heading as words: in lower case, without marks and underscores, and without the number of a question before
/// it.
pub(super) fn words_of(heading: &str) -> String {
    let lower = heading.to_lowercase().replace("(s)", "s");
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let first = words.iter().position(|word| !is_number(word)).unwrap_or_default();
    words.get(first..).unwrap_or_default().join(" ")
}

/// Returns the roles that a column of a list can have by its heading, with the rank of the word for each: the lower the
/// surer. A heading in two rows is asked for as a whole, then for its last part.
pub(super) fn roles_of(heading: &str) -> Vec<(ColumnRole, usize)> {
    ranked(&OF_LISTS, heading)
}

/// Returns the roles that a column of a table of arrows can have by its heading.
pub(super) fn arrow_roles_of(heading: &str) -> Vec<(ColumnRole, usize)> {
    ranked(&OF_ARROWS, heading)
}

/// Whether a column with this heading may name units or people.
pub(super) fn names_units_or_people(heading: &str) -> bool {
    name_owners(&words_of(heading))
}

/// Whether a heading says what sort of thing each row is.
pub(super) fn says_subject(heading: &str) -> bool {
    is_listed(SUBJECTS, &words_of(heading))
}

/// Whether a column of ids with this heading may only count the rows.
pub(super) fn may_count_rows(heading: &str) -> bool {
    is_listed(COUNTERS, &words_of(heading))
}

/// Returns how wide the units are that a column with this heading names; 0 where the heading does not tell.
pub(super) fn breadth_of(heading: &str) -> usize {
    let words = words_of(heading);
    BREADTHS.iter().rev().position(|listed| is_listed(listed, &words)).map_or(0, |rank| rank + 1)
}

/// The roles that a heading may have, each with the rank of the word, by what the heading says: a table may have very many
/// headings.
type RolesByWords = HashMap<&'static str, Vec<(ColumnRole, usize)>>;

static OF_LISTS: LazyLock<RolesByWords> = LazyLock::new(|| by_words(LISTS));
static OF_ARROWS: LazyLock<RolesByWords> = LazyLock::new(|| by_words(ARROWS));

fn by_words(lists: &[(ColumnRole, &'static str)]) -> RolesByWords {
    let mut roles = RolesByWords::new();
    for (role, list) in lists {
        for (rank, words) in list.split(", ").enumerate() {
            let known = roles.entry(words).or_default();
            if known.iter().all(|(other, _)| other != role) {
                known.push((*role, rank));
            }
        }
    }
    roles
}

fn ranked(roles: &RolesByWords, heading: &str) -> Vec<(ColumnRole, usize)> {
    let of = |words: &str| roles.get(words).cloned().unwrap_or_default();
    let whole = of(&words_of(heading));
    if !whole.is_empty() {
        return whole;
    }
    let last = heading.rsplit(" / ").next().unwrap_or_default();
    let without_brackets = heading.split(['(', '[']).next().unwrap_or_default();
    let by_last = of(&words_of(last));
    if by_last.is_empty() { of(&words_of(without_brackets)) } else { by_last }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(heading: &str) -> Option<ColumnRole> {
        roles_of(heading).first().map(|(role, _)| *role)
    }

    #[test]
    fn headings_are_read_in_four_languages_with_marks_and_in_two_rows() {
        for (heading, role) in [
            ("Use_Case_ID", Id),
            ("Bezeichnung", Name),
            ("Naam", Name),
            ("Intitulé", Name),
            ("Abteilung", Unit),
            ("Afdeling", Unit),
            ("E-Mail", Person),
            ("Development_Stage", Status),
            ("Phase", Status),
            ("Start date", Started),
            ("Begindatum", Started),
            ("Kurzbeschreibung", About),
            ("Erwarteter Nutzen", About),
            ("System(s) Name", Needs),
            ("Datenquellen", Needs),
            ("Fournisseur", Vendor),
            ("Ziel", Aims),
            ("Goal(s)", Aims),
            ("Part of", PartOf),
            ("Dates / Start", Started),
            ("Owner (unit)", Unit),
        ] {
            let found = first(heading);
            assert_eq!(found, Some(role), "{heading}: {:?}", words_of(heading));
        }
        assert_eq!(first("Is the AI use case high-impact?"), None);
        assert_eq!(first(""), None);
    }
}
