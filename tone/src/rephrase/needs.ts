import { once } from '../once.ts'
import { ofEach, type Seen } from './seen.ts'
import { fill, pattern } from './words.ts'

/**
 * What a pattern cannot do without: lists of words, of each of which one at least stands wherever it is found. Making a
 * pattern ready takes longer than a message is read; most have no business with most messages, and this tells which.
 */
type Needs = readonly (readonly string[])[]

const PIECE =
  /\\[pP]\{[^}]*\}|\\u\{?\w+\}?|\\x\w\w|\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?[=!]|\(\?<\w+>|\(\?:|\{[a-z]+\}|\{\d[\d,]*\}|./gsu
const PLAIN = /^[\w ',-]$/
const LIST = /^\{([a-z]+)\}$/
const AROUND = /^\(\?<?[=!]$/

const shortest = (list: readonly string[]): number => Math.min(...list.map((word) => word.length))

/** The list that says most. */
const strongest = (needs: Needs): readonly string[] | undefined =>
  needs.length === 0
    ? undefined
    : needs.reduce((one, other) => (shortest(other) > shortest(one) ? other : one))

/** Reads alternatives off pieces, the next at their end, up to a bracket that closes. */
function alternatives(pieces: string[]): Needs {
  const branches = [inRow(pieces)]
  while (pieces.at(-1) === '|') {
    pieces.pop()
    branches.push(inRow(pieces))
  }
  if (branches.length === 1) return branches[0]!
  const each = branches.map(strongest)
  return each.every((list) => list !== undefined) ? [each.flat()] : []
}

const ofLists = new Map<string, Needs>()

function needsOfList(name: string): Needs {
  const needs = ofLists.get(name) ?? needsOf(fill[name]!)
  ofLists.set(name, needs)
  return needs
}

/** A bracket's own, a list's own, or nothing. */
function needsOfPiece(piece: string, pieces: string[]): Needs {
  const list = LIST.exec(piece)?.[1]
  if (list !== undefined) return needsOfList(list)
  if (piece[0] !== '(') return []
  const inside = alternatives(pieces)
  pieces.pop()
  return AROUND.test(piece) ? [] : inside
}

/** How often the piece before may stand: '' for once, '?' where it may be missing, '+' for more. */
function takeTimes(pieces: string[]): '' | '?' | '+' {
  const next = pieces.at(-1) ?? ''
  if (!/^(?:[?*+]|\{\d.*)$/.test(next)) return ''
  pieces.pop()
  if (pieces.at(-1) === '?') pieces.pop()
  return /^(?:[?*]|\{0)/.test(next) ? '?' : '+'
}

function inRow(pieces: string[]): Needs {
  const needs: (readonly string[])[] = []
  let run = ''
  const end = (): void => {
    if (run.length > 1) needs.push([run])
    run = ''
  }
  while (pieces.length > 0 && pieces.at(-1) !== '|' && pieces.at(-1) !== ')') {
    const piece = pieces.pop()!
    const own = needsOfPiece(piece, pieces)
    const times = takeTimes(pieces)
    if (PLAIN.test(piece) && times === '') run += piece
    else {
      end()
      if (times !== '?') needs.push(...own)
    }
  }
  end()
  return needs
}

/** What the source of a pattern needs, going by what stands in it outside of all that may be missing. */
const needsOf = (source: string): Needs => alternatives(source.match(PIECE)!.reverse())

const asked = ofEach(() => new Map<readonly string[], boolean>())

/** Whether a text has what a pattern needs. Each list is looked for once. */
function has(seen: Seen, needs: Needs): boolean {
  const answers = asked(seen)
  return needs.every((list) => {
    let answer = answers.get(list)
    if (answer === undefined) {
      answer = list.some((word) => seen.plain.includes(word))
      answers.set(list, answer)
    }
    return answer
  })
}

/** `pattern`, made when a text first has what it needs; nothing for texts that have not: it is not in them. */
export function patternFor(
  source: string,
  flags?: 'u' | 'dgu',
  make: (source: string, flags?: string) => RegExp = pattern,
): (seen: Seen) => RegExp | undefined {
  const needs = once(() => needsOf(source))
  const ready = once(() => make(source, flags))
  return (seen) => (has(seen, needs()) ? ready() : undefined)
}
