import { tell } from './events.ts'
import type { Field } from './fields/field.ts'
import { type Draft, Judge, type Verdict } from './judge.ts'
import { Outcome } from './outcome.ts'
import { moreWords } from './panel/more-words.ts'
import { type Choices, holdPanel, pausePanel, thanksPanel } from './panel/panel.ts'
import { PanelPlace } from './panel/place.ts'
import { placesOf } from './place.ts'
import { load, type Places, within } from './reading/device.ts'
import { directionOf, langAt, type OwnWords, type Speech, speechIn, wordsInAttributes } from './speech.ts'
import { loadSuggestions, mayHaveOthers, SUGGESTIONS_AT_MOST, type Suggestion, suggest } from './suggest.ts'
import type { Check, MoreWords, PageRules, Wording } from './types.ts'

/** How a message goes on its way, or stays. */
export interface Way {
  send(): void
  stay(): void
}

/** What the panel is open for. */
interface Open {
  element: HTMLElement
  way: Way
  /** Takes the writer back to where the caret was. */
  back(): void
  at: number
}

type Asking = Verdict & { kind: 'ask' }

/** Other words that were found here, and where more may come from. */
interface Others {
  suggestions: Suggestion[]
  more: MoreWords | undefined
}

const NO_OTHERS: Others = { suggestions: [], more: undefined }

/** So long other words are waited for, their file or the careful reader, in milliseconds; then the panel opens without. */
const SEARCH = 400

/** The second press of a double click is no answer, in milliseconds. */
const DOUBLE = 600

/** Whether other words stand in a field than those that were judged. */
const isOutdated = (verdict: Verdict): boolean =>
  verdict.kind !== 'failed' && verdict.drafts.some(({ field, text }) => field.text() !== text)

/** What happens between the moment somebody sends and the moment it goes. */
export class Pausing {
  words: OwnWords = {}
  rules: PageRules = {}
  readonly #host: HTMLElement
  readonly #panel: PanelPlace
  readonly #outcome: Outcome
  readonly #judge: Judge
  #open: Open | undefined
  /** The decision under way; another, or none, once that was given up. */
  #deciding: symbol | undefined

  constructor(host: HTMLElement) {
    this.#host = host
    this.#panel = new PanelPlace(host)
    this.#outcome = new Outcome(host)
    this.#judge = new Judge(
      () => this.#places(),
      () => this.rules,
    )
  }

  /** The name of the reader that read last. */
  get readBy(): string | null {
    return this.#judge.readBy
  }

  load(): void {
    load(this.#places())
      .then(loadSuggestions)
      .catch(() => {})
  }

  async check(fields: Field[]): Promise<Check> {
    const verdict = await this.#judge.judge(fields)
    return verdict.kind === 'failed'
      ? { pause: false, reading: null }
      : { pause: verdict.kind === 'ask', reading: verdict.reading }
  }

  /** True where the message may go at once. Else it is held, and goes by `way` if the writer sends it. */
  mayGo(fields: Field[], way: Way): boolean {
    if (this.#deciding || this.#justOpened()) {
      way.stay()
      return false
    }
    const verdict = this.#judge.judge(fields)
    if (!(verdict instanceof Promise) && this.#letsGo(verdict)) {
      this.#goes(verdict)
      return true
    }
    void this.#decide(verdict, fields, way)
    return false
  }

  /** Somebody writes: what the panel says of other words is no longer so. */
  written(where: EventTarget[]): void {
    if (this.#open && where.includes(this.#open.element)) this.#close()?.way.stay()
  }

  /** The draft was given up. */
  withdraw(): void {
    this.#deciding = undefined
    this.#close()?.way.stay()
    this.#outcome.withdrawn()
  }

  #letsGo({ kind }: Verdict): boolean {
    return kind === 'go' || kind === 'held_out' || (kind === 'failed' && !this.#holds)
  }

  async #decide(given: Verdict | Promise<Verdict>, fields: Field[], way: Way): Promise<void> {
    const own = Symbol('deciding')
    this.#deciding = own
    const verdict = await given
    const others = verdict.kind === 'ask' ? await this.#others(verdict).catch(() => NO_OTHERS) : NO_OTHERS
    if (this.#deciding !== own) return way.stay()
    this.#deciding = undefined
    // Somebody who writes fast wrote on meanwhile.
    if (isOutdated(verdict)) return this.#decide(this.#judge.judge(fields), fields, way)
    if (verdict.kind === 'ask') return this.#ask(verdict, others, way)
    if (!this.#letsGo(verdict)) return this.#hold(fields, way)
    this.#goes(verdict)
    way.send()
  }

  async #others(asking: Asking): Promise<Others> {
    const { draft, reading, context } = asking
    const found = (await within(SEARCH, suggest(draft.text, reading, context))) ?? []
    const suggestions = found.filter(({ text }) => draft.field.takes(text))
    return { suggestions, more: await this.#more(asking, suggestions) }
  }

  async #more({ draft, reading }: Asking, { length }: Suggestion[]): Promise<MoreWords | undefined> {
    if (!this.rules.more || length >= SUGGESTIONS_AT_MOST) return undefined
    return (await within(SEARCH, mayHaveOthers(draft.text, reading))) ? this.rules.more() : undefined
  }

  #ask({ draft, reading, context }: Asking, { suggestions, more }: Others, way: Way): void {
    const { said } = this.#speech()
    const choices = this.#choices(() => {
      this.#judge.rests.add(draft.text, reading)
      this.#show(thanksPanel(said, choices))
    })
    const names = { person: this.#host.getAttribute('person'), thing: this.#host.getAttribute('thing') }
    const use = (wording: Wording) => this.#use(draft, wording)
    const find = async (from: MoreWords) =>
      (await from.find(draft.text, reading, context))
        .filter(({ text }) => draft.field.takes(text))
        .slice(0, SUGGESTIONS_AT_MOST - suggestions.length)
    const given = { said, names, draft: draft.text, reading, suggestions, use }
    const panel = pausePanel(given, choices, more && moreWords(given, more, () => find(more)))
    this.#judge.asked.add(draft.text)
    this.#begin(draft.field, way)
    this.#show(panel)
    const { attribute } = reading.why
    this.#outcome.begin(draft.field, draft.text, { attribute, reader: reading.model.name, suggestion: false })
  }

  /** Nothing goes out unread here, and it cannot be read yet; it goes on by itself once it can. */
  #hold(fields: Field[], way: Way): void {
    const retry = () => {
      if (this.#deciding) return
      this.#close()?.back()
      void this.#decide(this.#judge.judge(fields), fields, way)
    }
    const held = this.#begin(fields[0]!, way)
    this.#show(holdPanel(this.#speech().said, () => this.#edit(), retry))
    load(this.#places()).then(
      () => this.#open === held && retry(),
      () => {},
    )
  }

  #choices(notHelpful: () => void): Choices {
    return {
      edit: () => this.#edit(),
      send: () => this.#send(),
      keep: () => {
        this.#edit()
        this.#outcome.withdrawn()
      },
      away: (event) => this.#away(event),
      notHelpful,
    }
  }

  #edit(): void {
    const open = this.#close()
    open?.back()
    open?.way.stay()
  }

  #send(): void {
    const open = this.#close()
    open?.back()
    this.#outcome.goes()
    open?.way.send()
  }

  #use({ field }: Draft, wording: Wording): void {
    const open = this.#close()
    open?.back()
    field.write(wording.text)
    // Words that were offered are not asked about again.
    this.#judge.asked.add(field.text())
    this.#outcome.useSuggestion()
    open?.way.stay()
  }

  /** A way of the page's own. Its handler has run: what it prevented leaves the panel open. */
  #away(event: Event): void {
    if (event.defaultPrevented) return
    const open = this.#open
    this.withdraw()
    setTimeout(() => {
      if (document.activeElement === document.body) open?.back()
    })
  }

  /** A message goes its way, asked about or not. */
  #goes(verdict: Verdict): void {
    const open = this.#close()
    this.#outcome.goes()
    if (verdict.kind === 'held_out') this.#heldOut(verdict)
    open?.way.stay()
  }

  #heldOut({ draft, reading }: Verdict & { kind: 'held_out' }): void {
    this.#judge.asked.add(draft.text)
    const detail = { attribute: reading.why.attribute, reader: reading.model.name, suggestion: false }
    tell(this.#host, 'kind-held-out', detail)
  }

  #begin(field: Field, way: Way): Open {
    this.#close()?.way.stay()
    this.#open = { element: field.element, way, back: field.keepPlace(), at: performance.now() }
    return this.#open
  }

  #close(): Open | undefined {
    const open = this.#open
    this.#open = undefined
    if (open) this.#panel.hide()
    return open
  }

  #show(panel: HTMLElement): void {
    const { lang } = this.#speech()
    const here = langAt(this.#host).toLowerCase()
    // Words of another language than the page's say so; the page's own words are taken to be in its language.
    if (here.split('-')[0] !== lang && Object.keys(this.words).length === 0) {
      panel.lang = lang
      panel.dir = directionOf(lang)
    }
    this.#panel.show(panel, () => this.#edit())
  }

  #places(): Places {
    return this.rules.places ?? placesOf(this.#host)
  }

  #speech(): Speech {
    return speechIn(langAt(this.#host), { ...wordsInAttributes(this.#host), ...this.words })
  }

  get #holds(): boolean {
    return this.#host.hasAttribute('hold')
  }

  #justOpened(): boolean {
    return this.#open !== undefined && performance.now() - this.#open.at < DOUBLE
  }
}
