import { words } from '../foundation/index.ts'

export const conversationNoticeWords = words('conversation.notices', {
  answers: 'Answers to me',
  answersHint: 'To what you wrote, as they come.',
  answersSays: '{who} answered you in <link>{title}</link>',
  mentions: 'When somebody names me',
  mentionsSays: '{who} named you in <link>{title}</link>',
  followed: 'Answers in what I follow',
  followedHint: 'You follow threads you wrote in, until you say otherwise.',
  followedSays: '{who} wrote in <link>{title}</link>',
  begun: 'New posts in spaces and by people I follow',
  begunSays: '{who} wrote <link>{title}</link>',
  newcomers: 'Somebody’s first post here',
  newcomersHint: 'For those who welcome newcomers.',
  newcomersSays: '{who} wrote here for the first time: <link>{title}</link>',
  digestPosts: 'New in spaces and by people you follow',
  digestThreads: 'New answers in threads you follow',
})
