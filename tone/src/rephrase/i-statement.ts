import type { Change } from './moves.ts'
import { changesBy, type Rule } from './rule.ts'
import type { Seen } from './seen.ts'
import { isPast } from './verbs.ts'

/** Verbs after "you never" or "you always" that stand in the present. */
const present = (verb: string): boolean =>
  !isPast(verb) &&
  !/(?:ing|s)$/.test(verb) &&
  !/^(?:once|even|ever|again|are|were|is|am|can|can't|had|been|did|was|were|will|would|could|a|an|the|so|too|have|on|in|at|late|wrong|right|there|here|do)$/.test(
    verb,
  )

const RUDE = /\b(?:stupid|fucking|dumb|bloody|ugly|boring|little|fat) /gi

const REST = '((?: (?!and |but |because |so )[^\\s.,;!?]+){0,12})'

const rules: Rule[] = [
  [
    "{go}{you} (?:{adv})(?:never|don't|dont|won't|can't) (?:{adv})listen(?: to (?:me|us|anyone|anybody|anything (?:i|we) say|a (?:word|thing) (?:i|we) say))?(?: (?:at all|anyway|ever|do you))?{stop}",
    "I don't feel listened to",
  ],
  [
    "{go}{you} (?:{adv})(?:never|don't) (?:{adv})(?:reply|answer|respond|write back|get back to me)(?: to (?:me|my (?:messages|emails|texts)))?{stop}",
    "I'd like to hear back more often",
  ],
  [
    "{go}{you} (?:{adv})(?:never|don't|dont) (?:{adv})(?:help|pull your weight|lift a finger|do anything|do shit|do a thing)((?: (?:with|around|in|at) [^.,;!?]{2,30})?){stop}",
    "I'd like more help$1",
  ],
  [
    "{go}{you} (?:{adv})(?:never|don't) (?:{adv})(?:think|care) (?:of|about) (?:me|us|(?:anyone|anybody)(?: else| but (?:yourself|urself|you))?|others){stop}",
    "I don't feel considered",
  ],
  [
    "{go}{you} (?:{adv})(?:respect no one|have no respect|don't respect anyone|respect nobody)(?: but yourself| for (?:me|us|anyone|others|other people))?{stop}",
    "I don't feel respected",
  ],
  [
    "{go}{you} (?:{adv})(?:never|don't) (?:{adv})(?:take (?:me|us) seriously|respect (?:me|us)){stop}",
    "I don't feel taken seriously",
  ],
  [
    "{go}(?:you're|you are|ur|youre) {deg}(?:no help|useless|not helping|unhelpful|no use(?: to anyone)?){stop}",
    "I don't find this helpful",
  ],
  ['{go}how dare you{stop}', "I'm upset about this"],
  [
    '{go}{you} (?:{adv})(?:let|have let) (us|me|everyone|the (?:team|group|whole team)) down((?: (?:again|today|yesterday))?){stop}',
    'I feel let down$2',
  ],
  [
    '{go}{you} (?:{adv})(?:ruined|spoiled|spoilt|wrecked) (my|our) ([^.,;!?]{3,30}){stop}',
    "I'm sad about how $1 $2 went",
  ],
  [
    "{go}i(?: {adv})? ?(?:{louder} )?(?:hate|can't stand|cannot stand|despise) (?:it when|how|that|the way) (you [^.,;!?]{3,60}){stop}",
    'I find it hard when $1',
  ],
  [
    "{go}i(?:'m| am|m) (?:{adv}|so )?(?:sick(?: and tired)?|fed up|tired) (?:of|with) (?:you|your) ((?:\\w+ing) [^.,;!?]{3,60}){stop}",
    "I'd like you to stop $1",
  ],
  [
    `{go}(?:you|u) (?:{adv})(?:always|constantly|forever) (?:{adv})([a-z]+)${REST}{stop}`,
    ([, verb = '', rest = '']) =>
      present(verb.toLowerCase()) && !/\b(?:ruin|spoil|wreck)\b/i.test(verb)
        ? `I find it hard when you ${verb}${rest}`
        : undefined,
  ],
  [
    `{go}(?:and )?(?:why do )?{you} (?:just )?(?:keep|kept|always keep)(?: on)? ([a-z]+ing${REST}){stop}`,
    ([, doing = '']) => `I find it hard when you keep ${doing}`,
  ],
  [
    `{go}{you} (?:{adv})never (?:{adv})([a-z]+)${REST}{stop}`,
    ([, verb = '', rest = '']) =>
      present(verb.toLowerCase()) &&
      !/^(?:know|understand|learn|get|change|cease|fail|mind|shut|stop|read)$/i.test(verb) &&
      rest.trim() !== '' &&
      !/\b(?:you|u|anyone|anything|anybody|any|ever|nothing|do you|when|if|unless|because)\b/i.test(rest)
        ? `I'd like you to ${verb}${rest} more often`
        : undefined,
  ],
  [
    `{go}(?:why (?:do |are )?)(?:you|u) (?:just )?(?:always|constantly|forever) (?:{adv})([a-z]+)${REST}{stop}`,
    ([, verb = '', rest = '']) =>
      present(verb.toLowerCase()) ? `I find it hard when you ${verb}${rest}` : undefined,
  ],
  [
    `{go}(?:and |then )?{you} (?:{adv})(?:didn't|didnt|did not) (?:even |bother to |ever )?([a-z]+${REST}){stop}`,
    ([, what = '']) =>
      /^(?:think|care|listen|know|understand|see|get it|notice|read|test|check|learn|look)\b/i.test(what)
        ? undefined
        : `I'd hoped you would ${what}`,
  ],
  [
    '{go}(?:nobody|no one|noone) (?:{adv})(?:wants|needs) to ((?:hear|see|read|know)(?: about)?) ((?:this|that|it|your|another|about|the) ?[^.,;!?]{0,40}?)(?: here| again| anyway)?{stop}',
    ([, verb = '', what = '']) => `I'd rather not ${verb} ${what.replace(RUDE, '')}`,
  ],
]

/** From what the other is to what the writer feels or wants: "you never listen" is "I don't feel listened to". */
export function iStatement(seen: Seen): Change[] {
  return changesBy(seen, { kind: 'statement', rules })
}
