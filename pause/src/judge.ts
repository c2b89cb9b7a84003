import type { Context, Reading } from '@kindling/tone'
import { Asked } from './draft.ts'
import type { Field } from './fields/field.ts'
import { isCareful, isReady, isReadySoon, type Places, readNow, readWell } from './reading/device.ts'
import { Rests } from './rest.ts'
import type { PageRules } from './types.ts'

export interface Draft {
  field: Field
  text: string
}

export type Verdict =
  | { kind: 'go'; reading: Reading | null; drafts: Draft[] }
  | { kind: 'ask'; reading: Reading; draft: Draft; drafts: Draft[]; context: Context | undefined }
  | { kind: 'held_out'; reading: Reading; draft: Draft; drafts: Draft[] }
  | { kind: 'failed' }

const FAILED: Verdict = { kind: 'failed' }

/** Reads drafts and says whether one is worth a pause. */
export class Judge {
  readonly asked = new Asked()
  readonly rests = new Rests()
  /** The name of the reader that read last. */
  readBy: string | null = null
  readonly #places: () => Places
  readonly #rules: () => PageRules

  constructor(places: () => Places, rules: () => PageRules = () => ({})) {
    this.#places = places
    this.#rules = rules
  }

  /** At once, where that can be; a promise where it takes time. What goes wrong is a verdict too, never an error. */
  judge(fields: Field[]): Verdict | Promise<Verdict> {
    const drafts = this.#toRead(fields)
    if (drafts.length === 0) return { kind: 'go', reading: null, drafts }
    try {
      const [places, context] = [this.#places(), this.#rules().context?.()]
      return isReady() && !isCareful(places)
        ? this.#verdict(
            drafts.map((draft) => ({ draft, reading: readNow(draft.text, context) })),
            context,
          )
        : this.#later(drafts, places, context).catch(() => FAILED)
    } catch {
      return FAILED
    }
  }

  async #later(drafts: Draft[], places: Places, context: Context | undefined): Promise<Verdict> {
    if (!(await isReadySoon(places))) return FAILED
    const read = drafts.map(async (draft) => ({
      draft,
      reading: await readWell(draft.text, places, context),
    }))
    return this.#verdict(await Promise.all(read), context)
  }

  /** Fields with words that nobody was asked about yet. */
  #toRead(fields: Field[]): Draft[] {
    return fields
      .map((field) => ({ field, text: field.text() }))
      .filter(({ text }) => text.trim() !== '' && !this.asked.has(text))
  }

  /** @param read one at least */
  #verdict(read: { draft: Draft; reading: Reading }[], context: Context | undefined): Verdict {
    const { rule = ({ pause }) => pause, heldOut = () => false } = this.#rules()
    const found = read.filter(({ draft, reading }) => rule(reading) && !this.rests.has(draft.text, reading))
    const asks = found.find(({ reading }) => !heldOut(reading))
    const { reading } = asks ?? found[0] ?? read.at(-1)!
    this.readBy = reading.model.name
    const drafts = read.map(({ draft }) => draft)
    if (asks) return { kind: 'ask', ...asks, drafts, context }
    return found[0] ? { kind: 'held_out', ...found[0], drafts } : { kind: 'go', reading, drafts }
  }
}
