// The row of DigiLocker. Data alone.
import { provider } from '../provider.ts';

export const DIGILOCKER = provider({
  id: 'digilocker',
  name: 'DigiLocker',
  hosts: ['digilocker.gov.in', 'digilocker.meripehchaan.gov.in'],
  pdfCues: [/\bDigiLocker verified\b/iu],
});
