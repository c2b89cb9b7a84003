import { words } from '../i18n/words.ts'

export const liveWords = words('live', {
  newAnswers: 'New answers.',
  show: 'Show',
})
