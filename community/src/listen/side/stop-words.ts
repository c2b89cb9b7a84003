/** Words that two people share without having anything in common. English alone: it is asked of English alone. */
const words = `
a about above across actually after afterwards again against ago all almost alone along already also although always am among an and
another any anybody anyone anything anyway are aren’t around as ask asked asking at away back be became because become been before begin
behind being believe below beside best better between big bit both bring but by call came can can’t cannot care case certain clear come
comes coming could couldn’t course day days did didn’t different do does doesn’t doing done don’t down during each easy either else end
eight eleven enough entire especially etc even ever every everybody everyone everything exactly except fact fair far feel felt few find fine first
five for found four from full further gave get gets getting give given gives giving go goes going gone gonna good got great guess had
hadn’t half happen happened hard has hasn’t have haven’t having he he’d he’s hear heard help her here hers herself hi high him himself his
hold hope how however i i’d i’ll i’m i’ve idea if in indeed instead into is isn’t it it’d it’s its itself just keep kept kind knew know
known knows large last late later least leave left less let let’s like likely little live long look looked looking looks lot lots love
made make makes making many matter matters may maybe me mean means meant meet might mind mine moment more most mostly much must my myself
name near need needed needs neither never new next nice nine no nobody none nor not nothing now nowhere of off often oh ok okay old on once
one ones only onto open or other others otherwise our ours ourselves out over own part people perhaps person place plain please point
possible put quite rather read reading ready real really reason reply right said same saw say saying says second see seem seemed seems
seen sense seven sentence several shall she she’d she’s short should shouldn’t show side simply since single six small so some somebody somehow
someone something sometimes soon sorry sort speak start started still stop such sure take taken takes taking talk tell ten than thank
thanks that that’s the their theirs them themselves then there there’s these they they’d they’ll they’re they’ve thing things think
thinks third this those though thought three through time times to today together told too took toward tried true twelve try trying turn two
under understand until up upon us use used using usually very want wanted wants was wasn’t way ways we we’d we’ll we’re we’ve week well
went were weren’t what whatever what’s when where whether which while who whole whom whose why will wish with within without won’t wonder
word words work would wouldn’t write writing wrote wrong year years yes yesterday yet you you’d you’ll you’re you’ve your yours yourself
agree agreed fault problem answer answered answers question questions thread post line
`

export const stopWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/))
