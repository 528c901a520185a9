// The settings: names and addresses, rules, the watched folder, trust, the network, and looks. Each takes effect at
// once.
import { RadioChoice } from '../controls/choice.tsx';
import { ChoiceMenu } from '../controls/menu.tsx';
import { dateLocaleOf, setPreferences, usePreferences } from '../preferences.ts';
import { formatDate } from '../dates.ts';
import { t } from '../messages/message.ts';
import { WatchFolder } from '../add/watch-folder.tsx';
import { IdentitiesSettings } from './identities-settings.tsx';
import { NetworkSettings } from './network-settings.tsx';
import { RecheckSettings } from './recheck-settings.tsx';
import { RulesSettings } from './rules-settings.tsx';
import { SettingsPart } from './settings-part.tsx';
import { TrustSettings } from './trust-settings.tsx';
import styles from './settings-screen.module.css';

const DATE_LOCALES = [
  '',
  ...'en-GB en-US en-CA de fr es it pt pt-BR nl da sv nb fi pl cs sk sl hr hu ro bg el tr uk he ar fa hi ja ko zh-Hans zh-Hant'.split(
    ' ',
  ),
];
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
        <IdentitiesSettings />
        <RulesSettings />
        <SettingsPart title={t('watch.title')} text={t('watch.text')}>
          <WatchFolder />
        </SettingsPart>
        <TrustSettings />
        <RecheckSettings />
        <NetworkSettings />
        <SettingsPart title={t('settings.looks')} text={t('settings.where')}>
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
            <h3 className={styles.label}>{t('settings.dates')}</h3>
            <ChoiceMenu
              label={nameOf(preferences.dateLocale)}
              name={t('settings.dates')}
              several={false}
              chosen={[preferences.dateLocale]}
              options={DATE_LOCALES.map((tag) => ({ value: tag, label: nameOf(tag) }))}
              onChange={([dateLocale = '']) => setPreferences({ dateLocale })}
            />
            <p className={styles.example}>
              {t('settings.datesExample', {
                day: formatDate(EXAMPLE_DAY, locale),
                month: formatDate(EXAMPLE_MONTH, locale),
              })}
            </p>
          </div>
        </SettingsPart>
      </div>
    </section>
  );
}

/** The language in its own name; empty is the language of the computer. */
function nameOf(tag: string): string {
  if (tag === '') return t('settings.themeSystem');
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
}
