import { hasReached, stageOf } from '../../conversation/index.ts'
import {
  type AppContext,
  Head,
  Layout,
  type MemberViewer,
  type PageContext,
  type Phrase,
  pageContext,
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
import { adminPolicy, permitted } from '../policy.ts'
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

async function places(page: PageContext, viewer: MemberViewer): Promise<Way[]> {
  const { t } = page
  const waiting = await waitingPeople(page.house.db, viewer.communityId)
  const list: (Way | false)[] = [
    memberPolicy.letIn(viewer) && {
      href: '/admin/waiting',
      label: t(w.waiting),
      about: waiting.length > 0 ? t(w.waitingNow, { count: waiting.length }) : t(w.waitingNone),
    },
    invitationPolicy.send(viewer) && {
      href: '/admin/invitations',
      label: t(w.invitations),
      about: t(w.invitationsAbout),
    },
    memberPolicy.seeRoles(viewer) && { href: '/admin/people', label: t(w.people), about: t(w.peopleAbout) },
    spacePolicy.manage(viewer) && { href: '/admin/spaces', label: t(w.spaces), about: t(w.spacesAbout) },
    adminPolicy.changeSettings(viewer) && {
      href: '/admin/settings',
      label: t(w.settings),
      about: t(w.settingsAbout),
    },
    adminPolicy.keepSafe(viewer) && { href: '/admin/safety', label: t(w.safety), about: t(w.safetyAbout) },
    adminPolicy.readLetters(viewer) && {
      href: '/admin/letters',
      label: t(w.letters),
      about: t(w.lettersAbout),
    },
    adminPolicy.readAudit(viewer) && { href: '/admin/audit', label: t(w.audit), about: t(w.auditAbout) },
  ]
  const brought = page.house.features
    .flatMap(({ office }) => office ?? [])
    .filter(({ shown }) => shown?.(viewer) ?? true)
    .sort((a, b) => a.order - b.order)
    .map(({ href, label, about }) => ({ href, label: t(label), about: t(about) }))
  return [...list.filter((place) => place !== false), ...brought]
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
