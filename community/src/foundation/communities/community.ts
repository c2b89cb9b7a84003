import { sql } from 'kysely'
import type { Db, DbOrTrx } from '../database/connect.ts'
import { newId } from '../ids/uuid.ts'

/** Who may join: anyone, anyone whom a steward lets in, or only who was invited. */
export type SignUp = 'open' | 'approval' | 'invitation'

/** A place with its own members, spaces and address. One installation holds one or many. */
export interface Community {
  id: string
  /** Undefined answers every host name that no other community claims. */
  host: string | undefined
  name: string
  tagline: string
  /** Markdown, at most 120 words. */
  guidelines: string
  timeZone: string
  language: string
  signUp: SignUp
  minimumAge: number
  /** Undefined until set-up is finished. */
  openedAt: Date | undefined
}

declare module '../database/tables.ts' {
  interface Tables {
    communities: {
      id: string
      host: string | null
      name: string
      tagline: string
      guidelines: string
      time_zone: string
      language: string
      sign_up: SignUp
      minimum_age: number
      opened_at: Date | null
      created_at: Date
    }
  }
}

export const communityMigrations = {
  name: 'foundation-001-communities-and-events',
  statements: [
    `create table communities (
      id uuid primary key,
      host text unique,
      name text not null,
      tagline text not null default '',
      guidelines text not null default '',
      time_zone text not null default 'UTC',
      language text not null default 'en',
      sign_up text not null default 'open',
      minimum_age smallint not null default 13,
      opened_at timestamptz,
      created_at timestamptz not null default now())`,
    `create table events (
      community_id uuid not null,
      id uuid not null,
      kind text not null,
      actor_id uuid, space_id uuid, post_id uuid, reply_id uuid, member_id uuid, subject_id uuid,
      created_at timestamptz not null,
      handled_at timestamptz,
      primary key (community_id, id))`,
    'create index events_waiting on events (community_id, created_at) where handled_at is null',
  ],
}

function fromRow(row: {
  id: string
  host: string | null
  name: string
  tagline: string
  guidelines: string
  time_zone: string
  language: string
  sign_up: SignUp
  minimum_age: number
  opened_at: Date | null
}): Community {
  return {
    id: row.id,
    host: row.host ?? undefined,
    name: row.name,
    tagline: row.tagline,
    guidelines: row.guidelines,
    timeZone: row.time_zone,
    language: row.language,
    signUp: row.sign_up,
    minimumAge: row.minimum_age,
    openedAt: row.opened_at ?? undefined,
  }
}

/** The settings of all places, kept in memory for a few seconds so that no page asks for them. */
export class Communities {
  readonly #db: Db
  readonly #keep: number
  #known: Community[] = []
  #readAt = 0

  constructor(db: Db, keepMilliseconds = 2_000) {
    this.#db = db
    this.#keep = keepMilliseconds
  }

  async all(): Promise<Community[]> {
    if (Date.now() - this.#readAt > this.#keep) {
      this.#known = (
        await this.#db.selectFrom('communities').selectAll().orderBy('created_at').execute()
      ).map(fromRow)
      this.#readAt = Date.now()
    }
    return this.#known
  }

  /** The place that answers a host name; without one of its own, the first that claims none. */
  async byHost(host: string): Promise<Community | undefined> {
    const all = await this.all()
    const name = host.replace(/:\d+$/, '').toLowerCase()
    return all.find((one) => one.host === name) ?? all.find((one) => one.host === undefined)
  }

  async byId(id: string): Promise<Community | undefined> {
    return (await this.all()).find((one) => one.id === id)
  }

  /** After settings changed: the next question reads them again. */
  forget(): void {
    this.#readAt = 0
  }
}

export type CommunitySettings = Partial<Omit<Community, 'id' | 'host'>>

/** Creates a place that is not open yet. */
export async function createCommunity(
  db: DbOrTrx,
  settings: { id?: string; name: string; timeZone: string; now: Date },
): Promise<string> {
  const id = settings.id ?? newId(settings.now.getTime())
  await db
    .insertInto('communities')
    .values({
      id,
      host: null,
      name: settings.name,
      tagline: '',
      guidelines: '',
      time_zone: settings.timeZone,
      language: 'en',
      sign_up: 'open',
      minimum_age: 13,
      opened_at: null,
      created_at: settings.now,
    })
    .execute()
  return id
}

/** Changes what is given. Call `forget` on Communities afterwards. */
export async function changeCommunity(db: DbOrTrx, id: string, settings: CommunitySettings): Promise<void> {
  const columns = {
    name: settings.name,
    tagline: settings.tagline,
    guidelines: settings.guidelines,
    time_zone: settings.timeZone,
    language: settings.language,
    sign_up: settings.signUp,
    minimum_age: settings.minimumAge,
    opened_at: settings.openedAt,
  }
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length > 0)
    await db.updateTable('communities').set(given).where('id', '=', id).execute()
}

/** Locks the row that says whether a place is set up, so that two set-ups cannot both win. */
export async function lockCommunities(db: DbOrTrx): Promise<void> {
  await sql`select pg_advisory_xact_lock(4601)`.execute(db)
}
