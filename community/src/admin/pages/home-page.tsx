import { hasReached, stageOf } from '../../conversation/index.ts'
import {
  type AppContext,
  Head,
  Layout,
  type MemberViewer,
  type PageContext,
  type Phrase,
  pageContext,
  permitted,
  show,
  type Way,
  Ways,
} from '../../foundation/index.ts'
import {
  invitationPolicy,
  listInvitations,
  memberPolicy,
  peopleWithRoles,
  waitingPeople,
} from '../../members/index.ts'
import { spacePolicy } from '../../spaces/index.ts'
import { adminPolicy } from '../policy.ts'
import { readSetUp } from '../set-up/store.ts'
import { adminWords as w } from '../words.ts'

interface Task {
  href: string
  label: Phrase
  why: Phrase
}

/** What set-up left for later; empty when everything is done. */
async function whatIsLeft(page: PageContext, viewer: MemberViewer): Promise<Task[]> {
  const { db } = page.house
  const [setUp, people, invitations, stage] = await Promise.all([
    readSetUp(db, viewer.communityId),
    peopleWithRoles(db, viewer.communityId),
    listInvitations(db, viewer.communityId),
    stageOf(page.house, viewer.communityId),
  ])
  const alone = people.filter(({ role }) => role === 'administrator').length < 2
  const list: (Task | false)[] = [
    !page.community.openedAt && { href: '/admin/doors', label: w.doors, why: w.doorsWhy },
    // The sample community sends no letters to anybody.
    !(setUp?.letterArrivedAt && (page.house.mail.works || page.house.config.demo)) && {
      href: '/admin/safety#letter',
      label: w.letter,
      why: w.letterWhy,
    },
    alone && { href: '/admin/safety#second', label: w.second, why: w.secondWhy },
    !setUp?.kitMadeAt && { href: '/admin/safety#kit', label: w.kit, why: w.kitWhy },
    // Who has come without being asked fills a room, too.
    invitations.length === 0 &&
      !hasReached(stage, 'room') && { href: '/admin/invitations', label: w.invite, why: w.inviteWhy },
  ]
  return list.filter((task) => task !== false)
}

/** Lower order stands further up, whoever brings it. */
type Place = Way & { order: number }

async function ownPlaces({ t, house }: PageContext, viewer: MemberViewer): Promise<Place[]> {
  const waiting = await waitingPeople(house.db, viewer.communityId)
  const place = (order: number, href: string, label: Phrase, about: string): Place => ({
    order,
    href,
    label: t(label),
    about,
  })
  const list: (Place | false)[] = [
    memberPolicy.letIn(viewer) &&
      place(
        10,
        '/admin/waiting',
        w.waiting,
        waiting.length > 0 ? t(w.waitingNow, { count: waiting.length }) : t(w.waitingNone),
      ),
    invitationPolicy.send(viewer) && place(20, '/admin/invitations', w.invitations, t(w.invitationsAbout)),
    memberPolicy.seeRoles(viewer) && place(30, '/admin/people', w.people, t(w.peopleAbout)),
    spacePolicy.manage(viewer) && place(40, '/admin/spaces', w.spaces, t(w.spacesAbout)),
    adminPolicy.changeSettings(viewer) && place(50, '/admin/settings', w.settings, t(w.settingsAbout)),
    adminPolicy.keepSafe(viewer) && place(70, '/admin/safety', w.safety, t(w.safetyAbout)),
    adminPolicy.readLetters(viewer) && place(80, '/admin/letters', w.letters, t(w.lettersAbout)),
    adminPolicy.readAudit(viewer) && place(90, '/admin/audit', w.audit, t(w.auditAbout)),
  ]
  return list.filter((one) => one !== false)
}

async function places(page: PageContext, viewer: MemberViewer): Promise<Way[]> {
  const all = page.house.features
    .flatMap(({ office }) => office ?? [])
    .filter(({ shown }) => shown?.(viewer) ?? true)
  const there = await Promise.all(all.map((one) => one.there?.(page.house, viewer) ?? true))
  const brought = all
    .filter((_, at) => there[at])
    .map(({ order, href, label, about }) => ({ order, href, label: page.t(label), about: page.t(about) }))
  return [...(await ownPlaces(page, viewer)), ...brought].sort((a, b) => a.order - b.order)
}

/** The first page of looking after the place: what is left to do, and where everything is. */
export async function showOffice(c: AppContext): Promise<Response> {
  const viewer = permitted(c, adminPolicy.enter)
  const page = pageContext(c)
  const { t } = page
  const [left, all] = await Promise.all([
    adminPolicy.keepSafe(viewer) ? whatIsLeft(page, viewer) : [],
    places(page, viewer),
  ])
  return show(
    c,
    <Layout page={page} title={t(w.title)} unlisted>
      <Head>{t(w.title)}</Head>
      <div class="row bare">
        <p class="main lead">{t(w.hello, { name: viewer.name })}</p>
      </div>
      {left.length > 0 && <h2 class="vh">{t(w.left)}</h2>}
      {left.map((task, index) => (
        <div class="row acted">
          <p class="side">{index === 0 && t(w.left)}</p>
          <div class="main tight">
            <p class="q">
              <a href={task.href}>{t(task.label)}</a>
            </p>
            <p class="dim">{t(task.why)}</p>
          </div>
        </div>
      ))}
      <Ways ways={all} />
    </Layout>,
  )
}
