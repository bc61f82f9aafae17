/** A monitor's alarm: the week that was seen lies below the best week of the last quarter by the trigger. */
export type Alarm = {
  /** What was seen today; true where it is an alarm. */
  readonly look: (seen: number | null) => boolean;
  /** Nothing is asked of it until then: what was set off has not shown yet. */
  readonly hushUntil: (day: number) => void;
};

export const LOOK_DAYS = 7;
const QUARTER = 90;

export const alarmOf = (trigger: number): Alarm => {
  const week: number[] = [];
  const weeks: number[] = [];
  let day = -1;
  let hushed = -1;
  return {
    look: (seen) => {
      day++;
      if (seen === null) return false;
      week.push(seen);
      if (week.length > LOOK_DAYS) week.shift();
      if (week.length < LOOK_DAYS) return false;
      const mean = week.reduce((sum, value) => sum + value, 0) / LOOK_DAYS;
      weeks.push(mean);
      if (weeks.length > QUARTER) weeks.shift();
      return day > hushed && Math.max(...weeks) - mean > trigger;
    },
    hushUntil: (until) => {
      hushed = until;
    },
  };
};
