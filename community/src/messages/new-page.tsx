import { z } from 'zod'
import { backFromPause, pauseFirst } from '../composer/index.ts'
import {
  type AppContext,
  ErrorSummary,
  Field,
  type FieldErrors,
  fieldErrors,
  Head,
  type House,
  isId,
  KindlingError,
  Layout,
  type MemberViewer,
  Note,
  type PageContext,
  pageContext,
  readForm,
  show,
  type Typed,
} from '../foundation/index.ts'
import type { StoredOpening } from './openings-store.ts'
import { AboutLine, forUsers, MessageForm } from './parts.tsx'
import { messagePolicy } from './policy.ts'
import { type About, aboutForBoth, readAbouts } from './read-about.ts'
import { conversationWith } from './read-conversation.ts'
import { type Receiver, readReceiver } from './read-receiver.ts'
import { REASON_LENGTH } from './rules.ts'
import { messageWords as w } from './words.ts'
import { readOpening, writeTo } from './write-to.ts'

/** Whom a first message is for, and what it is about. */
interface Place {
  receiver: Receiver
  opening: StoredOpening | undefined
  about: About | undefined
  /** "I am here" was to be taken up, and has lapsed or was taken back: what was typed goes on as a request. */
  lapsed: boolean
}

const id = (text: string | undefined) => (text && isId(text) ? text : undefined)

/** Who knows whom it was from goes on without it. */
async function openingOrNone(
  house: House,
  viewer: MemberViewer,
  openingId: string,
  from: string | undefined,
): Promise<StoredOpening | undefined> {
  try {
    return await readOpening(house, viewer, openingId)
  } catch (error) {
    if (from && error instanceof KindlingError && error.code === 'not_found') return undefined
    throw error
  }
}

async function readPlace(c: AppContext, viewer: MemberViewer, asked: Typed): Promise<Place> {
  const { house } = c.var
  const openingId = id(asked.opening)
  const opening = openingId ? await openingOrNone(house, viewer, openingId, asked.to) : undefined
  const receiver = await readReceiver(
    house.db,
    viewer,
    opening ? { id: opening.memberId } : { handle: asked.to ?? '' },
  )
  const between = [viewer.memberId, receiver.id] as const
  const beside = id(asked.beside)
  const asking = { community: viewer.communityId, member: viewer.memberId }
  const about = opening
    ? (await readAbouts(house, asking, [opening.entryId])).get(opening.entryId)
    : beside && (await aboutForBoth(house, viewer.communityId, between, beside))
  return { receiver, opening, about: about || undefined, lapsed: !!openingId && !opening }
}

/** Somebody takes no new messages, or is under 18: the same page for both, so that it says neither. */
function showTakesNone(c: AppContext, { name, handle }: Receiver): Response {
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.takesNoneTitle, { name })} unlisted>
      <Head side={<a href="/messages">{page.t(w.title)}</a>}>{page.t(w.takesNoneTitle, { name })}</Head>
      <div class="row bare">
        <div class="main">
          <p class="lead">{page.t(w.takesNoneLead, { name })}</p>
          <p>
            <a class="act plain" href={`/members/${handle}`}>
              {page.t(w.backTo, { name })}
            </a>
          </p>
        </div>
      </div>
    </Layout>,
    403,
  )
}

/** Where one writes on, and what the draft is kept under. */
const addressOf = ({ receiver, opening, about }: Place) =>
  opening
    ? `/messages/new?opening=${opening.id}&to=${receiver.handle}`
    : `/messages/new?to=${receiver.handle}${about ? `&beside=${about.entryId}` : ''}`

function Opened({ page, place: { receiver, about } }: { page: PageContext; place: Place }) {
  const { name } = receiver
  return (
    <>
      <p class="house">{page.t(w.upTaken, { name })}</p>
      {about?.unnamed && <p class="house">{page.t(w.wasUnnamed, { name })}</p>}
    </>
  )
}

function Form({
  page,
  place,
  typed,
  errors,
}: {
  page: PageContext
  place: Place
  typed: Typed
  errors: FieldErrors | undefined
}) {
  const { receiver, opening, about, lapsed } = place
  const { name } = receiver
  return (
    <section class="row">
      <p class="side">{page.t(w.onlyTwo)}</p>
      <MessageForm
        page={page}
        action="/messages/new"
        fields={opening ? ['body'] : ['reason', 'body']}
        person={name}
        typed={typed}
        errors={errors}
        name={`message-${receiver.id}`}
        href={addressOf(place)}
        hidden={
          opening
            ? { opening: opening.id, to: receiver.handle }
            : { to: receiver.handle, beside: about?.entryId }
        }
      >
        {lapsed && <p class="house">{page.t(w.upLapsed, { name })}</p>}
        {about && <AboutLine page={page} about={about} />}
        {opening ? (
          <Opened page={page} place={place} />
        ) : (
          <Field
            name="reason"
            label={page.t(w.why)}
            hint={page.t(w.whyHint, { name })}
            typed={typed}
            {...(errors ? { errors } : {})}
            maxlength={REASON_LENGTH}
            autocomplete="off"
          />
        )}
      </MessageForm>
      {!opening && (
        <Note>
          <span class="block">{page.t(w.asks, { name })}</span>
          <span class="block">{page.t(w.nextWaits)}</span>
        </Note>
      )}
    </section>
  )
}

interface Filled {
  typed?: Typed
  errors?: FieldErrors
  status?: 422 | 403 | 429
}

async function showForm(
  c: AppContext,
  viewer: MemberViewer,
  place: Place,
  filled: Filled,
): Promise<Response> {
  const { receiver, opening } = place
  const { typed = {}, errors } = filled
  const talking = await conversationWith(c.var.house, viewer, receiver.id)
  // They talk already: what was written stands in their conversation's own form. Not where words came back from a refusal.
  if (talking && !opening && !errors && !typed.body) return c.redirect(`/messages/${talking.id}#answer`, 303)
  if (!opening && !talking && !messagePolicy.ask(viewer, receiver) && !typed.body)
    return showTakesNone(c, receiver)
  const page = pageContext(c)
  const heading = page.t(w.writeTo, { name: receiver.name })
  return show(
    c,
    <Layout page={page} title={heading} scripts={['composer']} unlisted>
      <Head side={<a href="/messages">{page.t(w.title)}</a>}>{heading}</Head>
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} place={place} typed={typed} errors={errors} />
    </Layout>,
    filled.status ?? (errors ? 422 : 200),
  )
}

/** The first words to somebody: a request with its reason, or a conversation that opens at once. */
export async function showNew(c: AppContext): Promise<Response> {
  return forUsers(c, async (viewer) => {
    const asked = c.req.query()
    if (!asked.to && !asked.opening) return c.redirect('/members', 303)
    return showForm(c, viewer, await readPlace(c, viewer, asked), {})
  })
}

const form = z.object({
  to: z.string().optional(),
  opening: z.string().optional(),
  beside: z.string().optional(),
  reason: z.string().default(''),
  body: z.string().default(''),
})

/** Takes it; a refusal comes back with everything that was typed. */
export async function takeNew(c: AppContext): Promise<Response> {
  return forUsers(c, async (viewer) => {
    const result = await readForm(c, form)
    const { typed } = result
    const place = await readPlace(c, viewer, typed)
    const back = backFromPause(typed)
    if (back) return showForm(c, viewer, place, { typed: back })
    if (!result.ok) return showForm(c, viewer, place, { typed, errors: result.errors })
    const { receiver, opening, about } = place
    const passed = await pauseFirst(c, {
      typed,
      fields: opening ? ['body'] : ['reason', 'body'],
      action: '/messages/new',
      about: async () => ({ person: receiver.name }),
    })
    if (passed instanceof Response) return passed
    try {
      const { conversationId } = await writeTo(c.var.house, viewer, {
        to: receiver.handle,
        reason: result.value.reason,
        body: result.value.body,
        beside: about?.entryId,
        opening: opening?.id,
      })
      return c.redirect(`/messages/${conversationId}?did=answered`, 303)
    } catch (error) {
      if (!(error instanceof KindlingError) || error.status >= 500 || error.code === 'not_found') throw error
      const status = error.status === 429 || error.status === 403 ? error.status : 422
      return showForm(c, viewer, place, { typed, errors: fieldErrors(error, c.var.t), status })
    }
  })
}
