import {
  type AppContext,
  ErrorSummary,
  Field,
  type FieldErrors,
  Head,
  Layout,
  type PageContext,
  type Phrase,
  pageContext,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { type Found, findRitual } from './find-ritual.ts'
import { currentOccasion, type OccasionRow } from './occasion-store.ts'
import { GatheredList } from './parts.tsx'
import { ritualPolicy } from './policy.ts'
import {
  type GatheredEntry,
  gatheredOf,
  type Named,
  namesFor,
  type ShownOccasion,
  shownOccasions,
  timesOf,
} from './read-rituals.ts'
import { sayWhen } from './say-when.ts'
import { isOffering } from './store.ts'
import { ritualWords as w } from './words.ts'

interface Filled {
  typed?: Typed
  errors?: FieldErrors
}

interface Seen extends Found {
  occasion: OccasionRow | undefined
  /** The one that is open, where its thread is this viewer's to read. */
  open: ShownOccasion | undefined
  lately: { occasion: ShownOccasion; entries: GatheredEntry[] } | undefined
  host: Named | undefined
  keeper: Named | undefined
  isOffering: boolean
}

async function look(page: PageContext, id: string): Promise<Seen> {
  const { house, viewer } = page
  const found = await findRitual(house, viewer, id)
  const [occasion, shown, offering] = await Promise.all([
    currentOccasion(house.db, viewer.communityId, id),
    shownOccasions(house, viewer),
    viewer.memberId ? isOffering(house.db, viewer.communityId, id, viewer.memberId) : false,
  ])
  const own = shown.filter(({ ritualId }) => ritualId === id)
  const last = own.find(({ state }) => state === 'gathered')
  const [names, entries] = await Promise.all([
    namesFor(house, viewer, [occasion?.host_id ?? null, found.ritual.keeper_id]),
    last ? gatheredOf(house, viewer, [last.postId]) : undefined,
  ])
  return {
    ...found,
    occasion,
    open: own.find(({ state }) => state === 'open'),
    lately: last && { occasion: last, entries: entries?.get(last.postId) ?? [] },
    host: names.get(occasion?.host_id ?? ''),
    keeper: names.get(found.ritual.keeper_id),
    isOffering: offering,
  }
}

const said: Record<string, Phrase> = {
  'set-up': w.wasSetUp,
  changed: w.changed,
  rested: w.rested,
  woken: w.woken,
  'handed-on': w.handedOn,
  offered: w.offerSaved,
  'offer-ended': w.offerEnded,
  begun: w.begun,
  declined: w.notThisTimeSaid,
}

function next(page: PageContext, { ritual, occasion }: Seen): string {
  if (ritual.resting_at) return page.t(w.resting)
  const waiting = occasion?.state === 'waiting' ? occasion : undefined
  const [at] = timesOf(page.community, ritual, waiting, page.time.now)
  return at ? page.t(w.notYetDue, { when: page.time.within.moment(at) }) : page.t(w.noNext)
}

function hostSentence({ t, viewer }: PageContext, { occasion, host }: Seen): string | undefined {
  if (!occasion) return undefined
  if (!occasion.host_id) return t(w.hostWanted)
  const isYes = occasion.state === 'open' || occasion.first_words !== null
  if (occasion.host_id === viewer.memberId) return t(isYes ? w.youHost : w.askedToHost)
  return isYes && host ? t(w.hostedBy, { name: host.name }) : undefined
}

function Button({ action, label }: { action: string; label: string }) {
  return (
    <form class="bar" method="post" action={action}>
      <button class="b" type="submit">
        {label}
      </button>
    </form>
  )
}

function About({ page, seen, did }: { page: PageContext; seen: Seen; did: Phrase | undefined }) {
  const { t } = page
  const { ritual, open, keeper } = seen
  const host = hostSentence(page, seen)
  return (
    <div class="row bare">
      <div class="main">
        {did && (
          <p class="house" role="status">
            {t(did)}
          </p>
        )}
        <p class="lead">{ritual.asks}</p>
        <p>
          {sayWhen(page, ritual)}. {t(w.staysOpen, { count: ritual.open_days })}
        </p>
        {open ? (
          <p class="bar">
            <a class="b go" href={`/posts/${open.postId}`}>
              {t(w.takePart)}
            </a>
            <span class="hint">{t(w.openUntil, { when: page.time.within.moment(open.closesAt) })}</span>
          </p>
        ) : (
          <p>{next(page, seen)}</p>
        )}
        {host && <p class="house">{host}</p>}
      </div>
      {keeper && <p class="note">{t(w.keptBy, { name: keeper.name })}</p>}
    </div>
  )
}

function FirstEntry({ page, seen, filled }: { page: PageContext; seen: Seen; filled: Filled }) {
  const { t, viewer } = page
  const { occasion, ritual } = seen
  const isWritten = occasion!.first_words !== null
  const isDue = occasion!.due_at <= page.time.now
  const hint = isDue
    ? t(w.firstEntryNow)
    : t(w.firstEntryHint, { when: page.time.within.moment(occasion!.due_at) })
  const isAsked = occasion!.host_id === viewer.memberId
  return (
    <>
      <form method="post" action={`/rituals/${ritual.id}/begin`}>
        <Field
          name="body"
          label={t(w.firstEntry)}
          hint={hint}
          rows={6}
          value={isAsked ? (occasion!.first_words ?? '') : ''}
          {...(filled.typed ? { typed: filled.typed } : {})}
          {...(filled.errors ? { errors: filled.errors } : {})}
        />
        <p class="bar">
          <button class="b go" type="submit">
            {t(isWritten ? w.saveFirst : w.sayYes)}
          </button>
        </p>
      </form>
      {isAsked && <Button action={`/rituals/${ritual.id}/not-this-time`} label={t(w.notThisTime)} />}
    </>
  )
}

/** Whoever may host reads how, and says yes or not. */
function Hosting({ page, seen, filled }: { page: PageContext; seen: Seen; filled: Filled }) {
  const { t, viewer } = page
  const { ritual, facts, occasion } = seen
  if (!ritualPolicy.offer(viewer, facts)) return null
  const may =
    occasion && ritualPolicy.host(viewer, facts, { state: occasion.state, hostId: occasion.host_id })
  const at = `/rituals/${ritual.id}/offer`
  return (
    <section class="row" aria-labelledby="hosting">
      <h2 class="side lab" id="hosting">
        {t(w.hosting)}
      </h2>
      <div class="main">
        <p>{t(w.hostingAbout)}</p>
        {may && <FirstEntry page={page} seen={seen} filled={filled} />}
        {!may && filled.typed?.body && (
          <Field name="body" label={t(w.keptWords)} rows={6} typed={filled.typed} />
        )}
        {seen.isOffering ? (
          <>
            <p class="hint">{t(w.offered)}</p>
            <Button action={`${at}/end`} label={t(w.withdrawOffer)} />
          </>
        ) : (
          <Button action={at} label={t(w.offer)} />
        )}
      </div>
    </section>
  )
}

function LookingAfter({ page, seen, filled }: { page: PageContext; seen: Seen; filled: Filled }) {
  const { t, viewer } = page
  const { ritual, facts } = seen
  if (!ritualPolicy.lookAfter(viewer, facts)) return null
  const at = `/rituals/${ritual.id}`
  return (
    <section class="row" aria-labelledby="looking-after">
      <h2 class="side lab" id="looking-after">
        {t(w.lookAfter)}
      </h2>
      <div class="main">
        {ritual.asked_keeper_at && (
          <div class="house">
            <p>{t(w.quietTwice)}</p>
            <p>{t(w.quietTwiceAbout)}</p>
          </div>
        )}
        <div class="bar">
          {ritual.resting_at ? (
            <Button action={`${at}/wake`} label={t(w.wake)} />
          ) : (
            <Button action={`${at}/rest`} label={t(w.rest)} />
          )}
          <a class="b" href={`${at}/change`}>
            {t(w.change)}
          </a>
        </div>
        <form method="post" action={`${at}/hand-on`}>
          <Field
            name="to"
            label={t(w.handOnTo)}
            hint={t(w.handOnHint)}
            {...(filled.typed ? { typed: filled.typed } : {})}
            {...(filled.errors ? { errors: filled.errors } : {})}
          />
          <p class="bar">
            <button class="b" type="submit">
              {t(w.handOn)}
            </button>
          </p>
        </form>
      </div>
    </section>
  )
}

/** One ritual: what it asks, when, who hosts, and what may be done with it. */
export async function showRitual(
  c: AppContext,
  id: string,
  filled: Filled = {},
  status: 200 | 403 | 422 = 200,
) {
  const page = pageContext(c)
  const seen = await look(page, id)
  const { t } = page
  const did = said[c.req.query('did') ?? '']
  return show(
    c,
    <Layout page={page} title={seen.ritual.name} unlisted>
      <Head side={<a href={`/spaces/${seen.space.slug}`}>{seen.space.name}</a>}>{seen.ritual.name}</Head>
      <ErrorSummary page={page} errors={filled.errors} />
      <About page={page} seen={seen} did={filled.errors ? undefined : did} />
      {seen.lately && seen.lately.entries.length > 0 && (
        <section class="row" aria-labelledby="gathered">
          <h2 class="side lab" id="gathered">
            {t(w.gathered)}
          </h2>
          <div class="main">
            <p>
              <a href={`/posts/${seen.lately.occasion.postId}`}>{seen.lately.occasion.title}</a>
            </p>
            <GatheredList entries={seen.lately.entries} />
          </div>
        </section>
      )}
      <Hosting page={page} seen={seen} filled={filled} />
      <LookingAfter page={page} seen={seen} filled={filled} />
      <div class="row bare">
        <p class="main">
          <a class="act plain" href="/rituals">
            {t(w.allRituals)}
          </a>
        </p>
      </div>
    </Layout>,
    status,
  )
}
