package org.limpid.models.tool;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.table.Reading;

/**
 * What to train a model on, and how.
 *
 * @param csv the training set
 * @param target column to predict
 * @param type what the target is; empty: classes if the column holds texts, else numbers
 * @param excluded columns to leave out
 * @param nominal columns whose numbers are names
 * @param weights column that says how much each row counts, if there is one
 * @param offset column that is added to the score as it is, if there is one
 * @param continued model that is trained on, if one is; its columns, their reading and its
 *     parameters are taken over
 * @param event column that tells which durations have ended; empty: this is no survival model
 * @param reading what is known of how cells are written
 * @param anyway whether to train on a target that looks as if something else was meant
 * @param recipe kind and parameters of the model
 * @param test what the model is tested on
 * @param threads threads to use; the model does not depend on it
 * @param out where the model goes
 */
public record TrainingRequest(
    Path csv,
    String target,
    Optional<TargetType> type,
    Set<String> excluded,
    Set<String> nominal,
    Optional<String> weights,
    Optional<String> offset,
    Optional<Path> continued,
    Optional<String> event,
    Reading reading,
    boolean anyway,
    Recipe recipe,
    TestRows test,
    int threads,
    OutputFile out) {
  public TrainingRequest {
    Objects.requireNonNull(csv, "csv");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(test, "test");
    excluded = Collections.unmodifiableSet(new LinkedHashSet<>(excluded));
    nominal = Collections.unmodifiableSet(new LinkedHashSet<>(nominal));
  }

  /**
   * Kind and parameters of a model.
   *
   * @param kind the kind
   * @param preset where parameters of an EBM come from that are not given
   * @param parameters what differs from the defaults, by name
   * @param monotone features whose scores may only rise (+1) or fall (-1)
   */
  public record Recipe(
      ModelKind kind,
      Preset preset,
      Map<String, String> parameters,
      Map<String, Integer> monotone) {
    public Recipe {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(preset, "preset");
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
      monotone = Collections.unmodifiableMap(new LinkedHashMap<>(monotone));
    }
  }

  /** Versions of the Python library interpret whose defaults can be taken. */
  public enum Preset {
    /** The one that Limpid follows. */
    CURRENT("0.7.8"),
    /** The one that Lucid used. */
    FIRST("0.2.7");

    private final String label;

    Preset(String label) {
      this.label = label;
    }

    /** The name on the command line. */
    public String label() {
      return label;
    }
  }

  /** What the target of a training is. */
  public enum TargetType {
    /** A number. */
    REGRESSION,
    /** One of several classes. */
    CLASSIFICATION;

    static TargetType of(Task task) {
      return task instanceof Task.Regression ? REGRESSION : CLASSIFICATION;
    }

    /** The name on the command line. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
