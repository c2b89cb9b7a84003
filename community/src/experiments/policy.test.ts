import { expect, test } from 'vitest'
import { type Role, type Viewer, visitor } from '../foundation/index.ts'
import { experimentPolicy } from './policy.ts'

const someone = (role: Role, more: Partial<Viewer> = {}): Viewer => ({
  ...visitor('place'),
  memberId: 'me',
  role,
  ...more,
})

const people: Record<string, Viewer> = {
  visitor: visitor('place'),
  waiting: someone('member', { waiting: true }),
  member: someone('member'),
  'member under 18': someone('member', { under18: true }),
  host: someone('host'),
  steward: someone('steward'),
  administrator: someone('administrator'),
}
const kinds = ['hobby', 'project', 'team', 'support', 'family']

/** Who may read of experiments, leave them, run them; then on whom one may be tried in a hobby, project, team, support, family space. */
const expected: Record<string, string> = {
  visitor: 'y--|-----',
  waiting: 'y--|-----',
  member: 'yy-|yyy--',
  'member under 18': 'yy-|-----',
  host: 'yy-|yyy--',
  steward: 'yy-|yyy--',
  administrator: 'yyy|yyy--',
}

test.each(Object.keys(people))('PULSE-4 what a %s may, and what may be tried on them', (who) => {
  const viewer = people[who]!
  const say = (answers: boolean[]) => answers.map((yes) => (yes ? 'y' : '-')).join('')
  const may = [experimentPolicy.read(), experimentPolicy.leave(viewer), experimentPolicy.run(viewer)]
  const tried = kinds.map((spaceKind) => experimentPolicy.tryOn(viewer, { spaceKind }))
  expect(`${say(may)}|${say(tried)}`).toBe(expected[who])
})
