/** A page of kudos looks back over a season. */
export const KUDOS_MILLISECONDS = 91 * 86_400_000
