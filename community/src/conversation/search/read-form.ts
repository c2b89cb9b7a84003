import {
  type FieldErrors,
  instantOf,
  type Phrase,
  type Translator,
  type Typed,
} from '../../foundation/index.ts'
import type { SearchKind, SearchOrder } from './rules.ts'
import { searchWords as w } from './words.ts'

/** A search as it was typed, as far as it needs no database to understand. */
export interface SearchForm {
  words: string
  person: string
  space: string
  kind: SearchKind | undefined
  order: SearchOrder
  from: Date | undefined
  until: Date | undefined
  cursor: string | undefined
  typed: Typed
  errors: FieldErrors
}

const FIELDS = ['words', 'person', 'space', 'from', 'to', 'in', 'order'] as const

/** Midnight of a day in a zone, or undefined for what is no day. */
export function dayIn(zone: string, text: string, later = 0): Date | undefined {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (!match) return undefined
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number]
  const wall = new Date(Date.UTC(year, month - 1, date))
  if (year < 1900 || wall.getUTCMonth() !== month - 1 || wall.getUTCDate() !== date) return undefined
  return new Date(instantOf(zone, Date.UTC(year, month - 1, date + later)))
}

/** Reads the address of a search page. What cannot be understood comes back with a sentence beside its field. */
export function readSearchForm(
  query: (name: string) => string | undefined,
  zone: string,
  t: Translator,
): SearchForm {
  const typed: Typed = {}
  for (const field of FIELDS)
    typed[field] = (query(field) ?? '').replaceAll('\u0000', '').toWellFormed().trim()
  const errors: FieldErrors = {}
  const day = (field: 'from' | 'to', later: number) => {
    if (!typed[field]) return undefined
    const found = dayIn(zone, typed[field], later)
    if (!found) errors[field] = t(w.dateWrong as Phrase)
    return found
  }
  const from = day('from', 0)
  const until = day('to', 1)
  if (from && until && from >= until) errors.from = t(w.datesTurned)
  const kind = typed.in === 'posts' || typed.in === 'answers' ? typed.in : undefined
  return {
    words: typed.words!,
    person: typed.person!,
    space: typed.space!,
    kind,
    order: typed.order === 'best' ? 'best' : 'newest',
    from,
    until,
    cursor: query('before'),
    typed,
    errors,
  }
}

/** True when there is anything to look for. */
export function asksAnything(form: SearchForm): boolean {
  return [form.words, form.person, form.space, form.from, form.until, form.kind].some(Boolean)
}

/** True when more than words was given. */
export function isNarrowed(form: SearchForm): boolean {
  return (
    [form.person, form.space, form.typed.from, form.typed.to, form.kind].some(Boolean) ||
    form.order === 'best'
  )
}

/** The address of this search with some of it changed. */
export function searchHref(form: SearchForm, change: Record<string, string | undefined>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...form.typed, ...change })) if (value) params.set(name, value)
  return `/search?${params}`
}
