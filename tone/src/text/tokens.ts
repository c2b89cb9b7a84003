import { canonical } from './canonical.ts'
import { classAt, DIGIT, EMOJI, LETTER, MARK, NEWLINE, SINGLE, SPACE, widthAt } from './chars.ts'
import { contraction } from './contractions.ts'
import { type Normalised, originalEnd } from './normalise.ts'
import { CHUNK, CODE_LIKE, EMOTICONS, LINKS, matchAt, NAMES, NUMBERS, SPACED } from './patterns.ts'
import { Recent } from './recent.ts'
import { rudeWords } from './rude-words.ts'
import { undisguise } from './spelling.ts'
import { CODED, FLAG, type Kind, LINK, MENTION, NUMBER, type Token } from './token.ts'
import { CODE } from './zones.ts'

/** So many disguises are looked behind in one go; a text made of nothing else is no message. */
const DISGUISES_AT_MOST = 100

/** What a spelling stands for: one word, or two in one. */
interface Spelled {
  word: string
  dressed: boolean
  second: string | undefined
  /** Units of the first of two. */
  at: number
}

const spellings = new Recent<Spelled>(4_096, (spelling) => {
  const split = contraction(spelling)
  return { ...canonical(split?.first ?? spelling), second: split?.second, at: split?.at ?? 0 }
})

const isWordClass = (found: number): boolean => found === LETTER || found === MARK || found === DIGIT

/** Reads tokens off a normalised text, from an index on. */
export class Tokeniser {
  readonly tokens: Token[] = []
  /** How far it came. */
  at: number
  readonly #norm: Normalised
  readonly #text: string
  readonly #zones: Uint8Array | undefined
  readonly #original: string
  #line: boolean
  #full = false
  #limit = 0
  #tries = 0

  constructor(norm: Normalised, original: string, zones: Uint8Array | undefined, from = 0) {
    this.#norm = norm
    this.#text = norm.text
    this.#original = original
    this.#zones = zones
    this.at = from
    this.#line = from === 0
  }

  /** Reads until the text ends or there are as many tokens as asked for. */
  run(limit: number): Token[] {
    const text = this.#text
    this.#limit = limit
    while (this.at < text.length && this.tokens.length < limit && !this.#full) {
      const found = classAt(text, this.at)
      if (found === NEWLINE) this.#line = true
      if (found === SPACE || found === NEWLINE || found === MARK) this.at++
      else if (this.#zones && this.#zones[this.at]! & CODE && this.#code()) continue
      else if (found === LETTER) this.#word()
      else if (found === DIGIT) this.#digit()
      else if (found === EMOJI) this.#emoji()
      else if (found === SINGLE) this.#put('word', this.at + widthAt(text, this.at))
      else this.#sign()
    }
    return this.tokens
  }

  #put(kind: Kind, to: number, word?: string, dressed = false): void {
    const from = this.at
    const { offsets, capitals } = this.#norm
    let upper = 0
    for (let unit = from; unit < to; unit++) upper += capitals[unit]!
    this.tokens.push({
      begin: offsets[from]!,
      end: originalEnd(this.#norm, to),
      word: word ?? this.#text.slice(from, to),
      kind,
      from,
      to,
      loud: upper > 1 && upper >= to - from - 1,
      capital: capitals[from] === 1,
      dressed,
      line: this.#line,
    })
    this.#line = false
    this.at = to
  }

  /** Code that is no prose becomes one token; prose in back ticks is read word by word. */
  #code(): boolean {
    let end = this.at
    while (end < this.#text.length && this.#zones![end]! & CODE) end++
    const before = this.at > 0 && this.#zones![this.at - 1]! & CODE
    if (before) return false
    const { offsets } = this.#norm
    const source = this.#original.slice(offsets[this.at], offsets[end])
    if (!CODE_LIKE.test(source.replace(/^`+|`+$/g, ''))) return false
    this.#put('code', end, CODED)
    return true
  }

  #wordEnd(): number {
    const text = this.#text
    let end = this.at
    while (end < text.length) {
      const found = classAt(text, end)
      if (isWordClass(found)) end += widthAt(text, end)
      else if (text[end] === "'" && classAt(text, end + 1) === LETTER && end > this.at) end++
      else break
    }
    return end
  }

  #word(): void {
    const text = this.#text
    const end = this.#wordEnd()
    const next = text[end]
    if (next !== undefined && next !== ' ' && next !== '\n' && this.#special(next)) return
    if (end === this.at + 1 && this.#spaced()) return
    this.#plain(end)
  }

  /** Words that run on over signs: links, names, and the disguised. */
  #special(next: string): boolean {
    if (/[:.@+_/-]/.test(next) && this.#link()) return true
    if (next === '/' && this.#name()) return true
    return /[@$!*|+(€£#]/.test(next) && this.#disguised()
  }

  #link(): boolean {
    const found = matchAt(LINKS, this.#text, this.at)
    if (!found) return false
    this.#put('link', this.at + found[0].replace(/[.,!?;:)'\]]+$/, '').length, LINK)
    return true
  }

  #name(): boolean {
    const found = matchAt(NAMES, this.#text, this.at)
    if (!found) return false
    this.#put('mention', this.at + found[0].replace(/[.-]+$/, '').length, MENTION)
    return true
  }

  #disguised(): boolean {
    if (this.#tries++ > DISGUISES_AT_MOST) return false
    const found = matchAt(CHUNK, this.#text, this.at)?.[0].replace(/[!(+|#]+$/, '')
    const word = found && undisguise(found)
    if (!word) return false
    this.#put('word', this.at + found.length, word, true)
    return true
  }

  /** "i d i o t", "f.u.c.k": letters held apart by one and the same sign. */
  #spaced(): boolean {
    const found = matchAt(SPACED, this.#text, this.at)
    if (!found) return false
    const sign = this.#text[this.at + 1]!
    let length = 1
    while (this.#text[this.at + length] === sign && length < found[0].length) length += 2
    const letters = this.#text.slice(this.at, this.at + length).replaceAll(sign, '')
    if (letters.length < 3 && sign !== '.') return false
    if (rudeWords.has(letters)) this.#put('word', this.at + length, letters, true)
    else if (sign === '.') this.#put('word', this.at + length)
    else if (letters.length >= 4) this.#put('word', this.at + length, canonical(letters).word, true)
    else return false
    return true
  }

  #plain(end: number): void {
    const { word, dressed, second, at } = spellings.get(this.#text.slice(this.at, end))
    if (second === undefined) {
      this.#put('word', end, word, dressed)
      return
    }
    this.#full = this.tokens.length + 2 > this.#limit
    if (this.#full) return
    this.#put('word', this.at + at, word, dressed)
    this.#put('word', end, second)
  }

  #digit(): void {
    const found = matchAt(NUMBERS, this.#text, this.at)
    if (found) this.#put('number', this.at + found[0].length, NUMBER)
    else if (!this.#disguised() && !this.#link()) this.#plain(this.#wordEnd())
  }

  #emoji(): void {
    const text = this.#text
    const code = text.codePointAt(this.at)!
    const width = widthAt(text, this.at)
    if (code >= 0x1f3fb && code <= 0x1f3ff) {
      this.at += width
      return
    }
    if (code >= 0x1f1e6 && code <= 0x1f1ff) {
      const pair = classAt(text, this.at + width) === EMOJI && this.at + width < text.length
      this.#put('emoji', this.at + width + (pair ? widthAt(text, this.at + width) : 0), FLAG)
      return
    }
    const face = text.slice(this.at, this.at + width)
    const single = this.#afterTone(this.at + width)
    let to = single
    while (text.startsWith(face, to)) to = this.#afterTone(to + width)
    this.#put('emoji', to, face, to > single)
  }

  /** A tone of skin belongs to the emoji before it. */
  #afterTone(at: number): number {
    const code = this.#text.codePointAt(at) ?? 0
    return code >= 0x1f3fb && code <= 0x1f3ff ? at + 2 : at
  }

  #emoticon(): boolean {
    const before = this.at === 0 ? SPACE : classAt(this.#text, this.at - 1)
    if (before === LETTER || before === DIGIT) return false
    const found = matchAt(EMOTICONS, this.#text, this.at)
    if (!found || found[0].length < 2) return false
    const to = this.at + found[0].length
    const after = to < this.#text.length ? classAt(this.#text, to) : SPACE
    if (after === LETTER || after === DIGIT) return false
    this.#put('emoji', to, found[0].slice(0, 4))
    return true
  }

  #sign(): void {
    const text = this.#text
    const sign = text[this.at]!
    if (sign === '@' && this.#disguised()) return
    if (sign === '@' && this.#name()) return
    if (/[$€£+-]/.test(sign)) {
      const number = matchAt(NUMBERS, text, this.at)
      if (number) {
        this.#put('number', this.at + number[0].length, NUMBER)
        return
      }
      if (sign === '$' && this.#disguised()) return
    }
    if (/[:;=<^>¬(¯-]/.test(sign) && this.#emoticon()) return
    let end = this.at + widthAt(text, this.at)
    if (sign === '!' || sign === '?') while (text[end] === '!' || text[end] === '?') end++
    else while (text[end] === sign) end++
    if (sign === '_' || sign === '#' || sign === "'" || (sign === '-' && this.#joins(end))) {
      this.at = end
      return
    }
    this.#put('sign', end, signWord(text.slice(this.at, end)))
  }

  /** A hyphen within a word says nothing. */
  #joins(end: number): boolean {
    return (
      this.at > 0 &&
      classAt(this.#text, this.at - 1) === LETTER &&
      end < this.#text.length &&
      classAt(this.#text, end) === LETTER
    )
  }
}

/** A run of signs as one of a few: "!!!!" is "!!", "?!?" is "?!", "...." is "…". */
function signWord(run: string): string {
  if (run[0] === '!' || run[0] === '?') {
    if (run.includes('!') && run.includes('?')) return '?!'
    return run.slice(0, 2)
  }
  if (run[0] === '.' || run[0] === '…') return run.length > 1 || run === '…' ? '…' : '.'
  return run.slice(0, widthAt(run, 0))
}
