import {
  type AppContext,
  Choices,
  ErrorSummary,
  type FieldErrors,
  Head,
  Layout,
  Note,
  type PageContext,
  pageContext,
  readTyped,
  requireMember,
  show,
  type Typed,
} from '../foundation/index.ts'
import { reachMembers, SettingsLink } from '../members/index.ts'
import { choose, kindsFor } from './choose.ts'
import { type Channel, channels, type NoticeKind } from './kinds.ts'
import { type Digest, digests, MOST_LETTERS_A_DAY } from './rules.ts'
import { type NoticeSettings, readSettings } from './settings-store.ts'
import { noticeWords as w } from './words.ts'

const channelWords: Record<Channel, (typeof w)[keyof typeof w]> = {
  mail: w.byMail,
  place: w.inPlace,
  off: w.off,
}
const digestWords: Record<Digest, (typeof w)[keyof typeof w]> = {
  weekly: w.weekly,
  daily: w.daily,
  none: w.none,
}

const fieldOf = (kind: NoticeKind) => `kind-${kind.name}`

function KindChoice({
  page,
  kind,
  chosen,
  errors,
}: {
  page: PageContext
  kind: NoticeKind
  chosen: string
  errors: FieldErrors | undefined
}) {
  const choices = channels.map((value) => ({
    value,
    label: page.t(value === 'mail' && kind.mail === 'daily' ? w.byMailDaily : channelWords[value]),
  }))
  return (
    <Choices
      name={fieldOf(kind)}
      legend={page.t(kind.label)}
      chosen={chosen}
      choices={choices}
      {...(kind.hint ? { hint: page.t(kind.hint) } : {})}
      {...(errors ? { errors } : {})}
    />
  )
}

interface Filled {
  typed: Typed
  errors?: FieldErrors
}

async function mailNote(c: AppContext, page: PageContext): Promise<string> {
  const { house, viewer } = c.var
  if (!house.mail.works) return page.t(w.noMailServer)
  const member = (await reachMembers(house.db, viewer.communityId, [viewer.memberId!])).get(viewer.memberId!)
  return member?.email ? page.t(w.mailLimits, { count: MOST_LETTERS_A_DAY }) : page.t(w.noAddress)
}

function digestChoices(page: PageContext, settings: NoticeSettings, { typed, errors }: Filled) {
  return (
    <Choices
      name="digest"
      legend={page.t(w.digest)}
      hint={page.t(w.digestHint)}
      chosen={typed.digest ?? settings.digest}
      choices={digests.map((value) => ({ value, label: page.t(digestWords[value]) }))}
      {...(errors ? { errors } : {})}
    />
  )
}

/** Per kind: here and by e-mail, here, or not at all; and the letter with what is new. */
export async function showNoticeSettings(c: AppContext, filled: Filled = { typed: {} }): Promise<Response> {
  const viewer = requireMember(c)
  const { house } = c.var
  const settings = await readSettings(house.db, viewer.communityId, viewer.memberId)
  const page = pageContext(c)
  const { typed, errors } = filled
  return show(
    c,
    <Layout page={page} title={page.t(w.settingsTitle)} unlisted>
      <Head side={<SettingsLink page={page} />}>{page.t(w.settingsTitle)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <form class="row bare" method="post" action="/settings/notices">
        <div class="main">
          {c.req.query('saved') && !errors && (
            <p class="house" role="status">
              {page.t(w.saved)}
            </p>
          )}
          <p class="lead">{page.t(w.settingsLead)}</p>
          <div class="across">
            {kindsFor(house, viewer).map((kind) => (
              <KindChoice
                page={page}
                kind={kind}
                chosen={typed[fieldOf(kind)] ?? settings.channels.get(kind.name) ?? kind.usually}
                errors={errors}
              />
            ))}
            {digestChoices(page, settings, filled)}
          </div>
          <p class="bar">
            <button class="b go" type="submit">
              {page.t(w.save)}
            </button>
          </p>
        </div>
        <Note>{await mailNote(c, page)}</Note>
      </form>
    </Layout>,
    errors ? 422 : 200,
  )
}

const isOneOf = <Value extends string>(values: readonly Value[], value: string | undefined): value is Value =>
  values.includes(value as Value)

/** Takes the form. A kind that a page older than this version did not name stays as it is. */
export async function takeNoticeSettings(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const { house } = c.var
  const { typed } = await readTyped(c)
  const given = kindsFor(house, viewer).filter((kind) => fieldOf(kind) in typed)
  const errors: FieldErrors = {}
  for (const kind of given)
    if (!isOneOf(channels, typed[fieldOf(kind)])) errors[fieldOf(kind)] = c.var.t(w.chooseWrong)
  if (typed.digest !== undefined && !isOneOf(digests, typed.digest)) errors.digest = c.var.t(w.chooseWrong)
  if (Object.keys(errors).length > 0) return showNoticeSettings(c, { typed, errors })
  await choose(house, viewer, {
    channels: new Map(given.map((kind) => [kind.name, typed[fieldOf(kind)] as Channel])),
    digest: typed.digest as Digest | undefined,
  })
  return c.redirect('/settings/notices?saved=yes', 303)
}
