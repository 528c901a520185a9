// The wording of certificates in many languages, as data: what stands before a title, a name, an issuer or
// a date. New languages and phrases are rows here; the reading itself is in certificate-text.ts.

// `\b` knows ASCII words alone, also under the `u` flag; here it means the edge of a word in any script.
const WORD_EDGE = String.raw`(?:(?<=[\p{L}\d])(?![\p{L}\d])|(?<![\p{L}\d])(?=[\p{L}\d]))`;

function wording(pattern: RegExp): RegExp {
  return new RegExp(pattern.source.replaceAll('\\b', WORD_EDGE), pattern.flags);
}

function wordings(patterns: readonly RegExp[]): readonly RegExp[] {
  return patterns.map(wording);
}

/** Phrases after which the title stands, on the same line or below. The last words must end the phrase. */
export const BEFORE_TITLE: readonly RegExp[] = wordings([
  // English
  /\b(?:has|have)\s+(?:now\s+)?(?:successfully\s+|satisfactorily\s+)?(?:completed|passed|finished|attended|concluded|cleared)(?:\s+all\s+(?:the\s+)?requirements\s+(?:for|of))?(?:\s+the)?(?:\s+(?:assessment|exam|test)\s+for)?(?:\s+the)?(?:\s+(?:skill|role)(?=$))?\b/iu,
  /\b(?:for|upon|on)\s+(?:the\s+)?(?:successfully\s+|successful\s+)?(?:completing|completion\s+of|passing|attending|participating\s+in|participation\s+in|finishing)(?:\s+the)?\b/iu,
  /\b(?:in\s+)?(?:recognition|acknowledg?ement)\s+of\s+(?:the\s+)?(?:successful\s+)?(?:completion|achievement)\s+(?:of|in)(?:\s+the)?\b/iu,
  /\bin\s+the\s+completion\s+of(?:\s+the)?\b/iu,
  /\b(?:is|has\s+been)\s+(?:now\s+)?(?:certified|recognised|recognized|qualified)\s+as\s+an?\b/iu,
  /\bhas\s+(?:earned|achieved|obtained|been\s+awarded|received|demonstrated)\s+(?:the|a|an)\b/iu,
  /\bsuccessfully\s+(?:completed|passed|finished|cleared|attended)(?:\s+(?:the|a|an|all|and\s+(?:received|earned|obtained)\s+a\s+passing\s+grade\s+in))?\b/iu,
  /\b(?:in|as)\s+(?:recognition|proof|acknowledg?ement)\s+of\s+(?:having\s+)?(?:successfully\s+)?(?:completing|completed|passing|finishing|participation\s+in|attending)(?:\s+the)?\b/iu,
  /\bfor\s+(?:the\s+)?(?:outstanding\s+)?(?:completion|attendance|achievement|performance)\s+(?:of|in|at)(?:\s+the)?\b/iu,
  /\bdemonstrat(?:ing|ed|es)\s+[\p{L}\s]{0,60}?(?:understanding|knowledge|proficiency|skills?|mastery)\s+(?:of|in)(?:\s+the)?\b/iu,
  /\bfor\s+demonstrating\s+competence\s+in(?:\s+the\s+completion\s+of)?\b/iu,
  /\bhas\s+(?:fulfilled|met|satisfied)\s+(?:all\s+)?(?:the\s+)?requirements\s+(?:for|of)(?:\s+(?:the|a|an))?(?:\s+(?:certification|title|credential)\s+(?:as|of))?\b/iu,
  /\bparticipated\s+in(?:\s+the)?\b/iu,
  // French
  /\b(?:pour\s+avoir|a|ayant)\s+(?:complété|terminé|suivi|réussi|achevé|validé|passé)(?:\s+avec\s+succès)?(?:\s+(?:la|le|les|l['’]|à))*/iu,
  /\bà\s+l['’]issue\s+de(?:\s+la)?\b/iu,
  /\b(?:a\s+participé|participation)\s+(?:à|au|aux)(?:\s+(?:la|l['’]))?(?:\s+(?:formation|atelier|cours|webinaire|séminaire))?/iu,
  // German
  /\bhat\s+(?:erfolgreich\s+)?(?:am|an|den|die|das|der)\s+(?:(?:Online-?)?(?:Kurs|Seminar|Schulung|Lehrgang|Workshop|Weiterbildung)s?)?/iu,
  /\b(?:für|über)\s+(?:den\s+|die\s+)?(?:erfolgreichen?\s+)?(?:Abschluss|Teilnahme|Besuch)\s+(?:des|der|am|an|dem)(?:\s+(?:(?:Online-?)?(?:Kurs|Seminar|Schulung|Lehrgang|Workshop|Weiterbildung)(?:es|s)?))?/iu,
  /\b(?:am|an\s+dem|an\s+der)\s+(?:(?:Online-?)?(?:Kurs|Seminar|Webinar|Lehrgang|Workshop|Training|Schulung|Weiterbildung|Fortbildung|Veranstaltung))(?:\s+(?:zum\s+Thema|mit\s+dem\s+Titel))?/iu,
  /\bhat\s+(?:den|die|das)\s+(?:(?:Online-?)?(?:Kurs|Seminar|Schulung|Lehrgang|Workshop|Weiterbildung))?/iu,
  // Spanish, Portuguese, Italian
  /\b(?:ha|por\s+haber|por)\s+(?:completado|superado|finalizado|aprobado|realizado|concluido|completar|finalizar)(?:\s+(?:con\s+éxito|satisfactoriamente|exitosamente))?(?:\s+(?:el|la|los|las))?/iu,
  /\b(?:ha\s+participado|participó|participou|ha\s+partecipato)\s+(?:en|em|n[oa]|a|al|alla)(?:\s+(?:el|la|o|a|il))?(?:\s+(?:curso|taller|corso|workshop|webinar|seminario|formación))?/iu,
  /\bpor\s+(?:su\s+)?(?:participación|aprovechamiento|asistencia|finalización)\s+(?:en|de|al|del)(?:\s+(?:el|la))?(?:\s+(?:curso|taller|programa))?/iu,
  /\b(?:concluiu|completou|finalizou|participou\s+d[eoa])(?:\s+com\s+(?:sucesso|êxito))?(?:\s+(?:o|a|os|as))?/iu,
  /\bha\s+(?:completato|superato|frequentato|terminato)(?:\s+con\s+successo)?(?:\s+(?:il|la|lo|l['’]))?/iu,
  // Russian, Ukrainian
  /(?:успешно\s+)?(?:завершил|прош[её]л|окончил|освоил|выполнил|закончил|пройшов|завершив)(?:\(?а\)?)?(?:\s+(?:обучение|курс|онлайн-курс|программу|навчання))*(?:\s+(?:по|на)\s+(?:курсу|программе|теме|курсе))?/iu,
  /по\s+(?:теме|курсу|программе|дисциплине)\s*:?/iu,
  // Polish, Dutch, Turkish
  /\bukończył\(?a?\)?(?:\s+(?:kurs|szkolenie))?/iu,
  /\bheeft\s+(?:met\s+succes\s+|succesvol\s+)?(?:deelgenomen\s+aan\s+)?(?:de\s+|het\s+)?(?:online\s+)?(?:cursus|training|opleiding|workshop)\b/iu,
  /\bvoor\s+(?:het\s+)?(?:succesvol\s+)?(?:afronden|voltooien|volgen)\s+van(?:\s+(?:de|het))?(?:\s+(?:cursus|training|opleiding))?\b/iu,
]);

/** Phrases after which the person's name stands. */
export const BEFORE_RECIPIENT: readonly RegExp[] = wordings([
  /\b(?:this\s+)?(?:is\s+to\s+certif(?:y|ies)|certif(?:y|ies)|confirms?|acknowledges?|verif(?:y|ies))\s+that\b/iu,
  /\b(?:is\s+|was\s+|hereby\s+|has\s+been\s+|proudly\s+)*(?:awarded|presented|issued|granted|given|conferred)\s+(?:up)?(?:to|on)\b:?/iu,
  /\bcongratulations,?/iu,
  /\bcertif(?:ie|ions|icat\s+décerné\s+à|ions)\s+que\b/iu,
  /\b(?:décernée?|délivrée?|attribuée?|remise?)\b.{0,40}\s+à\b/iu,
  /\b(?:certifica|acredita|atesta|certificamos|hace\s+constar)\s+que\b/iu,
  /\b(?:otorgad[oa]|concedid[oa]|conferid[oa]|se\s+otorga|rilasciato|conferito)\s+(?:a|à)\b/iu,
  /\b(?:si\s+)?(?:certifica|attesta)\s+che\b/iu,
  /\b(?:bestätigt|bescheinigt|bestätigen|bescheinigen)(?:\s+(?:wird|wir))?(?:\s+hiermit)?,?\s*(?:,\s*)?dass\b/iu,
  /\bhiermit\s+(?:wird\s+)?(?:bestätigt|bescheinigt)(?:,?\s*dass)?\b/iu,
  /(?:настоящим\s+)?(?:подтверждается|удостоверяется|подтверждает|удостоверяет|засвідчує|підтверджує),?\s*(?:что|що)/iu,
  /(?:награждается|выдан[оа]?|вручается|видано)\b/iu,
  /\b(?:zaświadcza|poświadcza)\s+się,?\s+że\b/iu,
  /\b(?:verklaart|bevestigt|certificeert|verklaren)(?:\s+hierbij)?(?:\s+wij)?\s+dat\b/iu,
  /\bhierbij\s+(?:verklaren|bevestigen)\s+wij\s+dat\b/iu,
  /\b(?:uitgereikt|toegekend|verliehen|überreicht|ausgestellt)\s+(?:aan|an|für)\b:?/iu,
  /\b(?:earned|achieved|completed|received)\s+by\b:?/iu,
  /\bce\s+document\s+(?:atteste|certifie)\s+que\b/iu,
  /\b(?:atteste|attestons)\s+que\b/iu,
]);

/** Those of them that hardly anything but a certificate says. */
export const CERTIFIES = BEFORE_RECIPIENT.filter(
  (cue) => !['Congratulations, ', 'given to ', 'completed by '].some((text) => cue.test(text)),
);

/** Phrases after which the issuing organisation stands, and what ends its name. */
export const BEFORE_ISSUER: readonly RegExp[] = wordings([
  /\b(?:authori[sz]ed|offered|issued|provided|awarded|delivered|organi[sz]ed|presented|conducted|accredited|developed|certified|hosted)\s+by:?\s+/iu,
  /\b(?:issuer|issuing\s+(?:organi[sz]ation|authority)|offered\s+by|provider|organi[sz]er)\s*:\s*/iu,
  /\b(?:délivrée?|proposée?|organisée?|dispensée?)\s+par\s+/iu,
  /\b(?:ausgestellt|angeboten|veranstaltet|durchgeführt)\s+(?:von|durch)\s+/iu,
  /\b(?:emitid[oa]|impartid[oa]|ofrecid[oa]|otorgad[oa]|expedid[oa]|oferecid[oa]|ministrad[oa]|organizad[oa])\s+p(?:or|elo|ela)\s+/iu,
  /\b(?:rilasciato|erogato|offerto|organizzato)\s+da(?:l|lla)?\s+/iu,
]);
export const AFTER_ISSUER = wording(
  /(?:\s+(?:and\s+(?:offered|delivered|provided)|through|via|in\s+(?:collaboration|partnership|association|confirmation)|in\b|on\b|with\b|under\b|as\b|for\b|to\b|et\b|and\s+is\b)|\s*[|;•(]|\.(?:\s|$)|,\s+(?:an?|the|in|on|through)\b|$)/iu,
);

/** Lines of a head of the institution, which name it; group 1 is the institution. */
export const SIGNATORY = wording(
  /^(?:.*\b(?:CEO|Founder|Chief Executive Officer|President|Fondateur|Fondatrice|PDG|Gründer|Geschäftsführer(?:in)?|Fundador(?:a)?|Основатель|Генеральный директор)\b)\s*(?:,|\bof\b|\bat\b|\bde\b|\bd['’]|\bvon\b|[-–—])\s*(\p{Lu}.{1,50})$/u,
);

/** Words that only names of organisations have; a line with one may be the issuer's name. */
export const ORGANISATION = wording(
  /\b(?:university|universit(?:é|à|ät|eit)|universidade?|college|academy|académie|akademie|academia|institut[eo]?|instituto|school|école|schule|hochschule|escuela|escola|scuola|foundation|fondation|stiftung|fundación|fundação|association|council|ministry|ministère|ministerium|GmbH|Inc|Ltd|LLC|S\.?A\.?S?|AG|e\.?V\.?|университет|институт|академия|школа)\b/iu,
);

/** The document's own heading: never the title of what was earned. */
export const HEADING = wording(
  /^(?:(?:verified|official|professional|online|course|e-?|digital|программы\s+)\s*)*(?:certificates?|certification|diplomas?|statement|record|attestation|attestato|certificado|certificato|certificat|zertifikat|bescheinigung|teilnahmebestätigung|urkunde|diplom[ae]?|сертификат|свидетельство|диплом|удостоверение|справка|certyfikat|dyplom|certificaat|sertifika|bevis|証明書|修了証|证书|证明|수료증)(?:\s+(?:(?:of|de|di|du|d['’]|des|über|о|об|do|van)\s*)?(?:the\s+|la\s+|l['’]\s*)?(?:course\s+|successful\s+|continuing\s+|education\s+|programme?\s+|training\s+|professional\s+|online\s+)*(?:completion|achievement|participation|attendance|accomplishment|competency|competence|excellence|appreciation|mastery|proficiency|recognition|merit|training|education|results|réussite|formation|fin\s+de\s+formation|présence|participación|aprovechamiento|finalización|reconocimiento|conclusão|participação|partecipazione|frequenza|completamento|teilnahme|окончании|прохождении|участника|участии|квалификации))*\s*!?$/iu,
);

/** Words that make a line a platform's slogan or part of the frame. */
export const FILLER_ONLY = wording(
  /^(?:(?:\d{1,4}(?:[.,]\d{1,2})?|ECTS|credits?|cr|hours?|hrs?|weeks?|days?|total|heures?|Stunden|horas|ore|uren|verified|official|professional|guided|project|completed|entire|full|awarded|skill|about|on|the|a|an|our|this|following|online|on-line|non-credit|free|paid|self-paced|interactive|successfully|of|in|for|to|and|as|by|with|course|courses|specialization|specialisation|track|program|programme|training|module|path|learning|nanodegree|class|workshop|webinar|exam|assessment|test|certification|certificate|skill|badge|entitled|titled|named|called|formation|cours|la|le|du|de|des|dem|den|die|kurs|kurses|seminar|seminars|lehrgang|lehrgangs|schulung|weiterbildung|online-kurs|online-seminar|cursus|training|opleiding|taller|atelier|curso|corso|el|il|о|курс|онлайн-курс|программа|по|теме)[\s:,.-]*)*$/iu,
);

/** Roles of the people who sign: their lines are neither names of earners nor titles. */
export const ROLE = wording(
  /\b(?:director|president|founder|co-founder|CEO|CTO|chief|officer|dean|instructor|professor|lecturer|head\s+of|manager|registrar|coordinator|chairman|chair|secretary|scientist|principal\s+analyst|vice[- ]president|VP|fondateur|directeur|directrice|leiter|geschäftsführer|директор|ректор|преподаватель|руководитель|coordinador|diretor|profesor)\b/iu,
);

export const ISSUE_DATE_CUE = wording(
  /\b(?:issued?(?:\s+(?:on|date))?|issue\s+date|date\s+(?:of\s+)?(?:issue|completion|award|achievement)|completion\s+date|completed(?:\s+on)?|awarded(?:\s+on)?|certified\s+on|earned(?:\s+on)?|achieved(?:\s+on)?|granted\s+on|dated?|on|year\s+issued|délivrée?(?:\s+le)?|fait\s+le|le|ausgestellt\s+am|datum|am|fecha(?:\s+de\s+\p{L}+)?|expedido\s+el|data(?:\s+d[ei]\s+\p{L}+)?|rilasciato\s+il|emitido\s+em|дата(?:\s+выдачи)?|выдан[о]?|даты?)\b[\s\p{L}]{0,25}[:\s]*$/iu,
);
export const END_DATE_CUE = wording(
  /\b(?:valid\s+(?:until|through|thru|to|till)|expir(?:es|y|ation)(?:\s+(?:on|date))?|good\s+(?:through|until)|renew\s+by|not\s+valid\s+after|valable\s+jusqu['’]au|expire\s+le|gültig\s+bis|válido\s+hasta|vence|válido\s+até|valido\s+fino\s+al|действителен\s+до|действует\s+до|срок\s+действия(?:\s+до)?)\b[\s:]*$/iu,
);
export const OTHER_DATE_CUE = wording(
  /\b(?:born(?:\s+on)?|date\s+of\s+birth|d\.?o\.?b\.?|né[e]?\s+le|geboren(?:\s+am)?|nacid[oa]|nato\s+il|дата\s+рождения|start(?:ed)?(?:\s+(?:date|on))?|from|enrol(?:l)?ed|printed|generated|downloaded|accessed|since|last\s+verified|copyright|©|version|period\s+of)\b[\s:]*$/iu,
);

export const NUMBER_CUE = wording(
  /\b(?:(?:certificate|certification|credential|license|licence|registration|diploma|document|serial|verification|validation|attestation|zertifikats?|certificat|certificado|certificato|statement|badge)\s*(?:number|numéro|nummer|número|numero|no\.?|n[°º]\.?|nr\.?|id(?:entifier)?\.?|code|ref(?:erence)?\.?)|(?:certificate|attestation|certificat)\s*(?=#)|reference\s+number|номер\s+(?:сертификата|документа|диплома)|сертификат\s+№|регистрационный\s+номер)(?:\s*(?:no\.?|number))?\s*[:#№]?\s*(?:is\s+)?/giu,
);
export const NUMBER_VALUE = /^#?\s?([A-Za-z0-9][A-Za-z0-9./_-]{3,63})(?=$|[\s|,;)])/u;
