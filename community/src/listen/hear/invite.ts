import { type Beside, endedBeside } from '../../attention/index.ts'
import type { House, MemberViewer } from '../../foundation/index.ts'
import { listenKind } from '../kind.ts'
import { INVITED_MILLISECONDS } from './rules.ts'

/** The invitation to say what one hears, in one thread: once. */
export const invitationIn = (postId: string): Beside => ({
  kind: listenKind,
  subjectId: postId,
  standsFor: INVITED_MILLISECONDS,
})

/** They said no, or took it up; told once. */
export const answeredInvitation = (
  house: House,
  viewer: MemberViewer,
  postId: string,
  outcome: 'heeded' | 'dismissed',
): Promise<void> => endedBeside(house, viewer, invitationIn(postId), outcome)
