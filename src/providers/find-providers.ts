// Which providers a document points to, and how strongly.
import type { DocumentFacts, FoundIn } from '../formats/document-recogniser.ts';
import type { ProviderRecogniser } from './provider.ts';
import { providerOfHost, recogniseUrl } from './recognise-url.ts';
import { PROVIDERS } from './rows/index.ts';
import { addressesOf } from './verify-urls.ts';

export type ProviderFinding = {
  readonly provider: ProviderRecogniser;
  readonly confidence: number;
  readonly in: FoundIn;
  readonly credentialNumber?: string;
  readonly title?: string;
};

/** Longer texts are no certificates; wording is looked for in their beginning. */
const MOST_CHARACTERS = 20_000;

/** The providers, strongest first, each once. An address of a credential outweighs wording, which outweighs names. */
export function findProviders(facts: DocumentFacts, text: string): ProviderFinding[] {
  const findings = new Map<string, ProviderFinding>();
  const add = (finding: ProviderFinding): void => {
    const known = findings.get(finding.provider.id);
    if (!known || finding.confidence > known.confidence) {
      findings.set(finding.provider.id, { ...known, ...finding });
    }
  };
  for (const address of addressesOf(facts)) {
    const recognised = recogniseUrl(address.url);
    if (recognised) {
      const { provider, credentialNumber, title } = recognised;
      add({
        provider,
        confidence: recognised.confidence,
        in: address.in,
        ...(credentialNumber ? { credentialNumber } : {}),
        ...(title ? { title } : {}),
      });
      continue;
    }
    const owner = providerOfHost(address.url);
    if (owner) add({ provider: owner, confidence: 0.6, in: address.in });
  }
  const words = [text.slice(0, MOST_CHARACTERS), facts.infoTitle ?? '', facts.infoAuthor ?? '']
    .join(' ')
    .slice(0, MOST_CHARACTERS + 500);
  for (const provider of PROVIDERS) {
    const cues = provider.pdfCues.filter((cue) => cue.test(words)).length;
    if (cues > 0) {
      add({ provider, confidence: cues > 1 ? 0.9 : 0.75, in: { kind: 'provider' } });
    }
    if (provider.fileNameCues.length === 0) continue;
    for (const cue of provider.fileNameCues) {
      const match = cue.exec(facts.fileName);
      if (!match) continue;
      const number = match[1];
      add({
        provider,
        confidence: number === undefined ? 0.4 : 0.7,
        in: { kind: 'file-name' },
        ...(number === undefined ? {} : { credentialNumber: number }),
      });
    }
  }
  return [...findings.values()].sort((a, b) => b.confidence - a.confidence);
}
