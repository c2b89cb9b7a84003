import { sql } from 'kysely'
import { type DbOrTrx, newId, type Trx } from '../foundation/index.ts'
import type { AuthorSays, CaseState, DecisionKind } from './rules.ts'
import { eraseLines } from './store.ts'

export interface NewDecision {
  communityId: string
  caseId: string
  decidedBy: string
  what: DecisionKind
  reason: string
  toReporter: string
}

/** Adds a line to the trail, and marks the reporters as answered where it has words for them. */
export async function addDecision(trx: Trx, decision: NewDecision, now: Date): Promise<string> {
  const id = newId(now.getTime())
  await trx
    .insertInto('decisions')
    .values({
      community_id: decision.communityId,
      case_id: decision.caseId,
      id,
      decided_by: decision.decidedBy,
      what: decision.what,
      reason: decision.reason,
      to_reporter: decision.toReporter,
      decided_at: now,
    })
    .execute()
  if (decision.toReporter)
    await trx
      .updateTable('reports')
      .set({ answered_at: now })
      .where('community_id', '=', decision.communityId)
      .where('case_id', '=', decision.caseId)
      .where('answered_at', 'is', null)
      .execute()
  return id
}

/** Moves a case on. Nothing of what was said is kept where nothing came of it. */
export async function moveCase(
  trx: Trx,
  communityId: string,
  id: string,
  state: CaseState,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('cases')
    .set((eb) => ({
      state,
      version: eb('version', '+', 1),
      decided_at: now,
      asked_at: null,
      ...(state === 'fine' ? { said: '' } : {}),
    }))
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
  if (state === 'fine') await eraseLines(trx, communityId, id)
}

/** Adds what the author says, and puts the case before the stewards again. */
export async function addAuthorWords(
  trx: Trx,
  said: { communityId: string; caseId: string; kind: AuthorSays; words: string },
  now: Date,
): Promise<void> {
  await trx
    .insertInto('case_words')
    .values({
      community_id: said.communityId,
      case_id: said.caseId,
      id: newId(now.getTime()),
      kind: said.kind,
      words: said.words,
      created_at: now,
    })
    .execute()
  await trx
    .updateTable('cases')
    .set({ asked_at: sql<Date>`coalesce(asked_at, ${now})` })
    .where('community_id', '=', said.communityId)
    .where('id', '=', said.caseId)
    .execute()
}

/** The latest decision on a case, with who made it. */
export async function lastDecision(
  db: DbOrTrx,
  communityId: string,
  caseId: string,
): Promise<{ what: DecisionKind; by: string; byId: string } | undefined> {
  return db
    .selectFrom('decisions as d')
    .innerJoin('members as m', (join) =>
      join.onRef('m.community_id', '=', 'd.community_id').onRef('m.id', '=', 'd.decided_by'),
    )
    .select(['d.what', 'm.name as by', 'm.id as byId'])
    .where('d.community_id', '=', communityId)
    .where('d.case_id', '=', caseId)
    .where('d.what', 'in', ['hide', 'restore', 'fine', 'keep'])
    .orderBy('d.decided_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
