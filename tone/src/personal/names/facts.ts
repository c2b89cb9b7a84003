import { type Mark, marksOf, wordsOf } from '../marks.ts'
import { english, leads, verbs } from './facts-english.ts'
import { dutch, french, german, italian, spanish } from './facts-others.ts'

/** Each language's facts, and small words without which there is no sentence of it. */
const LANGUAGES: readonly [facts: RegExp, small: RegExp | undefined][] = [
  [wordsOf(english), undefined],
  [
    wordsOf(german),
    /(?<![a-zß-ɏ])(?:ist|sind|hat|hatte|war|wurde|wird|und|nicht|die|der|das|sich|ihre?|seine?|wegen)(?![a-zß-ɏ])/,
  ],
  [
    wordsOf(french),
    /(?<![a-zß-ɏ])(?:est|sont|était|les?|la|une?|des|du|au|qui|que|pour|dans|chez|sa|son|ne|pas|vient|elle|lui|[dlnqs]u?'\w+)(?![a-zß-ɏ])/,
  ],
  [wordsOf(spanish), /(?<![a-zß-ɏ])(?:es|está|era|el|la|los|las|una?|que|por|fue|ha|su|al)(?![a-zß-ɏ])/],
  [wordsOf(italian), /(?<![a-zß-ɏ])(?:è|era|il|la|gli|un[ao]?|che|per|ha|di|suo?a?|stat[oa])(?![a-zß-ɏ])/],
  [
    wordsOf(dutch),
    /(?<![a-zß-ɏ])(?:de|het|een|van|heeft|wordt|niet|zijn|haar|ze|hij|woont|werd|voor)(?![a-zß-ɏ])/,
  ],
]

/** A private fact in a sentence; `name` says what it is about. */
export type Fact = Mark<string>

/** What right before a fact makes it the writer's own, or a subject of talk. */
const OWN =
  /(?:^|[^a-zß-ɏ])(?:my|our|i|i'm|i've|i'd|i'll|we|we're|we've|ich|wir|mein[a-zß-ɏ]{0,2}|unser[a-zß-ɏ]{0,2}|je|j'ai|j'|nous|mon|ma|mes|yo|mi|mis|mio|mia|io|ik|mijn|we'd)(?:[ ,]+[a-zß-ɏ'-]+){0,3}[ ']*$/
const TOPIC =
  /(?:^|[^a-zß-ɏ])(?:about|on|regarding|against|into|awareness of|prevent(?:ing)?|over|über|gegen|zum thema|sur|contre|sobre|contra|su|over|tegen)(?: (?:the|a|an|living with|having|people with|women with|men with|das|die|der|le|la|les|el|il)){0,2} ?$/
const TRADE =
  /^(?:'s|s)?[ -](?:research|awareness|charit(?:y|ies)|fund|fundraiser|cent(?:re|er)|clinic|ward|lawyer|attorney|counsell?ors?|advis[eo]rs?|law|laws|rates?|polic(?:y|ies)|rights|support|group|hotline|helpline|march|week|day|month|novel|story|stories|film|movie|podcast|specialists?|nurses?|doctors?|experts?|programmes?|programs?|prevention|treatment|patients?|survivors?|surgeons?|researchers?|drugs?|vaccine|foundation|conference|workshop|course|class(?:es)?|leaflet|article|blog|calculator|transparency|negotiations?|bands?|survey|debate|reform)(?![a-zß-ɏ])/

/** In a text as short as people write, every language is looked for; in a longer one those its small words show. */
const SHORT = 20_000
const THEIRS = /^(?:his|her|their|'s|ihre?|seine?|son|sa|su|sua?o|haar|zijn) /

const LEAD_AT_MOST = 60

/** A fact with the words it needs before it; without them it counts as a verb at most, or not at all. */
function whole(sentence: string, fact: Fact): Fact[] {
  const [, about = fact.name, kind = ''] = /^(.*?)(Is|Has)?$/.exec(fact.name) ?? []
  const needed = leads[kind]
  if (!needed) return [fact]
  const before = sentence.slice(Math.max(0, fact.begin - LEAD_AT_MOST), fact.begin)
  const lead = needed.exec(before)
  if (lead) return [{ begin: fact.begin - before.length + lead.index, end: fact.end, name: about }]
  return verbs.test(sentence.slice(fact.begin, fact.end)) ? [{ ...fact, name: `${about}Before` }] : []
}

/** Finds private facts in sentences of a text in lower case, but not what is only a subject of talk or work. */
export function factFinder(lower: string): (sentence: string) => Fact[] {
  const languages = LANGUAGES.filter(
    ([, small]) => small === undefined || lower.length < SHORT || small.test(lower),
  )
  const isMeant = (sentence: string, { begin, end }: Fact) =>
    !TRADE.test(sentence.slice(end, end + 24)) &&
    (THEIRS.test(sentence.slice(begin, end)) || !TOPIC.test(sentence.slice(Math.max(0, begin - 32), begin)))
  return (sentence) =>
    languages
      .flatMap(([facts]) => marksOf<string>(sentence, facts))
      .flatMap((fact) => whole(sentence, fact))
      .filter((fact) => isMeant(sentence, fact))
}

const VERB =
  /^(?:is|was|are|were|been|being|has|had|got|gets|lost|failed|owes|earns|makes|lives|came|went|left|beats?|slept|cheated|drinks|did|ist|hat|wurde|est|es|è)(?![a-zß-ɏ])/
/** "from our school": who stands behind a preposition does nothing in the sentence. */
const ASIDE =
  /(?:^|[^a-zß-ɏ])(?:from|at|in|of|for|to|near|by|von|aus|bei|de|del|di|van)(?= (?:my|our|mein|unser|mon|ma|notre|mi|nuestr|mio|mia|mijn|onze?))(?: [a-zß-ɏ'-]+){2,3} ?$/

/** Whether, between a name and the fact behind it, the writer comes in: the fact is theirs. */
export const isWriters = (between: string, fact = ''): boolean =>
  OWN.test(between) && !(VERB.test(fact) && ASIDE.test(between))
