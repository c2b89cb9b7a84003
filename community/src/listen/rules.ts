/** UTF-16 units of a line: what somebody hears, what the other adds, what matters to somebody. */
export const LINE_LENGTH = 200
