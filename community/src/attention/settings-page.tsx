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
  Tick,
  type Typed,
} from '../foundation/index.ts'
import { SettingsLink } from '../members/index.ts'
import { choose } from './choose.ts'
import { type AttentionKind, attentionKinds } from './kinds.ts'
import {
  ASK_TO_END_AFTER,
  type AttentionChoices,
  dismissedInRow,
  INTERRUPTIONS,
  sleepsUntil,
  type Use,
  usesThisMonth,
} from './rules.ts'
import { choicesOf, usesOf } from './store.ts'
import { attentionErrors, attentionWords as w } from './words.ts'

const fieldOf = (kind: AttentionKind) => `kind-${kind.name}`

/** What a kind did this month, and whether it sleeps. */
function historyOf(page: PageContext, kind: AttentionKind, uses: readonly Use[]): string {
  const { t, time } = page
  const [month, still] = [false, true].map((kept) =>
    usesThisMonth(uses, kind.name, time.now).filter((use) => use.still === kept),
  ) as [Use[], Use[]]
  const heeded = month.filter(({ outcome }) => outcome === 'heeded').length
  const inRow = dismissedInRow(uses, kind.name)
  const until = sleepsUntil(uses, kind.name, time.now)
  return [
    month.length > 0 ? t(w.spoken, { count: month.length }) : t(w.notYet),
    still.length > 0 && t(w.still, { count: still.length }),
    heeded > 0 && t(w.heeded, { count: heeded }),
    until && t(w.asleep, { day: time.date(until) }),
    inRow >= ASK_TO_END_AFTER && t(w.endIt, { count: inRow }),
  ]
    .filter(Boolean)
    .join(' ')
}

interface Filled {
  typed: Typed
  errors?: FieldErrors
}

function KindChoice({
  page,
  kind,
  uses,
  choices,
  filled: { typed, errors },
}: {
  page: PageContext
  kind: AttentionKind
  uses: readonly Use[]
  choices: AttentionChoices
  filled: Filled
}) {
  const { t } = page
  const { day, week } = kind.limits
  const limits = day && week ? ` (${t(w.perDay, { day, week })})` : ''
  return (
    <Choices
      name={fieldOf(kind)}
      legend={`${t(kind.label)}${limits}`}
      hint={`${t(kind.about)} ${historyOf(page, kind, uses)}`}
      chosen={typed[fieldOf(kind)] ?? (choices.off.has(kind.name) ? 'off' : 'on')}
      choices={[
        { value: 'on', label: t(w.on) },
        { value: 'off', label: t(w.off) },
      ]}
      {...(errors ? { errors } : {})}
    />
  )
}

/** What may speak to a member unasked, what did this month, and the one switch for all of it. */
export async function showAttention(c: AppContext, filled: Filled = { typed: {} }): Promise<Response> {
  const viewer = requireMember(c)
  const { house } = c.var
  const page = pageContext(c)
  const { t } = page
  const [uses, choices] = await Promise.all([
    usesOf(house.db, viewer, house.clock.now()),
    choicesOf(house.db, viewer),
  ])
  return show(
    c,
    <Layout page={page} title={t(w.title)} unlisted>
      <Head side={<SettingsLink page={page} />}>{t(w.title)}</Head>
      <ErrorSummary page={page} errors={filled.errors} />
      <form class="row bare" method="post" action="/settings/attention">
        <div class="main">
          {c.req.query('saved') && !filled.errors && (
            <p class="house" role="status">
              {t(w.saved)}
            </p>
          )}
          <p class="lead">{t(w.lead, { ...INTERRUPTIONS })}</p>
          <Tick
            name="quiet"
            checked={filled.errors ? filled.typed.quiet === 'yes' : choices.quiet}
            errors={filled.errors}
            label={
              <>
                {t(w.quiet)}
                <span class="hint block">{t(w.quietHint)}</span>
              </>
            }
          />
          {attentionKinds(house).map((kind) => (
            <KindChoice page={page} kind={kind} uses={uses} choices={choices} filled={filled} />
          ))}
          <p class="bar">
            <button class="b go" type="submit">
              {t(w.save)}
            </button>
          </p>
        </div>
        <Note>{t(w.kept)}</Note>
      </form>
    </Layout>,
    filled.errors ? 422 : 200,
  )
}

/** Takes the form. A kind that a page older than this version did not name stays as it is. */
export async function takeAttention(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const { house } = c.var
  const { typed } = await readTyped(c)
  const given = attentionKinds(house).filter((kind) => fieldOf(kind) in typed)
  const errors: FieldErrors = {}
  for (const kind of given)
    if (!['on', 'off'].includes(typed[fieldOf(kind)]!))
      errors[fieldOf(kind)] = c.var.t(attentionErrors.chooseWrong)
  if (Object.keys(errors).length > 0) return showAttention(c, { typed, errors })
  await choose(house, viewer, {
    quiet: typed.quiet === 'yes',
    off: new Map(given.map((kind) => [kind.name, typed[fieldOf(kind)] === 'off'])),
  })
  return c.redirect('/settings/attention?saved=yes', 303)
}
