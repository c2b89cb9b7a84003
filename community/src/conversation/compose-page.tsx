import { z } from 'zod'
import { type AppContext, Choices, ErrorSummary, Field, type FieldErrors, Head, KindlingError, Layout, pageContext, readForm, requireMember, show, Tick, type Typed } from '../foundation/index.ts'
import { mayBeUnnamed, type Space, spacePolicy, visibleSpaces } from '../spaces/index.ts'
import { needs, TITLE_LENGTH } from './rules.ts'
import { conversationWords as w } from './words.ts'
import { writePost } from './write-post.ts'

const choiceWords = {
  listening: w.chooseListening, advice: w.chooseAdvice, resource: w.chooseResource, hands: w.chooseHands, feedback: w.chooseFeedback, celebrate: w.chooseCelebrate,
} as const

async function writable(c: AppContext): Promise<Space[]> {
  const viewer = requireMember(c)
  return (await visibleSpaces(c.var.house, viewer)).filter((space) => spacePolicy.post(viewer, space))
}

/** The page where a post is written. */
export async function showCompose(c: AppContext, typed: Typed = {}, errors?: FieldErrors): Promise<Response> {
  const page = pageContext(c)
  const spaces = await writable(c)
  const slug = typed.space ?? c.req.query('space')
  const chosen = spaces.find((space) => space.slug === slug)
  const need = typed.need ?? c.req.query('need') ?? ''
  return show(
    c,
    <Layout page={page} title={page.t(w.composeTitle)} scripts={['composer']} unlisted>
      <Head side={chosen ? <a href={`/spaces/${chosen.slug}`}>{chosen.name}</a> : ''}>{page.t(w.composeTitle)}</Head>
      <ErrorSummary page={page} errors={errors} />
      {spaces.length === 0 ? (
        <div class="row bare"><p class="main">{page.t(w.nothingToWriteIn)}</p></div>
      ) : (
        <form class="row bare write" method="post" action="/new" data-draft="new">
          <p class="side">{page.t(w.stays)}</p>
          <div class="main">
            {chosen && !errors?.space ? (
              <input type="hidden" name="space" value={chosen.slug} />
            ) : (
              <Choices name="space" legend={page.t(w.space)} chosen={slug ?? ''} errors={errors} choices={spaces.map((space) => ({ value: space.slug, label: space.name, hint: space.description }))} />
            )}
            <Field name="title" label={page.t(w.title)} hint={page.t(w.titleHint)} typed={typed} errors={errors} maxlength={TITLE_LENGTH} autocomplete="off" />
            <Field name="body" label={page.t(w.body)} hint={page.t(w.bodyHint)} typed={typed} errors={errors} rows={8} required />
            <Choices name="need" legend={page.t(w.whatHelps)} chosen={need} choices={[...needs.map((value) => ({ value, label: page.t(choiceWords[value]) })), { value: '', label: page.t(w.chooseNothing) }]} />
            <Tick name="newToThis" label={page.t(w.iAmNew)} checked={typed.newToThis === 'yes'} />
            {(!chosen || mayBeUnnamed(chosen.kind, 'advice')) && (
              <Tick name="unnamed" checked={typed.unnamed === 'yes'} errors={errors} label={<>{page.t(w.withoutName)}<span class="hint block">{page.t(w.withoutNameHint)}</span></>} />
            )}
            <p class="bar">
              <button class="b go" type="submit">{page.t(w.post)}</button>
            </p>
          </div>
        </form>
      )}
    </Layout>,
    errors ? 422 : 200,
  )
}

const form = z.object({
  space: z.string().optional(),
  title: z.string().default(''),
  body: z.string().default(''),
  need: z.enum([...needs, '']).default(''),
  newToThis: z.literal('yes').optional(),
  unnamed: z.literal('yes').optional(),
})

/** Takes the form; a refusal comes back with everything that was typed. */
export async function takePost(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, form)
  if (!result.ok) return showCompose(c, result.typed, result.errors)
  const { value, typed } = result
  const space = (await writable(c)).find((one) => one.slug === value.space)
  if (!space) return showCompose(c, typed, { space: pageContext(c).t(w.spaceMissing) })
  try {
    const id = await writePost(c.var.house, viewer, space, {
      title: value.title, body: value.body, need: value.need || null, newToThis: value.newToThis === 'yes', unnamed: value.unnamed === 'yes',
    })
    return c.redirect(`/posts/${id}`, 303)
  } catch (error) {
    if (error instanceof KindlingError && error.status < 500)
      return showCompose(c, typed, { [String(error.details?.field ?? '')]: error.message })
    throw error
  }
}
