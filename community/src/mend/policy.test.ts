import { expect, test } from 'vitest'
import { type Role, type Viewer, visitor } from '../foundation/index.ts'
import { type CaseFacts, casePolicy, reportPolicy } from './policy.ts'

const someone = (role: Role, waiting = false): Viewer => ({
  ...visitor('place'),
  memberId: 'me',
  role,
  waiting,
})
const open: CaseFacts = {
  closedSpace: false,
  viewerInside: false,
  viewerIsAuthor: false,
  viewerReported: false,
  viewerIsOther: false,
  viewerBlocks: false,
}
const closed: CaseFacts = { ...open, closedSpace: true }

/** Everybody who might come to a case, and the case as it concerns them. */
const people: Record<string, [Viewer, CaseFacts]> = {
  visitor: [visitor('place'), open],
  waiting: [someone('member', true), open],
  member: [someone('member'), open],
  host: [someone('host'), open],
  author: [someone('member'), { ...open, viewerIsAuthor: true }],
  reporter: [someone('member'), { ...open, viewerReported: true }],
  steward: [someone('steward'), open],
  'waiting steward': [someone('steward', true), open],
  'steward who wrote it': [someone('steward'), { ...open, viewerIsAuthor: true }],
  'steward who reported it': [someone('steward'), { ...open, viewerReported: true }],
  'steward who blocked one of them': [someone('steward'), { ...open, viewerBlocks: true }],
  'steward it was said to': [someone('steward'), { ...open, viewerIsOther: true }],
  'steward it was said to, who reported it': [
    someone('steward'),
    { ...open, viewerIsOther: true, viewerReported: true },
  ],
  'member it was said to': [someone('member'), { ...open, viewerIsOther: true, viewerReported: true }],
  'steward outside a closed space': [someone('steward'), closed],
  'steward of a closed space': [someone('steward'), { ...closed, viewerInside: true }],
  administrator: [someone('administrator'), open],
  'administrator outside a closed space': [someone('administrator'), closed],
  'administrator who wrote it': [someone('administrator'), { ...open, viewerIsAuthor: true }],
  'administrator who reported it': [someone('administrator'), { ...closed, viewerReported: true }],
}

/** Today, read, decide, note, keep what another hid, keep what one hid oneself with others there, the same alone, ask again. */
const expected: Record<string, string> = {
  visitor: '--------',
  waiting: '--------',
  member: '--------',
  host: '--------',
  author: '-------y',
  reporter: '--------',
  steward: 'yyyyy-y-',
  'waiting steward': '--------',
  'steward who wrote it': 'y------y',
  'steward who reported it': 'yy------',
  'steward who blocked one of them': 'y-------',
  'steward it was said to': 'y-------',
  'steward it was said to, who reported it': 'yy------',
  'member it was said to': '--------',
  'steward outside a closed space': 'y-------',
  'steward of a closed space': 'yyyyy-y-',
  administrator: 'yyyyy-y-',
  'administrator outside a closed space': 'yyyyy-y-',
  'administrator who wrote it': 'y------y',
  'administrator who reported it': 'yy------',
}

test.each(Object.keys(people))('MEND-2 what a %s may do with a case', (who) => {
  const [viewer, facts] = people[who]!
  const answers = [
    casePolicy.today(viewer),
    casePolicy.read(viewer, facts),
    casePolicy.decide(viewer, facts),
    casePolicy.note(viewer, facts),
    casePolicy.keep(viewer, facts, { viewerHidIt: false, others: 1 }),
    casePolicy.keep(viewer, facts, { viewerHidIt: true, others: 1 }),
    casePolicy.keep(viewer, facts, { viewerHidIt: true, others: 0 }),
    casePolicy.askAgain(viewer, facts),
  ]
  expect(answers.map((yes) => (yes ? 'y' : '-')).join('')).toBe(expected[who])
})

test('MEND-1 a report is read by who made it, as a list of their own', () => {
  expect(reportPolicy.readOwn(someone('member'), { reporterId: 'me' })).toBe(true)
  expect(reportPolicy.readOwn(someone('administrator'), { reporterId: 'other' })).toBe(false)
  expect(reportPolicy.readOwn(visitor('place'), { reporterId: 'other' })).toBe(false)
})
