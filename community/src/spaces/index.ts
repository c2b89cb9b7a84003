import type { Feature } from '../foundation/index.ts'
import { spaceMigrations } from './migrations.ts'

export { spacePolicy } from './policy.ts'
export { kindDefaults, mayBeUnnamed, type PostingBy, postingRights, type SpaceKind, spaceKinds, type SpaceVisibility, spaceVisibilities } from './rules.ts'
export { addSpace, addSpaceMembers, type NewSpace, readerId, type Space, visibleSpace, visibleSpaces } from './store.ts'
export { spaceVisible } from './visibility.ts'
export { spaceWords } from './words.ts'

export const spacesFeature: Feature = { name: 'spaces', migrations: spaceMigrations }
