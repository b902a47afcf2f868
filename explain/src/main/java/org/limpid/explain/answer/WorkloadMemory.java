package org.limpid.explain.answer;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.limpid.data.Trace;
import org.limpid.data.WorkloadProfile;
import org.limpid.data.io.DatasetReader;
import org.limpid.experiment.simulate.RunOptions;
import org.limpid.explain.story.SharingFacts;
import org.limpid.results.JobFacts;
import org.limpid.results.RunData;

/** Finds the GPU memory of jobs in the data set of a run. */
final class WorkloadMemory {
  private WorkloadMemory() {}

  /**
   * The memory of the jobs; empty if the data set is not given, and gone or changed.
   *
   * @throws org.limpid.files.DataException if the data set that is given is not that of the run
   */
  static Optional<SharingFacts.Memory> of(
      ExplainedRun run, Optional<Path> given, RunOptions options, JobFacts facts) {
    return RunData.found(run.description(), given)
        .filter(reader -> !reader.trace().workloadProfiles().isEmpty())
        .map(reader -> memory(reader, options, facts));
  }

  private static SharingFacts.Memory memory(
      DatasetReader reader, RunOptions options, JobFacts facts) {
    Trace trace = reader.trace();
    Map<Long, Double> byJob = new HashMap<>();
    for (int row = 0; row < trace.size(); row++) {
      WorkloadProfile profile = trace.workloadProfile(row);
      byJob.put(trace.jobId(row), profile == null ? Double.NaN : profile.memoryMib());
    }
    return new SharingFacts.Memory(
        reader.cluster().gpuMemoryMib() - options.lucid().memoryMarginMib(),
        row -> byJob.getOrDefault(facts.id(row), Double.NaN));
  }
}
