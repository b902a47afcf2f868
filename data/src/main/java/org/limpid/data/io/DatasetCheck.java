package org.limpid.data.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.limpid.data.ClusterDescription;
import org.limpid.data.ResourceProfiles;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.data.Workload;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * Checks a whole data set by reading every part of it. What is wrong with a part, also in view of
 * another one, its reader says, so that no command takes what this refuses.
 */
public final class DatasetCheck {
  private final Problems problems = new Problems();

  private DatasetCheck() {}

  /** All problems of a data set; empty if it is fit for use. */
  public static List<Problem> check(Path folder) {
    DatasetCheck check = new DatasetCheck();
    DatasetReader reader = check.attempt(() -> DatasetReader.open(folder));
    if (reader != null) {
      check.checkFiles(reader);
    }
    return check.problems.list();
  }

  /** Parts that cannot be read are left out of the checks of the others. */
  private void checkFiles(DatasetReader reader) {
    ClusterDescription cluster = attempt(reader::cluster);
    boolean hasProfiles = reader.description().profiles() != null;
    Set<Workload> profiled = hasProfiles ? attempt(reader::profiledWorkloads) : null;
    if (profiled != null) {
      attempt(reader::profiles);
    }
    ScalingCurves curves = attempt(reader::scaling);
    ResourceProfiles gains = attempt(reader::sensitivity);
    Trace trace = attempt(() -> reader.readTrace(cluster, profiled, curves, gains));
    attempt(reader::forecast);
    attempt(reader::throughput);
    Trace jobs = trace == null ? new Trace.Builder().build() : trace;
    reader.estimateNames().forEach(name -> attempt(() -> reader.estimates(name, jobs)));
    if (cluster != null) {
      attempt(reader::profiler);
    }
  }

  /** The value, or null when it cannot be had; its problems are noted. */
  private <T> T attempt(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (DataException e) {
      problems.addAll(e);
      return null;
    }
  }
}
