// Titles that addresses spell out as slugs, written as people write them.

const SMALL_WORDS = /^(?:a|an|and|as|by|for|from|in|of|on|or|the|to|with|de|del|la|y)$/u;
const KNOWN_WORDS = new Map(
  'AI AJAX API APIs AWS B2B C# CMS CRM CSS DevOps GitHub HTML IoT JavaScript JSON LLM ML MongoDB MySQL NLP NoSQL PHP PostgreSQL QA REST SEO SQL TypeScript UI UX'
    .split(' ')
    .map((word) => [word.toLowerCase(), word] as const),
);

/** `data-analysis-with-sql-v7` as “Data Analysis with SQL”. A reading, hence never exact. */
export function titleOfSlug(slug: string): string {
  return slug
    .replace(/-v\d{1,2}$/iu, '')
    .split(/[-_]+/u)
    .filter((word) => word !== '')
    .map((word, index) => {
      const known = KNOWN_WORDS.get(word.toLowerCase());
      if (known !== undefined) return known;
      if (index > 0 && SMALL_WORDS.test(word)) return word;
      return word.charAt(0).toUpperCase() + word.slice(1);
    })
    .join(' ');
}
