import { words } from '../../foundation/index.ts'

export const kudosWords = words('thanks.kudos', {
  title: 'Kudos',
  forValue: 'For {value}',
  titleIn: 'Kudos in {space}',
  lead: 'What people here thanked one another for in the last three months, and both agreed to show. Everybody in this space reads this same page.',
  empty: 'When two people agree to show a note that was given for one of these, it stands here.',
  valueEmpty: 'Nothing stands here just now.',
  andOthers: 'and others',
  fromTo: '{giver} to {receiver}',
  aMember: 'a member',
  thank: 'Thank you',
  forAnswer: 'for an answer in <link>{title}</link>',
  forPost: 'for <link>{title}</link>',
  calledThen: '“{value}”, as it was called then',
  wall: 'The wall of thanks',
})
