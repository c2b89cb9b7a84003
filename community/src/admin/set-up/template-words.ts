import { words } from '../../foundation/index.ts'

/** What set-up proposes for each kind of place. Everything can be changed before it is used. */
export const templateWords = words('setUpTemplates', {
  supportGuidelines: `- People come here with something heavy. Read before you answer.
- Say what you need: to be heard, advice, or hands. Answer what was asked.
- Speak from your own life. “I” helps more than “you should”.
- What is said here stays here. No names, no pictures, nothing copied elsewhere.
- We are no doctors. In danger, call the number under “Help, now”.
- Nobody has to answer, and nobody has to explain going quiet.
- If something hurt you, tell a steward. We look at it with both of you.`,
  familyGuidelines: `- We are all somebody's parent, child or neighbour. Tired people write short; read them kindly.
- Ask before you advise. There is more than one good way.
- Children did not choose to be here: no full names, no faces without a yes, nothing they would mind later.
- What is said here stays here.
- Thank people. It costs little and carries far.
- If something hurt you, say so, or tell a steward.`,
  hobbyGuidelines: `- Everybody began once. No question is too small.
- Show your work, the failed ones too. Say what you would like to hear about it.
- Talk about the thing, not the person.
- Say where an idea or picture comes from.
- Thank whoever helped you, and tell how it went.
- Selling is fine once, where it belongs, with your name on it.
- If something bothers you, tell a steward.`,
  projectGuidelines: `- Talk about the work, not the person. Say what you would change and why.
- Newcomers' questions show where our explanations end. Answer, then improve the explanation.
- A “no” comes with a reason. Whoever says it may be wrong.
- Nobody here owes anybody their free time. Ask, thank, wait.
- Decisions are written down where everybody can find them.
- If something went wrong between two people, tell a steward early.`,
  teamGuidelines: `- Assume that the other had a reason. Ask for it first.
- Disagree about the plan as openly as you like, about people never.
- Say what you need and by when. “No, not now” is a full answer.
- Hard things are said directly and in private; good things anywhere.
- What is decided is written down here.
- Evenings and weekends belong to their owners.
- If something is stuck between two of us, we get a third to help.`,
  welcomeName: 'Hello',
  welcomeAbout: 'Who is here, and how it works. A good place for a first word.',
  supportSpaceName: 'Long haul',
  supportSpaceAbout: 'For what does not go away quickly. Listening first.',
  goodSpaceName: 'Good things',
  goodSpaceAbout: 'What went well, however small.',
  parentsSpaceName: 'Everyday life',
  parentsSpaceAbout: 'Sleep, school, supper, and everything between.',
  lendSpaceName: 'Lend a hand',
  lendSpaceAbout: 'Asks and offers: an hour, a ladder, a recipe.',
  workbenchName: 'Workbench',
  workbenchAbout: 'What you are working on, finished or not.',
  askName: 'How do I ...?',
  askAbout: 'Questions of every size.',
  buildName: 'Building',
  buildAbout: 'What we are making, and what comes next.',
  helpName: 'Using it',
  helpAbout: 'Questions from people who use what we make.',
  planName: 'Plans',
  planAbout: 'What we want to do, by whom and by when.',
  roundName: 'Round the table',
  roundAbout: 'How it is going, and what is in the way.',
})
