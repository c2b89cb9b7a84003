import type { Change } from './moves.ts'
import { changesBy, type Groups, type Rule } from './rule.ts'
import type { Seen } from './seen.ts'
import { baseOf, gerund, isPlural, NO_VERB, participle, plural, TOLD } from './verbs.ts'

/** What nobody is kindly asked to do. */
const NO_REQUEST =
  / and (?:don't|dont|do not) |^(?:shut|go|fuck|piss|get lost|get a|leave|kill|move on|die|grow|think|do us all|do (?:one|better|you|i|we|they)|wait (?!for |until |till )|take that|clean (?!the|your|it|up|them|this|that|all|out|off)|fix (?!the|your|it|this|that|them|our|my)|get (?:out of|off) (?:your|ur) |get (?:out of|off) (?:my|this|the|our) (?:group|chat|thread|server|forum|page|team|face|life)|keep (?:telling|dreaming|crying|talking)|tell (?:me|us|yourself)|look (?:at|in)|try (?:harder|again)|give (?:it|up)|stop being|disappear|quit|stop being|be (?:an?|so)|accept|admit|enjoy|imagine|thank|trust|blame|kiss|bite|spare|save (?:us|me|it)|suck|screw|damn|bless|excuse|forgive|guess|forget|stuff|shove|stick (?:it|your)|watch|mark my|face|have|hope|hate|love|know|remember|join|welcome|leave it to|understand|see|cope|deal|find another|wake|calm|just|mind|learn|use your (?:brain|head|eyes)|eat|crawl|drop|take your|keep your (?:mouth|opinions?)|lose|leave (?:us|me|here|now|it|the (?:thread|group|chat|server|forum))|talk to (?:me|us) when|speak (?:for|when))\b|\bthings you (?:don't|do not)\b|\b(?:brain|shame|yourself|idiot|stupid|mouth|hell)\b/i

const request = ([, what = '']: Groups): string | undefined => {
  const plain = what
    .trim()
    .replace(/^(?:just|actually|ever|even|for once|simply|at least|once|fucking|bloody) /i, '')
    .replace(
      /,? (?:for once(?: in your life)?|like (?:everyone|everybody|anyone) else|like a normal person|already|once in your life|for a change|you know)$/i,
      '',
    )
  return NO_REQUEST.test(plain) ? undefined : `Could you ${plain.slice(0, 1).toLowerCase()}${plain.slice(1)}`
}

/** "Was this tested", of "did you even test this". */
const passive = ([, verb = '', thing = '', rest = '']: Groups): string => {
  const what = thing.replace(/^it$/i, 'this').replace(/^them$/i, 'they')
  const at = /look at/i.test(verb) ? ' at' : ''
  return `${isPlural(what) ? 'Were' : 'Was'} ${what} ${participle(verb.toLowerCase().replace(' at', ''))}${at}${rest}`
}

const reason = ([, verb = '', rest = '']: Groups): string | undefined =>
  /^(?:come|never|always|bother|exist|try|talk|play|care|want|even|ever|just|be|you|not|people|have|the|a|an|think|believe|i)$/i.test(
    verb,
  )
    ? undefined
    : `What was the reason for ${gerund(verb.toLowerCase())}${rest}`

/** What is asked, up to a reason that stands behind a comma. */
const ASK =
  "((?:[^?!.…,]|,(?! (?:i|i'm|i've|im|my|our|we|we've|we're|the|it|it's|its|there|there's|theres|they|he|she|this|that's|you|your) ))+)"

const rules: Rule[] = [
  [
    `^(?:\\w+, )?(?:(?:so|and|but|wow|ok|god),? )*(?:how (?:{louder} )?(?:{bad}|hard|difficult) (?:is it|can it be|could it be|would it be|was it)(?: really)? to) ${ASK}`,
    request,
  ],
  [
    `^(?:\\w+, )?(?:so |and )?(?:would it (?:really )?(?:kill|hurt) you to|is it (?:really )?(?:so|too|that) (?:{louder} )?(?:hard|difficult|much)(?: to ask)?(?: for you)?(?: to ask)? to|is it too much to ask(?: for you)? to) ${ASK}`,
    request,
  ],
  [
    `^(?:\\w+, )?(?:so |and |but )?(?:why (?:(?:the|in the|on) (?:fuck|hell|earth) )?(?:(?:can't|cant|don't|dont|won't|do) (?:you|u)(?: never)|(?:can't|cant|don't|dont|won't) (?:you|u))(?: people| guys| lot| all)?(?: (?:just|ever|even|for once|simply|fucking|bloody|actually))*) ${ASK}`,
    request,
  ],
  [
    `^(?:\\w+, )?(?:so |and |but )?(?:can|could) (?:you|u)(?: (?:please|just|even|for once|ever))+ ((?:put|close|read|write|test|check|turn|clean|wash|move|park|send|answer|reply|fix|stop|keep|wait|let|leave|make|bring|pick|take|use|add|tidy|lock|switch|pay|be|stick|speak) [^?!.…]+)`,
    request,
  ],
  [
    `^(?:\\w+, )?are (?:you|u) (?:(?:really|honestly|just|seriously) )*(?:too|so) {deg}{bad} to ${ASK}`,
    request,
  ],
  [
    `^(?:\\w+, )?(?:are|r) (?:you|u) (?:(?:really|honestly|just|actually) )*(?:incapable of|not capable of) ([a-z]+ing)( [^?!.…]+)?`,
    ([all, doing = '', rest = '']) => request([all, `${baseOf(doing.toLowerCase())}${rest}`]),
  ],
  [
    `^(?:(?:please|pls|just|oh|omg|god),? )*(?:shut (?:up|it)|shut your \\w+|stop going on) (?:about|with) ${ASK}`,
    ([, what = '']) => `Could we leave ${what.replace(/ (?:already|for once|now)$/i, '')}`,
  ],
  [
    `^(?:\\w+, )?learn (?:how )?to ((?:park(?! *(?:,|you|$))|listen|share|queue|use your|clean|close|lock|indicate|format|wash|tidy|put|turn|knock|label) ?(?:[^?!.…,]|, (?!(?:i|my|the|it|we|you) ))*)`,
    request,
  ],
  [
    "^(?:\\w+, )?(?:so |and |but |wait,? )?(?:did|have|do) (?:you|u)(?: guys| people)? (?:even|ever|actually|bother to|bothered to|fucking|bloody| )+ ?(read|test|tested|check|checked|look at|open|opened|run|review|reviewed|try|proofread|measure|clean|wash|water) (it|this|that|them|(?:the|my|our|these|those|your) [\\p{L}'-]+(?: [\\p{L}'-]+){0,2}?)((?: (?:before|first|at all|properly|again|when|on|in|for) ?[^?!.…]{0,40})?)",
    passive,
  ],
  [
    '^(?:\\w+, )?(?:so |and |but )?why (?:(?:the|in the|on) (?:fuck|hell|heck|earth) )?(?:(?:would|do|did) (?:you|u|anyone|anybody|somebody|someone)) (?:{adv})([a-z]+)( [^?!.…]{2,60})',
    reason,
  ],
  [
    '^(?:\\w+, )?how {deg}(?:{name}|{bad}) (?:do|does|can|must) (?:you|u|one|a person|someone|anyone) (?:have to )?be to ([a-z]+)( [^?!.…]{2,60})',
    reason,
  ],
  [
    '^(?:\\w+, )?(?:what (?:kind|sort) of (?:an? )?|which |what )(?:{deg}{name}) ([a-z]+s)( [^?!.…]{2,60})',
    ([all, verb = '', rest]) => reason([all, plural(verb), rest]),
  ],
  [
    '^(?:\\w+, )?(?:what (?:the (?:fuck|hell) )?were (?:you|u) (?:even |fucking )?thinking)(?: (?:when|by|of) [^?!.…]{2,40})?',
    'What was the idea behind this',
  ],
  [
    '^(?:\\w+, )?(?:what (?:the (?:fuck|hell|heck)|on earth) (?:is|was) (?:this|that)|wtf is (?:this|that))(?: (?:shit|crap|garbage|rubbish|mess|nonsense))?',
    'Could you say what this is meant to do',
  ],
  [
    "^(?:\\w+, )?(?:what (?:the (?:fuck|hell|heck) )?is your (?:fucking |bloody )?problem|what's your (?:fucking |bloody )?problem)",
    'What is bothering you about this',
  ],
]

/** Any other verb that is told by its shape: what begins a sentence with "the", "your" or "it" behind it. */
const shaped = `(?!${NO_VERB}(?: |'))[a-z]{2,}(?: (?:up|down|out|off|on|in|back|away|over|round))? (?=(?:the|a|an|my|our|your|ur|it|them|him|her|us|this|that|these|those|some|both|each|every) )`
const requests: Rule[] = [
  [
    `^(?:\\w+, )?(?:just |please |now |and |so |then )*((?:(?!don't)${TOLD} |${shaped})[^?!.…:;,]{3,80}(?:, (?:not|also|and|so that|so|but not|then|at least|if|when|before|unless|until|even if) [^?!.…:;,]{2,60})?)`,
    (groups) =>
      /\b(?:or|but|because|account|your (?:face|mouth))\b/i.test(groups[1] ?? '')
        ? undefined
        : request(groups),
  ],
]
/** In a longer message the imperative is as likely a part of the mockery. */
const ASKED_IN = 2

/** Small words that make a question a reproach. */
const words: Rule[] = [
  [
    '(?<=^(?:so |and |but )?(?:did|do|have|are|can|could|would|will|were) (?:you|u)) (?:even|ever|fucking|bloody|actually|seriously)(?= )',
    '',
  ],
]

/** Asks instead of reproaching: "did you even test this?" is "Was this tested?". */
export function question(seen: Seen): Change[] {
  return [
    ...changesBy(seen, {
      kind: 'question',
      rules: seen.sentences.length > ASKED_IN ? rules : [...rules, ...requests],
    }),
    ...changesBy(seen, { kind: 'words', rules: words }),
  ]
}
