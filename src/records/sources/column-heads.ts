/** What columns are called in Finnish, Swedish and English, by Moodle, by other LMSs and by HR systems. */

export type IdentityColumn = 'name' | 'firstName' | 'lastName' | 'email' | 'employeeNumber' | 'account' | 'unit' | 'manager';

const heads: Readonly<Record<IdentityColumn, readonly string[]>> = {
  name: [
    'name',
    'full name',
    'fullname',
    'nimi',
    'koko nimi',
    'namn',
    'fullständigt namn',
    'oppija',
    'learner',
    'user',
    'työntekijä',
    'employee',
  ],
  firstName: ['first name', 'firstname', 'given name', 'etunimi', 'etunimet', 'förnamn'],
  lastName: ['last name', 'lastname', 'surname', 'family name', 'sukunimi', 'efternamn'],
  email: [
    'email address',
    'email',
    'e-mail',
    'e-mail address',
    'mail',
    'sähköpostiosoite',
    'sähköposti',
    'e-postadress',
    'e-post',
    'epost',
  ],
  employeeNumber: [
    'id number',
    'idnumber',
    'employee number',
    'employee id',
    'employee no',
    'personnel number',
    'henkilönumero',
    'henkilönro',
    'hlönro',
    'henkilöstönumero',
    'työntekijänumero',
    'tunnistenumero',
    'id-numero',
    'palkkanumero',
    'anställningsnummer',
    'personalnummer',
    'id-nummer',
    'person id',
  ],
  account: [
    'username',
    'user name',
    'account',
    'login',
    'user id',
    'käyttäjätunnus',
    'tunnus',
    'käyttäjätili',
    'användarnamn',
    'konto',
    'användar-id',
  ],
  unit: [
    'department',
    'unit',
    'institution',
    'organisation',
    'organization',
    'location',
    'yksikkö',
    'osasto',
    'toimipaikka',
    'toimipiste',
    'kirjasto',
    'enhet',
    'avdelning',
    'verksamhetsställe',
  ],
  manager: [
    'manager',
    'supervisor',
    'line manager',
    'esimies',
    'esihenkilö',
    'lähiesimies',
    'lähiesihenkilö',
    'chef',
    'närmaste chef',
    'förman',
  ],
};

/** The first column of each kind. */
export function identityColumns(row: readonly string[]): Map<IdentityColumn, number> {
  const plain = row.map((head) => head.toLowerCase().replace(/\s+/g, ' ').trim());
  const found = new Map<IdentityColumn, number>();
  for (const [column, names] of Object.entries(heads) as [IdentityColumn, readonly string[]][]) {
    const index = plain.findIndex((head) => names.includes(head));
    if (index >= 0) found.set(column, index);
  }
  const name = found.get('name');
  // Beside a last name alone, a mere "Name" is the first one (forma.lms).
  if (name !== undefined && found.has('lastName') && !found.has('firstName') && /^(name|nimi|namn)$/.test(plain[name] ?? '')) {
    found.delete('name');
    found.set('firstName', name);
  }
  return found;
}
