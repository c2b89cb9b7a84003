import { fill, lists, phrases } from './words.ts'

// A pattern that names the lists of rude words in full takes many milliseconds to make ready. Where only a yes is asked
// for, the words of a text are looked up instead: each gets a sign before it that says which lists it stands in.

/** The first sign; a word's lists are the bits above it. */
const FIRST = 0xe100
const order = Object.keys(lists) as (keyof typeof lists)[]
const SIGNS = `\\u${FIRST.toString(16)}-\\u${(FIRST + (1 << order.length)).toString(16)}`

/** The words a small pattern stands for: "numpt(?:y|ies)", "half-?wits?". */
function wordsOfPattern(source: string): string[] {
  const group = /\(\?:([^()]*)\)(\?)?/u.exec(source)
  if (group) {
    const ways = [...group[1]!.split('|'), ...(group[2] ? [''] : [])]
    return ways.flatMap((way) =>
      wordsOfPattern(source.slice(0, group.index) + way + source.slice(group.index + group[0].length)),
    )
  }
  const maybe = /\[?([^\]])\]?\?/u.exec(source)
  if (maybe) {
    const [before, after] = [source.slice(0, maybe.index), source.slice(maybe.index + maybe[0].length)]
    return [...wordsOfPattern(before + maybe[1] + after), ...wordsOfPattern(before + after)]
  }
  const one = /\[([^\]]+)\]/u.exec(source)
  if (!one) return [source]
  return [...one[1]!].flatMap((sign) => wordsOfPattern(source.replace(one[0], sign)))
}

/** Splits a list where no bracket is open. */
function entries(list: string): string[] {
  const found: string[] = []
  let [depth, from] = [0, 0]
  for (let at = 0; at <= list.length; at++) {
    if (list[at] === '(') depth++
    else if (list[at] === ')') depth--
    else if ((list[at] === '|' && depth === 0) || at === list.length) {
      found.push(list.slice(from, at))
      from = at + 1
    }
  }
  return found
}

/** The words of a list, each way to write it by itself. */
export const wordsIn = (name: keyof typeof lists): string[] => entries(lists[name]).flatMap(wordsOfPattern)

const WORD = /[\p{L}][\p{L}'-]*/gu
let known: Map<string, number> | undefined

function classes(): Map<string, number> {
  if (known) return known
  known = new Map()
  for (const [bit, name] of order.entries())
    for (const word of wordsIn(name)) known.set(word, (known.get(word) ?? 0) | (1 << bit))
  return known
}

const sign = (word: string): string => {
  const mask = classes().get(word)
  return mask === undefined ? '' : String.fromCharCode(FIRST + mask)
}

/** A text with a sign before each word that stands in a list. */
export const classed = (plain: string): string => plain.replace(WORD, (word) => sign(word) + word)

/** Any word of a list: one of the signs that has its bit, and the word. */
function anyOf(name: keyof typeof lists): string {
  const bit = 1 << order.indexOf(name)
  const signs = Array.from({ length: 1 << order.length }, (_, mask) => mask)
    .filter((mask) => mask & bit)
    .map((mask) => `\\u${(FIRST + mask).toString(16)}`)
    .join('')
  return `[${signs}][\\p{L}'-]+`
}

let classedFill: Record<string, string> | undefined

function fillOf(name: string): string | undefined {
  classedFill ??= {
    ...fill,
    ...Object.fromEntries(
      order.map((list) => [
        list,
        `(?:${[anyOf(list), ...(list in phrases ? [withSigns(phrases[list as keyof typeof phrases])] : [])].join('|')})`,
      ]),
    ),
  }
  return classedFill[name]
}

/** What a pattern says of single letters takes the signs in; a word it spells out that has a sign gets it. */
const withSigns = (source: string): string =>
  source
    .replace(/\\\\|\\u[0-9a-f]{4}|\\[wp](?:\{L\})?|[\p{L}][\p{L}'-]*/giu, (piece) =>
      /^\\/u.test(piece) ? piece : sign(piece.toLowerCase()) + piece,
    )
    .replace(/\[(\\w|\\p\{L\})/gu, `[${SIGNS}$1`)
    .replace(/(?<!\[[^\]]*)\\w/gu, `[${SIGNS}\\w]`)

function filled(source: string): string {
  // Signs first: what lists are filled with has its own.
  return source
    .split(/(\{[a-z]+\})/u)
    .map((piece) => {
      const list = /^\{([a-z]+)\}$/u.exec(piece)?.[1]
      const own = list === undefined ? undefined : fillOf(list)
      if (own === undefined) return withSigns(piece)
      return order.includes(list as keyof typeof lists) ? own : filled(own)
    })
    .join('')
}

/** `pattern`, for a text that is `classed`; the whole of it. */
export const classedPattern = (source: string): RegExp =>
  new RegExp(`^[^\\p{L}\\p{N}${SIGNS}]*(?:${filled(source)})\\W*$`, 'u')
