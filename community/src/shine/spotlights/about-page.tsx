import { z } from 'zod'
import { backFromPause, pauseFirst } from '../../composer/index.ts'
import {
  type AppContext,
  ErrorSummary,
  type FieldErrors,
  fieldErrors,
  Head,
  isId,
  KindlingError,
  Layout,
  Note,
  notFound,
  type PageContext,
  pageContext,
  readForm,
  requireMember,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { WordsForm } from '../words-form.tsx'
import { Did, whereOpen } from './pages.tsx'
import { SPOTLIGHT_PAGE } from './pages-at.ts'
import { spotlightPolicy } from './policy.ts'
import { WORDS_LENGTH } from './rules.ts'
import { spotlightWords as w } from './words.ts'
import { type SpotlightWords, wordsThatWait } from './words-store.ts'
import { type About, readAbout, takeBackWords, writeAbout } from './write-about.ts'

/** Refusals that are answered beside the field, with what was typed. */
const beside = new Set(['words_missing', 'words_too_long', 'enough_today'])

const pageOf = (handle: string) => `${SPOTLIGHT_PAGE}/about/${handle}`

function TakeBack({ page, words }: { page: PageContext; words: SpotlightWords | undefined }) {
  if (!words) return null
  return (
    <form class="row bare" method="post" action={`/spotlight/words/${words.id}/take-back`}>
      <p class="main bar">
        <button class="act plain" type="submit">
          {page.t(w.takeBack)}
        </button>
      </p>
    </form>
  )
}

function AboutForm(props: {
  page: PageContext
  about: About
  waiting: SpotlightWords | undefined
  typed: Typed
  errors: FieldErrors | undefined
}) {
  const { page, about, waiting, typed, errors } = props
  const { name, handle } = about
  return (
    <section class="row">
      <div class="main">
        {waiting && <p class="house">{page.t(w.waits, { name })}</p>}
        <WordsForm
          page={page}
          action={pageOf(handle)}
          label={page.t(w.label, { name })}
          hint={page.t(w.hint)}
          button={page.t(waiting ? w.change : w.keepIt)}
          back={`/members/${handle}`}
          limit={WORDS_LENGTH}
          rows={4}
          kept={page.t(w.draftKept)}
          person={name}
          value={waiting?.words}
          draft={{
            name: `spotlight-${about.id}`,
            label: page.t(w.writeAbout, { name }),
            href: pageOf(handle),
          }}
          typed={typed}
          errors={errors}
        />
      </div>
      <Note>{page.t(w.writeNote, { name })}</Note>
    </section>
  )
}

/** "Write about Mira": one or two sentences, unseen and uncounted. */
export async function showAbout(
  c: AppContext,
  handle: string,
  typed: Typed = {},
  errors?: FieldErrors,
): Promise<Response> {
  const viewer = await whereOpen(c, spotlightPolicy.read)
  const { house } = c.var
  const about = await readAbout(house, viewer, handle)
  const waiting = await wordsThatWait(house.db, viewer.communityId, {
    writerId: viewer.memberId,
    aboutId: about.id,
  })
  const page = pageContext(c)
  const heading = page.t(w.writeAbout, { name: about.name })
  const did = c.req.query('did')
  const says = did === 'wrote' && waiting ? w.wrote : did === 'took-back' && !waiting ? w.tookBack : undefined
  return show(
    c,
    <Layout page={page} title={heading} scripts={['composer']} unlisted>
      <Head side={<a href={SPOTLIGHT_PAGE}>{page.t(w.title)}</a>}>{heading}</Head>
      <Did page={page} says={says} params={{ name: about.name }} />
      <ErrorSummary page={page} errors={errors} />
      <AboutForm page={page} about={about} waiting={waiting} typed={typed} errors={errors} />
      <TakeBack page={page} words={waiting} />
    </Layout>,
    errors ? 422 : 200,
  )
}

const form = z.object({ words: z.string().default('') })

/** Takes the words, after the pause where they are worth one. */
export async function takeAbout(c: AppContext, handle: string): Promise<Response> {
  const viewer = await whereOpen(c, spotlightPolicy.read)
  const { house, t } = c.var
  const { typed } = await readForm(c, form)
  const back = backFromPause(typed)
  if (back) return showAbout(c, handle, back)
  const { name } = await readAbout(house, viewer, handle)
  const passed = await pauseFirst(c, {
    typed,
    fields: ['words'],
    action: pageOf(handle),
    about: async () => ({ person: name }),
  })
  if (passed instanceof Response) return passed
  try {
    await writeAbout(house, viewer, handle, typed.words ?? '')
    return c.redirect(`${pageOf(handle)}?did=wrote`, 303)
  } catch (error) {
    if (!(error instanceof KindlingError) || !beside.has(error.code)) throw error
    return showAbout(c, handle, typed, fieldErrors(error, t))
  }
}

export async function takeWordsBack(c: AppContext, id: string): Promise<Response> {
  const viewer = requireMember(c)
  if (!isId(id)) throw notFound()
  const handle = await takeBackWords(c.var.house, viewer, id)
  return c.redirect(handle ? `${pageOf(handle)}?did=took-back` : SPOTLIGHT_PAGE, 303)
}
