// Files may be dropped anywhere and pasted anywhere but into a field; the overlay says so during a drag.
import { useEffect, useRef, useState } from 'react';
import { Import } from 'lucide-react';
import { carriesFiles, filesOfDrop, filesOfPaste } from '../intake.ts';
import { t } from '../messages/message.ts';
import { useDesk } from './desk.tsx';
import { isEditable } from './shortcuts.ts';
import styles from './drop-overlay.module.css';

/** Listens on the window; shows a frame while files hover over it. */
export function DropOverlay() {
  const { bringIn } = useDesk();
  const [dragging, setDragging] = useState(false);
  const depth = useRef(0);
  useEffect(() => {
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return;
      depth.current += 1;
      setDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return;
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setDragging(false);
    };
    const over = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const drop = (event: DragEvent) => {
      depth.current = 0;
      setDragging(false);
      if (!event.dataTransfer || !carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      void filesOfDrop(event.dataTransfer).then((files) => bringIn(files, 'drop'));
    };
    const paste = (event: ClipboardEvent) => {
      if (!event.clipboardData || isEditable(event.target)) return;
      const files = filesOfPaste(event.clipboardData, t('import.pastedName'));
      if (files.length === 0) return;
      event.preventDefault();
      bringIn(files, 'paste');
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [bringIn]);
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
