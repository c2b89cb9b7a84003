import { words } from '../foundation/index.ts'
import type { SpaceKind } from './rules.ts'

/** The five kinds of place: what each is called, and one sentence on what it changes (START-1). */
export const kindWords = words('spaceKinds', {
  support: 'Support',
  family: 'Family',
  hobby: 'Hobby',
  project: 'Project',
  team: 'Team',
  supportChanges:
    'Only members read, search engines stay out, posts may go without a name, and thanks stay between two.',
  familyChanges:
    'Only members read, search engines stay out, posts may go without a name, and thanks stay between two.',
  hobbyChanges: 'Anyone may read and find it, posts carry names, and thanks may be shown if both agree.',
  projectChanges: 'Anyone may read and find it, posts carry names, and thanks may be shown if both agree.',
  teamChanges:
    'Only who was invited reads, names may be left out to ask or object, and thanks may be shown in the team.',
  supportFor: 'For people who carry something heavy.',
  familyFor: 'For parents, children, relatives.',
  hobbyFor: 'For what people do because they like it.',
  projectFor: 'For making something together in the open.',
  teamFor: 'For a group that works together.',
  unnamedYes: 'Posts may go without a name.',
  unnamedAsks: 'A name may be left out to ask or object.',
  unnamedNo: 'New posts carry their writer’s name. What stands without a name stays so.',
  thanksShown: 'Thanks may be shown if both agree.',
  thanksBetween: 'New thanks stay between the two people.',
  celebrationsOn: 'Celebrations may be opened, unless that was switched here.',
  celebrationsOff: 'New celebrations are not opened, unless that was switched here.',
})

export const kindName: Record<SpaceKind, (typeof kindWords)[SpaceKind]> = {
  support: kindWords.support,
  family: kindWords.family,
  hobby: kindWords.hobby,
  project: kindWords.project,
  team: kindWords.team,
}

/** One sentence on what a kind changes. */
export const kindChanges: Record<SpaceKind, (typeof kindWords)[SpaceKind]> = {
  support: kindWords.supportChanges,
  family: kindWords.familyChanges,
  hobby: kindWords.hobbyChanges,
  project: kindWords.projectChanges,
  team: kindWords.teamChanges,
}

/** Whom a kind is for. */
export const kindFor: Record<SpaceKind, (typeof kindWords)[SpaceKind]> = {
  support: kindWords.supportFor,
  family: kindWords.familyFor,
  hobby: kindWords.hobbyFor,
  project: kindWords.projectFor,
  team: kindWords.teamFor,
}
