import { words } from '../i18n/words.ts'

export const liveWords = words('live', {
  newAnswers: 'New answers.',
  show: 'Show',
})

export const liveErrors = words('live.errors', {
  closing: 'Live updates are closing. The page works without them.',
  manyPages: 'Many pages are open at once. This one works, but does not update by itself.',
  topics: 'Name what to listen to: one to {count} topics.',
})
