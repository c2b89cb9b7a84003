/** Characters of the longest language tag there is. */
export const TAG_AT_MOST = 35
const TAG = /^[a-z]{2,3}(-[a-z0-9]{1,8}){0,4}$/i

/** Whether a text could be a language tag; whatever else is sent as one is a language that nothing supports. */
export const isTag = (text: string): boolean => text.length <= TAG_AT_MOST && TAG.test(text)

/** The language without where it is spoken and how it is written: "de" of "de-AT". */
export const first = (tag: string): string => tag.toLowerCase().split('-')[0]!
