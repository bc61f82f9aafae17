/** What is promised of a report in JSON. A number is a number: NaN and endlessness would have come out as null. */
import { z } from 'zod';

const Figure = z.strictObject({ value: z.number(), halfWidth: z.number().nullable() });
export type FigureShape = z.infer<typeof Figure>;

const Latencies = z
  .strictObject({ mean: Figure, p50: Figure, p90: Figure, p95: Figure, p99: Figure })
  .nullable();

const Requests = z.strictObject({
  count: z.int(),
  throughputRps: z.number(),
  errorRate: z.number().min(0).max(1),
  latencyMs: Latencies,
  finishMs: z.strictObject({ mean: Figure, p99: Figure }).nullable(),
  halfWidths: z.strictObject({ throughputRps: z.number().nullable(), errorRate: z.number().nullable() }),
});

const Cost = z.strictObject({
  perMonth: z.number(),
  perThousandRequests: z.number().nullable(),
  currency: z.literal('USD'),
  components: z.array(z.strictObject({ id: z.string(), perMonth: z.number() })),
});

const AnalyticRequest = z.strictObject({
  throughputRps: z.number(),
  errorRate: z.number(),
  latencyMs: z
    .strictObject({ mean: z.number(), p50: z.number(), p90: z.number(), p95: z.number(), p99: z.number() })
    .nullable(),
});

const Analysis = z.object({
  request: AnalyticRequest,
  workloads: z.record(z.string(), AnalyticRequest.extend({ availability: z.number() })),
  bottleneck: z.string().nullable(),
  headroom: z.number().nullable(),
  availability: z.number(),
  cost: Cost,
  notes: z.array(z.string()),
});

export const ReportShape = z.strictObject({
  design: z.string(),
  request: Requests,
  workloads: z.record(z.string(), Requests),
  components: z.array(
    z.strictObject({
      id: z.string(),
      utilisation: z.number().nullable(),
      queueMean: z.number(),
      throughputRps: z.number(),
      errorRate: z.number(),
      waitMs: Latencies,
      latencyMs: Latencies,
      replicas: z.number(),
      hitRatio: z.number().optional(),
      facts: z.record(z.string(), z.number()).optional(),
      halfWidths: z.strictObject({
        utilisation: z.number().nullable(),
        queueMean: z.number().nullable(),
        throughputRps: z.number().nullable(),
      }),
    }),
  ),
  bottleneck: z.string().nullable(),
  overload: z.array(
    z.strictObject({
      component: z.string(),
      backlogPerSecond: z.number(),
      halfWidth: z.number().nullable(),
    }),
  ),
  cost: Cost,
  availability: z.number().min(0).max(1),
  objectives: z.array(
    z.strictObject({
      workload: z.string().optional(),
      component: z.string().optional(),
      measure: z.string(),
      met: z.boolean().nullable(),
      value: z.number().nullable(),
      halfWidth: z.number().nullable(),
      limit: z.number(),
      bound: z.enum(['atMost', 'atLeast']),
      why: z.string().optional(),
    }),
  ),
  analytic: Analysis,
  series: z
    .strictObject({
      stepS: z.number().positive(),
      lines: z.array(
        z.strictObject({
          of: z.string(),
          measure: z.string(),
          values: z.array(z.number().nullable()),
          halfWidths: z.array(z.number().nullable()),
        }),
      ),
    })
    .optional(),
  engine: z.strictObject({
    events: z.int(),
    eventsPerSecond: z.number(),
    seed: z.int(),
    replications: z.int(),
    observedS: z.number(),
    warmUpS: z.number(),
    ended: z.enum(['precision', 'budget', 'requests', 'seconds', 'cancelled']),
    trajectoryHash: z.string().min(8),
    requests: z.strictObject({
      arrived: z.int(),
      answered: z.int(),
      failed: z.int(),
      inFlight: z.int(),
    }),
  }),
  notes: z.array(z.string()),
});

export const ComparisonShape = z.strictObject({
  a: ReportShape,
  b: ReportShape,
  differences: z.array(
    z.strictObject({
      of: z.string(),
      measure: z.string(),
      a: z.number(),
      b: z.number(),
      difference: Figure,
      clear: z.boolean(),
    }),
  ),
});

export const SweepShape = z.strictObject({
  whatIf: z.string(),
  points: z.array(z.strictObject({ value: z.string(), report: ReportShape })),
  breaks: z.string(),
  left: z.int(),
});
