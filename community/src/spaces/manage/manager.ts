import { type AppContext, type MemberViewer, notFound, requireMember } from '../../foundation/index.ts'
import { spacePolicy } from '../policy.ts'

export function manager(c: AppContext): MemberViewer {
  const viewer = requireMember(c)
  if (!spacePolicy.manage(viewer)) throw notFound()
  return viewer
}
