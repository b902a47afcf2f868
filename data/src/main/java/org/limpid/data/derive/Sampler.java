package org.limpid.data.derive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import org.limpid.data.ClusterDescription;
import org.limpid.data.ProfilerChoice;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.io.DatasetDescription;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Words;

/** Makes a data set of a part of the jobs of another one. Not safe for several threads. */
public final class Sampler {
  private final DatasetReader source;
  private final SampleRequest request;
  private final Trace trace;
  private final BitSet kept = new BitSet();
  private final List<String> notes = new ArrayList<>();
  private final KeptLoad load;

  private Sampler(DatasetReader source, SampleRequest request) {
    this.source = source;
    this.request = request;
    trace = source.trace();
    load = new KeptLoad(trace);
  }

  /**
   * Writes a sample.
   *
   * @param overwrite whether an older data set may be replaced
   * @throws DataException if the data set can't be read, no job is left, or the sample can't be
   *     written
   */
  public static SampleReport write(
      DatasetReader source, SampleRequest request, Path out, boolean overwrite) {
    return new Sampler(source, request).write(out, overwrite);
  }

  private SampleReport write(Path out, boolean overwrite) {
    requireKnownClusters();
    draw();
    List<VirtualCluster> clusters = clusters();
    ProfilerDescription profiler = profiler(clusters);
    int[] rows = kept.stream().toArray();
    boolean keepsAll = rows.length == trace.size();
    if (!keepsAll && source.description().throughput() != null) {
      notes.add("Series and forecast of the load are those of all jobs, and are left out.");
    }
    DatasetDescription whole = source.description();
    DerivedDataset sample =
        new DerivedDataset(
            whole.name() + "-sample",
            "%s (%s)".formatted(whole.title(), SampleTitle.of(request, rows.length, trace.size())),
            time(),
            clusters,
            profiler,
            rows,
            trace::job,
            keepsAll);
    sample.write(source, out, overwrite);
    noteLinks(sample.cutLinks(trace));
    return new SampleReport(rows.length, trace.size(), notes);
  }

  private void requireKnownClusters() {
    List<String> known =
        source.cluster().virtualClusters().stream().map(VirtualCluster::name).toList();
    for (String name : request.clusters()) {
      if (!known.contains(name)) {
        throw new DataException(
            new Problem(
                source.folder().toString(),
                0,
                "",
                name,
                "expected a virtual cluster of the data set",
                ClosestName.hint(name, known)));
      }
    }
  }

  private void draw() {
    Draw draw = new Draw(source, request);
    for (int row = 0; row < trace.size(); row++) {
      if (draw.isInReach(row)) {
        boolean isDrawn = draw.isDrawn(row);
        kept.set(row, isDrawn);
        load.add(row, isDrawn);
      }
    }
    if (kept.isEmpty()) {
      throw new DataException(
          Problem.ofFile(
              source.folder(),
              "expected jobs in the sample, found none of %s"
                  .formatted(Words.count(trace.size(), "job")),
              "Maybe the share is too small, or the times lie outside the trace, which begins at %s."
                  .formatted(source.origin().plusSeconds(trace.submitSeconds(0)))));
    }
  }

  private DatasetDescription.Time time() {
    long start = Draw.seconds(source, request.from()).orElse(source.startSeconds());
    return new DatasetDescription.Time(source.origin(), Math.max(source.startSeconds(), start));
  }

  private List<VirtualCluster> clusters() {
    ClusterDescription cluster = source.cluster();
    List<VirtualCluster> clusters =
        cluster.virtualClusters().stream()
            .filter(
                each -> request.clusters().isEmpty() || request.clusters().contains(each.name()))
            .map(each -> request.scalesNodes() ? load.scaled(cluster, each) : each)
            .toList();
    if (request.scalesNodes()) {
      int before = cluster.nodeCount();
      int after = clusters.stream().mapToInt(VirtualCluster::nodeCount).sum();
      notes.add("The sample has %,d of %,d nodes.".formatted(after, before));
    }
    return clusters;
  }

  /** Where nodes are missing, those of the profiler are chosen anew. */
  private ProfilerDescription profiler(List<VirtualCluster> clusters) {
    if (source.profiler().isEmpty() || clusters.equals(source.cluster().virtualClusters())) {
      return source.profiler().orElse(null);
    }
    ClusterDescription cluster = source.cluster();
    ProfilerDescription chosen =
        ProfilerChoice.of(
                new ClusterDescription(
                    clusters, cluster.gpusPerNode(), cluster.cpusPerNode(), cluster.gpuMemoryMib()),
                load::largestJob)
            .orElse(null);
    notes.add(
        chosen == null
            ? "No virtual cluster can spare a node: the sample has no profiler."
            : "The profiler has %s, from %s."
                .formatted(
                    Words.count(chosen.nodeCount(), "node"),
                    String.join(", ", new LinkedHashSet<>(chosen.takenFrom()))));
    return chosen;
  }

  private void noteLinks(long cut) {
    if (cut > 0) {
      notes.add(
          "%s followed one that is not in the sample, and now wait for none."
              .formatted(Words.count(cut, "job")));
    }
  }
}
