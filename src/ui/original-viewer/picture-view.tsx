// Pages of a picture or PDF with page buttons and zoom. Pictures arrive as bytes and are shown through
// object URLs, which are let go again.
import { ChevronLeft, ChevronRight, ScanSearch, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { OriginalPicture } from '../../app/laurel-app.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Result } from '../../domain/result.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import { useDelayed } from '../app-shell/delayed.ts';
import { IconButton } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import type { FieldBox } from '../detail/provenance.ts';
import { FieldBoxes } from './field-boxes.tsx';
import { t } from '../messages/message.ts';
import styles from './original-viewer.module.css';

type Props = {
  /** Loads a page (from 1), at most so many pixels wide. */
  readonly load: (page: number, maxPixels: number) => Promise<Result<OriginalPicture>>;
  /** Where fields were read; drawn over the page when the person asks, or at once with `boxesShown`. */
  readonly boxes?: readonly FieldBox[];
  readonly boxesShown?: boolean;
  readonly onBoxesShown?: (shown: boolean) => void;
};

type Shown = {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly page: number;
  readonly pages: number;
};

/** Shares of the pane's width; `fit` shows the whole page. */
const ZOOMS = ['fit', 1, 1.5, 2, 3, 4] as const;
const BASE_PIXELS = 1200;
const MAX_PIXELS = 4800;
/** A picture of a few pixels is shown at this width, or nobody would see it. */
const SMALLEST_SHOWN = 160;

/** The viewer. It starts at the first page, fitted to the pane. */
export function PictureView({ load, boxes = [], boxesShown = false, onBoxesShown }: Props) {
  const [page, setPage] = useState(1);
  const [zoomStep, setZoomStep] = useState(0);
  const [shown, setShown] = useState<Shown>();
  const [problem, setProblem] = useState<Problem>();
  const [loaded, setLoaded] = useState('');
  const scroller = useRef<HTMLDivElement>(null);
  const zoom = ZOOMS[zoomStep] ?? 'fit';
  const scale = zoom === 'fit' ? 1 : zoom;
  const maxPixels = Math.min(MAX_PIXELS, Math.ceil(BASE_PIXELS * scale));
  const ask = useEffectEvent(load);
  const loading = loaded !== `${page} ${maxPixels}`;
  const slow = useDelayed(loading);

  useEffect(() => {
    let latest = true;
    void ask(page, maxPixels).then((result) => {
      if (!latest) return;
      setLoaded(`${page} ${maxPixels}`);
      setProblem(result.ok ? undefined : result.problem);
      if (!result.ok) return;
      const { bytes, mediaType, width, height, pages } = result.value;
      const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType });
      setShown({ url: URL.createObjectURL(blob), width, height, page: result.value.page, pages });
    });
    return () => {
      latest = false;
    };
  }, [page, maxPixels]);

  const url = shown?.url;
  useEffect(() => () => (url === undefined ? undefined : URL.revokeObjectURL(url)), [url]);

  if (problem) return <p className={styles.none}>{problemWording(problem)}</p>;
  const pages = shown?.pages ?? 1;
  const turn = (by: number) => {
    setPage((before) => Math.min(pages, Math.max(1, before + by)));
    scroller.current?.scrollTo(0, 0);
  };
  return (
    <div className={styles.viewer}>
      {/* A scrolling region must be reachable by keyboard. */}
      <div
        ref={scroller}
        className={styles.stage}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label={t('original.page', { page, pages })}
        aria-busy={loading}
      >
        {shown ? (
          <div
            className={cx(styles.sheet, zoom === 'fit' && styles.fit)}
            style={
              zoom === 'fit'
                ? {
                    aspectRatio: `${shown.width} / ${shown.height}`,
                    width: `min(100cqw, calc(100cqh * ${shown.width / shown.height}), ${Math.max(shown.width, SMALLEST_SHOWN)}px)`,
                  }
                : { width: `${zoom * 100}%` }
            }
          >
            <img
              className={styles.picture}
              src={shown.url}
              width={shown.width}
              height={shown.height}
              alt={t('original.pictureAlt', { page: shown.page, pages })}
            />
            {boxesShown ? (
              <FieldBoxes boxes={boxes.filter((one) => one.page === shown.page)} />
            ) : null}
          </div>
        ) : slow ? (
          <p className={styles.none} role="status">
            {t('original.loading')}
          </p>
        ) : null}
      </div>
      <div className={styles.tools} role="toolbar" aria-label={t('original.tools')}>
        {pages > 1 ? (
          <>
            <IconButton
              icon={ChevronLeft}
              label={t('original.previous')}
              isDisabled={page <= 1}
              onPress={() => turn(-1)}
            />
            <span className={styles.number}>{t('original.page', { page, pages })}</span>
            <IconButton
              icon={ChevronRight}
              label={t('original.next')}
              isDisabled={page >= pages}
              onPress={() => turn(1)}
            />
          </>
        ) : null}
        <span className={styles.spacer} />
        {boxes.length > 0 && onBoxesShown ? (
          <TooltipTrigger delay={500} closeDelay={0}>
            <ToggleButton
              className={cx(styles.toggle)}
              aria-label={t('source.show')}
              isSelected={boxesShown}
              onChange={onBoxesShown}
            >
              <ScanSearch aria-hidden size={16} />
            </ToggleButton>
            <Tooltip className={cx(styles.tooltip)} offset={6}>
              {t('source.show')}
            </Tooltip>
          </TooltipTrigger>
        ) : null}
        <IconButton
          icon={ZoomOut}
          label={t('original.smaller')}
          isDisabled={zoomStep === 0}
          onPress={() => setZoomStep((step) => Math.max(0, step - 1))}
        />
        <span className={styles.number}>
          {zoom === 'fit' ? t('original.fit') : t('original.zoom', { percent: zoom * 100 })}
        </span>
        <IconButton
          icon={ZoomIn}
          label={t('original.larger')}
          isDisabled={zoomStep === ZOOMS.length - 1}
          onPress={() => setZoomStep((step) => Math.min(ZOOMS.length - 1, step + 1))}
        />
      </div>
    </div>
  );
}
