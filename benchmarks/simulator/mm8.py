"""M/M/8 at load 0.9 in SimPy, written as its own bank example is: one process a customer, one Resource.

    python3 mm8.py CUSTOMERS SEED

prints `customers seconds meanWait meanSojourn version`; the seconds are the run's own.
"""

import random
import sys
import time

import simpy

SERVERS = 8
LAMBDA = 7.2


def customer(env, station, totals, draw):
    arrived = env.now
    with station.request() as turn:
        yield turn
        totals[0] += env.now - arrived
        yield env.timeout(draw(1.0))
        totals[1] += env.now - arrived


def source(env, station, customers, totals, draw):
    for _ in range(customers):
        yield env.timeout(draw(LAMBDA))
        env.process(customer(env, station, totals, draw))


def main():
    customers, seed = int(sys.argv[1]), int(sys.argv[2])
    draw = random.Random(seed).expovariate
    env = simpy.Environment()
    station = simpy.Resource(env, capacity=SERVERS)
    totals = [0.0, 0.0]
    env.process(source(env, station, customers, totals, draw))
    began = time.perf_counter()
    env.run()
    seconds = time.perf_counter() - began
    print(customers, f"{seconds:.9f}", totals[0] / customers, totals[1] / customers, simpy.__version__)


main()
