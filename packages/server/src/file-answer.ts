import type { Exported } from '@dryrun/app';

/** A file to save, or a page that this origin's own may show in a frame of its own. */
export const fileAnswer = ({ text, type, fileName, policy, redacted }: Exported, inline: boolean): Response =>
  new Response(text, {
    status: 200,
    headers: {
      'content-type': type,
      'content-disposition': inline ? 'inline' : `attachment; filename="${fileName}"`,
      ...(policy ? { 'content-security-policy': `${policy}; frame-ancestors 'self'` } : {}),
      // A header holds ASCII, and what was listed in vain may be anything.
      ...(redacted ? { 'dryrun-redacted': encodeURIComponent(redacted) } : {}),
    },
  });
