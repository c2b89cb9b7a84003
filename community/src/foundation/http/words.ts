import { words } from '../i18n/words.ts'

export const httpErrors = words('http.errors', {
  addressUnreadable: 'This address holds a character that cannot be read. Check it and try again.',
  otherSite: 'This came from a page that is not ours, so it was not done. Open the page here and try again.',
  signInNeeded: 'Sign in first. You will come back here afterwards.',
  notLetInYet: 'A steward has yet to let you in. You can read along until then; we will write to you.',
  notFound: 'There is nothing here, or it is meant for fewer people.',
  requestRefused: 'The request could not be read. Check it and send it again.',
})
