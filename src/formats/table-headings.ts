// Words that stand above columns in the main European languages, and what a heading is compared by.
import { TABLE_FIELDS, type TableField } from '../domain/table.ts';

// Written as keys: lower case, without accents, words apart. The first of two fields with the same word wins.
const HEADINGS: Readonly<Record<TableField, string>> = {
  title: `title|certificate|certificate name|certificate title|name of certificate|certification|certification name|name of certification|certification title|credential|credential name|credential title|badge|badge name|badge title|course|course name|course title|achievement|achievement name|award name|qualification|qualification name|training|training name|training title|microcredential|micro credential|program name|programme|licence|license|diploma
    |titel|zertifikat|zertifikatsname|name des zertifikats|zertifizierung|kurs|kursname|kurstitel|abschluss|weiterbildung|schulung|lehrgang|nachweis|bezeichnung|seminar|fortbildung
    |titre|intitule|certificat|nom du certificat|nom de la certification|formation|nom de la formation|cours|nom du cours|diplome|attestation
    |titulo|certificado|nombre del certificado|certificacion|nombre de la certificacion|curso|nombre del curso|formacion|acreditacion|insignia
    |titolo|certificato|nome del certificato|certificazione|attestato|corso|nome del corso|titolo del corso|nome do certificado|nome do curso|formacao|certificacao
    |certificaat|naam certificaat|naam van het certificaat|cursus|cursusnaam|opleiding|diploma naam
    |tytul|certyfikat|nazwa certyfikatu|kurs szkolenie|szkolenie|nazwa kursu|nazwa szkolenia
    |certifikat|kursnamn|utbildning|sertifikat|kursnavn|kursus|bevis|todistus|todistuksen nimi|kurssi|kurssin nimi
    |nazev|nazev certifikatu|kurz|nazev kurzu|osvedceni|tanusitvany|tanfolyam|certificare|nume certificat
    |sertifika|sertifika adi|egitim|egitim adi|kurs adi|название|сертификат|название сертификата|курс|название курса|назва|сертифікат|назва курсу|τιτλος|πιστοποιητικο`,
  issuer: `issuer|issuer name|issued by|issuing organization|issuing organisation|issuing authority|issuing body|issuing institution|organization|organisation|authority|provider|training provider|course provider|institution|awarding body|awarding organization|awarding organisation|awarded by|certifying body|certification body|vendor|platform|university|school|offered by
    |aussteller|ausgestellt von|anbieter|veranstalter|herausgeber|bildungsanbieter|bildungstrager|organisator|emetteur|organisme|organisme emetteur|delivre par|etablissement|organisme de formation
    |emisor|emitido por|entidad|entidad emisora|organizacion|institucion|proveedor|organismo|expedido por|ente|ente emittente|emittente|rilasciato da|organizzazione|istituto|ente certificatore
    |emissor|instituicao|organizacao|entidade|entidade emissora|uitgever|uitgegeven door|organisatie|aanbieder|instelling|opleider|wystawca|organizator|instytucja|wydawca|dostawca|wydany przez
    |utfardare|utfardad av|udsteder|udstedt af|utsteder|utstedt av|myontaja|jarjestaja|vydavatel|vydal|poskytovatel|organizace|kibocsato|emitent|veren kurum|kurum|организация|выдан|кем выдан|видано|організація|φορεας`,
  issuedOn: `date|issue date|issued|issued on|issued at|issued date|date issued|issuance date|date of issue|date earned|earned|earned on|date awarded|award date|awarded on|completion date|completed|completed on|completed at|date completed|date of completion|date obtained|obtained on|date received|achieved on|date achieved|issue_date
    |datum|ausgestellt am|ausstellungsdatum|erworben am|abgeschlossen am|abschlussdatum|datum der ausstellung|date de delivrance|date d emission|date d obtention|delivre le|obtenu le|date de fin
    |fecha|fecha de emision|fecha de expedicion|fecha de obtencion|emitido el|fecha de finalizacion|obtenido el|data|data di rilascio|data rilascio|data di emissione|data di conseguimento|rilasciato il|conseguito il
    |data de emissao|data de conclusao|emitido em|uitgiftedatum|datum van uitgifte|behaald op|uitgegeven op|datum behaald|data wydania|data wystawienia|data ukonczenia|data uzyskania
    |utfardad|utfardandedatum|utfardat datum|dato|udstedelsesdato|udstedt|utstedelsesdato|utstedt|paivamaara|myonnetty|myontopaiva|datum vydani|vydano|kiallitas datuma|data emiterii|tarih|verilis tarihi|дата|дата выдачи|дата окончания|дата видачі|ημερομηνια`,
  validUntil: `expiry|expires|expires on|expires at|expiry date|expiration|expiration date|expire date|date of expiry|valid until|valid till|valid to|valid through|renewal date|finished on|end of validity
    |gultig bis|ablaufdatum|lauft ab am|ablauf|date d expiration|valable jusqu au|valide jusqu au|expire le|fin de validite|vencimiento|fecha de vencimiento|caducidad|fecha de caducidad|valido hasta|fecha de expiracion
    |scadenza|data di scadenza|data scadenza|valido fino al|validade|data de validade|valido ate|data de expiracao|geldig tot|vervaldatum|verloopt op|wazny do|data waznosci|giltig till|giltig t o m|gyldig til|udlobsdato|utlopsdato
    |voimassa|voimassa asti|platnost do|ervenyes|valabil pana la|gecerlilik tarihi|son gecerlilik|срок действия|действителен до|дійсний до`,
  credentialNumber: `credential id|credential number|credential no|certificate id|certificate number|certificate no|cert no|cert id|certification id|certification number|license number|licence number|license no|badge id|serial number|serial no|verification code|validation code|reference number|number
    |zertifikatsnummer|zertifikat nr|zertifikats nr|nummer|nr|numero|numero de certificat|n de certificat|numero de certificado|id de la credencial|numero certificato|numero do certificado|certificaatnummer|numer|numer certyfikatu|certifikatnummer|cislo certifikatu|sertifika no|номер|номер сертификата`,
  verifyUrl: `url|link|web link|credential url|credential link|certificate url|certificate link|verify url|verification url|verification link|verify link|badge url|badge link|share url|share link|public url|web address|proof
    |lien|lien de verification|adresse web|enlace|enlace de verificacion|collegamento|ligacao|koppeling|adres|odkaz|lank|lenke|linkki|ссылка|посилання|baglanti|nachweis link`,
  recipient: `recipient|recipient name|holder|holder name|name of holder|earner|earner name|student|student name|learner|learner name|participant|participant name|awarded to|issued to|employee|employee name|candidate|candidate name|full name|first name|last name
    |teilnehmer|teilnehmerin|inhaber|inhaberin|mitarbeiter|vorname|nachname|nom du titulaire|titulaire|beneficiaire|participant nom|titular|alumno|estudiante|participante|titolare|intestatario|studente|partecipante|aluno|formando|deelnemer|cursist|uczestnik|deltagare|deltager|osallistuja|ucastnik|katilimci|участник|учасник`,
  description: `description|details|summary|notes|criteria|beschreibung|inhalt|descriptif|descripcion|descrizione|descricao|omschrijving|beschrijving|opis|beskrivning|beskrivelse|kuvaus|popis|aciklama|описание|опис`,
  skills: `skills|skill|competencies|competences|competencias|competenze|kompetenzen|fahigkeiten|kenntnisse|habilidades|habilidades y competencias|vaardigheden|umiejetnosci|fardigheder|ferdigheter|fardigheter|taidot|dovednosti|навыки|навички|tags|keywords`,
  achievementType: `type|credential type|certificate type|kind|category|art|typ|categorie|tipo|categoria|soort|rodzaj|kategorie|kategori|tyyppi`,
  creditsEarned: `credits|credits earned|ects|ects credits|ects points|credit points|leistungspunkte|creditos|crediti|studiepunten|punkty ects|hogskolepoang|studiepoeng|opintopisteet|kredity`,
};

const FIELD_OF = new Map<string, TableField>();
for (const field of TABLE_FIELDS) {
  for (const word of HEADINGS[field].split('|')) {
    const key = word.trim();
    if (!FIELD_OF.has(key)) FIELD_OF.set(key, field);
  }
}

/** Words that head the title where nothing better does, but just as well a person. */
const WEAK_TITLE = new Set([
  ...['name', 'bezeichnung', 'nom', 'nombre', 'nome', 'naam', 'nazwa', 'namn', 'navn', 'nimi'],
  ...['award', 'program', 'subject', 'topic', 'module', 'exam', 'ad', 'имя', 'nume', 'nev'],
]);

/** How sure a heading says what its column holds. */
export type HeadingMatch = {
  readonly field: TableField;
  readonly sure: 'whole' | 'part' | 'weak';
};

/** A heading as it is compared: lower case, without accents and marks, camel case apart. */
export function headingKey(heading: string): string {
  return heading
    .slice(0, 200)
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The field that an untrusted heading names; undefined where it names none. */
export function matchHeading(heading: string): HeadingMatch | undefined {
  const key = headingKey(heading);
  if (key === '') return undefined;
  const field = FIELD_OF.get(key) ?? FIELD_OF.get(key.normalize('NFC'));
  if (field) return { field, sure: 'whole' };
  if (WEAK_TITLE.has(key)) return { field: 'title', sure: 'weak' };
  const words = key.split(' ');
  if (words.length > 6) return undefined;
  // Longest run of words first, so that "issue date of the course" is a date and no course.
  for (let size = words.length - 1; size >= 1; size -= 1) {
    for (let at = 0; at + size <= words.length; at += 1) {
      const part = words.slice(at, at + size).join(' ');
      const known = part.length > 2 ? FIELD_OF.get(part) : undefined;
      if (known) return { field: known, sure: 'part' };
    }
  }
  return undefined;
}
