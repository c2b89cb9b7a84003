import type { Harm, Move } from '@kindling/tone'

/**
 * Every sentence of the panel. `{person|them}` is the person its page names, or "them" where it names nobody; `{thing|...}`
 * likewise what they talk about. They say what readers may hear, never what the writer is.
 */
export interface Words {
  headings: Record<Harm, string>
  moves: Record<Move, string>
  /** What an example shows, for each thing it may be heard as. */
  examples: Record<Harm, string>
  asItStands: string
  useThese: string
  otherWordings: string
  edit: string
  send: string
  otherWays: string
  keep: string
  why: string
  /** `{words}`: what the reading rests on. `{example}`: one of the examples. */
  because: string
  /** The same where no single words carry it. */
  becauseOfAll: string
  notHelpful: string
  thanks: string
  notReady: string
  retry: string
}

const en: Words = {
  headings: {
    insult: 'Some readers may hear this as being about {person|the person} rather than {thing|the matter}.',
    condescension: 'Some readers may hear this as talking down to {person|them}.',
    dismissal: 'Some readers may hear this as waving {person|them} aside.',
    hostility: 'Some readers may hear anger at {person|them} before they hear what this is about.',
    threat: 'Some readers may hear this as saying that something could happen to {person|them}.',
    generalisation: 'Some readers may hear this as said of everybody in a group, and of themselves.',
    sarcasm: 'Some readers may hear this as laughing at {person|them}.',
    profanity: 'Some readers may hear the swearing before they hear what this is about.',
    identity_attack: 'Some readers may hear this as being against who people are rather than what they do.',
    sexually_explicit: 'Some readers may find this more intimate than they wish to read here.',
    toxicity: 'Some readers may turn away from these words before they hear what this is about.',
    severe_toxicity: 'Some readers may be hurt by these words before they hear what this is about.',
  },
  moves: {
    issue: 'About {thing|the matter}, not the person',
    i_statement: 'As you see it',
    question: 'As a question',
    drop_insult: 'The same, without the hard word',
    soften_absolute: 'The same, without “always” or “never”',
  },
  examples: {
    insult:
      '“You never read anything” speaks about a person; “the rota was not followed” says what went wrong.',
    condescension:
      '“Even you can see that” puts somebody lower; “here is how I see it” puts both side by side.',
    dismissal: '“Nobody asked you” shuts a door; “I see it differently” leaves it open.',
    hostility: '“I am sick of you” is aimed at somebody; “I am angry about Monday” says what it is about.',
    threat:
      '“You will regret this” speaks of harm; “I will take this to the committee” says what comes next.',
    generalisation:
      '“You people always do this” takes in everybody; “on Monday this happened” stays with what happened.',
    sarcasm: '“Well done, genius” says the opposite of its words; “this did not work” says it plainly.',
    profanity:
      '“Read the bloody plan” is heard for its swearing; “please read the plan” is heard for the plan.',
    identity_attack:
      '“They are all like that” speaks of what people are; “this one act was wrong” speaks of an act.',
    sexually_explicit:
      'What is at home between two people can come as a shock to somebody who did not look for it.',
    toxicity: '“Get lost” ends a conversation; “I need a break from this” says the same and keeps it.',
    severe_toxicity: '“Get lost” ends a conversation; “I need a break from this” says the same and keeps it.',
  },
  asItStands: 'As it stands',
  useThese: 'Use these words',
  otherWordings: 'Other wordings',
  edit: 'Edit',
  send: 'Post as it is',
  otherWays: 'Other ways',
  keep: 'Keep it for now',
  why: 'Why this?',
  because:
    'When you pressed the button, your draft was read here, on your device, and nobody has seen it. The reading rests on “{words}”. {example} Blunt criticism is left alone.',
  becauseOfAll:
    'When you pressed the button, your draft was read here, on your device, and nobody has seen it. {example} Blunt criticism is left alone.',
  notHelpful: 'Not helpful',
  thanks: 'Thanks. You won’t see this for words like these.',
  notReady: 'Your draft could not be read here yet, so it was not sent. Nothing is lost.',
  retry: 'Try again',
}

const de: Words = {
  headings: {
    insult: 'Manche könnten lesen, dass es hier um {person|die Person} geht statt um {thing|die Sache}.',
    condescension: 'Manche könnten das so lesen, als werde hier von oben herab gesprochen.',
    dismissal: 'Manche könnten herauslesen, dass hier nicht zählt, was andere sagen.',
    hostility: 'Manche könnten hier zuerst Ärger auf {person|andere} hören und erst dann, worum es geht.',
    threat: 'Manche könnten herauslesen, dass {person|jemandem} etwas zustoßen könnte.',
    generalisation: 'Manche könnten das so lesen, als gelte es allen einer Gruppe, auch ihnen selbst.',
    sarcasm: 'Manche könnten das so lesen, als werde hier über sie gelacht.',
    profanity: 'Manche könnten zuerst das Fluchen hören und erst dann, worum es geht.',
    identity_attack:
      'Manche könnten das so lesen, als gehe es gegen das, was Menschen sind, statt gegen das, was sie tun.',
    sexually_explicit: 'Manchen könnte das vertraulicher sein, als sie es hier lesen möchten.',
    toxicity: 'Manche könnten sich von diesen Worten abwenden, bevor sie hören, worum es geht.',
    severe_toxicity: 'Manchen könnten diese Worte wehtun, bevor sie hören, worum es geht.',
  },
  moves: {
    issue: 'Über {thing|die Sache}, nicht die Person',
    i_statement: 'Aus deiner Sicht',
    question: 'Als Frage',
    drop_insult: 'Dasselbe ohne das harte Wort',
    soften_absolute: 'Dasselbe ohne „immer“ oder „nie“',
  },
  examples: {
    insult:
      '„Du liest nie etwas“ spricht über einen Menschen; „der Plan wurde nicht eingehalten“ sagt, was schiefging.',
    condescension:
      '„Das siehst sogar du“ stellt jemanden tiefer; „ich sehe es so“ stellt beide nebeneinander.',
    dismissal: '„Dich hat keiner gefragt“ schließt eine Tür; „ich sehe das anders“ lässt sie offen.',
    hostility: '„Ich habe dich satt“ trifft jemanden; „ich ärgere mich über Montag“ sagt, worum es geht.',
    threat: '„Das wirst du bereuen“ spricht von Schaden; „ich bringe das in die Sitzung“ sagt, was folgt.',
    generalisation: '„Ihr macht das immer“ meint alle; „am Montag ist das passiert“ bleibt bei dem, was war.',
    sarcasm: '„Ganz große Leistung“ meint das Gegenteil; „das hat nicht geklappt“ sagt es offen.',
    profanity:
      '„Lies den verdammten Plan“ klingt nach dem Fluch; „lies bitte den Plan“ klingt nach dem Plan.',
    identity_attack: '„Die sind alle so“ spricht davon, was Menschen sind; „das war falsch“ von einer Tat.',
    sexually_explicit: 'Was zwischen zweien seinen Platz hat, kann erschrecken, wer es nicht gesucht hat.',
    toxicity: '„Hau ab“ beendet ein Gespräch; „ich brauche eine Pause“ sagt dasselbe und erhält es.',
    severe_toxicity: '„Hau ab“ beendet ein Gespräch; „ich brauche eine Pause“ sagt dasselbe und erhält es.',
  },
  asItStands: 'Wie es dasteht',
  useThese: 'Diese Worte nehmen',
  otherWordings: 'Andere Worte',
  edit: 'Ändern',
  send: 'So senden',
  otherWays: 'Andere Wege',
  keep: 'Erst einmal behalten',
  why: 'Warum das?',
  because:
    'Als du senden wolltest, wurde dein Entwurf hier gelesen, auf deinem Gerät; niemand sonst hat ihn gesehen. Es liegt an „{words}“. {example} Offene Kritik bleibt unberührt.',
  becauseOfAll:
    'Als du senden wolltest, wurde dein Entwurf hier gelesen, auf deinem Gerät; niemand sonst hat ihn gesehen. {example} Offene Kritik bleibt unberührt.',
  notHelpful: 'Nicht hilfreich',
  thanks: 'Danke. Bei Worten wie diesen siehst du das nicht mehr.',
  notReady:
    'Dein Entwurf konnte hier noch nicht gelesen werden und wurde nicht gesendet. Nichts ist verloren.',
  retry: 'Noch einmal versuchen',
}

const ar: Words = {
  headings: {
    insult: 'قد يسمع بعض القرّاء في هذا كلامًا عن {person|الشخص} لا عن {thing|الموضوع}.',
    condescension: 'قد يسمع بعض القرّاء في هذا كلامًا من موقع أعلى.',
    dismissal: 'قد يسمع بعض القرّاء في هذا أنّ ما قيل لا يُؤخذ به.',
    hostility: 'قد يسمع بعض القرّاء الغضب قبل أن يسمعوا الموضوع نفسه.',
    threat: 'قد يسمع بعض القرّاء في هذا أنّ أذًى قد يقع.',
    generalisation: 'قد يسمع بعض القرّاء في هذا كلامًا عن جماعة بأكملها، وعن أنفسهم معها.',
    sarcasm: 'قد يسمع بعض القرّاء في هذا سخرية.',
    profanity: 'قد يسمع بعض القرّاء الشتيمة قبل أن يسمعوا الموضوع نفسه.',
    identity_attack: 'قد يسمع بعض القرّاء في هذا اعتراضًا على هويّة الناس لا على أفعالهم.',
    sexually_explicit: 'قد يجد بعض القرّاء هذا أكثر خصوصية ممّا يودّون قراءته هنا.',
    toxicity: 'قد ينصرف بعض القرّاء عن هذه الكلمات قبل أن يسمعوا الموضوع نفسه.',
    severe_toxicity: 'قد تؤلم هذه الكلمات بعض القرّاء قبل أن يسمعوا الموضوع نفسه.',
  },
  moves: {
    issue: 'عن {thing|الموضوع} لا عن الشخص',
    i_statement: 'من وجهة نظرك',
    question: 'في صيغة سؤال',
    drop_insult: 'المعنى نفسه من غير الكلمة القاسية',
    soften_absolute: 'المعنى نفسه من غير «دائمًا» أو «أبدًا»',
  },
  examples: {
    insult: '«أنت لا تقرأ شيئًا» كلام عن شخص، أمّا «لم يُتّبع الجدول» فيقول ما الذي حدث.',
    condescension: '«حتى أنت تفهم هذا» تضع غيرك في مكان أدنى، أمّا «هكذا أرى الأمر» فتضعكما جنبًا إلى جنب.',
    dismissal: '«لم يسألك أحد» تغلق بابًا، أمّا «أرى الأمر على نحو آخر» فتتركه مفتوحًا.',
    hostility: '«سئمت منك» موجّهة إلى شخص، أمّا «أغضبني ما حدث يوم الاثنين» فتقول ما الأمر.',
    threat: '«ستندم على هذا» كلام عن أذى، أمّا «سأعرض الأمر على اللجنة» فتقول ما سيأتي.',
    generalisation: '«أنتم هكذا دائمًا» تشمل الجميع، أمّا «حدث هذا يوم الاثنين» فتبقى عند ما حدث.',
    sarcasm: '«أحسنت يا عبقري» تقول عكس ألفاظها، أمّا «لم ينجح هذا» فتقول المراد بوضوح.',
    profanity: 'تُسمع الشتيمة قبل الطلب، أمّا «اقرأ الخطة من فضلك» فيُسمع فيها الطلب.',
    identity_attack: '«كلّهم هكذا» كلام عمّا هم عليه الناس، أمّا «كان هذا خطأ» فكلام عن فعل.',
    sexually_explicit: 'ما مكانه بين اثنين قد يفاجئ من لم يبحث عنه.',
    toxicity: '«اغرب عن وجهي» تنهي الحديث، أمّا «أحتاج إلى استراحة» فتقول ذلك وتُبقيه.',
    severe_toxicity: '«اغرب عن وجهي» تنهي الحديث، أمّا «أحتاج إلى استراحة» فتقول ذلك وتُبقيه.',
  },
  asItStands: 'كما هو الآن',
  useThese: 'استعمل هذه الكلمات',
  otherWordings: 'صياغات أخرى',
  edit: 'تعديل',
  send: 'نشر كما هو',
  otherWays: 'طرق أخرى',
  keep: 'أبقِه عندك الآن',
  why: 'لماذا هذا؟',
  because:
    'عند ضغط الزر قُرئت مسودّتك هنا على جهازك، ولم يرها أحد. يستند ذلك إلى «{words}». {example} النقد الصريح لا يُمسّ.',
  becauseOfAll: 'عند ضغط الزر قُرئت مسودّتك هنا على جهازك، ولم يرها أحد. {example} النقد الصريح لا يُمسّ.',
  notHelpful: 'لا يفيد',
  thanks: 'شكرًا. لن ترى هذا مع كلمات كهذه.',
  notReady: 'لم تُقرأ مسودّتك هنا بعد، فلم تُرسل. لم يضع شيء.',
  retry: 'حاول مرة أخرى',
}

/** By language. A page may add its own or change these: `words.fr = { ...words.en, edit: 'Modifier' }`. */
export const words: Record<string, Words> = { en, de, ar }
