import { words } from '../foundation/index.ts'

export const siteWords = words('site', {
  join: 'Join',
  lookAround: 'Look around',
  write: 'Write',
  signIn: 'Sign in',
  lately: 'Lately',
  guidelines: 'How we talk here',
  howRead:
    'How a message may be felt can be read on your own device. <link>Try the reading</link>, or see <pause>what the pause does in each space</pause>.',
  noGuidelines: 'Nothing has been written down yet.',
  help: 'Help, now',
  helpLead: 'If you or somebody near you is in danger, call your local emergency number first.',
  helpList:
    'A list of free and confidential lines for every country is kept at <link>findahelpline.com</link>. Opening it leaves this place.',
  helpHere: 'Nobody here is told that you opened this page.',
})
