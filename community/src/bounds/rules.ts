/** What one can do about somebody, and its opposite. */
export const boundsActs = ['block', 'unblock', 'mute', 'unmute'] as const
export type BoundsAct = (typeof boundsActs)[number]
