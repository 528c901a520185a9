// What the host is given by others: the shell around it and the typesetter. Interfaces only.
import type { RequestOf, ResponseOf } from '../../src/contract/channels.ts';
import type { Result } from '../../src/domain/result.ts';

/** What only a shell has. Requests are validated and addresses checked before they get here. */
export interface ShellPort {
  describe(): ResponseOf<'shell.describe'>;
  /** Opens a checked address outside; false when the person said no. Never through a command shell. */
  openLink(href: string): Promise<boolean>;
  /** Asks the person where, and writes; `saved: false` when the person cancelled. The name is safe. */
  saveFile(file: RequestOf<'files.save'>): Promise<Result<ResponseOf<'files.save'>>>;
  /** Lets the person choose a folder; undefined when cancelled. Absent where a path is typed instead. */
  pickFolder?(): Promise<string | undefined>;
}

/** Typesets one document at a time. */
export interface TypesetPort {
  render(request: RequestOf<'typeset.render'>): Promise<Result<ResponseOf<'typeset.render'>>>;
  close(): Promise<void>;
}
