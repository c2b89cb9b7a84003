import type { App } from '../foundation/index.ts'
import { changeLetter, showLetter, takeInvitations } from './invitations/letter-pages.tsx'
import { showInvitations, takeRevoke } from './invitations/list-page.tsx'
import { dropPicture, showEdit, takeEdit, takePicture } from './profiles/edit-page.tsx'
import { showMember, showMembers } from './profiles/pages.tsx'
import { showPeople } from './roles/people-page.tsx'
import { showPerson, takeRole } from './roles/person-page.tsx'
import { showSettings } from './settings/page.tsx'
import { showWaiting, takeAnswer } from './waiting/page.tsx'

/** Addresses of members, and of who looks after them. */
export function memberRoutes(app: App): void {
  app.get('/members', (c) => showMembers(c))
  app.get('/members/:handle', (c) => showMember(c))
  app.get('/settings', (c) => showSettings(c))
  app.get('/settings/profile', (c) => showEdit(c))
  app.post('/settings/profile', (c) => takeEdit(c))
  app.post('/settings/profile/picture', (c) => takePicture(c))
  app.post('/settings/profile/picture/remove', (c) => dropPicture(c))
  app.get('/admin/people', (c) => showPeople(c))
  app.get('/admin/people/:id', (c) => showPerson(c))
  app.post('/admin/people/:id', (c) => takeRole(c))
  app.get('/admin/waiting', (c) => showWaiting(c))
  app.post('/admin/waiting/:id', (c) => takeAnswer(c))
  app.get('/admin/invitations', (c) => showInvitations(c))
  app.post('/admin/invitations', (c) => takeInvitations(c))
  app.post('/admin/invitations/letter', (c) => showLetter(c))
  app.post('/admin/invitations/change', (c) => changeLetter(c))
  app.post('/admin/invitations/:id/revoke', (c) => takeRevoke(c))
}
