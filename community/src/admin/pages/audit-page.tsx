import {
  type AppContext,
  type AuditLine,
  allPhrases,
  Head,
  isId,
  Layout,
  type PageContext,
  Pager,
  pageContext,
  permitted,
  readAudit,
  show,
} from '../../foundation/index.ts'
import { membersById, OfficeLink } from '../../members/index.ts'
import { managedSpaces } from '../../spaces/index.ts'
import { adminPolicy } from '../policy.ts'
import { adminWords as w } from '../words.ts'

const LINES = 40

type Names = (id: string | null) => string | undefined

async function memberNames(page: PageContext, lines: AuditLine[]): Promise<Names> {
  const ids = lines.flatMap((line) => [line.actorId, line.memberId]).filter((id) => id !== null)
  const members = await membersById(page.house.db, page.community.id, [...new Set(ids)])
  return (id) => (id ? (members.get(id)?.name ?? page.t(w.auditGone)) : undefined)
}

async function spaceNames(page: PageContext): Promise<Names> {
  const spaces = new Map(
    (await managedSpaces(page.house.db, page.community.id)).map((space) => [space.id, space.name]),
  )
  return (id) => (id ? spaces.get(id) : undefined)
}

/** Who did what, newest first. */
export async function showAudit(c: AppContext): Promise<Response> {
  const viewer = permitted(c, adminPolicy.readAudit)
  const before = c.req.query('before')
  const found = await readAudit(c.var.house.db, viewer.communityId, {
    before: before && isId(before) ? before : undefined,
    limit: LINES + 1,
  })
  const lines = found.slice(0, LINES)
  const page = pageContext(c)
  const { t } = page
  const [member, space] = await Promise.all([memberNames(page, lines), spaceNames(page)])
  const say = (line: AuditLine): string => {
    const actor = line.actorId ? member(line.actorId)! : t(w.auditHouse)
    const phrase = allPhrases().get(line.act) ?? w.auditUnknown
    return t(phrase, {
      actor,
      member: member(line.memberId) ?? t(w.auditGone),
      space: space(line.spaceId) ?? t(w.auditNoSpace),
    })
  }
  return show(
    c,
    <Layout page={page} title={t(w.auditTitle)} unlisted>
      <Head side={<OfficeLink page={page} />}>{t(w.auditTitle)}</Head>
      <div class="row bare">
        <p class="main lead">{t(lines.length > 0 ? w.auditLead : w.auditNone)}</p>
      </div>
      {lines.map((line) => (
        <div class="row acted">
          <p class="side">{page.time.moment(line.createdAt)}</p>
          <p class="main">{say(line)}</p>
        </div>
      ))}
      <Pager
        page={page}
        older={found.length > LINES ? `/admin/audit?before=${lines.at(-1)!.id}` : undefined}
      />
    </Layout>,
  )
}
