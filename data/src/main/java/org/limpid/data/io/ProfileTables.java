package org.limpid.data.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/** The tables of workloads alone and of pairs of workloads. */
public final class ProfileTables {
  /** Share score of a workload in a table without labels. */
  private static final int NOT_LABELLED = 0;

  /** Nothing runs slower or faster by more next to another workload. */
  private static final double LARGEST_FACTOR = 1000;

  private static final List<TraceColumn> MEASURES =
      List.of(
          TraceColumn.MODEL,
          TraceColumn.DATASET,
          TraceColumn.BATCHSIZE,
          TraceColumn.AMP,
          TraceColumn.SPEED,
          TraceColumn.GPU_UTIL,
          TraceColumn.GMEM_UTIL,
          TraceColumn.GMEM);
  private static final CsvSchema LABELLED =
      CsvSchema.of(MEASURES, List.of()).with(List.of(Share.values())).allowingIndex();
  private static final CsvSchema PERHAPS_LABELLED =
      CsvSchema.of(MEASURES, List.of())
          .perhapsWith(List.of(Share.values()))
          .allowingIndex()
          .ignoringOthers();
  private static final List<Pair> NOT_READ = List.of(Pair.GPU_NUM1, Pair.GPU_NUM2);
  private static final List<Pair> PAIR =
      Arrays.stream(Pair.values()).filter(column -> !NOT_READ.contains(column)).toList();
  private static final CsvSchema PAIRS = CsvSchema.of(PAIR, NOT_READ).allowingIndex();

  private enum Share {
    LABEL
  }

  private enum Pair {
    MODEL1,
    DATASET1,
    GPU_NUM1,
    BATCHSIZE1,
    AMP1,
    SPEED1,
    MODEL2,
    DATASET2,
    GPU_NUM2,
    BATCHSIZE2,
    AMP2,
    SPEED2,
    GPU_UTIL,
    GMEM_UTIL,
    GMEM
  }

  private record PairKey(Workload first, Workload second) {}

  private ProfileTables() {}

  /**
   * Workloads alone.
   *
   * @param profiles in file order; share scores are 0 where there were no labels
   * @param labelled whether the table has share scores
   */
  public record SingleTable(List<SingleProfile> profiles, boolean labelled) {}

  /** Workloads alone with their share scores, in file order. */
  public static List<SingleProfile> singles(Path file, Problems problems) {
    return singles(file, LABELLED, problems).profiles();
  }

  /** Workloads alone from a table that may lack the column {@code label} and have other columns. */
  public static SingleTable perhapsLabelledSingles(Path file, Problems problems) {
    return singles(file, PERHAPS_LABELLED, problems);
  }

  private static SingleTable singles(Path file, CsvSchema schema, Problems problems) {
    List<SingleProfile> singles = new ArrayList<>();
    Set<Workload> seen = new HashSet<>();
    boolean[] labelled = {false};
    CsvInput.read(
        file,
        schema,
        problems,
        row -> {
          labelled[0] = row.has(Share.LABEL);
          SingleProfile single = single(row);
          if (row.isGood() && !seen.add(single.profile().workload())) {
            row.problem(TraceColumn.MODEL, "expected each workload once", "");
          }
          singles.add(single);
        });
    return new SingleTable(singles, labelled[0]);
  }

  private static SingleProfile single(CsvRow row) {
    WorkloadProfile profile = WorkloadColumns.parse(row);
    int label =
        row.has(Share.LABEL)
            ? (int) row.wholeNumber(Share.LABEL, 0, 2, "Labels: 0 light, 1 medium, 2 heavy.")
            : NOT_LABELLED;
    return new SingleProfile(profile, label);
  }

  /** Pairs of workloads, in file order. */
  public static List<PairProfile> pairs(Path file, Problems problems) {
    List<PairProfile> pairs = new ArrayList<>();
    Set<PairKey> seen = new HashSet<>();
    CsvInput.read(
        file,
        PAIRS,
        problems,
        row -> {
          PairProfile pair = pair(row);
          if (row.isGood() && !seen.add(new PairKey(pair.first(), pair.second()))) {
            row.problem(Pair.MODEL1, "expected each pair of workloads once", "");
          }
          pairs.add(pair);
        });
    return pairs;
  }

  /**
   * Notes pairs of workloads that were not measured alone: they belong to other workloads.
   *
   * @param file of the pairs
   */
  public static void requireSingles(
      Path file, List<PairProfile> pairs, List<SingleProfile> singles, Problems problems) {
    Set<Workload> alone =
        singles.stream().map(each -> each.profile().workload()).collect(Collectors.toSet());
    pairs.stream()
        .flatMap(pair -> Stream.of(pair.first(), pair.second()))
        .filter(workload -> !alone.contains(workload))
        .distinct()
        .forEach(workload ->
            problems.add(
                new Problem(
                    file.toString(),
                    0,
                    "",
                    workload.toString(),
                    "expected workloads of the table of single profiles",
                    "Maybe a row is missing there.")));
  }

  private static PairProfile pair(CsvRow row) {
    return new PairProfile(
        workload(row, Pair.MODEL1, Pair.DATASET1, Pair.BATCHSIZE1, Pair.AMP1),
        workload(row, Pair.MODEL2, Pair.DATASET2, Pair.BATCHSIZE2, Pair.AMP2),
        rate(row, Pair.SPEED1),
        rate(row, Pair.SPEED2),
        percent(row, Pair.GPU_UTIL),
        percent(row, Pair.GMEM_UTIL),
        row.number(Pair.GMEM, 0, Limits.MAX_NUMBER, ""));
  }

  private static Workload workload(
      CsvRow row, Enum<?> model, Enum<?> dataset, Enum<?> batchSize, Enum<?> mixedPrecision) {
    return new Workload(
        row.requiredText(model),
        row.requiredText(dataset),
        (int) row.wholeNumber(batchSize, 1, Limits.MAX_COUNT, ""),
        row.flag(mixedPrecision));
  }

  private static double rate(CsvRow row, Enum<?> column) {
    double rate = row.number(column, Double.MIN_VALUE, Limits.MAX_NUMBER, FieldHints::rate);
    if (row.isGood() && (rate < 1 / LARGEST_FACTOR || rate > LARGEST_FACTOR)) {
      row.problem(
          column,
          "expected a rate of 0.001 to 1000",
          "Maybe it is a speed and not relative to running alone.");
    }
    return rate;
  }

  private static double percent(CsvRow row, Enum<?> column) {
    return row.number(column, 0, 100, FieldHints::percent);
  }

  static void writeSingles(CsvOutput csv, List<SingleProfile> singles) {
    CsvSchema.writeNames(csv, Stream.concat(MEASURES.stream(), Stream.of(Share.values())).toList());
    for (SingleProfile single : singles) {
      WorkloadProfile profile = single.profile();
      write(csv, profile.workload());
      csv.field(profile.speed())
          .field(profile.gpuUtilPercent())
          .field(profile.memoryUtilPercent())
          .field(profile.memoryMib())
          .field(single.shareScore())
          .endRow();
    }
  }

  static void writePairs(CsvOutput csv, List<PairProfile> pairs) {
    CsvSchema.writeNames(csv, PAIR);
    for (PairProfile pair : pairs) {
      write(csv, pair.first());
      csv.field(pair.firstRate());
      write(csv, pair.second());
      csv.field(pair.secondRate())
          .field(pair.gpuUtilPercent())
          .field(pair.memoryUtilPercent())
          .field(pair.memoryMib())
          .endRow();
    }
  }

  private static void write(CsvOutput csv, Workload workload) {
    csv.field(workload.model())
        .field(workload.dataset())
        .field(workload.batchSize())
        .field(workload.mixedPrecision() ? 1 : 0);
  }
}
