// Two hundred invented universities with names and hosts in many scripts, for look-alike tests: none of them may
// be mistaken for another. Places are made up or so common that they name nobody.

export type InventedUniversity = {
  readonly name: string;
  readonly id: string;
  readonly url: string;
};

type Tongue = {
  readonly top: string;
  /** `{}` stands for the place. */
  readonly names: readonly [string, string];
  /** What stands before the place in a host. */
  readonly word: string;
  readonly places: string;
};

/** Ten places in each of twenty tongues; each place has one university, with one of two kinds of name. */
const TONGUES: readonly Tongue[] = [
  {
    top: 'de',
    names: ['Universität {}', 'Hochschule für Gestaltung {}'],
    word: 'uni-',
    places:
      'Grünau Möhrenstadt Süßbach Ährental Öhrlingen Weißfeld Bärenstein Kümmelhof Löwenau Mühlbrück',
  },
  {
    top: 'fr',
    names: ['Université de {}', 'École supérieure de {}'],
    word: 'univ-',
    places:
      'Évreuil Châtelay Brégançais Fontaîne Garçonnet Hêtrière Noëlville Pré-Vert Sèvrigny Orléac',
  },
  {
    top: 'es',
    names: ['Universidad de {}', 'Instituto Politécnico de {}'],
    word: 'u',
    places:
      'Peñalta Almería-Norte Cañaveral Logroñez Jaénia Ávilar Güelva Córdobar Muñogrande Índigo',
  },
  {
    top: 'pt',
    names: ['Universidade de {}', 'Instituto Superior de {}'],
    word: 'u',
    places: 'Bragançais Évorinha Guimarãos Viseuense Açorim Penhasco Sãomar Lagoães Tomarão Olhãos',
  },
  {
    top: 'pl',
    names: ['Uniwersytet w {}', 'Politechnika w {}'],
    word: 'uni',
    places:
      'Łąkowie Świerkach Żabińcu Źródlicach Ćmielcu Gdęczynie Poznalinie Chełmnicy Rzędowie Włóknie',
  },
  {
    top: 'cz',
    names: ['Univerzita {}', 'Vysoká škola {}'],
    word: 'u',
    places: 'Řeporov Šumvald Žďárek Čelakov Děčínov Třebíčko Krčmař Ústín Nýřany Příbor',
  },
  {
    top: 'tr',
    names: ['{} Üniversitesi', '{} Teknik Üniversitesi'],
    word: '',
    places: 'Çamlıca Gökırmak Şehirdağ Iğdıran Ömerli Üsküdağ Kızılova Boğazköy Işıklar İncesu',
  },
  {
    top: 'se',
    names: ['{} universitet', '{} högskola'],
    word: '',
    places: 'Ängsholm Örnsvik Åstorpa Gävlinge Växbo Söderö Malmåker Hjärnsta Öjebro Västhamn',
  },
  {
    top: 'hu',
    names: ['{}i Egyetem', '{}i Főiskola'],
    word: '',
    places: 'Győrfalva Szőlőhegy Kőszegd Egervár Füzesd Hódvásár Túrkeve Pécsely Nyíregyz Dömösd',
  },
  {
    top: 'vn',
    names: ['Trường Đại học {}', 'Học viện {}'],
    word: 'đh',
    places:
      'Hòa-Bình Đông-Sơn Tây-Hồng Cầu-Giang Bắc-Lộc Phú-Thịnh Vĩnh-Hưng Quảng-Lâm Yên-Đồng Ngọc-Mỹ',
  },
  {
    top: 'gr',
    names: ['Πανεπιστήμιο {}', 'Πολυτεχνείο {}'],
    word: '',
    places:
      'Αλκυόνας Βαθυπόλου Γλαυκίας Δροσιάς Ελαιώνα Ζεφύρου Ηλιούπολης Θερμαίου Καλλιρρόης Λευκάδος',
  },
  {
    top: 'xn--p1ai',
    names: ['{} государственный университет', '{} технический институт'],
    word: 'университет-',
    places:
      'Берёзовский Ярцевский Щукинский Журавский Юрьевский Эльбрусский Цветаевский Хвойный Озёрный Снежинский',
  },
  {
    top: 'xn--j1amh',
    names: ['{} національний університет', '{} академія'],
    word: 'уні-',
    places:
      'Їжакевича Ґрунівка Явірська Єзупільська Калинівська Чорноліська Дубрівська Вишнівська Тернівська Яблунівська',
  },
  {
    top: 'am',
    names: ['{} համալսարան', '{} ինստիտուտ'],
    word: '',
    places:
      'Արեւաշատի Բարձրաբերդի Գառնավանի Դարբնիկի Երասխավանի Զովունիի Թալվորիկի Լուսակնի Ծաղկաձորի Կապուտանի',
  },
  {
    top: 'ge',
    names: ['{} უნივერსიტეტი', '{} ინსტიტუტი'],
    word: '',
    places: 'არაგვის ბორჯღალოს გურიანის დმანეთის ერწოს ვარძელის ზესტაფის თელავარის კოლხას ლაგოდის',
  },
  {
    top: 'xn--mgberp4a5d4ar',
    names: ['جامعة {}', 'معهد {} التقني'],
    word: 'جامعة-',
    places: 'النخيل الواحة السلام الفرات الزيتون الياسمين المنارة الأندلس القمر الغدير',
  },
  {
    top: 'il',
    names: ['אוניברסיטת {}', 'מכללת {}'],
    word: '',
    places: 'הגליל השרון הכרמל הנגב תבור חרמון שורק ירקון ארבל גלבוע',
  },
  {
    top: 'xn--h2brj9c',
    names: ['{} विश्वविद्यालय', '{} प्रौद्योगिकी संस्थान'],
    word: '',
    places: 'सरस्वती नर्मदा गोदावरी हिमगिरि विन्ध्य अरावली चम्बल कावेरी शिप्रा मन्दाकिनी',
  },
  {
    top: 'jp',
    names: ['{}大学', '{}工業専門学校'],
    word: '',
    places: '青葉台 桜ヶ丘 緑川 白鳥 富士見野 みなと すみれ アルプス 東雲 西雲',
  },
  {
    top: 'xn--3e0b707e',
    names: ['{}대학교', '{}과학기술원'],
    word: '',
    places: '한빛 새벽 푸른솔 가온누리 미리내 다솜 온새미 라온 해오름 달오름',
  },
];

/** All two hundred, in a fixed order. Half are known by did:web, half by the address of a profile. */
export function inventedUniversities(): readonly InventedUniversity[] {
  return TONGUES.flatMap(({ top, names, word, places }) =>
    places.split(' ').map((place, index) => {
      const label = `${word}${place}`.toLowerCase().normalize('NFC');
      const { hostname } = new URL(`https://${label}.${top}/`);
      const name = (names[index % 2] ?? names[0]).replace('{}', place.replaceAll('-', ' '));
      const id = index % 2 === 0 ? `did:web:${hostname}` : `https://${hostname}/issuer`;
      return { name, id, url: `https://www.${hostname}/` };
    }),
  );
}
