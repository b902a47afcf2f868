package org.limpid.data;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.limpid.data.JobAttribute.Kind;

/**
 * What is known about one job beyond what is known about every job.
 *
 * @param values of each known attribute its value, of the type that its kind has
 */
public record JobAttributes(Map<JobAttribute, Object> values) {
  /** Nothing. */
  public static final JobAttributes NONE = new JobAttributes(Map.of());

  public JobAttributes {
    values.forEach((attribute, value) -> {
      if (!attribute.kind().type().isInstance(value)) {
        throw new IllegalArgumentException(
            "%s is a %s and cannot be '%s'".formatted(attribute, attribute.kind(), value));
      }
    });
    Map<JobAttribute, Object> inOrder = new EnumMap<>(JobAttribute.class);
    inOrder.putAll(values);
    values = Collections.unmodifiableMap(inOrder);
  }

  /** Whether the attribute is known. */
  public boolean has(JobAttribute attribute) {
    return values.containsKey(attribute);
  }

  /** The value of a known number, time or flag. */
  public long number(JobAttribute attribute) {
    return (long) values.get(attribute);
  }

  /** The value of a known attribute as it is written. */
  public String text(JobAttribute attribute) {
    return values.get(attribute).toString();
  }

  /** With a number, a time or a flag. */
  public JobAttributes with(JobAttribute attribute, long value) {
    return with(attribute, Long.valueOf(value));
  }

  /** With a value; null: without it. */
  public JobAttributes with(JobAttribute attribute, Object value) {
    Map<JobAttribute, Object> others = new EnumMap<>(JobAttribute.class);
    others.putAll(values);
    others.put(attribute, value);
    others.values().removeIf(each -> each == null);
    return new JobAttributes(others);
  }

  /** With all times so many seconds later. */
  JobAttributes later(long seconds) {
    JobAttributes moved = this;
    for (JobAttribute attribute : values.keySet()) {
      if (attribute.kind() == Kind.TIME) {
        moved = moved.with(attribute, number(attribute) + seconds);
      }
    }
    return moved;
  }
}
