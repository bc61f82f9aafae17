import type { Board, CandidateAction } from '@dryrun/domain';
import { useState } from 'react';
import { problemOf } from '../base/api-problem.ts';
import type { ApiProblem } from '../base/api-problem.ts';
import { useKept } from '../base/use-kept.ts';
import { fetchPalette } from './palette.ts';
import { toldLine } from './told-reading.ts';
import type { ToldLine } from './told-reading.ts';

export type Told =
  | { readonly kind: 'nothing' | 'reading' | 'empty' }
  | { readonly kind: 'misread'; readonly lines: readonly ToldLine[] }
  | {
      readonly kind: 'drawn';
      readonly questions: readonly ToldLine[];
      readonly more: number;
      readonly hasRate: boolean;
    }
  | { readonly kind: 'failed'; readonly problem: ApiProblem };

type Parts = {
  readonly interview: string;
  readonly board: Board;
  /** What both sides said so far. */
  readonly said: () => readonly string[];
  readonly paused: boolean;
  readonly send: (action: CandidateAction) => void;
  readonly showPresence: () => void;
};

const QUESTIONS_MOST = 3;

/** The board as a text under one's hands: read when it is to be drawn, and filled from what is drawn. */
export const useBoardText = ({ interview, board, said, paused, send, showPresence }: Parts) => {
  const [text, setText] = useKept(`dryrun.board-text.${interview}`);
  const [before, setBefore] = useState<string>();
  const [told, setTold] = useState<Told>({ kind: 'nothing' });

  const draw = async () => {
    if (text.trim() === '') return setTold({ kind: 'empty' });
    setTold({ kind: 'reading' });
    try {
      const [{ drawAny, hasRate }, palette] = await Promise.all([
        import('./board-reading.ts'),
        fetchPalette(),
      ]);
      const drawing = drawAny(text, palette);
      if ('misreadings' in drawing) {
        return setTold({ kind: 'misread', lines: drawing.misreadings.map(toldLine) });
      }
      if (paused) send({ type: 'Resume' });
      send({ type: 'ChangeBoard', operations: drawing.operations });
      const questions = drawing.questions.map(toldLine);
      setTold({
        kind: 'drawn',
        questions: questions.slice(0, QUESTIONS_MOST),
        more: Math.max(0, questions.length - QUESTIONS_MOST),
        hasRate: hasRate(drawing.operations, said()),
      });
    } catch (reason) {
      setTold({ kind: 'failed', problem: problemOf(reason) });
    }
  };
  const take = async () => {
    try {
      const { boardToMermaid } = await import('./board-reading.ts');
      const taken = boardToMermaid(board);
      if (taken !== text) setBefore(text === '' ? undefined : text);
      setText(taken);
      setTold({ kind: 'nothing' });
    } catch (reason) {
      setTold({ kind: 'failed', problem: problemOf(reason) });
    }
  };
  return {
    text,
    told,
    type: (typed: string) => {
      setText(typed);
      setBefore(undefined);
      showPresence();
    },
    draw,
    take,
    /** Nothing was there before, or it was typed over since. */
    putBack:
      before === undefined
        ? undefined
        : () => {
            setText(before);
            setBefore(undefined);
          },
  };
};
