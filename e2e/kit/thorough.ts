/** `npm run endure` looks at things in every way; `npm test` in the one that finds most. */
export const thorough = process.env.KINDLING_ENDURE === '1'

/** How pages are looked at: narrow and dark, where most breaks; and wide and light. */
export const looks = [{ width: 320, dark: true }, ...(thorough ? [{ width: 1280, dark: false }] : [])]

/** With and without script; where other journeys go the same way without, `npm test` goes it once. */
export const scripts = thorough ? [true, false] : [true]
