import { ReportWays } from '../bounds/index.ts'
import { entryPlace } from '../conversation/index.ts'
import {
  type AppContext,
  giftIcons,
  Head,
  Icon,
  isId,
  Layout,
  type PageContext,
  type Phrase,
  pageContext,
  requireMember,
  show,
} from '../foundation/index.ts'
import { giftWords } from './gift-words.ts'
import { Decide, ReceiverActs, Said } from './parts.tsx'
import { type Keepsake, readKeepsakes, type Shelf } from './read-keepsakes.ts'
import { type Gift, THANKS } from './rules.ts'
import { besideKeepsakes } from './slots.ts'
import { hasWalls } from './walls.ts'
import { thanksWords as w } from './words.ts'

const A_PAGE = 20
/** More sheets than anybody frames. */
const PRINTED = 300

/** What one may look for, by the word in the address. */
const groups: Record<string, { label: Phrase; kinds: readonly Gift[] }> = {
  thanks: { label: w.kindThanks, kinds: ['thanks'] },
  hugs: { label: w.kindHugs, kinds: ['hug', 'with-you', 'candle'] },
  cheers: { label: w.kindCheers, kinds: ['cheer'] },
  stars: { label: w.kindStars, kinds: ['star'] },
  'shout-outs': { label: w.kindShoutOuts, kinds: ['shout-out'] },
  next: { label: w.kindNext, kinds: ['next'] },
}

const dids: Record<string, Phrase> = {
  'put-away': w.didPutAway,
  kept: w.didKeep,
  decided: w.didDecide,
  answered: w.youSaidIt,
}

interface Search {
  find: string
  kind: string
  before: string | undefined
}

function searchOf(c: AppContext): Search {
  const { find = '', kind = '', before } = c.req.query()
  return {
    find: find.slice(0, 100),
    kind: Object.hasOwn(groups, kind) ? kind : '',
    before: before && isId(before) ? before : undefined,
  }
}

const query = ({ find, kind, before }: Partial<Search>): string => {
  const parts = Object.entries({ find, kind, before }).filter((part): part is [string, string] => !!part[1])
  return parts.length > 0 ? `?${new URLSearchParams(parts)}` : ''
}

const asked = ({ find, kind, before }: Search) => ({
  find,
  before,
  ...(kind ? { kinds: groups[kind]!.kinds } : {}),
})

/** "Noor thanked you for your answer in …": who and where, small under what they said. */
function Where({ page, keepsake }: { page: PageContext; keepsake: Keepsake }) {
  const { postId, replyId, title, giver, gift, createdAt } = keepsake
  const href = postId ? entryPlace(postId, replyId) : ''
  const link = (text: unknown) => <a href={href}>{text as string}</a>
  return (
    <p class="hint">
      {page.t(giftWords[gift].kept, { name: giver.name })}
      {title && postId && <> · {page.t.rich(replyId ? w.forAnswer : w.forYourPost, { link }, { title })}</>} ·{' '}
      <time datetime={createdAt.toISOString()}>{page.time.date(createdAt)}</time>
    </p>
  )
}

function KeepsakeItem({
  page,
  keepsake,
  acts,
}: {
  page: PageContext
  keepsake: Keepsake
  acts: 'kept' | 'none' | 'away'
}) {
  const { id, gift, words, showing } = keepsake
  return (
    <li class="keep">
      <Icon name={giftWords[gift].icon} size="middle" />
      <div>
        <p class={words ? 'say' : undefined} dir="auto">
          <Said page={page} note={keepsake} />
        </p>
        <Where page={page} keepsake={keepsake} />
        {acts === 'kept' && showing === 'offered' && (
          <>
            <p class="hint">{page.t(w.toYouOffered, { name: keepsake.giver.name })}</p>
            <Decide page={page} note={keepsake} then="keepsakes" />
          </>
        )}
        {acts === 'kept' && <ReceiverActs page={page} note={keepsake} then="keepsakes" />}
        {acts === 'away' && (
          <form class="acts" method="post" action={`/thanks/${id}/keep`}>
            <button class="act plain" type="submit">
              {page.t(w.keepAgain)}
            </button>
            {words && <ReportWays page={page} kind={THANKS} id={id} />}
          </form>
        )}
      </div>
    </li>
  )
}

/** Keepsakes under the month they came in. */
function Months({
  page,
  keepsakes,
  acts,
}: {
  page: PageContext
  keepsakes: readonly Keepsake[]
  acts: 'kept' | 'none' | 'away'
}) {
  const months = new Map<string, Keepsake[]>()
  for (const keepsake of keepsakes) {
    const month = page.time.month(keepsake.createdAt)
    months.set(month, [...(months.get(month) ?? []), keepsake])
  }
  return (
    <>
      {[...months].map(([month, list]) => (
        <section class="row month" aria-label={month}>
          <h2 class="side lab">{month}</h2>
          <ul class="main">
            {list.map((keepsake) => (
              <KeepsakeItem page={page} keepsake={keepsake} acts={acts} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Find({ page, search }: { page: PageContext; search: Search }) {
  return (
    <div class="row bare">
      <form class="main bar keepsake-find" method="get" action="/keepsakes" role="search">
        <span>
          <label for="f-find">{page.t(w.findLabel)}</label>
          <input type="search" id="f-find" name="find" value={search.find} maxlength={100} />
        </span>
        <span>
          <label for="f-kind">{page.t(w.kindLabel)}</label>
          <select id="f-kind" name="kind">
            <option value="">{page.t(w.kindAll)}</option>
            {Object.entries(groups).map(([name, { label }]) => (
              <option value={name} selected={name === search.kind}>
                {page.t(label)}
              </option>
            ))}
          </select>
        </span>
        <button class="b" type="submit">
          {page.t(w.find)}
        </button>
      </form>
    </div>
  )
}

const emptyWords: Record<Shelf, Phrase> = {
  kept: w.noKeepsakes,
  waiting: w.nothingWaits,
  away: w.nothingAway,
}

function Empty({ page, phrase }: { page: PageContext; phrase: Phrase }) {
  return (
    <div class="row">
      <p class="main lead">{page.t(phrase)}</p>
    </div>
  )
}

function Told({ page, did }: { page: PageContext; did: string | undefined }) {
  const phrase = did && Object.hasOwn(dids, did) ? dids[did] : undefined
  if (!phrase) return null
  return (
    <div class="row bare">
      <p class="main house" role="status">
        {page.t(phrase)}
      </p>
    </div>
  )
}

/** Everything kind that was ever said to a member; theirs alone. */
export async function showKeepsakes(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const page = pageContext(c)
  const search = searchOf(c)
  const away = c.req.query('shelf') === 'away'
  const shelf = away ? 'away' : 'kept'
  const { keepsakes, next } = await readKeepsakes(c.var.house, viewer, {
    shelf,
    ...asked(search),
    limit: A_PAGE,
  })
  const walls = await hasWalls(c.var.house, viewer)
  const looked = search.find !== '' || search.kind !== ''
  const heading = page.t(away ? w.awayTitle : w.keepsakes)
  const beside = await c.var.house.slots.load(besideKeepsakes, c.var.house, page, [{ id: viewer.memberId }])
  const later = next && query({ ...search, before: next })
  return show(
    c,
    <Layout page={page} title={heading} icons={giftIcons} unlisted>
      <Head side={page.t(w.onlyYou)}>{heading}</Head>
      <Told page={page} did={c.req.query('did')} />
      {!away && (keepsakes.length > 0 || looked || search.before) && <Find page={page} search={search} />}
      {keepsakes.length === 0 && <Empty page={page} phrase={looked ? w.nothingFound : emptyWords[shelf]} />}
      <Months page={page} keepsakes={keepsakes} acts={shelf} />
      <div class="row">
        <p class="wide acts">
          {later && (
            <a
              class="act plain"
              rel="next"
              href={away ? `/keepsakes${later}&shelf=away` : `/keepsakes${later}`}
            >
              {page.t(w.earlier)}
            </a>
          )}
          {!away && keepsakes.length > 0 && (
            <a class="act plain" href={`/keepsakes/print${query({ ...search, before: undefined })}`}>
              {page.t(looked ? w.printThese : w.printAll)}
            </a>
          )}
          <a class="act plain" href="/keepsakes/waiting">
            {page.t(w.waitingTitle)}
          </a>
          <a class="act plain" href={away ? '/keepsakes' : '/keepsakes?shelf=away'}>
            {page.t(away ? w.keepsakes : w.awayTitle)}
          </a>
          {beside(viewer.memberId, { id: viewer.memberId })}
          {walls && (
            <a class="act plain" href="/wall">
              {page.t(w.wallLink)}
            </a>
          )}
          <a class="act plain" href="/settings/thanks">
            {page.t(w.settingsTitle)}
          </a>
        </p>
      </div>
    </Layout>,
  )
}

function WaitingItem({ page, keepsake }: { page: PageContext; keepsake: Keepsake }) {
  return (
    <li class="keep">
      <Icon name={giftWords[keepsake.gift].icon} size="middle" />
      <div>
        <p>{page.t(giftWords[keepsake.gift].kept, { name: keepsake.giver.name })}</p>
        <details>
          <summary>{page.t(w.readIt)}</summary>
          <p class="say" dir="auto">
            <Said page={page} note={keepsake} />
          </p>
          <Where page={page} keepsake={keepsake} />
        </details>
        <form class="acts" method="post" action={`/thanks/${keepsake.id}/keep`}>
          <button class="act plain" type="submit">
            {page.t(w.keepIt)}
          </button>
          <button
            class="act plain"
            type="submit"
            formaction={`/thanks/${keepsake.id}/put-away?then=keepsakes`}
          >
            {page.t(w.hide)}
          </button>
          <a class="act plain" href={`/members/${keepsake.giver.handle}`}>
            {page.t(w.whoIs, { name: keepsake.giver.name })}
          </a>
          {keepsake.words && <ReportWays page={page} kind={THANKS} id={keepsake.id} />}
        </form>
      </div>
    </li>
  )
}

/** What waits of people this member has not talked with: closed until it is opened. */
export async function showWaiting(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const page = pageContext(c)
  const { before } = searchOf(c)
  const { keepsakes, next } = await readKeepsakes(c.var.house, viewer, {
    shelf: 'waiting',
    before,
    limit: A_PAGE,
  })
  return show(
    c,
    <Layout page={page} title={page.t(w.waitingTitle)} icons={giftIcons} unlisted>
      <Head side={<a href="/keepsakes">{page.t(w.keepsakes)}</a>}>{page.t(w.waitingTitle)}</Head>
      {keepsakes.length === 0 ? (
        <Empty page={page} phrase={emptyWords.waiting} />
      ) : (
        <div class="row">
          <div class="main">
            <p class="lead">{page.t(w.waitingLead)}</p>
            <ul class="waiting">
              {keepsakes.map((keepsake) => (
                <WaitingItem page={page} keepsake={keepsake} />
              ))}
            </ul>
            {next && (
              <p class="bar">
                <a class="b" rel="next" href={`/keepsakes/waiting?before=${next}`}>
                  {page.t(w.earlier)}
                </a>
              </p>
            )}
          </div>
        </div>
      )}
    </Layout>,
  )
}

/** The same as a sheet for the wall: the browser prints it. */
export async function showPrint(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const page = pageContext(c)
  const search = searchOf(c)
  const { keepsakes } = await readKeepsakes(c.var.house, viewer, {
    ...asked(search),
    before: undefined,
    limit: PRINTED,
  })
  return show(
    c,
    <Layout page={page} title={page.t(w.printTitle, { name: viewer.name })} icons={giftIcons} unlisted>
      <div class="keepsake-sheet">
        <Head mark={<Icon name="thanks" size="big" />}>{page.t(w.printTitle, { name: viewer.name })}</Head>
        <div class="row bare screen-only">
          <p class="main house">
            {page.t(w.printHow)}{' '}
            <a href={`/keepsakes${query({ ...search, before: undefined })}`}>{page.t(w.keepsakes)}</a>
          </p>
        </div>
        {keepsakes.length === 0 && <Empty page={page} phrase={w.nothingFound} />}
        <Months page={page} keepsakes={keepsakes} acts="none" />
        <p class="keepsake-place">
          {page.community.name}, {page.time.date(page.time.now)}
        </p>
      </div>
    </Layout>,
  )
}
