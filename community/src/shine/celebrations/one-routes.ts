import { z } from 'zod'
import { backFromPause, pauseFirst } from '../../composer/index.ts'
import {
  type AppContext,
  fieldErrors,
  isId,
  KindlingError,
  type MemberViewer,
  notFound,
  permitted,
  readForm,
  type Typed,
} from '../../foundation/index.ts'
import { addLine, cheer, needCelebration, takeLineAway } from './join-in.ts'
import { answerToBeNamed, reportWords, restNow, takeCelebrationAway } from './look-after.ts'
import { showOne } from './pages.tsx'
import { celebrationAt, listAt } from './pages-at.ts'
import { celebrationPolicy } from './policy.ts'
import type { CelebrationView } from './read-celebrations.ts'

/** Refusals that are answered beside the field, with what was typed. */
const beside = new Set(['words_missing', 'words_too_long', 'enough_today', 'celebration_over'])

async function oneOf(c: AppContext, id: string): Promise<{ viewer: MemberViewer; one: CelebrationView }> {
  const viewer = permitted(c, celebrationPolicy.read)
  if (!isId(id)) throw notFound()
  return { viewer, one: await needCelebration(c.var.house, viewer, id) }
}

const wordsForm = z.object({ words: z.string().default('') })

/** A line: read by the pause first, like everything that others read. */
export async function takeLine(c: AppContext, id: string): Promise<Response> {
  const { viewer, one } = await oneOf(c, id)
  const { typed } = await readForm(c, wordsForm)
  const again = (given: Typed, errors?: Record<string, string>) => showOne(c, id, given, errors)
  const back = backFromPause(typed)
  if (back) return again(back)
  const passed = await pauseFirst(c, {
    typed,
    fields: ['words'],
    action: `${celebrationAt(id)}/lines`,
    about: async () => ({ spaceId: one.space.id, person: one.opener.name }),
  })
  if (passed instanceof Response) return passed
  try {
    await addLine(c.var.house, viewer, id, typed.words ?? '')
    return c.redirect(celebrationAt(id), 303)
  } catch (error) {
    if (!(error instanceof KindlingError) || !beside.has(error.code)) throw error
    return again(typed, fieldErrors(error, c.var.t))
  }
}

export async function takeCheer(c: AppContext, id: string): Promise<Response> {
  const { viewer } = await oneOf(c, id)
  await cheer(c.var.house, viewer, id)
  return c.redirect(celebrationAt(id), 303)
}

const memberForm = z.object({ member: z.string() })

async function memberNamed(c: AppContext): Promise<string> {
  const result = await readForm(c, memberForm)
  if (!result.ok || !isId(result.value.member)) throw notFound()
  return result.value.member
}

export async function takeLineBack(c: AppContext, id: string): Promise<Response> {
  const { viewer } = await oneOf(c, id)
  const member = await memberNamed(c)
  await takeLineAway(c.var.house, viewer, id, member)
  return c.redirect(`${celebrationAt(id)}${member === viewer.memberId ? '?did=took-back' : ''}`, 303)
}

export async function takeReport(c: AppContext, id: string): Promise<Response> {
  const { viewer, one } = await oneOf(c, id)
  const member = await memberNamed(c)
  await reportWords(c.var.house, viewer, id, member)
  const whole = member === one.opener.id
  return c.redirect(`${whole ? listAt(one.space.slug) : celebrationAt(id)}?did=reported`, 303)
}

const namedForm = z.object({ answer: z.enum(['yes', 'no']) })

export async function takeNamed(c: AppContext, id: string): Promise<Response> {
  const { viewer } = await oneOf(c, id)
  const result = await readForm(c, namedForm)
  if (!result.ok) throw notFound()
  await answerToBeNamed(c.var.house, viewer, id, result.value.answer)
  return c.redirect(`${celebrationAt(id)}?did=named`, 303)
}

export async function takeRest(c: AppContext, id: string): Promise<Response> {
  const { viewer } = await oneOf(c, id)
  await restNow(c.var.house, viewer, id)
  return c.redirect(celebrationAt(id), 303)
}

export async function takeAway(c: AppContext, id: string): Promise<Response> {
  const { viewer, one } = await oneOf(c, id)
  await takeCelebrationAway(c.var.house, viewer, id)
  return c.redirect(`${listAt(one.space.slug)}?did=gone`, 303)
}
