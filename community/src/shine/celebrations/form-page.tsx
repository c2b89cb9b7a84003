import { z } from 'zod'
import { backFromPause, PauseBeside, pauseFirst } from '../../composer/index.ts'
import { draftOf } from '../../conversation/index.ts'
import {
  type AppContext,
  Choices,
  ErrorSummary,
  Field,
  type FieldErrors,
  FormEnd,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  type MemberViewer,
  Note,
  notFound,
  type PageContext,
  pageContext,
  permitted,
  readForm,
  Select,
  show,
  type Typed,
} from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'
import { tellOffer } from './offers/answer-offer.ts'
import { openCelebration } from './open-celebration.ts'
import { celebrationsOpen, switchedSpaces } from './open-here.ts'
import { celebrationAt, listAt } from './pages-at.ts'
import { celebrationPolicy } from './policy.ts'
import { REACHED_LENGTH, TITLE_LENGTH, WORDS_LENGTH } from './rules.ts'
import { celebrationWords as w } from './words.ts'

const NEW_PAGE = '/celebrations/new'
const WRITTEN = ['title', 'reached', 'words'] as const
/** Refusals that a form answers with everything that was typed. */
const kept = new Set([409, 422, 403])

/** Whose it is, and the offer it follows from, go with the address; a form that comes back has them typed. */
const fresh = (c: AppContext): Typed => ({
  space: c.req.query('space') ?? '',
  kind: c.req.query('offer') ? 'own' : 'together',
  offer: c.req.query('offer') ?? '',
})

function Written({
  page,
  typed,
  errors,
}: {
  page: PageContext
  typed: Typed
  errors: FieldErrors | undefined
}) {
  const { t } = page
  const shared = { typed, autocomplete: 'off', ...(errors ? { errors } : {}) }
  return (
    <>
      <Field
        name="title"
        label={t(w.titleLabel)}
        hint={t(w.titleHint)}
        maxlength={TITLE_LENGTH}
        {...shared}
      />
      <Field
        name="reached"
        label={t(w.reachedLabel)}
        hint={t(w.reachedHint)}
        maxlength={REACHED_LENGTH}
        {...shared}
      />
      <Field
        name="words"
        label={t(w.wordsLabel)}
        hint={t(w.wordsHint)}
        rows={6}
        maxlength={WORDS_LENGTH}
        {...shared}
      />
      <Field name="people" label={t(w.peopleLabel)} hint={t(w.peopleHint)} {...shared} />
    </>
  )
}

interface FormProps {
  page: PageContext
  spaces: readonly Space[]
  typed: Typed
  errors: FieldErrors | undefined
}

function OpenForm({ page, spaces, typed, errors }: FormProps) {
  const { t } = page
  const options = spaces.map(({ slug, name }) => ({ value: slug, label: name }))
  const slug = typed.space || options[0]!.value
  return (
    <form
      class="line"
      method="post"
      action={NEW_PAGE}
      enctype="multipart/form-data"
      {...draftOf(page, 'celebration', t(w.formTitle), `${NEW_PAGE}?space=${slug}`, typed)}
    >
      <Select name="space" label={t(w.where)} options={options} typed={typed} errors={errors} />
      <Choices
        name="kind"
        legend={t(w.kind)}
        chosen={typed.kind ?? 'together'}
        choices={[
          { value: 'together', label: t(w.together), hint: t(w.togetherHint) },
          { value: 'own', label: t(w.own), hint: t(w.ownHint) },
        ]}
        {...(errors ? { errors } : {})}
      />
      <Written page={page} typed={typed} errors={errors} />
      {typed.offer && <input type="hidden" name="offer" value={typed.offer} />}
      <PauseBeside page={page} fields={[...WRITTEN]} typed={typed} />
      <p class="hint" role="status" data-status data-kept={t(w.draftKept)} />
      <FormEnd page={page} button={t(w.openIt)} back={listAt(slug)} />
    </form>
  )
}

/** Where this member may open one; the pages of celebrations are not there where they may nowhere. */
async function whereOpen(c: AppContext): Promise<{ viewer: MemberViewer; spaces: Space[] }> {
  const viewer = permitted(c, celebrationPolicy.read)
  const { house } = c.var
  if (!(await celebrationsOpen(house, viewer.communityId))) throw notFound()
  const { opens: spaces } = await switchedSpaces(house, viewer)
  if (spaces.length === 0) throw notFound()
  return { viewer, spaces }
}

/** GET /celebrations/new */
export async function showNew(c: AppContext, given?: Typed, errors?: FieldErrors): Promise<Response> {
  const { spaces } = await whereOpen(c)
  const page = pageContext(c)
  const typed = given ?? fresh(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.formTitle)} scripts={['composer']} unlisted>
      <Head>{page.t(w.formTitle)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <section class="row">
        <div class="main">
          <OpenForm page={page} spaces={spaces} typed={typed} errors={errors} />
        </div>
        <Note>{page.t(w.formNote)}</Note>
      </section>
    </Layout>,
    errors ? 422 : 200,
  )
}

const text = z.string().default('')
const form = z.object({
  space: text,
  kind: text,
  title: text,
  reached: text,
  words: text,
  people: text,
  offer: text,
})

/** Takes it to the pause and then opens it; a refusal comes back with all of it. */
export async function takeNew(c: AppContext): Promise<Response> {
  const { viewer, spaces } = await whereOpen(c)
  const { typed } = await readForm(c, form)
  const back = backFromPause(typed)
  if (back) return showNew(c, back)
  const space = spaces.find(({ slug }) => slug === typed.space)
  const passed = await pauseFirst(c, {
    typed,
    fields: WRITTEN,
    action: NEW_PAGE,
    about: async () => ({ spaceId: space?.id, spaceKind: space?.kind }),
  })
  if (passed instanceof Response) return passed
  try {
    const id = await openCelebration(c.var.house, viewer, form.parse(typed))
    if (typed.offer) await tellOffer(c.var.house, viewer, typed.offer)
    return c.redirect(`${celebrationAt(id)}?did=opened`, 303)
  } catch (error) {
    if (!(error instanceof KindlingError) || !kept.has(error.status)) throw error
    return showNew(c, typed, fieldErrors(error, c.var.t))
  }
}
