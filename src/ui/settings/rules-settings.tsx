// Rules for what comes in: when provider, issuer, kind or standing fit, accept and tag by itself.
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Form } from 'react-aria-components';
import type { ImportRule } from '../../domain/inbox.ts';
import { STANDINGS, type Standing } from '../../domain/report.ts';
import { standingWording } from '../../domain/wording.ts';
import { useApp, useAppState } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { Button, IconButton } from '../controls/button.tsx';
import { Switch } from '../controls/choice.tsx';
import { cx } from '../controls/class-names.ts';
import { TextField } from '../controls/field.tsx';
import { Select } from '../controls/select.tsx';
import { formatWording } from '../format-wording.ts';
import { t } from '../messages/message.ts';
import { ruleWording, tagsOf } from './rule-wording.ts';
import { SettingsPart } from './settings-part.tsx';
import styles from './settings-screen.module.css';

const ANY = '';
/** Starts of format names that people tell apart. */
const FORMATS = [
  'ob1',
  'ob2',
  'ob3',
  'clr',
  'vc',
  'sd-jwt',
  'elm',
  'blockcerts',
  'pdf',
  'image',
  'link',
  'csv',
  'credly',
  'accredible',
  'linkedin',
  'europass',
  'jsonresume',
];

type Draft = {
  readonly provider: string;
  readonly issuer: string;
  readonly format: string;
  readonly standing: Standing | '';
  readonly accept: boolean;
  readonly tags: string;
};

const EMPTY: Draft = {
  provider: ANY,
  issuer: '',
  format: ANY,
  standing: ANY,
  accept: true,
  tags: '',
};

/** The rules and the form that adds one. */
export function RulesSettings() {
  const app = useApp();
  const { rules, credentials, waiting } = useAppState();
  const { perform } = useDesk();
  const [draft, setDraft] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const providers = useMemo(() => {
    const names = new Set<string>();
    for (const { provider } of [...waiting, ...credentials]) if (provider) names.add(provider);
    return [...names].sort((a, b) => a.localeCompare(b));
  }, [credentials, waiting]);
  const rule = ruleOf(draft);
  const put = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const add = async () => {
    setTried(true);
    if (!rule || !(await perform(app.setRules([...rules, rule])))) return;
    setDraft((now) => (now === draft ? EMPTY : now));
    setTried(false);
  };
  return (
    <SettingsPart title={t('rules.title')} text={t('rules.text')}>
      {rules.length === 0 ? <p className={styles.note}>{t('rules.none')}</p> : null}
      <ul className={styles.rows}>
        {rules.map((one) => (
          <li key={one.id} className={styles.row}>
            <bdi className={styles.rowValue}>{ruleWording(one)}</bdi>
            <IconButton
              icon={X}
              label={t('rules.remove', { rule: ruleWording(one) })}
              small
              onPress={() => void perform(app.setRules(rules.filter(({ id }) => id !== one.id)))}
            />
          </li>
        ))}
      </ul>
      <Form
        className={cx(styles.form)}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <div className={styles.pair}>
          {providers.length > 0 ? (
            <Select
              label={t('rules.provider')}
              value={draft.provider}
              options={withAny(providers.map((name) => ({ value: name, label: name })))}
              onChange={(provider) => put({ provider })}
            />
          ) : (
            <TextField
              label={t('rules.provider')}
              value={draft.provider}
              onChange={(provider) => put({ provider })}
            />
          )}
          <TextField
            label={t('rules.issuer')}
            value={draft.issuer}
            onChange={(issuer) => put({ issuer })}
          />
          <Select
            label={t('rules.format')}
            value={draft.format}
            options={withAny(
              FORMATS.map((format) => ({ value: format, label: formatWording(format) })),
            )}
            onChange={(format) => put({ format })}
          />
          <Select<Standing | ''>
            label={t('rules.standing')}
            value={draft.standing}
            options={[
              { value: ANY, label: t('rules.any') },
              ...STANDINGS.map((one) => ({ value: one, label: standingWording(one).word })),
            ]}
            onChange={(standing) => put({ standing })}
          />
        </div>
        <Switch on={draft.accept} onChange={(accept) => put({ accept })}>
          {t('rules.accept')}
        </Switch>
        <TextField
          label={t('rules.tags')}
          help={t('rules.tagsHelp')}
          value={draft.tags}
          onChange={(tags) => put({ tags })}
          error={tried && !rule ? t('rules.incomplete') : undefined}
        />
        <div>
          <Button type="submit">{t('rules.add')}</Button>
        </div>
      </Form>
    </SettingsPart>
  );
}

/** The rule of a draft; undefined while it fits everything or does nothing. */
function ruleOf({
  provider,
  issuer,
  format,
  standing,
  accept,
  tags,
}: Draft): ImportRule | undefined {
  const when = {
    ...(provider.trim() === '' ? {} : { provider: provider.trim() }),
    ...(issuer.trim() === '' ? {} : { issuer: issuer.trim() }),
    ...(format === ANY ? {} : { format }),
    ...(standing === '' ? {} : { standing }),
  };
  const then = { accept, tags: tagsOf(tags) };
  if (Object.keys(when).length === 0 || (!accept && then.tags.length === 0)) return undefined;
  return { id: crypto.randomUUID(), when, then };
}

function withAny(options: readonly { value: string; label: string }[]) {
  return [{ value: ANY, label: t('rules.any') }, ...options];
}
