// Whose a credential is and which records belong together: corrections, families, identities, rules. Use
// cases over the open library.
import type { Operation } from '../domain/change.ts';
import type { CredentialRecord } from '../domain/credential.ts';
import type { CredentialId } from '../domain/id.ts';
import { problem } from '../domain/problem.ts';
import { matchRecipient, withRecipientMatch } from '../domain/recipient-match.ts';
import { type Result, err } from '../domain/result.ts';
import { byProof, correctionOperations, joinOperations, leaveOperations } from './corrections.ts';
import { type Desk, IDENTITIES_ROW, type OpenLibrary, RULES_ROW } from './desk.ts';
import { acceptOperations, waitingIn } from './inbox.ts';
import type { LaurelApp } from './laurel-app.ts';
import type { Clock } from './ports.ts';

const MOST_SUGGESTIONS = 5;
/** Records compared with the identity ledger in one go. */
const SLICE = 500;

export type Belonging = Pick<
  LaurelApp,
  | 'correct'
  | 'family'
  | 'suggestFamily'
  | 'joinFamily'
  | 'leaveFamily'
  | 'setRules'
  | 'setIdentities'
>;

/** Builds the use cases. */
export function createBelonging(deps: { clock: Clock }, desk: Desk): Belonging {
  async function members(open: OpenLibrary, id: CredentialId): Promise<CredentialRecord[]> {
    const { summaries, view } = open.session;
    const family = summaries.get(id)?.family?.id;
    const ids =
      family === undefined
        ? [id]
        : [...summaries.values()].filter((one) => one.family?.id === family).map((one) => one.id);
    return byProof(await view.credentialsOf(ids));
  }

  function putSetting(id: string, fields: Record<string, unknown>): Operation {
    return { op: 'put', table: 'settings', id, fields };
  }

  return {
    correct: async (id, field, value) =>
      desk.act('correct', [id], ([record]) =>
        record
          ? correctionOperations(record, field, value, new Date(deps.clock.nowMs()).toISOString())
          : [],
      ),
    family: async (id) => {
      const open = desk.open();
      return open ? members(open, id) : [];
    },
    suggestFamily: async (id) => {
      const open = desk.open();
      const summary = open?.session.summaries.get(id);
      if (!open || !summary) return [];
      return open.families
        .relatives(summary)
        .filter(
          (other) => summary.family === undefined || other.summary.family?.id !== summary.family.id,
        )
        .slice(0, MOST_SUGGESTIONS);
    },
    joinFamily: async (ids) =>
      desk.act('join', ids, (records, { session }) => [
        ...joinOperations(records),
        ...acceptOperations(records, session.inbox.values(), waitingIn(session)),
      ]),
    leaveFamily: async (id) => {
      const open = desk.open();
      if (!open) return err(problem('library/not-open'));
      const all = await members(open, id);
      return desk.act(
        'part',
        all.map((record) => record.id),
        (records) => {
          const leaving = records.find((record) => record.id === id);
          return leaving ? leaveOperations(leaving, records) : [];
        },
      );
    },
    setRules: async (rules) => desk.act('rules', [], () => [putSetting(RULES_ROW, { rules })]),
    setIdentities: async (identities): Promise<Result<void>> => {
      const saved = await desk.act('identities', [], () => [
        putSetting(IDENTITIES_ROW, { identities }),
      ]);
      const open = desk.open();
      if (!saved.ok || !open) return saved;
      const { session } = open;
      const ids = [...session.summaries.keys()];
      for (let at = 0; at < ids.length; at += SLICE) {
        const operations: Operation[] = [];
        for (const record of await session.view.credentialsOf(ids.slice(at, at + SLICE))) {
          const match = await matchRecipient(record.recipient, identities);
          if (JSON.stringify(match) === JSON.stringify(record.recipientMatch)) continue;
          const { latestReport } = record;
          const fields = {
            recipientMatch: match,
            ...(latestReport ? { latestReport: withRecipientMatch(latestReport, match) } : {}),
          };
          operations.push({ op: 'put', table: 'credentials', id: record.id, fields });
        }
        const committed = await session.commit(operations);
        if (!committed.ok) return committed;
      }
      return saved;
    },
  };
}
