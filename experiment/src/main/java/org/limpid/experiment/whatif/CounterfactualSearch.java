package org.limpid.experiment.whatif;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.files.Words;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobRecords;

/** Tries changes that might start a job early enough, each alone, by simulation. */
final class CounterfactualSearch {
  private static final long HOUR = 3600;

  /** Most nodes that are added, unless the virtual cluster has more itself. */
  private static final int MOST_NODES = 8;

  /** The estimate is divided by 2^(n / 8), n up to this: a factor down to 1 / 1,048,576. */
  private static final int STEPS_OF_ESTIMATE = 160;

  private static final double STEPS_PER_HALF = 8;

  private final FormerRun run;
  private final Simulator.Task before;
  private final JobTrials trials;
  private final Trace.Job job;
  private final int row;
  private final long latestStart;

  /**
   * @param row of the job in the trace
   * @param latestStart the second by which it should start
   */
  CounterfactualSearch(
      FormerRun run, Simulator.Task before, JobRecords records, int row, long latestStart) {
    this.run = run;
    this.before = before;
    this.row = row;
    this.latestStart = latestStart;
    job = before.inputs().trace().job(row);
    trials = new JobTrials(run, before, records, job.id());
  }

  /** Kinds of changes, in the order of the report. */
  enum Kind {
    FEWER_GPUS("fewer GPUs"),
    MORE_NODES("more nodes"),
    OTHER_VC("another virtual cluster"),
    EARLIER("submitted earlier that day"),
    TRUE_DURATION("the true duration as estimate"),
    SMALLER_ESTIMATE("a smaller estimate");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  Finding find(Kind kind) {
    boolean isTooEarly = latestStart < job.submitSeconds() && kind != Kind.EARLIER;
    if (isTooEarly) {
      return Finding.none(kind.label, "nothing starts it before its submission");
    }
    return switch (kind) {
      case FEWER_GPUS -> fewerGpus(kind);
      case MORE_NODES -> moreNodes(kind);
      case OTHER_VC -> otherVirtualCluster(kind);
      case EARLIER -> earlier(kind);
      case TRUE_DURATION -> trueDuration(kind);
      case SMALLER_ESTIMATE -> smallerEstimate(kind);
    };
  }

  private Finding fewerGpus(Kind kind) {
    int gpus = job.gpuCount();
    Optional<Finding.Probe> best =
        SmallestChange.upTo(
            gpus - 1,
            less ->
                enough(
                    new Change.Gpus(job.id(), gpus - less),
                    "%d in place of %d".formatted(gpus - less, gpus)));
    return new Finding(kind.label, gpus == 1 ? "it has only one" : "down to 1 GPU", best);
  }

  private Finding moreNodes(Kind kind) {
    int bound = Math.max(MOST_NODES, nodesOf(job.virtualCluster()));
    String from = Long.toString(job.submitSeconds());
    Optional<Finding.Probe> best =
        SmallestChange.upTo(
            bound,
            more ->
                enough(
                    new Change.Nodes(job.virtualCluster(), more, Optional.of(from)),
                    "%d in %s from its submission on".formatted(more, job.virtualCluster())));
    return new Finding(kind.label, "up to %d".formatted(bound), best);
  }

  private int nodesOf(String virtualCluster) {
    return before.inputs().cluster().virtualClusters().stream()
        .filter(vc -> vc.name().equals(virtualCluster))
        .mapToInt(VirtualCluster::nodeCount)
        .findFirst()
        .orElseThrow();
  }

  /** Of those in which it starts early enough, the one in which it starts first. */
  private Finding otherVirtualCluster(Kind kind) {
    ClusterDescription cluster = before.inputs().cluster();
    List<String> others =
        cluster.virtualClusters().stream()
            .filter(vc -> !vc.name().equals(job.virtualCluster()))
            .filter(vc -> job.gpuCount() <= cluster.gpuCount(vc))
            .map(VirtualCluster::name)
            .toList();
    List<Finding.Probe> enough = new ArrayList<>();
    others.forEach(name -> enough(new Change.Move(job.id(), name), name).ifPresent(enough::add));
    String tried =
        "%d others that are large enough, %d of them do".formatted(others.size(), enough.size());
    return new Finding(
        kind.label,
        tried,
        enough.stream().min(Comparator.comparingLong(Finding.Probe::startSeconds)));
  }

  private Finding earlier(Kind kind) {
    LocalDateTime origin = run.data().reader().origin();
    LocalDateTime submission = origin.plusSeconds(job.submitSeconds());
    int bound = (int) Math.min(submission.getHour(), (job.submitSeconds() - startOfRun()) / HOUR);
    Optional<Finding.Probe> best =
        IntStream.rangeClosed(1, bound)
            .mapToObj(hours ->
                enough(
                    new Change.Submit(job.id(), Long.toString(job.submitSeconds() - hours * HOUR)),
                    "%s, %d h earlier".formatted(submission.minusHours(hours), hours)))
            .flatMap(Optional::stream)
            .findFirst();
    return new Finding(kind.label, "hour by hour up to %d h".formatted(bound), best);
  }

  private long startOfRun() {
    return before.inputs().startSecond();
  }

  private Finding trueDuration(Kind kind) {
    if (!before.policy().needs().contains(Need.ESTIMATES)) {
      return Finding.none(kind.label, "the policy looks at no estimates");
    }
    String change = Words.roughly(job.durationSeconds()) + former();
    return new Finding(
        kind.label,
        Words.roughly(job.durationSeconds()),
        enough(new Change.Estimate(job.id(), job.durationSeconds()), change));
  }

  private String former() {
    OptionalDouble known = estimate();
    return known.isEmpty() ? "" : " in place of " + Words.roughly(Math.round(known.getAsDouble()));
  }

  private Finding smallerEstimate(Kind kind) {
    OptionalDouble known = estimate();
    if (known.isEmpty()) {
      return Finding.none(kind.label, "the policy looks at no estimates");
    }
    if (known.getAsDouble() <= 0) {
      return Finding.none(kind.label, "its estimate is 0 s or less");
    }
    Optional<Finding.Probe> best =
        SmallestChange.upTo(
            STEPS_OF_ESTIMATE,
            step -> {
              double factor = Math.pow(2, -step / STEPS_PER_HALF);
              double seconds = known.getAsDouble() * factor;
              return enough(
                  new Change.Estimate(job.id(), seconds),
                  String.format(
                      Locale.ROOT, "%s, %.3g times the former", Words.roughly(seconds), factor));
            });
    return new Finding(kind.label, "down to a millionth", best);
  }

  /** The estimate that the job had; empty if the policy looks at none. */
  private OptionalDouble estimate() {
    return before.policy().needs().contains(Need.ESTIMATES)
        ? OptionalDouble.of(before.inputs().estimates().seconds(row))
        : OptionalDouble.empty();
  }

  /** The job after a change, if it starts early enough then. */
  private Optional<Finding.Probe> enough(Change change, String text) {
    return trials.probe(change, text).filter(probe -> probe.startSeconds() <= latestStart);
  }
}
