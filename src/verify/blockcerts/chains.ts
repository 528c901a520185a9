// The blockchains that Blockcerts are anchored on: what a proof calls them, whether they prove anything, and
// the public explorer that knows their transactions. Names only; nothing here asks anybody.

/** One anchor of a proof: the transaction that is said to hold the Merkle root. */
export type Anchor = {
  readonly chain: Chain;
  /** As the chain writes it: lower-case hex, with `0x` on Ethereum. */
  readonly transaction: string;
};

export type Chain = {
  /** The name for people, such as `Bitcoin`. */
  readonly name: string;
  /** Anybody can write to a test chain at no cost, so what stands there proves nothing. */
  readonly isTest: boolean;
  /** Whose transactions can be looked up, and how its explorer answers. */
  readonly explorer?: 'bitcoin' | 'ethereum';
};

const BITCOIN: Chain = { name: 'Bitcoin', isTest: false, explorer: 'bitcoin' };
const ETHEREUM: Chain = { name: 'Ethereum', isTest: false, explorer: 'ethereum' };
const BITCOIN_TEST: Chain = { name: 'Bitcoin (test network)', isTest: true };
const ETHEREUM_TEST: Chain = { name: 'Ethereum (test network)', isTest: true };
const MOCK: Chain = { name: 'a mock chain', isTest: true };

/** What MerkleProof2017 writes into `chain`, in lower case. */
const NAMES: ReadonlyMap<string, Chain> = new Map([
  ['bitcoinmainnet', BITCOIN],
  ['bitcointestnet', BITCOIN_TEST],
  ['bitcoinregtest', MOCK],
  ['mockchain', MOCK],
  ['mocknet', MOCK],
  ['ethereummainnet', ETHEREUM],
  ['ethereumropsten', ETHEREUM_TEST],
  ['ethereumrinkeby', ETHEREUM_TEST],
  ['ethereumgoerli', ETHEREUM_TEST],
  ['ethereumsepolia', ETHEREUM_TEST],
]);

/** The chain that MerkleProof2017 names; one that nobody here knows keeps its own name. */
export function chainOfName(name: string): Chain {
  return NAMES.get(name.toLowerCase()) ?? unknownChain(name);
}

/**
 * The chain of an anchor without a name, as the first Blockcerts had them: the kind of anchor decides, and the
 * first characters of the issuer's address tell Bitcoin from its test network.
 */
export function chainOfKind(kind: string, address: string | undefined): Chain {
  if (/^eth/i.test(kind)) return ETHEREUM;
  if (/mock/i.test(kind)) return MOCK;
  return address !== undefined && /^(?:[mn2]|tb1|bcrt1)/.test(address) ? BITCOIN_TEST : BITCOIN;
}

/** The chain of a blink address, such as `btc` and `mainnet` (MerkleProof2019 §Blockchain keymap). */
export function chainOfBlink(chain: string, network: string): Chain {
  const isMain = network === 'mainnet';
  if (chain === 'btc') return isMain ? BITCOIN : BITCOIN_TEST;
  if (chain === 'eth') return isMain ? ETHEREUM : ETHEREUM_TEST;
  return chain === 'mocknet' ? MOCK : unknownChain(`${chain} ${network}`);
}

function unknownChain(name: string): Chain {
  return { name: name.slice(0, 40), isTest: false };
}

/** Where a transaction can be looked up: the explorer's own JSON, and its host for people. */
export function explorerUrl({ chain, transaction }: Anchor): string | undefined {
  if (chain.explorer === 'bitcoin') return `https://blockstream.info/api/tx/${transaction}`;
  if (chain.explorer === 'ethereum')
    return `https://api.blockcypher.com/v1/eth/main/txs/${transaction.replace(/^0x/, '')}`;
  return undefined;
}
