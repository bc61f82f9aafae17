/** Reports made by hand, so that their texts can be read beside the figures. */
import type { Analysis, ComponentFigures, Latencies, Report, RequestFigures } from '@dryrun/simulator';

export const latencies = (mean: number, half: number): Latencies => {
  const figure = (times: number) => ({ value: mean * times, halfWidth: half * times });
  return { mean: figure(1), p50: figure(0.7), p90: figure(2.3), p95: figure(3), p99: figure(4.6) };
};

export const requests = (parts: Partial<RequestFigures> = {}): RequestFigures => ({
  count: 432_000,
  throughputRps: 720,
  errorRate: 0,
  latencyMs: latencies(20, 0.42),
  finishMs: null,
  halfWidths: { throughputRps: 2, errorRate: null },
  ...parts,
});

export const component = (parts: Partial<ComponentFigures> & { readonly id: string }): ComponentFigures => ({
  utilisation: 0.9,
  queueMean: 7.03,
  throughputRps: 720,
  errorRate: 0,
  waitMs: latencies(9.76, 0.3),
  latencyMs: latencies(19.8, 0.4),
  replicas: 1,
  halfWidths: { utilisation: 0.01, queueMean: 0.2, throughputRps: 2 },
  ...parts,
});

const analysis: Analysis = {
  request: {
    throughputRps: 720,
    errorRate: 0,
    latencyMs: { mean: 19.76, p50: 14.2, p90: 45.1, p95: 58.9, p99: 91 },
  },
  workloads: {},
  components: [],
  bottleneck: 'api',
  headroom: 1.11,
  overload: [],
  availability: 0.9995,
  cost: { perMonth: 0, perThousandRequests: 0, currency: 'USD', components: [] },
  notes: [],
};

export const report = (parts: Partial<Report> = {}): Report => ({
  design: 'two stations',
  request: requests(),
  workloads: { search: requests() },
  components: [
    component({
      id: 'users',
      utilisation: null,
      queueMean: 0,
      waitMs: null,
      latencyMs: latencies(20, 0.42),
    }),
    component({ id: 'api' }),
  ],
  bottleneck: 'api',
  overload: [],
  cost: {
    perMonth: 1234,
    perThousandRequests: 0.000652,
    currency: 'USD',
    components: [{ id: 'api', perMonth: 1234 }],
  },
  availability: 0.9995,
  objectives: [
    { workload: 'search', measure: 'p99', met: true, value: 92, halfWidth: 2.3, limit: 100, bound: 'atMost' },
    { measure: 'availability', met: false, value: 0.9995, halfWidth: null, limit: 0.9999, bound: 'atLeast' },
    {
      measure: 'recall',
      met: null,
      value: null,
      halfWidth: null,
      limit: 0.9,
      bound: 'atLeast',
      why: 'Nothing in the design says how well it retrieves.',
    },
  ],
  analytic: analysis,
  engine: {
    events: 1_728_431,
    eventsPerSecond: 2_140_000,
    seed: 1,
    replications: 1,
    observedS: 600,
    warmUpS: 60,
    ended: 'precision',
    trajectoryHash: '0123456789abcdef0123',
    requests: { arrived: 432_010, answered: 432_000, failed: 0, inFlight: 10 },
  },
  notes: ['Callers see that a replica is down after 10 s.'],
  ...parts,
});
