// The watched folder: which one, and how to begin and end. Stands in the dialog and in the settings.
import { FolderSync } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import type { WatchDescription } from '../../app/laurel-app.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import { useApp } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { Button } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { TextField } from '../controls/field.tsx';
import { formatMoment, useDateLocale } from '../dates.ts';
import { t } from '../messages/message.ts';
import styles from './add.module.css';

/** The state of the watch and the choices there are. */
export function WatchFolder() {
  const app = useApp();
  const { announce } = useDesk();
  const locale = useDateLocale();
  const [watch, setWatch] = useState<WatchDescription>();
  const [path, setPath] = useState('');
  const [complaint, setComplaint] = useState<string>();
  // Asked again whenever the watch began or ended.
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let latest = true;
    void app.describeWatch().then((result) => {
      if (!latest) return;
      if (result.ok) setWatch(result.value);
      else setComplaint(problemWording(result.problem));
    });
    return () => {
      latest = false;
    };
  }, [app, asked]);
  const start = async (choice: { suggestion?: string; path?: string }) => {
    const result = await app.startWatch(choice);
    setComplaint(result.ok ? undefined : problemWording(result.problem));
    if (!result.ok || !result.value) return;
    announce(t('watch.started'));
    setAsked((before) => before + 1);
  };
  const stop = async () => {
    const result = await app.stopWatch();
    setComplaint(result.ok ? undefined : problemWording(result.problem));
    if (!result.ok) return;
    announce(t('watch.stopped'));
    setAsked((before) => before + 1);
  };
  if (!watch) return complaint === undefined ? null : <p role="alert">{complaint}</p>;
  if (watch.watching) {
    const { name, since } = watch.watching;
    return (
      <div className={styles.stack}>
        <p>
          <bdi>{t('watch.on', { name, when: formatMoment(since, locale) })}</bdi>
        </p>
        <div>
          <Button onPress={() => void stop()}>{t('watch.stop')}</Button>
        </div>
        {complaint === undefined ? null : <p role="alert">{complaint}</p>}
      </div>
    );
  }
  return (
    <div className={styles.stack}>
      <p className={styles.soft}>{t('watch.off')}</p>
      {watch.suggestions.length > 0 ? (
        <div className={styles.suggestions} role="group" aria-label={t('watch.suggestions')}>
          {watch.suggestions.map(({ id, name }) => (
            <Button key={id} icon={FolderSync} onPress={() => void start({ suggestion: id })}>
              <bdi>{t('watch.watchThis', { name })}</bdi>
            </Button>
          ))}
        </div>
      ) : null}
      {watch.picks === 'dialog' ? (
        <div>
          <Button onPress={() => void start({})}>{t('watch.choose')}</Button>
        </div>
      ) : (
        <Form
          className={cx(styles.stack)}
          onSubmit={(event) => {
            event.preventDefault();
            if (path.trim() !== '') void start({ path: path.trim() });
          }}
        >
          <TextField
            label={t('watch.path')}
            help={t('watch.pathHelp')}
            value={path}
            onChange={(value) => {
              setPath(value);
              setComplaint(undefined);
            }}
            error={complaint}
          />
          <div>
            <Button type="submit" isDisabled={path.trim() === ''}>
              {t('watch.start')}
            </Button>
          </div>
        </Form>
      )}
      {complaint !== undefined && watch.picks === 'dialog' ? <p role="alert">{complaint}</p> : null}
    </div>
  );
}
