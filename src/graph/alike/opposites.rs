//! Words that mean the opposite of each other, by which two names with the same other words are two things.

use std::collections::BTreeMap;

use super::tongue::Tongue;

/// The minimum length of what a prefix turns into its opposite, in bytes.
const SHORTEST: usize = 4;

const fn pairs(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::English => {
            "internal/external old/new short/long early/late positive/negative good/bad full/empty open/closed supply/demand \
             income/expense income/cost inflow/outflow start/end before/after day/night morning/evening morning/night \
             inbound/outbound upstream/downstream public/private local/global local/central manual/automatic \
             manual/automated paper/digital births/deaths birth/death men/women male/female young/old urban/rural fast/slow \
             import/export entry/exit hiring/firing planned/actual gain/loss profit/loss strong/weak rich/poor front/back \
             arrival/departure junior/senior primary/secondary minimum/maximum first/second first/last first/third \
             second/third north/south east/west summer/winter simple/complex revenue/cost easy/hard top/bottom \
             direct/indirect formal/informal in/out up/down"
        }
        Tongue::German => {
            "intern/extern interne/externe alt/neu alte/neue kurz/lang kurzfristig/langfristig früh/spät positiv/negativ \
             gut/schlecht offen/geschlossen angebot/nachfrage einnahmen/ausgaben zugang/abgang zugänge/abgänge anfang/ende \
             tag/nacht öffentlich/privat lokal/zentral manuell/automatisch papier/digital frauen/männer jung/alt \
             stadt/land einfuhr/ausfuhr import/export gewinn/verlust stark/schwach arm/reich nord/süd ost/west \
             sommer/winter einfach/komplex direkt/indirekt eingang/ausgang geburten/todesfälle"
        }
        Tongue::French => {
            "interne/externe ancien/nouveau anciens/nouveaux ancienne/nouvelle court/long positif/négatif bon/mauvais \
             ouvert/fermé offre/demande recettes/dépenses entrée/sortie début/fin jour/nuit matin/soir public/privé \
             local/central manuel/automatique papier/numérique femmes/hommes jeune/vieux ville/campagne gain/perte fort/faible \
             riche/pauvre nord/sud est/ouest été/hiver simple/complexe direct/indirect premier/second naissances/décès"
        }
        Tongue::Spanish => {
            "interno/externo antiguo/nuevo viejo/nuevo corto/largo positivo/negativo bueno/malo abierto/cerrado \
             oferta/demanda ingresos/gastos entrada/salida inicio/fin día/noche público/privado local/central \
             manual/automático papel/digital mujeres/hombres joven/viejo urbano/rural ganancia/pérdida fuerte/débil rico/pobre \
             norte/sur este/oeste verano/invierno simple/complejo directo/indirecto primero/segundo nacimientos/muertes"
        }
        Tongue::Portuguese => {
            "interno/externo antigo/novo velho/novo curto/longo positivo/negativo bom/mau aberto/fechado oferta/procura \
             receitas/despesas entrada/saída início/fim dia/noite público/privado local/central manual/automático \
             papel/digital mulheres/homens jovem/velho urbano/rural ganho/perda forte/fraco rico/pobre norte/sul leste/oeste \
             verão/inverno simples/complexo direto/indireto primeiro/segundo nascimentos/mortes"
        }
        Tongue::Dutch => {
            "intern/extern interne/externe oud/nieuw oude/nieuwe kort/lang korte/lange positief/negatief goed/slecht \
             open/gesloten vraag/aanbod inkomsten/uitgaven begin/einde dag/nacht openbaar/privé lokaal/centraal \
             handmatig/automatisch papier/digitaal vrouwen/mannen jong/oud stad/platteland winst/verlies sterk/zwak rijk/arm \
             noord/zuid oost/west zomer/winter eenvoudig/complex direct/indirect eerste/tweede geboorten/sterfte"
        }
    }
}

const fn prefixes(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::English => &["un", "in", "im", "dis", "non", "mis", "ir", "il"],
        Tongue::German => &["un", "nicht", "miss"],
        Tongue::French => &["in", "im", "non", "dés", "dis", "ir"],
        Tongue::Spanish | Tongue::Portuguese => &["in", "im", "des", "ir"],
        Tongue::Dutch => &["on", "niet"],
    }
}

/// The opposites of one language, by stems.
pub(super) struct Opposites {
    tongue: Tongue,
    of: BTreeMap<String, Vec<String>>,
}

impl Opposites {
    pub(super) fn of(tongue: Tongue) -> Self {
        let mut of: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (one, other) in pairs(tongue).split_ascii_whitespace().filter_map(|pair| pair.split_once('/')) {
            let (one, other) = (tongue.stem(one), tongue.stem(other));
            of.entry(one.clone()).or_default().push(other.clone());
            of.entry(other).or_default().push(one);
        }
        Self { tongue, of }
    }

    /// Returns the stems that mean the opposite of a word with this stem.
    pub(super) fn of_word(&self, word: &str, stem: &str) -> Vec<String> {
        let bare = prefixes(self.tongue).iter().filter_map(|prefix| word.strip_prefix(prefix));
        let bare = bare.filter(|bare| bare.len() >= SHORTEST).map(|bare| self.tongue.stem(bare));
        bare.chain(self.of.get(stem).into_iter().flatten().cloned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_or_the_list_tells_the_opposite() {
        for (tongue, one, other) in [
            (Tongue::English, "unplanned", "planned"),
            (Tongue::English, "internal", "external"),
            (Tongue::German, "ungeplante", "geplante"),
            (Tongue::French, "anciens", "nouveaux"),
            (Tongue::Dutch, "ongepland", "gepland"),
        ] {
            let opposites = Opposites::of(tongue).of_word(one, &tongue.stem(one));
            assert!(opposites.contains(&tongue.stem(other)), "{one} and {other}: {opposites:?}");
        }
    }
}
