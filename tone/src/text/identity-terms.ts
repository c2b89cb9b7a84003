/**
 * Words people use for who they or others are, by the kind of belonging. For the reading all words of one kind are
 * one word, so that none of them can carry a score by itself: what is said of one group weighs as it would of
 * another. Slurs are not here; they are words for contempt. Words that are mostly used for something else
 * ("black", "old") count only beside a word for people or after "I am": see `besides`.
 */
export const identityTerms = {
  religion: `
    muslim muslims islam islamic moslem christian christians christianity catholic catholics catholicism protestant
    protestants evangelical evangelicals orthodox jew jews jewish judaism hindu hindus hinduism buddhist buddhists
    buddhism sikh sikhs sikhism atheist atheists atheism agnostic agnostics mormon mormons quaker quakers pagan pagans
    baha'i jain jains shia sunni hijab hijabi mosque mosques synagogue synagogues church churches temple gurdwara imam
    imams rabbi rabbis priest priests nun nuns quran koran bible torah kosher halal amish baptist methodist lutheran
    jehovah`,
  origin: `
    african africans american americans asian asians european europeans arab arabs arabic latino latina latinos latinas
    latinx hispanic hispanics caucasian caucasians mexican mexicans chinese japanese korean koreans indian indians
    pakistani pakistanis bangladeshi bengali nigerian nigerians ghanaian kenyan somali somalis ethiopian eritrean
    moroccan algerian tunisian egyptian egyptians turkish turk turks kurdish kurd kurds syrian syrians iraqi
    iraqis iranian iranians persian persians afghan afghans afghani palestinian palestinians israeli israelis lebanese
    saudi russian russians ukrainian ukrainians polish pole poles romanian romanians bulgarian bulgarians hungarian
    czech slovak serbian serb serbs croatian croat bosnian albanian albanians greek greeks italian italians spanish
    spaniard spaniards portuguese french frenchman german germans austrian swiss dutch belgian danish dane danes swedish
    swede swedes norwegian norwegians finnish finn finns irish scottish scots scot welsh english englishman british brit
    brits canadian canadians australian australians aussie aussies kiwi maori brazilian brazilians argentinian chilean
    colombian venezuelan peruvian cuban cubans jamaican jamaicans haitian haitians filipino filipinos filipina
    vietnamese thai indonesian malaysian tibetan uyghur uighur roma romani sinti gypsy gypsies traveller travellers
    aboriginal aborigine indigenous inuit cherokee navajo caribbean ethnic ethnicity biracial multiracial bipoc poc
    blacks whites immigrant immigrants migrant migrants refugee refugees foreigner foreigners expat expats asylum
    eastern-european punjabi tamil gujarati sinhalese yoruba igbo hausa zulu african-american`,
  gender: `
    woman women female females girl girls lady ladies man men male males boy boys guy gentleman gentlemen feminine
    masculine feminist feminists feminism misogyny misogynist`,
  orientation: `
    gay gays lesbian lesbians bisexual bisexuals bi queer queers homosexual homosexuals homosexuality heterosexual
    heterosexuals lgbt lgbtq lgbtqia lgbt+ trans transgender transgendered transsexual transsexuals transwoman
    transwomen transman transmen nonbinary enby enbies genderqueer genderfluid asexual asexuals aromantic pansexual
    intersex cis cisgender`,
  disability: `
    disabled disability disabilities wheelchair deaf autistic autism aspergers autist adhd add dyslexic dyslexia
    bipolar schizophrenic schizophrenia schizophrenics epileptic epilepsy paraplegic quadriplegic amputee amputees
    paralyzed paralysed neurodivergent neurodiverse down's downs dwarf dwarfism handicapped hard-of-hearing ocd ptsd
    stutter stammer albino`,
  age: `
    elderly pensioner pensioners retiree retirees senior seniors boomer boomers millennial millennials teenager
    teenagers teenage teens teen kid kids child children toddler toddlers oap oaps zoomer zoomers gen-z middle-aged
    grandma grandpa granny grandmother grandfather`,
  means: `
    homeless homelessness unemployed jobless working-class middle-class upper-class welfare beggar beggars
    peasant peasants squatter squatters low-income council-estate`,
  work: `
    nurse nurses teacher teachers plumber plumbers cleaner cleaners farmer farmers lawyer lawyers cop cops police
    policeman policemen policewoman banker bankers politician politicians soldier soldiers veteran veterans vegan vegans
    vegetarian vegetarians landlord landlords tenant tenants cyclist cyclists student students waitress waiter`,
} as const

export type Belonging = keyof typeof identityTerms

/** Counted only beside one of `people`, or said of oneself. */
export const besides = {
  origin: 'black white brown native coloured colored eastern western southern northern jewish',
  orientation: 'straight',
  disability: 'blind mute crippled lame',
  age: 'old young older younger',
  means: 'poor rich wealthy',
} as const satisfies Partial<Record<Belonging, string>>

/** Words for people that make a description of them out of the word before. */
export const people = `
person persons people folk folks man men woman women guy guys girl girls boy boys lady ladies kid kids child children
family families community communities neighbour neighbours neighbor neighbors friend friends colleague colleagues
students student male males female females dude dudes american americans british brit brits christian christians
muslims muslim jews immigrants immigrant migrants trans gay lesbian couple couples parents parent mother mothers father
fathers wife husband worker workers teen teens teenager teenagers skinned`

const list = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

const kinds = Object.keys(identityTerms) as Belonging[]
const always = new Map<string, number>()
for (const [index, kind] of kinds.entries())
  for (const word of list(identityTerms[kind])) always.set(word, index + 1)

const sometimes = new Map<string, number>()
for (const [kind, words] of Object.entries(besides))
  for (const word of list(words)) sometimes.set(word, kinds.indexOf(kind as Belonging) + 1)

const peopleWords = new Set(list(people))

/** The number of the kind a word belongs to, counted from 1; 0 for other words. */
export const belongingOf = (word: string): number => always.get(word) ?? 0
/** The same for words that need company to be read so. */
export const belongingBeside = (word: string): number => sometimes.get(word) ?? 0
export const isPeople = (word: string): boolean => peopleWords.has(word)
/** The one word that stands for all of a kind. */
export const placeholders: readonly string[] = ['', ...kinds.map((kind) => `\u0001${kind}`)]
