import { z } from 'zod'
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
  type Phrase,
  pageContext,
  permitted,
  readForm,
  show,
  type Translator,
  type Typed,
} from '../../foundation/index.ts'
import { OfficeLink } from '../../members/index.ts'
import { ShownOnce } from '../secret-parts.tsx'
import { openWords } from '../words.ts'
import {
  changePerspective,
  forgetSuggestions,
  makePerspectiveKey,
  takeKeyBack,
} from './change-perspective.ts'
import { KeyForm, KeyRow, PERSPECTIVE_PAGE, SettingsForm, SuggestionsRow } from './parts.tsx'
import { perspectivePolicy } from './policy.ts'
import { doors, hereReaders } from './rules.ts'
import { failureHere } from './service.ts'
import { countSuggestions, perspectiveKeys, readPerspective, suggestionsAfter } from './store.ts'
import { perspectiveErrors as e, perspectiveWords as w } from './words.ts'

/** What just happened, as the address says once. */
const told: Record<string, Phrase> = { saved: w.saved, back: openWords.takenBack, forgotten: w.forgotten }

interface LeadProps {
  page: PageContext
  did: string | undefined
  keeps: boolean
  /** The code of what keeps the reader from loading. */
  failure: string | undefined
}

function Lead({ page, did, keeps, failure }: LeadProps) {
  const { t, house } = page
  const says = did !== undefined && Object.hasOwn(told, did) ? told[did] : undefined
  return (
    <div class="row bare">
      <div class="main">
        {says && (
          <p class="house" role="status">
            {t(says)}
          </p>
        )}
        {failure && (
          <p class="house" role="status">
            {t(w.readerFailed, { code: failure })}
          </p>
        )}
        <p class="lead">{t(w.lead)}</p>
        <p>
          <code dir="ltr">{house.config.url}/v1alpha1</code>
        </p>
        <p>{t.rich(w.meaning, { code: (text) => <code dir="ltr">{text}</code> })}</p>
      </div>
      <Note>{t(keeps ? w.privacyKept : w.privacy)}</Note>
    </div>
  )
}

/** Which of the two forms came back. */
type Refused = { form: 'settings' | 'key'; typed: Typed; errors: FieldErrors }

/** GET /admin/perspective, and where a refused form comes back to. */
export async function showPerspective(
  c: AppContext,
  refused?: Refused,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { communityId } = permitted(c, perspectivePolicy.manage)
  const page = pageContext(c)
  const { house, t } = page
  const [settings, keys, count] = await Promise.all([
    readPerspective(house, communityId),
    perspectiveKeys(house.db, communityId),
    countSuggestions(house.db, communityId),
  ])
  const failure = await failureHere(settings)
  const of = (form: Refused['form']) =>
    refused?.form === form
      ? { typed: refused.typed, errors: refused.errors }
      : { typed: {}, errors: undefined }
  return show(
    c,
    <Layout page={page} title={t(w.title)} unlisted>
      <Head side={<OfficeLink page={page} />}>{t(w.title)}</Head>
      <ErrorSummary page={page} errors={refused?.errors} />
      <Lead
        page={page}
        did={refused ? undefined : c.req.query('did')}
        keeps={settings.keepSuggestions || count > 0}
        failure={failure?.code}
      />
      <SettingsForm page={page} settings={settings} {...of('settings')} />
      <div class="row">
        <div class="main">
          <h2>{t(w.keys)}</h2>
          {keys.length === 0 && <p>{t(w.keysNone)}</p>}
        </div>
      </div>
      {keys.map((one) => (
        <KeyRow page={page} one={one} />
      ))}
      <KeyForm page={page} {...of('key')} />
      <SuggestionsRow page={page} count={count} />
    </Layout>,
    status,
  )
}

const settingsForm = (t: Translator) =>
  z.object({
    door: z.enum(doors, t(e.doorMissing)),
    perMinute: z.string().default(''),
    reader: z.enum(hereReaders, t(e.readerMissing)),
    keep: z.string().optional(),
  })

/** POST /admin/perspective */
export async function takePerspective(c: AppContext): Promise<Response> {
  const viewer = permitted(c, perspectivePolicy.manage)
  const result = await readForm(c, settingsForm(c.var.t))
  const { typed } = result
  if (!result.ok) return showPerspective(c, { form: 'settings', typed, errors: result.errors }, 422)
  const { keep, ...given } = result.value
  try {
    await changePerspective(c.var.house, viewer, { ...given, keepSuggestions: keep === 'yes' })
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status !== 422) throw error
    return showPerspective(c, { form: 'settings', typed, errors: fieldErrors(error, c.var.t) }, 422)
  }
  return c.redirect(`${PERSPECTIVE_PAGE}?did=saved`, 303)
}

function showNewKey(c: AppContext, name: string, secret: string): Response {
  const page = pageContext(c)
  const { t } = page
  const words = { title: t(w.newTitle), label: t(w.newLabel, { name }), note: t(w.newNote) }
  return show(c, <ShownOnce page={page} {...words} secret={secret} back={PERSPECTIVE_PAGE} />)
}

const keyForm = z.object({ name: z.string().default(''), ownPerMinute: z.string().default('') })

/** POST /admin/perspective/keys */
export async function takeNewKey(c: AppContext): Promise<Response> {
  const viewer = permitted(c, perspectivePolicy.manage)
  const result = await readForm(c, keyForm)
  const { typed } = result
  if (!result.ok) return showPerspective(c, { form: 'key', typed, errors: result.errors }, 422)
  const { name, ownPerMinute: perMinute } = result.value
  try {
    return showNewKey(c, name.trim(), await makePerspectiveKey(c.var.house, viewer, { name, perMinute }))
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status >= 500) throw error
    const errors = fieldErrors(error, c.var.t)
    return showPerspective(c, { form: 'key', typed, errors }, error.status === 409 ? 409 : 422)
  }
}

/** POST /admin/perspective/keys/:id/take-back */
export async function takeKey(c: AppContext): Promise<Response> {
  const viewer = permitted(c, perspectivePolicy.manage)
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw notFound()
  await takeKeyBack(c.var.house, viewer, id)
  return c.redirect(`${PERSPECTIVE_PAGE}?did=back`, 303)
}

/** So many suggestions are read at once. */
const STRETCH = 500

/** GET /admin/perspective/suggestions.jsonl: one JSON object a line, as training takes it. */
export function downloadSuggestions(c: AppContext): Response {
  const { communityId } = permitted(c, perspectivePolicy.manage)
  const { db } = c.var.house
  const encoder = new TextEncoder()
  let last: string | undefined
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const found = await suggestionsAfter(db, communityId, last, STRETCH)
      last = found.at(-1)?.id
      if (last === undefined) return controller.close()
      const lines = found.map(({ text, scores, languages }) => JSON.stringify({ text, scores, languages }))
      controller.enqueue(encoder.encode(`${lines.join('\n')}\n`))
    },
  })
  return c.body(stream, 200, {
    'content-type': 'application/jsonl; charset=utf-8',
    'content-disposition': 'attachment; filename="suggested-scores.jsonl"',
    'cache-control': 'private, no-store',
  })
}

/** POST /admin/perspective/suggestions/delete */
export async function takeForget(c: AppContext): Promise<Response> {
  const viewer = permitted(c, perspectivePolicy.manage)
  await forgetSuggestions(c.var.house, viewer)
  return c.redirect(`${PERSPECTIVE_PAGE}?did=forgotten`, 303)
}
