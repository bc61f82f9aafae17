/** What the scripted candidates say, by what they were asked about. Each answer is used once; the nearest to the question comes first. */
import { tellingWords } from '@dryrun/text';

export const STRONG = [
  'Let me restate it. A user opens the app and within 200 milliseconds we owe them a ranked list out of 40 million items, and what the business wants is that they come back next week, because clicks alone reward bait. I would size it at 9,000 requests a second at the evening peak.',
  'Success for me is seven-day return, measured in an A/B test with a holdout of 1 percent, and the guardrails are hides, reports and p95 latency. If return goes up and hides go up by more than 2 percent I would stop the launch.',
  'Four stages: retrieval from a vector index and from the follow graph, a cheap filter, a ranker over 500 candidates, and a last step that mixes for diversity. I split it there because retrieval can be rebuilt hourly while the ranker has to see the last click within a minute.',
  'For training data I log the impression with the features as they were at that moment, since joining them afterwards leaks the future; the label is whether they watched for 30 seconds, and it settles after two hours.',
  'Negatives are the impressions nobody touched, and for the retrieval tower I take in-batch negatives with a correction for popularity, otherwise popular items are punished. We saw recall at 100 move from 61 to 68 percent when we corrected for it.',
  'The ranker is a multi-task network with six heads over shared layers, about 60 million parameters, because rare actions such as shares borrow from frequent ones. I would start with boosted trees, which train in 40 minutes and tell me which feature matters.',
  'Serving: one request fans out to three candidate sources with a timeout of 40 milliseconds each, the ranker scores 500 items in one batch in 18 milliseconds on CPU, and if it is down we fall back to what was popular in that region in the last hour.',
  'Memory: 40 million items times 128 dimensions times 2 bytes is about 10 gigabytes, so the index fits on one machine with room; I would keep three replicas in two zones because losing one then costs a third of capacity and not the service.',
  'Caching the candidate list for five minutes takes 70 percent of the retrieval load away, and what we pay is that a follow shows up five minutes late. For new posts of people you follow that is too late, so that source is not cached.',
  'Offline I look at calibration per head and at AUC within a session, sliced by new users, heavy users and language. Offline gains under half a percent never showed up online for us, so I would not ship on them alone.',
  'The A/B test runs for two full weeks with 5 percent on each side, because of weekdays and novelty; with 2 million users a side we can see a change of 0.4 percent in return. Before that it runs in shadow for a day.',
  'Position bias: what stands at the top is clicked because it stands there. I add the position as an input in training and fix it in serving, and one percent of requests are shuffled in the top ten so that we can estimate it.',
  'Drift I would notice by predicted against actual rate per head and hour; an alert fires if they part by more than 15 percent for two hours. Retraining is daily with a warm start, and a model that is worse on yesterday is not promoted.',
  'At my last company we had a silent failure: a feature pipeline wrote zeros for Android for three days, and the ranker got 4 percent worse before anybody saw it. Since then each feature has a check on its missing rate and the pager goes to the team that writes it.',
  'For cold start a new item gets an exploration slot: 3 percent of impressions go to items with fewer than 200 views, chosen by content embedding. It costs about 0.3 percent of watch time today and is worth it, because otherwise the catalogue never renews.',
  'If the traffic grows ten times, the ranker breaks first: 90,000 times 500 items is 45 million scores a second. I would put a light first ranker in front that cuts 500 to 100, and accept about half a percent of quality for a fifth of the machines.',
  'I decided against reinforcement learning here. It is not worth it before the logging is trusted, the reward would be delayed by a week, and a bad policy is hard to roll back, so a bandit on the last slot is as far as I would go.',
  'The cost is dominated by ranking: 120 machines at about 300 dollars a month are 36,000 dollars, retrieval is a tenth of that. If I had to halve it I would cut the candidates from 500 to 250 first, since we lose little recall between them.',
  'Rollout goes shadow, then one percent, ten, fifty, each for a day, with an automatic rollback when error rate or hides pass the gate. Rolling back means pointing to the previous model, which stays loaded, so it takes a minute.',
  'Privacy: deletion has to reach the logs, the feature store and the next training set within 30 days, so events are keyed by a pseudonym whose mapping we can drop. Embeddings of a deleted user are removed the same night.',
  'Fairness: small creators lose when engagement counters feed back into ranking. I would report reach by size of creator each week, and cap how much of a session one large account can take, even if watch time falls a little.',
  'I would need two teams: data platform for the event log with exactly-once delivery, which takes a quarter to negotiate, and legal for the retention rule. First quarter is logging and a baseline, second is the ranker, and I would leave real-time features for the third.',
  'The largest risk is the loop: we train on what we showed. If exploration is switched off to save money the model looks better for a month and then narrows, so I would tie the exploration budget to an owner in product and not to mine.',
  'What could go wrong in a region failure: half the replicas are gone and the others see double traffic; they would run at 140 percent, so the queue grows without end. I would shed the ads preview and shrink candidates to 200 before letting anybody time out.',
  'Trade-off between freshness and cost: rebuilding the index hourly costs twelve machine hours a day, streaming updates cost three times that and an on-call rota. Hourly is enough unless news matters, and then only that slice is streamed.',
  'In that case I would change the budget: network takes 30 milliseconds, features 20, ranking 18, so a tenth of the latency is not possible with a remote ranker. I would precompute the first screen and refresh it in the background, which is stale by up to ten minutes.',
  'If labels came six weeks late I would train on a proxy such as 30 seconds of watch and keep the late label for calibration; otherwise the model would be blind for six weeks after each launch. I would watch how far the proxy and the late label part.',
  'To summarise: return as the goal, four stages, impressions logged with their features, a multi-task ranker with trees as the fallback, two weeks of A/B before anything ships, and drift watched by calibration. The price I accept is a feed that is up to five minutes stale.',
  'What I am least sure of is whether seven-day return can be moved at all by ranking alone; in two of our five launches it did not move although watch time did. I would look for an earlier signal before betting a quarter on it.',
  'How does your own team decide when a model is good enough to ship?',
  'Duplicates: the same clip uploaded twice splits its counters. We hash frames and cluster by embedding, which merged about 7 percent of items, and it matters because otherwise diversity rules show the same thing twice.',
  'Feature parity: online and offline values come from one definition, computed by the stream job and written to both stores. We compare one request in a thousand after the fact; when more than 0.1 percent differ, the build is blocked.',
  'Abuse: people buy likes. A burst of likes from accounts younger than a week is left out of the counters until a classifier has looked at it, because counters are features and whoever moves them moves the feed.',
  'On call, the first question is whether it is data, model or serving: the dashboard has one row each, missing rates, calibration, and latency by source. The runbook says to roll back first and understand later if hides are up by 5 percent.',
  'GPU or CPU: at 500 items and 60 million parameters the CPU takes 18 milliseconds, and a GPU would take 4 but sit idle two thirds of the day. It pays off from about four times the load, so not now.',
  'With a smaller team I would buy the vector search and build the ranker, because the index is the same for everybody and the ranking is where our own data makes a difference. Switching cost is an export of 10 gigabytes, so it is reversible.',
  'Cold start of a clip: it has no counters, so the tower sees its text, sound and frames, and five percent of one slot goes to clips under a day old. After 2,000 impressions its own counters weigh more than the prior.',
  'Capacity at the peak: 9,000 requests a second times 500 items at 4 microseconds each is 18 cores busy, and I would plan for 40 percent of each machine because the tail grows quickly above that.',
  'Freshness: counters come from a stream with a window of one minute. When the oldest input is over ten minutes the ranker is told and falls back to daily counters, which costs about two percent of watch time.',
  'To decide whether it pays I would compare a year of machines and two engineers with one point of weekly return; below half a point I would stop and put the people on search.',
  'The interface between teams is the impression log: its schema is versioned, a field is never reused, and the team that writes it is woken when a field goes missing, because we notice first and can repair it last.',
  'I would not personalise notifications in the first year. A mistake there loses the channel for good, whereas a bad slot on the page is forgotten in a minute.',
] as const;

export const WEAK = [
  'I would use machine learning to recommend the best things.',
  'We need a lot of data, and then we train a deep neural network.',
  'I would put it in the cloud so that it scales.',
  'Probably a transformer, they work well.',
  'We can use Kafka and Spark and a feature store.',
  'I think accuracy is the most important metric.',
  'We would monitor it with dashboards.',
  'I would add more servers if it is slow.',
  'Maybe retrain it every month.',
  'It should be fine with caching.',
  'I would ask the product manager.',
  'We could use an A/B test.',
  'The database would be something NoSQL.',
  'I would do some feature engineering.',
  'We need to think about privacy too.',
  'There are trade-offs everywhere I guess.',
] as const;

export const NAMES = [
  'We use Kafka, Flink, Spark, Airflow, Feast, Pinecone, FAISS, Triton, TensorRT, Kubernetes and Istio.',
  'Transformers, two-tower, DLRM, DeepFM, DCN v2, MMoE, BERT4Rec, SASRec.',
  'LoRA, QLoRA, RLHF, DPO, RAG, vLLM, speculative decoding, paged attention.',
  'MLflow, Kubeflow, SageMaker, Vertex, Weights and Biases, Evidently, Arize.',
  'Redis, Cassandra, DynamoDB, BigQuery, Snowflake, Iceberg, Delta Lake.',
  'Canary, shadow, blue-green, feature flags, circuit breakers, service mesh.',
  'GDPR, SOC 2, differential privacy, federated learning, homomorphic encryption.',
  'Prometheus, Grafana, Jaeger, OpenTelemetry, PagerDuty, Datadog.',
] as const;

export const WRONG = [
  'Approximate nearest neighbour search is exact, so we lose nothing.',
  'I tune on the test set because that gives the most honest number.',
  'Accuracy is 99.9 percent on fraud, so the model is done.',
  'We put the label from tomorrow into the features, that makes it more accurate.',
  'Ten thousand requests a second times 100 milliseconds is one machine.',
  'Cosine similarity is always between zero and one, so it is a probability.',
  'More replicas always make the median faster.',
  'A cache never serves anything stale if it is large enough.',
  'We do not need monitoring because the model was validated.',
  'Retraining always makes a model better.',
] as const;

/** The unused answers, the one that shares most words with the question first. */
export const nearest = (answers: readonly string[], used: ReadonlySet<number>, question: string): number => {
  const asked = new Set(tellingWords(question).map(({ stem }) => stem));
  let best = -1;
  let most = -1;
  for (const [index, answer] of answers.entries()) {
    if (used.has(index)) continue;
    const shared = new Set(
      tellingWords(answer)
        .map(({ stem }) => stem)
        .filter((stem) => asked.has(stem)),
    ).size;
    if (shared > most) {
      most = shared;
      best = index;
    }
  }
  return best;
};
