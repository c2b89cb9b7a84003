import { isMember, type PageContext } from '../foundation/index.ts'
import type { ExperimentKind } from './kinds.ts'
import { experimentPolicy } from './policy.ts'
import { type OutcomeTold, SHOWN_FROM, settledAt, stateOf, TOLD_FROM, toldOf } from './rules.ts'
import { isSeen } from './statistics/index.ts'
import type { Experiment } from './store.ts'
import { experimentWords as w } from './words.ts'

/** An experiment with its kind, where this house still knows it. */
export interface Known {
  experiment: Experiment
  kind: ExperimentKind
}

export const stateIn = ({ time }: PageContext, { experiment }: Known) => stateOf(experiment, time.now)

const halves = ({ t }: PageContext, { kind }: Known) => ({ asked: t(kind.usual), notAsked: t(kind.heldOut) })

const signed = (figure: number, digits: number): string => {
  const said = Math.abs(figure).toFixed(digits)
  return Number(said) === 0 ? said : `${figure < 0 ? '−' : '+'}${said}`
}

/** What may be said of a difference. */
function differenceSaid({ t }: PageContext, { measure, judged }: OutcomeTold, first: boolean): string {
  if (!judged) return t(w.tooSeldom, { least: TOLD_FROM })
  const { difference, seen } = judged
  const [scale, digits] = measure === 'share' ? [100, 0] : [1, 2]
  const figures = {
    value: signed(difference.value * scale, digits),
    low: signed(difference.low * scale, digits),
    high: signed(difference.high * scale, digits),
  }
  return t(seen ? w.seen : isSeen(difference) && !first ? w.notAfter : w.notSeen, figures)
}

/** One outcome: both halves, the difference with its interval, and whether anything was seen. */
function OutcomeLine({ page, known, told, first }: Line) {
  const { t } = page
  const plain = (figure: number) => (told.measure === 'share' ? (figure * 100).toFixed(0) : figure.toFixed(2))
  const given = { usual: plain(told.usual), heldOut: plain(told.heldOut), ...halves(page, known) }
  return (
    <div>
      <dt>{t(known.kind.outcomes.find(({ name }) => name === told.name)!.label)}</dt>
      <dd>
        {told.judged && t(told.measure === 'share' ? w.shares : w.means, given)}{' '}
        {differenceSaid(page, told, first)}
      </dd>
    </div>
  )
}

interface Line {
  page: PageContext
  known: Known
  told: OutcomeTold
  first: boolean
}

/** What came of an experiment that is over. */
export function ResultOf({ page, known }: { page: PageContext; known: Known }) {
  const { t } = page
  const { result, left } = known.experiment
  if (!result) return null
  const members = { usual: result.usual, heldOut: result.heldOut, ...halves(page, known) }
  if (!result.sums) return <p>{t(w.tooFew, { ...members, least: SHOWN_FROM })}</p>
  const told = toldOf(known.kind.outcomes, result)
  const gone = left.usual + left.heldOut
  return (
    <>
      <p class="say">{t(told[0]?.judged?.seen ? w.effect : w.noEffect)}</p>
      <p>
        {t(w.counted, members)} {gone > 0 && t(w.leftAfter, { ...members, ...left, count: gone })}
      </p>
      <dl class="facts">
        {told.map((one, at) => (
          <OutcomeLine page={page} known={known} told={one} first={at === 0} />
        ))}
      </dl>
      <p class="hint">{t(w.ranges)}</p>
    </>
  )
}

/** Since when, until when, and from when it says something. */
export function timesSaid(page: PageContext, known: Known): string {
  const { t, time } = page
  const { startedAt, endsAt, stoppedAt } = known.experiment
  const said = {
    from: time.date(startedAt),
    until: time.date(endsAt),
    told: time.date(settledAt(known.experiment)),
    day: stoppedAt ? time.date(stoppedAt) : '',
  }
  const phrases = { running: w.since, settling: w.counting, done: w.from, stopped: w.stopped }
  return t(phrases[stateIn(page, known)], said)
}

/** The one switch, wherever it stands; it leads back there. */
export function LeaveSwitch({ page, left, at }: { page: PageContext; left: boolean; at: string }) {
  const { t, viewer } = page
  if (!isMember(viewer)) {
    const then = encodeURIComponent(at)
    return <p>{t.rich(w.signIn, { link: (text) => <a href={`/sign-in?then=${then}`}>{text}</a> })}</p>
  }
  if (!experimentPolicy.leave(viewer)) return null
  return (
    <form method="post" action="/settings/experiments">
      <input type="hidden" name="at" value={at} />
      <p role="status">{t(left ? w.left : viewer.under18 ? w.underAge : w.takePart)}</p>
      {!left && <p class="hint">{t(w.leaveHint)}</p>}
      <p class="bar">
        <button class="b" type="submit" name="left" value={left ? 'no' : 'yes'}>
          {t(left ? w.comeBack : w.leave)}
        </button>
      </p>
    </form>
  )
}
