use strum::VariantArray;

use crate::capture::Form;
use crate::capture::grammar::{NAMES_LIMIT, Scrap, TypedName, after_word, arrow};
use crate::record::{Claim, Fact, Position, Relation, Stance};

use super::draft::LineDraft;
use super::placing::settle;

/// Reads `yes`, `no .`, `unsure #3` or `no A -> B`: a position on one or more claims.
pub(crate) fn position(draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    let core = draft.typed.core;
    let found = Position::VARIANTS.iter().find_map(|position| {
        let word = position.as_ref();
        let target =
            after_word(core, word).or_else(|| core.strip_suffix('.').and_then(|core| after_word(core, word)))?;
        Some((*position, target, core.starts_with(word)))
    });
    let Some((position, target, plainly)) = found else { return Ok(None) };
    let claims = match claims(target, draft) {
        // "No shows -> Costs" begins with a name, unless an arrow "shows -> Costs" is known.
        Err(_) if !plainly => return Ok(None),
        // "No owner -> delays" is no position: nobody drew that arrow.
        Err(Scrap::NoArrow(..)) if position == Position::No => return Ok(None),
        claims => claims?,
    };
    let Some(claims) = claims else { return Ok(None) };
    Ok(Some(taken(position, &claims, draft)))
}

/// Records a position on each arrow from one of these labels to the next; without labels, on the latest claim.
pub(crate) fn along(position: Position, labels: &[String], draft: &mut LineDraft<'_>) -> Result<Form, Scrap> {
    let names = labels.iter().map(|label| TypedName::of_label(label)).collect::<Result<Vec<_>, _>>()?;
    let mut claims = Vec::new();
    for pair in names.windows(2) {
        if let [from, to] = pair {
            claims.push(latest_on(from, to, draft)?);
        }
    }
    if claims.is_empty() {
        claims.push(latest(draft)?);
    }
    Ok(taken(position, &claims, draft))
}

fn taken(position: Position, claims: &[Claim], draft: &mut LineDraft<'_>) -> Form {
    let words = draft.typed.remark();
    for claim in claims {
        draft.fact(Fact::Stanced(stance(position, claim, words.clone())));
    }
    Form::Stance
}

/// Returns the claims that a position is about; `None` if the line is no position.
fn claims(target: &str, draft: &LineDraft<'_>) -> Result<Option<Vec<Claim>>, Scrap> {
    let (ledger, session) = (draft.context.ledger, draft.context.session.header().id.as_str());
    if target.is_empty() || target == "." {
        return Ok(Some(vec![latest(draft)?]));
    }
    if let Some(number) = target.strip_prefix('#').filter(|number| is_number(number)) {
        let found = number.parse().ok().and_then(|number| ledger.claim(session, number)).cloned();
        return found.map(|claim| Some(vec![claim])).ok_or_else(|| Scrap::NoClaim(number.to_owned()));
    }
    let Some(sentence) = arrow::sentence(target)? else { return Ok(None) };
    let mut claims = Vec::new();
    for hop in sentence.hops()? {
        let group = |place: usize| sentence.groups.get(place).map(Vec::as_slice).unwrap_or_default();
        for from in group(hop.from) {
            for to in group(hop.to) {
                let claim = latest_on(from, to, draft)?;
                // "No bot -> more calls", where fewer were claimed, says what happens without the bot.
                if to.turn.is_some_and(|turn| turn != claim.sign) {
                    return Ok(None);
                }
                claims.push(claim);
            }
        }
        if claims.len() > NAMES_LIMIT {
            return Err(Scrap::TooMuch(NAMES_LIMIT));
        }
    }
    Ok(Some(claims))
}

fn latest(draft: &LineDraft<'_>) -> Result<Claim, Scrap> {
    draft.context.claim_at_hand().cloned().ok_or(Scrap::NothingClaimed)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn latest_on(from: &TypedName, to: &TypedName, draft: &LineDraft<'_>) -> Result<Claim, Scrap> {
    let (from, _) = settle(from, Relation::Affects, false, draft);
    let (to, _) = settle(to, Relation::Affects, true, draft);
    let found = draft.context.ledger.latest_on(from, to).cloned();
    found.ok_or_else(|| Scrap::NoArrow(from.to_owned(), to.to_owned()))
}

pub(super) fn stance(position: Position, claim: &Claim, words: Option<String>) -> Stance {
    Stance {
        position,
        from: claim.from.clone(),
        to: claim.to.clone(),
        kind: claim.kind,
        sign: claim.sign,
        strength: claim.strength,
        delay: claim.delay,
        words,
    }
}
