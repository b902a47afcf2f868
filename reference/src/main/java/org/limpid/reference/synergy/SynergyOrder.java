package org.limpid.reference.synergy;

import java.util.Arrays;
import java.util.List;

/** The order in which a policy goes through the jobs of a round. */
public enum SynergyOrder {
  /** First come, first served. */
  FIFO {
    @Override
    double[] key(JobState job, Round round) {
      return new double[] {job.job().arrivalSeconds()};
    }
  },

  /** Least attained service, in GPU seconds. */
  LAS {
    @Override
    double[] key(JobState job, Round round) {
      return ranked(job, job.attainedSeconds() * job.gpus());
    }
  },

  /** Shortest remaining time. */
  SRTF {
    @Override
    double[] key(JobState job, Round round) {
      return ranked(job, round.remainingSeconds(job));
    }
  },

  /** Finish-time fairness; as published, the job that is treated best goes first. */
  FTF {
    @Override
    double[] key(JobState job, Round round) {
      double waited = round.seconds() - job.job().arrivalSeconds();
      double alone = job.job().profile().iterationSeconds() * job.job().iterations();
      return ranked(job, (waited + round.remainingSeconds(job)) / alone);
    }
  },

  /** Smallest dominant share of what it demands. */
  DRF {
    @Override
    double[] key(JobState job, Round round) {
      Resources total = round.total();
      Resources wanted = job.demand();
      double ofCpus = wanted.cpus() / total.cpus();
      double ofMemory = wanted.memoryGb() / total.memoryGb();
      return ranked(job, Math.max(wanted.gpus() / total.gpus(), Math.max(ofCpus, ofMemory)));
    }
  },

  /** Least remaining time x resources, as Tetris packs. */
  TETRIS {
    @Override
    double[] key(JobState job, Round round) {
      Resources total = round.total();
      Resources wanted = job.demand();
      double seconds = round.remainingSeconds(job);
      return ranked(
          job,
          wanted.gpus() / total.gpus() * seconds
              + wanted.cpus() / total.cpus() * seconds
              + wanted.memoryGb() / total.memoryGb() * seconds);
    }
  };

  /** What a job is sorted by, the smallest first. */
  abstract double[] key(JobState job, Round round);

  private static double[] ranked(JobState job, double value) {
    return new double[] {-job.priority(), value, job.job().arrivalSeconds()};
  }

  /** Sorts the jobs where they are, so that equal ones stay as the last round left them. */
  void sort(List<JobState> jobs, Round round) {
    jobs.forEach(job -> job.sortBy(key(job, round)));
    jobs.sort((one, other) -> Arrays.compare(one.key(), other.key()));
  }

  /**
   * What the keys need to know of a round.
   *
   * @param seconds when it begins
   * @param total all resources of the cluster
   * @param usesSpeedup whether jobs run at other speeds than that of their fair share
   */
  record Round(double seconds, Resources total, boolean usesSpeedup) {
    private double remainingSeconds(JobState job) {
      double atFairShare = job.job().profile().iterationSeconds() * job.remaining();
      return usesSpeedup ? atFairShare / job.speedup() : atFairShare;
    }
  }
}
