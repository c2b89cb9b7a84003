import { memberIfReachable } from '../../bounds/index.ts'
import { type House, isId, type MemberViewer } from '../../foundation/index.ts'
import type { Notice, NoticeKind, NoticeSight } from '../../notices/index.ts'
import { feedbackPolicy } from './policy.ts'
import { answersFor, invitationsOf } from './store.ts'
import { feedbackNoticeWords as w } from './words.ts'

const MOST = 100
const idsOf = (notices: readonly Notice[]) =>
  notices.flatMap(({ subjectId }) => (subjectId && isId(subjectId) ? [subjectId] : []))

/** What it is about stays on its page: a letter may be read by others. */
function sights(
  notices: readonly Notice[],
  of: (subjectId: string) => Pick<NoticeSight, 'who' | 'href'> | undefined,
): Map<string, NoticeSight> {
  return new Map(
    notices.flatMap(({ id, subjectId }) => {
      const seen = of(subjectId ?? '')
      return seen ? [[id, { title: '', ...seen }] as const] : []
    }),
  )
}

/** Gone once it was answered, put off or closed: nobody is reminded. */
async function loadAsked(house: House, viewer: MemberViewer, notices: readonly Notice[]) {
  const open = new Map((await invitationsOf(house, viewer, { limit: MOST })).map((one) => [one.id, one]))
  return sights(notices, (id) => {
    const one = open.get(id)
    return one && { who: one.asker.name, href: `/feedback/asked/${id}` }
  })
}

async function loadGiven(house: House, viewer: MemberViewer, notices: readonly Notice[]) {
  const answers = await answersFor(house, viewer, idsOf(notices))
  return sights(notices, (id) => {
    const last = answers.filter(({ askId }) => askId === id).at(-1)
    return last && { who: last.writer.name, href: `/feedback/${id}` }
  })
}

const shared = {
  usually: 'place',
  mail: 'daily',
  inDigest: false,
  isFor: feedbackPolicy.use,
  receivers: memberIfReachable,
} as const

/** That somebody would like feedback, and that some came. */
export const feedbackNotices: readonly NoticeKind[] = [
  {
    ...shared,
    name: 'feedback-asked',
    label: w.asked,
    says: w.askedSays,
    eventKinds: ['feedback-asked'],
    together: (event) => `feedback-asked ${event.subjectId}`,
    load: loadAsked,
  },
  {
    ...shared,
    name: 'feedback-given',
    label: w.given,
    says: w.givenSays,
    eventKinds: ['feedback-given'],
    together: (event) => `feedback-given ${event.subjectId}`,
    load: loadGiven,
  },
]
