import { words } from '../../foundation/index.ts'

export const heatWords = words('conversation.heat', {
  label: 'A thread that heats up',
  about:
    'A line beside the box where you answer, when a conversation may be about to turn. Once for each thread.',
  hint: 'It may be getting heated here. You can <leave>leave it</leave>, <report>report it</report>, or <stand>stand by someone</stand>.',
  hintWithoutStand:
    'It may be getting heated here. You can <leave>leave it</leave>, or <report>report it</report>.',
  hintLeave: 'It may be getting heated here. You can <leave>leave it</leave>.',
  hintWithoutReport:
    'It may be getting heated here. You can <leave>leave it</leave>, or <stand>stand by someone</stand>.',
  why: 'Why this?',
  because:
    'The last messages were compared with conversations that turned: how sharp they read, whether anybody asks or softens. It is a guess about the conversation and never about a person. It is wrong often, and nothing follows from it.',
  hide: 'Hide this',
  suggest: 'Suggest taking it slower',
  begin: 'Ask everybody to take it slower',
  suggested: 'You suggested taking it slower. It begins when everybody who wrote here lately says yes.',
  asked: 'Somebody in this conversation suggests taking it slower: one answer each in 30 minutes, for a day.',
  yes: 'Yes, let us',
  no: 'Rather not',
  noHint: 'Nobody learns who said no.',
  waiting: 'You said yes. It begins when the others do, too.',
  slow: 'Everybody takes it slower here until {time}: one answer each in 30 minutes, as those in it agreed.',
  slowBySteward:
    'A steward asked everybody to take it slower here until {time}: one answer each in 30 minutes.',
  yours: 'Yours can be posted from {time} on. You can write it now and keep it.',
  end: 'Back to the usual pace',
  left: 'You hear no more of this thread. You can come back to it whenever you like.',
  standTitle: 'Stand by someone',
  standLead: 'A few words in private can mean a lot to who was spoken to harshly. Nobody else learns of it.',
  standSide: 'It goes to them alone.',
  write: 'Write to {name}',
  nobody: 'There is nobody here whom you can write to.',
  back: 'Back to the thread',
})

export const heatErrors = words('conversation.heat.errors', {
  tooSoon: {
    one: 'Everybody takes it slower in this thread for now. Yours can be posted in a minute; it stays in the box until then.',
    other:
      'Everybody takes it slower in this thread for now. Yours can be posted in {count} minutes; it stays in the box until then.',
  },
  notInIt: 'Only somebody who wrote in this conversation lately can suggest that.',
  nobodyToAsk: 'There is nobody else in this conversation to agree with.',
  already: 'This was suggested already. Look at the thread again to see how it stands.',
  notAsked: 'You are not asked about the pace here.',
  notYours: 'Only those who agreed to it, or a steward, can end that.',
  agreedWrong: 'Say yes or no.',
})
