/** The same in other languages, shorter: the plainest words for it. */
export const german: Record<string, string> = {
  health:
    'schwanger|(?<=\\p{L}{3}s )depression(?:en)?|schwangerschaft|(?:die|ihre|seine|eine|der) diagnose|(?<=\\p{L}{3}s )diagnose|diagnostiziert|(?:hat|hatte|an|mit|wegen|ihr|sein|ihre[nrm]?|seine[nrm]?|der|die) (?:\\p{L}+ ){0,2}?(?:\\p{L}*krebs|krebserkrankung|depressionen?|burn-?out|epilepsie|diabetes|demenz|schizophrenie|magersucht|bulimie|hiv|aids|ms|adhs|autismus|schlaganfall|herzinfarkt|tumor|fehlgeburt|abtreibung|psychose|essstörung|suchtproblem|alkoholproblem)|depressiv|alkoholiker(?:in)?|alkoholkrank|alkoholabhängig|drogenabhängig|drogensüchtig|spielsüchtig|trinkt (?:zu viel|wieder|heimlich|seit|schon)|(?:im|auf|in) entzug|hiv-positiv|psychiatrie|in therapie|in behandlung|selbstmordversuch|suizidversuch|krankgeschrieben|fehlgeburt|abgetrieben|ritzt sich|nimmt (?:antidepressiva|psychopharmaka|drogen)|krankenakte|behindert',
  sexuality:
    'schwul|lesbisch|bisexuell|transgeschlechtlich|(?:ist|als) trans|geoutet|outing|affäre|fremdgegangen|geht fremd|betrügt (?:ihren|seine|ihn|sie)|hat (?:\\p{L}+ ){0,3}?betrogen|im bett mit|nacktfotos|nacktbilder',
  money:
    '(?:spiel)?schulden|verschuldet|(?:ist|war) (?:\\p{L}+ )?(?:pleite|insolvent)|privatinsolvenz|(?:ihr|sein|das) gehalt|verdient (?:\\p{L}+ ){0,3}?\\d[\\d.,]*k?|verdient (?:nur|kaum)|bürgergeld|hartz ?(?:4|iv)|sozialhilfe|schuldet|pfändung|gepfändet|zwangsgeräumt|räumungsklage|kontostand|lohnabrechnung',
  work: 'gefeuert|entlassen worden|wurde entlassen|wurde (?:\\p{L}+ ){0,3}?(?:entlassen|gekündigt|gefeuert|rausgeworfen|abgemahnt)|fristlos|abmahnung|rausgeflogen|rausgeschmissen|kündigung bekommen|(?:job|arbeit|stelle) verloren|arbeitslos|probezeit nicht',
  law: 'verhaftet|festgenommen|(?:sitzt|saß|war) (?:im|in) (?:gefängnis|knast|haft|u-haft|untersuchungshaft)|nimmt (?:drogen|kokain|heroin)|vorbestraft|(?:im|ins|aus dem) (?:gefängnis|knast)|vorstrafen?|verurteilt|auf bewährung|führungszeugnis|angezeigt worden|beim klauen erwischt|ladendiebstahl|alkohol am steuer',
  status:
    'abgeschoben|abschiebung|aufenthaltsstatus|aufenthaltstitel|duldung|asylantrag|asylbewerber(?:in)?|ohne papiere|illegal (?:hier|im land|in deutschland)|visum (?:ist )?abgelaufen',
  family:
    'geschieden|scheidung|scheiden lassen|lässt sich scheiden|sorgerecht|getrennt von|vaterschaftstest|häusliche gewalt|schlägt (?:seine|ihre)|geschlagen|vergewaltigt|missbraucht|adoptiert|jugendamt|uneheliche?s?',
  school:
    'durchgefallen|durch(?:s|gefallen)? (?:abitur|prüfung)|sitzengeblieben|sitzen geblieben|bleibt sitzen|(?:seine|ihre|die|schlechte) noten|zeugnis|(?:eine )?(?:fünf|sechs|5|6) in (?:mathe|deutsch|englisch|physik|chemie|bio|latein|französisch)|von der schule geflogen|schulverweis|förderschule|studienabbrecher(?:in)?',
  home: 'wohnt (?:in der|im|am|an der|bei|neben|gegenüber|über|hinter|allein|jetzt in der)|(?:ihre|seine|private?) adresse|privatadresse|wohnhaft',
}

export const french: Record<string, string> = {
  health:
    "enceinte|grossesse|(?:a|avait|un|le|son|du|d'un) cancer|leucémie|dépressi(?:on|f|ve)|en dépression|burn-?out|diagnosti(?:c|qué|quée)|alcoolique|alcoolisme|toxicomane|séropositi(?:f|ve)|vih|avortement|avorté|ivg|fausse couche|en cure|désintox|tentative de suicide|bipolaire|schizophrène|anorexique|en psychiatrie|hôpital psychiatrique|suit une thérapie|antidépresseurs|arrêt maladie|dossier médical|handicapée?|boit (?:trop|encore)",
  sexuality:
    '(?:est|était) (?:\\p{L}+ )?(?:gay|homo|lesbienne|bi|trans|homosexuel(?:le)?)|homosexualité|coming out|trompe (?:son|sa)|a trompé|liaison avec|couche avec|a une liaison|maîtresse|amant',
  money:
    "dettes?|endettée?|surendett\\p{L}+|faillite|(?:son|le) salaire|gagne (?:\\p{L}+ ){0,2}?\\d[\\d.,]*k?|au rsa|touche le rsa|(?:me|lui|nous) doit (?:de l'argent|\\d[\\d.,]*k?)|expulsée? de (?:son|sa)|loyers? impayés?|interdit bancaire|fiche de paie",
  work: "licenciée?|virée?|mise? à pied|a perdu son (?:emploi|travail|boulot)|au chômage|faute grave|période d'essai",
  law: "(?:été|est|fait) arrêtée?|arrêtée? (?:par|pour|hier)|garde à vue|(?:en|de) prison|condamnée? (?:à|pour)|casier judiciaire|mise? en examen|bracelet électronique|vol à l'étalage|conduite en état",
  status:
    "sans[- ]papiers|(?:n'a|a) pas de papiers|au noir|expulsion|(?:sera|été) expulsée?|demande d'asile|demandeu(?:r|se) d'asile|titre de séjour|oqtf|clandestine?",
  family:
    'divorc\\p{L}+|garde des enfants|séparée? de (?:son|sa)|battue?|violences conjugales|violée?|adoptée?|test de paternité|frappe sa',
  school:
    "redouble(?:r|ment)?|a raté (?:son|ses|le|l')|(?:ses|les) notes|(?:son|le) bulletin|renvoyée? (?:du|de)|échoué (?:à|au)|décrochage",
  home: "habite (?:au|à côté|en face|rue|chez|derrière|seule?|dans la|le \\d[\\d.,]*k?|\\d[\\d.,]*k?)|(?:son|l') ?adresse|domicilié(?:e)? ",
}

export const spanish: Record<string, string> = {
  health:
    'embarazad[ao]|embarazo|(?:tiene|tenía|un|el|su|de) cáncer|leucemia|depresión|deprimid[oa]|diagnóstico|diagnosticad[oa]|diagnosticaron|alcohólic[oa]|adict[oa]|vih|sida|aborto|abortó|bipolar|esquizofrenia|anorexia|suicidarse|intento de suicidio|psiquiátric[oa]|rehabilitación|de baja por|antidepresivos',
  sexuality:
    '(?:es|era) (?:gay|lesbiana|bisexual|trans|homosexual)|salió del armario|infiel|le puso los cuernos|aventura con|se acuesta con|amante',
  money:
    'deudas?|(?:(?:me|nos|le) )?debe (?:mucho )?(?:dinero|\\d[\\d.,]*k?)|bancarrota|en la ruina|(?:su|el) (?:sueldo|salario|nómina)|gana (?:\\p{L}+ )?\\d[\\d.,]*k?|desahuci\\p{L}+|embargad[oa]|moros[oa]|cobra (?:el paro|ayudas|\\d[\\d.,]*k?)',
  work: '(?:fue|ha sido|han|la|lo) (?:despedid[oa]|echado del trabajo|despidieron)|despedid[oa]|despidieron|perdió (?:el|su) (?:trabajo|empleo)|en paro|está en el paro',
  law: 'detenid[oa]|arrestad[oa]|arrestaron|detuvieron|detuvo|borrach[oa]|(?:en|a) (?:la )?(?:cárcel|prisión)|antecedentes penales|condenad[oa] (?:a|por)|en libertad condicional|orden de alejamiento',
  status: 'sin papeles|indocumentad[oa]|deportad[oa]|deportación|asilo|permiso de residencia|visado caducado',
  family:
    'divorci\\p{L}+|separad[oa] de su|custodia|violencia de género|maltrat\\p{L}+|violad[oa]|adoptad[oa]|(?:le )?pega a su',
  school:
    '(?:ha )?suspendi(?:ó|do)|suspendió|repite curso|repetir curso|(?:sus|las) notas|expulsad[oa] (?:del|de la)|dejó los estudios',
  home: 'vive (?:en la calle|al lado|enfrente|detrás|en el (?:número|piso)|sol[oa]|en calle)|(?:su|la) dirección',
}

export const italian: Record<string, string> = {
  health:
    'incinta|gravidanza|(?:ha|aveva|un|il|di) (?:cancro|tumore)|leucemia|depression\\p{L}|depress[oa]|diagnosi|diagnosticat[oa]|alcolist[ai]|alcolizzat[oa]|drogat[oa]|tossicodipendente|sieropositiv[oa]|hiv|aborto|abortit[oa]|bipolare|anoressic[oa]|tentato (?:il )?suicidio|psichiatri\\p{L}+|antidepressivi|in malattia per',
  sexuality:
    '(?:è|era) (?:gay|lesbica|bisessuale|trans|omosessuale)|coming out|tradisce|tradit[oa]|relazione con|va a letto con|amante',
  money:
    'debiti|indebitat[oa]|bancarotta|sul lastrico|(?:il suo|lo|suo) stipendio|guadagna (?:\\p{L}+ )?\\d[\\d.,]*k?|sfrattat[oa]|sfratto|(?:mi|ci|gli) deve (?:dei soldi|soldi|\\d[\\d.,]*k?)|pignorat[oa]|busta paga',
  work: 'licenziat[oa]|perso il (?:lavoro|posto)|disoccupat[oa]|in prova non',
  law: 'arrestat[oa]|(?:in|di) (?:carcere|prigione|galera)|fedina penale|condannat[oa] (?:a|per)|ai domiciliari|denunciat[oa] per',
  status: 'clandestin[oa]|senza documenti|espuls[oa] dal|permesso di soggiorno|richiedente asilo',
  family: 'divorzi\\p{L}+|separat[oa] dal|affidamento|violenza domestica|picchia|violentat[oa]|adottat[oa]',
  school: "bocciat[oa]|i (?:suoi )?voti|pagella|espuls[oa] dalla scuola|ripete l'anno",
  home: "abita (?:in via|in|accanto|di fronte|al numero|da sol[oa])|(?:il suo |l')indirizzo",
}

export const dutch: Record<string, string> = {
  health:
    'zwanger|kanker|leukemie|depressie|depressief|burn-?out|(?:de|haar|zijn|een) diagnose|gediagnosticeerd|alcoholist|verslaafd|hiv|abortus|miskraam|bipolair|anorexia|zelfmoordpoging|afkickkliniek|antidepressiva|ziek thuis met',
  sexuality:
    '(?:is|was) (?:homo|lesbisch|biseksueel|trans)|uit de kast|vreemdgegaan|gaat vreemd|affaire met|bedriegt',
  money:
    'schulden|failliet|(?:zijn|haar|het) salaris|verdient (?:\\p{L}+ )?\\d[\\d.,]*k?|bijstand|schuldsanering|uit huis gezet',
  work: 'ontslagen|op staande voet|baan kwijt|werkloos',
  law: 'gearresteerd|opgepakt|(?:in|naar) de (?:gevangenis|cel)|strafblad|veroordeeld|taakstraf',
  status: 'illegaal|uitgezet|verblijfsvergunning|asielaanvraag|asielzoeker|zonder papieren',
  family: 'gescheiden|scheiding|voogdij|huiselijk geweld|mishandel\\p{L}+|verkracht|geadopteerd',
  school: 'gezakt|blijft zitten|(?:zijn|haar) cijfers|van school gestuurd|(?:zijn|haar) rapport',
  home: 'woont (?:aan|naast|tegenover|boven|op nummer|alleen|in de)|(?:zijn|haar) adres',
}
