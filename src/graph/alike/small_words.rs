//! Words that say little about which thing a name stands for: small words, words of a level, and words of a copy.

use super::tongue::Tongue;

/// What a word adds to a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordWeight {
    /// It names the thing.
    Content,
    /// An article, a preposition or the like.
    Small,
    /// It says that the thing is counted or has a level.
    Level,
    /// It says that there is less of the thing, or none.
    Less,
    /// It says that the thing is the copy of another.
    Copy,
}

/// The lists of one language, each as words with spaces between them.
struct WordLists {
    small: &'static str,
    level: &'static str,
    less: &'static str,
    copy: &'static str,
}

const ENGLISH: WordLists = WordLists {
    small: "a an the of in on at by for from to with within into per and or our your their its his her my s as when \
            due because that this these those is are be being between among about across through around",
    level: "number numbers amount amounts level levels rate rates degree degrees extent share quantity count counts \
            total overall good better improved strong sufficient enough more higher rising increasing increased increase growing high much many size",
    less: "less fewer lower falling reduced decreasing decreased decrease declining decline reduction low lack shortage \
           missing no not non without poor bad worse weak limited \
           insufficient inadequate absence deficit few little scarcity",
    copy: "copy duplicate",
};

const GERMAN: WordLists = WordLists {
    small: "der die das den dem des ein eine einen einem einer eines und oder von vom zu zum zur in im ins am an auf aus \
            bei beim mit nach für fuer über ueber durch je pro per zwischen unser unsere unserer ihr ihre ihrer sein seine als \
            wegen innerhalb gegenüber um",
    level: "anzahl zahl höhe hoehe grad niveau quote rate raten menge umfang ausmass anteil gesamt mehr höhere höherer hohe \
            hoher hohes steigende steigender zunahme anstieg wachsende viele",
    less: "weniger niedrige niedriger geringe geringer geringere sinkende sinkender abnahme rückgang mangel fehlende \
           fehlender fehlendes kein keine nicht ohne wenig wenige schlechte schlechter unzureichende begrenzte schwache",
    copy: "kopie duplikat",
};

const FRENCH: WordLists = WordLists {
    small: "le la les l un une des du de d et ou à au aux en dans par pour sur avec chez vers envers entre son sa ses leur \
            leurs notre nos votre vos ce cette ces qu que qui s n c j m t",
    level: "nombre niveau niveaux taux degré quantité part montant total volume plus davantage hausse augmentation \
            croissance croissant élevé élevée forte fort",
    less: "moins baisse diminution réduction faible faibles manque pénurie absence non pas sans peu mauvais mauvaise insuffisant \
           insuffisante limité limitée",
    copy: "copie double",
};

const SPANISH: WordLists = WordLists {
    small: "el la los las un una unos unas de del al a en y e o u con por para sobre entre hacia desde su sus nuestro \
            nuestra lo que se",
    level: "número numero nivel niveles tasa tasas grado cantidad porcentaje total volumen más mas mayor mayores aumento \
            incremento crecimiento alto alta",
    less: "menos menor menores baja bajo disminución reducción falta escasez carencia ausencia no sin poco poca pocos \
           mala malo insuficiente insuficientes limitado limitada",
    copy: "copia duplicado",
};

const PORTUGUESE: WordLists = WordLists {
    small: "o a os as um uma uns umas de do da dos das em no na nos nas e ou com por pelo pela para sobre entre seu sua \
            seus suas nosso nossa ao aos à às que se",
    level: "número numero nível níveis taxa taxas grau quantidade percentagem total volume mais maior maiores aumento \
            crescimento alto alta",
    less: "menos menor menores baixa baixo diminuição redução queda falta escassez carência ausência não sem pouco pouca \
           poucos má mau insuficiente insuficientes limitado limitada",
    copy: "cópia copia duplicado",
};

const DUTCH: WordLists = WordLists {
    small: "de het een der den van in op aan bij door voor uit met naar over per tussen en of ons onze hun zijn haar als \
            te om binnen rond",
    level: "aantal aantallen niveau niveaus mate graad hoeveelheid percentage totaal volume hoogte omvang meer hogere hoge \
            stijgende toename groei veel",
    less: "minder lagere lage dalende afname daling tekort gebrek ontbrekende geen niet zonder weinig slechte onvoldoende beperkte zwakke",
    copy: "kopie duplicaat",
};

const fn lists(tongue: Tongue) -> &'static WordLists {
    match tongue {
        Tongue::English => &ENGLISH,
        Tongue::German => &GERMAN,
        Tongue::French => &FRENCH,
        Tongue::Spanish => &SPANISH,
        Tongue::Portuguese => &PORTUGUESE,
        Tongue::Dutch => &DUTCH,
    }
}

fn holds(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == word)
}

impl WordWeight {
    /// Returns what a word, folded as in a key, adds to a name in this language. English words of a copy count in every
    /// language, because programs write them.
    pub(super) fn of(tongue: Tongue, word: &str) -> Self {
        let lists = lists(tongue);
        if holds(lists.small, word) {
            Self::Small
        } else if holds(lists.level, word) {
            Self::Level
        } else if holds(lists.less, word) {
            Self::Less
        } else if holds(lists.copy, word) || holds(ENGLISH.copy, word) {
            Self::Copy
        } else {
            Self::Content
        }
    }
}

/// Whether a word is a small word or a word of a level in this language, and so tells in which language a name is.
pub(super) fn tells(tongue: Tongue, word: &str) -> bool {
    !matches!(WordWeight::of(tongue, word), WordWeight::Content | WordWeight::Copy)
}
