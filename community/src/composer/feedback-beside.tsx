import type { PageContext } from '../foundation/index.ts'
import { composerWords as w } from './words.ts'

const parts = [
  ['seen', w.partSeen],
  ['effect', w.partEffect],
  ['ask', w.partAsk],
] as const

/** Opens the three boxes. It needs a script, as what is typed stays on the device. */
export function FeedbackButton({ page }: { page: PageContext }) {
  return (
    <button class="act plain" type="button" data-three aria-expanded="false" aria-controls="three" hidden>
      {page.t(w.inThree)}
    </button>
  )
}

/**
 * Blunt criticism in three parts, for who wants it: what was seen, what it did, what is asked for. The boxes have no names, so
 * nothing of them is sent; what stands in them goes into the field when its author says so.
 * @param field the name of the field whose words they are
 */
export function FeedbackBeside({ page, field }: { page: PageContext; field: string }) {
  const { t } = page
  const { assets } = page.house
  return (
    <section
      class="three"
      id="three"
      aria-labelledby="three-title"
      data-script={assets.url('feedback.js')}
      data-model={assets.url('models/quick.bin')}
      data-for={`f-${field}`}
      hidden
    >
      <h3 id="three-title" tabindex={-1}>
        {t(w.inThree)}
      </h3>
      <p class="hint">{t(w.inThreeLead)}</p>
      {parts.map(([name, label]) => (
        <div class="set">
          <label for={`three-${name}`}>{t(label)}</label>
          <textarea id={`three-${name}`} data-part={name} rows={2} />
        </div>
      ))}
      <p class="bar">
        <button class="b" type="button" data-put>
          {t(w.putIn)}
        </button>
        <button class="act plain" type="button" data-back hidden>
          {t(w.draftBack)}
        </button>
      </p>
      <p class="hint" role="status" data-says data-empty={t(w.partEmpty)} data-put-in={t(w.putInDone)} />
    </section>
  )
}
