/** Small words that a language cannot do without and that others do not have. */
export const stopWords: Record<string, string> = {
  en: `the and is are was were you your i my me we it this that of for with not have has had what when who will would can
    could do does did don't they them he she his her there their been be to in on at from but if so just like an a as how
    why all no yes please thanks thank ok hello hi u im dont its it's i'm you're never about out up get got go going good
    really more some one our us any here than then too`,
  de: `der die das und ist nicht ich du wir ihr sie ein eine einen einem einer den dem des mit auf für von zu auch aber oder wie was
    wenn dass daß noch nur sich bei nach aus war sind hat haben bin bist kann mir mich dir dich euch kein keine schon mal immer`,
  fr: `le la les des est et je tu il elle nous vous ils un une du de dans que qui pas ne pour sur avec ce cette mais ou où
    son sa ses mon ma mes ton ta tes leur très bien c'est j'ai suis sont été aussi plus tout comme quand`,
  es: `el los las es y yo tú él ella nosotros un una de en que no por para con su mi me te se lo pero como más muy está
    están eres soy todo todos hay fue ser del al esto esta este qué porque cuando`,
  it: `il lo gli è e io tu lui lei noi un una di che non per con su mi ti si ma come più molto sono sei del della questo questa
    perché quando anche ho hai ha tutto`,
  pt: `o os as é e eu tu ele ela nós um uma de em que não por para com seu sua me te se mas como mais muito está são foi do
    da no na isso você vocês também porque quando`,
  nl: `de het een en is niet ik jij je hij zij wij van op te dat die voor met zijn maar ook als aan er om nog wel wat hoe
    waar heb heeft ben bent kan naar dit deze geen`,
  pl: `i w na z nie się jest to że do jak ale co tak za od po czy już tylko być mnie ci ten ta są był dla`,
  sv: `och är inte jag du han hon vi ni ett en det som på för med av att har var men om så kan den till från vad`,
  tr: `ve bir bu da de için çok ben sen o biz değil mi ne ama gibi var yok daha olarak`,
}
