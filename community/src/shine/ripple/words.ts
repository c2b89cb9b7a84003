import { words } from '../../foundation/index.ts'

export const rippleWords = words('ripple', {
  title: 'The ripple',
  onlyYou: 'Only you see this page.',
  lead: 'What people told you came of your help.',
  link: 'The ripple',
  pictureTitle: 'A small fire on water, and rings around it',
  pictureNames: 'On the rings float the names of those who told you: {names}.',
  pictureStill: 'The water is still.',
  pictureOn: 'Farther out the rings run on, out of the picture.',
  wentOn: 'and it went on',
  wentOnLine: 'And it went on.',
  listTitle: 'What they told you',
  thanks: '{name} thanked you',
  star: '{name} gave you a gold star',
  shoutOut: '{name} gave you a shout-out',
  next: '{name} told you what happened next',
  didToo: '{name} did this too: <link>{idea}</link>',
  forAnswer: 'for your answer in <link>{title}</link>',
  forPost: 'for <link>{title}</link>',
  empty:
    'Nothing is drawn here yet. When somebody tells you what came of something you did, their name floats here.',
  emptyMore: 'Most help is never spoken of again. It helped all the same.',
  keepsakes: 'My keepsakes',
})
