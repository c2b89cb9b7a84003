import { once } from '../../once.ts'
import type { Clear } from '../clear.ts'
import type { Find } from '../found.ts'
import { type Fact, factFinder, isWriters } from './facts.ts'
import { alsoOfFirms } from './facts-english.ts'
import { type Person, personsIn } from './persons.ts'
import { isNear, isPublic, isWriter } from './public.ts'

/** Longer sentences are read in pieces. */
const SENTENCE_AT_MOST = 400
const END = /[.!?…]+["')\]]*(?=\s)|\n+/g
const NO_END =
  /(?:^|[^\p{L}])(?:\p{Lu}|mr|mrs|ms|dr|prof|st|hr|fr|herr|mme|sra?|jr|e\.g|i\.e|no|nr|bzw|z\.b)\.$/iu

/** Where sentences begin and end, none longer than can be read in one go. */
function* sentencesOf(text: string): Generator<[begin: number, end: number]> {
  let begin = 0
  const pieces = function* (end: number): Generator<[number, number]> {
    while (end - begin > SENTENCE_AT_MOST) {
      const space = text.slice(begin, begin + SENTENCE_AT_MOST).lastIndexOf(' ')
      const cut = begin + (space > 0 ? space : SENTENCE_AT_MOST)
      yield [begin, cut]
      begin = cut
    }
    if (end > begin) yield [begin, end]
    begin = end
  }
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length
    if (NO_END.test(text.slice(Math.max(0, match.index - 6), match.index + 1))) continue
    yield* pieces(end)
  }
  yield* pieces(text.length)
}

const about = ({ name }: Fact): string => name.replace('Before', '')
/** Whether a fact is a verb whose object the person has to be: "they sacked Neil Barlow". */
const isVerb = ({ name }: Fact): boolean => name.endsWith('Before')

/** How far a fact may stand from the name it is about. */
const FAR = 160

function factAbout(person: Person, facts: readonly Fact[], lower: string, near: boolean): Fact | undefined {
  return facts.find((fact) => {
    if (!person.known && !near && alsoOfFirms.has(about(fact))) return false
    if (isVerb(fact) && fact.begin >= person.end) return false
    if (fact.begin >= person.end)
      return (
        fact.begin - person.end <= FAR &&
        !isWriters(lower.slice(person.end, fact.begin), lower.slice(fact.begin, fact.end))
      )
    if (fact.end > person.begin) return false
    if (isVerb(fact)) return fact.end + 1 === person.begin
    return (
      person.begin - fact.end <= FAR / 2 && !isWriters(lower.slice(Math.max(0, fact.begin - 40), fact.begin))
    )
  })
}

/** "Julia Hartmanns Depression": where nouns have capitals too, a fact may look like a last name. */
function withoutFact(person: Person, facts: readonly Fact[], sentence: string): Person {
  const fact = facts.find(({ begin }) => begin > person.begin && begin < person.end)
  if (!fact) return person
  const rest = sentence.slice(person.begin, fact.begin).trimEnd()
  return rest.includes(' ') ? { ...person, end: person.begin + rest.length } : person
}

/** Full names in a sentence that tells something private of them. */
export function names({ text, lower }: Clear, add: (find: Find) => void): void {
  const factsIn = once(() => factFinder(lower))
  for (const [begin, end] of sentencesOf(text)) {
    const sentence = text.slice(begin, end)
    const persons = personsIn(sentence)
    if (persons.length === 0) continue
    const small = lower.slice(begin, end)
    const facts = factsIn()(small)
    if (facts.length === 0) continue
    for (const whole of persons) {
      const person = withoutFact(whole, facts, sentence)
      const place = { sentence: small, begin: person.begin, end: person.end }
      const near = isNear(place)
      const fact = factAbout(person, facts, small, near)
      if (fact && !isWriter(place) && !isPublic(place))
        add({
          kind: 'name',
          begin: begin + person.begin,
          end: begin + person.end,
          why: `beside_${about(fact)}`,
        })
    }
  }
}
