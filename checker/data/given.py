"""Given names by the sex of those who bear them, and the surnames that so many bear that two of them in one text are no wonder.

Source: the United States Census Bureau's lists of 1990 (dist.male.first, dist.female.first, dist.all.last; public domain, as the package names
0.3.0 bundles them): all 1,219 given names of men, those of women that at least 3 in 100,000 bear, the 1,000 commonest surnames. A given name is
of one sex where at least 19 in 20 of its bearers are. Left out by hand: those that are more often words, places or surnames. Added by hand, from
general knowledge: names of other countries, those of Britain and Ireland among them.
"""

from __future__ import annotations

MEN = frozenset("""
aaron abdel abdul abdullah abe abel abraham abram adalberto adam adan adel adnan adolfo adolph agus agustin ahmad ahmed aidan aiden akbar akira alaa
alan alasdair alastair albert alberto alden aldo alec aled alejandro aleksandr aleksei alex alexander alexandre alexei alexey alfonso alfonzo alfred
alfredo alistair alister allan allen alonso alonzo alphonse alphonso alton alun alvaro alvin amado ambrose amir amit amos anatoly anders andre
andreas andrei andrej andres andrew andrzej andy angelo angus anibal anil anthony antione antoine anton antone antonio antony antwan anwar archie
arden arkady arlen arlie armand armando arnaud arnold arnoldo arnulfo aron arron art arthur arturo arun asa ashraf asif atif augustus aurelio austin
avi aviv axel ayman aziz barack barnaby barney barrett barry bart barton bashar basil bassam beau ben benedetto benedict benito benjamin bennett
benny benton bernard bernardo bert bertram bibi bill billy binyamin bjorn blaine blake bo bob bobby bogdan booker boris boyce boyd brad bradford
bradley bradly brady branden brandon brant brendan brendon brent brenton bret brett brian brice brock broderick brooks bruce bruno bryan bryant
bryce bryon buck bud buddy buford burl burt byron caleb callum calum calvin carl carles carlo carlos carlton carmelo carmine cedric cedrick cesar
chad chadwick chaim charles charley chas chase chauncey chester chet christoper christophe christopher chuck ciaran clarence clark claud claude
claudio clay clayton clement clemente cletus cliff clifford clifton clint clinton clive clyde cody cole coleman colin collin colton conor conrad
cordell corey cormac cornelius cornell cortez craig cristian cristobal cristopher curt curtis cyril cyrus dafydd dalton damian damien damion damon
dan dane danial daniel danilo danny dante darell daren darin dario darius daron darrel darrell darren darrick darrin darron darryl darwin daryl dave
david dean deandre deangelo declan delbert delmar delmer demarcus denis dennis denver derek derick dermot derrick deshawn desmond dewayne dewey
dewitt dexter diarmuid dick didier diego dieter dillon dino dirk dmitri domenic domingo dominic dominick don donal donald donn donnell donny donovan
donte dorsey doug douglas douglass doyle drew duane dudley duncan dustin dwain dwayne dwight dylan eamon eamonn earl earle ed eddy edgar edgardo
edmond edmund edmundo eduardo edward edwardo edwin efrain efren ehud ekrem elbert elden eldon eldridge eli elias elijah eliseo elliot elliott ellis
ellsworth elmer elmo eloy elroy elton elvin elvis elwood emanuel emerson emery emil emile emilio emmanuel emmerson emmett emmitt emory enoch enrico
enrique erasmo eric erich erick erik ernest ernesto ernie errol ervin erwin esteban ethan euan eugene eugenio eusebio evan everett everette evo ewan
ewen ezekiel ezequiel ezra fabian fadi faisal faustino fausto fayez federico fedor felipe felix felton ferdinand fergus fermin fernand fernando
fidel filiberto fletcher florencio florentino florian floyd forrest foster francesco francisco francois frank franklin franklyn franz françois fred
freddy frederic frederick fredric fredrick freeman friedrich fritz gabriel galen gamal gareth garland garret garrett garry garth gary gaston gavin
gaylord genaro geoff geoffrey georg george georges georgi geraint gerald geraldo gerard gerardo gerhard german gethin gil gilbert gilberto gino
giorgio giovanni giuseppe glen glenn glyn gonzalo gordon grady graeme graham grahame graig grant granville greg gregg gregor gregorio gregory grover
guido guillaume guillermo gunter gunther gus gustav gustavo guy habib hai haider hal hamid hamish hamza hank hans harlan harland harley harold
harrison harry harvey hashim hassan hayden haywood heath hector heinrich heinz helmut henri henry herb herbert heriberto herman herschel hershel
hilario hipolito hiram hisham hobert homer horace horacio horst hosea hosni hossein howard hoyt hubert huey hugh hugo humberto hussein huw hyman
iain ian ibrahim ieuan ignacio igor ike imran irvin irving irwin isaac isaiah isaias isiah isidro ismael ismail issac ivan ivor jaap jabari jacek
jacinto jack jacob jacques jair jake jakob jalal jamaal jamal jamar jamel james jamison janos jared jarod jarred jarrett jarrod jarvis jason jasper
javier jay jayson jc jed jeff jefferey jefferson jeffery jeffrey jeffry jens jerald jeramy jere jeremiah jeremy jermaine jerold jerome jeromy
jerrell jerrod jerrold jerry jess jesse jesus jim jimmy joachim joao joaquim joaquin jochen joe joel joesph john johnathan johnathon johnny jon
jonah jonas jonathan jonathon jonny jordon jorge jose josef joseph josh joshua josiah jospeh josue jozef juan judson juha jules julian julio julius
justin jörg jürgen kamal kareem karim karl karl-heinz keenan keith kelvin kemal ken kenan kendrick keneth kenji kenneth kennith kenny kent kenton
kermit keven kevin khalid kieran kieth kip kirk klaus knut kofi konstantin korey kory kostas kraig kristofer kristopher krzysztof kurt kurtis kwame
kyle lamar lamont lance landon lanny larry lars laszlo laurence laurent lawerence lawrence lazaro leandro lech leif leland lemuel len lenard lenny
leo leon leonard leonardo leonel leonid leopoldo leroy lester levi lewis liam lino linwood lionel lloyd lon lonny lorenzo louis lowell loyd luca
lucas luciano lucien lucio lucius luigi luis luke luther lyle lyman lyndon lynwood mac maciej mack mahmood mahmoud majid malcolm malcom malik
manmohan manuel marc marcel marcelino marcellus marcelo marco marcos marcus margarito mariano mario mariusz mark markus marlon marquis marshall
martin marvin massimo mateo mathew mats matt matteo matthew matthias maurice mauricio mauro max maxim maxime maximo maxwell maynard mehdi mehmet mel
melvin merlin mervin mervyn michael michale micheal mick miguel mike mikel mikhail miles milford millard milo miloš milton miquel mitch mitchel
mitchell mitt modesto mohamad mohamed mohammad mohammed moises monroe monte monty moqtada morris morton mose moses moshe muammar muhammad murat
murray mustafa myles myron nabil nadeem napoleon narendra nasser nate nathan nathanael nathanial nathaniel nawaz neal ned neil nelson nestor neville
newt niall nicholas nick nickolas nicolas nigel nikolai nikos nir noah noe nolan norbert norberto norman normand norris nuri octavio odis olaf ole
oleg olen olin oliver olivier omar omer oren orval orville osama oscar osvaldo oswaldo otis otto owen pablo paddy padraig pascal pasquale patrick
paul paulo pavel pedro percy perry pervez pete peter petr phil philip philippe phillip pierre piers piotr porfirio preston quentin quincy quintin
quinton radovan rafael rafik rahm rahul raj rajiv ralph rami ramiro ramon ramzan rand randal randall randell randolph randy raphael rashad rashid
raul ravi ray rayford raymon raymond raymundo recep reed reggie reginald reid reinaldo reince reinhard renaldo renato reuben rex rey reynaldo rhett
rhys ricardo rich richard richie rick rickey ricky rico rigoberto riley rishi rob robby robert roberto rocco rod roderick rodger rodney rodolfo
rodrick rodrigo rogelio roger roland rolando rolf rolland roman romeo ron ronald ronnie ronny roosevelt roscoe rosendo ross roy ruairi ruben rubin
rudolf rudolph rueben rufus ruhollah rupert ruslan russ russel russell rusty ryan saad saddam saeb saeed sal salim salman salvador salvatore sam
samir sammy samual samuel sanford sanjay santiago santo satya saul scot scott scotty seamus sean sebastian serge sergei sergey sergio seth seymour
shad shane shaun sheldon shelton sherman shimon shon sid silas silvio simon slobodan solomon sonny spencer stan stanley stefan stephan stephane
stephen sterling steve steven stewart stuart stéphane sundar sunil suresh sven sylvester tad tadhg tanner tarek tariq tayyip ted teddy teodoro
terence terrance terrell terrence thabo thad thaddeus theodore theron thierry thomas thurman tim timmy timothy titus tobias tod todd tom tomas
tomasz tommy toney tony toomas torsten travis trent trenton trevor trey troy truman tuan ty tyler tyree tyrell tyron tyrone tyson uhuru ulysses umar
uwe vaclav valentin vance vaughn vern vernon vicente victor vijay vikram viktor vince vincent vincenzo virgil virgilio vitali vitaly vito vladimir
volodymyr wade waldo walid wallace wally walt walter warner warren waylon wayne weldon wendell werner wes wesley weston wilber wilbert wilbur
wilburn wiley wilford wilfred wilfredo wilfrid will willard william willian willis willy wilmer wilton winford winfred winston wm wolfgang woodrow
wyatt xander xavier yair yasser yitzhak yossi yousef youssef yuri yusuf yves zach zachariah zachary zachery zack zackary zalmay zane zbigniew zoran
""".split())

WOMEN = frozenset("""
abbie abby abigail ada addie adela adelaida adelaide adele adelia adelina adeline adell adella adelle adina adria adriana adriane adrianna adrianne
adrienne afton agatha agnes agnieszka agustina aida aileen ailsa aimee aisha aja alaina alana alanna alba alberta albertha albertine albina alda
alecia alejandra aleksandra alena alene alesha alesia alessandra aleta aletha alethea alexa alexandra alexandria alexia alfreda alice alicia alida
alina aline alisa alisha alison alissa allene allie allison allyson alma almeda alpha alta altagracia althea alvina alyce alycia alysia alyson
alyssa amada amal amalia amanda amber amelia ami amie amina amira amparo amy ana anabel anastacia anastasia andra andrea andria angela angelia
angelica angelina angeline angelique angelita angella angie anglea anh anika anissa anita anitra anja anjali anke ann anna annabel annabelle
annamarie anne anneliese annemarie annetta annette annie annmarie antionette antoinette antonette antonina aoife araceli aracely arcelia ardis
ardith aretha ariana arielle arleen arlene arlette arline armida artie asha ashely ashlee ashleigh ashley ashlie ashly ashton asma astrid athena
audra audrey audry augusta aurea aurelia aurora ava avis awilda aya ayelet ayesha bailey bambi barb barbara barbie barbra bea beata beatrice beatriz
becky belen belinda bella belle belva benazir benita berenice bernadette bernadine bernice berniece bernita berta bertha bertie bess bessie beth
bethany betsy bette bettie bettina betty bettye beulah beverley beverly bianca birdie birgit blanca blanch blanche bobbi bobbye bonita bonnie bonny
brandee brandi brandie brandy breanna breanne bree brenda brenna briana brianna brianne bridget bridgett bridgette brigette brigitte britney
brittani brittany brittney bronwen brook brooke buffy caitlin caitlyn callie cami camilla camille candace candance candelaria candi candice candida
candis cara caren cari caridad carin carina carissa carla carleen carlene carlota carlotta carly carlyn carma carman carme carmel carmela carmelita
carmella carol carolann carole carolee caroline carolyn carolynn caron carri carrie caryl caryn carys casandra cassandra cassidy cassie catalina
catarina catharine catherine cathi cathie cathleen cathrine cathryn cathy catina catrina catriona cecelia cecile cecilia cecily celeste celestine
celia celina celine cerys chana chanda chandra chanel chantal chantel chantelle charissa charisse charla charleen charlene charlette charline
charlotte charmaine charolette chasity chastity chelsea chelsey chelsie cheri cherie cherise cherly cherri cherrie cheryl cheryle chiara chiquita
chloe chrissy christa christal christel christen christene christi christiane christie christin christina christine christy chrystal chun ciara
cierra cinda cindi cindy cinthia claire clara clare claribel clarice clarissa claudette claudia claudine clementine cleta coleen colette colleen
collette concetta connie constance consuelo cora corazon cordelia corene cori corina corine corinna corinne cornelia corrie corrina corrine cortney
cristal cristi cristin cristina cristine cristy crystal cyndi cynthia cythia daisy dalia damaris danelle danette dani danica daniela daniele
daniella danielle danita danna dannielle danyelle daphne dara darci darcie darcy daria darla darleen darlene darline davida davina dawn dawna dayna
deana deann deanna deanne deb debbie debbra debby debi debora deborah debra debrah dedra deena deidra deidre deirdre delfina delia delilah della
delma delois delora delores deloris delphia delphine delyth demetra demetria dena deneen denice denise denna desirae desiree dessie dian diana diane
diann dianna dianne dilma dina dinah dionne dixie dollie dolly dolores domenica dominga dona donita donna dora dorcas doreen dorene doretha dori
dorinda doris dorotha dorothea dorothy dorris dortha dorthea dorthy dottie dovie dulce earlene earline earnestine eartha easter eboni ebony eda
edelmira edie edith edna edwina edythe effie eileen eilidh ekaterina elaina elaine elana elba elda eldora eleanor eleanora eleanore elena elenor
elfriede elia elida elif elinor elisa elisabeth elise elissa eliza elizabeth elizebeth ella ellen ellie elma elmira elna elnora eloisa eloise
elouise elsa elsie elva elvera elvia elvira elyse emelia emilia emilie emily emine emma emogene ena enedina enid enriqueta erica ericka erika erin
erlinda erma erna ernestina ernestine esmeralda esperanza essie estela estella estelle ester esther estrella ethel ethelyn etta eugenia eugenie eula
eulalia eunice eva evalyn evangelina evangeline evelia evelyn evette evie evon evonne fabiola faith fallon fannie fanny farrah fatima fatou fawn fay
faye federica felecia felica felice felicia felicita felicitas felicity felipa felisa felisha fern ferne filomena fiona flor flora florence florene
florine flossie floy fonda fran frances francesca francine francisca francoise freda freida freya frieda gabriela gabriella gabrielle gail galina
gaye gayla gaynell gemma gena genevieve genoveva georgetta georgette georgiana georgianna georgie georgina geraldine geralyn gerda geri germaine
gerri gertie gertrude gilda gillian gina ginger ginny giovanna gisela gisele giselle giulia gladis gladys glenda glenna glenys gloria golda goldie
grace gracie graciela grainne gregoria greta gretchen gretta griselda gudrun guillermina gussie gwen gwendolyn hailey haley hallie hanan hanna
hannah harriet harriett harriette hattie haydee hayley hazel heather hedwig heidi heike helen helena helene helga hellen henrietta herlinda
hermelinda herminia hester hettie hilary hilda hildegard hillary holli hollie holly hortencia hortense hortensia huda hulda huong ida idalia idella
ila ileana ilene iliana ilona ilse ima imelda imogen imogene ina indira ines inez inga inge ingeborg ingrid iola iona ione irena irene irina iris
irma isabel isabell isabella isabelle isela isobel iva ivanka ivette ivonne ivy jacalyn jacinta jackeline jacklyn jaclyn jacque jacquelin jacqueline
jacquelyn jacqui jacquline jada jade jaimie jami jamila jammie jana janae jane janeen janel janell janelle janene janet janette janey janice janie
janina janine janis janna jannette jannie jaqueline jasmin jasmine jaunita jayme jayne jazmin jeana jeane jeanetta jeanette jeanie jeanine jeanna
jeanne jeannette jeannie jeannine jemima jen jena jenelle jenifer jeniffer jenna jennette jenni jennie jennifer jenniffer jenny jeraldine jeri
jerilyn jerri jerrie jesica jessica jettie jill jillian jo joan joana joanie joann joanna joanne jocelyn jodi jodie joelle joellen joetta johanna
johnetta johnna joi joleen jolene jolynn joni jonna jonnie josefa josefina josephina josephine josette josie jovita joy joyce joycelyn juana juanita
judi judie judith judy juli julia juliana juliann julianna julianne julie juliet julieta juliette julissa jung justina justine jyoti kacey kaci
kacie kaitlin kaitlyn kala kamala kami kandace kandi kandice kandy kara karan karen kari karie karin karina karissa karla karlene karol karolyn
karon karri karrie karyn kasandra kassandra kate katelyn katharine katherine katheryn kathi kathie kathleen kathlene kathlyn kathrine kathryn
kathryne kathy kathyrn katie katina katja katrin katrina katy kay kaye kayla kaylee kecia keely keiko keisha keli kelli kellie kelsey kelsie kendra
kenna kenyatta keri kerri kerrie kesha keshia kia kiara kimberely kimberlee kimberley kimberly kira kirsten kirstin kirsty kisha kitty kizzy kori
krista kristal kristan kristen kristi kristian kristie kristin kristina kristine kristy kristyn krystal krystle krystyna ksenia kyla kylee kylie
kyong kyra kyung lacey laci lacie ladonna laila lakeisha lakesha lakeshia lakisha lamia lan lana lanette lani lanita laquita lara larissa larue
lashanda lashawn lashonda latanya latasha latisha latonia latonya latosha latoya latrice latricia laura laureen laurel lauren laurene lauretta
laurette lauri laurie lavada lavina lavinia lavon lavonda lavonne lawanda lea leah leandra leann leanna leanne leatha leatrice leda leeann leesa
leila leilani leisa lela lelia lena lennie lenora lenore leola leona leone leonor leonora leora leota lesa leslee lesli lessie leta letha leticia
letitia lettie lia liana liane libby lida lidia lila lilia lilian liliana lillian lillie lilly lily lina linda lindy linette linh linnea linnie
linsey lisa lise lisette lissa lissette lita liz liza lizabeth lizbeth lizette lizzie lois lola lolita lona lora loraine loreen lorelei lorena
lorene lorenza loretta lori lorie lorinda lorine lorna lorraine lorretta lorri lorrie lottie louann louella louisa louise lovie luana luann luanne
lucia luciana lucie lucienne lucila lucile lucille lucinda lucretia lucy ludmila lue luella luisa lula lulu lupita lura luz lyda lydia lyla lyn
lynda lyndsay lyndsey lynette lynne lynnette lyudmila ma mabel mable machelle mackenzie madeleine madeline madelyn madge madison madonna mae maegan
maeve magda magdalena magdalene maggie magnolia mai maira mairead majorie malala malgorzata malia malinda malissa mallory mamie manal mandi mandy
manuela mara maranda marcela marcelina marcella marcelle marci marcia marcie marcy margaret margarete margarette margarita marge margery margie
margo margot margret margrethe marguerite mari maria mariah mariam marian mariana mariann marianna marianne maribel maribeth maricela marie mariela
marietta marilee marilou marilyn marilynn marina marine marisa marisela marisol marissa marita maritza marjorie marjory marla marlena marlene marlo
marlyn marlys marnie marquerite marquita marsha marta martha marti martina martine marva mary maryann maryanne marybeth maryellen maryjane maryjo
marylee marylin marylou marylyn mathilda matilda matilde mattie maud maude maudie maura maureen maurine mavis maxie maxine maya maybelle mayme mayra
mazie meagan meaghan mechelle mee meg megan meghan melania melanie melba melina melinda melisa melissa mellisa mellissa melodie melonie melony melva
melvina mercy meredith meryl meta mette mia micaela michaela michele michell michelle mickie migdalia milagros mildred milissa millicent millie mimi
mina mindi mindy minerva minnie mira miranda mireille mireya miriam mirian mirna mirta missy misti misty mittie mitzi modesta moira mollie molly
mona monica monika monique morag mozell mozelle muriel myra myriam myrna myrtice myrtis myrtle nadezhda nadia nadine nafisa nakia nakisha nan nanci
nancy nanette nannette nannie naomi natalia natalie natasha nathalie natividad nedra nelda nelida nell nella nelle nellie nelly nena nereida nerys
nettie neva nia niamh nichelle nichol nichole nicki nicola nicolasa nicole nicolette nidia niki nikita nikki nila nilda nilsa nina ninfa nita noelia
noelle noemi nola nona noor nora noreen norene norine norma nour nova novella nydia ocie octavia odessa odette ofelia oksana ola oleta olga oliva
olivia oma ona ophelia ora oralia orla orpha otilia ouida paige palma pam pamala pamela pansy paola parveen patrica patrice patricia patsy patti
pattie patty paula paulette paulina pauline pearlie pearline peggie peggy penelope pennie penny perla petra philippa phillis philomena phoebe phuong
phylis phyliss phyllis pilar pinkie polly portia pricilla priscilla priya rachael racheal rachel rachelle racquel rae rafaela ramona randa randi
rania raquel rashida raven reba rebeca rebecca rebekah regan regina reina rena renae renata renate renea renee renita reta retha reva reyna rhea
rhian rhiannon rhoda rhona rhonda richelle rina rita robbin roberta robyn rochelle rocio roisin rolanda roma romana romona rona ronda ronna rosa
rosalba rosalee rosalia rosalie rosalina rosalind rosalinda rosaline rosalva rosalyn rosanna rosanne rosaria rosaura rose roseann roseanna roseanne
rosella roselyn rosemarie rosemary rosetta rosie rosina rosita roslyn rowena roxana roxane roxann roxanna roxanne roxie rubye rufina ruta ruth
ruthann ruthie sabina sabine sabra sabrina sade sadie salina sallie sally salma samantha samatha sandi sandra sanjuana sanjuanita sanna saoirse sara
sarah sarita sasha saundra scarlett selena selina selma serena shaina shalonda shameka shamika shana shanda shandra shanell shani shanika shanita
shanna shannan shanon shanta shante shantel shantell shara sharee sharen shari sharla sharlene sharon sharonda sharron sharyn shasta shauna shawanda
shawna shay shayla shayna sheena sheila shelia shelley shelli shellie shelly shena sheree sheri sherie sherilyn sherita sheron sherri sherrie
sherrill sherron sherry sherryl sheryl shiela shirin shirlee shirlene shirley shirly shonda sian sibyl sigrid siham silvia simona simone sinead
siobhan socorro sofia soledad sondra sonia sonja sonya sophia sophie staci stacia stacie starla starr stefani stefanie stella stephaine stephani
stephanie stephany stephenie stephine sue sunita susan susana susann susanna susannah susanne susie suzan suzanna suzanne suzette suzie suzy
svetlana sybil syble sylvia tabatha tabitha talia tamar tamara tamatha tameka tamela tamera tami tamie tamika tamiko tammi tammie tammy tamra tamsin
tana tanesha tangela tania tanika tanisha tanya tara tarsha taryn tasha tatiana tatyana tawana tawanda tawanna tawnya teena tena tenisha teodora
tera teresa terese teresita teressa teri terra terri terrie tess tessa tessie thea theda thelma theodora theresa therese thersa thomasina thuy tia
tiana tiara tierra tiffani tiffanie tiffany tiffiny tillie tina tisha tomasa tomeka toni tonia tonja tonya tori tosha toya tracee traci tracie trena
tresa tressa tressie treva tricia trina trish trisha trista trudy twila twyla tyra tzipi ulrike una ursula vada valarie valencia valentina valeria
valerie valorie vanessa veda velda velia velma velva venessa venita venus vera verda vergie verla verna vernell vernice vernie vernita veronica
vesna vesta vicenta vickey vicki vickie vicky victoria vida vikki vilma vina viola violet violeta virgie virgina virginia vita viva vivian viviana
vivienne vonda vonnie wanda wanita wendi wendy wilda wilhelmina willa willene wilma winifred winnie winnifred winona wynona xenia xiomara yadira
yasmin yesenia yetta yoko yolanda yolonda yoshiko yulia yvette yvonne zahra zaida zainab zandra zara zelda zella zelma zena zenaida zenobia zina zoe
zoila zola zona zora zoraida zula zulma zuzana
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
