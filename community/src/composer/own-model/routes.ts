import { z } from 'zod'
import { type App, type AppContext, readForm, requireMember } from '../../foundation/index.ts'
import { askModel } from './ask-model.ts'
import { choose } from './choose.ts'
import { offerTo } from './offer.ts'
import { MODEL_PAGE, showModel, takeModel, takeRemove, takeTry } from './pages.tsx'
import { CHOICE_PAGE, showChoice, takeChoice } from './settings-page.tsx'

const suggestForm = z.object({
  text: z.string().default(''),
  answering: z.string().optional(),
  reader: z.enum(['quick', 'careful']).catch('quick'),
  agreesTo: z.coerce.number().int().optional().catch(undefined),
})

/** Somebody pressed the button in the pause. What goes wrong is no error to them: their own device's words stand. */
async function takeSuggest(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const { house, t } = c.var
  const result = await readForm(c, suggestForm)
  const asking = result.ok ? result.value : suggestForm.parse({})
  const found = await askModel(house, viewer, { ...asking, gone: c.req.raw.signal })
  c.header('cache-control', 'no-store')
  return c.json({
    suggestions: found.map(({ text, changes }) => ({ text, changes })),
    more: await offerTo(house, viewer, t),
  })
}

/** Somebody does not want it offered. */
async function takeNever(c: AppContext): Promise<Response> {
  await choose(c.var.house, requireMember(c), 'no')
  return c.body(null, 204)
}

export function ownModelRoutes(app: App): void {
  app.post('/composer/suggest', takeSuggest)
  app.post('/composer/suggest/never', takeNever)
  app.get(CHOICE_PAGE, (c) => showChoice(c))
  app.post(CHOICE_PAGE, takeChoice)
  app.get(MODEL_PAGE, (c) => showModel(c))
  app.post(MODEL_PAGE, takeModel)
  app.post(`${MODEL_PAGE}/try`, takeTry)
  app.post(`${MODEL_PAGE}/remove`, takeRemove)
}
