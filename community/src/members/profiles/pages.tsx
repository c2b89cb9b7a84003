import {
  type AppContext,
  Field,
  Head,
  type IconName,
  Layout,
  localTime,
  type MemberViewer,
  Note,
  notFound,
  type PageContext,
  type Phrase,
  pageContext,
  requireMember,
  show,
} from '../../foundation/index.ts'
import { memberPolicy } from '../policy.ts'
import { remembranceWords } from '../remembrance/words.ts'
import { settingsWords } from '../settings/words.ts'
import { type MemberView, memberByHandle } from '../store.ts'
import { Face } from './parts.tsx'
import { reachable } from './reachable.ts'
import { profileActs, profileBelow } from './slots.ts'
import { membersNamed } from './store.ts'
import { profileWords as w } from './words.ts'

const MOST = 30
const roleName = {
  member: undefined,
  host: w.host,
  steward: w.steward,
  administrator: w.administrator,
} as const

function PersonRow({ page, member }: { page: PageContext; member: MemberView }) {
  const role = roleName[member.role]
  return (
    <section class="row">
      <div class="side who">
        <Face id={member.id} name={member.name} pictureId={member.pictureId} />
      </div>
      <div class="main tight">
        <h2 class="title">
          <a href={`/members/${member.handle}`}>{member.name}</a>
        </h2>
        {(member.pronouns || role) && (
          <p class="dim">{[member.pronouns, role && page.t(role)].filter(Boolean).join(' · ')}</p>
        )}
      </div>
    </section>
  )
}

/** Looking for a member by name. There is no list of everybody. */
export async function showMembers(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  if (!memberPolicy.find(viewer)) throw notFound()
  const page = pageContext(c)
  const name = (c.req.query('name') ?? '').trim().slice(0, 60)
  const found = name ? await membersNamed(c.var.house.db, viewer.communityId, name, MOST + 1) : []
  const members = await reachable(page, found.slice(0, MOST))
  return show(
    c,
    <Layout page={page} title={page.t(w.title)} unlisted>
      <Head>{page.t(w.title)}</Head>
      <search class="row bare">
        <form class="main" method="get" action="/members">
          <p class="lead">{page.t(w.lead)}</p>
          <Field name="name" type="search" label={page.t(w.name)} value={name} autocomplete="off" />
          <p class="bar">
            <button class="b go" type="submit">
              {page.t(w.search)}
            </button>
          </p>
        </form>
      </search>
      {name && members.length === 0 && (
        <div class="row">
          <p class="main" role="status">
            {page.t(w.nobody)}
          </p>
        </div>
      )}
      {members.map((member) => (
        <PersonRow page={page} member={member} />
      ))}
      {found.length > MOST && (
        <div class="row">
          <p class="main dim">{page.t(w.more)}</p>
        </div>
      )}
    </Layout>,
  )
}

function clock(zone: string, now: Date): string {
  const { hours, minutes } = localTime(zone, now.getTime())
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** Members write languages as they like; a code is said as its name. */
function languageNames(page: PageContext, languages: readonly string[]): string {
  const names = new Intl.DisplayNames(page.t.language.tag, { type: 'language' })
  return languages.map((one) => (/^[a-z]{2,3}$/.test(one) ? (names.of(one) ?? one) : one)).join(', ')
}

function Facts({ page, member }: { page: PageContext; member: MemberView }) {
  const zone = member.timeZone
  return (
    <dl class="facts">
      {member.pronouns && (
        <div>
          <dt>{page.t(w.pronouns)}</dt>
          <dd>{member.pronouns}</dd>
        </div>
      )}
      {member.languages.length > 0 && (
        <div>
          <dt>{page.t(w.languages)}</dt>
          <dd>{languageNames(page, member.languages)}</dd>
        </div>
      )}
      {zone && (
        <div>
          <dt>{page.t(w.timeZone)}</dt>
          <dd>
            {page.t(w.theirTime, {
              zone: zone.split('/').pop()!.replaceAll('_', ' '),
              time: clock(zone, page.time.now),
            })}
          </dd>
        </div>
      )}
    </dl>
  )
}

async function memberOf(c: AppContext, viewer: MemberViewer, page: PageContext): Promise<MemberView> {
  const found = await memberByHandle(c.var.house.db, viewer.communityId, c.req.param('handle') ?? '')
  if (!found || !memberPolicy.read(viewer, found)) throw notFound()
  const [member] = await reachable(page, [found])
  if (!member) throw notFound()
  return member
}

function Act({ page, href, phrase }: { page: PageContext; href: string; phrase: Phrase }) {
  return (
    <a class="act plain" href={href}>
      {page.t(phrase)}
    </a>
  )
}

/** Pictures of what is given for no post. */
const givenToMember: IconName[] = ['thanks', 'shout-out']

/** One member: what they say about themselves, and what they wrote under their name. */
export async function showMember(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const page = pageContext(c)
  const member = await memberOf(c, viewer, page)
  const { house } = page
  const [acts, below] = await Promise.all([
    house.slots.load(profileActs, house, page, [member]),
    house.slots.load(profileBelow, house, page, [member]),
  ])
  const role = roleName[member.role]
  const mine = member.id === viewer.memberId
  const remembered = member.status === 'remembered'
  return show(
    c,
    <Layout page={page} title={member.name} icons={givenToMember} unlisted>
      <Head
        side={
          <>
            {role && !remembered && (
              <>
                {page.t(role)}
                <br />
              </>
            )}
            {page.t(w.joined, { day: page.time.date(member.joinedAt) })}
          </>
        }
      >
        {remembered ? page.t(remembranceWords.inMemory, { name: member.name }) : member.name}
      </Head>
      <section class="row bare">
        <div class="side who big">
          <Face id={member.id} name={member.name} pictureId={member.pictureId} />
        </div>
        <div class="main">
          {member.status === 'left' && <p class="house">{page.t(w.left)}</p>}
          {remembered && <p class="house">{page.t(remembranceWords.wordsStay)}</p>}
          {member.bio ? (
            <p class="lead keep-lines" dir="auto">
              {member.bio}
            </p>
          ) : (
            !remembered && <p class="dim">{page.t(w.quiet, { name: member.name })}</p>
          )}
          {!remembered && <Facts page={page} member={member} />}
          <div class="acts">
            {mine && <Act page={page} href="/settings" phrase={settingsWords.title} />}
            {acts(member.id, member)}
            {mine && <Act page={page} href="/sign-out" phrase={w.signOut} />}
          </div>
        </div>
        {mine && <Note>{page.t(w.you)}</Note>}
      </section>
      {below(member.id, member)}
    </Layout>,
  )
}
