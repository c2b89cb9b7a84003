import type { Change } from './moves.ts'
import { changesBy, type Rule } from './rule.ts'
import type { Seen } from './seen.ts'
import { isPast, plural, presentOf } from './verbs.ts'

const few = ([, , verb = '']: readonly (string | undefined)[]): string => {
  const many = plural(verb.toLowerCase())
  return `few people ${many}`
}

/** "you don't close", of "you never close"; what was never done is not said of once. */
const notDone = (who: string, verb: string): string | undefined => {
  if (
    /^(?:will|would|could|can|should|do|did|have|had|has|are|were|is|was|been|being|a|an|the|in|on|at|so|too|not|really|actually)$/.test(
      verb,
    )
  )
    return undefined
  return isPast(verb) ? `${who} didn't ${presentOf(verb)}` : `${who} don't ${verb}`
}

const statements: Rule[] = [
  [
    "{go}(nobody|no one|noone|no-one)(?: here| in here| else)? (?:{adv})(wants|likes|believes|uses|reads|needs|agrees|is|was|has|does|understands|plays|knows|will|would|can|could|thinks|comes|buys|listens|answers|goes|eats|remembers|helps|shows|tests|bothers|came|voted)(?= )(?! (?:when|what|it|any|ever|to (?:hear|see|read|know))(?![\\w]))(?![^.!?]* (?:you|u|ur|your|you're|if|unless|him|her|them)(?![\\w]))",
    few,
  ],
  [
    "{go}(?:everyone|everybody|we all)(?: here| else| in (?:here|this \\w+))? (?:{adv})knows?(?: that)? (?=the |this |that |these |those |it's |there |a |an |i |we |you (?:can|should|need|have to|can't|shouldn't|must|don't) )",
    'I think ',
  ],
  ['{go}all {you} (?:ever )?do is ([a-z]+)', ([, verb = '']) => `you often ${verb}`],
  [
    "{go}({you}) (?:{adv})never (?:ever |once |even |fucking |bloody )*([a-z]+)(?![\\w'])",
    ([, who = '', verb = '']) => notDone(who, verb.toLowerCase()),
  ],
  [
    '{go}({you}) (?:always|constantly|forever)(?: fucking| bloody)? (?!are |are$|were|will|do$|did|have|had|am|is )(?=\\p{L})',
    '$1 often ',
  ],
  [
    "{go}({you} are|you're|youre) (?:always|constantly|forever)(?: fucking| bloody)? (?=\\p{L})(?!the |a |been )",
    '$1 often ',
  ],
  [
    '{go}nothing (?:{adv})(works|helps|changes|happens|gets done|is (?:finished|working|right|clean|ready))',
    ([, verb = '']) => `not much ${verb}`,
  ],
]

const words: Rule[] = [
  ['(?:every (?:single|fucking|bloody|damn|goddamn)(?: fucking| bloody)? time)', 'again and again'],
  ['every time{end}', 'many times'],
  ['(?:all|every single one) of (?:you|you people){stop}', 'some of you'],
  [
    '(?:completely|totally|utterly|absolutely|100%|entirely) (?=wrong|broken|useless|unreadable|pointless|impossible|unusable|incomprehensible|untrue|false)',
    '',
  ],
]

/** Less than always and never: "you always break main" is "you often break main". */
export function softenAbsolute(seen: Seen): Change[] {
  return [
    ...changesBy(seen, { kind: 'statement', rules: statements }),
    ...changesBy(seen, { kind: 'words', rules: words }),
  ]
}
