import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { entryPlace } from '../conversation/index.ts'
import {
  type AppContext,
  ErrorSummary,
  Field,
  type FieldErrors,
  FormEnd,
  fieldErrors,
  Head,
  Icon,
  isId,
  KindlingError,
  Layout,
  type MemberViewer,
  Note,
  notFound,
  type PageContext,
  pageContext,
  plainExcerpt,
  plainWords,
  readForm,
  requireMember,
  Select,
  show,
  type Typed,
} from '../foundation/index.ts'
import { kindDefaults } from '../spaces/index.ts'
import { giftHeading, giftWords } from './gift-words.ts'
import { giveThanks, hugFor, readTarget, readThankable, thankMember } from './give-thanks.ts'
import { thanksPolicy } from './policy.ts'
import { type Gift, gifts, isHug, PASSAGE_LENGTH, sisterOf, WORDS_LENGTH } from './rules.ts'
import { valuesFor } from './values/given-value.ts'
import type { CommunityValue } from './values/rules.ts'
import { valueWords as v } from './values/words.ts'
import { hasWalls } from './walls.ts'
import { thanksWords as w } from './words.ts'

/** So much of an entry stands above its form. */
const EXCERPT = 220
const starters = [w.starterHelped, w.starterAlone, w.starterLearned, w.starterTried]

/** What a form of giving is about. */
interface About {
  gift: Gift
  /** Undefined where the words stand without a name, and for everybody who read along. */
  name: string | undefined
  back: string
  hidden: Record<string, string>
  side: Child
  quote: Child
  /** Both may agree to show it. */
  mayShow: boolean
  passage: boolean
  /** What it may be for, where this community has values. */
  values: readonly CommunityValue[]
}

interface Asked {
  post: string
  reply: string | null
  member: string
  gift: Gift
}

/** The form a hug takes here: what its receiver chose, whatever the address says. */
function formOf(gift: Gift, sister: Gift | undefined): Gift {
  return isHug(gift) && sister && isHug(sister) ? sister : gift
}

async function aboutEntry(c: AppContext, viewer: MemberViewer, asked: Asked): Promise<About> {
  const { post: postId, reply: replyId } = asked
  const { house } = c.var
  const known = isId(postId) && (replyId === null || isId(replyId))
  const target = known ? await readTarget(house, viewer, postId, replyId) : undefined
  if (!target) throw notFound()
  const hug = await hugFor(house, viewer, target)
  if (!thanksPolicy.give(viewer, asked.gift, target, hug)) throw notFound()
  const { post, entry } = target
  const gift = formOf(asked.gift, sisterOf(post.need, entry.author && hug))
  const back = entryPlace(post.id, replyId)
  const page = pageContext(c)
  return {
    gift,
    name: gift === 'readers' ? undefined : entry.author?.name,
    back,
    hidden: { post: post.id, ...(replyId ? { reply: replyId } : {}), gift },
    side: page.t.rich(
      replyId ? w.forReply : w.forPost,
      { link: (title) => <a href={back}>{title}</a> },
      { title: post.title },
    ),
    quote: (
      <blockquote lang={entry.language} dir="auto">
        {plainExcerpt(plainWords(entry.html), EXCERPT)}
      </blockquote>
    ),
    mayShow: kindDefaults[post.space.kind].thanksShown,
    passage: gift === 'thanks',
    values: await valuesFor(house, viewer, { gift, space: post.space }),
  }
}

async function aboutMember(c: AppContext, viewer: MemberViewer, { member, gift }: Asked): Promise<About> {
  const { house } = c.var
  const { name, handle } = await readThankable(house, viewer, member)
  const walls = await hasWalls(house, viewer)
  if (gift === 'shout-out' && !walls) throw notFound()
  const given = gift === 'shout-out' ? gift : 'thanks'
  return {
    gift: given,
    name,
    back: `/members/${handle}`,
    hidden: { member: handle, gift },
    side: pageContext(c).t(w.forBeing),
    quote: null,
    mayShow: walls,
    passage: false,
    values: await valuesFor(house, viewer, { gift: given }),
  }
}

const hints: Partial<Record<Gift, typeof w.mayBeEmpty>> = { 'shout-out': w.shoutOutHint, next: w.nextHint }

function Words({
  page,
  gift,
  typed,
  error,
}: {
  page: PageContext
  gift: Gift
  typed: Typed
  error?: string | undefined
}) {
  return (
    <div class="set">
      <label for="f-words" class="q">
        {page.t(giftWords[gift].question)}
      </label>
      <p class="hint" id="f-words-hint">
        {page.t(hints[gift] ?? w.mayBeEmpty)}
      </p>
      {error && (
        <p class="wrong" id="f-words-error">
          {error}
        </p>
      )}
      <textarea
        id="f-words"
        name="words"
        rows={4}
        maxlength={WORDS_LENGTH}
        aria-describedby={error ? 'f-words-hint f-words-error' : 'f-words-hint'}
        aria-invalid={error ? 'true' : undefined}
      >{`\n${typed.words ?? ''}`}</textarea>
      {gift === 'thanks' && <Starters page={page} />}
    </div>
  )
}

/** Buttons that fill the box; without script the same as a hint. */
function Starters({ page }: { page: PageContext }) {
  const said = starters.map((starter) => page.t(starter))
  return (
    <>
      <p class="hint">
        {page.t(w.startersHint, { starters: said.map((words) => page.t(w.quote, { words })).join(' · ') })}
      </p>
      <p class="bar starts" role="group" aria-label={page.t(w.starters)} hidden>
        {said.map((starter) => (
          <button class="b small" type="button" data-starter="f-words">
            {starter}
          </button>
        ))}
      </p>
    </>
  )
}

function Passage({
  page,
  typed,
  errors,
}: {
  page: PageContext
  typed: Typed
  errors?: FieldErrors | undefined
}) {
  return (
    <details open={Boolean(typed.passage)}>
      <summary>{page.t(w.onlyPassage)}</summary>
      <Field
        name="passage"
        label={page.t(w.passage)}
        hint={page.t(w.passageHint)}
        rows={2}
        maxlength={PASSAGE_LENGTH}
        typed={typed}
        {...(errors ? { errors } : {})}
      />
    </details>
  )
}

/** What of the community's values it was for: where there are any, and only who wants to says it. */
function WhatFor({
  page,
  values,
  typed,
  errors,
}: {
  page: PageContext
  values: readonly CommunityValue[]
  typed: Typed
  errors?: FieldErrors | undefined
}) {
  if (values.length === 0) return null
  const options = values.map(({ id, name }) => ({ value: id, label: page.t(v.forValue, { value: name }) }))
  return (
    <Select
      name="value"
      label={page.t(v.chooseLabel)}
      options={[{ value: '', label: page.t(v.chooseNone) }, ...options]}
      typed={typed}
      errors={errors}
    />
  )
}

/** Who may read it: asked where there is something to choose, said where there is not. */
function WhoReads({ page, about, typed }: { page: PageContext; about: About; typed: Typed }) {
  const { gift, mayShow } = about
  const name = about.name ?? page.t(w.aMember)
  if (gift === 'readers') return <p class="hint">{page.t(w.readersRead)}</p>
  if (gift === 'shout-out') return <p class="hint">{page.t(w.askedFirst, { name })}</p>
  if (!mayShow) return <p class="hint">{page.t(about.quote ? w.betweenOnly : w.betweenYou)}</p>
  return (
    <fieldset>
      <legend>{page.t(w.whoReads)}</legend>
      <label class="pick">
        <input type="radio" name="showing" value="between" checked={typed.showing !== 'offered'} />{' '}
        {page.t(w.between)}
      </label>
      <label class="pick">
        <input type="radio" name="showing" value="offered" checked={typed.showing === 'offered'} />{' '}
        {page.t(w.mayShow, { name })}
      </label>
    </fieldset>
  )
}

/** "Thank Mira": what it is for, what it did, who may read it. */
async function showForm(
  c: AppContext,
  asked: Asked,
  typed: Typed = {},
  errors?: FieldErrors,
): Promise<Response> {
  const viewer = requireMember(c)
  const about = asked.member ? await aboutMember(c, viewer, asked) : await aboutEntry(c, viewer, asked)
  const page = pageContext(c)
  const { gift, name } = about
  const { icon, send } = giftWords[gift]
  const heading = giftHeading(page, gift, name)
  const note =
    gift === 'readers' ? page.t(w.takeBackNote) : page.t(w.needNot, { name: name ?? page.t(w.aMember) })
  return show(
    c,
    <Layout page={page} title={heading} icons={[icon]} scripts={['thank']} unlisted>
      <Head mark={<Icon name={icon} size="big" />}>{heading}</Head>
      <ErrorSummary page={page} errors={errors} />
      <form class="row" method="post" action="/thank">
        <div class="side">
          <p>{about.side}</p>
        </div>
        <div class="main">
          {Object.entries(about.hidden).map(([key, value]) => (
            <input type="hidden" name={key} value={value} />
          ))}
          {about.quote}
          <Words page={page} gift={gift} typed={typed} error={errors?.words} />
          {about.passage && <Passage page={page} typed={typed} errors={errors} />}
          <WhatFor page={page} values={about.values} typed={typed} errors={errors} />
          <WhoReads page={page} about={about} typed={typed} />
          <FormEnd page={page} button={page.t(send)} back={about.back} />
        </div>
        <Note>{note}</Note>
      </form>
    </Layout>,
    errors ? 422 : 200,
  )
}

const giftNamed = (name: string | undefined): Gift =>
  (gifts as readonly string[]).includes(name ?? '') ? (name as Gift) : 'thanks'

export async function showThank(c: AppContext): Promise<Response> {
  const { post = '', reply, member = '', gift } = c.req.query()
  return showForm(c, { post, reply: reply || null, member, gift: giftNamed(gift) })
}

const form = z.object({
  post: z.string().default(''),
  reply: z.string().optional(),
  member: z.string().default(''),
  gift: z.string().optional(),
  words: z.string().default(''),
  passage: z.string().default(''),
  value: z.string().optional(),
  showing: z.enum(['between', 'offered']).default('between'),
})
type Sent = z.infer<typeof form>

/** @returns where it can be seen */
async function give(c: AppContext, viewer: MemberViewer, sent: Sent, asked: Asked): Promise<string> {
  const { house } = c.var
  const { words, passage, value } = sent
  const offerToShow = sent.showing === 'offered'
  const { post: postId, reply: replyId, member, gift } = asked
  if (member) {
    const kind = gift === 'shout-out' ? gift : 'thanks'
    await thankMember(house, viewer, { handle: member, gift: kind, words, value, offerToShow })
    return `/members/${member}`
  }
  await giveThanks(house, viewer, { postId, replyId, gift, words, passage, value, offerToShow })
  return entryPlace(postId, replyId)
}

/** Takes the form; a refusal comes back as it was typed. */
export async function takeThanks(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, form)
  if (!result.ok) throw notFound()
  const { post, reply, member } = result.value
  if (!member && !isId(post)) throw notFound()
  const asked = {
    post,
    reply: reply && isId(reply) ? reply : null,
    member,
    gift: giftNamed(result.value.gift),
  }
  try {
    return c.redirect(await give(c, viewer, result.value, asked), 303)
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status >= 500 || error.code === 'not_found') throw error
    return showForm(c, asked, result.typed, fieldErrors(error, c.var.t))
  }
}
