"""Given names by the sex of those who bear them, and the surnames that so many bear that two of them in one text are no wonder.

Source: the United States Census Bureau's lists of 1990 (dist.male.first, dist.female.first, dist.all.last; public domain, as the package names
0.3.0 bundles them): all 1,219 given names of men, those of women that at least 3 in 100,000 bear, the 1,000 commonest surnames. A given name is
of one sex where at least 19 in 20 of its bearers are. Left out by hand: those that are more often words, places or surnames. Added by hand, from
general knowledge: names of other countries, those of Britain and Ireland among them.
"""

from __future__ import annotations

MEN = frozenset("""
aaron abdel abdelaziz abdelhamid abdelkader abdul abdulaziz abdulkadir abdullah abdullahi abdulrahman abe abebe abel abhishek abiola aboubakar abraham
abram adalberto adam adan adebayo adekunle adel aditya adnan adolfo adolph adrien afonso agostino agus agustin ahmad ahmed ahmet aidan aiden ajay
akash akbar akin akio akira aksel akshay alaa alain alan alasdair alastair albert alberto alden aldo alec aled alejandro aleksandar aleksandr aleksei
alessandro alessio alex alexander alexandre alexei alexey alfonso alfonzo alfred alfredo alhassan alioune alistair alister allan allen alok alonso
alonzo alphonse alphonso alton alun alvaro alvin amado amadou ambrose amir amit amos anatolii anatoly anders andre andreas andrei andrej andres andrew
andriy andrzej andy angelo angus anibal anil ankit anthony antione antoine anton antone antonio antony antwan anurag anwar arash archie arden aritz
arjun arkadiusz arkady arlen arlie armand armando armin arnaud arnold arnoldo arnulfo aron arron art artem arthur arturo arun arvid arvind asa ashish
ashok ashraf ashwin asif atif atsushi atul augustus aurelio austin avi aviv axel ayman ayodele aziz babajide babak balaji bamidele baptiste barack
barnaby barney barrett barry bart bartlomiej bartolome barton bartosz bashar bashir basil bassam bastien beau ben benedetto benedict bengt benito
benjamin bennett benny benoit benton bernard bernardo bert bertram bharat bhaskar bibi bilal bill billy binyamin biodun birger bjarne bjorn blaine
blake bo bob bobby bogdan bohdan bongani booker boris boubacar boyce boyd brad bradford bradley bradly brady bram branden brandon brant brendan
brendon brent brenton bret brett brian brice brock broderick brooks bruce bruno bryan bryant bryce bryon buck bud buddy buford burak burl burt byron
caleb callum calum calvin carl carles carlo carlos carlton carmelo carmine cedric cedrick cees cemal cengiz cesar chad chadwick chaim charles charley
chas chase chauncey chester chet chetan chibuzor chidi chinedu christoper christophe christopher chuck chukwuma ciaran clarence clark claud claude
claudio clay clayton clement clemente cletus cliff clifford clifton clint clinton clive clyde cody cole coleman colin collin colton conor conrad
cordell corentin corey cormac cornelius cornell cortez cosimo craig cristian cristobal cristopher curt curtis cyril cyrus czeslaw daan dafydd daisuke
dalton damian damien damion damon dan dane danial daniel danilo danny dante darell daren darin dario darius dariusz darko daron darrel darrell darren
darrick darrin darron darryl darwin daryl dave david davide dean deandre deangelo declan deepak delbert delmar delmer demarcus denis dennis denver
derek derick dermot derrick deshawn desmond detlef devendra dewayne dewey dewitt dexter dhruv diarmuid dick didier diego dieter dilip dillon dimitri
dinesh dino dirk dmitri dmytro domenic domenico domingo dominic dominick don donal donald donn donnell donny donovan donte dorsey doug douglas
douglass doyle drew duane duarte dudley duncan dustin dwain dwayne dwight dylan eamon eamonn earl earle ebenezer eberhard eckhard ed eddy edgar
edgardo edmond edmund edmundo edoardo eduardo edward edwardo edwin efrain efren egon ehud eiji eino eirik ekow ekrem elbert elden eldon eldridge eli
elias elijah eliseo elliot elliott ellis ellsworth elmer elmo eloy elroy elton elvin elvis elwood emanuel emanuele emeka emerson emery emil emile
emilio emmanuel emmerson emmett emmitt emory emre enoch enrico enrique enzo erasmo eric erich erick erik erkan erland ernest ernesto ernie ernst errol
ervin erwin esteban ethan etienne euan eugene eugenio eusebio evan everett everette evgeny evo ewan ewen ezekiel ezequiel ezra fabian fabio fabrice
fabrizio fadi faisal farhad farid farouk faruk fatih faustino fausto fayez federico fedor felipe felix felton femi ferdinand fereydoun fergus ferhat
fermin fernand fernando fidel fikret filiberto filippo flavio fletcher florencio florent florentino florian floyd folarin forrest foster francesco
francisco franco francois franjo frank franklin franklyn franz françois fred freddy frederic frederick fredric fredrick freeman friedrich fritz fumio
gabriel gaetan galen gamal gareth garland garret garrett garry garth gary gaston gaurav gavin gaylord gbenga genaro gennady gennaro geoff geoffrey
georg george georges georgi geraint gerald geraldo gerard gerardo gerhard german gethin ghassan giacomo gianluca gianni gijs gil gilbert gilberto
gilles gino giorgio giovanni girish giulio giuseppe glen glenn glyn goncalo gonzalo gopal goran gordon goro gottfried grady graeme graham grahame
graig grant granville graziano greg gregg gregoire gregor gregorio gregory grigory grover grzegorz guido guillaume guillermo gunnar gunter gunther gus
gustav gustavo guy habib hai haider haitham hajime hakan hal halil haluk halvor hamid hamish hamza hank hans harald harish harlan harland harley
harold harrison harry hartmut haruki harvey hasan hashim hassan havard hayden haywood heath hector heikki heiko heinrich heinz helmut hemant hendrik
henri henrik henry herb herbert heriberto herman herschel hershel herve hideo hikmet hilario hipolito hiram hiroki hiroshi hisham hitesh hitoshi
hobert holger homer hooman horace horacio horst hosea hosni hossein howard hoyt hubert huey hugh hugo humberto huseyin hussein huw hyman iain ian
ibrahim ibrahima idris ieuan ignacio ignazio igor ihor ike ikenna iker ilhan ilya imran ingo ingvar inigo iraj irfan irvin irving irwin isaac isaiah
isaias isao isiah isidro ismael ismail issac ivan ivo ivor jaap jabari jaber jacek jacinto jack jacob jacques jagdish jaime jair jake jakob jalal
jamaal jamal jamar jamel james jamison janos jared jarod jaroslaw jarred jarrett jarrod jarvis jason jasper jatin javier jawad jay jayesh jayson jc
jed jeff jefferey jefferson jeffery jeffrey jeffry jens jerald jeramy jere jeremiah jeremy jermaine jeroen jerold jerome jeromy jerrell jerrod jerrold
jerry jerzy jesper jess jesse jesus jide jim jimmy jiri jiro joachim joakim joao joaquim joaquin jochen joe joel joesph john johnathan johnathon
johnny jon jonah jonas jonathan jonathon jonny joost jordi jordon jorge jorgen jose josef joseph josh joshua josiah jospeh josue jozef juan judson
juha jukka jules julian julien julio julius juma junichi jurgen jussi justin jörg jürgen kabir kadir kailash kamal kamau kamil kamran kareem karim
karl karl-heinz kartik kassim katsuhiko kayode kazimierz kazuhiro kazuo keenan kees keisuke keith kelechi kelvin kemal ken kenan kendrick keneth kengo
kenji kenneth kennith kenny kent kenton kerem kermit keven kevin keyvan khaled khalid kieran kieth kimi kip kipchoge kirk kjell klaus knut koen kofi
koichi koji kojo konrad konstantin korey kory kostas kosuke kraig kristofer kristopher krzysztof kunal kunle kurt kurtis kwabena kwadwo kwaku kwame
kwesi kyle lalit lamar lamine lamont lance landon lanny lanre larry lars lasse laszlo laurence laurent lawerence lawrence lazaro leandro lech leif
leland lemuel len lenard lenny leo leon leonard leonardo leonel leonid leopoldo leroy lester leszek levent levi lewis liam lino linwood lionel lloyd
loic lon lonny lorenzo lothar louis lowell loyd luca lucas luciano lucien lucio lucius ludovic luigi luis lukas lukasz luke luther lyle lyman lyndon
lynwood maarten mac maciej mack madhav magnus mahdi mahesh mahmood mahmoud majid makoto malcolm malcom malik mamadou mandla manfred manish manmohan
manoj manuel marc marcel marcelino marcello marcellus marcelo marcial marcin marco marcos marcus marek margarito mariano mario mariusz mark marko
markus marlon marquis marshall martin marvin marwan masahiro masaru masayoshi masoud massimo mateo mateusz mathew mathieu matias mats matt matteo
matthew matthias matthieu matti maurice mauricio maurizio mauro max maxim maxime maximo maxwell mayank maynard mazen mehdi mehmet mehran mel melvin
merlin mervin mervyn mesut michael michale micheal michelangelo mick mieczyslaw miguel mihai mihir mikael mike mikel mikhail mikkel miles milford
millard milo miloš milton miquel miroslav mitch mitchel mitchell mitsuo mitt modesto modou mohamad mohamed mohammad mohammed mohan mohit mohsen moises
mojtaba monroe monte monty moqtada morris morten morteza morton mose moses moshe mounir moussa muammar muhammad mukesh mukul murat murray mustafa
mustapha mykola myles myron nabil nadeem naoki napoleon narendra naresh nasser nate nathan nathanael nathanial nathaniel naveen navid nawaz neal ned
neil nelson nenad nestor neville newt niall nicanor nicholas nick nickolas nicolas nigel nihat nikhil niklas nikolai nikos nilesh nima nino nir nitin
nizar njoroge nnamdi noah noboru noe nolan norbert norberto norman normand norris nuno nuri obinna octavio odhiambo odis oguz okan okechukwu olaf olav
ole oleg oleh oleksandr olen olin oliver olivier olumide olusegun oluwaseun omar omer omid omkar onur oren orhan orkun orval orville osama osamu oscar
osvaldo oswaldo otieno otis otto oumar ousmane owen oyvind ozgur pablo paddy padraig pankaj paolo paresh parviz pascal pasquale patrick pau paul paulo
pavel pavlo pawel pedro pekka percy perry pervez pete peter petr petri peyman phil philip philippe phillip pierluigi pierre piers pieter pietro piotr
porfirio pradeep prakash pramod pranav prashant praveen preston przemyslaw puneet quentin quincy quintin quinton rachid radoslaw radovan rafael rafal
rafik raghav rahm rahul raj rajendra rajesh rajiv rakesh ralph ramesh rami ramin ramiro ramon ramzan ramzi rand randal randall randell randolph randy
raphael rashad rashid rasmus raul ravi ray rayford raymon raymond raymundo recep reed reggie reginald reid reinaldo reince reinhard remy renaldo
renato renzo reuben rex rey reynaldo reza rhett rhys ricardo riccardo rich richard richie rick rickey ricky rico ridha rigoberto riley rishi ritesh
riyad rizwan rob robby robert roberto rocco rod roderick rodger rodney rodolfo rodrick rodrigo rogelio roger rohit roland rolando rolf rolland romain
roman romeo ron ronald ronnie ronny roosevelt roscoe rosendo ross rostam rotimi roy ruairi ruben rubin rudiger rudolf rudolph rueben rufus ruhollah
rui rune rupert ruslan russ russel russell rusty ruud ryan ryo ryota saad sabahattin sabri sachin saddam saeb saeed sal salah salim salman salvador
salvatore sam samir sammy samual samuel sandeep sander sandro sanford sanjay sanjeev santiago santo satish satoshi satya saul saurabh scot scott
scotty seamus sean sebastian sebastien segun sekou selim serge sergei sergey sergio serhiy serkan seth seun seymour shad shahid shahram shane shankar
shashi shaun shekhar sheldon shelton sherman shigeru shimon shinichi shinzo shivraj shoaib shohei shon shota sid siddharth siegfried sigurd silas
silvio simon sinan sipho sizwe sjoerd slawomir slobodan sofiane sohrab solomon somnath sonny soren souleymane sourav spencer stan stanislav stanislaw
stanley stefan stefano stellan stephan stephane stephen sterling steve steven stewart stuart stéphane subhash sudhir suleyman sumit sundar sunil
surendra suresh susumu sven sylvain sylvester szymon tad tadashi tadeusz tadhg taha taichi takashi takeshi tamer taner tanner tanveer tapio taras
tarek tariq tarun tatsuya tayyip ted teddy tendai teodoro terence terrance terrell terrence teruo tetsuya teun thabo thad thaddeus themba theodore
theron thiago thibault thierry thijs thomas thorsten thurman tiago tim timmy timothy tinashe titus tobias tod todd tolga tom tomas tomasz tomislav
tommaso tommy tomohiro toney tony toomas torbjorn torsten toru toshio toshiro touraj travis trent trenton trevor trey trond troy truman tuan tunde
turgut tushar ty tyler tyree tyrell tyron tyrone tyson uday udo ufuk ugo uhuru ulf ulrich ulysses umar umberto umesh umit unai usman uwe vaclav vadim
vaibhav valentin vance varun vasco vasily vasyl vaughn veikko venkatesh vern vernon vicente victor viggo vijay vikas vikram viktor vince vincent
vincenzo vineet vinod virendra virgil virgilio vitali vitalii vitaly vito vittorio vivek vladimir volkan volker volodymyr wade wafula waldo waleed
walid wallace wally walt walter walther warner warren waylon wayne weldon wendell werner wes wesley weston wilber wilbert wilbur wilburn wiley wilford
wilfred wilfredo wilfrid wilhelm will willard william willian willis willy wilmer wilton wim winford winfred winston witold wm wojciech wolfgang
woodrow wouter wyatt xander xavier ximo yacine yair yann yannick yannis yaroslav yash yasser yasuhiro yasuo yavuz yaya yevgeny yevhen yilmaz yitzhak
yogesh yoshihide yossi yosuke younes younis yousef youssef yukio yuri yuriy yusuf yutaka yves zach zachariah zachary zachery zack zackary zafar zahid
zakaria zalmay zane zbigniew zdzislaw ziad zoltan zoran zouhair
""".split())

WOMEN = frozenset("""
aarti abbie abby abena abigail abimbola achieng ada adaeze addie adela adelaida adelaide adele adelheid adelia adelina adeline adell adella adelle
adetoun adina aditi adria adriana adriane adrianna adrianne adrienne adwoa afsaneh afton agatha agathe agnes agneta agnieszka agustina aida aileen
ailsa aimee ainhoa aino aisha aishwarya aja akiko akinyi akosua alaina alana alanna alba alberta albertha albertine albina alda alecia alejandra
aleksandra alena alene alesha alesia alessandra alessia aleta aletha alethea alexa alexandra alexandria alexia alfreda alice alicia alida alina aline
alisa alisha alison alissa allene allie allison allyson alma almeda almudena alpha alta altagracia althea alvina alyce alycia alysia alyson alyssa
amada amaia amaka amal amalia amanda amandine amber amel amelia ami amie amina aminata amira amparo amrita amy ana anabel anais ananya anastacia
anastasia anastasiya andra andrea andria aneta angela angelia angelica angelina angeline angelique angelita angella angie anglea anh anika anissa
anita anitra anja anjali anke ann anna annabel annabelle annamarie anne annegret anneke annelie annelies anneliese annemarie annetta annette annie
annika annmarie antionette antje antoinette antonella antonette antonina anushka anya aoife aparna araceli aracely arcelia archana ardis ardith aretha
ariana arianna arielle arleen arlene arlette arline armida arpita artie asami asha ashely ashlee ashleigh ashley ashlie ashly ashton asli asma asmaa
astri astrid athena atieno atsuko audra audrey audry augusta aurea aurelia aurelie aurora aurore ava avis awa awilda aya ayelet ayesha aylin ayse
aysha azadeh azar bahar bahareh bailey bambi barb barbara barbie barbra basma bea beata beate beatrice beatriz becky begona belen belgin belinda bella
belle belva benazir benedetta benedita benita berenice bernadette bernadine bernice berniece bernita berta bertha bertie bess bessie beth bethany
betsy bette bettie bettina betty bettye beulah beverley beverly beyza bhavna bianca bintou birdie birgit birgitta bisi blanca blanch blanche bobbi
bobbye bonita bonnie bonny bozena brandee brandi brandie brandy breanna breanne bree brenda brenna briana brianna brianne bridget bridgett bridgette
brigette brigitte britney britt brittani brittany brittney bronagh bronwen brook brooke brunhilde buffy bukola caitlin caitlyn callie cami camilla
camille canan candace candance candela candelaria candi candice candida candis capucine cara caren cari caridad carin carina carissa carla carleen
carlene carlota carlotta carly carlyn carma carman carme carmel carmela carmelita carmella carol carolann carole carolee caroline carolyn carolynn
caron carri carrie caryl caryn carys casandra cassandra cassidy cassie catalina catarina caterina catharine catherine cathi cathie cathleen cathrine
cathryn cathy catina catrina catriona cecelia cecile cecilia cecily celeste celestine celia celina celine cerys chana chanda chandra chanel chantal
chantel chantelle charissa charisse charla charleen charlene charlette charline charlotte charmaine charolette charu chasity chastity chelsea chelsey
chelsie cheri cherie cherise cherly cherri cherrie cheryl cheryle chiamaka chiara chidinma chieko chimamanda chioma chiquita chitra chiyo chloe
chrissy christa christal christel christen christene christi christiane christie christin christina christine christy chrystal chun ciara cierra
cigdem cinda cindi cindy cinthia cinzia claire clara clare claribel clarice clarissa claudette claudia claudine clemence clementine cleta clotilde
coleen colette colleen collette conceicao concetta connie constance consuelo cora coralie corazon cordelia corene cori corina corine corinna corinne
cornelia corrie corrina corrine cortney coumba cristal cristi cristin cristina cristine cristy crystal cyndi cynthia cythia dagmar dagny daisy dalal
dalia damaris danelle danette dani danica daniela daniele daniella danielle danita danna dannielle danuta danyelle daphne dara darci darcie darcy
daria darla darleen darlene darline davida davina dawn dawna dayna deana deann deanna deanne deb debbie debbra debby debi debora deborah debra debrah
dedra deena deepa deepika defne deidra deidre deirdre delfina delia delilah della delma delois delora delores deloris delphia delphine delyth demetra
demetria dena deneen denice denise denna derya desirae desiree dessie dian diana diane diann dianna dianne dilma dina dinah dionne divya dixie djeneba
dollie dolly dolores domenica dominga dominika dona donatella donita donna dora dorcas doreen dorene doretha dori dorinda doris dorota dorotha
dorothea dorothy dorris dortha dorthea dorthy dottie dovie dulce dunya earlene earline earnestine eartha easter ebele eboni ebony ebru ece eda
edelmira edie edith edna edwina edyta edythe effie efua eileen eilidh ekaterina elaina elaine elana elba elda eldora eleanor eleanora eleanore elena
elenor eleonora elfriede elia elida elif elin elinor elisa elisabeth elisabetta elise elissa eliza elizabeth elizebeth elke ella ellen ellie ellinor
elma elmira elna elnora elodie eloisa eloise elouise elsa elsie elva elvera elvia elvira elyse elzbieta emanuela emelia emiko emilia emilie emily
emine emma emmanuelle emogene ena enedina enid enriqueta erica ericka erika eriko erin erlinda erma erna ernestina ernestine esi esmeralda esperanza
esra essie estela estella estelle ester esther estrella eszter ethel ethelyn etsuko etta eugenia eugenie eula eulalia eunice eva evalyn evangelina
evangeline evelia evelyn evette evgeniya evie evon evonne ewa fabiola fabrizia fadekemi fadime fadwa faith fallon fannie fanny fanta farah fariba
farida farrah fatemeh fatima fatma fatou fatoumata fawn fay faye federica felecia felica felice felicia felicita felicitas felicity felipa felisa
felisha femke feride fern fernanda ferne filipa filiz filomena fiona fiorella flor flora florence florene florine flossie floy folake fonda forough
fran frances francesca francine francisca francoise frauke freda freida freja freya frida frieda friederike fumiko funmilayo gabriela gabriele
gabriella gabrielle gail galina gamze gayatri gaye gayla gaynell geertje geeta gemma gena genevieve genoveva georgetta georgette georgiana georgianna
georgie georgina geraldine geralyn gerd gerda geri germaine gerri gertie gertrude ghada ghislaine giada gilda gillian gina ginevra ginger ginny
giorgia giovanna gisela gisele giselle gita giulia giuliana giuseppina gladis gladys glenda glenna glenys gloria golda goldie golnaz gonca grace
gracie graciela grainne grazyna gregoria greta gretchen gretta griselda gro gudrun guillermina gulay gulnara gulsen gunilla gussie gwen gwendolyn
habiba hadiza hailey haley halina hallie halyna hanako hanan hande hanna hannah hanneke hannelore harriet harriett harriette haruka harumi hatice
hattie haydee hayley hazel heather heba hedwig heidemarie heidi heike helen helena helene helga helle hellen hema henrietta herlinda hermelinda
herminia hester hettie hilary hilda hilde hildegard hillary hina hiroko hisako hitomi holli hollie holly homa hortencia hortense hortensia houda huda
hulda hulya huong ida idalia idella ifeoma ila ilaria ileana ilene iliana ilka ilona ilse ima imelda imogen imogene ina inaam indira ineke ines inez
inga inge ingeborg inger ingrid inmaculada ioana iola iona ione ipek irena irene irina iris irma irmgard iryna isabel isabell isabella isabelle isela
ishita isobel itxaso itziar iva ivana ivanka ivette ivonne ivy iwona izabela izumi jacalyn jacinda jacinta jackeline jacklyn jaclyn jacomijn jacque
jacquelin jacqueline jacquelyn jacqui jacquline jada jade jadwiga jaimie jami jamila jammie jana janae jane janeen janel janell janelle janene janet
janette janey janice janie janina janine janis janna jannette jannie jantje jaqueline jasmin jasmine jaunita jayme jayne jazmin jeana jeane jeanetta
jeanette jeanie jeanine jeanna jeanne jeannette jeannie jeannine jemima jen jena jenelle jenifer jeniffer jenna jennette jenni jennie jennifer
jenniffer jenny jeraldine jeri jerilyn jerri jerrie jesica jessica jettie jill jillian jimena jo joan joana joanie joann joanna joanne jocelyn jodi
jodie joelle joellen joetta johanna johnetta johnna joi jolanta joleen jolene jolynn joni jonna jonnie josefa josefina josephina josephine josette
josiane josie jovita joy joyce joycelyn juana juanita judi judie judith judy juli julia juliana juliann julianna julianne julie juliet julieta
juliette julissa jung junko justina justine justyna jutta jyoti jyotsna kacey kaci kacie kadiatou kaisa kaitlin kaitlyn kala kalpana kamala kami
kamini kandace kandi kandice kandy kaori kara karan karen kari karie karima karin karina karissa karla karlene karol karolyn karon karri karrie karyn
kasandra kassandra katarzyna kate katelyn katerina kateryna katharine katherine katheryn kathi kathie kathleen kathlene kathlyn kathrine kathryn
kathryne kathy kathyrn katie katina katja katrin katrina katy kavita kay kaye kayla kaylee kazuko kecia keely kehinde keiko keisha keli kelli kellie
kelsey kelsie kemi kendra kenna kenyatta keri kerri kerrie kerstin kesha keshia khadija kia kiara kimberely kimberlee kimberley kimberly kinga kira
kirsi kirsten kirstin kirsty kisha kitty kizzy kjersti kori krista kristal kristan kristen kristi kristian kristie kristin kristina kristine kristy
kristyn kriti krystal krystle krystyna ksenia kumiko kyla kylee kylie kyoko kyong kyra kyung lacey laci lacie ladonna laetitia laila lakeisha lakesha
lakeshia lakisha laleh lamia lan lana lanette lani lanita laquita lara larisa larissa larue lashanda lashawn lashonda lata latanya latasha latifa
latisha latonia latonya latosha latoya latrice latricia laura laure laureen laurel lauren laurene lauretta laurette lauri laurie lavada lavina lavinia
lavon lavonda lavonne lawanda layla lea leah leandra leann leanna leanne leatha leatrice leda leeann leesa leila leilani leire leisa lela lelia lena
lene lennie lenora lenore leola leona leone leonor leonora leora leota lerato lesa lesia leslee lesli lessie leta letha leticia letitia lettie lia
liana liane libby lida lidia lieke liesel liisa lila lilia lilian liliana lillian lillie lilly lily lina linda lindy linette linh linnea linnie linsey
lisa lise liselotte lisette lissa lissette lita liubov liudmila livia liz liza lizabeth lizbeth lizette lizzie loes lois lola lolita lona lora loraine
loredana loreen lorelei lorena lorene lorenza loretta lori lorie lorinda lorine lorna lorraine lorretta lorri lorrie lotta lottie louann louella
louisa louise lovie luana luann luanne lubna lucia luciana lucie lucienne lucila lucile lucille lucinda lucretia lucrezia lucy ludmila lue luella
luisa luisella lujain lula lulu lupita lura luz lyda lydia lyla lyn lynda lyndsay lyndsey lynette lynne lynnette lyudmila lyudmyla ma maarit maartje
mabel mable macarena machelle machiko mackenzie maddalena madeleine madeline madelyn madge madhuri madison madonna mae maegan maeve magali magda
magdalena magdalene maggie magnolia maha mahnaz mai maija maira mairead maite maja majorie makena makiko malala malgorzata malia malika malin malinda
malini malissa mallory mamie mamta manal mandi mandy manisha manon manuela mara maranda marcela marcelina marcella marcelle marci marcia marcie marcy
margaret margarete margarette margarida margarita margaux marge margery margie margo margot margret margrethe margriet marguerite mari maria mariah
mariam mariama marian mariana mariangela mariann marianna marianne maribel maribeth maricela marie marieke mariela marietta mariia marijke mariko
marilee marilou marilyn marilynn marina marine mariola marisa marisela marisol marissa marit marita maritza marjorie marjory marketta marla marlena
marlene marlo marlyn marlys marnie marquerite marquita marsha marta martha marti martina martine marva mary maryam maryann maryanne marybeth maryellen
maryjane maryjo marylee marylin marylou marylyn marzena masako mathilda mathilde matilda matilde mattie maud maude maudie maura maureen maurine mavis
maxie maxine maya maybelle mayme mayra mayu mayumi mazie meagan meaghan mechelle mechthild mee meena meera meg megan megha meghan megumi mehreen
melania melanie melba melina melinda melisa melissa mellisa mellissa melodie melonie melony meltem melva melvina meral mercy meredith merve meryl meta
mette mia micaela michaela michele michell michelle michiko mickie mieczyslawa mieke mieko migdalia mihaela miho milagros mildred milena milissa
millicent millie mimi mina minako mindi mindy minerva minna minnie minoo mira miranda mireille mirella mireya miriam mirian mirna mirta misaki missy
misti misty mitra mitsuko mittie mitzi miyuki modesta modupe moira mollie molly momoko mona monica monika monique montserrat morag morgane mouna
mozell mozelle mridula muge muriel mwende myra myriam myrna myrtice myrtis myrtle nadezhda nadia nadine nadiya nafisa naima najat najwa nakia nakisha
nalan naledi namrata nan nanako nanci nancy nandini nanette nannette nannie naoko naomi nargess nasreen nasrin natalia natalie nataliia natasha
nathalie natividad natsuko nawal nedra neelam neha nelda nelida nell nella nelle nellie nelly nena nerea nereida nermin nerys nettie neva ngozi nia
niamh nichelle nichol nichole nicki nicola nicolasa nicole nicoletta nicolette nidia nienke niki nikita nikki nila nilda nilgun niloufar nilsa nilufar
nina ninfa nirmala nisha nita njeri nkechi nneka nobuhle noelia noelle noemi noemie nola nomvula nona noor nora noreen norene noriko norine norma nour
noura nova novella nurhan nuria nydia obiageli oceane ocie octavia odessa odette odile ofelia oksana ola olena oleta olga oliva olivia oma omolara
omotola ona ophelia ora oralia orla ornella orpha otilia ouida oumou ozge ozlem padma paige paivi palesa pallavi palma paloma pam pamala pamela pansy
paola parisa parvaneh parveen pascale patrica patrice patricia patsy patti pattie patty paula paulette paulina pauline pearlie pearline peggie peggy
penelope pennie penny perla pernille perrine petra philippa phillis philomena phoebe phuong phylis phyliss phyllis pilar pinar pinkie polina polly
pooja poonam portia prachi pratibha precious preeti pricilla priscilla priya priyanka rabia rachael racheal rachel rachelle rachida racquel radhika
rae rafaela raffaella ragnhild raisa ramatoulaye ramona randa randi rania raquel rasha rashida rashmi raven reba rebeca rebecca rebekah reem refilwe
regan regina reiko reina rekha remedios rena renae renata renate renea renee renita renuka reta retha reva reyna rhea rhian rhiannon rhoda rhona
rhonda richelle riitta rina rita ritu robbin roberta robyn rochelle rocio roisin rolanda roma romana romona rona ronda ronna rosa rosalba rosalee
rosalia rosalie rosalina rosalind rosalinda rosaline rosalva rosalyn rosangela rosanna rosanne rosaria rosaura rose roseann roseanna roseanne rosella
roselyn rosemarie rosemary rosetta rosie rosina rosita roslyn rossella roswitha rowena roxana roxane roxann roxanna roxanne roxie roya rubye ruchi
rufina rukmini rumiko ruta ruth ruthann ruthie sabina sabine sabra sabrina sachiko sadako sade sadia sadie safiya sahar salina sallie sally salma
salwa samantha samatha samina samira sandhya sandi sandra sandrine sangeeta sanjuana sanjuanita sanna sanne saoirse sara sarah sarika sarita sasha
saskia satomi saundra sawsan sayaka scarlett sedef selena selin selina selma sepideh serena setsuko sevgi sevim shabana shaheen shahla shaina shalini
shalonda shameka shamika shana shanda shandra shanell shani shanika shanita shanna shannan shanon shanta shante shantel shantell shara sharee sharen
shari sharifa sharla sharlene sharon sharonda sharron sharyn shasta shauna shawanda shawna shay shayla shayna sheena sheetal sheila shelia shelley
shelli shellie shelly shena sheree sheri sherie sherilyn sherita sheron sherri sherrie sherrill sherron sherry sherryl sheryl shiela shigeko shilpa
shirin shirlee shirlene shirley shirly shizuka shohreh shonda shreya shruti shweta sian sibel sibyl signe sigrid siham silke silvia simin simisola
simona simone sinead siobhan sirpa siv smita sneha socorro sofia soheila soledad solene solomiya solveig sonal sondra songul sonia sonja sonya sophia
sophie soraya srishti staci stacia stacie stanislawa starla starr stefani stefania stefanie steffi stella stephaine stephani stephanie stephany
stephenie stephine suad suchitra sudha sue suhair sujata sumaya sumiko sunita supriya surekha susan susana susann susanna susannah susanne sushma
susie suzan suzanna suzanne suzette suzie suzy svenja svetlana svitlana swati sybil syble sylvia sylvie synnove tabatha tabitha tahereh takako talia
tamar tamara tamatha tameka tamela tamera tami tamie tamika tamiko tammi tammie tammy tamra tamsin tana tanesha tangela tania tanika tanisha tanvi
tanya tara tarja tarsha taryn tasha tatiana tatyana tawana tawanda tawanna tawnya teena tena tenisha teodora tera teresa terese teresinha teresita
teressa terhi teri terra terri terrie tess tessa tessie tetiana thandeka thandi thandiwe thea theda thelma theodora theresa therese thersa thomasina
thuy tia tiana tiara tierra tiffani tiffanie tiffany tiffiny tiina tillie tina tineke tisha tiziana tomasa tomeka tomoko toni tonia tonja tonya tori
torill tosha toshiko tove toya tracee traci tracie trena tresa tressa tressie treva tricia trijntje trina trish trisha trista trudy trupti tsitsi
tugba tulin tuula twila twyla tyra tzipi ulla ulrike una unni urmila ursula urszula usha ute vada valarie valencia valentina valeria valerie valorie
vandana vanessa vasudha vasundhara veda veena velda velia velma velva venessa venita venus vera verda vergie verla verna vernell vernice vernie
vernita veronica veronique vesna vesta vicenta vickey vicki vickie vicky victoria vida vidya vigdis vikki vilma vina viola violaine violet violeta
virgie virgina virginia virginie vita vittoria viva vivian viviana vivienne vonda vonnie wafa waltraud wambui wanda wangari wanita wanjiku wendi wendy
wided wieslawa wilda wilhelmina willa willemijn willene wilma winifred winnie winnifred winona wynona xenia ximena xiomara yadira yamini yasmin yasuko
yelena yesenia yetta yetunde yewande yoko yolanda yolonda yoshiko yukiko yuko yulia yuliya yumiko yusra yvette yvonne zahia zahra zaida zainab zandra
zanele zara zdzislawa zehra zeinab zelda zella zelma zena zenaida zenobia zeynep zina zodwa zoe zofia zohreh zoila zola zona zora zoraida zoya zuhal
zukiswa zula zulma zuzana
""".split())

EITHER = frozenset("""
adrian alexis ali alva angel antonia ariel aubrey augustine avery bennie bernie berry billie blair bobbie britt cameron carey carmen carrol carroll
cary casey cecil chang charlie chris clair cleo colby cory courtney dale dana dannie darnell dee demetrius denny deon devin devon dion dominique
donnie dorian eddie elisha francis frankie freddie gale gayle gene gerry hollis ira jackie jae jaime jame jamey jamie jan jean jessie jewell jimmie
jody joey johnie johnnie jude kasey kelley kelly kendall kerry kim kirby kit kris lacy lavern laverne lee leigh lesley leslie lindsay lindsey logan
lonnie loren lou louie lupe lynn marion marlin marty merle merrill micah michal michel mickey minh morgan nicky noel odell ollie otha pat quinn
refugio rene rickie robbie robin rory rosario royce rudy sammie sandy scottie shannon shawn shayne shelby sidney sol stacey stacy stevie sydney taylor
terry thanh theo toby tommie tory tracey tracy tristan val valentine whitney willie
""".split())

COMMON = frozenset("""
abbott abdullah acevedo acosta adams adkins aguilar aguirre ahmed albert alexander alford ali allen allison alston alvarado alvarez anderson andersson
andrews anthony armstrong arnold ashley atkins atkinson austin avery avila ayala ayers bailey baird baker baldwin ball ballard banks barber barker
barlow barnes barnett barr barrera barrett barron barry bartlett barton bass bates battle bauer baxter beach bean beard beasley beck becker bell
bender benjamin bennett benson bentley benton berg berger bernard berry best bianchi bird bishop black blackburn blackwell blair blake blanchard
blankenship blevins bolton bond bonner booker boone booth bowen bowers bowman boyd boyer boyle bradford bradley bradshaw brady branch bray brennan
brewer bridges briggs bright britt brock brooks brown browning bruce bryan bryant buchanan buck buckley buckner bullock burch burgess burke burks
burnett burns burris burt burton bush butler byers byrd cabrera cai cain calderon caldwell calhoun callahan camacho cameron campbell campos cannon
cantrell cantu cardenas carey carlson carney carpenter carr carrillo carroll carson carter carver case casey cash castaneda castillo castro cervantes
chambers chan chandler chaney chang chapman charles chase chavez chen cherry cho choi christensen christian church clark clarke clay clayton clements
clemons cleveland cline cobb cochran coffey cohen cole coleman collier collins colon combs compton conley conner conrad contreras conway cook cooke
cooley cooper copeland cortez costa cote cotton cox craft craig crane crawford crosby cross cruz cummings cunningham curry curtis dale dalton daniel
daniels daugherty davenport david davidson davis dawson day dean decker dejesus delacruz delaney deleon delgado demir dennis diaz dickerson dickson
dillard dillon dixon dodson dominguez donaldson dong donovan dorsey dotson douglas downs doyle drake dubois dudley duffy duke duncan dunlap dunn duran
durham dyer eaton edwards elliott ellis ellison emerson england english erickson espinoza estes estrada evans everett ewing farley farmer farrell
faulkner feng ferguson fernandez ferrari ferreira ferrell fields figueroa finch finley fischer fisher fitzgerald fitzpatrick fleming fletcher flores
flowers floyd flynn foley forbes ford foreman foster fowler fox francis franco frank franklin franks frazier frederick freeman french frost fry frye
fuentes fuller fulton gaines gallagher gallegos galloway gamble garcia gardner garner garrett garrison garza gates gay gentry george gibbs gibson
gilbert giles gill gillespie gilliam gilmore glass glenn glover goff golden gomez gonzales gonzalez good goodman goodwin gordon gould graham grant
graves gray green greene greer gregory griffin griffith grimes gross guerra guerrero guo gupta guthrie gutierrez guy guzman hahn hale haley hall
hamilton hammond hampton hancock haney hansen hanson hardin harding hardy harmon harper harrell harrington harris harrison hart hartman harvey hassan
hatfield hawkins hayden hayes haynes hays he head heath hebert henderson hendricks hendrix henry hensley henson herman hernandez herrera herring hess
hester hewitt hickman hicks higgins hill hines hinton hoang hobbs hodge hodges hoffman hogan holcomb holden holder holland holloway holman holmes holt
hood hooper hoover hopkins hopper horn horne horton house houston howard howe howell hu huang hubbard huber hudson huff huffman hughes hull humphrey
hunt hunter hurley hurst hussain hussein hutchinson hyde ibrahim ingram irwin ivanov jackson jacobs jacobson james jang jarvis jefferson jenkins
jennings jensen jiang jimenez johansen johansson johns johnson johnston jones jordan joseph joyce joyner juarez jung justice kane kang kaufman kaya
keith keller kelley kelly kemp kennedy kent kerr key khan kidd kim king kinney kirby kirk kirkland klein kline knapp knight knowles knox koch kowalski
kramer kumar kuznetsov lamb lambert lancaster landry lane lang langley lara larsen larson laurent lawrence lawson le leach leblanc lee leon leonard
lester levine levy lewis liang lim lin lindsay lindsey little liu livingston lloyd logan long lopez lott love lowe lowery lucas luna luo lynch lynn
lyons ma macdonald macias mack madden maddox maldonado malone mann manning marks marquez marsh marshall martin martinez mason massey mathews mathis
matthews maxwell may mayer maynard mayo mays mcbride mccall mccarthy mccarty mcclain mcclure mcconnell mccormick mccoy mccray mccullough mcdaniel
mcdonald mcdowell mcfadden mcfarland mcgee mcgowan mcguire mcintosh mcintyre mckay mckee mckenzie mckinney mcknight mclaughlin mclean mcleod mcmahon
mcmillan mcneil mcpherson meadows medina mejia melendez melton mendez mendoza mercado mercer merrill merritt meyer meyers michael middleton miles
miller mills miranda mitchell mizrahi mohammed molina monroe montgomery montoya moody moon mooney moore morales moran moreau moreno morgan morin
morris morrison morrow morse morton moses mosley moss mueller mullen muller mullins munoz murphy murray myers nash navarro neal nelson newman newton
nguyen nichols nicholson nielsen nieves nilsson nixon noble noel nolan norman norris norton nowak nunez obrien ochoa oconnor odom odonnell oliveira
oliver olsen olson oneal oneil oneill orr ortega ortiz osborn osborne owen owens pace pacheco padilla page palmer park parker parks parrish parsons
pate patel patrick patterson patton paul payne pearson peck pena pennington pereira perez perkins perry peters petersen peterson petrov petty pham
phelps phillips pickett pierce pittman pitts pollard poole pope popov porter potter potts powell powers pratt preston price prince pruitt puckett pugh
quinn ramirez ramos ramsey randall randolph rasmussen ratliff ray raymond reed reese reeves reid reilly reyes reynolds rhodes rice rich richard
richards richardson richmond riddle riggs riley rios rivas rivera rivers roach robbins roberson roberts robertson robinson robles rocha rodgers
rodriguez rodriquez rogers rojas rollins roman romero rosa rosales rosario rose ross rossi roth rowe rowland roy ruiz rush russell russo rutledge ryan
salas salazar salinas sampson sanchez sanders sandoval sanford santana santiago santos sargent sato saunders savage sawyer schmidt schneider schroeder
schultz schwartz scott sears sellers serrano sexton shaffer shah shannon sharma sharp sharpe shaw shelton shepard shepherd sheppard sherman shields
short silva simmons simon simpson sims singh singleton skinner slater sloan small smirnov smith snider snow snyder sokolov solis solomon sosa soto
souza sparks spears spence spencer stafford stanley stanton stark steele stein stephens stephenson stevens stevenson stewart stokes stone stout
strickland strong stuart suarez sullivan summers sun sutton suzuki swanson sweeney sweet sykes takahashi talley tanaka tang tanner tate taylor terrell
terry thomas thompson thornton tillman todd torres townsend tran travis trevino trujillo tucker turner tyler tyson underwood valdez valencia valentine
valenzuela vance vang vargas vasquez vaughan vaughn vazquez vega velasquez velazquez velez villarreal vincent vinson wade wagner walker wall wallace
waller walls walsh walter walters walton wang ward ware warner warren washington waters watkins watson watts weaver webb weber webster weeks weiss
welch wells west wheeler whitaker white whitehead whitfield whitley whitney wiggins wilcox wilder wiley wilkerson wilkins wilkinson william williams
williamson willis wilson winters wise witt wolf wolfe wong wood woodard woods woodward wooten workman wright wu wyatt wynn xie xu yang yates yilmaz
yoon york young yu zamora zhang zhao zheng zhou zhu zimmerman
""".split())
