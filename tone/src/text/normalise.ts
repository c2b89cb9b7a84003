import { foldCharacter, isDecoration } from './fold.ts'
import { foldLookAlikes, latinFor } from './look-alikes.ts'

/** Text as a reader is meant to take it, with the way back to the original. */
export interface Normalised {
  text: string
  /** For each UTF-16 unit of `text`, its offset in the original; one more entry for the end. */
  offsets: Uint32Array
  /** For each unit of `text`, 1 where the original was a capital. */
  capitals: Uint8Array
}

const NOT_ASCII = /[^\0-\x7f]/

function normaliseAscii(original: string): Normalised {
  const { length } = original
  const offsets = new Uint32Array(length + 1)
  const capitals = new Uint8Array(length)
  for (let at = 0; at < length; at++) {
    offsets[at] = at
    const code = original.charCodeAt(at)
    if (code >= 65 && code <= 90) capitals[at] = 1
  }
  offsets[length] = length
  return { text: original.toLowerCase(), offsets, capitals }
}

/** A string of any length from UTF-16 units, lone surrogates kept as they are. */
function toText(codes: Uint16Array, length: number): string {
  let text = ''
  for (let at = 0; at < length; at += 8192)
    text += String.fromCharCode.apply(
      null,
      codes.subarray(at, Math.min(length, at + 8192)) as unknown as number[],
    )
  return text
}

/** Room for units that grows: compatibility forms may be longer than what they stand for. */
class Units {
  codes: Uint16Array
  offsets: Uint32Array
  capitals: Uint8Array
  length = 0

  constructor(size: number) {
    this.codes = new Uint16Array(size)
    this.offsets = new Uint32Array(size + 1)
    this.capitals = new Uint8Array(size)
  }

  push(code: number, offset: number, capital: boolean): void {
    if (this.length === this.codes.length) this.#grow()
    this.codes[this.length] = code
    this.offsets[this.length] = offset
    this.capitals[this.length] = capital ? 1 : 0
    this.length++
  }

  #grow(): void {
    const size = this.length * 2 + 16
    const copy = <Kind extends Uint8Array | Uint16Array | Uint32Array>(from: Kind, to: Kind): Kind => {
      to.set(from)
      return to
    }
    this.codes = copy(this.codes, new Uint16Array(size))
    this.offsets = copy(this.offsets, new Uint32Array(size + 1))
    this.capitals = copy(this.capitals, new Uint8Array(size))
  }
}

/** An accent goes onto the letter before it where the two are one character; piled-up ones are dropped. */
function decorate(units: Units, mark: string): void {
  if (units.length === 0) return
  const last = units.length - 1
  const whole = (String.fromCharCode(units.codes[last]!) + mark).normalize('NFC')
  if (whole.length === 1) units.codes[last] = whole.charCodeAt(0)
}

/** One character that is not ASCII. Gives whether any of it may be a look-alike. */
function take(units: Units, character: string, at: number): boolean {
  if (isDecoration(character.charCodeAt(0))) {
    decorate(units, character)
    return false
  }
  const folded = foldCharacter(character)
  const capital = folded !== character && /\p{Lu}/u.test(character)
  let alike = false
  for (let unit = 0; unit < folded.length; unit++) {
    const code = folded.charCodeAt(unit)
    if (unit > 0 && isDecoration(code)) continue
    units.push(code, at, capital)
    alike ||= latinFor(code) !== 0
  }
  return alike
}

function normaliseAny(original: string): Normalised {
  const units = new Units(original.length)
  let alike = false
  for (let at = 0; at < original.length; ) {
    const code = original.charCodeAt(at)
    if (code < 128) {
      const capital = code >= 65 && code <= 90
      units.push(capital ? code + 32 : code, at, capital)
      at++
      continue
    }
    const character = String.fromCodePoint(original.codePointAt(at)!)
    if (take(units, character, at)) alike = true
    at += character.length
  }
  if (alike) foldLookAlikes(units.codes, units.length)
  const offsets = units.offsets.slice(0, units.length + 1)
  offsets[units.length] = original.length
  return { text: toText(units.codes, units.length), offsets, capitals: units.capitals.slice(0, units.length) }
}

/**
 * Folds what changes the look and not the word: invisible characters go, compatibility forms (full-width,
 * mathematical letters) become plain, piled-up accents fall off, letters of another script that are there for
 * their looks become Latin, case is lowered. Never fails, also not on broken surrogates.
 */
export function normalise(original: string): Normalised {
  return NOT_ASCII.test(original) ? normaliseAny(original) : normaliseAscii(original)
}

/** Where the original ends that gave the units before `end`: past the whole character, invisible ones behind it too. */
export function originalEnd({ offsets }: Normalised, end: number): number {
  const begin = offsets[end - 1]!
  let at = end
  while (at < offsets.length - 1 && offsets[at] === begin) at++
  return offsets[at]!
}
