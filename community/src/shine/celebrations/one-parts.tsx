import type { Child } from 'hono/jsx'
import { type FieldErrors, Icon, type PageContext, type Typed } from '../../foundation/index.ts'
import { WordsForm } from '../words-form.tsx'
import { factsOf } from './join-in.ts'
import { celebrationAt } from './pages-at.ts'
import { namesOf } from './parts.tsx'
import { celebrationPolicy } from './policy.ts'
import type { Added, CelebrationView, Line, People } from './read-celebrations.ts'
import { LINE_LENGTH } from './rules.ts'
import { celebrationWords as w } from './words.ts'

interface Shown {
  page: PageContext
  one: CelebrationView
}

/** For whoever was asked to be named. */
export function NamedQuestion({ page, one, people }: Shown & { people: People }) {
  const { t, viewer, time } = page
  const { me } = people
  if (!me || !celebrationPolicy.answer(viewer, { ...me, memberId: viewer.memberId! }, time.now)) return null
  const isNamed = me.answer === 'yes'
  return (
    <form class="house" method="post" action={`${celebrationAt(one.id)}/named`}>
      <p>{t(isNamed ? w.namedIs : w.namedAsk, { name: one.opener.name })}</p>
      <p class="acts">
        {!isNamed && (
          <button class="act plain" name="answer" value="yes" type="submit">
            {t(w.namedYes)}
          </button>
        )}
        {me.answer !== 'no' && (
          <button class="act plain" name="answer" value="no" type="submit">
            {t(isNamed ? w.namedOut : w.namedNo)}
          </button>
        )}
      </p>
    </form>
  )
}

function Press({
  page,
  one,
  act,
  phrase,
  member,
}: Shown & { act: string; phrase: 'rest' | 'takeAway' | 'report' | 'takeLineAway'; member?: string }) {
  return (
    <button
      class="act plain"
      type="submit"
      formaction={`${celebrationAt(one.id)}/${act}`}
      {...(member ? { name: 'member', value: member } : {})}
    >
      {page.t(w[phrase])}
    </button>
  )
}

/** What is seldom wanted stays folded. */
function Folded({ page, children }: { page: PageContext; children?: Child }) {
  return (
    <details>
      <summary>{page.t(w.more)}</summary>
      <div class="acts">{children}</div>
    </details>
  )
}

/** What its opener, stewards and readers may do about it. */
export function LookAfter({ page, one }: Shown) {
  const { viewer } = page
  const mayRest = celebrationPolicy.rest(viewer, factsOf(one))
  const mayTakeAway = celebrationPolicy.takeAway(viewer, { openerId: one.opener.id })
  const mayReport = celebrationPolicy.report(viewer, { writerId: one.opener.id })
  return (
    <form method="post" action={`${celebrationAt(one.id)}/rest`}>
      <Folded page={page}>
        {mayRest && <Press page={page} one={one} act="rest" phrase="rest" />}
        {mayTakeAway && <Press page={page} one={one} act="take-away" phrase="takeAway" />}
        {mayReport && <Press page={page} one={one} act="report" phrase="report" member={one.opener.id} />}
      </Folded>
    </form>
  )
}

function LineItem({ page, one, line }: Shown & { line: Line }) {
  const mayTakeAway = celebrationPolicy.takeLineAway(page.viewer, { openerId: one.opener.id })
  return (
    <li>
      <blockquote class="keep-lines" dir="auto">
        {line.words}
      </blockquote>
      <p class="dim">
        <a class="quiet" href={`/members/${line.handle}`}>
          {line.name}
        </a>
      </p>
      <form method="post" action={`${celebrationAt(one.id)}/report`}>
        <Folded page={page}>
          {mayTakeAway && (
            <Press page={page} one={one} act="lines/take-away" phrase="takeLineAway" member={line.memberId} />
          )}
          <Press page={page} one={one} act="report" phrase="report" member={line.memberId} />
        </Folded>
      </form>
    </li>
  )
}

function Cheers({ page, added }: { page: PageContext; added: Added }) {
  if (added.cheers.length === 0) return null
  const names = added.otherCheers ? added.cheers.join(', ') : namesOf(page, added.cheers)
  return (
    <p class="starred dim">
      <Icon name="cheer" />
      <span>{page.t(added.otherCheers ? w.cheersOthers : w.cheersFrom, { names })}</span>
    </p>
  )
}

/** At most three lines, then "and others"; nothing where nobody said anything. */
export function Lines({ page, one, added, isEarlier }: Shown & { added: Added; isEarlier: boolean }) {
  const { t } = page
  if (added.lines.length === 0 && added.cheers.length === 0 && !isEarlier) return null
  const at = celebrationAt(one.id)
  return (
    <section class="row">
      <div class="main">
        <h2 class="say">{t(w.linesTitle)}</h2>
        {added.lines.length > 0 && (
          <ul class="told">
            {added.lines.map((line) => (
              <LineItem page={page} one={one} line={line} />
            ))}
          </ul>
        )}
        {(added.next || isEarlier) && (
          <p class="acts others">
            {added.next && <span class="dim">{t(w.andOthers)}</span>}
            {added.next && (
              <a class="act plain" href={`${at}?before=${added.next}`}>
                {t(w.earlier)}
              </a>
            )}
            {isEarlier && (
              <a class="act plain" href={at}>
                {t(w.latest)}
              </a>
            )}
          </p>
        )}
        <Cheers page={page} added={added} />
      </div>
    </section>
  )
}

function Mine({ page, one, words }: Shown & { words: string }) {
  const { t, viewer } = page
  return (
    <>
      <p class="house">{t(words ? w.youAdded : w.youCheered)}</p>
      {words && (
        <blockquote class="keep-lines" dir="auto">
          {words}
        </blockquote>
      )}
      <form class="acts" method="post" action={`${celebrationAt(one.id)}/lines/take-away`}>
        <button class="act plain" name="member" value={viewer.memberId} type="submit">
          {t(w.takeBack)}
        </button>
      </form>
    </>
  )
}

/** A line of one's own, or a cheer. */
export function JoinIn(
  props: Shown & { mine: string | undefined; typed: Typed; errors: FieldErrors | undefined },
) {
  const { page, one, mine, typed, errors } = props
  const { t } = page
  const at = celebrationAt(one.id)
  const mayJoin = celebrationPolicy.join(page.viewer, factsOf(one))
  if (!mayJoin && mine === undefined) return null
  return (
    <section class="row">
      <div class="main">
        {mine !== undefined && <Mine page={page} one={one} words={mine} />}
        {mayJoin && mine === undefined && (
          <form class="bar cheering" method="post" action={`${at}/cheer`}>
            <button class="b" type="submit">
              <Icon name="cheer" />
              <span>{t(w.cheer)}</span>
            </button>
          </form>
        )}
        {mayJoin && (
          <WordsForm
            page={page}
            action={`${at}/lines`}
            label={t(w.lineLabel)}
            hint={t(w.lineHint)}
            button={t(mine ? w.changeLine : w.addLine)}
            back={at}
            limit={LINE_LENGTH}
            rows={3}
            kept={t(w.draftKept)}
            value={mine}
            person={one.opener.name}
            draft={{ name: `celebration-${one.id}`, label: one.title, href: at }}
            typed={typed}
            errors={errors}
          />
        )}
      </div>
    </section>
  )
}
