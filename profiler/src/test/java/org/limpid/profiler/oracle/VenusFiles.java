package org.limpid.profiler.oracle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.PairProfile;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;

/** Reads the Venus files in a few lines, independent of the project's own readers. */
final class VenusFiles {
  private static final LocalDateTime ORIGIN = LocalDateTime.of(2020, 4, 1, 0, 0);
  private static final long START_SECOND = 13_219_200;

  private final Path directory;

  VenusFiles(Path directory) {
    this.directory = directory;
  }

  /** The whole month with one of the two files of estimates. */
  OracleCase read(String estimateFile) {
    Trace trace = trace();
    return new OracleCase(
        new ClusterDescription(virtualClusters(), 8, 96, 24_576),
        trace,
        START_SECOND,
        estimates(trace, estimateFile),
        forecast(),
        new Profiles(singles(), pairs()),
        new ProfilerDescription(2, 200, 4, List.of("vc8Gr", "vcefl"), "vcYVn", 1),
        OraclePlacer.CONSOLIDATE,
        OracleReading.SPECIFICATION);
  }

  /** Rows without the header; a text in quotes is one cell, without its quotes. */
  static List<String[]> rows(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(VenusFiles::cells).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] cells(String line) {
    int quote = line.indexOf('"');
    if (quote < 0) {
      return line.split(",", -1);
    }
    String[] before = line.substring(0, quote).split(",", -1);
    before[before.length - 1] = line.substring(quote + 1, line.length() - 1);
    return before;
  }

  private List<String[]> file(String name) {
    return rows(directory.resolve(name));
  }

  private List<VirtualCluster> virtualClusters() {
    return file("virtual_clusters.csv").stream()
        .map(row -> new VirtualCluster(row[0], Integer.parseInt(row[1])))
        .toList();
  }

  private Trace trace() {
    Trace.Builder builder = new Trace.Builder();
    for (String[] row : file("jobs.csv.gz")) {
      builder.add(
          new Trace.Job(
              Long.parseLong(row[0]),
              row[1],
              row[2],
              row[3],
              Integer.parseInt(row[4]),
              Integer.parseInt(row[5]),
              row[6],
              Long.parseLong(row[7]),
              Long.parseLong(row[8]),
              profile(workload(row[10], row[9], row[11], row[12]), row, 13)));
    }
    return builder.build();
  }

  private static Workload workload(String model, String dataset, String batch, String amp) {
    return new Workload(model, dataset, Integer.parseInt(batch), amp.equals("1"));
  }

  private static WorkloadProfile profile(Workload workload, String[] row, int firstColumn) {
    double[] values =
        Arrays.stream(row, firstColumn, firstColumn + 4).mapToDouble(Double::parseDouble).toArray();
    return new WorkloadProfile(workload, values[0], values[1], values[2], values[3]);
  }

  private Estimates estimates(Trace trace, String name) {
    Map<Long, Double> seconds = new HashMap<>();
    file(name).forEach(row -> seconds.put(Long.parseLong(row[0]), Double.parseDouble(row[1])));
    double[] aligned = new double[trace.size()];
    for (int row = 0; row < aligned.length; row++) {
      aligned[row] = seconds.get(trace.jobId(row).number());
    }
    return new Estimates(name, aligned);
  }

  private Forecast forecast() {
    List<String[]> rows = file("forecast.csv");
    return new Forecast(
        rows.stream().mapToLong(row -> seconds(row[0])).toArray(),
        rows.stream().mapToDouble(row -> Double.parseDouble(row[3])).toArray(),
        rows.stream().mapToDouble(row -> Double.parseDouble(row[4])).toArray());
  }

  private static long seconds(String time) {
    return Duration.between(ORIGIN, LocalDateTime.parse(time.replace(' ', 'T'))).toSeconds();
  }

  private List<Profiles.SingleProfile> singles() {
    List<Profiles.SingleProfile> singles = new ArrayList<>();
    for (String[] row : file("profiles_single.csv")) {
      Workload workload = workload(row[0], row[1], row[2], row[3]);
      singles.add(new Profiles.SingleProfile(profile(workload, row, 4), Integer.parseInt(row[8])));
    }
    return singles;
  }

  private List<PairProfile> pairs() {
    List<PairProfile> pairs = new ArrayList<>();
    for (String[] row : file("profiles_colocated.csv")) {
      pairs.add(
          new PairProfile(
              workload(row[1], row[2], row[4], row[5]),
              workload(row[7], row[8], row[10], row[11]),
              Double.parseDouble(row[6]),
              Double.parseDouble(row[12]),
              Double.parseDouble(row[13]),
              Double.parseDouble(row[14]),
              Double.parseDouble(row[15])));
    }
    return pairs;
  }
}
