/** How often a pattern is found. */
export const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
