import { words } from '../foundation/index.ts'

export const spaceWords = words('spaces', {
  title: 'Spaces',
  readersPublic: 'Anyone may read this.',
  readersMembers: 'Members only. Not in search engines.',
  readersInvited: 'Only for who was invited.',
  archived: 'Resting. You can read it; nothing new is written here.',
  none: 'There are no spaces you can read yet.',
})
