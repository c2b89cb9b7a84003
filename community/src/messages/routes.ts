import { type App, type AppContext, isId, notFound, requireMember } from '../foundation/index.ts'
import { answerRequest, takeBack, withdraw } from './answer.ts'
import { showConversation, takeAnswer } from './conversation-page.tsx'
import { showHere, takeHere, takeHereBack, takePutAway } from './here-page.tsx'
import { showMessages, showRequests } from './list-pages.tsx'
import { showNew, takeNew } from './new-page.tsx'
import { readConversation } from './read-conversation.ts'
import { showSettings, takeSettings } from './settings-page.tsx'

function idOf(c: AppContext, name: string): string {
  const id = c.req.param(name) ?? ''
  if (!isId(id)) throw notFound()
  return id
}

async function takeAccept(c: AppContext): Promise<Response> {
  const id = idOf(c, 'id')
  await answerRequest(c.var.house, requireMember(c), id, 'accept')
  return c.redirect(`/messages/${id}?did=accepted#answer`, 303)
}

async function takeNotNow(c: AppContext): Promise<Response> {
  const id = idOf(c, 'id')
  const { house } = c.var
  const viewer = requireMember(c)
  await answerRequest(house, viewer, id, 'not-now')
  const handle = (await readConversation(house, viewer, id))?.other.handle ?? ''
  return c.redirect(`/messages/requests?${new URLSearchParams({ did: 'put-off', who: handle })}`, 303)
}

async function takeWithdraw(c: AppContext): Promise<Response> {
  await withdraw(c.var.house, requireMember(c), idOf(c, 'id'))
  return c.redirect('/messages?did=withdrawn', 303)
}

async function takeMessageBack(c: AppContext): Promise<Response> {
  const id = idOf(c, 'id')
  const left = await takeBack(c.var.house, requireMember(c), id, idOf(c, 'message'))
  return c.redirect(left ? `/messages/${id}?did=taken-back` : '/messages?did=withdrawn', 303)
}

/** Addresses of direct messages. What is fixed stands before what is an id. */
export function messageRoutes(app: App): void {
  app.get('/messages', (c) => showMessages(c))
  app.get('/messages/requests', (c) => showRequests(c))
  app.get('/messages/new', (c) => showNew(c))
  app.post('/messages/new', (c) => takeNew(c))
  app.get('/messages/:id', (c) => showConversation(c, c.req.param('id')))
  app.post('/messages/:id', (c) => takeAnswer(c, c.req.param('id')))
  app.post('/messages/:id/accept', takeAccept)
  app.post('/messages/:id/not-now', takeNotNow)
  app.post('/messages/:id/take-back', takeWithdraw)
  app.post('/messages/:id/:message/take-back', takeMessageBack)
  app.get('/here', (c) => showHere(c))
  app.post('/here', (c) => takeHere(c))
  app.post('/here/take-back', (c) => takeHereBack(c))
  app.post('/here/:id/put-away', (c) => takePutAway(c, c.req.param('id')))
  app.get('/settings/messages', (c) => showSettings(c))
  app.post('/settings/messages', (c) => takeSettings(c))
}
