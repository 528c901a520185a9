// The row of Snowflake. Data alone.
import { numbered, provider } from '../provider.ts';

export const SNOWFLAKE = provider({
  id: 'snowflake',
  name: 'Snowflake',
  issuer: 'Snowflake',
  platform: 'accredible',
  hosts: ['learn.snowflake.com', 'achieve.snowflake.com'],
  urlPatterns: [
    numbered(
      /^achieve\.snowflake\.com\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [
    /\bSnowPro®?\s+(?:Core|Advanced|Associate|Specialty)\b/iu,
    /\bSnowflake (?:University|Education|Hands On Essentials|Badge)\b/iu,
  ],
});
