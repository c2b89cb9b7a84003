import { sql } from 'kysely'
import type { DbOrTrx, Viewer } from '../foundation/index.ts'
import type { CaseFacts } from './policy.ts'
import { askingForCases, blocksSomebodyIn, memberMayDecide, reportedBy } from './visibility.ts'

/** What the policy asks about a case and this viewer; undefined where there is no such case. */
export async function factsOfCase(
  db: DbOrTrx,
  viewer: Viewer,
  caseId: string,
): Promise<CaseFacts | undefined> {
  const asking = askingForCases(viewer)
  const { rows } = await sql<CaseFacts>`
    select coalesce(s.visibility = 'invited', false) as "closedSpace",
      exists (select from space_members i where i.community_id = s.community_id and i.space_id = s.id and i.member_id = ${asking.member}::uuid) as "viewerInside",
      coalesce(c.author_id = ${asking.member}::uuid, false) as "viewerIsAuthor",
      coalesce(c.other_id = ${asking.member}::uuid, false) as "viewerIsOther",
      ${reportedBy(asking)} as "viewerReported", ${blocksSomebodyIn(asking)} as "viewerBlocks"
    from cases c left join spaces s on s.community_id = c.community_id and s.id = c.space_id
    where c.community_id = ${asking.community} and c.id = ${caseId}`.execute(db)
  return rows[0]
}

/** How many could decide a case besides one member: nobody in it, and nobody who has blocked any of them. */
export async function othersWhoMayDecide(
  db: DbOrTrx,
  communityId: string,
  caseId: string,
  besides: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
    from cases c
    left join spaces s on s.community_id = c.community_id and s.id = c.space_id
    join members m on m.community_id = c.community_id
    where c.community_id = ${communityId} and c.id = ${caseId} and m.id <> ${besides} and ${memberMayDecide}
      and not exists (select from blocks b where b.community_id = c.community_id and b.blocker_id = m.id
        and (b.blocked_id = c.author_id or b.blocked_id in (
          select x.reporter_id from reports x where x.community_id = c.community_id and x.case_id = c.id)))`.execute(
    db,
  )
  return rows[0]!.count
}
