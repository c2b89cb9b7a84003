import { fill, speechIn } from '@kindling/pause'
import { entryHref, replyPlace } from '../../conversation/index.ts'
import {
  type AppContext,
  Head,
  Layout,
  Note,
  type PageContext,
  type Phrase,
  pageContext,
  requireMember,
  show,
} from '../../foundation/index.ts'
import { feedbackPolicy } from '../feedback/policy.ts'
import { holdUpMirror, type MirrorView } from './hold-up.ts'
import type { Habit, SeenHabit } from './rules.ts'
import { mirrorWords as w } from './words.ts'

const notHeardAs: Record<Habit, Phrase> = {
  asking: w.ofAsking,
  thanking: w.ofThanking,
  encouraging: w.ofEncouraging,
  helping: w.ofHelping,
  reasoning: w.ofReasoning,
  apologising: w.ofApologising,
  welcoming: w.ofWelcoming,
}

/** What was not heard, in one sentence, which says that this may be the reader's fault. */
function NotHeard({ page, habits }: { page: PageContext; habits: readonly Habit[] }) {
  const { t } = page
  if (habits.length === 0) return null
  const names = habits.map((habit) => t(notHeardAs[habit]))
  const list = new Intl.ListFormat(t.language.tag, { type: 'conjunction' }).format(names)
  return <p class="dim">{t(w.notHeard, { list })}</p>
}

function HabitLine({ page, seen }: { page: PageContext; seen: SeenHabit }) {
  const { t } = page
  return (
    <div>
      <dt>{t(w[seen.habit])}</dt>
      <dd>
        {t(w[seen.often])}
        {seen.examples.map((words) => (
          <span class="own" dir="auto">
            {t(w.quote, { words })}
          </span>
        ))}
      </dd>
    </div>
  )
}

type Heard = MirrorView['heard'][number]

function HeardLine({ page, heard }: { page: PageContext; heard: Heard }) {
  const { t } = page
  const { postId, replyId } = heard
  return (
    <li>
      <p class="own" dir="auto">
        {t(w.quote, { words: heard.words })}
      </p>
      <p>
        {fill(speechIn(t.language.tag).said.headings[heard.as], {})}{' '}
        <a href={replyId ? replyPlace(postId, replyId) : entryHref(postId)}>{t(w.where)}</a>
      </p>
    </li>
  )
}

function Seen({ page, mirror }: { page: PageContext; mirror: MirrorView }) {
  const { t } = page
  return (
    <>
      <section class="row" aria-labelledby="habits">
        <div class="main">
          <h2 id="habits">{t(w.habitsTitle)}</h2>
          <dl class="mirror">
            {mirror.habits.map((seen) => (
              <HabitLine page={page} seen={seen} />
            ))}
          </dl>
          <NotHeard page={page} habits={mirror.notHeard} />
        </div>
        <Note>{t(w.noCompare)}</Note>
      </section>
      <section class="row" aria-labelledby="heard">
        <div class="main">
          <h2 id="heard">{t(w.heardTitle)}</h2>
          {mirror.heard.length === 0 ? (
            <p>{t(w.heardNone)}</p>
          ) : (
            <>
              <p>{t(w.heardLead)}</p>
              <ul class="mirror">
                {mirror.heard.map((heard) => (
                  <HeardLine page={page} heard={heard} />
                ))}
              </ul>
            </>
          )}
        </div>
      </section>
    </>
  )
}

/** GET /mirror: what I wrote, as the reader hears it, for me alone. */
export async function showMirror(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const mirror = await holdUpMirror(c.var.house, viewer)
  const page = pageContext(c)
  const { t } = page
  c.header('cache-control', 'no-store')
  return show(
    c,
    <Layout page={page} title={t(w.title)} unlisted>
      <Head side={<a href={`/members/${viewer.handle}`}>{viewer.name}</a>}>{t(w.title)}</Head>
      <div class="row bare">
        <div class="main">
          <p class="lead">{t(w.lead)}</p>
          {mirror.tooFew && <p>{t(w.tooFew)}</p>}
        </div>
      </div>
      {!mirror.tooFew && <Seen page={page} mirror={mirror} />}
      <section class="row" aria-labelledby="errs">
        <div class="main">
          <h2 id="errs">{t(w.errsTitle)}</h2>
          <p>{t(w.errs)}</p>
          {mirror.unmeasured && <p>{t(w.unmeasured)}</p>}
          <p>{t(w.leftOut)}</p>
          <p class="acts">
            <a class="act plain" href="/try/model-card">
              {t(w.card)}
            </a>
            {feedbackPolicy.use(viewer) && (
              <a class="act plain" href="/feedback/new">
                {t(w.feedbackWay)}
              </a>
            )}
          </p>
        </div>
      </section>
    </Layout>,
  )
}
