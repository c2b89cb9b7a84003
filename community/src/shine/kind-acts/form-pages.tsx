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
  pageContext,
  readForm,
  requireMember,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { WordsForm } from '../words-form.tsx'
import { addIdea, takeIdeaAway } from './add-idea.ts'
import { didAct, takeStoryBack, tellStory, undoAct } from './do-act.ts'
import { ACTS_PAGE, storyOf, whereOpen } from './pages.tsx'
import { readAct } from './read-acts.ts'
import { IDEA_LENGTH, STORY_LENGTH } from './rules.ts'
import { kindActWords as w } from './words.ts'

/** Refusals that are answered beside the field, with what was typed. */
const beside = new Set(['words_missing', 'words_too_long', 'enough_today'])
const form = z.object({ words: z.string().default('') })
const NEW_PAGE = `${ACTS_PAGE}/new`

/** GET /kind-acts/new: one or two sentences of what somebody could do. */
export async function showNew(c: AppContext, typed: Typed = {}, errors?: FieldErrors): Promise<Response> {
  await whereOpen(c)
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.addIdea)} scripts={['composer']} unlisted>
      <Head side={<a href={ACTS_PAGE}>{page.t(w.title)}</a>}>{page.t(w.addIdea)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <section class="row">
        <div class="main">
          <WordsForm
            page={page}
            action={NEW_PAGE}
            label={page.t(w.what)}
            hint={page.t(w.whatHint)}
            button={page.t(w.add)}
            back={ACTS_PAGE}
            limit={IDEA_LENGTH}
            rows={3}
            kept={page.t(w.draftKept)}
            draft={{ name: 'kind-act', label: page.t(w.addIdea), href: NEW_PAGE }}
            typed={typed}
            errors={errors}
          />
        </div>
        <Note>{page.t(w.addNote)}</Note>
      </section>
    </Layout>,
    errors ? 422 : 200,
  )
}

/** Takes what was typed to the pause and then to a use case; a refusal comes back with all of it. */
async function take(
  c: AppContext,
  action: string,
  again: (typed: Typed, errors?: FieldErrors) => Promise<Response>,
  say: (words: string) => Promise<string>,
): Promise<Response> {
  const { typed } = await readForm(c, form)
  const back = backFromPause(typed)
  if (back) return again(back)
  const passed = await pauseFirst(c, { typed, fields: ['words'], action, about: async () => ({}) })
  if (passed instanceof Response) return passed
  try {
    return c.redirect(await say(typed.words ?? ''), 303)
  } catch (error) {
    if (!(error instanceof KindlingError) || !beside.has(error.code)) throw error
    return again(typed, fieldErrors(error, c.var.t))
  }
}

export async function takeNew(c: AppContext): Promise<Response> {
  const viewer = await whereOpen(c)
  const again = (typed: Typed, errors?: FieldErrors) => showNew(c, typed, errors)
  return take(
    c,
    NEW_PAGE,
    again,
    async (words) => `${ACTS_PAGE}/${await addIdea(c.var.house, viewer, words)}?did=added`,
  )
}

async function actOf(c: AppContext, id: string) {
  const viewer = await whereOpen(c)
  const act = isId(id) ? await readAct(c.var.house, viewer, id) : undefined
  if (!act) throw notFound()
  return { viewer, act }
}

/** GET /kind-acts/:id/story: how it went, for the others to read. */
export async function showStory(
  c: AppContext,
  id: string,
  typed: Typed = {},
  errors?: FieldErrors,
): Promise<Response> {
  const { viewer, act } = await actOf(c, id)
  const page = pageContext(c)
  const at = `${ACTS_PAGE}/${id}`
  return show(
    c,
    <Layout page={page} title={page.t(w.storyTitle)} scripts={['composer']} unlisted>
      <Head side={<a href={ACTS_PAGE}>{page.t(w.title)}</a>}>{page.t(w.storyTitle)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <section class="row">
        <div class="main">
          <blockquote dir="auto">
            <a href={at}>{act.words}</a>
          </blockquote>
          <WordsForm
            page={page}
            action={`${at}/story`}
            label={page.t(w.storyLabel)}
            hint={page.t(w.storyHint)}
            button={page.t(w.tellIt)}
            back={at}
            limit={STORY_LENGTH}
            rows={5}
            kept={page.t(w.draftKept)}
            value={await storyOf(c, viewer, id)}
            draft={{ name: `kind-act-story-${id}`, label: page.t(w.storyTitle), href: `${at}/story` }}
            typed={typed}
            errors={errors}
          />
        </div>
        <Note>{page.t(w.storyNote)}</Note>
      </section>
    </Layout>,
    errors ? 422 : 200,
  )
}

export async function takeStory(c: AppContext, id: string): Promise<Response> {
  const { viewer } = await actOf(c, id)
  const again = (typed: Typed, errors?: FieldErrors) => showStory(c, id, typed, errors)
  return take(c, `${ACTS_PAGE}/${id}/story`, again, async (words) => {
    await tellStory(c.var.house, viewer, id, words)
    return `${ACTS_PAGE}/${id}`
  })
}

const backForm = z.object({ back: z.enum(['today', 'act']).default('act') })

/** Back to where it was pressed. */
async function backTo(c: AppContext, id: string): Promise<Response> {
  const result = await readForm(c, backForm)
  return c.redirect(result.ok && result.value.back === 'today' ? ACTS_PAGE : `${ACTS_PAGE}/${id}`, 303)
}

export async function takeDid(c: AppContext, id: string): Promise<Response> {
  const { viewer } = await actOf(c, id)
  await didAct(c.var.house, viewer, id)
  return backTo(c, id)
}

export async function takeUndo(c: AppContext, id: string): Promise<Response> {
  const { viewer } = await actOf(c, id)
  await undoAct(c.var.house, viewer, id)
  return backTo(c, id)
}

const memberForm = z.object({ member: z.string() })

export async function takeStoryAway(c: AppContext, id: string): Promise<Response> {
  const { viewer } = await actOf(c, id)
  const result = await readForm(c, memberForm)
  if (!result.ok || !isId(result.value.member)) throw notFound()
  await takeStoryBack(c.var.house, viewer, id, result.value.member)
  return c.redirect(`${ACTS_PAGE}/${id}`, 303)
}

export async function takeAway(c: AppContext, id: string): Promise<Response> {
  const viewer = requireMember(c)
  if (!isId(id)) throw notFound()
  await takeIdeaAway(c.var.house, viewer, id)
  return c.redirect(`${ACTS_PAGE}?did=gone`, 303)
}
