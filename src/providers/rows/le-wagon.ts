// The row of Le Wagon. Data alone.
import { provider } from '../provider.ts';

export const LE_WAGON = provider({
  id: 'le-wagon',
  name: 'Le Wagon',
  issuer: 'Le Wagon',
  hosts: ['lewagon.com', 'lewagon.org'],
  pdfCues: [/\bLe Wagon\b/iu],
  fileNameCues: [/\ble[ _-]?wagon\b/iu],
});
