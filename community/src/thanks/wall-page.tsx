import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { ReportMore } from '../bounds/index.ts'
import { entryPlace } from '../conversation/index.ts'
import {
  type AppContext,
  ErrorSummary,
  Field,
  type FieldErrors,
  FormEnd,
  fieldErrors,
  giftIcons,
  Head,
  Icon,
  isMember,
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
} from '../foundation/index.ts'
import { type Space, visibleSpace } from '../spaces/index.ts'
import { giftWords } from './gift-words.ts'
import { Said, TakeBack, TakeDown } from './parts.tsx'
import { thanksPolicy } from './policy.ts'
import { readWall, type WallNote } from './read-wall.ts'
import { mayTakeBack, NAME_LENGTH, THANKS, WORDS_LENGTH } from './rules.ts'
import { shoutOutElsewhere } from './shout-out.ts'
import { hasWall, hasWalls } from './walls.ts'
import { thanksWords as w } from './words.ts'

/** "Noor to Mira, for an answer in …". */
function FromTo({ page, note }: { page: PageContext; note: WallNote }) {
  const { postId, replyId, title, giverName, receiverName } = note
  const href = postId ? entryPlace(postId, replyId) : ''
  const link = (text: Child) => <a href={href}>{text}</a>
  return (
    <p class="hint">
      {page.t(w.fromTo, { giver: giverName, receiver: receiverName ?? page.t(w.aMemberWithin) })}
      {title && postId && <> · {page.t.rich(replyId ? w.wallAnswer : w.wallPost, { link }, { title })}</>} ·{' '}
      <time datetime={note.shownAt.toISOString()}>{page.time.date(note.shownAt)}</time>
    </p>
  )
}

function WallItem({ page, note }: { page: PageContext; note: WallNote }) {
  return (
    <li class="keep">
      <Icon name={giftWords[note.gift].icon} size="middle" />
      <div>
        <p class="say" dir="auto">
          <Said page={page} note={note} />
        </p>
        <FromTo page={page} note={note} />
        {note.givenAt && mayTakeBack(note.givenAt, page.time.now) && <TakeBack page={page} id={note.id} />}
        {!note.givenAt && note.words && isMember(page.viewer) && (
          <ReportMore page={page} kind={THANKS} id={note.id} />
        )}
        {thanksPolicy.takeDown(page.viewer, { showing: 'shown' }) && !note.mine && (
          <TakeDown page={page} id={note.id} then={page.path.split('?')[0]!} />
        )}
      </div>
    </li>
  )
}

/** What both sides agreed to show: here, or in one space. There is none in a small place. */
export async function showWall(c: AppContext, slug?: string): Promise<Response> {
  const { house, viewer } = c.var
  const space: Space | undefined = slug === undefined ? undefined : await visibleSpace(house, viewer, slug)
  if (slug !== undefined && !(space && hasWall(space))) throw notFound()
  if (!(await hasWalls(house, viewer))) throw notFound()
  const cursor = c.req.query('before')
  const { notes, next } = await readWall(house, viewer, { space, cursor })
  const page = pageContext(c)
  const here = space ? `/spaces/${space.slug}/wall` : '/wall'
  const heading = page.t(w.wallTitle)
  const shoutOut = !space && thanksPolicy.shoutOutElsewhere(viewer)
  return show(
    c,
    <Layout page={page} title={space ? `${heading} · ${space.name}` : heading} icons={giftIcons} unlisted>
      <Head side={space ? <a href={`/spaces/${space.slug}`}>{space.name}</a> : page.t(w.wallSide)}>
        {heading}
      </Head>
      <div class="row">
        <div class="main">
          {notes.length === 0 ? (
            <p class="lead">{page.t(cursor ? w.wallEnd : w.wallEmpty)}</p>
          ) : (
            <ul class="wall">
              {notes.map((note) => (
                <WallItem page={page} note={note} />
              ))}
            </ul>
          )}
          <p class="acts">
            {next && (
              <a class="act plain" rel="next" href={`${here}?before=${next}`}>
                {page.t(w.earlier)}
              </a>
            )}
            {cursor && (
              <a class="act plain" href={here}>
                {page.t(w.latest)}
              </a>
            )}
            {space && (
              <a class="act plain" href="/wall">
                {page.t(w.wallAll)}
              </a>
            )}
            {shoutOut && (
              <a class="act plain" href="/shout-out">
                {page.t(w.shoutOutElsewhere)}
              </a>
            )}
          </p>
        </div>
      </div>
    </Layout>,
  )
}

/** A shout-out to somebody who is no member here. */
export async function showShoutOut(
  c: AppContext,
  typed: Typed = {},
  errors?: FieldErrors,
): Promise<Response> {
  const viewer = requireMember(c)
  if (!thanksPolicy.shoutOutElsewhere(viewer) || !(await hasWalls(c.var.house, viewer))) throw notFound()
  const page = pageContext(c)
  const given = { typed, ...(errors ? { errors } : {}) }
  return show(
    c,
    <Layout page={page} title={page.t(w.shoutOut)} icons={['shout-out']} unlisted>
      <Head mark={<Icon name="shout-out" size="big" />}>{page.t(w.shoutOut)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <form class="row" method="post" action="/shout-out">
        <div class="main">
          <Field
            name="name"
            label={page.t(w.shoutOutWhom)}
            hint={page.t(w.shoutOutWhomHint)}
            maxlength={NAME_LENGTH}
            {...given}
          />
          <Field
            name="words"
            label={page.t(w.shoutOutQuestion)}
            hint={page.t(w.shoutOutHint)}
            rows={4}
            maxlength={WORDS_LENGTH}
            {...given}
          />
          <FormEnd page={page} button={page.t(w.sendShoutOut)} back="/wall" />
        </div>
        <Note>{page.t(w.shoutOutNote)}</Note>
      </form>
    </Layout>,
    errors ? 422 : 200,
  )
}

const form = z.object({ name: z.string().default(''), words: z.string().default('') })

/** Takes the form; a refusal comes back as it was typed. */
export async function takeShoutOut(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, form)
  if (!result.ok) return showShoutOut(c, result.typed, result.errors)
  try {
    await shoutOutElsewhere(c.var.house, viewer, result.value)
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status >= 500 || error.code === 'not_found') throw error
    return showShoutOut(c, result.typed, fieldErrors(error, c.var.t))
  }
  return c.redirect('/wall', 303)
}
