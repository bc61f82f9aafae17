/**
 * Log-linear histograms straight from a double's bits: its exponent and the first bits of its mantissa are the bin. A
 * bin is at most 2^−bits wide, relative to its value.
 */
const OCTAVE_LOWEST = -30;
const OCTAVES = 54;

export const binsOf = (bits: number): number => OCTAVES << bits;

const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);

/** The bin of a value in seconds; what is below a nanosecond is in the first, above half a year in the last. */
export const binOf = (value: number, bits: number): number => {
  number[0] = value;
  const bin = (words[1]! >>> (20 - bits)) - ((1023 + OCTAVE_LOWEST) << bits);
  const last = (OCTAVES << bits) - 1;
  return bin < 0 ? 0 : bin > last ? last : bin;
};

export const lowerEdge = (bin: number, bits: number): number => {
  words[0] = 0;
  words[1] = (bin + ((1023 + OCTAVE_LOWEST) << bits)) << (20 - bits);
  return bin <= 0 ? 0 : number[0]!;
};
