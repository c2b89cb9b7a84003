/**
 * Small words that a language cannot do without and English does not have, letters English does not write, and
 * words it begins with an apostrophe. Words that are English too ("die", "come", "son") say nothing and are left out.
 */
export interface Signs {
  words: string
  letters?: RegExp
  elision?: RegExp
}

export const english = `
the and is are was were you your i my me we it this that of for with not have has had what when who will would can
could do does did they them he she his her their there been be to in on at from but if so just like an a as how why
all no yes please thanks thank ok hello hi u im dont its it's i'm you're never about out up get got go going good
really more some one our us any here than then too by or these those which am into over only very even because down
off back still well now see know think want make take say said need much many way new old after before where again
always something someone people thing things time day every other lot don't can't that's didn't let's won't isn't
doesn't couldn't wouldn't i've i'll i'd we're they're he's she's there's what's who's lol ah aye wis oot tae yer ye nae nuh di dem mi yuh weh seh wi fae wha pal o'clock dey dat nah mum everyone`

export const others: Record<string, Signs> = {
  de: {
    words: `
der das und ist nicht ich du wir ihr sie ein eine einen einem einer eines den dem des mit auf für von zu zum zur auch aber oder wie
wenn dass daß noch nur sich bei nach aus sind bin bist kann mir mich dir dich euch kein keine keinen schon mal
immer im vom beim wird werden wurde welche welcher welchen diese dieser dieses diesem diesen wieder gibt heute unsere unser
euer eure mein dein sein seine seinen doch dann sehr mehr jetzt hier sagt muss soll haben habe hatte über unter wo
wieso warum wer wen wem alle alles jeder jede ohne gegen um bis weil ja nein gut würde können müssen weiß
uns vor nichts ihre ihren ihrer ihrem ihnen ihm ihn durch einfach macht machen denn viel viele vielen seit gerade wohl wollen
dafür damit davon dazu dabei dort lassen sondern erst meine meinen meiner meinem deine deinen endlich weiter besser waren
wurden worden kommt kommen eigentlich andere anderen etwas selbst leider wissen ganz hätte wäre sollte sollten genau leute
darf steht richtig gehen geht gehts gibts gemacht sagen einmal gerne gern bitte danke wirklich sicher sogar gleich solche
bleibt braucht keiner vielleicht eben egal gestern niemand würden könnte glaube hoffe überhaupt eher kurz denken habt
seid jemand möchte hab sonst zwar wann bereits schade hallo voll liebe lieber zurück hast raus neue gute guten guter
guck guckt schau schaut deutsch deutschen deutsche statt trotzdem deswegen mehrere einer zwei drei sowas achja tja ihrs nen
ner nich heißt nie wenig weniger genug drauf daran darauf darum deren dessen denen aller allen allem zeit`,
    letters: /[äöüß]/,
  },
  fr: {
    words: `
le la les des est et je tu il elle nous vous ils un une du dans que qui pas ne pour sur avec ce cette mais ou où ses ces
mes leur leurs très bien suis sont été aussi quand au aux par tout tous ça sans rien jamais toujours c'est j'ai t'es
qu'il n'est mdr ptn putain quoi encore fait faire même parce être avoir avait moi toi lui oui non
de comme contre ont vraiment faut peut donc parle parles alors quel quelle quels pourquoi qu'on qu'un qu'une autre autres
êtes peu déjà deja gens ans était etait fais veut veux sais entre après apres fois monde vrai vraie votre vos tes 
cet sous vient viens chez crois vais tellement beaucoup depuis mieux ceux doit etre ouais aller chaque soit moins vont
ici allez deux avais surtout jour voilà personne notre devant celui elles pense hein celle dessus aucun avez sommes
sinon souvent enfin tres maintenant espèce espece jsuis cest jai tjrs ptdr mdrr wesh quelqu'un aujourd'hui bonjour bonsoir
salut merci trop gros grosse mec meuf pute merde gueule retourne mieu c'était t'as t'étais j'avais j'aime d'un d'une`,
    letters: /[éèêàçœùûâîô]/,
    elision: /^(?:[ldjcmns]|qu|t)['’]\p{L}{2,}/u,
  },
  es: {
    words: `
el los las y yo tú él ella nosotros una de en que por para con su mi te se lo pero como más muy está están eres soy
hay todo todos fue ser del al esto esta este qué porque cuando unos unas nada también`,
    letters: /[ñáíóú¿¡]/,
  },
  it: {
    words: `
il gli è io lui lei noi un una di che non sono sei del della dello degli questo questa perché quando anche ho hai ha
tutto tutti più molto nel nella ciao cosa bene sempre`,
    letters: /[àèìòù]/,
  },
  pt: {
    words: `
os é ele ela nós um uma que não por com seu sua te mais muito está são foi da dos das na nos isso você vocês também porque
quando aqui tudo`,
    letters: /[ãõç]/,
  },
  nl: {
    words: `
ik weet het een niet jij je hij zij wij van dat voor met zijn maar ook als aan er nog wel wat waar heb heeft ben kan
naar dit deze geen ze haar ons dus omdat`,
  },
  pl: {
    words: `w na z nie się jest że jak ale co tak za od po czy już tylko być mnie ci są był dla`,
    letters: /[łśżźćńąę]/,
  },
  sv: {
    words: `och är inte jag hon vi ni ett det som på för av med att har var om så från vad`,
    letters: /[åäö]/,
  },
  tr: { words: `ve bir bu için çok ben sen biz değil mi ne ama gibi yok daha olarak`, letters: /[ığşç]/ },
}
