import { excerpt, speechIn } from '@kindling/pause'
import { type Harm, harms } from '@kindling/tone'
import {
  type AppContext,
  Choices,
  ErrorSummary,
  Field,
  type FieldErrors,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  Note,
  type PageContext,
  pageContext,
  permitted,
  readTyped,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { OfficeLink } from '../../members/index.ts'
import { managedSpace, managedSpaces, spacePolicy, visibleSpace, visibleSpaces } from '../../spaces/index.ts'
import { modelOf, OwnModelHere } from '../own-model/index.ts'
import { type HowOften, howOften, type PausePolicy } from '../rules.ts'
import { changePolicy, checkPolicy, HEADING_LENGTH, type TypedPolicy } from './change-policy.ts'
import { type KeptPolicy, policiesOf, policyOf } from './store.ts'
import { type Paused, type Tried, tryPolicy } from './try-policy.ts'
import { harmNames, policyWords as w } from './words.ts'

export const POLICY_PAGE = '/admin/pause'
/** More of them nobody reads. */
const SHOWN_AT_MOST = 50

const oftenWords: Record<HowOften, (typeof w)[keyof typeof w]> = {
  less: w.less,
  usual: w.usual,
  more: w.more,
}
const oftenSaid: Record<HowOften, (typeof w)[keyof typeof w]> = {
  less: w.oftenLess,
  usual: w.oftenUsual,
  more: w.oftenMore,
}

/** What was decided, in a few sentences. */
function policySaid({ t, time }: PageContext, policy: KeptPolicy): string {
  const { often, silent, headings, version, changedAt } = policy
  if (!changedAt) return t(w.unchanged)
  return [
    t(w.speaksFor, { often: t(oftenSaid[often]) }),
    silent.length > 0 && t(w.silentOf, { names: silent.map((name) => t(harmNames[name])).join(', ') }),
    Object.keys(headings).length > 0 && t(w.ownWords),
    t(w.changed, { version, day: time.date(changedAt) }),
  ]
    .filter(Boolean)
    .join(' ')
}

/** GET /admin/pause: every space, and what was decided there. */
export async function showPolicies(c: AppContext): Promise<Response> {
  const viewer = permitted(c, spacePolicy.manage)
  const { db } = c.var.house
  const spaces = (await managedSpaces(db, viewer.communityId)).filter(({ archivedAt }) => !archivedAt)
  const policies = await policiesOf(
    db,
    viewer.communityId,
    spaces.map(({ id }) => id),
  )
  const page = pageContext(c)
  const { t } = page
  return show(
    c,
    <Layout page={page} title={t(w.title)} unlisted>
      <Head side={<OfficeLink page={page} />}>{t(w.title)}</Head>
      <div class="row bare">
        <p class="main lead">{t(w.lead)}</p>
      </div>
      {spaces.map((space) => (
        <section class="row">
          <div class="main tight">
            <h2 class="title" dir="auto">
              {space.name}
            </h2>
            <p>{policySaid(page, policies.get(space.id)!)}</p>
            <p>
              <a class="act plain" href={`${POLICY_PAGE}/${space.id}`}>
                {t(w.change)} <span class="vh">{space.name}</span>
              </a>
            </p>
          </div>
        </section>
      ))}
    </Layout>,
  )
}

function asTyped({ often, silent, headings }: PausePolicy): Typed {
  return {
    often,
    silent: silent.join(','),
    ...Object.fromEntries(Object.entries(headings).map(([name, sentence]) => [`heading-${name}`, sentence])),
  }
}

const fromTyped = (typed: Typed): TypedPolicy => ({
  often: typed.often ?? '',
  silent: (typed.silent ?? '').split(',').filter((name) => name !== ''),
  headings: Object.fromEntries(harms.map((name) => [name, typed[`heading-${name}`] ?? ''])),
})

interface Filled {
  page: PageContext
  typed: Typed
  errors: FieldErrors | undefined
  tried: Tried | undefined
}

function OftenChoice({ page: { t }, typed, errors, tried }: Filled) {
  const wouldHave = (often: HowOften) => {
    if (!tried || tried.of === 0) return ''
    const [count, of] = [tried.counts[often], tried.of]
    return count === 0 ? t(w.wouldNot, { of }) : t(w.wouldHave, { count, of })
  }
  return (
    <Choices
      name="often"
      legend={t(w.howOften)}
      chosen={typed.often ?? 'usual'}
      {...(errors ? { errors } : {})}
      choices={howOften.map((often) => ({
        value: often,
        label: t(oftenWords[often]),
        hint: wouldHave(often),
      }))}
    />
  )
}

/** Names stand in sentences; alone they begin large. */
const asLabel = (name: string): string => name.charAt(0).toLocaleUpperCase() + name.slice(1)

function SilentTicks({ page: { t }, typed, errors }: Filled) {
  const silent = (typed.silent ?? '').split(',')
  return (
    <fieldset class="set" aria-describedby="silent-hint">
      <legend>{t(w.leavesAlone)}</legend>
      <p class="hint" id="silent-hint">
        {t(w.leavesAloneHint)}
      </p>
      {errors?.silent && <p class="wrong">{errors.silent}</p>}
      <div class="picks">
        {harms.map((name) => (
          <label class="pick">
            <input type="checkbox" name="silent" value={name} checked={silent.includes(name)} />
            <span>{asLabel(t(harmNames[name]))}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function OwnSentences({ page: { t }, typed, errors }: Filled) {
  const ours = speechIn(t.language.tag).said.headings
  const own = harms.some((name) => typed[`heading-${name}`])
  const wrong = Object.keys(errors ?? {}).some((name) => name.startsWith('heading-'))
  return (
    <details open={own || wrong}>
      <summary>{t(w.attributes)}</summary>
      <p class="hint">{t(w.saysHint, { person: '{person|them}' })}</p>
      {harms.map((name: Harm) => (
        <Field
          name={`heading-${name}`}
          label={asLabel(t(harmNames[name]))}
          hint={ours[name]}
          typed={typed}
          errors={errors}
          maxlength={HEADING_LENGTH}
          autocomplete="off"
        />
      ))}
    </details>
  )
}

/** The words it would have rested on, with some of what stands around them. */
function Excerpt({ paused: { text, words } }: { paused: Paused }) {
  return (
    <p class="typed" dir="auto">
      {excerpt(text, words).map((piece) => (piece.marked ? <mark>{piece.text}</mark> : piece.text))}
    </p>
  )
}

function WhatItWouldDo({ page, tried }: { page: PageContext; tried: Tried }) {
  const { t } = page
  const shown = tried.paused.slice(0, SHOWN_AT_MOST)
  const all = shown.length === tried.paused.length
  return (
    <section class="row" id="tried" aria-labelledby="tried-title">
      <div class="main">
        <h2 class="say" id="tried-title">
          {tried.of === 0
            ? t(w.empty)
            : shown.length === 0
              ? t(w.none)
              : t(all ? w.read : w.readSome, { count: shown.length })}
        </h2>
        {shown.map((paused) => (
          <article class="set">
            <Excerpt paused={paused} />
            <p class="hint">
              {t(w.heardAs, { attribute: t(harmNames[paused.attribute ?? 'toxicity']) })}{' '}
              <a href={paused.href}>{t(w.readIt)}</a>
            </p>
          </article>
        ))}
      </div>
      {tried.of > 0 && <Note>{t(w.readByQuick)}</Note>}
    </section>
  )
}

/**
 * One space's pause: what is set or what somebody tries, with what it would have done to what was lately posted.
 * `typed` is what was sent; without it, what holds.
 */
export async function showPolicy(c: AppContext, sent?: Typed, errors?: FieldErrors): Promise<Response> {
  const viewer = permitted(c, spacePolicy.manage)
  const { house } = c.var
  const space = await managedSpace(house, viewer, c.req.param('id') ?? '')
  const typed = sent ?? asTyped(await policyOf(house.db, viewer.communityId, space.id))
  // Who manages spaces need not be in them, and then sees nothing of what was posted.
  const inside = (await visibleSpace(house, viewer, space.slug)) !== undefined
  const tried =
    errors || !inside ? undefined : await tryPolicy(house, viewer, space.id, checkPolicy(fromTyped(typed)))
  const page = pageContext(c)
  const { t } = page
  const filled = { page, typed, errors, tried }
  const title = t(w.inSpace, { space: space.name })
  return show(
    c,
    <Layout page={page} title={title} unlisted>
      <Head side={<a href={POLICY_PAGE}>{t(w.title)}</a>}>{title}</Head>
      <ErrorSummary page={page} errors={errors} />
      <form class="row bare" method="post" action={`${POLICY_PAGE}/${space.id}`}>
        <div class="main">
          {c.req.query('saved') && !sent && (
            <p class="house" role="status">
              {t(w.saved)}
            </p>
          )}
          <OftenChoice {...filled} />
          <SilentTicks {...filled} />
          <OwnSentences {...filled} />
          <p class="bar">
            <button class="b go" type="submit" name="do" value="save">
              {t(w.save)}
            </button>
            <button class="act plain" type="submit" name="do" value="see">
              {t(w.see)}
            </button>
            <a class="act plain" href={POLICY_PAGE}>
              {t(w.back)}
            </a>
          </p>
        </div>
      </form>
      {tried && <WhatItWouldDo page={page} tried={tried} />}
      {!inside && (
        <div class="row">
          <p class="main house">{t(w.notInside)}</p>
        </div>
      )}
    </Layout>,
    errors ? 422 : 200,
  )
}

/** POST: uses what was sent from now on, or only shows what it would do. */
export async function takePolicy(c: AppContext): Promise<Response> {
  const viewer = permitted(c, spacePolicy.manage)
  const { typed } = await readTyped(c)
  const id = c.req.param('id') ?? ''
  try {
    if (typed.do === 'see') {
      checkPolicy(fromTyped(typed))
      return await showPolicy(c, typed)
    }
    await changePolicy(c.var.house, viewer, id, fromTyped(typed))
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status !== 422) throw error
    return showPolicy(c, typed, fieldErrors(error, c.var.t))
  }
  return c.redirect(`${POLICY_PAGE}/${id}?saved=1`, 303)
}

/** GET /guidelines/pause: what holds in each space that this viewer sees. */
export async function showPauseHere(c: AppContext): Promise<Response> {
  const { house, viewer } = c.var
  const [spaces, model] = await Promise.all([
    visibleSpaces(house, viewer),
    modelOf(house.db, viewer.communityId),
  ])
  const policies = await policiesOf(
    house.db,
    viewer.communityId,
    spaces.map(({ id }) => id),
  )
  const page = pageContext(c)
  const { t } = page
  return show(
    c,
    <Layout page={page} title={t(w.hereTitle)}>
      <Head side={<a href="/guidelines">{t(w.howWeTalk)}</a>}>{t(w.hereTitle)}</Head>
      <div class="row bare">
        <p class="main lead">{t(w.hereLead)}</p>
      </div>
      {spaces.map(({ id, name, slug }) => (
        <section class="row">
          <div class="main tight">
            <h2 class="title" dir="auto">
              <a href={`/spaces/${slug}`}>{name}</a>
            </h2>
            <p>{policySaid(page, policies.get(id)!)}</p>
          </div>
        </section>
      ))}
      <OwnModelHere page={page} model={model} />
    </Layout>,
  )
}
