import { hasReached, stageOf } from '../../conversation/index.ts'
import {
  type AppContext,
  ErrorSummary,
  Field,
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
  permitted,
  readTyped,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { OfficeLink } from '../../members/index.ts'
import { changeValues, checkedValues, wakeValue } from './change-values.ts'
import { valuePolicy } from './policy.ts'
import {
  type CommunityValue,
  changesOf,
  VALUE_NAME_LENGTH,
  VALUE_SENTENCE_LENGTH,
  VALUES_FEWEST,
  VALUES_MOST,
  type ValueChange,
  type WantedValue,
} from './rules.ts'
import { currentValues, restedValues } from './store.ts'
import { valueWords as w } from './words.ts'

export const VALUES_PAGE = '/admin/values'

const placesOf = Array.from({ length: VALUES_MOST }, (_, at) => at + 1)

const idsOf = (values: readonly CommunityValue[]) => values.map(({ id }) => id)

/** Values as fields of the form, so that it comes back as it was. */
function typedOf(values: readonly WantedValue[], known: readonly string[]): Typed {
  const typed: Typed = { known: known.join(' ') }
  for (const [at, { id, name, sentence }] of values.entries()) {
    if (id !== undefined) typed[`id-${at + 1}`] = id
    typed[`name-${at + 1}`] = name
    typed[`sentence-${at + 1}`] = sentence
  }
  return typed
}

/** What was typed, without rows in which nothing stands. */
function wantedOf(typed: Typed): WantedValue[] {
  return placesOf
    .map((place) => ({
      id: typed[`id-${place}`] || undefined,
      name: typed[`name-${place}`] ?? '',
      sentence: typed[`sentence-${place}`] ?? '',
    }))
    .filter(({ name, sentence }) => name.trim() !== '' || sentence.trim() !== '')
}

function Row({
  page,
  place,
  typed,
  errors,
}: {
  page: PageContext
  place: number
  typed: Typed
  errors: FieldErrors | undefined
}) {
  const given = { typed, ...(errors ? { errors } : {}) }
  const id = typed[`id-${place}`]
  return (
    <fieldset class="value">
      <legend class="say">{page.t(w.one, { place })}</legend>
      {id && <input type="hidden" name={`id-${place}`} value={id} />}
      <Field
        name={`name-${place}`}
        label={page.t(w.name)}
        {...(place === 1 ? { hint: page.t(w.nameHint) } : {})}
        maxlength={VALUE_NAME_LENGTH}
        autocomplete="off"
        {...given}
      />
      <Field
        name={`sentence-${place}`}
        label={page.t(w.sentence)}
        rows={2}
        maxlength={VALUE_SENTENCE_LENGTH}
        autocomplete="off"
        {...given}
      />
    </fieldset>
  )
}

/** As many as are filled, and one more, three at the least; the others open where they are wanted. */
function Rows({ page, typed, errors }: { page: PageContext; typed: Typed; errors: FieldErrors | undefined }) {
  const filled = placesOf.filter((place) => typed[`name-${place}`] || typed[`sentence-${place}`])
  const shown = Math.max(VALUES_FEWEST, (filled.at(-1) ?? 0) + 1)
  const row = (place: number) => <Row page={page} place={place} typed={typed} errors={errors} />
  return (
    <>
      {placesOf.slice(0, shown).map(row)}
      {shown < VALUES_MOST && (
        <details>
          <summary>{page.t(w.more)}</summary>
          {placesOf.slice(shown).map(row)}
        </details>
      )}
    </>
  )
}

/** What was laid aside, each with a way back. */
function Rested({ page, values }: { page: PageContext; values: readonly CommunityValue[] }) {
  if (values.length === 0) return null
  return (
    <section class="row">
      <div class="main">
        <h2 class="say">{page.t(w.restedTitle)}</h2>
        <p class="hint">{page.t(w.restedLead)}</p>
        <ul class="askings">
          {values.map(({ id, name }) => (
            <li>
              <span dir="auto">{name}</span>{' '}
              <form class="inline" method="post" action={`${VALUES_PAGE}/${id}/wake`}>
                <button class="act plain" type="submit">
                  {page.t(w.wake)}
                </button>
              </form>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** GET /admin/values: what matters here, in eight pairs of fields. */
export async function showValues(
  c: AppContext,
  refused?: { typed: Typed; errors: FieldErrors; status: number },
): Promise<Response> {
  const { communityId } = permitted(c, valuePolicy.change)
  const { house } = c.var
  const [values, rested] = await Promise.all([
    currentValues(house, communityId),
    restedValues(house.db, communityId),
  ])
  const page = pageContext(c)
  const typed = refused?.typed ?? typedOf(values, idsOf(values))
  return show(
    c,
    <Layout page={page} title={page.t(w.title)} unlisted>
      <Head side={<OfficeLink page={page} />}>{page.t(w.title)}</Head>
      <ErrorSummary page={page} errors={refused?.errors} />
      <form class="row bare" method="post" action={VALUES_PAGE}>
        <div class="main">
          {c.req.query('saved') && !refused && (
            <p class="house" role="status">
              {page.t(w.saved)}
            </p>
          )}
          <p class="lead">{page.t(w.lead)}</p>
          {values.length === 0 && <p>{page.t(w.none)}</p>}
          <input type="hidden" name="known" value={typed.known ?? ''} />
          <Rows page={page} typed={typed} errors={refused?.errors} />
          <p class="bar">
            <button class="b go" type="submit">
              {page.t(w.goOn)}
            </button>
          </p>
        </div>
        <Note>{page.t(w.leaveEmpty)}</Note>
      </form>
      <Rested page={page} values={rested} />
    </Layout>,
    (refused?.status ?? 200) as 200,
  )
}

const said = { added: w.added, described: w.described, rested: w.rested, renamed: w.renamed } as const

const sayChange = (page: PageContext, change: ValueChange): string =>
  page.t(said[change.did], { name: change.name, before: change.did === 'renamed' ? change.before : '' })

interface Step {
  before: readonly CommunityValue[]
  wanted: readonly WantedValue[]
  typed: Typed
  changes: readonly ValueChange[]
}

/** Before anything is different: what members will notice of it. */
async function showNoticed(c: AppContext, { before, wanted, typed, changes }: Step): Promise<Response> {
  const page = pageContext(c)
  const opens = before.length === 0
  const small = opens && !hasReached(await stageOf(c.var.house, page.viewer.communityId), 'room')
  return show(
    c,
    <Layout page={page} title={page.t(w.noticeTitle)} unlisted>
      <Head side={<a href={VALUES_PAGE}>{page.t(w.title)}</a>}>{page.t(w.noticeTitle)}</Head>
      <form class="row bare" method="post" action={VALUES_PAGE}>
        <div class="main">
          {opens && <p>{page.t(w.first)}</p>}
          {opens && <p>{page.t(w.firstPage)}</p>}
          {wanted.length === 0 ? (
            <p>{page.t(w.last)}</p>
          ) : (
            <ul class="askings">
              {changes.map((change) => (
                <li dir="auto">{sayChange(page, change)}</li>
              ))}
            </ul>
          )}
          {small && <p class="house">{page.t(w.small)}</p>}
          {Object.entries({ ...typedOf(wanted, []), known: typed.known ?? '' }).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="seen" value="yes" />
          <p class="bar">
            <button class="b go" type="submit">
              {page.t(w.use)}
            </button>
            <a class="act plain" href={VALUES_PAGE}>
              {page.t(w.keep)}
            </a>
          </p>
        </div>
      </form>
    </Layout>,
  )
}

/** Takes values in two steps: what members will notice, then the change itself. */
export async function takeValues(c: AppContext): Promise<Response> {
  const viewer = permitted(c, valuePolicy.change)
  const { house, t } = c.var
  const { typed } = await readTyped(c)
  const wanted = wantedOf(typed)
  if (wanted.some(({ id }) => id !== undefined && !isId(id))) throw notFound()
  const known = (typed.known ?? '').split(' ').filter(isId)
  try {
    const values = checkedValues(wanted)
    const before = await currentValues(house, viewer.communityId)
    const changes = changesOf(before, values)
    if (changes.length === 0) return c.redirect(`${VALUES_PAGE}?saved=1`, 303)
    if (typed.seen !== 'yes') return showNoticed(c, { before, wanted: values, typed, changes })
    await changeValues(house, viewer, values, known)
  } catch (error) {
    if (!(error instanceof KindlingError) || ![409, 422].includes(error.status)) throw error
    // Somebody else was faster: what stands there now comes back, and nothing is overwritten unseen.
    const now = error.status === 409 ? await currentValues(house, viewer.communityId) : undefined
    const again = now ? typedOf(now, idsOf(now)) : typedOf(wanted, known)
    return showValues(c, { typed: again, errors: fieldErrors(error, t), status: error.status })
  }
  return c.redirect(`${VALUES_PAGE}?saved=1`, 303)
}

export async function takeWake(c: AppContext, id: string): Promise<Response> {
  const viewer = permitted(c, valuePolicy.change)
  if (!isId(id)) throw notFound()
  try {
    await wakeValue(c.var.house, viewer, id)
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status !== 422) throw error
    const values = await currentValues(c.var.house, viewer.communityId)
    const typed = typedOf(values, idsOf(values))
    return showValues(c, { typed, errors: { '': error.sentence(c.var.t) }, status: 422 })
  }
  return c.redirect(`${VALUES_PAGE}?saved=1`, 303)
}
