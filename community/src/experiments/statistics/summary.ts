/**
 * What is known of the members of one arm: one value of each. Members are what was assigned by lot, so members are what is
 * counted: somebody who writes fifty posts is one of them, like everybody else.
 */
export interface Summary {
  members: number
  /** Of their values, and of the squares of their values. */
  sum: number
  squares: number
}

export const NOBODY: Summary = { members: 0, sum: 0, squares: 0 }

export function summarise(values: readonly number[]): Summary {
  return {
    members: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    squares: values.reduce((sum, value) => sum + value ** 2, 0),
  }
}

/** The mean of the values; a share, where each is 0 or 1. */
export const meanOf = ({ members, sum }: Summary): number => sum / members

/** The unbiased variance of the values. */
export function varianceOf({ members, sum, squares }: Summary): number {
  return members > 1 ? Math.max(0, squares - sum ** 2 / members) / (members - 1) : 0
}

/** A difference between two arms, first minus second, and between what it lies in 95 of 100 such experiments. */
export interface Difference {
  value: number
  low: number
  high: number
}

/** Whether an interval leaves out that there is no difference. */
export const isSeen = ({ low, high }: Difference): boolean => low > 0 || high < 0
