package org.limpid.experiment.whatif;

import java.util.Optional;
import org.limpid.data.JobId;
import org.limpid.models.tool.EditStep;
import org.limpid.simulation.policy.Discipline;
import org.limpid.simulation.policy.Setting;

/** One thing that is changed about a run. */
sealed interface Change {
  /**
   * A virtual cluster has more or fewer nodes.
   *
   * @param count not 0
   * @param from when; empty: from the start of the run
   */
  record Nodes(String virtualCluster, int count, Optional<String> from) implements Change {}

  /** A job takes another time on GPUs of its own. */
  record Duration(JobId job, long seconds) implements Change {}

  /** A job is believed to take another time. */
  record Estimate(JobId job, double seconds) implements Change {}

  /** A job has another priority: estimated GPU time, the smaller the sooner. */
  record Priority(JobId job, double gpuSeconds) implements Change {}

  /** A job asks for another number of GPUs. */
  record Gpus(JobId job, int count) implements Change {}

  /** A job runs in another virtual cluster. */
  record Move(JobId job, String virtualCluster) implements Change {}

  /**
   * A job is submitted at another time.
   *
   * @param time a point in time, or a span with a sign
   */
  record Submit(JobId job, String time) implements Change {}

  /**
   * A job has another deadline.
   *
   * @param time a point in time, or a span with a sign
   */
  record Deadline(JobId job, String time) implements Change {}

  /** A job is not there. */
  record Remove(JobId job) implements Change {}

  /** A setting of the policy has another value. */
  record Choice<T>(Setting<T> setting, T value) implements Change {}

  /**
   * All jobs have other estimates.
   *
   * @param source {@code true}, {@code equal}, a name in the data set or a CSV file
   */
  record Estimates(String source) implements Change {}

  /** The queue has another discipline. */
  record QueueDiscipline(Discipline discipline) implements Change {}

  /** The models of durations have another term. */
  record Term(EditStep step) implements Change {}
}
