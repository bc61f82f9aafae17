import type { ContentHash, Debrief, Dimension, IdeaNames, Level } from '@dryrun/domain';
import { apiPathOf } from '../base/api.ts';
import { hasField, request } from '../base/request.ts';

/** A debrief with its name, by which its marks are contested, and what its ideas are called. */
export type NamedDebrief = Debrief & { readonly hash: ContentHash; readonly names: IdeaNames };

export const fetchDebrief = (interview: string, signal?: AbortSignal): Promise<NamedDebrief> =>
  request({
    path: apiPathOf(interview, '/debrief'),
    signal,
    isAnswer: hasField<NamedDebrief>('dimensions', Array.isArray),
  });

/** What the interviewer knew all along. */
export type Reference = {
  readonly moments: readonly {
    readonly id: string;
    readonly moment: string;
    readonly dimension: Dimension;
    readonly says: Readonly<Record<Level, string>>;
  }[];
  readonly facts: readonly { readonly id: string; readonly heading: string; readonly answer: string }[];
  readonly items: readonly {
    readonly id: string;
    readonly area: string;
    readonly dimension: Dimension;
    readonly level: Level;
    readonly why: string;
  }[];
  readonly twists: readonly {
    readonly id: string;
    readonly says: string;
    readonly breaks: string;
    readonly answered: readonly string[];
  }[];
  readonly designs: readonly { readonly id: string; readonly text: string }[];
};

export const fetchReference = (interview: string, signal?: AbortSignal): Promise<Reference> =>
  request({
    path: apiPathOf(interview, '/reference'),
    signal,
    isAnswer: hasField<Reference>('moments', Array.isArray),
  });
