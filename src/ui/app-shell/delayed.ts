// Holds a busy sign back for 300 ms, so that quick work never flickers.
import { useEffect, useState } from 'react';

const DELAY_MS = 300;

/** True once `busy` has been true for 300 ms without a break. */
export function useDelayed(busy: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setTimeout(() => setLate(true), DELAY_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [busy]);
  return busy && late;
}
