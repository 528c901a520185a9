// Files, links and text may be dropped anywhere and pasted anywhere but into a field; the overlay says so
// during a drag. What is dragged inside the window itself is left alone.
import { useEffect, useRef, useState } from 'react';
import { Import } from 'lucide-react';
import {
  carriesFiles,
  carriesText,
  filesOfDrop,
  incomingFileOf,
  MOST_FILES,
  textOf,
} from '../intake.ts';
import { t } from '../messages/message.ts';
import { useDesk } from './desk.tsx';
import { isEditable } from './shortcuts.ts';
import styles from './drop-overlay.module.css';

/** Listens on the window; shows a frame while files hover over it. */
export function DropOverlay() {
  const { bringIn, bringInText, announce } = useDesk();
  const [dragging, setDragging] = useState(false);
  const depth = useRef(0);
  const own = useRef(false);
  useEffect(() => {
    const fromOutside = ({ dataTransfer, target }: DragEvent): boolean =>
      carriesFiles(dataTransfer) ||
      (!own.current && carriesText(dataTransfer) && !isEditable(target));
    const startOwn = () => {
      own.current = true;
    };
    const endOwn = () => {
      own.current = false;
    };
    const enter = (event: DragEvent) => {
      if (!fromOutside(event)) return;
      depth.current += 1;
      setDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (!fromOutside(event)) return;
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setDragging(false);
    };
    const over = (event: DragEvent) => {
      if (!fromOutside(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const drop = (event: DragEvent) => {
      depth.current = 0;
      setDragging(false);
      if (!event.dataTransfer || !fromOutside(event)) return;
      event.preventDefault();
      if (!carriesFiles(event.dataTransfer)) {
        bringInText(textOf(event.dataTransfer));
        return;
      }
      void filesOfDrop(event.dataTransfer).then(({ files, cut, folder }) => {
        if (cut) announce(t('add.tooMany', { limit: MOST_FILES }));
        bringIn(files, folder ? 'folder' : 'drop');
      });
    };
    const paste = (event: ClipboardEvent) => {
      const { clipboardData } = event;
      if (!clipboardData || isEditable(event.target)) return;
      const files = [...clipboardData.files].map((file) => incomingFileOf(file));
      const text = textOf(clipboardData);
      if (files.length === 0 && text === '') return;
      event.preventDefault();
      if (files.length > 0) bringIn(files, 'paste');
      else bringInText(text);
    };
    window.addEventListener('dragstart', startOwn);
    window.addEventListener('dragend', endOwn);
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragstart', startOwn);
      window.removeEventListener('dragend', endOwn);
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [bringIn, bringInText, announce]);
  if (!dragging) return null;
  return (
    <div className={styles.overlay}>
      <div className={styles.frame}>
        <Import aria-hidden size={32} strokeWidth={1.5} />
        <p className={styles.title}>{t('drop.title')}</p>
        <p>{t('drop.text')}</p>
      </div>
    </div>
  );
}
