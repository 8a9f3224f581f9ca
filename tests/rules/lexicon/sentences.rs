//! Sentences of five languages, and how each is read.

use adjacent::capture::{self, Context, Form, Heard, Lexicon, Reading};
use adjacent::graph::Ledger;
use adjacent::record::{Claim, Delay, Fact, Mode, Relation, Session, Sign};

use crate::session::header;
use crate::talk::opening;

const GERMAN: [(&str, &str); 35] = [
    ("Der Antragsbot senkt die Zahl der Anrufe um 30 %.", "Antragsbot -> Zahl der Anrufe --"),
    ("Weniger Schulung führt zu mehr Fehlbuchungen.", "Schulung -> Fehlbuchungen -"),
    (
        "Wenn die Überstunden steigen, steigt nach etwa sechs Wochen auch der Krankenstand.",
        "Überstunden -> Krankenstand + 42d",
    ),
    ("Sobald die Krankmeldungen zunehmen, nehmen die Beschwerden zu.", "Krankmeldungen -> Beschwerden +"),
    ("Je mehr Ausnahmen, desto langsamer die Freigabe.", "Ausnahmen -> Freigabe -"),
    ("Das Lastmodell hängt vom Wetterdienst ab", "Lastmodell needs Wetterdienst"),
    ("Der Sortierroboter kann ohne Barcodes nicht arbeiten.", "Sortierroboter needs Barcodes"),
    ("Für den Antragsbot ist Referat 4 zuständig.", "Referat 4 owns Antragsbot"),
    ("Die Schadenkartei wird vom Innendienst betreut.", "Innendienst owns Schadenkartei"),
    ("Die Leerstände werden durch hohe Mieten verursacht", "hohe Mieten -> Leerstände +"),
    ("Der Prüfbot baut auf der Vorprüfung auf", "Prüfbot builds Vorprüfung"),
    ("Der Museumsguide soll die Wartezeit an der Kasse senken", "Museumsguide aims Wartezeit an der Kasse -"),
    ("Vermutlich erhöht die Vorprüfung die Ablehnungen.", "Vorprüfung -> Ablehnungen + guess"),
    ("Der Melkroboter könnte den Tierarztbedarf erhöhen", "Melkroboter -> Tierarztbedarf + guess"),
    ("Im Frühjahr haben wir gemessen, dass der Roboter die Rüstzeit verkürzt", "Roboter -> Rüstzeit - seen"),
    ("Innerhalb eines Jahres führt weniger Ausbildung zu mehr Nacharbeit", "Ausbildung -> Nacharbeit - 365d"),
    ("Der Bot hat die Zahl der Anrufe deutlich gesenkt", "Bot -> Zahl der Anrufe --"),
    ("Mehr Rückstände wegen weniger Personal", "Personal -> Rückstände -"),
    ("Die neue Beschilderung ändert nichts an den Laufwegen", "neue Beschilderung -> Laufwegen ="),
    ("Mit dem neuen Portal gehen die Anrufe zurück", "offered: neuen Portal -> Anrufe -"),
    ("Der Bettenplaner senkt die Überstunden nicht", "offered: Bettenplaner -> Überstunden ="),
    ("Die Terminausfälle sind seit Mai um 20 % gesunken", "offered: saw"),
    ("Niemand kümmert sich um die Etikettenvorlagen", "offered: ask"),
    ("Wenn die Kasse spinnt, rufen alle bei mir an", "text"),
    ("Das Vertrauen in die Prognose ist im Moment gering", "text"),
    ("Die Hälfte der Leute liest das gar nicht", "text"),
    ("Der Bot hilft, die Wartezeit zu senken", "Bot -> Wartezeit -"),
    ("Wenn die Kosten steigen sinkt die Nachfrage", "Kosten -> Nachfrage -"),
    ("Durch weniger Personal mehr Fehler", "offered: Personal -> Fehler -"),
    ("Die App beschleunigt die Anmeldung, erhöht aber die Rückfragen.", "App -> Anmeldung +; App -> Rückfragen +"),
    ("Der Fahrer bringt Pakete", "offered: Fahrer -> Pakete +"),
    ("Der Bot braucht keine Historie mehr", "text"),
    ("Weniger Personal fuehrt zu laengeren Wartezeiten", "Personal -> Wartezeiten -"),
    ("Das Lager erhöht klärt Eilbestellungen", "text"),
    ("verbesserte Abläufe -> weniger Fehler", "verbesserte Abläufe -> Fehler -"),
];

const FRENCH: [(&str, &str); 29] = [
    ("Le robot conversationnel réduit les courriers de 25 %.", "robot conversationnel -> courriers --"),
    ("Moins de formation entraîne davantage d'erreurs de saisie.", "formation -> erreurs de saisie -"),
    (
        "Si les files d'attente augmentent, les plaintes augmentent au bout d'un mois.",
        "files d'attente -> plaintes + 30d",
    ),
    ("Plus il y a d'exceptions, plus la validation est lente.", "exceptions -> validation -"),
    ("Le modèle de charge dépend des relevés de compteurs", "modèle de charge needs relevés de compteurs"),
    ("L'audioguide nécessite les droits d'image", "audioguide needs droits d'image"),
    ("Le trieur ne peut pas fonctionner sans codes-barres.", "trieur needs codes-barres"),
    ("Le service des bourses est responsable de l'assistant", "service des bourses owns assistant"),
    ("Le planning appartient à la direction des soins", "direction des soins owns planning"),
    ("Les logements vides sont causés par des loyers élevés", "loyers élevés -> logements vides +"),
    ("Le guide du musée doit réduire l'attente à la caisse", "guide du musée aims attente à la caisse -"),
    ("Il se peut que le tri automatique augmente les refus.", "tri automatique -> refus + guess"),
    ("Le robot de traite pourrait augmenter les frais vétérinaires", "robot de traite -> frais vétérinaires + guess"),
    ("Le robot a fortement réduit le nombre d'appels", "robot -> nombre d'appels --"),
    ("Le bot rend les réponses plus courtes", "bot -> réponses -"),
    ("Dès que le robot démarre, les heures supplémentaires baissent", "robot -> heures supplémentaires -"),
    ("plus de commandes urgentes à cause de stocks plus petits", "stocks -> commandes urgentes -"),
    ("Le tri ne change rien aux délais", "tri -> délais ="),
    (
        "planificateur -> notes plus rapides, moins de trajets à vide",
        "planificateur -> notes +; planificateur -> trajets à vide -",
    ),
    ("plus de retards à cause du manque de personnel", "offered: manque de personnel -> retards +"),
    ("Plus de magasins, plus de pertes", "offered: magasins -> pertes +"),
    ("Le planificateur ne réduit pas les heures supplémentaires", "offered: planificateur -> heures supplémentaires ="),
    ("Les rendez-vous manqués ont baissé de 20 % depuis mai", "offered: saw"),
    ("Personne ne s'occupe des modèles d'étiquettes", "offered: ask"),
    ("Quand la caisse plante, tout le monde m'appelle", "text"),
    ("La confiance dans les prévisions est faible", "text"),
    ("Avec le nouveau portail, les appels diminuent", "offered: nouveau portail -> appels -"),
    ("rappels -> 15 % de rendez-vous manqués en moins", "rappels -> rendez-vous manqués -"),
    ("Le robot permet de réduire l'attente", "robot -> attente -"),
];

const SPANISH: [(&str, &str); 30] = [
    ("El bot de créditos reduce las visitas a la oficina en un 40 %.", "bot de créditos -> visitas a la oficina --"),
    ("Más alertas falsas llevan a menos confianza del equipo.", "alertas falsas -> confianza del equipo -"),
    (
        "Si suben las colas en el puerto, unas dos semanas después suben las multas.",
        "colas en el puerto -> multas + 14d",
    ),
    ("Cuantos más permisos, más lenta la obra.", "permisos -> obra -"),
    ("El modelo de grúas depende del parte meteorológico", "modelo de grúas needs parte meteorológico"),
    ("El asistente vive de correos antiguos", "asistente needs correos antiguos"),
    ("El clasificador no puede funcionar sin códigos de barras.", "clasificador needs códigos de barras"),
    ("Riesgos es responsable del detector de fraude", "Riesgos owns detector de fraude"),
    ("El archivo de siniestros es gestionado por administración.", "administración owns archivo de siniestros"),
    ("La lista la lleva Compras", "Compras owns lista"),
    ("Las viviendas vacías son causadas por alquileres altos", "alquileres altos -> viviendas vacías +"),
    ("La guía del museo debe reducir la cola en taquilla", "guía del museo aims cola en taquilla -"),
    ("Quizás el chat aumenta las llamadas nocturnas.", "chat -> llamadas nocturnas + guess"),
    (
        "El robot de ordeño podría aumentar los gastos de veterinario",
        "robot de ordeño -> gastos de veterinario + guess",
    ),
    ("En primavera medimos que el robot reduce el tiempo de ajuste", "robot -> tiempo de ajuste - seen"),
    ("El bot hace más cortas las respuestas", "bot -> respuestas -"),
    ("Los préstamos caen cuando suben las multas.", "multas -> préstamos -"),
    ("más pedidos urgentes por culpa de menos almacén", "almacén -> pedidos urgentes -"),
    ("La nueva señalización no tiene ningún efecto en los recorridos", "nueva señalización -> recorridos ="),
    ("Debido a menos personal, subieron los errores de registro", "offered: personal -> errores de registro -"),
    ("El planificador no reduce las horas extra", "offered: planificador -> horas extra ="),
    ("Las citas perdidas han bajado un 20 % desde mayo", "offered: saw"),
    ("Nadie se encarga de las plantillas de etiquetas", "offered: ask"),
    ("Cuando la caja se cuelga, todos me llaman a mí", "text"),
    ("El error está en la tabla de marzo", "text"),
    ("La gente llama porque no entiende la carta", "text"),
    ("El ruido es causado sobre todo por las clases grandes.", "clases grandes -> ruido +"),
    ("Ningún servicio gestiona las tabletas.", "text"),
    ("más retrasos por falta de personal", "offered: personal -> retrasos -"),
    ("Cuanto más viejas las máquinas, más paradas", "text"),
];

const PORTUGUESE: [(&str, &str); 28] = [
    ("O assistente reduz as ligações em 30%.", "assistente -> ligações --"),
    ("Menos treinamento leva a mais erros de digitação.", "treinamento -> erros de digitação -"),
    ("Se a tarifa sobe, dois meses depois sobem as ligações.", "tarifa -> ligações + 60d"),
    ("Quando o prazo aumentar, as ligações vão subir", "prazo -> ligações +"),
    ("Quanto mais exceções, mais lenta a aprovação.", "exceções -> aprovação -"),
    ("O modelo de carga depende da previsão do tempo", "modelo de carga needs previsão do tempo"),
    ("O separador não funciona sem códigos de barras.", "separador needs códigos de barras"),
    ("O cadastro pertence à Receita", "Receita owns cadastro"),
    ("A farmácia é responsável pelo plano de medicação", "farmácia owns plano de medicação"),
    ("Os imóveis vazios são causados por aluguéis altos", "aluguéis altos -> imóveis vazios +"),
    ("O aplicativo alimenta o painel de rede", "aplicativo feeds painel de rede"),
    ("O guia do museu deve reduzir a fila na bilheteria", "guia do museu aims fila na bilheteria -"),
    ("Talvez a triagem aumente os recursos.", "triagem -> recursos + guess"),
    ("O robô de ordenha pode aumentar os gastos com veterinário", "robô de ordenha -> gastos com veterinário + guess"),
    ("A longo prazo, o assistente enfraquece o saber dos motoristas", "assistente -> saber dos motoristas - later"),
    ("O bot torna as respostas mais curtas", "bot -> respostas -"),
    ("As aprovações ficam mais lentas quando as exceções aumentam", "exceções -> aprovações -"),
    ("mais atrasos por causa de menos fiscais", "fiscais -> atrasos -"),
    ("A nova sinalização não tem nenhum efeito sobre os trajetos", "nova sinalização -> trajetos ="),
    (
        "O guia do museu precisa da base de objetos e dos direitos de imagem",
        "offered: guia do museu needs base de objetos; guia do museu needs direitos de imagem",
    ),
    ("O planejador não reduz as horas extras", "offered: planejador -> horas extras ="),
    ("As consultas perdidas caíram 20% desde maio", "offered: saw"),
    ("Ninguém cuida dos modelos de etiqueta", "offered: ask"),
    ("Quando o caixa trava, todo mundo me liga", "text"),
    ("O clima no estoque não está bom agora", "text"),
    ("As pessoas ligam porque não entendem a carta", "text"),
    ("O app acelera a matrícula, mas aumenta as dúvidas.", "app -> matrícula +; app -> dúvidas +"),
    ("O bot nao reduz os erros", "offered: bot -> erros ="),
];

const DUTCH: [(&str, &str); 29] = [
    ("De chatbot verlaagt het aantal telefoontjes met 30%.", "chatbot -> aantal telefoontjes --"),
    ("Minder training leidt tot meer invoerfouten.", "training -> invoerfouten -"),
    (
        "Als het overwerk stijgt, stijgt het ziekteverzuim ook, na ongeveer zes weken.",
        "overwerk -> ziekteverzuim + 42d",
    ),
    (
        "Zodra de ziekmeldingen toenemen, nemen twee weken later de klachten van familie toe.",
        "ziekmeldingen -> klachten van familie + 14d",
    ),
    ("Hoe meer uitzonderingen, hoe trager de goedkeuring.", "uitzonderingen -> snelheid van goedkeuring -"),
    ("Het belastingmodel is afhankelijk van de weerdienst", "belastingmodel needs weerdienst"),
    ("De tutor heeft het vakkenregister nodig", "tutor needs vakkenregister"),
    ("De sorteerrobot kan niet werken zonder barcodes.", "sorteerrobot needs barcodes"),
    ("Voor het rooster is Planning verantwoordelijk", "Planning owns rooster"),
    ("Het schadedossier wordt beheerd door de binnendienst.", "binnendienst owns schadedossier"),
    ("De afkeuringen worden veroorzaakt door oude tarieven", "oude tarieven -> afkeuringen +"),
    ("De museumgids moet de wachttijd bij de kassa verkorten", "museumgids aims wachttijd bij de kassa -"),
    ("Misschien verhoogt de voorselectie het aantal afwijzingen.", "voorselectie -> aantal afwijzingen + guess"),
    ("Ik denk dat meer sjablonen tot minder vragen leiden.", "sjablonen -> vragen - guess"),
    ("De melkrobot zou de dierenartskosten kunnen verhogen", "melkrobot -> dierenartskosten + guess"),
    ("Binnen een jaar leidt minder opleiding tot meer herstelwerk", "opleiding -> herstelwerk - 365d"),
    ("De bot heeft het aantal telefoontjes flink verlaagd", "bot -> aantal telefoontjes --"),
    ("Meer achterstand door minder personeel", "personeel -> achterstand -"),
    ("De nieuwe bewegwijzering heeft geen effect op de looproutes", "nieuwe bewegwijzering -> looproutes ="),
    ("Door de daling van het aantal bezoekers stegen de ticketprijzen", "offered: aantal bezoekers -> ticketprijzen -"),
    ("De beddenplanner verlaagt de overuren niet", "offered: beddenplanner -> overuren ="),
    ("De gemiste afspraken zijn sinds mei met 20% gedaald", "offered: saw"),
    ("Niemand zorgt voor de etiketsjablonen", "text"),
    ("Als de kassa hapert, belt iedereen mij", "text"),
    ("Er zit nog veel in de pijplijn", "text"),
    ("Mensen bellen omdat ze de brief niet snappen", "text"),
    ("Als er meer telefoontjes zijn, daalt de tevredenheid", "telefoontjes -> tevredenheid -"),
    ("Inkoop zorgt voor de leverancierslijst", "offered: Inkoop -> leverancierslijst +"),
    ("De goedkeuringen worden trager als de uitzonderingen toenemen", "uitzonderingen -> snelheid van goedkeuringen -"),
];

/// Reads a line in a session of this language, with nothing said before.
fn read(code: &str, line: &str) -> Reading {
    let mut session = Session::new(header("here", "Here"));
    session.push(opening(Mode::Live, Vec::new()));
    let (ledger, heard, lexicon) = (Ledger::new(), Heard::default(), Lexicon::of(&[code], &[]));
    capture::read(line, &Context::new(&ledger, &session, &heard).in_languages(&lexicon))
}

/// Tells what a line became: its arrows, or those of the likeliest offer, or that it stays text.
fn told(reading: &Reading) -> String {
    if reading.form != Form::Text {
        return arrows(reading);
    }
    reading.offers.first().map_or_else(|| "text".to_owned(), |offer| format!("offered: {}", arrows(offer)))
}

fn arrows(reading: &Reading) -> String {
    let claims =
        reading.facts.iter().filter_map(|fact| if let Fact::Claimed(claim) = fact { Some(arrow(claim)) } else { None });
    let claims: Vec<String> = claims.collect();
    if claims.is_empty() { reading.form.name().to_owned() } else { claims.join("; ") }
}

fn arrow(claim: &Claim) -> String {
    let relation = if claim.kind == Relation::Affects { "->" } else { claim.kind.name() };
    let signed = matches!(claim.kind, Relation::Affects | Relation::Aims | Relation::Rewards);
    let sign = match claim.sign {
        _ if !signed => String::new(),
        Sign::Plus | Sign::Minus => format!(" {}", claim.sign.mark().to_string().repeat(claim.strength.marks().into())),
        sign => format!(" {}", sign.mark()),
    };
    let delay = match claim.delay {
        None => String::new(),
        Some(Delay::Days(days)) => format!(" {days}d"),
        Some(Delay::Later) => " later".to_owned(),
    };
    let basis = if claim.basis.name() == "told" { String::new() } else { format!(" {}", claim.basis.name()) };
    format!("{} {relation} {}{sign}{delay}{basis}", claim.from, claim.to)
}

fn reads(code: &str, sentences: &[(&str, &str)]) {
    let wrong: Vec<String> = sentences
        .iter()
        .map(|(line, expected)| (line, expected, told(&read(code, line))))
        .filter(|(_, expected, got)| **expected != got)
        .map(|(line, expected, got)| format!("{line}\n    {got}\n    instead of {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{code}:\n{}", wrong.join("\n"));
}

#[test]
fn german_is_read_as_it_is_said() {
    reads("de", &GERMAN);
}

#[test]
fn french_is_read_as_it_is_said() {
    reads("fr", &FRENCH);
}

#[test]
fn spanish_is_read_as_it_is_said() {
    reads("es", &SPANISH);
}

#[test]
fn portuguese_is_read_as_it_is_said() {
    reads("pt", &PORTUGUESE);
}

#[test]
fn dutch_is_read_as_it_is_said() {
    reads("nl", &DUTCH);
}

#[test]
fn a_line_in_another_language_of_the_session_is_read_in_that_language() {
    let (ledger, heard, lexicon) = (Ledger::new(), Heard::default(), Lexicon::of(&["de", "fr"], &[]));
    let mut session = Session::new(header("here", "Here"));
    session.push(opening(Mode::Live, Vec::new()));
    let context = Context::new(&ledger, &session, &heard).in_languages(&lexicon);
    for (line, expected) in [
        ("Der Tourenplaner senkt die Leerfahrten", "Tourenplaner -> Leerfahrten -"),
        ("Le planificateur réduit les trajets à vide", "planificateur -> trajets à vide -"),
        ("The route planner cuts empty runs", "route planner -> empty runs -"),
    ] {
        assert_eq!(told(&capture::read(line, &context)), expected, "{line}");
    }
}
