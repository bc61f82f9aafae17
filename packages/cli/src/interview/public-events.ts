import type { App } from '@dryrun/app';
import type { InterviewId } from '@dryrun/domain';
import { foldView } from '@dryrun/interview';
import type { PublicEvent, View } from '@dryrun/interview';

/** A public event with the view that it leads to. */
export type Shown = { readonly event: PublicEvent; readonly view: View };

/** What has become visible since a view, and nothing that is yet to come. */
export const shownSince = async (app: App, interview: InterviewId, seen: View): Promise<readonly Shown[]> => {
  const latest = await app.view(interview);
  if (!latest || latest.version <= seen.version) return [];
  const shown: Shown[] = [];
  const stop = new AbortController();
  for await (const event of app.follow(interview, seen.version, stop.signal)) {
    shown.push({ event, view: foldView(shown.at(-1)?.view ?? seen, event) });
    if (event.version >= latest.version) break;
  }
  stop.abort();
  return shown;
};
