import type { Child } from 'hono/jsx'
import { entryPlace } from '../../conversation/index.ts'
import {
  type AppContext,
  Head,
  Icon,
  Layout,
  notFound,
  type PageContext,
  pageContext,
  show,
} from '../../foundation/index.ts'
import { visibleSpace } from '../../spaces/index.ts'
import { hasWalls } from '../walls.ts'
import { thanksWords } from '../words.ts'
import { hasKudos } from './open-here.ts'
import { type Kudos, type KudosForValue, readKudos } from './read-kudos.ts'
import { kudosWords as w } from './words.ts'

function Note({ page, note, called }: { page: PageContext; note: Kudos; called: string }) {
  const { t } = page
  const href = entryPlace(note.postId, note.replyId)
  const link = (text: Child) => <a href={href}>{text}</a>
  const receiver = note.receiverName ?? t(w.aMember)
  return (
    <li class="keep">
      <Icon name="thanks" size="middle" />
      <div>
        <p class="say" dir="auto">
          {note.words ? t(thanksWords.quote, { words: note.words }) : t(w.thank)}
        </p>
        <p class="hint">
          {t(w.fromTo, { giver: note.giverName, receiver })} ·{' '}
          {t.rich(note.replyId ? w.forAnswer : w.forPost, { link }, { title: note.title })}
          {note.valueName !== called && <> · {t(w.calledThen, { value: note.valueName })}</>}
        </p>
      </div>
    </li>
  )
}

function ForValue({ page, found }: { page: PageContext; found: KudosForValue }) {
  const { value, notes, others } = found
  const id = `value-${value.id}`
  return (
    <section class="row" aria-labelledby={id}>
      <div class="main">
        <h2 id={id} dir="auto">
          {page.t(w.forValue, { value: value.name })}
        </h2>
        <p class="hint" dir="auto">
          {value.sentence}
        </p>
        {notes.length === 0 ? (
          <p class="dim">{page.t(w.valueEmpty)}</p>
        ) : (
          <ul class="wall">
            {notes.map((note) => (
              <Note page={page} note={note} called={value.name} />
            ))}
          </ul>
        )}
        {others && <p class="dim">{page.t(w.andOthers)}</p>}
      </div>
    </section>
  )
}

/** GET /spaces/:slug/kudos: the same page for everybody who reads the space, whoever leads among them. */
export async function showKudos(c: AppContext, slug: string): Promise<Response> {
  const { house, viewer } = c.var
  const space = await visibleSpace(house, viewer, slug)
  if (!space || !(await hasKudos(house, viewer, space))) throw notFound()
  const found = await readKudos(house, viewer, space)
  const page = pageContext(c)
  const { t } = page
  const none = found.every(({ notes }) => notes.length === 0)
  const walls = await hasWalls(house, viewer)
  return show(
    c,
    <Layout page={page} title={t(w.titleIn, { space: space.name })} icons={['thanks']} unlisted>
      <Head side={<a href={`/spaces/${slug}`}>{space.name}</a>}>{t(w.title)}</Head>
      <div class="row bare">
        <div class="main">
          <p class="lead">{t(w.lead)}</p>
          {none && <p>{t(w.empty)}</p>}
        </div>
      </div>
      {found.map((one) => (
        <ForValue page={page} found={one} />
      ))}
      {walls && (
        <div class="row">
          <p class="main acts">
            <a class="act plain" href={`/spaces/${slug}/wall`}>
              {t(w.wall)}
            </a>
          </p>
        </div>
      )}
    </Layout>,
  )
}
