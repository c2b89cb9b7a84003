import type { DbOrTrx } from '../database/connect.ts'
import { migration } from '../database/migrate.ts'
import { newId } from '../ids/uuid.ts'
import type { Letter } from './letter.ts'

declare module '../database/tables.ts' {
  interface Tables {
    letters: {
      community_id: string
      id: string
      to_address: string
      subject: string
      body_text: string
      body_html: string | null
      list_unsubscribe: string | null
      created_at: Date
      sent_at: Date | null
      failed_at: Date | null
      attempts: number
    }
  }
}

export const mailMigrations = [
  migration(
    'foundation-002-letters',
    `create table letters (
      community_id uuid not null,
      id uuid not null,
      to_address text not null,
      subject text not null,
      body_text text not null,
      body_html text,
      list_unsubscribe text,
      created_at timestamptz not null,
      sent_at timestamptz,
      failed_at timestamptz,
      attempts smallint not null default 0,
      primary key (community_id, id))`,
    'create index letters_failed on letters (community_id, failed_at) where failed_at is not null and sent_at is null',
  ),
]

/** A letter as the outbox page shows it. */
export interface KeptLetter {
  id: string
  to: string
  subject: string
  text: string
  createdAt: Date
  sentAt: Date | undefined
  failedAt: Date | undefined
}

/** Keeps a letter that was not handed over: nobody to hand it to, or the mail server refused it. */
export async function keepLetter(db: DbOrTrx, letter: Letter, now: Date, failed: boolean): Promise<void> {
  await db
    .insertInto('letters')
    .values({
      community_id: letter.communityId,
      id: newId(now.getTime()),
      to_address: letter.to,
      subject: letter.subject,
      body_text: letter.text,
      body_html: letter.html ?? null,
      list_unsubscribe: letter.listUnsubscribe ?? null,
      created_at: now,
      sent_at: null,
      failed_at: failed ? now : null,
      attempts: failed ? 1 : 0,
    })
    .execute()
}

/** The newest letters of one community, for whoever looks after it. */
export async function recentLetters(db: DbOrTrx, communityId: string, limit = 50): Promise<KeptLetter[]> {
  const rows = await db
    .selectFrom('letters')
    .select(['id', 'to_address', 'subject', 'body_text', 'created_at', 'sent_at', 'failed_at'])
    .where('community_id', '=', communityId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    to: row.to_address,
    subject: row.subject,
    text: row.body_text,
    createdAt: row.created_at,
    sentAt: row.sent_at ?? undefined,
    failedAt: row.failed_at ?? undefined,
  }))
}

/** Letters that could not be handed over, oldest first. Locked, so that two servers do not both send one. */
export async function failedLetters(trx: DbOrTrx, limit: number, mostAttempts: number) {
  return trx
    .selectFrom('letters')
    .selectAll()
    .where('failed_at', 'is not', null)
    .where('sent_at', 'is', null)
    .where('attempts', '<', mostAttempts)
    .orderBy('failed_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
}

/** After another try: a letter that went is not kept. */
export async function settle(
  trx: DbOrTrx,
  row: { community_id: string; id: string; attempts: number },
  gone: boolean,
  now: Date,
): Promise<void> {
  const { community_id, id, attempts } = row
  if (gone)
    await trx.deleteFrom('letters').where('community_id', '=', community_id).where('id', '=', id).execute()
  else
    await trx
      .updateTable('letters')
      .set({ failed_at: now, attempts: attempts + 1 })
      .where('community_id', '=', community_id)
      .where('id', '=', id)
      .execute()
}

/** Letters hold addresses and links to sign in: they do not stay for longer than somebody may look for them. */
export async function clearLetters(db: DbOrTrx, before: Date): Promise<void> {
  await db.deleteFrom('letters').where('created_at', '<', before).execute()
}
