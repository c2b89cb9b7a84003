import { words } from '../i18n/words.ts'

export const httpErrors = words('http.errors', {
  requestRefused: 'The request could not be read. Check it and send it again.',
})
