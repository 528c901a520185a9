// Notes that were typed and are not kept yet, by credential, so that a draft outlives its editor.
import type { CredentialId } from '../../domain/id.ts';

const drafts = new Map<CredentialId, string>();

/** The draft of a credential, where one waits. */
export function draftOf(id: CredentialId): string | undefined {
  return drafts.get(id);
}

/** Holds a draft until it is kept. */
export function holdDraft(id: CredentialId, text: string): void {
  drafts.set(id, text);
}

/** Lets the draft go once exactly that text was kept; newer typing stays. */
export function settleDraft(id: CredentialId, text: string): void {
  if (drafts.get(id) === text) drafts.delete(id);
}
