import { sign } from './signs.ts'

const THEM =
  '(?:he|him|she|they|dem|husband|boyfriend|partner|ex|dad|father|stepdad|step|uncle|brother|man|someone|somebody|in - laws|laws|boss|cousin|son|mum|mums|daddy)'
const HARM =
  '(?:kill|kills|killed|hurt|burn|shoot|stab|finish|finished|beat|drown|murder|strangle|choke|break|harm|do for)'

/** Somebody is about to hurt the writer, or has just done it. */
export const signsOfDanger = [
  sign(
    'threatened',
    `${HARM} <2>(?:me|mi|us|my mum|my mom|her then me|mum|all of us)
    ${THEM} <6>${HARM}
    (?:next time|i am next|i 'm next|i am dead|finish me|finish it|my last|counting down)
    (?:going|gonna|gon|will|a go) (?:to )?${HARM} (?:me|mi|us|my)
    if i (?:leave|tell|run|say|go)`,
    true,
  ),
  sign(
    'attacked',
    `(?:hit|hits|hitting|beat|beats|beaten|strangled|strangle|choked|choke|punched|raped|kicked|slapped|threatened|attacked|pushed|hurt|grabbed) <1>(?:me|mi|us)
    hands? <1>(?:round|around|on|over) my (?:neck|throat|mouth)
    (?:in|into) my (?:drink|room|bed)
    passed out`,
    true,
  ),
  sign(
    'shut in',
    `lock(?:ed|s|ing)? <2>(?:me|us|in|up|inside|myself|door|bathroom)
    (?:not|never) let <1>(?:me|us|mi)
    (?:take|takes|took|taken|keep|keeps|kept|has|got) <2>(?:key|keys|passport|phone|shoes|papers)
    (?:hiding|hide|hid|whispering|under the desk)
    in (?:the|my) (?:closet|loo|toilets?|bathroom|shed|attic|wardrobe|doorway)
    (?:checks|reads) <1>(?:my phone|it)
    (?:can not|can 't|no) (?:leave|get out|type|talk)
    (?:get|got) out
    marry (?:him|me)`,
    true,
  ),
  sign(
    'close by',
    `${THEM} <4>(?:outside|coming|back|door|downstairs|way|following|waiting|waits|kicking|breaking|knocking|looking for me|parked|house|here)
    (?:follow|following|followed|stalking) (?:me|home|us)
    (?:breaking|trying to get) (?:in|down|windows)
    kick(?:ing|in|s)? <2>door
    (?:outside|at) (?:my|the|our) (?:door|house|window|flat)`,
    true,
  ),
  sign('weapon', `(?:knife|knives|gun|blade|cutlass|machete|petrol|acid|axe|weapon|shooting|bat)`, true),
  sign(
    'help now',
    `(?:police|ambulance|emergency)
    (?:help me|please help|send help|send someone|need help|help im|help i)
    what (?:do|must|should|dae|can) (?:i|ah|we|mi) (?:do|dae|say)
    (?:somebody|someone|anybody|anyone) <1>(?:please|know|talk|awake)
    (?:do not|don 't|pls do not) <1>(?:call|reply|answer|ring)
    where <1>go`,
  ),
]
