import type { Feature } from '../foundation/index.ts'
import { memberApi } from './api.ts'
import { invitationMigrations } from './invitations/migrations.ts'
import { memberMigrations as ownMigrations } from './migrations.ts'
import { remembranceApi } from './remembrance/api.ts'
import { remembranceOffice, remembranceRoutes } from './remembrance/feature.ts'
import { remembranceMigrations } from './remembrance/migrations.ts'
import { roleMigrations } from './roles/migrations.ts'
import { memberRoutes } from './routes.ts'
import { memberSettings } from './settings/page.tsx'

export { type Accounts, makeAccounts } from './accounts/accounts.ts'
export { confirmAddress } from './accounts/adopt-address.ts'
export { setCookies, signedIn } from './accounts/desk.ts'
export { accountsFeature } from './accounts/feature.ts'
export { emailField, nameField, passwordSentence } from './accounts/input.ts'
export { localPath, withThen } from './accounts/local-path.ts'
export { accountMigrations } from './accounts/migrations.ts'
export { originOf, type Visit, visitOf } from './accounts/site.ts'
export { mailAddressOf } from './accounts/store.ts'
export { accountsOf } from './accounts-of.ts'
export { personSchema } from './api.ts'
export { type Invited, type Inviting, invitationUrl, invite } from './invitations/invite.ts'
export { invitationMigrations } from './invitations/migrations.ts'
export { listInvitations } from './invitations/store.ts'
export { useInvitation } from './invitations/use-invitation.ts'
export { type Joining, joinCommunity } from './join-community.ts'
export { memberMigrations } from './migrations.ts'
export { type NewcomerFacts, newcomerFacts } from './newcomer-facts.ts'
export { OfficeLink, SettingsLink } from './parts.tsx'
export { invitationPolicy, memberPolicy } from './policy.ts'
export { Face, pictureUrl } from './profiles/parts.tsx'
export { profileActs, profileBelow, profileHidden } from './profiles/slots.ts'
export { membersNamed } from './profiles/store.ts'
export { ZoneChoice } from './profiles/zone-choice.tsx'
export { type Reachable, reachMembers } from './reach.ts'
export { readViewer } from './read-viewer.ts'
export { isRemembered } from './remembrance/query.ts'
export {
  confirmRemembrance,
  proposeRemembrance,
  undoRemembrance,
  withdrawRemembrance,
} from './remembrance/remember.ts'
export { rememberedAmong, rememberedIn } from './remembrance/store.ts'
export { changeRole, keepAnAdministrator } from './roles/change-role.ts'
export { type Person, peopleNamed, peopleWithRoles } from './roles/store.ts'
export { BIO_LENGTH, freeHandle, handleFrom, NAME_LENGTH, tidyName } from './rules.ts'
export {
  addMember,
  describeMember,
  type MemberView,
  memberByHandle,
  membersById,
  namesByHandle,
} from './store.ts'
export type { MemberRole, MemberStatus } from './tables.ts'
export { waitingPeople } from './waiting/store.ts'

export const membersFeature: Feature = {
  name: 'members',
  migrations: [...ownMigrations, ...roleMigrations, ...invitationMigrations, ...remembranceMigrations],
  routes(app) {
    memberRoutes(app)
    remembranceRoutes(app)
  },
  office: [remembranceOffice],
  settings: memberSettings,
  api(api) {
    memberApi(api)
    remembranceApi(api)
  },
}
