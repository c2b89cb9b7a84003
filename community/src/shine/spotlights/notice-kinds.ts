import type { House, MemberViewer, StoredEvent } from '../../foundation/index.ts'
import type { Notice, NoticeKind, NoticeSight } from '../../notices/index.ts'
import { HOST_PAGE, KEPT_PAGE } from './pages-at.ts'
import { spotlightWords as w } from './words.ts'

const receivers = async (_: House, { memberId }: StoredEvent) => (memberId ? [memberId] : [])

/** Where it leads. Never a word of it, and nobody's name: a letter may be read by others. */
const leadsTo = (href: string) => async (_house: House, _viewer: MemberViewer, notices: readonly Notice[]) =>
  new Map<string, NoticeSight>(notices.map(({ id }) => [id, { title: '', href }]))

const shared = { usually: 'place', mail: 'daily', inDigest: false, receivers } as const

/** That somebody is asked, that words reached them, that they were asked to host. */
export const spotlightNotices: readonly NoticeKind[] = [
  {
    ...shared,
    name: 'spotlight-asked',
    label: w.noticeAsked,
    says: w.noticeAskedSays,
    eventKinds: ['spotlight-asked'],
    together: (event) => `spotlight-asked ${event.subjectId}`,
    load: leadsTo(KEPT_PAGE),
  },
  {
    ...shared,
    name: 'spotlight-kept',
    label: w.noticeKept,
    says: w.noticeKeptSays,
    eventKinds: ['spotlight-words-kept'],
    together: () => 'spotlight-kept',
    load: leadsTo(KEPT_PAGE),
  },
  {
    ...shared,
    name: 'spotlight-host',
    label: w.noticeHost,
    says: w.noticeHostSays,
    eventKinds: ['spotlight-host-appointed'],
    together: (event) => `spotlight-host ${event.id}`,
    load: leadsTo(HOST_PAGE),
  },
]
