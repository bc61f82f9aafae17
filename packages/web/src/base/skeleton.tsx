type Props = {
  readonly rows: number;
  /** Height and columns of a row: those of what is to come. */
  readonly row: string;
};

/** Rows of two bars, where a key and a value will stand. What it stands for says that it is busy. */
export const Skeleton = ({ rows, row }: Props) => (
  <div aria-hidden="true">
    {Array.from({ length: rows }, (_, index) => (
      <div key={index} className={`grid content-start gap-x-8 gap-y-2 pt-1 ${row}`}>
        <div className={`skeleton h-4 ${WIDTHS[index % WIDTHS.length]}`} />
        <div className={`skeleton h-4 ${WIDTHS[(index + 2) % WIDTHS.length]}`} />
      </div>
    ))}
  </div>
);

const WIDTHS = ['w-3/5', 'w-4/5', 'w-full', 'w-2/3', 'w-11/12'];
