/** Who may have comments scored: nobody, programs on this machine, who has a key, anyone. */
export const doors = ['nobody', 'here', 'keys', 'anyone'] as const
export type Door = (typeof doors)[number]

/** A community's server has others to serve: the careful reader is asked where quick is unsure, or not at all. */
export const hereReaders = ['quick', 'auto'] as const
export type HereReader = (typeof hereReaders)[number]

export interface PerspectiveSettings {
  door: Door
  /** Requests a minute for each key without a number of its own, or for each address. */
  perMinute: number
  reader: HereReader
  keepSuggestions: boolean
}

/** Until an administrator decides: what runs beside the server may ask, as it may read its figures. */
export const defaults: PerspectiveSettings = {
  door: 'here',
  perMinute: 60,
  reader: 'quick',
  keepSuggestions: false,
}

export const PER_MINUTE_AT_MOST = 100_000
/** More than anybody looks after. */
export const MOST_KEYS = 50
/** Suggestions that are kept at once; then the oldest go. */
export const MOST_SUGGESTIONS = 100_000

/** A number of requests as somebody typed it; undefined where it is none, or out of bounds. */
export function perMinuteOf(typed: string): number | undefined {
  const number = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : 0
  return number >= 1 && number <= PER_MINUTE_AT_MOST ? number : undefined
}
