// The row of NVIDIA Deep Learning Institute. Data alone.
import { numbered, provider } from '../provider.ts';

export const NVIDIA_DLI = provider({
  id: 'nvidia-dli',
  name: 'NVIDIA Deep Learning Institute',
  issuer: 'NVIDIA Deep Learning Institute',
  hosts: ['courses.nvidia.com', 'learn.nvidia.com', 'learn.learn.nvidia.com'],
  urlPatterns: [
    numbered(
      /^(?:courses|learn)\.(?:learn\.)?nvidia\.com\/certificates\/?(?:\?id=)?([0-9a-f]{32}|[\w-]{20,24})\/?(?:[?#]|$)/iu,
    ),
  ],
  pdfCues: [/\bNVIDIA Deep Learning Institute\b/iu],
});
