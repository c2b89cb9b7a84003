import { ToneError } from '../error.ts'
import { addresses } from './address/addresses.ts'
import { clear } from './clear.ts'
import { runsOf } from './digits.ts'
import { emailKey, emails } from './email.ts'
import type { Find, Found, Own, PersonalKind, PersonalOptions } from './found.ts'
import { names } from './names/names.ts'
import { cards } from './numbers/cards.ts'
import { documents } from './numbers/documents.ts'
import { ibans } from './numbers/iban.ts'
import { wordsBeside } from './numbers/words-beside.ts'
import { isClaimed } from './ownership.ts'
import { phoneKey, phones } from './phone/phones.ts'

/** Where two finds share letters, the one that is surer stays. */
const ORDER: readonly PersonalKind[] = ['email', 'iban', 'card', 'document', 'phone', 'address', 'name']

const nameKey = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

/** Whether a find is one of those the writer gave as their own. */
function ownTest(own: Own): (kind: PersonalKind, text: string) => boolean {
  const mine = {
    email: new Set(own.emails?.map(emailKey)),
    phone: new Set(own.phones?.map(phoneKey)),
    name: new Set(own.names?.map(nameKey)),
  }
  return (kind, text) =>
    (kind === 'email' && mine.email.has(emailKey(text))) ||
    (kind === 'phone' && mine.phone.has(phoneKey(text))) ||
    (kind === 'name' && mine.name.has(nameKey(text)))
}

/** In order, without those that overlap a surer one. */
function apart(finds: readonly Find[], length: number): Find[] {
  const byTrust = [...finds].sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.begin - b.begin || b.end - a.end,
  )
  const taken = new Uint8Array(length)
  const kept = byTrust.filter(({ begin, end }) => {
    if (taken.subarray(begin, end).includes(1)) return false
    taken.fill(1, begin, end)
    return true
  })
  return kept.sort((a, b) => a.begin - b.begin)
}

/**
 * Somebody's e-mail, telephone number, address, card, account or document number, and full names beside a private
 * fact, in a text that its writer has not sent yet. What is the writer's own, by the options or by the words
 * ("my number is ..."), public figures, and the doors and numbers of offices are left out.
 *
 * @throws {ToneError} `text_not_string`
 */
export function personalData(text: string, options: PersonalOptions = {}): Found[] {
  if (typeof text !== 'string') throw new ToneError('text_not_string', 'A text to read is a string.')
  const view = clear(text)
  const finds: Find[] = []
  const add = (find: Find) => void finds.push(find)
  emails(view, add)
  if (/\d/.test(view.numbers)) {
    const runs = runsOf(view.numbers)
    const words = wordsBeside(view)
    ibans(view, add)
    cards(words, runs, add)
    documents(view, words, runs, add)
    phones(view, runs, options.region, add)
    addresses(view, add)
  }
  names(view, add)
  const isOwn = ownTest(options.own ?? {})
  return apart(finds, view.text.length)
    .filter(
      ({ kind, begin, end }) =>
        !isOwn(kind, view.text.slice(begin, end)) && (kind === 'name' || !isClaimed(view, begin)),
    )
    .map((find) => ({ ...find, ...view.place(find.begin, find.end) }))
}
