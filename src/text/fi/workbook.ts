import { givenDay, listed, number } from './days-and-numbers.ts';

export const workbook = {
  page: 'Oma työkirja',
  lead: 'Tällä sivulla on kaikki, mitä olet kirjoittanut. Voit tulostaa sen tai tallentaa sen tulostusikkunasta PDF-tiedostona.',
  of: (name: string) => `Vastannut ${name}`,
  printed: (day: string) => `Tulostettu ${day}`,
  print: 'Tulosta tai tallenna PDF',
  empty: 'Et ole vielä kirjoittanut mitään. Vastauksesi kertyvät tähän osio kerrallaan.',
  nothingYet: 'Ei vielä vastausta.',
  exerciseEmpty: 'Tätä tehtävää et ole vielä aloittanut.',
  toExercise: 'Siirry tehtävään',
  onlyForYou: 'Ei mene raportteihin',
  tomorrow: {
    title: 'Mitä teen huomenna?',
    collected: 'Vastaukset tähän kysymykseen kootaan Oma työkirja\u00A0-\u2060sivun alkuun.',
  },
  older: 'Vastauksia aiempiin kysymyksiin',
  olderWhat: 'Näitä kysymyksiä ei enää ole kurssilla. Vastauksesi ovat tallessa.',
  day: givenDay,
  copy: {
    title: 'Kopio omaan käyttöön',
    what: 'Tallenna vastauksesi tiedostoon. Voit tuoda ne tiedostosta toiseen suorituskertaan tai toiseen oppimisympäristöön.',
    save: 'Tallenna kopio tiedostoon',
    saved: (file: string) => `Selain tallentaa kopion ${file} latauskansioonsa. Tarkista, että se on siellä.`,
    read: 'Tuo vastaukset tiedostosta',
    unreadable: {
      'not-json': 'Tiedosto ei ole kopio vastauksista. Valitse tiedosto, jonka olet tallentanut tältä kurssilta.',
      'not-a-copy': 'Tiedosto ei ole kopio vastauksista. Valitse tiedosto, jonka olet tallentanut tältä kurssilta.',
      'newer-version': 'Kopio on tehty kurssin uudemmalla versiolla. Avaa se siellä, missä teit sen.',
      'other-course': 'Kopio on toiselta kurssilta. Valitse tiedosto, jonka olet tallentanut tältä kurssilta.',
      'too-large': 'Tiedosto on liian suuri ollakseen kopio vastauksista. Valitse tiedosto, jonka olet tallentanut tältä kurssilta.',
      'too-much': 'Tiedostossa on enemmän tekstiä kuin kurssi voi tallentaa. Mitään ei tuotu.',
    },
    unreadableOtherwise: 'Tiedoston lukeminen ei onnistunut. Yritä uudelleen tai valitse toinen tiedosto.',
    preview: (file: string) => `Näin tiedosto ${file} muuttaa vastauksiasi`,
    earned: (classIds: readonly string[]) =>
      `${classIds.length === 1 ? 'Saamasi luokka' : 'Saamasi luokat'} ${listed(classIds)}. Raporttiin tulee merkintä, että tieto on tiedostosta.`,
    added: (count: number) => (count === 1 ? '1 uusi vastaus' : `${count} uutta vastausta`),
    changed: (count: number) => (count === 1 ? '1 vastaus vaihtuu' : `${count} vastausta vaihtuu`),
    moved: (count: number) =>
      count === 1 ? '1 kohta siirtyy paikkaan, jossa se on tiedostossa' : `${count} kohtaa siirtyy paikkoihin, joissa ne ovat tiedostossa`,
    putBack: (count: number) => (count === 1 ? '1 poistamasi kohta palaa' : `${count} poistamaasi kohtaa palaa`),
    same: (count: number) => (count === 1 ? '1 vastaus pysyy ennallaan' : `${count} vastausta pysyy ennallaan`),
    unknown: (count: number) =>
      count === 1
        ? '1 vastaus kysymykseen, jota tällä kurssilla ei ole. Se vie tilaa, eikä sitä voi muokata. Voit jättää sen pois.'
        : `${count} vastausta kysymyksiin, joita tällä kurssilla ei ole. Ne vievät tilaa, eikä niitä voi muokata. Voit jättää ne pois.`,
    tooLong: (label: string, length: number, limit: number) =>
      `Liian pitkä vastaus jää pois: ${label} (${number(length)} merkkiä, tilaa ${number(limit)}).`,
    unfit: (count: number) =>
      count === 1 ? '1 vastaus ei sovi kurssiin ja jää pois.' : `${count} vastausta ei sovi kurssiin, ja ne jäävät pois.`,
    nothing: 'Tiedosto ei muuta mitään.',
    now: 'Nyt',
    then: 'Tiedostosta',
    empty: 'Tyhjä',
    take: 'Ota vastaukset tiedostosta',
    takeKnown: 'Ota vain vastaukset kurssin kysymyksiin',
    takeAll: 'Ota kaikki vastaukset',
    cancel: 'Pidä nykyiset vastaukset',
    taken: 'Vastaukset on tuotu tiedostosta.',
    fileName: (day: string) => `tyokirja-${day}`,
  },
  here: {
    title: 'Kopio tällä koneella',
    copied: 'Tällä koneella on kopio vastauksistasi, kunnes oppimisympäristö on saanut ne.',
    only: 'Vastauksesi ovat vain tässä selaimessa.',
    shared: {
      copied: 'Jos käytät yhteistä konetta, poista kopio, kun lopetat.',
      only: 'Jos käytät yhteistä konetta, poista vastauksesi, kun lopetat.',
    },
    others: (days: number) => `Muiden käyttäjien jättämät kopiot kurssi poistaa, kun niihin ei ole kirjoitettu ${days} päivään.`,
    remove: 'Poista tältä koneelta',
    sure: { copied: 'Poistetaanko kopio tältä koneelta?', only: 'Poistetaanko vastauksesi tältä koneelta?' },
    loses: {
      copied: 'Oppimisympäristö on saanut kaiken, mitä olet kirjoittanut. Mitään ei häviä.',
      ahead:
        'Oppimisympäristö ei ole vahvistanut saaneensa kaikkea, mitä olet kirjoittanut. Jos poistat kopion ja suljet sivun, puuttuvat vastaukset häviävät. Tallenna ne ensin tiedostoon.',
      only: 'Kun poistat vastauksesi, kurssi sulkeutuu eikä niitä saa takaisin. Tallenna ne ensin tiedostoon.',
    },
    confirm: 'Poista',
    cancel: 'Älä poista',
    removed: 'Vastauksesi on poistettu tältä koneelta. Tälle koneelle ei tallenneta mitään, ennen kuin avaat kurssin uudelleen.',
    uncertain:
      'Selain ei vahvistanut, että vastauksesi on poistettu tältä koneelta. Tyhjennä tämän sivuston tiedot selaimen asetuksista, kun lopetat.',
  },
};
