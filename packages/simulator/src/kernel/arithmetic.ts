/**
 * Logarithm, exponential, power and cosine of our own: `Math.log` and `Math.exp` differ in the last bit between JavaScript
 * engines, and one bit in an arrival time is another trajectory. Only `+ − × ÷ √` and bits of a double are used, which
 * IEEE 754 settles everywhere. Errors are a few units of the last place; the cosine's below 5e-14.
 */
const bits = new Float64Array(1);
const words = new Uint32Array(bits.buffer);

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;

/** Natural logarithm of a positive number; −∞ for 0. */
export const log = (x: number): number => {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  bits[0] = x;
  let high = words[1]!;
  let exponent = 0;
  if (high < 0x00100000) {
    // Subnormal: scaled up first.
    bits[0] = x * 18014398509481984;
    high = words[1]!;
    exponent = -54;
  }
  exponent += (high >>> 20) - 1023;
  words[1] = (high & 0x000fffff) | 0x3ff00000;
  let mantissa = bits[0]!;
  if (mantissa > 1.4142135623730951) {
    mantissa *= 0.5;
    exponent++;
  }
  // ln m = 2 artanh s, s = (m − 1)/(m + 1), |s| < 0.172
  const s = (mantissa - 1) / (mantissa + 1);
  const z = s * s;
  const series =
    z *
    (1 / 3 +
      z *
        (1 / 5 +
          z *
            (1 / 7 +
              z * (1 / 9 + z * (1 / 11 + z * (1 / 13 + z * (1 / 15 + z * (1 / 17 + z * (1 / 19)))))))));
  return exponent * LN2_HIGH + (2 * s + (2 * s * series + exponent * LN2_LOW));
};

export const exp = (x: number): number => {
  if (x > 709.78) return Infinity;
  if (x < -708.4) return x === x ? 0 : NaN;
  const k = Math.round(x * 1.4426950408889634);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  // Taylor to r^13 / 13!, |r| < 0.347
  const sum =
    1 +
    r *
      (1 +
        r *
          (1 / 2 +
            r *
              (1 / 6 +
                r *
                  (1 / 24 +
                    r *
                      (1 / 120 +
                        r *
                          (1 / 720 +
                            r *
                              (1 / 5040 +
                                r *
                                  (1 / 40320 +
                                    r *
                                      (1 / 362880 +
                                        r *
                                          (1 / 3628800 +
                                            r *
                                              (1 / 39916800 + r * (1 / 479001600 + r / 6227020800))))))))))));
  words[0] = 0;
  words[1] = (k + 1023) << 20;
  return sum * bits[0]!;
};

/** x to the power y, for x ≥ 0. */
export const power = (x: number, y: number): number => {
  if (y === 0) return 1;
  return x === 0 ? 0 : exp(y * log(x));
};

/** Cosine, of angles of a few turns. */
export const cosine = (angle: number): number => {
  const turned = angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
  const square = turned * turned;
  // Taylor to x^24 / 24!, |x| ≤ π
  let sum = 1;
  for (let n = 24; n > 0; n -= 2) sum = 1 - (sum * square) / (n * (n - 1));
  return sum;
};
