// Common first names of many languages, in lower case. Read from here, never written anywhere.
const names = `
aaliyah aaron abby abdul abdullah abel abigail abraham ada adam adan adela adele adelina adnan adrian adriana adrien
agata agatha agnes agnieszka ahmad ahmed aidan aiko aileen aisha aisling aitor ajay akira akiko alain alan alana alba albert
alberto aldo alec alejandra alejandro aleksander aleksandra aleksandr alena alessandra alessandro alessia alessio alex
alexa alexander alexandra alexandre alexei alexis alfie alfonso alfred alfredo ali alice alicia alina alisha alison
alistair alma almudena alois alphonse alva alvaro álvaro alyssa amal amalia amanda amandine amar amara amaya amber amélie amelia amelie
amina amine amir amit amy ana anaïs anais anand anastasia anders andrea andreas andrei andrej andrés andres andrew andrzej andy
ángel angel angela ángela angelica angelika angelina angelo angie angus anika anisha anita anja anke ann anna annabel annalena anne
anneke annelies annemarie annette annie annika anouk ansel anselm anthony antje antoine anton antonella antonia antonio antónio anya aoife
arda ariana ariane arjun arlene armando arnaud arne arnold arthur artur arturo arun asha asher ashley asma astrid
athena aubrey audrey august augustin aurelia aurélie aurelie aurélien aurora austin ava avery axel aya ayaan ayesha aylin ayse ayşe azra
babette barbara barry bartosz bashir basil bastian bastien beata beate beatrice beatriz becky bella ben benedict benedikt benedetta benita benjamin
benoît benoit bernadette bernard bernd bernhard bert bertha beth bethany betty beverly bianca bilal bill billy birgit bjarne bjorn björn blake
blanca bob bobby bodo bogdan boris brad bradley brandon brenda brendan brian briana bridget brigitte britta brittany bronwen bruce bruno bryan
brigid bronagh burak caleb callum calvin cameron camila camilla camille candice carina carl carla carlo carlos carlotta carly carmen carol carole
carolin carolina caroline carrie carsten casey caspar cassandra catalina caterina catherine cathy catriona cecilia cécile cecile cedric cédric celeste
celia céline celine cem cesar césar chad chandra chantal charles charlie charlotte chelsea chen cheryl chiara chidi chike chinedu chloe chloé chris
christa christel christian christiane christina christine christoph christophe christopher christy chukwuemeka ciara cillian cindy claire clara clarissa
claude claudia claudio claus clemens clément clement clementine clive cody colette colin colleen concetta conchita connie connor conor conrad
constance constantin cora coralie corey corinna corinne cornelia cornelius cosima cristian cristiana cristina crystal curtis cynthia cyril
daan dagmar daisy dalia damian damien damiano dan dana daniel daniela daniele danielle danny danuta daphne daria dariusz darius darko darlene darragh darren
dave david davide dawid deborah debbie debra declan deepa deepak deirdre delphine demetrius denis denise dennis derek derya desmond detlef detlev devon dewi
diana diane diarmuid didier diego dieter dietmar dietrich dilara dimitri dimitris dina dinesh dirk divya djamila dmitri dmitry dolores domenico dominic dominik
dominique donal donald donna donovan dora dorothea dorothy doris dorota doug douglas duncan dustin dylan eamon eamonn earl ebony ed eddie edgar edith
edoardo edmund edna eduard eduardo edward edwin efua egon eileen eimear einar ekaterina elaine eleanor eleanora elena eleni eleonora elias elif elijah elisa
elisabeth elisabetta elise eliza elizabeth elke ella ellen ellie elliot elliott elodie élodie eloise elsa elsie elvira emanuel emanuele emeka emer emil emilia
emilie émilie emilio emily emine emma emmanuel emmanuelle emre enrico enrique enzo erhard eric erica erich erik erika erin ernesto ernst erwin esme
esmeralda esra esteban estelle esther ethan etienne étienne eugene eugenia eunice eva evan eve evelina evelyn ewa ewan ezra fabian fabienne fabio fabrice
fabrizio fatima fatma fatou federica federico felicia felicity felipe felix fenna ferdinand fergus fernanda fernando filip filippo finn finlay fiona flavia
flavio fleur flora florent florian florence folke frances francesca francesco francine francis francisco franco françois francois françoise francoise frank
franz franziska fred freda freddie frederic frédéric frederick frederik fredrik freya frida frieda friedrich fritz gabriel gabriela gabriele gabriella gabrielle gaby gareth
garry gary gavin gemma geoff geoffrey george georges georgia georgina gerald geraldine gerard gérard gerd gerda gerhard germaine gerry gertrud giacomo giada gianluca
gianna gilbert gilles gillian gina giorgia giorgio giovanna giovanni gisela gisele gisèle giulia giulio giuseppe gladys glenn gloria gonzalo gordon
graham graeme grace graciela grainne gráinne grazia greg gregor gregory greta gretchen grzegorz guido guillaume guillermo gunnar günter gunther günther gustav gustavo guy gwen gwendolyn
habib hadiya hailey hakan hakim halima hamid hamza hana hanna hannah hannelore hannes hans harald hardeep harold harriet harry haruki haruto harvey hasan hassan hatice haydar
hayley hazel heath heather hector héctor hedwig heidi heike heiko heinrich heinz helen helena helene hélène helga helmut hendrik henk henning henri henrietta henrik henrike
henry herbert heribert hermann hermine hiroshi hilary hilda hildegard holger holly horst howard hubert hugh hugo huda hussein hyun ian ibrahim ida idris ignacio
igor ike ilaria ilona ilse iman imke imogen imran ina ines inés inga inge ingeborg ingo ingrid ioana ioannis irena irene irina iris irma isaac isabel isabella
isabelle isidora isla ismael ismail isolde israel ivan ivana ivo ivy iwona jack jackie jackson jacob jacqueline jacques jade jaime jake jakob jakub jamal
james jamie jamila jan jana jane janet janice janina janine janusz jared jarek jasmin jasmine jason javier jay jayden jayne jean jeanette jeanne jeannette jeff jeffrey jelena
jenna jennifer jenny jens jeremy jérémy jerome jérôme jerry jess jesse jessica jessie jesús jill jim jimena jimmy jitka jo joan joana joanna joanne joão jocelyn jochen jodie
joe joel joelle joëlle joerg jörg johan johann johanna johannes john johnny jolanta jon jonas jonathan jordan jordi jorge josé jose josef josefa josefina joseph josephine josh joshua josie
josip joy joyce juan juana juanita jude judith judy jules julia julian juliana juliane julie julien juliet juliette julio julius june jurek jürgen jurgen justin justine jutta
kai kamal kamil kamila kareem karen karim karin karina karl karla karolina karsten kasia kaspar kate katarina katarzyna kate katerina kateryna katharina katherine kathleen kathrin
kathryn kathy katie katja katrin kay kayla kayleigh keiko keira keith kelly kelvin ken kendra kenji kenneth kenta kerry kerstin kevin khadija khaled khalid kieran kim
kimberly kira kiran kirsten kirsty klara klaudia klaus knut kofi konrad konstantin krista kristen kristian kristin kristina kristof krystyna krzysztof kurt kwame kyle kylie ladislav laila lakshmi
lamin lara larissa larry lars latisha laura laure lauren laurence laurent lauri lawrence lea léa leah leandro leanne lech lee leila leïla lena lennart leo leon léon leona leonard leonardo leonie
leonora leopold leroy leslie lewis lia liam lidia lieke liesbeth lilian lilly lily lina linda lindsay lindsey linus lionel lisa lisbeth liv livia liz lizzie ljubica lloyd logan lois lola
lorena lorenz lorenzo loretta lorna lorraine lothar lotte lou louis louisa louise luc luca lucas lucia lucía lucie lucien lucinda lucy ludmila ludovic ludwig luigi luis luisa luise
luka lukas lukasz łukasz luke luna lutz lydia lynn lynne mabel maciej madeleine madison mads magda magdalena maggie magnus mahmoud maike maja malcolm malgorzata małgorzata malik malte mamadou
mandy manfred manon manuel manuela mara marc marcel marcela marcella marcelo marcin marco marcos marcus marek margaret margarita margarete margherita margit margot marguerite maria maría
mariam marian mariana marianne marie mariella marielle marietta marija marijke marilyn marina mario marion marisa marisol marit marius marjorie mark marko markus marlene marlies marta martha martin
martina martine martyn marvin mary maryam maryam mason massimo mateo mateusz mathias mathieu mathilde matilda matilde matt matteo matthew matthias matthieu mattia maureen maurice mauricio maurizio mauro max
maxim maxime maximilian maya mayumi meera megan mehdi mehmet mei meike melanie mélanie melina melinda melissa melody melvin mercedes meredith merle mert meryem mia michael michaela michal michał
micha michel michele michèle michelle miguel mihai mihaela mika mike mikhail mila milan milena miles milica millie milo milos mina mira miranda miriam mirjam mirko miroslav misaki mitch mitchell modou
mohamed mohammad mohammed moira molly mona monica monika monique morgan moritz morten moses moshe muhammad muriel murat musa mustafa myriam nabil nadège nadia nadine nadja naima nancy naoko naomi
narges natalia natalie nataliya natasha nathalie nathan nathaniel neda neal ned neha neil nell nelly nelson nevena niall niamh nicholas nick nicky nico nicola nicolas nicole nicoletta niels nigel nikhil
nikita niklas nikola nikolai nikolaus nikos nils nina nisha noah noel noelle noemi noémie nora norah norbert noor norma norman nour nuala nuno nuria octavia odette odile ola olaf
oleg oleksandr olena olga olive oliver olivia olivier ollie omar ondrej oona orla orlando orsolya oscar oskar osman ossian oswald otis otto owen oya pablo padraig paige pamela paola paolo
pascal pascale pat patrice patricia patricio patrick patrik patrizia patsy paul paula paulette paulina pauline paulo pavel pawel paweł pedro peggy penelope penny percy perry petar pete peter petr petra
phil philip philipp philippa philippe phillip phoebe phyllis pia pierre pieter pilar pietro piotr polly preeti priya priyanka przemek quentin quincy rachel rachelle radek rafael rafaela rafał raffaele raffaella
rahul raimund rainer raj rajesh ralf ralph ramesh ramón ramon ramona randy ranjit raoul raphael raphaël raquel rashid raul raúl ravi ray raymond rebecca rebekka regina reinhard reinhold remi rémi
renata renate renato rené rene renée renee reza rhiannon rhoda rhona rhys ricardo riccardo richard rick ricky rita rob robbie robert roberta roberto robin robyn rocco rocío rodney rodrigo roger roisin róisín
roland rolf roman romain romy ron ronald ronan ronja ronnie rory rosa rosalie rosalind rosanna rosario rosemarie rosemary rosie rosina ross rowan roxana roxanne roy ruben rubén ruby rudi rudolf rui
rukhsana rupert russell ruta ruth ryan ryszard sabina sabine sabrina sadie saeed said saïd sakura saleh salim sally salma salvador salvatore sam samantha samina samir samira samuel sandeep sandra sandrine sandro
sandy sanjay sanna santiago sara sarah sasha saskia sayed scott sean seán sebastian sébastien sebastien selim selina selma serena sergei sergey sergio serkan seth severin seymour shane shannon sharon shaun
shauna sheila shelley shirin shirley shreya sibylle sidney siegfried siegrun sienna sigrid silke silvia silvio simon simona simone sinead sinéad siobhan siobhán sofia sofía sofie solange soledad sonia
sonja sophia sophie soren søren spencer stacey stan stanisław stanislav stefan stefania stefanie stefano steffen stella stephan stephane stéphane stephanie stéphanie stephen steve steven stewart stuart sue
suleiman sunil sunita susan susana susann susanna susanne susie suzanne sven svenja svetlana swati sybille sylvain sylvia sylvie tadeusz takashi takeshi talia tamara tamika tamsin tanja tanya tara tariq
tatiana tatjana taylor ted teodor teresa terence terry tess tessa thabo thea thelma theo theodor theodora theodore theresa therese thérèse thibault thierry thilo thomas thorsten tiago tiffany till tilman tim timo
timothy tina tobias toby todd tom tomas tomás tomasz tommaso tommy toni tony torben torsten toshiko tracey tracy travis trevor tricia trina tristan trudy tyler tyrone udo ufuk ulf uli ulla ulrich ulrike
umar umberto ursula usha ute uwe václav valentin valentina valentino valeria valérie valerie vanessa vasile vasilis vera verena verna vernon veronica veronika véronique veronique vicente vicky victor victoria vijay
vikram viktor viktoria vilma vinay vincent vincenzo viola violet violeta violetta virginie vito vittoria vivek vivian vivien vivienne vlad vladimir volker volkan walter waltraud wanda wayne wendy werner wiebke
wieland wiktor wilfred wilfried wilhelm will willem william willy wilma winfried winston wolfgang wojciech xavier xenia ximena yan yann yannick yara yasemin yasmin yasmina yasmine yasin yolanda yoko yosef youssef
yuki yuko yuri yusuf yves yvette yvonne zachary zahra zainab zara zbigniew zeynep zoe zoé zoë zofia zoltan zsofia zuzana zuzanna
adaeze adwoa afua agus ahlam ainhoa aitana akosua alejo aleksey alexandros alhassan amadou aminata amna anahit angelos ania anil ankit antonis anwar apinya aravind aristide arif arjan arvid asif aslan ata atsuko ayumi azadeh babak babajide baran bart bas beatrix bela bence berat bilge bram bronisław burcu can cansu carlijn ceren chinwe chiyo chung cleo dafydd daiki damilola dawit deniz desiree dilan djibril dorina ebru eddy efe eirik ekrem elham elida eliska ellis emeline engin ercan erdem erlend esin etsuko eun-ji fadi faisal farah farid farzana fatemeh fatoumata femi feride feyza figen fikret floor folasade frauke friso funda funmi gabor geert gert ghassan gizem gökhan görkem goran grethe gülay gunilla gyula hae-won hamida hande hanneke hedda heleen henna hicham hiroko hisham hyun-woo ibrahima idrissa ifeoma ikram ikuko ilker imre inez inka isha ismet iva izabela jaap jacek jadwiga jaleh jannik jarno jasna jeroen ji-hye ji-woo jiří jisoo joost joris jovan kaan kadir kalle kamran kaori kavita kazuo keziah khalil kirill kjell kwabena kwesi laleh lalita latoya leyla ling ljiljana lonneke luuk mahnaz mahsa manoj marat maren mariama maribel marsha maryna masako matej mathijs mats maud mette milad min-jun mirela mohan mohsen mostafa nadeem nadir naledi nasrin navid neslihan ngozi nguyen niloufar nirmala nobuko noura nozomi nurcan nuri obinna oğuz olamide olumide omid onur oluwaseun özge özlem parisa parvin pauliina pelin pooja pranav prakash radu rahel ranjan rasmus ravindra rikke rohan rohit roos roya ruud sabri sadia sahar sajid salome sana sander sanja sapna satoshi savita selin seo-yeon seyma shabana shahid shalini shanice sharif simge sina sinan sipho sjoerd soo-jin stijn svea tadashi tanisha tae-hyung taras tarek thandiwe thanh thuy thijs tomoko torvald tugba tuomas tunde tyrese uche umut uzma vikas vinod wambui wanjiru wei wen willemijn xin yael yahya yaw yelena yevgenia yigit yildiz yonas younes yulia yunus zehra zeki zeina zuleika zsuzsa željko zheng xiao hui ying jing lei hao min-ji hye-jin sung-min dae-jung hiroto ren sota yuto aoi hina yui akihiro masato kenichi
`
export const firstNames: ReadonlySet<string> = new Set(names.trim().split(/\s+/))

/** Names that are words, months, places or things too: never enough at the beginning of a sentence. */
export const alsoWords: ReadonlySet<string> = new Set(
  `amber angel art august aurora austin ava bill bob chelsea christian clement constance crystal daisy dale dawn devon
  earl fleur flora florence frank georgia grace guy harry hazel heath iris israel ivy jack jade jean jesse jordan joy
  june kay kelly kim lee lily lou luna mark mason max may melody mercedes miles olive orlando pat penny ray robin roman rosa
  rose rowan ruby sandy scott sidney sierra sue taylor till troy victoria viola violet will winston mar maya mara
  paris sydney charlotte alma nelson said ali blake logan morgan ross jan ken mai mika paige pascal sam lara saga`.split(
    /\s+/,
  ),
)
