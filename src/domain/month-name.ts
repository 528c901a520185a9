// Month names as people write them in many languages, whole or shortened. Knows nothing about dates.

// English, French, German, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Ukrainian, Scandinavian,
// Turkish, Finnish, Czech, Romanian, Hungarian, Indonesian and Greek, with the inflected forms that stand
// beside a day. An abbreviation is any beginning of three letters or more.
const MONTH_NAMES: readonly string[] = [
  'january janvier januar jänner enero gennaio janeiro januari stycznia styczeń января январь січня ocak tammikuuta leden ledna ianuarie január ιανουαρίου',
  'february février fevrier februar febrero febbraio fevereiro februari lutego luty февраля февраль лютого şubat helmikuuta únor února februarie február pebruari φεβρουαρίου',
  'march mars märz maerz marzo março marco maart mrt marca marzec марта март березня mart maaliskuuta březen března martie március maret μαρτίου',
  'april avril abril aprile kwietnia kwiecień апреля апрель квітня nisan huhtikuuta duben dubna aprilie április απριλίου',
  'may mai mayo maggio maio mei maja maj мая май травня mayıs toukokuuta květen května május μαΐου μαΐος',
  'june juin juni junio giugno junho czerwca czerwiec июня июнь червня haziran kesäkuuta červen června iunie június ιουνίου',
  'july juillet juli julio luglio julho lipca lipiec июля июль липня temmuz heinäkuuta červenec července iulie július ιουλίου',
  'august août aout agosto augustus sierpnia sierpień августа август серпня ağustos elokuuta srpen srpna augusztus agustus αυγούστου',
  'september septembre septiembre settembre setembro setiembre września wrzesień сентября сентябрь вересня eylül syyskuuta září septembrie szeptember σεπτεμβρίου',
  'october octobre oktober octubre ottobre outubro października październik октября октябрь жовтня ekim lokakuuta říjen října octombrie október oktobre οκτωβρίου',
  'november novembre noviembre novembro listopada listopad ноября ноябрь листопада kasım marraskuuta noiembrie νοεμβρίου',
  'december décembre decembre dezember diciembre dicembre dezembro grudnia grudzień декабря декабрь грудня aralık joulukuuta prosinec prosince decembrie desember δεκεμβρίου',
];
const MONTHS: readonly (readonly string[])[] = MONTH_NAMES.map((names) => names.split(' '));

/** The month (1 to 12) that a name or its abbreviation, with or without a full stop, stands for. */
export function monthOf(name: string): number | undefined {
  const lower = name.toLocaleLowerCase('en').normalize('NFC').replace(/\.$/u, '');
  if (lower.length < 3) return undefined;
  const index = MONTHS.findIndex((names) => names.some((full) => full.startsWith(lower)));
  return index < 0 ? undefined : index + 1;
}
