// The public door of verification: checks on one credential, giving a report. No network, no clock of its own.
export { runVerification, verifyCredential } from './verify-credential.ts';
export type { Verification, VerifyInput } from './verify-credential.ts';
export type { Refreshed } from './refresh.ts';
export { createClosedLoader, createContextSource } from './contexts.ts';
export type { ContextIndex, ContextSource, DocumentLoader } from './contexts.ts';
export { codeOfStatus } from './documents.ts';
export { type KeptCopy, latestContinuous } from './key-continuity.ts';
