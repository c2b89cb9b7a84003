/** Whether a unit is the second half of a character: a cut before it would make two strange ones. */
export const isLowHalf = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00
