/**
 * The lines everything on a page hangs on, written once (whole class names, so that Tailwind finds them):
 *
 *     margin │ key              │ value            1024 px and wider
 *     key    │ value                               640 px and wider, the margin's head above
 *     one under the other                          below
 */
export const MARGIN_AND_BODY = 'grid gap-x-8 gap-y-3 lg:grid-cols-[9.5rem_minmax(0,1fr)]';

export const KEY_AND_VALUE =
  'grid gap-x-8 sm:grid-cols-[14rem_minmax(0,1fr)] lg:grid-cols-[16.5rem_minmax(0,1fr)]';
