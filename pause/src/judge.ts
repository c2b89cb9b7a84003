import type { Reading } from '@kindling/tone'
import { Asked } from './draft.ts'
import type { Field } from './fields/field.ts'
import { isCareful, isReady, load, type Places, readNow, readWell, within } from './reading/device.ts'
import { Rests } from './rest.ts'

export interface Draft {
  field: Field
  text: string
}

export type Verdict =
  | { kind: 'go'; reading: Reading | null }
  | { kind: 'ask'; draft: Draft; reading: Reading }
  | { kind: 'failed' }

/** Nobody waits longer than this for a model or a worker, in milliseconds. */
const PATIENCE = 150

/** Reads drafts and says whether one is worth a pause. */
export class Judge {
  readonly asked = new Asked()
  readonly rests = new Rests()
  /** The name of the reader that read last. */
  reader: string | null = null
  readonly #places: () => Places

  constructor(places: () => Places) {
    this.#places = places
  }

  /** At once, where that can be; nothing where it takes time. */
  now(fields: Field[]): Verdict | undefined {
    const drafts = this.#toRead(fields)
    if (drafts.length === 0) return { kind: 'go', reading: null }
    if (!isReady() || isCareful(this.#places())) return undefined
    try {
      return this.#verdict(drafts.map((draft) => ({ draft, reading: readNow(draft.text) })))
    } catch {
      return { kind: 'failed' }
    }
  }

  async later(fields: Field[]): Promise<Verdict> {
    const drafts = this.#toRead(fields)
    const places = this.#places()
    const ready =
      isReady() ||
      (await within(
        PATIENCE,
        load(places).then(() => true),
      ))
    if (!ready) return { kind: 'failed' }
    try {
      const read = drafts.map(async (draft) => ({
        draft,
        reading: await readWell(draft.text, places, PATIENCE),
      }))
      return this.#verdict(await Promise.all(read))
    } catch {
      return { kind: 'failed' }
    }
  }

  /** Fields with words that nobody was asked about yet. */
  #toRead(fields: Field[]): Draft[] {
    return fields
      .map((field) => ({ field, text: field.text() }))
      .filter(({ text }) => text.trim() !== '' && !this.asked.has(text))
  }

  #verdict(read: { draft: Draft; reading: Reading }[]): Verdict {
    const last = read.at(-1)?.reading ?? null
    this.reader = last?.model.name ?? this.reader
    const found = read.find(({ draft, reading }) => reading.pause && !this.rests.has(draft.text, reading))
    if (!found) return { kind: 'go', reading: last }
    this.reader = found.reading.model.name
    return { kind: 'ask', ...found }
  }
}
