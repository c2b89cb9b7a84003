import { words } from '../../foundation/index.ts'

export const settingsWords = words('settings', {
  title: 'Settings',
  lead: 'How this place is for you.',
  profileAbout: 'Your name, pronouns, picture, languages and time zone, as others here see them.',
  signInAbout: 'Your address, password, passkeys and second step, and where you are signed in.',
})
