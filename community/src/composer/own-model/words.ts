import { words } from '../../foundation/index.ts'

export const ownModelWords = words('composer.ownModel', {
  // In the pause
  whereHere: 'a language model on the machine that runs this community',
  whereThere: 'a language model at {machine}, which the people who run this community chose',
  consent:
    'More wordings can come from {where}. Your draft would leave your device for that, now and each time you press the button, and whoever runs the model could read it. You can take this back under Settings.',
  askFirst: 'Yes, send this draft and ask',
  ask: 'Ask this community’s language model',
  no: 'No, and don’t offer it',
  from: 'From this community’s language model',
  other: 'In other words',
  waiting: 'Asking. This takes a few seconds at most.',
  none: 'Nothing came back that would be kinder and still say the same.',
  // For members to read
  settingsTitle: 'Language model',
  settingsAbout: 'Whether this community’s language model may see a draft of yours, when you ask it to.',
  settingsLead:
    'Suggestions for kinder words are made on your device. This community has also connected {where}.',
  settingsOff: 'It is switched off at the moment. What you choose here holds when it is switched on again.',
  settingsNone:
    'This community has connected no language model. Your drafts stay on your device until you post them.',
  settingsYoung:
    'For members under 18 it is not offered: your drafts stay on your device until you post them.',
  what: 'Nothing goes there by itself. It gets a draft when you press its button in the pause, and only that draft: not your name, and not what you answer, unless you quoted it. What comes back is checked like our own suggestions.',
  whatIsKept: 'What is kept is what you choose here, and when. Nothing of what you wrote.',
  legend: 'May a draft of yours go there, when you press the button?',
  chooseAsk: 'Ask me first',
  chooseAskHint: 'You are asked the next time, and what you answer then is kept here.',
  chooseYes: 'Yes',
  chooseYesHint: 'If its address changes, you are asked again.',
  chooseNo: 'No, and don’t offer it',
  save: 'Save',
  saved: 'Saved.',
  hereTitle: 'A language model of this community’s own',
  here: 'Who wants more wordings than their own device finds can ask {where}.',
  hereChoose: 'What you chose about it',
  // For administrators
  title: 'Language model',
  about: 'A language model of your own that members may ask for kinder words. None is needed.',
  lead: 'Suggestions for kinder words are made on each member’s device. If you run a language model, or have access to one, members may ask it for more.',
  privacy:
    'What it means for members: whoever runs that address gets the drafts that members send it, as plain text, and may keep them. Here they are held in memory only. Each member is asked before the first draft leaves their device, and asked again when the address changes. Members under 18 are never offered it.',
  how: 'How to connect llama.cpp, Ollama and others stands in docs/own-model.md.',
  stateNone: 'None is connected.',
  stateOn: 'On, since {day}. Version {version}.',
  stateOff: 'Off, since {day}. Version {version}.',
  address: 'Address',
  addressHint:
    'Where its OpenAI-compatible API begins: http://127.0.0.1:11434/v1 for Ollama; for llama.cpp the host and port you gave it, and /v1. It may be a machine in your own network.',
  model: 'Model',
  modelHint: 'The name by which that server knows it.',
  key: 'Key',
  keyHint: 'Leave it empty where none is needed.',
  keyKept:
    'One is kept under seal and is not shown again. Leave this empty to go on with it. It goes to no other machine.',
  forgetKey: 'Forget the key that is kept',
  seconds: 'Seconds to wait for it',
  secondsHint: 'From {least} to {most}. Then members see what their own device found.',
  on: 'Members may ask it',
  savedModel: 'Saved. It holds from now on.',
  savedAsk: 'Saved. Members are asked anew, as the address is another one.',
  removed: 'Removed, with its key and with every yes that members gave.',
  try: 'Try it',
  tryLead: 'Sends this sample to the address that is saved, also while it is off for members.',
  sample: 'Sample',
  sampleUsual: 'Sam, you lazy idiot, you never water bed 4 before 9:00.',
  tryTook: 'It answered in {time} ms.',
  tryNone: 'It answered in {time} ms, and made no draft of this sample.',
  tryCalm: 'This sample would not be asked about, so nothing can be kinder. Try one that hurts.',
  offered: 'Would be offered',
  notOffered: 'Would not be offered: it does not pass the checks that our own suggestions pass',
  remove: 'Remove it',
  removeLead: 'Its key goes, and so does every yes that members gave.',
  auditChanged: '{actor} changed the language model that members may ask',
  auditRemoved: '{actor} removed the language model that members could ask',
})

export const failureWords = words('composer.ownModel.failures', {
  unreachable: 'Nothing answers at this address. Is the server running, and may this machine reach it?',
  too_slow: 'It did not answer in time. Give it more seconds, or a smaller model.',
  key_refused: 'It refused the key. Check it, or enter it again.',
  model_unknown: 'It knows no model of this name. Check how that server spells it.',
  not_there: 'A server answers, but not with chat completions. Most addresses end in /v1.',
  busy: 'It says that it was asked too often. Try again later, or look at your limits there.',
  broken: 'The server there failed. Its own log should say why.',
  refused: 'It refused what was asked. It may want another model, or a shorter sample.',
  odd_answer: 'It answered otherwise than an OpenAI-compatible API does. Check that the address is one.',
  given_up: 'It was given up before it answered.',
})

export const ownModelErrors = words('composer.ownModel.errors', {
  address: 'Enter an address that begins with http:// or https://.',
  addressHoldsMore:
    'The address ends before any “?” or “#”, and holds no password. A key has a field of its own.',
  model: 'Enter the name of the model, at most {count} characters.',
  seconds: 'Choose from {least} to {most} seconds.',
  key: 'A key has letters, digits and signs, no spaces, and at most {count} of them.',
  sample: 'Enter a sample of at most {count} characters.',
  choice: 'Choose one of the three.',
  noModel: 'No language model is connected here.',
  yesNeeded: 'First say yes to sending drafts there, under Settings or with the button.',
  under18: 'For members under 18 this is not offered.',
})
