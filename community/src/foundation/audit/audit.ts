import type { DbOrTrx, Trx } from '../database/connect.ts'
import { migration } from '../database/migrate.ts'
import type { Phrase } from '../i18n/words.ts'
import { newId } from '../ids/uuid.ts'

declare module '../database/tables.ts' {
  interface Tables {
    /** Who did what, when. Ids and the key of a sentence; never what people wrote. */
    audit: {
      community_id: string
      id: string
      act: string
      actor_id: string | null
      member_id: string | null
      space_id: string | null
      subject_id: string | null
      created_at: Date
    }
  }
}

export const auditMigration = migration(
  'foundation-audit-001',
  `create table audit (
    community_id uuid not null,
    id uuid not null,
    act text not null,
    actor_id uuid, member_id uuid, space_id uuid, subject_id uuid,
    created_at timestamptz not null,
    primary key (community_id, id))`,
  'create index audit_by_member on audit (community_id, member_id, id desc) where member_id is not null',
)

/** Something that was done with the powers of a host, steward or administrator. */
export interface AuditEntry {
  communityId: string
  /** A sentence with {actor}, {member} and {space}, as the audit page says it. */
  act: Phrase
  actorId: string | null
  memberId?: string | null
  spaceId?: string | null
  subjectId?: string | null
}

/** Writes an entry in the transaction of the act itself, so that neither exists without the other. */
export async function audit(trx: Trx, entry: AuditEntry, now: Date): Promise<void> {
  await trx
    .insertInto('audit')
    .values({
      community_id: entry.communityId,
      id: newId(now.getTime()),
      act: entry.act.key,
      actor_id: entry.actorId,
      member_id: entry.memberId ?? null,
      space_id: entry.spaceId ?? null,
      subject_id: entry.subjectId ?? null,
      created_at: now,
    })
    .execute()
}

export interface AuditLine {
  id: string
  act: string
  actorId: string | null
  memberId: string | null
  spaceId: string | null
  createdAt: Date
}

/** The log, newest first, from before an entry. */
export async function readAudit(
  db: DbOrTrx,
  communityId: string,
  part: { before?: string | undefined; limit: number },
): Promise<AuditLine[]> {
  let query = db
    .selectFrom('audit')
    .select(['id', 'act', 'actor_id', 'member_id', 'space_id', 'created_at'])
    .where('community_id', '=', communityId)
  if (part.before) query = query.where('id', '<', part.before)
  const rows = await query.orderBy('id', 'desc').limit(part.limit).execute()
  return rows.map((row) => ({
    id: row.id,
    act: row.act,
    actorId: row.actor_id,
    memberId: row.member_id,
    spaceId: row.space_id,
    createdAt: row.created_at,
  }))
}
