import type { PageContext, Translator, Typed } from '../foundation/index.ts'
import { askedOf } from './after-pause.ts'
import { readersAt } from './readers-at.ts'
import type { PauseTold } from './told.ts'
import { COUNTED, isCounted } from './trial/pause-trial.ts'
import { composerWords as w } from './words.ts'

const told = new WeakMap<Translator, string>()

/** The same on every page of a language, and every thread has one. */
function toldIn({ house, t }: PageContext): string {
  let known = told.get(t)
  if (known === undefined) {
    const says: PauseTold = {
      ...readersAt(house),
      waiting: t(w.waiting, { time: '\u0001' }),
      waited: t(w.waited),
    }
    known = JSON.stringify(says)
    told.set(t, known)
  }
  return known
}

/**
 * The pause in a writing form. Its script comes when somebody begins to write; until then, and without script, nothing of it
 * is seen, and the server asks instead.
 * @param fields names of the fields that are read
 * @param typed what the form is filled with, where it came back
 * @param space where the words are for, by slug; left away where it is chosen in the form itself, or where they are for one person
 * @param person whom the words answer, where they answer somebody
 * @param heated whether they answer in a thread that may be heating up
 * @param becomesEntry whether a post or reply comes of it: only those are counted where the pause is tried
 */
export function PauseBeside({
  page,
  fields,
  typed = {},
  space,
  person,
  heated = false,
  becomesEntry = false,
}: {
  page: PageContext
  fields: readonly string[]
  typed?: Typed | undefined
  space?: string | undefined
  person?: string | undefined
  heated?: boolean
  becomesEntry?: boolean
}) {
  const { t } = page
  return (
    <>
      <kind-pause
        for={fields.map((name) => `f-${name}`).join(' ')}
        person={person}
        data-script={page.house.assets.url('pause.js')}
        data-space={space}
        data-told={toldIn(page)}
        data-heated={heated ? '' : undefined}
      >
        <button slot="ways" type="button" data-way="keep">
          {t(w.keepDraft)}
        </button>
        <button slot="ways" type="button" data-way="wait">
          {t(w.wait)}
        </button>
        {!page.viewer.under18 && (
          <a slot="ways" data-way="talk" hidden>
            {t(w.talk)}
          </a>
        )}
        <a slot="ways" data-way="end" href="/settings/attention" hidden>
          {t(w.endIt)}
        </a>
      </kind-pause>
      <input type="hidden" name="asked" value={askedOf(typed)} />
      {becomesEntry && <input type="hidden" name="trial" value={isCounted(typed) ? COUNTED : ''} />}
    </>
  )
}
