// What a public explorer says about the transaction of an anchor: whether it holds the Merkle root, who made it
// and when. Reads answers that were handed in; an answer that does not fit is never taken for a verdict.
import {
  type JsonObject,
  isObject,
  numberOf,
  objectsOf,
  stringOf,
  stringsOf,
} from '../../formats/json.ts';
import { parseDateValue, rangeOf } from '../../domain/date-value.ts';
import { type Finding, failed, notChecked, passed } from '../check-result.ts';
import { hostOf } from '../did.ts';
import { type DocumentReader, unread } from '../documents.ts';
import { type Anchor, explorerUrl } from './chains.ts';

/** A confirmed transaction: who signed it (the first input's address) and when the block was made. */
export type Transaction = { readonly from: string; readonly timeMs: number };

export type LookUp = { readonly finding: Finding; readonly transaction?: Transaction };

type Answer = {
  readonly id: string;
  readonly isConfirmed: boolean;
  /** 32-byte values that the transaction carries, in lower-case hex. */
  readonly carried: readonly string[];
  readonly from?: string;
  readonly timeMs?: number;
};

/** Compares the Merkle root with what the transaction of the anchor carries. */
export async function lookUpAnchor(
  anchor: Anchor,
  merkleRoot: string,
  documents: DocumentReader,
): Promise<LookUp> {
  const chain = anchor.chain.name;
  const url = explorerUrl(anchor);
  const host = url === undefined ? undefined : hostOf(url);
  const needed = notChecked('blockcerts/chain-not-looked-up', {
    chain,
    transaction: anchor.transaction,
    ...(host === undefined ? {} : { host }),
  });
  if (url === undefined) return { finding: needed };
  const answer = await documents.askObject(url, 'chain');
  if (answer.kind !== 'object') return { finding: unread(url, answer, needed) };
  const found =
    anchor.chain.explorer === 'bitcoin' ? bitcoin(answer.object) : ethereum(answer.object);
  if (found?.id !== anchor.transaction.replace(/^0x/, '')) {
    const unusable = { kind: 'failed', code: 'net/changed-shape' } as const;
    return { finding: unread(url, unusable, needed) };
  }
  if (!found.isConfirmed)
    return { finding: notChecked('blockcerts/transaction-unconfirmed', { chain }) };
  if (!found.carried.includes(merkleRoot)) {
    return { finding: failed('blockcerts/transaction-differs', { chain }) };
  }
  const { from, timeMs } = found;
  return {
    finding: passed('blockcerts/transaction-matches', { chain }),
    ...(from === undefined || timeMs === undefined ? {} : { transaction: { from, timeMs } }),
  };
}

/** An Esplora answer: the root stands in an output that only carries data (OP_RETURN, 32 bytes). */
function bitcoin(answer: JsonObject): Answer | undefined {
  const id = stringOf(answer['txid']);
  const status = answer['status'];
  if (id === undefined || !isObject(status)) return undefined;
  const [input] = objectsOf(answer['vin']);
  const spent = input?.['prevout'];
  const from = isObject(spent) ? stringOf(spent['scriptpubkey_address']) : undefined;
  const seconds = numberOf(status['block_time']);
  return {
    id: id.toLowerCase(),
    isConfirmed: status['confirmed'] === true,
    carried: objectsOf(answer['vout']).flatMap(
      (output) =>
        /^6a20([0-9a-f]{64})$/.exec((stringOf(output['scriptpubkey']) ?? '').toLowerCase())?.[1] ??
        [],
    ),
    ...(from === undefined ? {} : { from }),
    ...(seconds === undefined ? {} : { timeMs: seconds * 1000 }),
  };
}

/** A BlockCypher answer: the root is the data that the transaction was called with. */
function ethereum(answer: JsonObject): Answer | undefined {
  const id = stringOf(answer['hash']);
  if (id === undefined) return undefined;
  const [input] = objectsOf(answer['inputs']);
  const [address] = stringsOf(input?.['addresses']);
  const confirmed = parseDateValue(answer['confirmed'] ?? answer['received']);
  return {
    id: id.toLowerCase().replace(/^0x/, ''),
    isConfirmed: (numberOf(answer['confirmations']) ?? 0) > 0,
    carried: objectsOf(answer['outputs']).flatMap(
      (output) =>
        /^(?:0x)?([0-9a-f]{64})$/.exec((stringOf(output['script']) ?? '').toLowerCase())?.[1] ?? [],
    ),
    ...(address === undefined ? {} : { from: `0x${address.replace(/^0x/i, '')}` }),
    ...(confirmed ? { timeMs: rangeOf(confirmed).from } : {}),
  };
}
