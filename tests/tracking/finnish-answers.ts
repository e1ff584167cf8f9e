/** One invented learner's whole licence, in Finnish as it is typed in a hurry; none of it stands in the coder's primer. */
import type { Answers } from '../../src/course/answers.ts';

const TEXTS: readonly (readonly [string, string])[] = [
  ['a.training.programme', 'programme-1'],
  ['a.training.log.q3xe', '1'],
  ['a.training.log.q3xe.date', '2026-08-31'],
  [
    'a.training.log.q3xe.what',
    'Viikon ajan pidin kirjaa siitä, ketä tulin moikanneeksi ja ketkä livahtivat ohi. Ykkösviikon harjoitus siis.',
  ],
  ['a.training.log.q3xe.touched', 'A1'],
  [
    'a.training.log.q3xe.noticed',
    'Ohi pääsivät teinit kuulokkeet korvilla sekä ne, jotka marssivat suoraan koneille. Kun perjantaina nyökkäsin heillekin, yksi tuli kyselemään mangasta.',
  ],
  ['a.training.log.v81k', '2'],
  ['a.training.log.v81k.date', '2026-09-14'],
  ['a.training.log.v81k.what', 'Istuin tunnin pyörätuolissa ja yritin lainata, käydä vessassa ja päästä Kalevala-huoneeseen.'],
  ['a.training.log.v81k.touched', 'A2'],
  [
    'a.training.log.v81k.noticed',
    'Automaatti oli liian korkealla, invavessan ovi painoi kuin synti ja ylimmiltä hyllyiltä en saanut mitään. Pahinta oli silti se, että piti koko ajan pyytää.',
  ],
  ['a.training.log.n0pz', '3'],
  ['a.training.log.n0pz.date', '2026-09-30'],
  [
    'a.training.log.n0pz.what',
    'Luin turvallisemman tilan periaatteet ääneen iltavuoron porukalle ja mietittiin, missä kohdin ne meillä pettävät.',
  ],
  ['a.training.log.n0pz.touched', 'A1 A2'],
  [
    'a.training.log.n0pz.noticed',
    'Häirintään puututaan liian hitaasti, koska kukaan ei ole varma omasta roolistaan. Vartijan numero ei ollut edes seinällä.',
  ],
  ['a.training.log.j2hb', '4'],
  ['a.training.log.j2hb.date', '2026-10-06'],
  [
    'a.training.log.j2hb.what',
    'Pidin Ollin kanssa seiskoille kirjastosuunnistuksen siten, että rastien tekstit oli kirjoitettu kolmella eri kielellä ja yksi pelkillä kuvilla.',
  ],
  ['a.training.log.j2hb.touched', 'A1 A2'],
  [
    'a.training.log.j2hb.noticed',
    'Kuvarastille juostiin ensin. Arka poika, joka ei ole syksyn aikana avannut suutaan, löysi sieltä vastauksen ennen muita, ja open ilme oli näkemisen arvoinen. Omat ohjeeni olivat taas kerran puolet liian pitkiä.',
  ],
  [
    'a.training.agreed',
    'Kerran vuodessa koko ohjelma ja pikakertaus joka neljäs viikko torstain aamupalaverissa. Merja lupasi laittaa muistutukset kalenteriin, ja jos jokin harjoitus tuntuu tyhmältä, se vaihdetaan toiseen eikä vain jätetä väliin.',
  ],
  ['b.channels.desk.skill', 'guiding'],
  ['b.channels.desk.skill-note', 'Kaksikymmentä vuotta samaa luukkua, eiköhän se jo luonnistu'],
  ['b.channels.desk.presence', 'daily'],
  ['b.channels.desk.development', 'Opettelen kysymään jatkokysymyksen. Nyt annan herkästi ensimmäisen osuman ja oletan, että se kelpasi.'],
  ['b.channels.spaces.skill', 'fluent'],
  ['b.channels.spaces.presence', 'sometimes'],
  ['b.channels.spaces.presence-note', 'Lähinnä hyllytyskärryn perässä'],
  [
    'b.channels.spaces.development',
    'Kokeillaan kevyttä tablettia mukaan kierrokselle, niin saatavuuden voi katsoa heti eikä tarvitse juosta takaisin tiskille. Violetti liivi on ruma mutta toimii.',
  ],
  ['b.channels.phone.skill', 'fluent'],
  ['b.channels.phone.presence', 'daily'],
  [
    'b.channels.phone.development',
    'Vaihteen kanssa pitää sopia, mitkä puhelut tulevat meille. Nyt puolet ajasta menee uimahallin aukioloihin.',
  ],
  ['b.channels.email.skill', 'guiding'],
  ['b.channels.email.presence', 'daily'],
  ['b.channels.email.development', 'Jargonia pois! Kuka ulkopuolinen ymmärtää sanan kaukopalvelutilaus tai finto-asiasana?'],
  ['b.channels.chat.skill', 'learning'],
  ['b.channels.chat.skill-note', 'Kaksi harjoitusvuoroa Tampereen väen kanssa takana'],
  ['b.channels.chat.presence', 'sometimes'],
  [
    'b.channels.chat.development',
    'Toivoisin omaa vuoroa kahdesti kuussa, muuten taito ruostuu. Hymiöistä ja sinuttelusta voisi olla jokin linja.',
  ],
  ['b.channels.social.k7me', '1'],
  ['b.channels.social.k7me.name', 'TikTok'],
  ['b.channels.social.k7me.skill', 'learning'],
  ['b.channels.social.k7me.presence', 'absent'],
  ['b.channels.social.k7me.development', 'Annetaan tet-harjoittelijoiden kuvata. He tietävät paremmin, mikä kiinnostaa.'],
  ['b.channels.other.z4fa', '1'],
  ['b.channels.other.z4fa.name', 'Torimyyjäiset ja kylätapahtumat'],
  ['b.channels.other.z4fa.skill', 'fluent'],
  ['b.channels.other.z4fa.presence', 'sometimes'],
  [
    'b.channels.other.z4fa.development',
    'Pop up -laukku valmiiksi pakattuna, jotta lähtö ei kaadu siihen, että joku etsii roll-upia kellarista.',
  ],
  [
    'b.channels.help',
    'Chat ja TikTok jäävät minulta puolityhjiksi. Ratkaisu tuskin on se, että minusta tehdään vaikuttaja 58-vuotiaana, vaan että nuoremmat hoitavat videot ja minä teen taustatyöt: etsin aineistot, tarkistan faktat ja oikoluen.',
  ],
  [
    'b.colleague.talk',
    'Juttelimme Ollin kanssa pitkään palautushuoneessa. Hän sanoi olevansa vahvimmillaan ryhmien edessä, mutta kahdenkeskinen neuvonta vie mehut. Minulla menee juuri päinvastoin. Puhuttiin myös siitä, kuinka kumpikin välttelee sähköisiä tietokantoja, vaikka ne maksavat maltaita.',
  ],
  ['b.colleague.strengths.h5uy', '1'],
  ['b.colleague.strengths.h5uy.strength', 'Saa kasiluokan hiljaiseksi pelkällä kulmakarvalla'],
  ['b.colleague.strengths.t2wd', '2'],
  ['b.colleague.strengths.t2wd.strength', 'Muistaa asiakkaiden nimet ja viime lainat, kysymättä kuitenkaan liikaa'],
  ['b.colleague.strengths.e9qs', '3'],
  ['b.colleague.strengths.e9qs.strength', 'Korjaa tulostimen, kun kaikki muut ovat luovuttaneet'],
  [
    'b.colleague.presenting',
    'Tein kuvallisen kortin taukotilan jääkaapin oveen. Siitä lähti villitys: nyt ovessa on jo seitsemän korttia, yksi siivoojastakin.',
  ],
  [
    'b.colleague.meaning',
    'Olli pitää minut ajan tasalla ja huumorin hengissä. Kun äitini sairasti keväällä, hän vaihtoi vuoroja mutisematta. Sellaista ei unohda.',
  ],
  ['c.ideas.ideas.a6bn', '1'],
  ['c.ideas.ideas.a6bn.who', 'Yläkoululainen'],
  ['c.ideas.ideas.a6bn.channel', 'spaces'],
  ['c.ideas.ideas.a6bn.sort', 'idea'],
  ['c.ideas.ideas.a6bn.what', 'Saisiko tänne pingispöydän tai edes biljardin, kun nuokkari on kiinni alkuviikosta'],
  [
    'c.ideas.ideas.a6bn.response',
    'Pöytäjalkapallo olisi ehkä realistisempi. Kysyn nuorisotoimelta, olisiko heillä ylimääräistä varastossa.',
  ],
  ['c.ideas.ideas.x0ri', '2'],
  ['c.ideas.ideas.x0ri.who', 'Eläkkeellä oleva mies, entinen puuseppä'],
  ['c.ideas.ideas.x0ri.channel', 'desk'],
  ['c.ideas.ideas.x0ri.sort', 'development'],
  [
    'c.ideas.ideas.x0ri.what',
    'Käsityökirjat on pilkottu kolmeen eri paikkaan. Hän kaipaa selausta, ei hakukonetta, eikä jaksa kumartua alahyllylle.',
  ],
  [
    'c.ideas.ideas.x0ri.response',
    'Siirretään puutyöt silmien korkeudelle talven ajaksi ja katsotaan, nouseeko lainaus. Sama voisi sopia neulekirjoihin.',
  ],
  ['c.ideas.ideas.o4jl', '3'],
  ['c.ideas.ideas.o4jl.who', 'Ukrainasta tullut äiti'],
  ['c.ideas.ideas.o4jl.channel', 'phone'],
  ['c.ideas.ideas.o4jl.sort', 'improvement'],
  ['c.ideas.ideas.o4jl.what', 'Soittaminen pelottaa, jos joutuu puhumaan suomea. Voisiko ajan varata klikkaamalla?'],
  ['c.ideas.ideas.o4jl.response', 'Digineuvonnan ajanvaraus verkkoon ja lyhyt ohje ukrainaksi, venäjäksi sekä englanniksi.'],
  ['c.ideas.ideas.k9fu', '4'],
  ['c.ideas.ideas.k9fu.who', 'Näkövammainen rouva ja hänen opaskoiransa'],
  ['c.ideas.ideas.k9fu.channel', 'phone'],
  ['c.ideas.ideas.k9fu.sort', 'improvement'],
  [
    'c.ideas.ideas.k9fu.what',
    'Celian äänikirjasovellus lakkasi päivityksen myötä puhumasta, eikä kukaan huomannut kertoa. Hän ehdottaa, että joku soittaisi kerran neljännesvuodessa ja varmistaisi, että pelit ja vehkeet toimivat.',
  ],
  [
    'c.ideas.ideas.k9fu.response',
    'Soittokierros tammi-, huhti-, heinä- ja lokakuun alussa. Listalla on toistaiseksi yhdeksän henkeä, joten urakka on tehty yhdessä aamupäivässä.',
  ],
  ['c.path.group', 'Varusmiehet, jotka viettävät vapaailtansa kaupungissa'],
  ['c.path.channels', 'spaces social'],
  ['c.path.contact', 'face social'],
  [
    'c.path.need',
    'Lämmin paikka, latauspistoke ja jotain muuta kuin kaljaa. Moni hakee myös lukurauhaa pääsykokeita varten, vaikkei sitä heti myönnä.',
  ],
  [
    'c.path.choosing',
    'Kaverin perässä. Jos yksi tuvasta tulee, tulee kohta viisi. Kartasta katsotaan, kuinka monta minuuttia on matkaa linja-autoasemalle.',
  ],
  ['c.path.choosing.marks', 'tip'],
  ['c.path.choosing.tip', 'Varuskunnan sotilaskotiin juliste, jossa kerrotaan iltaomatoimesta'],
  ['c.path.preparing', 'Ei mitenkään. Korkeintaan muistaa, että kotikunnan kortti ehkä käy täälläkin.'],
  [
    'c.path.beginning',
    'Porukka seisoo eteisessä ja pälyilee. Menen juttusille ennen kuin he ehtivät kääntyä, kerron missä kahviautomaatti on ja ettei lakkia tarvitse ottaa pois.',
  ],
  ['c.path.beginning.marks', 'recommend'],
  ['c.path.beginning.recommend', 'Konsolihuone ja lautapelit'],
  ['c.path.support', 'Kortin aktivointi takkuaa, jos osoite on toisaalla. Muuten pärjäävät, kunhan joku on näkyvillä.'],
  [
    'c.path.ending',
    'Huikkaan ovelta bussin lähtöajan ja pyydän tulemaan ensi viikonloppuna uudestaan. Joskus joku palauttaa kirjan kassista, jota ei muistanut koko kesänä.',
  ],
  [
    'c.path.afterwards',
    'Kotiuduttuaan he muuttavat ympäri maata. Jos muisto on hyvä, seuraavakin kirjasto saa siitä hyödyn. Somessa meitä tägättiin kerran, ja kuvasta tykkäsi 312 ihmistä.',
  ],
  ['c.path.afterwards.marks', 'package'],
  ['c.path.afterwards.package', 'Pääsykoepaketti: kurssikirjat, ryhmätyötila, harjoitustehtävät'],
  ['d.map.map.i1co', 'partners 1'],
  ['d.map.map.i1co.text', 'Varuskunta ja sotilaskoti'],
  ['d.map.map.b7vt', 'partners 2'],
  ['d.map.map.b7vt.text', 'Hyvinvointialueen muistineuvola'],
  ['d.map.map.y3gm', 'b7vt 1'],
  ['d.map.map.y3gm.text', 'Muistelulaukut lainattaviksi hoivakoteihin'],
  ['d.map.map.r6kx', 'marketing 1'],
  ['d.map.map.r6kx.text', 'Levykauppa Äänitärpistä vinkkihylly meille ja toisin päin'],
  ['d.map.map.u8he', 'marketing 2'],
  ['d.map.map.u8he.text', 'Kino Iiriksen jonossa voi kuunnella pätkiä äänikirjoista'],
  ['d.map.map.c2ps', 'customers 1'],
  ['d.map.map.c2ps.text', 'Mökkiläiset: hiljaista talvella, tungosta heinäkuussa'],
  ['d.map.map.l5wn', 'more 1'],
  ['d.map.map.l5wn.text', 'Siemenkirjasto, työkalulaina, korjauspaja'],
  [
    'e.feedback.together',
    'Meille tuli viime vuonna neljäkymmentä lappua laatikkoon, ja luettiin ne kerran ääneen kinkunsyönnin lomassa. Siihen se jäi. Ehdotan, että lapun jättäjä saa halutessaan jättää numeronsa, ja maaliskuussa soitamme kymmenelle: tule pullakahveille ja kerro lisää. Siellä ei puolustella vaan piirretään. Yksi kirjaaja, yksi kyselijä, ja lopuksi jokainen ripustaa kolme tarraa siihen, minkä pitäisi tapahtua ennen juhannusta. Syksyllä samat tyypit saavat nähdä, miten kävi. Jos rahaa ei löytynyt, sekin sanotaan suoraan.',
  ],
  ['e.profiles.profiles.w4of', '1'],
  ['e.profiles.profiles.w4of.name', 'Yövuorolainen'],
  [
    'e.profiles.profiles.w4of.ways',
    'Piipahtaa seitsemältä aamulla omatoimessa, hakee trillerin ja painuu nukkumaan. Ei ole puhunut kenellekään meistä kolmeen vuoteen.',
  ],
  ['e.profiles.profiles.w4of.channels', 'Omatoimiaika, noutohylly, tekstiviestit'],
  [
    'e.profiles.profiles.w4of.ensuring',
    'Noutohylly täytetään jo illalla. Lapun voi jättää lokeroon, ja vastaus löytyy samasta kohdasta seuraavana aamuna.',
  ],
  ['e.profiles.profiles.g0dz', '2'],
  ['e.profiles.profiles.g0dz.name', 'Sukututkija Raija-tyyppi'],
  [
    'e.profiles.profiles.g0dz.ways',
    'Viihtyy mikrofilmien ääressä tuntikausia ja kertoo mielellään, mitä löytyi. Tarvitsee suurennusta, kahvia sekä kuulijan.',
  ],
  ['e.profiles.profiles.g0dz.channels', 'Kotiseutukokoelma, sähköposti, kerran kuussa kokoontuva piiri'],
  ['e.profiles.profiles.g0dz.ensuring', 'Kaksi meistä opettelee lukulaitteen kunnolla, jottei kaikki ole Pentin eläköitymisen varassa.'],
  ['e.profiles.profiles.m3ya', '3'],
  ['e.profiles.profiles.m3ya.name', 'Kotikoululaisen isä'],
  [
    'e.profiles.profiles.m3ya.ways',
    'Lainaa sata kuvakirjaa kerralla ja kysyy fysiikan koevälineistä. Tulee keskellä päivää, kun on hiljaista.',
  ],
  ['e.profiles.profiles.m3ya.channels', 'Tiski, WhatsApp-ryhmä, jota hän itse vetää'],
  ['e.profiles.profiles.m3ya.ensuring', 'Aineistopaketti kootaan lukukausittain ja tieto kulkee ryhmään hänen kauttaan.'],
  ['e.profiles.profiles.s7ib', '4'],
  ['e.profiles.profiles.s7ib.name', 'Kesäteatterin ohjaaja'],
  [
    'e.profiles.profiles.s7ib.ways',
    'Penkoo näytelmiä, nuotteja sekä vanhoja muotikuvastoja keväthangilta juhannukseen ja katoaa sitten syksyksi kokonaan. Varaa yleensä liikaa ja palauttaa myöhässä, mutta tuo maksuksi pääsylippuja.',
  ],
  ['e.profiles.profiles.s7ib.channels', 'Sähköposti iltamyöhään, kellarivaraston ovi, tuttavat'],
  [
    'e.profiles.profiles.s7ib.ensuring',
    'Sovittiin näytelmäporukan kanssa pitkä laina-aika ja yksi yhteinen kortti. Varastoon pääsee opastetusti tiistaisin, ja lipuista arvotaan puolet asiakkaille.',
  ],
  [
    'p.questions.opportunity',
    'Rehellisesti: uuden näen lupauksena, vanhan joskus jarruna. Sitten muistan, kuka pelasti tietokatkon aikana koko lauantain kynällä ja ruutuvihkolla.',
  ],
  [
    'p.questions.expectations',
    'Toivotaan jotakuta, joka tanssittaa taaperoita ja osaa vähän saksaa. Muuttaa pitäisi pystyä aukiolotaulukko, jota kukaan ei ole uskaltanut kyseenalaistaa sitten vuoden 2009.',
  ],
  [
    'p.questions.knowing',
    'Aadan hakemuksesta jäi mieleen kansanmusiikki ja se, että hän on purjehtinut Atlantin yli. Minusta hän taitaa tietää, että kuljen samalla bussilla ja pelkään koiria.',
  ],
  [
    'p.questions.mastery',
    'Rahastus, varhaiskasvatuksen ryhmien vastaanotto ja hätäpoistuminen kerrasta oikein. Sen sijaan kirjanäyttelyn saa ryssiä vapaasti, samoin ensimmäisen livelähetyksen; meiltä puuttui ääni koko puoleksi tunniksi, ja silti katsojat jäivät linjoille.',
  ],
  [
    'p.questions.commitment',
    'Mestari ja kisälli vaihtavat paikkaa puolivälissä. Palkkakeskustelussa otetaan esiin, mitä on jaettu muille, eikä vain sitä, mitä on suorittanut itse.',
  ],
  ['p.guide.heading', 'Aadan ensimmäinen viikko'],
  [
    'p.guide.text',
    'Maanantai: avaimet, hälytyskoodi, lounaspaikat. Sinun ei tarvitse muistaa puoliakaan, siksi tämä paperi on olemassa.\n\nTiistai ja keskiviikko: kuljet varjona palvelupisteessä. Katso, miten Merja lukee ihmisiä eleistä. Kun joku epäröi hyllyjen välissä, kysy: ”Etsitkö jotain tiettyä vai seikkailetko?”\n\nTorstai: vastaat puhelimeen itse. Olli istuu vieressä ja on hiljaa, vaikka häneltä se onkin vaikeaa.\n\nPerjantai: keksi yksi asia, jonka tekisit toisin, ja sano se palaverissa. Olemme luvanneet olla vastaamatta ”näin on aina tehty”.\n\nVaitiolo koskee kaikkea, minkä näet asiakkaan ruudulla. Nimineula rintaan, hymy omalla tavallasi – ja jos käyt varastossa, huikkaa lähimmälle.',
  ],
  ['p.guide.notice', 'confidentiality recognisable'],
  ['p.guide.act', 'greeting absence'],
  ['@earned.A1', '2026-09-30T15:42:11.000Z'],
  ['@earned.A2', '2026-09-30T15:42:11.000Z'],
  ['@earned.B', '2026-10-07T11:03:29.000Z'],
  ['@earned.C', '2026-10-21T09:37:50.000Z'],
  ['@place', 'p/p.guide'],
];

/** Seconds between one answer and the next: minutes of writing, and pauses of days, by a small fixed sequence. */
function seconds(index: number): number {
  const within = 20 + ((index * 7919) % 211);
  return index % 23 === 22 ? 86_400 * (2 + (index % 5)) + within * 31 : within;
}

let at = Date.UTC(2026, 7, 31, 6, 12, 5);
export const FINNISH_ANSWERS: Answers = new Map(TEXTS.map(([id, text], index) => [id, { text, at: (at += 1000 * seconds(index)) }]));

/** Letters that the learner typed, ids and times not counted. */
export const FINNISH_LETTERS = TEXTS.reduce((sum, [, text]) => sum + text.length, 0);
