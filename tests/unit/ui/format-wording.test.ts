// Formats in people's words.
import { expect, test } from 'vitest';
import {
  formatAndCarrierWording,
  formatWording,
  onlyTells,
} from '../../../src/ui/format-wording.ts';

test.each([
  ['ob2 assertion', 'Open Badge 2'],
  ['ob3 vcdm1.1', 'Open Badge 3'],
  ['vc vcdm2.0', 'Verifiable credential'],
  ['blockcerts3', 'Blockcerts certificate'],
  ['pdf-text', 'PDF document'],
  ['pdf-image-only', 'Scanned PDF'],
  ['image-png', 'Picture'],
  ['document', 'Document'],
  ['ob1.0 assertion', 'Open Badge 1'],
  ['ob3-endorsement', 'Endorsement of a badge'],
  ['clr1', 'Learner record'],
  ['clr1 assertion', 'Achievement of a learner record'],
  ['clr2', 'Learner record'],
  ['elm3', 'European learning credential'],
  ['edci-xml', 'European learning credential'],
  ['europass-xml', 'Entry of a Europass CV'],
  ['europass-json', 'Entry of a Europass CV'],
  ['sd-jwt-vc', 'Verifiable credential with parts held back'],
  ['blockcerts1.1', 'Blockcerts certificate'],
  ['blockcerts1.2', 'Blockcerts certificate'],
  ['jsonresume', 'Entry of a résumé file'],
  ['linkedin-certifications-csv', 'Entry of a LinkedIn export'],
  ['credly-json', 'Credly badge data'],
  ['accredible-json', 'Accredible certificate data'],
  ['badgr-json', 'Badgr badge data'],
  ['obp-json', 'Open Badge Passport badge data'],
  ['mslearn-json', 'Entry of a Microsoft Learn transcript'],
  ['trailhead-json', 'Entry of a Trailhead profile'],
  ['hackerrank-json', 'Entry of a HackerRank profile'],
  ['freecodecamp-json', 'Entry of a freeCodeCamp profile'],
  ['duolingo-json', 'Duolingo English Test data'],
  ['edx-json', 'Entry of an edX record'],
  ['edx-program-record-csv', 'Entry of an edX record'],
  ['digilocker-json', 'Entry of a DigiLocker list'],
  ['csv', 'Row of a table'],
  ['xlsx', 'Row of a table'],
  ['link', 'Link'],
  ['docx', 'Word document'],
  ['pptx', 'Slides'],
  ['odt', 'OpenDocument text'],
  ['something new', 'Credential'],
])('%s is called %s', (format, words) => {
  expect(formatWording(format)).toBe(words);
});

test('where it was found is said where it says something', () => {
  expect(formatAndCarrierWording('ob2 assertion', 'png-tEXt-openbadges')).toBe(
    'Open Badge 2, inside a PNG picture',
  );
  expect(formatAndCarrierWording('ob3 vcdm2.0', 'pdf-attachment')).toBe(
    'Open Badge 3, inside a PDF',
  );
  expect(formatAndCarrierWording('pdf-text', 'pdf')).toBe('PDF document');
});

test('a file that only tells of a credential is told from one that holds it', () => {
  expect(onlyTells('link')).toBe(true);
  expect(onlyTells('pdf-text')).toBe(true);
  expect(onlyTells('ob2 assertion')).toBe(false);
  expect(onlyTells('credly-json')).toBe(false);
});
