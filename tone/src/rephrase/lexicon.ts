// Written by training/rephrase_lexicon.py from what people made of rude sentences (ParaDetox, CC0, its training part alone).

/** Rude words and the plain one that people put instead. */
export const lexicon = `
fools > people
fuck ton > lot
fucked up > bad
fuckers > people
fucking disgusting > not good
gave a fuck > cared
give a fuck > care
give a shit > care
gives a fuck > cares
gives a shit > cares
giving a fuck > caring
idiots > people
jack shit > anything
jerks > people
losers > people
pieces of shit > people
pretty shit > bad
shit gets > things get
shit ton > lot
shitty > bad
some shit > something
sucks > is bad
that shit > it
this shit > it
`
