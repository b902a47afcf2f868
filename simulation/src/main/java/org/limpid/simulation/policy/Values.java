package org.limpid.simulation.policy;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The values that a setting may have.
 *
 * @param <T> their type
 */
public sealed interface Values<T> {
  /** Whether this is one of them. */
  boolean contains(T value);

  /** A value in a file: a number, a text, true or false. */
  Object told(T value);

  /** The value that somebody names; empty if there is none, which the reader has told. */
  Optional<T> read(Reader reader);

  /** Yes or no. */
  record YesOrNo() implements Values<Boolean> {
    @Override
    public boolean contains(Boolean value) {
      return true;
    }

    @Override
    public Object told(Boolean value) {
      return value;
    }

    @Override
    public Optional<Boolean> read(Reader reader) {
      return Optional.of(reader.yesOrNo());
    }

    @Override
    public String toString() {
      return "true or false";
    }
  }

  /** Reads what stands for a value, in a file or on the command line. */
  interface Reader {
    /** A whole number in this range. */
    int wholeNumber(int least, int most);

    /** One of these names. */
    String oneOf(List<String> names);

    /** Yes or no. */
    boolean yesOrNo();
  }

  /**
   * Whole numbers.
   *
   * @param least the smallest
   * @param most the largest
   */
  record WholeNumbers(int least, int most) implements Values<Integer> {
    @Override
    public boolean contains(Integer value) {
      return value >= least && value <= most;
    }

    @Override
    public Object told(Integer value) {
      return value;
    }

    @Override
    public Optional<Integer> read(Reader reader) {
      return Optional.of(reader.wholeNumber(least, most)).filter(this::contains);
    }

    @Override
    public String toString() {
      return most == Integer.MAX_VALUE ? "at least " + least : least + ".." + most;
    }
  }

  /**
   * A choice among names.
   *
   * @param byName the values in the order in which they are listed
   */
  record Choice<T>(Map<String, T> byName) implements Values<T> {
    public Choice {
      byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** All values of an enum. */
    public static <E extends Enum<E>> Choice<E> of(Class<E> type, Function<E, String> nameOf) {
      Map<String, E> byName = new LinkedHashMap<>();
      Arrays.stream(type.getEnumConstants())
          .forEach(value -> byName.put(nameOf.apply(value), value));
      return new Choice<>(byName);
    }

    @Override
    public boolean contains(T value) {
      return byName.containsValue(value);
    }

    @Override
    public Object told(T value) {
      return byName.entrySet().stream()
          .filter(entry -> entry.getValue().equals(value))
          .findFirst()
          .orElseThrow()
          .getKey();
    }

    @Override
    public Optional<T> read(Reader reader) {
      return Optional.ofNullable(byName.get(reader.oneOf(List.copyOf(byName.keySet()))));
    }

    @Override
    public String toString() {
      return "one of " + String.join(", ", byName.keySet());
    }
  }
}
