import { words } from '../../foundation/index.ts'

export const trialWords = words('composer.trial', {
  label: 'Whether the pause helps',
  about:
    'The first time the pause would ask you about a draft, chance decides: half of the members are asked, the others are not, and their words are posted as they stand. It happens once to each; after that the pause is as always. Threats and severe harm are always asked about.',
  counted:
    'Counted is whether the draft was posted as it stood, in other words, or not at all, how many answers came within a week, and whether one of those was reported. Which post it was is forgotten after that week.',
  asked: 'asked',
  notAsked: 'not asked',
  sent: 'Posted in the words that were read, and standing so a week later',
  edited: 'Posted in other words, or changed within the week',
  withdrawn: 'Not posted, or taken back within the week',
  replies: 'Answers by others within the week',
  replyReported: 'Drew an answer that somebody reported',
})
