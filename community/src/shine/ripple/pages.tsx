import { raw } from '#jsx/jsx-runtime'
import { entryPlace } from '../../conversation/index.ts'
import {
  type AppContext,
  giftIcons,
  Head,
  Icon,
  type IconName,
  Layout,
  notFound,
  type PageContext,
  Pager,
  type Phrase,
  pageContext,
  permitted,
  show,
} from '../../foundation/index.ts'
import { giftWords } from '../../thanks/index.ts'
import { drawRipple } from './draw-ripple.ts'
import { rippleOpen } from './open-here.ts'
import { RIPPLE_PAGE } from './parts.tsx'
import { ripplePolicy } from './policy.ts'
import { type Ripple, readRipple, type Told } from './read-ripple.ts'
import { rippleWords as w } from './words.ts'

const iconOf = ({ gift }: Told): IconName => (gift ? giftWords[gift].icon : 'gold-star')

const sentences: Partial<Record<NonNullable<Told['gift']>, Phrase>> = {
  star: w.star,
  'shout-out': w.shoutOut,
  next: w.next,
}

/** What the picture shows, for who hears it. */
function describe({ t }: PageContext, { told, wentOn }: Ripple): string {
  const names = new Intl.ListFormat(t.language.tag).format(told.map(({ person }) => person.name))
  const first = told.length > 0 ? t(w.pictureNames, { names }) : t(w.pictureStill)
  return wentOn ? `${first} ${t(w.pictureOn)}` : first
}

function Picture({ page, ripple }: { page: PageContext; ripple: Ripple }) {
  const { told, wentOn } = ripple
  const { t } = page
  const drawing = drawRipple({
    people: told.map((one) => ({ name: one.person.name, icon: iconOf(one) })),
    wentOn: wentOn ? t(w.wentOn) : undefined,
    mirrored: t.language.direction === 'rtl',
    title: t(w.pictureTitle),
    description: describe(page, ripple),
  })
  return <figure>{raw(drawing)}</figure>
}

/** Who told it, and where it was for. */
function Where({ page, one }: { page: PageContext; one: Told }) {
  const { person, gift, postId, replyId, title, idea } = one
  const link = (href: string) => (text: unknown) => <a href={href}>{text as string}</a>
  if (idea) {
    const params = { name: person.name, idea: idea.words }
    return <p class="hint">{page.t.rich(w.didToo, { link: link(`/kind-acts/${idea.id}`) }, params)}</p>
  }
  return (
    <p class="hint">
      {page.t((gift && sentences[gift]) ?? w.thanks, { name: person.name })}
      {title && postId && (
        <>
          {' · '}
          {page.t.rich(
            replyId ? w.forAnswer : w.forPost,
            { link: link(entryPlace(postId, replyId)) },
            { title },
          )}
        </>
      )}
    </p>
  )
}

/** The picture in words: the same people in the same order, and nothing more. */
function InWords({ page, ripple }: { page: PageContext; ripple: Ripple }) {
  return (
    <section class="row month" aria-labelledby="told">
      <h2 class="side lab" id="told">
        {page.t(w.listTitle)}
      </h2>
      <ul class="main">
        {ripple.told.map((one) => (
          <li class="keep">
            <Icon name={iconOf(one)} size="middle" />
            <div>
              <p class="say" dir="auto">
                {one.words}
              </p>
              <Where page={page} one={one} />
            </div>
          </li>
        ))}
        {ripple.wentOn && <li class="house went-on">{page.t(w.wentOnLine)}</li>}
      </ul>
    </section>
  )
}

function Empty({ page }: { page: PageContext }) {
  return (
    <div class="row">
      <div class="main">
        <p class="lead">{page.t(w.empty)}</p>
        <p>{page.t(w.emptyMore)}</p>
      </div>
    </div>
  )
}

/** A time to read on from, out of an address; anything else is the newest. */
const timeIn = (before: string | undefined): number | undefined =>
  before && /^\d{1,14}$/.test(before) ? Number(before) : undefined

/** GET /ripple: what people told me came of my help, for me alone. */
export async function showRipple(c: AppContext): Promise<Response> {
  const viewer = permitted(c, ripplePolicy.read)
  const { house } = c.var
  if (!(await rippleOpen(house, viewer.communityId))) throw notFound()
  const before = timeIn(c.req.query('before'))
  const ripple = await readRipple(house, viewer, { before })
  const page = pageContext(c)
  const empty = ripple.told.length === 0
  return show(
    c,
    <Layout page={page} title={page.t(w.title)} icons={giftIcons} unlisted>
      <Head side={page.t(w.onlyYou)}>{page.t(w.title)}</Head>
      <div class="row bare">
        <div class="main">
          {!empty && <p class="lead">{page.t(w.lead)}</p>}
          <Picture page={page} ripple={ripple} />
        </div>
      </div>
      {empty ? <Empty page={page} /> : <InWords page={page} ripple={ripple} />}
      <Pager
        page={page}
        newer={before === undefined ? undefined : RIPPLE_PAGE}
        older={ripple.next === undefined ? undefined : `${RIPPLE_PAGE}?before=${ripple.next}`}
      />
      <div class="row bare">
        <p class="main acts">
          <a class="act plain" href="/keepsakes">
            {page.t(w.keepsakes)}
          </a>
        </p>
      </div>
    </Layout>,
  )
}
