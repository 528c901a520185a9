// The few settings there are: theme, density, language of dates. Each takes effect at once.
import { RadioChoice } from '../controls/choice.tsx';
import { TextField } from '../controls/field.tsx';
import { dateLocaleOf, setPreferences, usePreferences } from '../preferences.ts';
import { formatDate } from '../dates.ts';
import { t } from '../messages/message.ts';
import styles from './settings-screen.module.css';

const EXAMPLE_DAY = { text: '2026-05-12', precision: 'day' } as const;
const EXAMPLE_MONTH = { text: '2026-05', precision: 'month' } as const;

/** The settings screen. */
export function SettingsScreen() {
  const preferences = usePreferences();
  const locale = dateLocaleOf(preferences);
  return (
    <section className={styles.screen} aria-labelledby="settings-title">
      <div className={styles.column}>
        <h1 id="settings-title" className={styles.title}>
          {t('nav.settings')}
        </h1>
        <RadioChoice
          label={t('settings.theme')}
          value={preferences.theme}
          options={[
            { value: 'system', label: t('settings.themeSystem') },
            { value: 'light', label: t('settings.themeLight') },
            { value: 'dark', label: t('settings.themeDark') },
          ]}
          onChange={(theme) => setPreferences({ theme })}
        />
        <RadioChoice
          label={t('settings.density')}
          value={preferences.density}
          options={[
            {
              value: 'comfortable',
              label: t('settings.comfortable'),
              help: t('settings.comfortableHelp'),
            },
            { value: 'compact', label: t('settings.compact'), help: t('settings.compactHelp') },
          ]}
          onChange={(density) => setPreferences({ density })}
        />
        <div className={styles.dates}>
          <TextField
            label={t('settings.dates')}
            help={t('settings.datesHelp')}
            value={preferences.dateLocale}
            onChange={(dateLocale) => setPreferences({ dateLocale: dateLocale.trim() })}
            error={isLocale(preferences.dateLocale) ? undefined : t('settings.datesUnknown')}
          />
          <p className={styles.example}>
            {t('settings.datesExample', {
              day: formatDate(EXAMPLE_DAY, locale),
              month: formatDate(EXAMPLE_MONTH, locale),
            })}
          </p>
        </div>
        <p className={styles.note}>{t('settings.where')}</p>
      </div>
    </section>
  );
}

function isLocale(tag: string): boolean {
  if (tag === '') return true;
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
