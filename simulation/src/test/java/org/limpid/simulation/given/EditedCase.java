package org.limpid.simulation.given;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.resource.Allocation;

/** Inputs of a run with single jobs or nodes changed; whatever is said of the other jobs stays. */
public final class EditedCase {
  private final PolicyInputs inputs;
  private final List<Row> rows = new ArrayList<>();

  /** A job of the new trace and its row in the old one. */
  private record Row(Trace.Job job, int origin, boolean isProfiled) {}

  private EditedCase(PolicyInputs inputs) {
    this.inputs = inputs;
    for (int row = 0; row < inputs.trace().size(); row++) {
      rows.add(new Row(inputs.trace().job(row), row, true));
    }
  }

  /** One job is another one, which nobody has profiled. */
  public static PolicyInputs changed(
      PolicyInputs inputs, int row, UnaryOperator<Trace.Job> change) {
    EditedCase edited = new EditedCase(inputs);
    edited.rows.set(row, new Row(change.apply(inputs.trace().job(row)), row, false));
    edited.rows.sort(Comparator.comparingLong(each -> each.job().submitSeconds()));
    return edited.inputs();
  }

  /** One job is not there. */
  public static PolicyInputs without(PolicyInputs inputs, int row) {
    EditedCase edited = new EditedCase(inputs);
    edited.rows.remove(row);
    return edited.inputs();
  }

  /** One virtual cluster has so many nodes more. */
  public static PolicyInputs withNodes(PolicyInputs inputs, int virtualCluster, int count) {
    List<VirtualCluster> clusters = new ArrayList<>(inputs.cluster().virtualClusters());
    VirtualCluster old = clusters.get(virtualCluster);
    clusters.set(virtualCluster, new VirtualCluster(old.name(), old.nodeCount() + count));
    ClusterDescription cluster = inputs.cluster();
    return of(
        inputs,
        new ClusterDescription(
            clusters, cluster.gpusPerNode(), cluster.cpusPerNode(), cluster.gpuMemoryMib()),
        inputs.trace(),
        inputs.estimates(),
        inputs.profiling());
  }

  private PolicyInputs inputs() {
    Trace.Builder trace = new Trace.Builder();
    rows.forEach(row -> trace.add(row.job()));
    return of(inputs, inputs.cluster(), trace.build(), estimates(), profiling());
  }

  private static PolicyInputs of(
      PolicyInputs inputs,
      ClusterDescription cluster,
      Trace trace,
      Estimates estimates,
      ProfilingOutcome profiling) {
    return inputs
        .withCluster(cluster)
        .withTrace(trace)
        .withEstimates(estimates)
        .withProfiling(profiling);
  }

  private Estimates estimates() {
    return new Estimates(
        "edited",
        rows.stream().mapToDouble(row -> inputs.estimates().seconds(row.origin())).toArray());
  }

  private ProfilingOutcome profiling() {
    ProfilingOutcome old = inputs.profiling();
    ProfilingOutcome none = ProfilingOutcome.none(rows.size());
    boolean[] profiled = none.profiled();
    boolean[] finished = none.finished();
    long[] end = none.endSeconds().clone();
    Allocation[] allocations = none.allocations();
    IntStream.range(0, rows.size())
        .filter(row -> rows.get(row).isProfiled())
        .forEach(row -> {
          int origin = rows.get(row).origin();
          profiled[row] = old.profiled()[origin];
          finished[row] = old.finished()[origin];
          none.startSeconds()[row] = old.startSeconds()[origin];
          end[row] = old.endSeconds()[origin];
          none.queueSeconds()[row] = old.queueSeconds()[origin];
          allocations[row] = old.allocations()[origin];
        });
    return new ProfilingOutcome(
        profiled,
        finished,
        none.startSeconds(),
        end,
        none.queueSeconds(),
        allocations,
        old.loans(),
        old.nodesTaken(),
        old.lender());
  }
}
