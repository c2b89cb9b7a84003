import type { Feature } from '../foundation/index.ts'
import { spaceApi } from './api.ts'
import { manageRoutes } from './manage/routes.ts'
import { spaceMigrations } from './migrations.ts'

export { slugSchema } from './api.ts'
export { kindChanges, kindFor, kindName, kindWords } from './kind-words.ts'
export {
  archiveSpace,
  change as changeAsManager,
  changeSpace,
  createSpace,
  managedSpace,
  moveSpace,
  restoreSpace,
} from './manage/change-space.ts'
export { checkSettings, type TypedSettings } from './manage/check-settings.ts'
export { letIntoSpace, takeOutOfSpace } from './manage/let-into-space.ts'
export {
  createSpaceRow,
  type ManagedSpace,
  managedSpaces,
  removeSpaces,
  type SpaceSettings,
} from './manage/store.ts'
export { spacePolicy } from './policy.ts'
export {
  kindDefaults,
  mayBeUnnamed,
  type PostingBy,
  postingRights,
  type SpaceKind,
  type SpaceVisibility,
  spaceKinds,
  spaceVisibilities,
} from './rules.ts'
export {
  addSpace,
  addSpaceMembers,
  type NewSpace,
  readerId,
  type Space,
  visibleSpace,
  visibleSpaces,
} from './store.ts'
export { spaceVisible } from './visibility.ts'
export { spaceWords } from './words.ts'

export const spacesFeature: Feature = {
  name: 'spaces',
  migrations: spaceMigrations,
  routes: manageRoutes,
  api: spaceApi,
}
