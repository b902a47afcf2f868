package org.limpid.data.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.limpid.data.JobAttribute;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.files.Problem;
import org.limpid.files.Words;

/** What a user of a data set should know about it, one sentence each. */
public final class DatasetNotices {
  private DatasetNotices() {}

  /**
   * What is possible but hardly meant, which rows were left out, and how many jobs the tables of
   * workloads say nothing about.
   *
   * @param jobs those that are used, of the data set or of a part of it
   * @throws org.limpid.files.DataException if the jobs or the profiles cannot be read
   */
  public static List<String> of(DatasetReader reader, Trace jobs) {
    List<String> notices = new ArrayList<>();
    ScalingWarnings.of(reader, jobs).stream().map(Problem::toString).forEach(notices::add);
    DatasetWarnings.of(reader).stream().map(Problem::toString).forEach(notices::add);
    reader
        .leftOut()
        .forEach((reason, rows) ->
            notices.add(
                "Left out %s of %s: %s."
                    .formatted(
                        Words.count(rows, "row"), reader.description().jobs().file(), reason)));
    notices.addAll(unmatched(reader, jobs));
    notices.addAll(predicted(reader.scaling(), jobs));
    return notices;
  }

  /** Which curves nobody measured, and how many jobs are told by them. */
  private static List<String> predicted(ScalingCurves curves, Trace jobs) {
    Set<String> names = new HashSet<>();
    curves.all().stream()
        .filter(ScalingCurve::isPredicted)
        .forEach(curve -> names.add(curve.name()));
    if (names.isEmpty()) {
      return List.of();
    }
    long concerned =
        jobsOf(
            jobs,
            row ->
                jobs.optional().has(JobAttribute.SCALING, row)
                    && names.contains(jobs.optional().text(JobAttribute.SCALING, row)));
    return List.of(
        "%,d of %,d scaling curves, those of %,d of %,d jobs, are predicted and not measured."
            .formatted(names.size(), curves.all().size(), concerned, jobs.size()));
  }

  /**
   * Which optional columns of jobs make no difference to a run; empty where there is none.
   *
   * @param used those that do
   */
  public static List<String> unused(Trace jobs, Set<JobAttribute> used) {
    List<String> names =
        jobs.optional().present().stream()
            .filter(attribute -> !used.contains(attribute))
            .map(JobAttribute::columnName)
            .toList();
    return names.isEmpty()
        ? List.of()
        : List.of("Nothing in this run looks at: %s.".formatted(String.join(", ", names)));
  }

  private static List<String> unmatched(DatasetReader reader, Trace jobs) {
    List<String> notices = new ArrayList<>();
    long without = jobsOf(jobs, row -> jobs.workloadProfile(row) == null);
    if (without > 0 && without < jobs.size()) {
      notices.add("%,d of %,d jobs have no workload.".formatted(without, jobs.size()));
    }
    Profiles profiles = without == jobs.size() ? Profiles.EMPTY : reader.profiles();
    if (!profiles.pairs().isEmpty()) {
      notices.addAll(unpaired(profiles.pairs(), jobs));
    }
    return notices;
  }

  private static List<String> unpaired(List<PairProfile> pairs, Trace jobs) {
    Set<Workload> unpaired = new HashSet<>();
    jobs.workloadProfiles().stream().map(WorkloadProfile::workload).forEach(unpaired::add);
    int all = unpaired.size();
    pairs.forEach(pair -> {
      unpaired.remove(pair.first());
      unpaired.remove(pair.second());
    });
    if (unpaired.isEmpty()) {
      return List.of();
    }
    long concerned =
        jobsOf(
            jobs,
            row ->
                jobs.workloadProfile(row) != null
                    && unpaired.contains(jobs.workloadProfile(row).workload()));
    return List.of(
        "%,d of %,d workloads, those of %,d of %,d jobs, are in no measured pair: next to others they run at full speed unless a model says otherwise."
            .formatted(unpaired.size(), all, concerned, jobs.size()));
  }

  private static long jobsOf(Trace jobs, IntPredicate condition) {
    return IntStream.range(0, jobs.size()).filter(condition).count();
  }
}
