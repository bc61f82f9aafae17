/**
 * The agenda: what will happen, earliest first, and of two at one instant what was entered first. A binary heap over
 * typed arrays; an entry is a slot that keeps its place in `what` and `who`, so that it can be struck out while it waits.
 *
 *     times[i], slots[i]   the heap        order[slot], what[slot], who[slot]   what it holds
 *
 * Taking the earliest leaves a hole at the root that the next entry fills: most events cause exactly one other.
 */
export type Agenda = {
  times: Float64Array;
  slots: Int32Array;
  order: Float64Array;
  what: Int32Array;
  who: Int32Array;
  free: Int32Array;
  freeCount: number;
  size: number;
  /** The root was taken and nothing has filled it yet. */
  hole: boolean;
  entered: number;
};

/** An entry that was struck out. */
export const STRUCK = -1;

export const newAgenda = (room = 1024): Agenda => ({
  times: new Float64Array(room),
  slots: new Int32Array(room),
  order: new Float64Array(room),
  what: new Int32Array(room),
  who: new Int32Array(room),
  free: Int32Array.from({ length: room }, (_, index) => room - 1 - index),
  freeCount: room,
  size: 0,
  hole: false,
  entered: 0,
});

/** Enters something; the slot strikes it out again. */
export const enter = (agenda: Agenda, time: number, what: number, who: number): number => {
  if (agenda.freeCount === 0) grow(agenda);
  const slot = agenda.free[--agenda.freeCount]!;
  const order = agenda.entered++;
  agenda.order[slot] = order;
  agenda.what[slot] = what;
  agenda.who[slot] = who;
  if (agenda.hole) {
    agenda.hole = false;
    sink(agenda, time, slot, order);
  } else rise(agenda, time, slot);
  return slot;
};

export const strike = (agenda: Agenda, slot: number): void => {
  agenda.what[slot] = STRUCK;
};

/** Takes the earliest entry that was not struck out: its slot, still readable until the next `enter`; −1 if none. */
export const take = (agenda: Agenda): number => {
  for (;;) {
    if (agenda.hole) {
      agenda.hole = false;
      const last = --agenda.size;
      if (last > 0) {
        const slot = agenda.slots[last]!;
        sink(agenda, agenda.times[last]!, slot, agenda.order[slot]!);
      }
    }
    if (agenda.size === 0) return -1;
    const slot = agenda.slots[0]!;
    agenda.free[agenda.freeCount++] = slot;
    agenda.hole = true;
    if (agenda.what[slot] !== STRUCK) return slot;
  }
};

/** When the next is due, at the earliest: it may be one that was struck out. */
export const dueNext = ({ times, size, hole }: Agenda): number => {
  if (!hole) return size > 0 ? times[0]! : Infinity;
  if (size < 2) return Infinity;
  return size > 2 ? Math.min(times[1]!, times[2]!) : times[1]!;
};

/** When the entry just taken was due. */
export const takenAt = (agenda: Agenda): number => agenda.times[0]!;

const sink = (agenda: Agenda, time: number, slot: number, order: number): void => {
  const { times, slots, size } = agenda;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    let childTime = times[child]!;
    if (child + 1 < size) {
      const otherTime = times[child + 1]!;
      if (
        otherTime < childTime ||
        (otherTime === childTime && agenda.order[slots[child + 1]!]! < agenda.order[slots[child]!]!)
      ) {
        child++;
        childTime = otherTime;
      }
    }
    if (time < childTime || (time === childTime && order < agenda.order[slots[child]!]!)) break;
    times[at] = childTime;
    slots[at] = slots[child]!;
    at = child;
  }
  times[at] = time;
  slots[at] = slot;
};

/** A new entry has the highest order, so among equal times it stays below. */
const rise = (agenda: Agenda, time: number, slot: number): void => {
  const { times, slots } = agenda;
  let at = agenda.size++;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (times[parent]! <= time) break;
    times[at] = times[parent]!;
    slots[at] = slots[parent]!;
    at = parent;
  }
  times[at] = time;
  slots[at] = slot;
};

const grow = (agenda: Agenda): void => {
  const room = agenda.times.length;
  agenda.times = widened(agenda.times, new Float64Array(room * 2));
  agenda.order = widened(agenda.order, new Float64Array(room * 2));
  agenda.slots = widened(agenda.slots, new Int32Array(room * 2));
  agenda.what = widened(agenda.what, new Int32Array(room * 2));
  agenda.who = widened(agenda.who, new Int32Array(room * 2));
  agenda.free = new Int32Array(room * 2);
  for (let index = 0; index < room; index++) agenda.free[index] = 2 * room - 1 - index;
  agenda.freeCount = room;
};

export const widened = <Numbers extends Float64Array | Int32Array>(old: Numbers, wide: Numbers): Numbers => {
  wide.set(old);
  return wide;
};
