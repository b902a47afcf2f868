package org.limpid.simulation.policy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.limpid.data.ProfilerDescription;

/**
 * Something that may be chosen about a policy. It is declared once, by the policy; the options of
 * the command line, settings files, {@code run.json}, tunings and ablations are made from that.
 * Immutable; two settings are the same only if they are one object.
 *
 * @param <T> type of its values
 */
public final class Setting<T> {
  private final String name;
  private final Values<T> values;
  private final Option option;
  private final Optional<T> byDefault;
  private final Function<ProfilerDescription, T> ofProfiler;
  private final Optional<T> withoutProfiler;
  private final String label;
  private final List<T> tried;
  private final Predicate<Settings> matters;

  private Setting(Builder<T> builder) {
    name = builder.name;
    values = builder.values;
    option = builder.option;
    byDefault = builder.byDefault;
    ofProfiler = builder.ofProfiler;
    withoutProfiler = builder.withoutProfiler;
    label = builder.label;
    tried = builder.tried;
    matters = builder.matters;
  }

  /**
   * How a setting is called on the command line.
   *
   * @param name without dashes
   * @param placeholder what stands for the value in help texts; empty if none follows
   * @param description for help texts
   */
  public record Option(String name, String placeholder, String description) {}

  /**
   * Begins a setting with whole numbers as values.
   *
   * @param name in files, in camel case
   */
  public static Builder<Integer> wholeNumber(String name, int least, int most) {
    return new Builder<>(name, new Values.WholeNumbers(least, most));
  }

  /**
   * Begins a setting whose values are chosen by name.
   *
   * @param name in files, in camel case
   */
  public static <E extends Enum<E>> Builder<E> choice(
      String name, Class<E> type, Function<E, String> nameOf) {
    return new Builder<>(name, Values.Choice.of(type, nameOf));
  }

  /**
   * Begins a setting that is on or off.
   *
   * @param name in files, in camel case
   */
  public static Builder<Boolean> toggle(String name) {
    return new Builder<>(name, new Values.YesOrNo());
  }

  /** The name in files. */
  public String name() {
    return name;
  }

  /** The values that it may have. */
  public Values<T> values() {
    return values;
  }

  /** How it is called on the command line; empty if only programs may choose it. */
  public Optional<Option> option() {
    return Optional.ofNullable(option);
  }

  /** The value where nobody chooses one; empty if it depends on the data set. */
  public Optional<T> byDefault() {
    return byDefault;
  }

  /**
   * The value where nobody chooses one.
   *
   * @param profiler that of the data set; empty if it has none
   * @return empty if the data set leaves it open
   */
  public Optional<T> byDefault(Optional<ProfilerDescription> profiler) {
    return byDefault.or(() -> profiler.filter(_ -> ofProfiler != null).map(ofProfiler));
  }

  /** The value to choose for a data set without a profiler; empty: none. */
  public Optional<T> withoutProfiler() {
    return withoutProfiler;
  }

  /** The name in sentences. */
  public String label() {
    return label;
  }

  /** The values that a tuning tries; none if it isn't tuned. */
  public List<T> tried() {
    return tried;
  }

  /** Whether a tuning changes it. */
  public boolean isTuned() {
    return !tried.isEmpty();
  }

  /** Whether it makes a difference under these settings. */
  public boolean matters(Settings settings) {
    return matters.test(settings);
  }

  /** A value as it stands in files: a number, a text, true or false; null for none. */
  Object told(Optional<T> value) {
    return value.map(values::told).orElse(null);
  }

  /**
   * The value itself.
   *
   * @throws IllegalArgumentException if the setting may not have it
   */
  T required(T value) {
    if (!values.contains(value)) {
      throw new IllegalArgumentException("%s must be %s, found %s".formatted(label, values, value));
    }
    return value;
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * Says what there is to say of a setting. For one thread.
   *
   * @param <T> type of its values
   */
  public static final class Builder<T> {
    private final String name;
    private final Values<T> values;
    private Option option;
    private Optional<T> byDefault = Optional.empty();
    private Function<ProfilerDescription, T> ofProfiler;
    private Optional<T> withoutProfiler = Optional.empty();
    private String label;
    private List<T> tried = List.of();
    private Predicate<Settings> matters = _ -> true;

    private Builder(String name, Values<T> values) {
      this.name = name;
      this.values = values;
      label = name;
    }

    /**
     * It can be chosen on the command line.
     *
     * @param option without dashes
     */
    public Builder<T> option(String option, String placeholder, String description) {
      this.option = new Option(option, placeholder, description);
      return this;
    }

    /** The value where nobody chooses one. */
    public Builder<T> byDefault(T value) {
      byDefault = Optional.of(value);
      return this;
    }

    /** The value where nobody chooses one is that of the profiler of the data set. */
    public Builder<T> ofProfiler(Function<ProfilerDescription, T> value) {
      ofProfiler = value;
      return this;
    }

    /** The value to choose for a data set without a profiler. */
    public Builder<T> withoutProfiler(T value) {
      withoutProfiler = Optional.of(value);
      return this;
    }

    /** The name in sentences. */
    public Builder<T> label(String words) {
      label = words;
      return this;
    }

    /** The values that a tuning tries. */
    public Builder<T> tried(List<T> some) {
      tried = List.copyOf(some);
      return this;
    }

    /** It makes a difference only under such settings. */
    public Builder<T> matteringIf(Predicate<Settings> condition) {
      matters = condition;
      return this;
    }

    /** The setting. */
    public Setting<T> build() {
      return new Setting<>(this);
    }
  }
}
