// Printing an appendix: what goes in and in which order, how it should look, a preview, and the file.
import { ArrowLeft, FileDown, FileStack } from 'lucide-react';
import { useState } from 'react';
import type { BuiltPortfolio, PaperSize, PdfStandard } from '../../app/laurel-app.ts';
import type { CredentialId } from '../../domain/id.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import { useApp, useAppState } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { useDelayed } from '../app-shell/delayed.ts';
import { Button } from '../controls/button.tsx';
import { RadioChoice, Segments, Switch } from '../controls/choice.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { TextField } from '../controls/field.tsx';
import { useDateLocale } from '../dates.ts';
import { t } from '../messages/message.ts';
import { PictureView } from '../original-viewer/picture-view.tsx';
import { OrderList } from './order-list.tsx';
import { defaultPaper, portfolioFileName } from './portfolio-defaults.ts';
import styles from './portfolio-screen.module.css';

type Props = { readonly ids: readonly CredentialId[] };

/** The screen. A change after building asks for building again. */
export function PortfolioScreen({ ids }: Props) {
  const app = useApp();
  const { credentials } = useAppState();
  const { go, perform, announce } = useDesk();
  const locale = useDateLocale();
  const [order, setOrder] = useState(ids);
  const [title, setTitle] = useState(t('portfolio.defaultTitle'));
  const [personName, setPersonName] = useState(() => commonRecipient(ids, credentials));
  const [paper, setPaper] = useState<PaperSize>(() => defaultPaper(locale));
  const [standard, setStandard] = useState<PdfStandard>('ua-1');
  const [appendOriginals, setAppendOriginals] = useState(false);
  const [checkReports, setCheckReports] = useState(false);
  const [built, setBuilt] = useState<BuiltPortfolio>();
  const [stale, setStale] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [building, setBuilding] = useState(false);
  const [saved, setSaved] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const slow = useDelayed(building);

  const change =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      setStale(true);
      setSaved(false);
    };
  const build = async () => {
    setBuilding(true);
    setProblem(undefined);
    const result = await app.buildPortfolio({
      credentials: order,
      template: 'appendix',
      title: title.trim() || t('portfolio.defaultTitle'),
      personName: personName.trim(),
      paper,
      standard,
      appendOriginals,
      checkReports,
      locale,
    });
    setBuilding(false);
    if (!result.ok) {
      setProblem(result.problem);
      return;
    }
    setAttempt((before) => before + 1);
    setBuilt(result.value);
    setStale(false);
    setSaved(false);
    announce(t('portfolio.built', { count: result.value.pages }));
  };
  const save = async () => {
    if (!built) return;
    const act = app.saveFile(portfolioFileName(title), 'application/pdf', built.pdf);
    if (await perform(act)) {
      const result = await act;
      setSaved(result.ok && result.value);
    }
  };

  return (
    <section className={styles.screen} aria-labelledby="portfolio-title">
      <div className={styles.settings}>
        <div className={styles.scroll}>
          <Button kind="quiet" icon={ArrowLeft} onPress={() => go({ kind: 'library' })}>
            {t('detail.toLibrary')}
          </Button>
          <h1 id="portfolio-title" className={styles.title}>
            {t('portfolio.title')}
          </h1>
          <TextField
            label={t('portfolio.titleField')}
            value={title}
            onChange={change(setTitle)}
            maxLength={120}
          />
          <TextField
            label={t('portfolio.name')}
            help={t('portfolio.nameHelp')}
            value={personName}
            onChange={change(setPersonName)}
            maxLength={120}
          />
          <div className={styles.group}>
            <h2 className={styles.label}>{t('portfolio.order', { count: order.length })}</h2>
            <OrderList ids={order} onChange={change(setOrder)} />
          </div>
          <div className={styles.group}>
            <h2 className={styles.label}>{t('portfolio.paper')}</h2>
            <Segments
              label={t('portfolio.paper')}
              value={paper}
              options={[
                { value: 'a4', label: t('portfolio.a4') },
                { value: 'letter', label: t('portfolio.letter') },
              ]}
              onChange={change(setPaper)}
            />
          </div>
          <RadioChoice
            label={t('portfolio.standard')}
            value={standard}
            options={[
              { value: 'ua-1', label: t('portfolio.ua1'), help: t('portfolio.ua1Help') },
              { value: 'a-3a', label: t('portfolio.a3a'), help: t('portfolio.a3aHelp') },
              { value: 'none', label: t('portfolio.plain'), help: t('portfolio.plainHelp') },
            ]}
            onChange={change(setStandard)}
          />
          <Switch
            on={checkReports}
            onChange={change(setCheckReports)}
            help={t('portfolio.reportsHelp')}
          >
            {t('portfolio.reports')}
          </Switch>
          <Switch
            on={appendOriginals}
            onChange={change(setAppendOriginals)}
            help={t('portfolio.appendHelp')}
          >
            {t('portfolio.append')}
          </Switch>
        </div>
        <div className={styles.actions}>
          <p className={styles.state} role="status">
            {slow ? t('portfolio.building') : saved ? t('portfolio.saved') : null}
          </p>
          <Button
            kind={built && !stale ? 'plain' : 'primary'}
            icon={FileStack}
            isDisabled={building || order.length === 0}
            onPress={() => void build()}
          >
            {built ? t('portfolio.buildAgain') : t('portfolio.build')}
          </Button>
          {built ? (
            <Button
              kind={stale ? 'plain' : 'primary'}
              icon={FileDown}
              isDisabled={building || stale}
              onPress={() => void save()}
            >
              {t('portfolio.save')}
            </Button>
          ) : null}
        </div>
      </div>
      <div className={styles.preview} role="region" aria-label={t('portfolio.preview')}>
        {problem ? (
          <p className={styles.problem} role="alert">
            {problemWording(problem)}
          </p>
        ) : null}
        {built ? (
          <>
            <div className={styles.facts}>
              <p>
                {t('portfolio.pages', { count: built.pages })}
                {stale ? ` · ${t('portfolio.stale')}` : null}
              </p>
              {built.problems.length > 0 ? (
                <ul className={styles.problems}>
                  {built.problems.map((one, index) => (
                    <li key={index}>
                      <bdi>{problemWording(one)}</bdi>
                    </li>
                  ))}
                </ul>
              ) : null}
            </div>
            <PictureView
              key={attempt}
              load={(page, pixels) => app.previewPdf(built.pdf, page, pixels)}
            />
          </>
        ) : (
          <EmptyState icon={FileStack} title={t('portfolio.previewTitle')}>
            {t('portfolio.previewText')}
          </EmptyState>
        )}
      </div>
    </section>
  );
}

/** The one name that all of them were issued to, else nothing. */
function commonRecipient(
  ids: readonly CredentialId[],
  credentials: readonly { readonly id: CredentialId; readonly recipientName?: string }[],
): string {
  const wanted = new Set(ids);
  const names = new Set(
    credentials.flatMap(({ id, recipientName }) =>
      wanted.has(id) && recipientName ? [recipientName] : [],
    ),
  );
  const [name = ''] = names;
  return names.size === 1 ? name : '';
}
