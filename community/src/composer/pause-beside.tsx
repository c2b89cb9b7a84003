import { languages } from '@kindling/tone'
import type { PageContext } from '../foundation/index.ts'
import type { PauseTold } from './told.ts'
import { composerWords as w } from './words.ts'

function toldTo({ house: { assets }, t }: PageContext): PauseTold {
  const model = (name: string) => assets.url(`models/${name}.bin`)
  return {
    quick: model('quick'),
    careful: model('careful'),
    worker: assets.url('careful-worker.js'),
    languages: Object.fromEntries(languages.map((tag) => [tag, model(`quick-${tag}`)])),
    waiting: t(w.waiting, { time: '\u0001' }),
    waited: t(w.waited),
  }
}

/**
 * The pause in a writing form. Its script comes when somebody begins to write; until then, and without script, nothing of it
 * is seen, and the server asks instead.
 * @param fields names of the fields that are read
 * @param space where the words are for, by slug; where it is chosen in the form itself, left away
 * @param person whom the words answer, where they answer somebody
 */
export function PauseBeside({
  page,
  fields,
  space,
  person,
}: {
  page: PageContext
  fields: readonly string[]
  space?: string | undefined
  person?: string | undefined
}) {
  const { t } = page
  return (
    <>
      <kind-pause
        for={fields.map((name) => `f-${name}`).join(' ')}
        person={person}
        data-script={page.house.assets.url('pause.js')}
        data-space={space}
        data-told={JSON.stringify(toldTo(page))}
      >
        <button slot="ways" type="button" data-way="keep">
          {t(w.keepDraft)}
        </button>
        <button slot="ways" type="button" data-way="wait">
          {t(w.wait)}
        </button>
      </kind-pause>
      <input type="hidden" name="asked" value="" />
    </>
  )
}
