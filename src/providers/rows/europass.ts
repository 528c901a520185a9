// The row of Europass. Data alone.
import { provider, unnumbered } from '../provider.ts';

export const EUROPASS = provider({
  id: 'europass',
  name: 'Europass',
  hosts: ['europass.europa.eu', 'europass.eu'],
  urlPatterns: [unnumbered(/^(?:[a-z0-9-]+\.)*europa\.eu\/europass\/[^?#]*(?:credential|edci)/iu)],
});
