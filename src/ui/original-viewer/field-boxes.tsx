// Rectangles over a page that show where fields were read. Positions are fractions of the page.
import type { FieldBox } from '../detail/provenance.ts';
import { t } from '../messages/message.ts';
import styles from './original-viewer.module.css';

/** A name beside a box that ends beyond this share of the page would leave the page. */
const FAR_RIGHT = 0.75;

/** The rectangles of one page, each with the name of its field. */
export function FieldBoxes({ boxes }: { readonly boxes: readonly FieldBox[] }) {
  return (
    <ul className={styles.boxes}>
      {boxes.map(({ field, box }) => (
        <li
          key={field}
          className={styles.box}
          data-side={box.x + box.width > FAR_RIGHT ? 'left' : 'right'}
          style={{
            left: percent(box.x),
            top: percent(box.y),
            width: percent(box.width),
            height: percent(box.height),
          }}
        >
          <span className={styles.boxName}>{t(`field.${field}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function percent(fraction: number): string {
  return `${Math.round(Math.min(1, Math.max(0, fraction)) * 10_000) / 100}%`;
}
