// The line between two panes: dragged by mouse, moved by arrow keys, remembered by the caller.
import { useRef } from 'react';
import { cx } from '../controls/class-names.ts';
import styles from './splitter.module.css';

type Props = {
  readonly label: string;
  readonly width: number;
  readonly min: number;
  readonly max: number;
  /** The edge of its pane that it stands on. */
  readonly side: 'start' | 'end';
  readonly onChange: (width: number) => void;
};

const STEP = 16;

/** A focusable separator (ARIA window splitter). */
export function Splitter({ label, width, min, max, side, onChange }: Props) {
  const direction = side === 'end' ? 1 : -1;
  const start = useRef<{ readonly x: number; readonly width: number }>(undefined);
  const set = (next: number) => onChange(Math.round(Math.min(max, Math.max(min, next))));
  return (
    // A focusable separator is a widget (ARIA 1.2 §5.4), which the rules do not know.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={cx(styles.splitter, styles[side])}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (!start.current) return;
        set(start.current.width + (event.clientX - start.current.x) * direction);
      }}
      onPointerUp={() => (start.current = undefined)}
      onPointerCancel={() => (start.current = undefined)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') set(width - STEP * direction);
        else if (event.key === 'ArrowRight') set(width + STEP * direction);
        else if (event.key === 'Home') set(min);
        else if (event.key === 'End') set(max);
        else return;
        event.preventDefault();
      }}
    />
  );
}
