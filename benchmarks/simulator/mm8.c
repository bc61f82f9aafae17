/*
 * M/M/8 at load 0.9 in plain C: what a loop written for this one model takes. Arrivals at rate 7.2, eight servers of
 * rate 1, one FIFO queue; a binary heap of events in (time, sequence) order, a ring for who waits, xoshiro256++.
 *
 *     gcc -O2 -o mm8 mm8.c -lm && ./mm8 CUSTOMERS SEED
 *
 * prints `customers seconds meanWait meanSojourn`; the seconds are the loop's own, by the monotonic clock.
 */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define SERVERS 8
#define LAMBDA 7.2
#define RING (1u << 20)

static uint64_t state[4];

static uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

static uint64_t next_bits(void) {
  const uint64_t result = rotl(state[0] + state[3], 23) + state[0];
  const uint64_t t = state[1] << 17;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= t;
  state[3] = rotl(state[3], 45);
  return result;
}

static void seed_bits(uint64_t seed) {
  for (int i = 0; i < 4; i++) {
    uint64_t z = (seed += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    state[i] = z ^ (z >> 31);
  }
}

/* In (0, 1]: the logarithm of 0 is never asked for. */
static double exponential(double rate) {
  return -log(((next_bits() >> 11) + 1) * (1.0 / 9007199254740992.0)) / rate;
}

typedef struct {
  double time;
  uint64_t sequence;
  int kind; /* 0: an arrival, 1: a departure */
} Event;

static Event heap[SERVERS + 2];
static int pending = 0;
static uint64_t sequence = 0;

static int before(const Event *a, const Event *b) {
  return a->time < b->time || (a->time == b->time && a->sequence < b->sequence);
}

static void push(double time, int kind) {
  const Event event = {time, sequence++, kind};
  int at = pending++;
  while (at > 0) {
    const int parent = (at - 1) / 2;
    if (!before(&event, &heap[parent])) break;
    heap[at] = heap[parent];
    at = parent;
  }
  heap[at] = event;
}

static Event pop(void) {
  const Event first = heap[0];
  const Event last = heap[--pending];
  int at = 0;
  for (;;) {
    int child = 2 * at + 1;
    if (child >= pending) break;
    if (child + 1 < pending && before(&heap[child + 1], &heap[child])) child++;
    if (!before(&heap[child], &last)) break;
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = last;
  return first;
}

static double ring[RING];

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "Expected two arguments, the number of customers and the seed.\n");
    return 2;
  }
  const long customers = atol(argv[1]);
  seed_bits(strtoull(argv[2], NULL, 10));

  struct timespec began, ended;
  clock_gettime(CLOCK_MONOTONIC, &began);

  uint32_t head = 0, tail = 0;
  int busy = 0;
  long arrived = 0, left = 0;
  double waits = 0, services = 0;
  push(exponential(LAMBDA), 0);
  while (left < customers) {
    const Event event = pop();
    const double now = event.time;
    if (event.kind == 0) {
      if (++arrived < customers) push(now + exponential(LAMBDA), 0);
      if (busy < SERVERS) {
        busy++;
        const double service = exponential(1);
        services += service;
        push(now + service, 1);
      } else {
        if (tail - head == RING) {
          fprintf(stderr, "The queue outgrew its ring of %u.\n", RING);
          return 1;
        }
        ring[tail++ & (RING - 1)] = now;
      }
    } else {
      left++;
      if (head != tail) {
        waits += now - ring[head++ & (RING - 1)];
        const double service = exponential(1);
        services += service;
        push(now + service, 1);
      } else {
        busy--;
      }
    }
  }

  clock_gettime(CLOCK_MONOTONIC, &ended);
  const double seconds = (ended.tv_sec - began.tv_sec) + (ended.tv_nsec - began.tv_nsec) * 1e-9;
  printf("%ld %.9f %.6f %.6f\n", customers, seconds, waits / customers, (waits + services) / customers);
  return 0;
}
