"""Prints the CPU seconds that scikit-learn's random forest takes to fit the throughput of jobs.

It says how fast a machine is: 20.1 on the one of the reference figures.

    python3 yardstick.py .../golden/models/throughput_features.csv.gz
"""

import csv
import gzip
import sys
import time

import numpy
from sklearn.ensemble import RandomForestRegressor

with gzip.open(sys.argv[1], "rt", newline="") as file:
    rows = list(csv.DictReader(file))
train = [row for row in rows if int(row["month"]) <= 8]
names = [name for name in rows[0] if name not in ("time", "submit_gpu_job", "submit_gpu_num")]
features = numpy.array([[float(row[name]) for name in names] for row in train])
target = numpy.array([float(row["submit_gpu_job"]) for row in train])

start = time.process_time()
RandomForestRegressor(n_estimators=100, n_jobs=1, random_state=0).fit(features, target)
print(f"{time.process_time() - start:.2f}")
