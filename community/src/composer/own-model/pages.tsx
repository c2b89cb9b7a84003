import {
  type AppContext,
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
  Tick,
  type Typed,
} from '../../foundation/index.ts'
import { OfficeLink } from '../../members/index.ts'
import { changeModel, removeModel } from './change-model.ts'
import { ownModelPolicy } from './policy.ts'
import { ADDRESS_LENGTH, KEY_LENGTH, type KeptModel, MODEL_LENGTH, SECONDS } from './rules.ts'
import { modelOf } from './store.ts'
import { type Tried, tryModel } from './try-model.ts'
import { failureWords, ownModelWords as w } from './words.ts'

export const MODEL_PAGE = '/admin/pause/model'

/** What a page is filled with. */
interface Filled {
  page: PageContext
  model: KeptModel | undefined
  /** What was typed into one of its forms, and came back. */
  typed: Typed | undefined
  errors: FieldErrors | undefined
}

const asTyped = (model: KeptModel | undefined): Typed =>
  model
    ? {
        address: model.address,
        model: model.model,
        seconds: String(model.seconds),
        on: model.on ? 'yes' : '',
      }
    : { seconds: String(SECONDS.usual) }

function stateSaid({ t, time }: PageContext, model: KeptModel | undefined): string {
  if (!model) return t(w.stateNone)
  return t(model.on ? w.stateOn : w.stateOff, { day: time.date(model.changedAt), version: model.version })
}

function KeyFields({ page: { t }, model, errors }: Filled) {
  return (
    <>
      <Field
        name="key"
        type="password"
        label={t(w.key)}
        hint={t(model?.hasKey ? w.keyKept : w.keyHint)}
        maxlength={KEY_LENGTH}
        autocomplete="off"
        {...(errors ? { errors } : {})}
      />
      {model?.hasKey && <Tick name="forgetKey" label={t(w.forgetKey)} />}
    </>
  )
}

function SettingsForm(filled: Filled) {
  const { page, model, errors } = filled
  const { t } = page
  const typed = filled.typed ?? asTyped(model)
  const shared = { typed, autocomplete: 'off', ...(errors ? { errors } : {}) }
  return (
    <form class="row" method="post" action={MODEL_PAGE}>
      <div class="main">
        <Field
          {...shared}
          name="address"
          type="url"
          label={t(w.address)}
          hint={t(w.addressHint)}
          maxlength={ADDRESS_LENGTH}
        />
        <Field {...shared} name="model" label={t(w.model)} hint={t(w.modelHint)} maxlength={MODEL_LENGTH} />
        <KeyFields {...filled} />
        <Field
          {...shared}
          name="seconds"
          label={t(w.seconds)}
          hint={t(w.secondsHint, { ...SECONDS })}
          inputmode="numeric"
          maxlength={3}
        />
        <Tick name="on" label={t(w.on)} checked={typed.on === 'yes'} />
        <p class="bar">
          <button class="b go" type="submit">
            {t(w.save)}
          </button>
        </p>
      </div>
      <Note>{t(w.how)}</Note>
    </form>
  )
}

function TriedDrafts({ page: { t }, tried }: { page: PageContext; tried: Tried }) {
  if ('failure' in tried)
    return (
      <p class="house set" role="status" id="tried">
        {t(failureWords[tried.failure])}
      </p>
    )
  const { milliseconds: time, pauses, drafts } = tried
  return (
    <div id="tried" class="set">
      <p class="house" role="status">
        {t(drafts.length > 0 ? w.tryTook : w.tryNone, { time })} {!pauses && t(w.tryCalm)}
      </p>
      <dl>
        {drafts.map(({ text, offered }) => (
          <div class="set">
            <dd class="typed" dir="auto">
              {text}
            </dd>
            <dt class="hint">{t(offered ? w.offered : w.notOffered)}</dt>
          </div>
        ))}
      </dl>
    </div>
  )
}

function TryForm({ page, typed, errors, tried }: Filled & { tried: Tried | undefined }) {
  const { t } = page
  return (
    <form class="row" method="post" action={`${MODEL_PAGE}/try#tried`}>
      <div class="main">
        <h2>{t(w.try)}</h2>
        <p>{t(w.tryLead)}</p>
        <Field
          name="sample"
          label={t(w.sample)}
          rows={3}
          value={t(w.sampleUsual)}
          {...(typed && 'sample' in typed ? { typed } : {})}
          {...(errors ? { errors } : {})}
        />
        <p class="bar">
          <button class="b" type="submit">
            {t(w.try)}
          </button>
        </p>
        {tried && <TriedDrafts page={page} tried={tried} />}
      </div>
    </form>
  )
}

function RemoveForm({ page: { t } }: { page: PageContext }) {
  return (
    <form class="row" method="post" action={`${MODEL_PAGE}/remove`}>
      <div class="main">
        <h2>{t(w.remove)}</h2>
        <p>{t(w.removeLead)}</p>
        <p class="bar">
          <button class="b" type="submit">
            {t(w.remove)}
          </button>
        </p>
      </div>
    </form>
  )
}

/** What just happened, as the address says once. */
const did = { saved: w.savedModel, 'saved-address': w.savedAsk, removed: w.removed }

function DidSaid({ page: { t }, what }: { page: PageContext; what: string | undefined }) {
  if (what === undefined || !Object.hasOwn(did, what)) return null
  return (
    <p class="house" role="status">
      {t(did[what as keyof typeof did])}
    </p>
  )
}

interface Back {
  typed?: Typed
  errors?: FieldErrors
  tried?: Tried
}

/** GET /admin/pause/model, and where its forms come back to. */
export async function showModel(c: AppContext, { typed, errors, tried }: Back = {}): Promise<Response> {
  const viewer = permitted(c, ownModelPolicy.manage)
  const model = await modelOf(c.var.house.db, viewer.communityId)
  const page = pageContext(c)
  const { t } = page
  // Each form keeps what was typed into it; the other shows what holds.
  const ofTry = typed !== undefined && 'sample' in typed
  const filled = { page, model, errors, typed }
  return show(
    c,
    <Layout page={page} title={t(w.title)} unlisted>
      <Head side={<OfficeLink page={page} />}>{t(w.title)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <div class="row bare">
        <div class="main">
          <DidSaid page={page} what={typed ? undefined : c.req.query('did')} />
          <p class="lead">{t(w.lead)}</p>
          <p>{t(w.privacy)}</p>
          <p class="hint">{stateSaid(page, model)}</p>
        </div>
      </div>
      <SettingsForm {...filled} typed={ofTry ? undefined : typed} errors={ofTry ? undefined : errors} />
      {model && <TryForm {...filled} tried={tried} />}
      {model && <RemoveForm page={page} />}
    </Layout>,
    errors ? 422 : 200,
  )
}

async function orBack(c: AppContext, typed: Typed, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status !== 422) throw error
    return showModel(c, { typed, errors: fieldErrors(error, c.var.t) })
  }
}

/** POST /admin/pause/model */
export async function takeModel(c: AppContext): Promise<Response> {
  const viewer = permitted(c, ownModelPolicy.manage)
  const { house } = c.var
  // A key that was typed goes to nobody's page, not even the one it was typed on.
  const { key = '', ...typed } = (await readTyped(c)).typed
  const { address = '', model = '', seconds = '', on, forgetKey } = typed
  return orBack(c, typed, async () => {
    const given = { address, model, seconds, on: on === 'yes', key, forgetKey: forgetKey === 'yes' }
    const before = await modelOf(house.db, viewer.communityId)
    await changeModel(house, viewer, given)
    const after = await modelOf(house.db, viewer.communityId)
    const asksAnew = before !== undefined && before.addressVersion !== after?.addressVersion
    return c.redirect(`${MODEL_PAGE}?did=${asksAnew ? 'saved-address' : 'saved'}`, 303)
  })
}

/** POST /admin/pause/model/try */
export async function takeTry(c: AppContext): Promise<Response> {
  const viewer = permitted(c, ownModelPolicy.manage)
  const { sample = '' } = (await readTyped(c)).typed
  const typed = { sample }
  return orBack(c, typed, async () =>
    showModel(c, { typed, tried: await tryModel(c.var.house, viewer, sample) }),
  )
}

/** POST /admin/pause/model/remove */
export async function takeRemove(c: AppContext): Promise<Response> {
  const viewer = permitted(c, ownModelPolicy.manage)
  await removeModel(c.var.house, viewer)
  return c.redirect(`${MODEL_PAGE}?did=removed`, 303)
}
