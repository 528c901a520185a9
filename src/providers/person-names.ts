// Tells lines that look like a person's name from lines that look like anything else. A guess by shape
// and vocabulary; certificate-text.ts weighs it with the wording around.

const NAME_PART = String.raw`(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lu}\.|(?:de|da|do|dos|del|della|di|van|von|der|den|el|al|bin|ibn|la|le|du|of|y|e)(?=\s))`;
const NAME = new RegExp(
  String.raw`^(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?${NAME_PART}(?:[\s]+${NAME_PART}){1,5}$`,
  'u',
);

// Words that a course or an organisation has and a name has not.
const SUBJECT_WORD =
  /(?<!\p{L})(?:academy|achievement|administration|advanced|agile|ai|algebra|algorithms|analyst|analytics|analysis|android|api|apis|applied|architect|architecture|artificial|associate|authentication|aws|azure|badge|basics|beginners?|big|blockchain|bootcamp|building|business|c\+\+|career|center|certificate|certification|certified|cloud|code|coding|college|communication|community|completion|computer|computing|core|course|creating|cryptography|css|customer|cyber|cybersecurity|data|database|databases|deep|design|designer|developer|development|devops|digital|economics|educat\p{L}*|engineer|engineering|english|essentials|ethical|excel|expert|finance|financial|for|foundation|foundations|framework|fundamentals|game|generative|git|google|guide|hacker|hacking|html|ibm|institute|intelligence|intermediate|introduction|intro|iot|issued|java|javascript|js|kubernetes|language|languages|leadership|learning|linux|literacy|machine|management|manager|marketing|math\p{L}*|media|methods|microsoft|ml|mobile|model\p{L}*|network|networking|neural|object|office|oracle|operations|oriented|orientation|photo|power|practical|practice|practitioner|principles|process|product|production|professional|program|programme|programming|project|prompt|python|quality|query|react|research|responsible|responsive|robotics|school|science|scientist|scrum|section|security|server|service|sharepoint|simulation|skills?|social|software|specialist|sql|stack|statistics|strateg\p{L}*|studio|supply|support|system|systems|tableau|teaching|technical|techniques|technolog\p{L}*|testing|theory|thinking|toolbox|tools|track|training|university|user|using|ux|verified|virtual|visuali[sz]ation|web|windows|with|workshop|writing|анализ\p{L}*|введение|данных|курс\p{L}*|обучени\p{L}*|основы|программ\p{L}*|разработ\p{L}*|университет\p{L}*|introduction|formation|gestion|données|programmation|einführung|grundlagen|fundamentos|curso|gestión|introducción|datos|corso|introduzione)(?!\p{L})/iu;

/** Whether a text has the shape of a person's name: two to six capitalised words and no subject words. */
export function looksLikeName(text: string): boolean {
  if (text.length > 60 || /[\d@:;()[\]{}|/\\!?"“”«»#%&+=_]/u.test(text)) return false;
  return NAME.test(text) && !SUBJECT_WORD.test(text);
}

/** Cleans a name of titles of courtesy, stray punctuation and trailing verbs; `undefined` if nothing is left. */
export function tidyName(text: string): string | undefined {
  const cleaned = text.replace(/^[\s,:;.–—-]+|[\s,:;–—-]+$/gu, '').trim();
  return cleaned.length >= 2 && cleaned.length <= 80 ? cleaned : undefined;
}
