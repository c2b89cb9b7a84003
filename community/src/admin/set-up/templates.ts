import type { Phrase, Translator } from '../../foundation/index.ts'
import type { SpaceKind } from '../../spaces/index.ts'
import { templateWords as w } from './template-words.ts'

export interface SpaceTemplate {
  name: string
  about: string
  kind: SpaceKind
}

const guidelines: Record<SpaceKind, Phrase> = {
  support: w.supportGuidelines,
  family: w.familyGuidelines,
  hobby: w.hobbyGuidelines,
  project: w.projectGuidelines,
  team: w.teamGuidelines,
}

/** The house rules proposed for a kind of place. */
export function guidelinesFor(kind: SpaceKind, t: Translator): string {
  return t(guidelines[kind])
}

type Row = readonly [name: Phrase, about: Phrase, kind: SpaceKind]
const welcome = (kind: SpaceKind): Row => [w.welcomeName, w.welcomeAbout, kind]

const spaces: Record<SpaceKind, readonly Row[]> = {
  support: [
    welcome('support'),
    [w.supportSpaceName, w.supportSpaceAbout, 'support'],
    [w.goodSpaceName, w.goodSpaceAbout, 'family'],
  ],
  family: [
    welcome('family'),
    [w.parentsSpaceName, w.parentsSpaceAbout, 'family'],
    [w.lendSpaceName, w.lendSpaceAbout, 'family'],
  ],
  hobby: [welcome('hobby'), [w.workbenchName, w.workbenchAbout, 'hobby'], [w.askName, w.askAbout, 'hobby']],
  project: [welcome('project'), [w.buildName, w.buildAbout, 'project'], [w.helpName, w.helpAbout, 'project']],
  team: [welcome('team'), [w.planName, w.planAbout, 'team'], [w.roundName, w.roundAbout, 'team']],
}

/** The first spaces proposed for a kind of place. */
export function spacesFor(kind: SpaceKind, t: Translator): SpaceTemplate[] {
  return spaces[kind].map(([name, about, own]) => ({ name: t(name), about: t(about), kind: own }))
}
