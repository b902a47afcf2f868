package org.limpid.data.generate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses the models of jobs as Synergy's artifact does: a job gets one of the task that lacks most
 * of its share of all jobs so far, and the models of a task take turns. Not safe for several
 * threads.
 */
public final class SynergyMix {
  /** Its figures but one: 20 % image, 70 % language and 10 % speech models. */
  public static final List<Integer> USUAL = List.of(20, 70, 10);

  /** The artifact has thirds as 33, 33 and 33. */
  private static final int LEAST_SUM = 99;

  /** What a model is for; a load is split by it. */
  public enum Task {
    /** Models of pictures. */
    IMAGE("alexnet", "res18", "res50", "mobilenet", "shufflenet"),
    /** Models of texts. */
    LANGUAGE("gnmt", "transformer", "lstm"),
    /** Models of sounds. */
    SPEECH("m5", "deepspeech");

    private final List<String> models;

    Task(String... models) {
      this.models = List.of(models);
    }

    /** Names of its models, in the order in which jobs get them. */
    public List<String> models() {
      return models;
    }

    /**
     * What a model is for.
     *
     * @throws IllegalArgumentException if the artifact has no such model
     */
    public static Task of(String model) {
      return Arrays.stream(values())
          .filter(task -> task.models.contains(model))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no task has the model " + model));
    }
  }

  private final List<Integer> percentages;
  private final int[] arrivedOfTask = new int[Task.values().length];
  private final int[] chosenOfTask = new int[Task.values().length];
  private int arrived;

  /**
   * A choice for a load.
   *
   * @param percentages of the jobs of each task; 100 in all, or 99 for thirds
   * @throws IllegalArgumentException if they are something else
   */
  public SynergyMix(List<Integer> percentages) {
    this.percentages = requireSplit(percentages);
  }

  /**
   * The same percentages.
   *
   * @throws IllegalArgumentException if they are not one for each task, 100 in all, or 99
   */
  public static List<Integer> requireSplit(List<Integer> percentages) {
    int sum = percentages.stream().mapToInt(Integer::intValue).sum();
    boolean isSplit =
        percentages.size() == Task.values().length
            && percentages.stream().allMatch(percent -> percent >= 0 && percent <= 100)
            && LEAST_SUM <= sum
            && sum <= 100;
    if (!isSplit) {
      throw new IllegalArgumentException("expected three parts of 100, found " + percentages);
    }
    return List.copyOf(percentages);
  }

  /** The model of the next job. */
  public String next() {
    Task task =
        Arrays.stream(Task.values())
            .sorted(Comparator.comparingDouble(this::lackingShare).reversed()) // stable
            .findFirst()
            .orElseThrow();
    return task.models.get(chosenOfTask[task.ordinal()]++ % task.models.size());
  }

  private double lackingShare(Task task) {
    double percent = percentages.get(task.ordinal());
    return arrived == 0 ? 0 : percent / 100 - (double) arrivedOfTask[task.ordinal()] / arrived;
  }

  /**
   * Takes note that a job has come in; only then it counts.
   *
   * @param model that it was given
   */
  public void arrive(String model) {
    arrivedOfTask[Task.of(model).ordinal()]++;
    arrived++;
  }
}
