package org.limpid.experiment.elasticflow;

import static org.limpid.experiment.elasticflow.StudyPolicy.CHRONUS;
import static org.limpid.experiment.elasticflow.StudyPolicy.EDF;
import static org.limpid.experiment.elasticflow.StudyPolicy.EDF_ADMISSION;
import static org.limpid.experiment.elasticflow.StudyPolicy.EDF_ELASTIC;
import static org.limpid.experiment.elasticflow.StudyPolicy.ELASTICFLOW;
import static org.limpid.experiment.elasticflow.StudyPolicy.GANDIVA;
import static org.limpid.experiment.elasticflow.StudyPolicy.POLLUX;
import static org.limpid.experiment.elasticflow.StudyPolicy.THEMIS;
import static org.limpid.experiment.elasticflow.StudyPolicy.TIRESIAS;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.experiment.elasticflow.StudyCase.Drawn;
import org.limpid.experiment.elasticflow.StudyCase.Jobs;
import org.limpid.experiment.elasticflow.StudyCase.Published;

/** The figures of the paper that are made again, with what each runs. */
public enum StudyFigure {
  FIGURE_8A(
      "8a",
      "Deadlines kept on 64 GPUs, 195 jobs",
      "",
      List.of("195 jobs"),
      List.of(EDF, GANDIVA, TIRESIAS, THEMIS, CHRONUS, POLLUX, ELASTICFLOW),
      PublishedBars.FIGURE_8A),
  FIGURE_8B(
      "8b",
      "Deadlines kept on ten clusters and Philly",
      "Cluster",
      List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "Philly"),
      List.of(EDF, GANDIVA, TIRESIAS, THEMIS, CHRONUS, ELASTICFLOW),
      PublishedBars.FIGURE_8B),
  FIGURE_9(
      "9",
      "What admission and elastic scaling are worth",
      "GPUs",
      List.of("64", "128", "256"),
      List.of(EDF, EDF_ADMISSION, EDF_ELASTIC, ELASTICFLOW),
      PublishedBars.FIGURE_9),
  FIGURE_10(
      "10",
      "Cluster efficiency over time, 128 GPUs",
      "",
      List.of("100 jobs"),
      List.of(EDF, GANDIVA, TIRESIAS, THEMIS, ELASTICFLOW),
      Map.of()),
  FIGURE_11A(
      "11a",
      "Deadlines kept beside jobs without one",
      "Share of jobs without a deadline",
      shares(),
      List.of(EDF, GANDIVA, TIRESIAS, THEMIS, CHRONUS, ELASTICFLOW),
      PublishedBars.FIGURE_11A),
  FIGURE_11B(
      "11b",
      "How fast jobs without a deadline are",
      "Share of jobs without a deadline",
      shares(),
      List.of(EDF, TIRESIAS, THEMIS, ELASTICFLOW),
      PublishedBars.FIGURE_11B);

  /** Of deadlines and of who has none, where the artifact draws without a seed. */
  private static final long DEADLINE_SEED = 12_345;

  private static final int GPUS_PER_NODE = 8;
  private static final int[] NODES_8B = {64, 64, 64, 128, 64, 64, 128, 128, 128, 32, 32};
  private static final int JOBS_PER_DRAW_8B = 400;

  /**
   * What a job asks for on average in such a draw, duration times GPUs; so clusters are just full.
   */
  private static final double GPU_SECONDS_PER_JOB = 75_000;

  private final String place;
  private final String title;
  private final String groupTitle;
  private final List<String> groups;
  private final List<StudyPolicy> policies;
  private final Map<StudyPolicy, double[]> published;

  StudyFigure(
      String place,
      String title,
      String groupTitle,
      List<String> groups,
      List<StudyPolicy> policies,
      Map<StudyPolicy, double[]> published) {
    this.place = place;
    this.title = title;
    this.groupTitle = groupTitle;
    this.groups = groups;
    this.policies = policies;
    this.published = published;
  }

  private static List<String> shares() {
    return IntStream.rangeClosed(1, 9).mapToObj(tenths -> tenths + "0 %").toList();
  }

  /** The figure of a place in the paper, such as {@code 8a}. */
  public static Optional<StudyFigure> named(String place) {
    return Arrays.stream(values()).filter(figure -> figure.place.equals(place)).findFirst();
  }

  /** Its place in the paper: {@code 8a}. */
  public String place() {
    return place;
  }

  String title() {
    return title;
  }

  String groupTitle() {
    return groupTitle;
  }

  List<String> groups() {
    return groups;
  }

  List<StudyPolicy> policies() {
    return policies;
  }

  /** The published bars of a policy, one per group; NaN where there is none. */
  double[] published(StudyPolicy policy) {
    double[] none = new double[groups.size()];
    Arrays.fill(none, Double.NaN);
    return published.getOrDefault(policy, none);
  }

  /** Jobs and cluster of each group. */
  List<StudyCase> cases(boolean fromArtifact) {
    return switch (this) {
      case FIGURE_8A ->
          List.of(
              new StudyCase(
                  "figure-8a",
                  fromArtifact
                      ? new Published("elasticVpollux_e.csv", "T4")
                      : new Drawn(195, 900, 0.5, 0, 8, DEADLINE_SEED),
                  16,
                  4,
                  60));
      case FIGURE_8B ->
          IntStream.range(0, NODES_8B.length).mapToObj(i -> cluster(i, fromArtifact)).toList();
      case FIGURE_9 -> IntStream.of(8, 16, 32).mapToObj(StudyFigure::ablation).toList();
      case FIGURE_10 ->
          List.of(new StudyCase("figure-10", new Drawn(100, 1500, 1.5, 0, 1, 1), 16, 8, 240));
      case FIGURE_11A, FIGURE_11B ->
          IntStream.rangeClosed(1, 9).mapToObj(StudyFigure::mixed).toList();
    };
  }

  private static StudyCase cluster(int group, boolean fromArtifact) {
    boolean isPhilly = group == NODES_8B.length - 1;
    String name = isPhilly ? "philly" : "cluster%02d".formatted(group + 1);
    String file = isPhilly ? "philly_103959.csv.gz" : "itp/cluster%02d.csv.gz".formatted(group + 1);
    Jobs jobs =
        fromArtifact
            ? new Published(file, "A100")
            : new Drawn(
                JOBS_PER_DRAW_8B,
                GPU_SECONDS_PER_JOB / (GPUS_PER_NODE * NODES_8B[group]),
                0.5,
                0,
                group + 1L,
                DEADLINE_SEED + group);
    return new StudyCase("figure-8b-" + name, jobs, NODES_8B[group], GPUS_PER_NODE, 60);
  }

  private static StudyCase ablation(int nodes) {
    return new StudyCase(
        "figure-9-%d-gpus".formatted(GPUS_PER_NODE * nodes),
        new Drawn(1000, 1500, 0.5, 0, 0, DEADLINE_SEED),
        nodes,
        GPUS_PER_NODE,
        240);
  }

  private static StudyCase mixed(int tenths) {
    return new StudyCase(
        "figure-11-%d0-percent".formatted(tenths),
        new Drawn(200, 900, 0.5, tenths / 10.0, 0, DEADLINE_SEED),
        8,
        8,
        240);
  }
}
