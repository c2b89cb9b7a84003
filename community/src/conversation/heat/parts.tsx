import type { Child } from 'hono/jsx'
import type { PageContext, Phrase } from '../../foundation/index.ts'
import { MORE_FORM } from '../more-menu.tsx'
import { entryPolicy, factsOf, factsOfEntry } from '../policy.ts'
import type { TopicPage } from '../read-topic.ts'
import { pacePolicy } from './policy.ts'
import type { Heat, Pace } from './read-heat.ts'
import { heatWords as w } from './words.ts'

/** A button that stands in another form than its own. */
function Press({
  page,
  href,
  phrase,
  agreed,
  plain,
}: {
  page: PageContext
  href: string
  phrase: Phrase
  agreed?: 'yes' | 'no'
  plain?: boolean
}) {
  return (
    <button
      class={plain ? 'act plain' : 'b'}
      type="submit"
      form={MORE_FORM}
      formaction={href}
      formnovalidate
      {...(agreed ? { name: 'agreed', value: agreed } : {})}
    >
      {page.t(phrase)}
    </button>
  )
}

/** The last answer, or the post, that this viewer may report. */
function reportHref(page: PageContext, { post, replies }: TopicPage): string | undefined {
  const last = replies.findLast((reply) => entryPolicy.report(page.viewer, factsOfEntry(post, reply)))
  if (last) return `/report?post=${post.id}&reply=${last.id}`
  return entryPolicy.report(page.viewer, factsOf(post)) ? `/report?post=${post.id}` : undefined
}

/** Messages are closed for members under 18, and one's own words cannot be reported. */
function hintPhrase(report: boolean, stand: boolean): Phrase {
  if (stand) return report ? w.hint : w.hintWithoutReport
  return report ? w.hintWithoutStand : w.hintLeave
}

function Hint({ page, topic, heat }: { page: PageContext; topic: TopicPage; heat: Heat }) {
  const { post } = topic
  const { t } = page
  const at = `/posts/${post.id}`
  const report = reportHref(page, topic)
  const facts = factsOf(post)
  const steward = pacePolicy.begin(page.viewer, facts)
  const slower = !heat.pace && (steward || pacePolicy.suggest(page.viewer, facts, heat))
  return (
    <>
      <p class="house">
        {t.rich(hintPhrase(report !== undefined, !page.viewer.under18), {
          leave: (text) => (
            <button
              class="act plain"
              type="submit"
              form={MORE_FORM}
              formaction={`${at}/heat/leave`}
              formnovalidate
            >
              {text}
            </button>
          ),
          report: (text) => <a href={report}>{text}</a>,
          stand: (text) => <a href={`${at}/stand-by`}>{text}</a>,
        })}
      </p>
      <div class="more">
        {slower && <Press plain page={page} href={`${at}/pace`} phrase={steward ? w.begin : w.suggest} />}
        <Press plain page={page} href={`${at}/heat/hide`} phrase={w.hide} />
        <details>
          <summary>{t(w.why)}</summary>
          <p>{t(w.because)}</p>
        </details>
      </div>
    </>
  )
}

function Asked({ page, at, pace }: { page: PageContext; at: string; pace: Pace }) {
  if (pace.state === 'waiting') return <p class="house">{page.t(pace.mine ? w.suggested : w.waiting)}</p>
  return (
    <>
      <p class="house">{page.t(w.asked)}</p>
      <div class="pair">
        <Press page={page} href={`${at}/pace/answer`} phrase={w.yes} agreed="yes" />
        <Press page={page} href={`${at}/pace/answer`} phrase={w.no} agreed="no" />
      </div>
      <p class="hint">{page.t(w.noHint)}</p>
    </>
  )
}

function Begun({ page, topic, pace }: { page: PageContext; topic: TopicPage; pace: Pace }) {
  const { post } = topic
  const { t, time, viewer } = page
  const { next, bySteward, ofIt, endsAt } = pace
  const ends = pacePolicy.end(viewer, factsOf(post), { ofIt, bySteward })
  return (
    <>
      <p class="house">
        {t(bySteward ? w.slowBySteward : w.slow, { time: time.within.moment(endsAt) })}
        {next && next > time.now && ` ${t(w.yours, { time: time.within.moment(next) })}`}
      </p>
      {ends && <Press plain page={page} href={`/posts/${post.id}/pace/end`} phrase={w.end} />}
    </>
  )
}

const paceOf = ({ pace }: Heat): Pace | undefined => (pace?.state === 'elsewhere' ? undefined : pace)

/** Whether the hint stands above the box: once people do something about it, it need not be said again. */
export const saysHint = (heat: Heat): boolean => heat.hint && !paceOf(heat)

/** Above the box of somebody who is about to answer: that it may be getting heated, and at which pace it goes on. */
export function HeatBeside({
  page,
  topic,
  heat,
}: {
  page: PageContext
  topic: TopicPage
  heat: Heat
}): Child {
  const pace = paceOf(heat)
  const hint = saysHint(heat)
  if (!hint && !pace) return null
  return (
    <div class="heat">
      {hint && <Hint page={page} topic={topic} heat={heat} />}
      {pace?.state === 'begun' && <Begun page={page} topic={topic} pace={pace} />}
      {pace && pace.state !== 'begun' && <Asked page={page} at={`/posts/${topic.post.id}`} pace={pace} />}
    </div>
  )
}
