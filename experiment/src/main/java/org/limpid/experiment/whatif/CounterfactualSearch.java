package org.limpid.experiment.whatif;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Rerun;
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
  private final JobRecords records;
  private final Rerun rerun;
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
    this.records = records;
    this.row = row;
    this.latestStart = latestStart;
    job = before.inputs().trace().job(row);
    rerun = run.rerun(before, records);
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
    int gpusPerNode = before.inputs().cluster().gpusPerNode();
    List<String> others =
        before.inputs().cluster().virtualClusters().stream()
            .filter(vc -> !vc.name().equals(job.virtualCluster()))
            .filter(vc -> job.gpuCount() <= vc.nodeCount() * gpusPerNode)
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
                    "%s, %dh earlier".formatted(submission.minusHours(hours), hours)))
            .flatMap(Optional::stream)
            .findFirst();
    return new Finding(kind.label, "hour by hour up to %dh".formatted(bound), best);
  }

  private long startOfRun() {
    return before.inputs().startSecond();
  }

  private Finding trueDuration(Kind kind) {
    if (!before.policy().needs().contains(Need.ESTIMATES)) {
      return Finding.none(kind.label, "the policy looks at no estimates");
    }
    String change = Spans.text(job.durationSeconds()) + former();
    return new Finding(
        kind.label,
        Spans.text(job.durationSeconds()),
        enough(new Change.Estimate(job.id(), job.durationSeconds()), change));
  }

  private String former() {
    OptionalDouble known = estimate();
    return known.isEmpty() ? "" : " in place of " + Spans.text(Math.round(known.getAsDouble()));
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
                  String.format(Locale.ROOT, "%.3g s, %.3g times the former", seconds, factor));
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
    try {
      Simulator.Task after = Changes.of(run, before.policy(), change);
      Trace trace = after.inputs().trace();
      int rowAfter = trace.jobIds().rowOf(job.id());
      String virtualCluster = trace.virtualCluster(rowAfter);
      JobRecords changed = rerun.run(after, virtualCluster::equals).jobs();
      long start = changed.startSeconds()[rowAfter];
      return start <= latestStart
          ? Optional.of(new Finding.Probe(text, start, changed.queueSeconds()[rowAfter]))
          : Optional.empty();
    } catch (InputProblem _) {
      return Optional.empty();
    }
  }
}
