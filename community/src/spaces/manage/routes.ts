import { z } from 'zod'
import { type App, notFound, readForm } from '../../foundation/index.ts'
import { archiveSpace, moveSpace, restoreSpace } from './change-space.ts'
import { showManagedSpaces } from './list-page.tsx'
import { manager } from './manager.ts'
import { showNewSpace, takeNewSpace } from './new-page.tsx'
import { dropSpacePerson, showSpacePeople, takeSpacePerson } from './people-page.tsx'
import { showSpaceSettings, takeSpaceSettings } from './settings-page.tsx'

const order = z.object({ to: z.enum(['up', 'down']) })

/** Addresses where spaces are looked after. */
export function manageRoutes(app: App): void {
  app.get('/admin/spaces', (c) => showManagedSpaces(c))
  app.post('/admin/spaces', (c) => takeNewSpace(c))
  app.get('/admin/spaces/new', (c) => showNewSpace(c))
  app.get('/admin/spaces/:id', (c) => showSpaceSettings(c))
  app.post('/admin/spaces/:id', (c) => takeSpaceSettings(c))
  app.post('/admin/spaces/:id/order', async (c) => {
    const viewer = manager(c)
    const result = await readForm(c, order)
    if (!result.ok) throw notFound()
    await moveSpace(c.var.house, viewer, c.req.param('id'), result.value.to)
    return c.redirect('/admin/spaces', 303)
  })
  app.post('/admin/spaces/:id/rest', async (c) => {
    await archiveSpace(c.var.house, manager(c), c.req.param('id'))
    return c.redirect(`/admin/spaces/${c.req.param('id')}?saved=1`, 303)
  })
  app.post('/admin/spaces/:id/wake', async (c) => {
    await restoreSpace(c.var.house, manager(c), c.req.param('id'))
    return c.redirect(`/admin/spaces/${c.req.param('id')}?saved=1`, 303)
  })
  app.get('/admin/spaces/:id/people', (c) => showSpacePeople(c))
  app.post('/admin/spaces/:id/people', (c) => takeSpacePerson(c))
  app.post('/admin/spaces/:id/people/:member/remove', (c) => dropSpacePerson(c))
}
