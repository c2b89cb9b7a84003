/** Says which sort of feature a hash is of, so that no two sorts meet by design. */
export const SORT = {
  word: 11,
  pair: 12,
  triple: 13,
  letters: 14,
  toYou: 15,
  ofMe: 16,
  kind: 17,
  kindPair: 18,
  start: 19,
  end: 20,
  shape: 21,
  identity: 22,
  before: 23,
} as const
