import { mapped, mappedTo } from '../attributes.ts'
import type { UnusedCode } from './old-scores.ts'

/** Line numbers that are named for each reason; beyond them only their number is told. */
const NAMED_AT_MOST = 10

/** A line or row of the file that could not be used. */
export interface Unused {
  at: number
  unused: UnusedCode
}
/** One that was read: the original's scores, and ours for those that are answered here. */
export interface Read {
  at: number
  old: ReadonlyMap<string, number>
  ours: ReadonlyMap<string, number>
  /** Which reader of which version; undefined where nothing was asked of it. */
  model: string | undefined
}

/** By reason: how many lines could not be used, and the numbers of the first. */
export type UnusedLines = ReadonlyMap<UnusedCode, { count: number; first: readonly number[] }>

/** Scores of a file as they come in, without the texts. */
export class Gathered {
  texts = 0
  readonly models = new Set<string>()
  /** Attributes of the file that nothing here answers. */
  readonly unanswered = new Set<string>()
  readonly #unused = new Map<UnusedCode, { count: number; first: number[] }>()
  readonly #pairs = new Map<string, { old: number[]; ours: number[] }>()

  add(found: Read | Unused): void {
    if ('unused' in found) this.#leaveOut(found)
    else this.#keep(found)
  }

  #leaveOut({ at, unused }: Unused): void {
    const reason = this.#unused.get(unused) ?? { count: 0, first: [] }
    this.#unused.set(unused, reason)
    if (reason.count++ < NAMED_AT_MOST) reason.first.push(at)
  }

  #keep({ old, ours, model }: Read): void {
    if (ours.size > 0) this.texts++
    if (model !== undefined) this.models.add(model)
    for (const [name, score] of old) {
      if (!mappedTo(name)) this.unanswered.add(name)
      const here = ours.get(name)
      if (here === undefined) continue
      const pairs = this.#pairs.get(name) ?? { old: [], ours: [] }
      this.#pairs.set(name, pairs)
      pairs.old.push(score)
      pairs.ours.push(here)
    }
  }

  get unused(): UnusedLines {
    return this.#unused
  }

  /** By attribute, in the order in which docs/perspective.md names them. */
  get pairs(): [string, { old: number[]; ours: number[] }][] {
    return Object.keys(mapped).flatMap((name) => {
      const pairs = this.#pairs.get(name)
      return pairs ? [[name, pairs] as [string, typeof pairs]] : []
    })
  }
}
