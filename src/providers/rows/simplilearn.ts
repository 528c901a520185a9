// The row of Simplilearn. Data alone.
import { numbered, provider, unnumbered } from '../provider.ts';

export const SIMPLILEARN = provider({
  id: 'simplilearn',
  name: 'Simplilearn',
  issuer: 'Simplilearn',
  hosts: ['simplilearn.com', 'simpli-web.app.link', 'certificates.simplicdn.net'],
  urlPatterns: [
    numbered(/^certificates\.simplicdn\.net\/share\/(?:thumb_)?(\w{4,40})\.(?:pdf|png|jpe?g)/iu),
    unnumbered(/^certificates\.simplicdn\.net\/share\/\S+/iu),
    unnumbered(/^simpli-web\.app\.link\/e\/\S+/iu),
  ],
  pdfCues: [/\bSimpli ?learn\b/iu, /\bSkillUp (?:Online|by Simplilearn)\b/iu],
  fileNameCues: [/\bsimplilearn\b/iu],
});
