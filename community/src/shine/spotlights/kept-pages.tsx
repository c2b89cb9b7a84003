import { z } from 'zod'
import { ReportWays } from '../../bounds/index.ts'
import {
  type AppContext,
  Head,
  isId,
  KindlingError,
  Layout,
  type MemberViewer,
  Note,
  notFound,
  type PageContext,
  Pager,
  type Phrase,
  pageContext,
  permitted,
  readForm,
  requireMember,
  show,
  Tick,
} from '../../foundation/index.ts'
import { membersById, SettingsLink } from '../../members/index.ts'
import { answerSpotlight, endSpotlight, stepWords, type WordsStep } from './answer.ts'
import { Did, LitPerson, Press } from './pages.tsx'
import { KEPT_PAGE, SPOTLIGHT_PAGE } from './pages-at.ts'
import { spotlightPolicy } from './policy.ts'
import { type Preview, readKept, readPreview } from './read-spotlight.ts'
import { answers, mayStillAnswer, SENTENCE } from './rules.ts'
import { type Asked, askedById, type Choices, choicesOf, setChoices } from './store.ts'
import { spotlightWords as w } from './words.ts'
import type { Sentence } from './words-store.ts'

const said: Record<string, Phrase> = {
  saved: w.saved,
  ended: w.takenDown,
}

function KeptSentence({ page, one }: { page: PageContext; one: Sentence }) {
  const at = `/spotlight/words/${one.id}`
  const { writer } = one
  return (
    <article class="row">
      <p class="side">
        {page.t.rich(w.wroteOn, {}, { name: writer.name, day: page.time.date(one.writtenAt) })}
      </p>
      <div class="main">
        <blockquote class="keep-lines" dir="auto">
          {one.words}
        </blockquote>
        {one.hidden && <p class="house">{page.t(w.hidden)}</p>}
        <div class="acts">
          <Press
            inline
            page={page}
            action={`${at}/${one.hidden ? 'show' : 'hide'}`}
            phrase={one.hidden ? w.letSee : w.hide}
          />
          <ReportWays page={page} kind={SENTENCE} id={one.id} />
        </div>
      </div>
    </article>
  )
}

/** The question, after its words were read; nothing answers by itself. */
function Question({ page, asked }: { page: PageContext; asked: Asked }) {
  const at = `/spotlight/${asked.id}`
  return (
    <section class="row" id="asked">
      <div class="main">
        <p class="bar">
          <a class="b" href={`${at}/preview`}>
            {page.t(w.yes)}
          </a>
        </p>
        <form class="bar" method="post" action={`${at}/answer`}>
          <button class="b" name="answer" value="keep" type="submit">
            {page.t(w.keep)}
          </button>
          <button class="b" name="answer" value="no" type="submit">
            {page.t(w.no)}
          </button>
        </form>
        <p class="hint">{page.t(w.noHint)}</p>
      </div>
      <Note>{page.t(w.askedLead)}</Note>
    </section>
  )
}

/** What was answered, for who answered alone. */
function Answered({ page, asked }: { page: PageContext; asked: Asked }) {
  const { answer, shownFrom, shownUntil } = asked
  const now = page.time.now
  if (answer === 'keep') return <p class="house">{page.t(w.answeredKeep)}</p>
  if (answer === 'no') return <p class="house">{page.t(w.answeredNo)}</p>
  if (answer === null) return <p class="house">{page.t(w.answeredLate)}</p>
  if (!shownFrom || !shownUntil || shownUntil <= now) return null
  return (
    <>
      <p class="house">
        {shownFrom > now
          ? page.t(w.willBeShown, { day: page.time.date(shownFrom) })
          : page.t(w.isShown, { day: page.time.date(shownUntil) })}
      </p>
      <Press inline page={page} action={`/spotlight/${asked.id}/end`} phrase={w.takeDown} />
    </>
  )
}

function Choose({ page, choices }: { page: PageContext; choices: Choices }) {
  return (
    <form class="row" method="post" action={`${KEPT_PAGE}/choices`}>
      <div class="main">
        <h2 class="say">{page.t(w.choices)}</h2>
        <Tick name="asks" label={page.t(w.asks)} checked={choices.asks} />
        <Tick name="written" label={page.t(w.written)} checked={choices.written} />
        <p class="bar">
          <button class="b" type="submit">
            {page.t(w.save)}
          </button>
        </p>
      </div>
      <Note>{page.t(w.blockHint)}</Note>
    </form>
  )
}

/** GET /spotlight/kept: what others wrote about me, for me alone, and the question, where I am asked. */
export async function showKept(c: AppContext): Promise<Response> {
  const viewer = permitted(c, spotlightPolicy.read)
  const { house } = c.var
  const asksBefore = c.req.query('before')
  const before = asksBefore && isId(asksBefore) ? asksBefore : undefined
  const [{ asked, sentences, next }, choices] = await Promise.all([
    readKept(house, viewer, { before }),
    choicesOf(house.db, viewer.communityId, viewer.memberId),
  ])
  const page = pageContext(c)
  const open = !before && asked && mayStillAnswer(asked, page.time.now) ? asked : undefined
  return show(
    c,
    <Layout page={page} title={page.t(w.keptTitle)} unlisted>
      <Head
        side={
          <>
            <SettingsLink page={page} />
            <br />
            <a href={SPOTLIGHT_PAGE}>{page.t(w.title)}</a>
          </>
        }
      >
        {page.t(open ? w.askedTitle : w.keptTitle)}
      </Head>
      <Did page={page} says={said[c.req.query('did') ?? '']} />
      <div class="row bare">
        <div class="main">
          {sentences.length === 0 && !before ? (
            <p class="lead">{page.t(w.keptEmpty)}</p>
          ) : (
            <p class="lead">{page.t(w.keptLead)}</p>
          )}
          {!before && asked && !open && <Answered page={page} asked={asked} />}
        </div>
      </div>
      {sentences.map((one) => (
        <KeptSentence page={page} one={one} />
      ))}
      {open && <Question page={page} asked={open} />}
      <Pager page={page} older={next && `${KEPT_PAGE}?before=${next}`} />
      {!before && <Choose page={page} choices={choices} />}
    </Layout>,
  )
}

async function askedOf(c: AppContext, viewer: MemberViewer, id: string): Promise<Asked> {
  const asked = isId(id) ? await askedById(c.var.house.db, viewer.communityId, id) : undefined
  if (!asked || !spotlightPolicy.readAsked(viewer, asked)) throw notFound()
  return asked
}

function Decide({ page, asked, preview }: { page: PageContext; asked: Asked; preview: Preview }) {
  return (
    <form class="row" method="post" action={`/spotlight/${asked.id}/answer`}>
      <div class="main">
        {preview.more && <p class="hint">{page.t(w.previewThree)}</p>}
        {preview.from && <p class="house">{page.t(w.previewLater, { day: page.time.date(preview.from) })}</p>}
        <p class="bar">
          {preview.sentences.length > 0 && (
            <button class="b go" name="answer" value="yes" type="submit">
              {page.t(w.showIt)}
            </button>
          )}
          <a class="act plain" href={`${KEPT_PAGE}#asked`}>
            {page.t(w.back)}
          </a>
        </p>
      </div>
    </form>
  )
}

/** GET /spotlight/:id/preview: the page as others would read it, before anything is decided. */
export async function showPreview(c: AppContext, id: string): Promise<Response> {
  const viewer = requireMember(c)
  const { house } = c.var
  const asked = await askedOf(c, viewer, id)
  if (!spotlightPolicy.answer(viewer, asked, house.clock.now())) throw notFound()
  const preview = await readPreview(house, viewer, asked)
  const me = (await membersById(house.db, viewer.communityId, [viewer.memberId])).get(viewer.memberId)!
  const page = pageContext(c)
  const empty = preview.sentences.length === 0
  return show(
    c,
    <Layout page={page} title={page.t(w.previewTitle)} unlisted>
      <Head side={<a href={KEPT_PAGE}>{page.t(w.keptTitle)}</a>}>{page.t(w.previewTitle)}</Head>
      <div class="row bare">
        <p class="main lead">{page.t(empty ? w.previewNothing : w.previewLead)}</p>
      </div>
      {!empty && <LitPerson page={page} member={me} sentences={preview.sentences} />}
      <Decide page={page} asked={asked} preview={preview} />
    </Layout>,
  )
}

const answerForm = z.object({ answer: z.enum(answers) })

export async function takeAnswer(c: AppContext, id: string): Promise<Response> {
  const viewer = requireMember(c)
  await askedOf(c, viewer, id)
  const result = await readForm(c, answerForm)
  if (!result.ok) return c.redirect(`${KEPT_PAGE}#asked`, 303)
  try {
    await answerSpotlight(c.var.house, viewer, id, result.value.answer)
  } catch (error) {
    // The page of it says what to do.
    if (!(error instanceof KindlingError) || error.code !== 'nothing_to_show') throw error
    return c.redirect(`/spotlight/${id}/preview`, 303)
  }
  return c.redirect(KEPT_PAGE, 303)
}

export async function takeEnd(c: AppContext, id: string): Promise<Response> {
  const viewer = requireMember(c)
  await askedOf(c, viewer, id)
  await endSpotlight(c.var.house, viewer, id)
  return c.redirect(`${KEPT_PAGE}?did=ended`, 303)
}

export async function takeStep(c: AppContext, id: string, step: WordsStep): Promise<Response> {
  const viewer = requireMember(c)
  if (!isId(id)) throw notFound()
  await stepWords(c.var.house, viewer, id, step)
  return c.redirect(KEPT_PAGE, 303)
}

const choicesForm = z.object({ asks: z.literal('yes').optional(), written: z.literal('yes').optional() })

export async function takeChoices(c: AppContext): Promise<Response> {
  const viewer = permitted(c, spotlightPolicy.read)
  const result = await readForm(c, choicesForm)
  if (!result.ok) throw notFound()
  const { asks, written } = result.value
  const choices = { asks: asks === 'yes', written: written === 'yes' }
  await setChoices(c.var.house.db, viewer.communityId, viewer.memberId, choices)
  return c.redirect(`${KEPT_PAGE}?did=saved`, 303)
}
