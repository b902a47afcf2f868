package org.limpid.data.io;

import java.util.List;
import java.util.Optional;

/** All formats of job traces. */
public final class JobFormats {
  private static final List<JobFormat> ALL = List.of(new LucidJobFormat(), new HeliosJobFormat());

  private JobFormats() {}

  /** The format of that name. */
  public static Optional<JobFormat> find(String name) {
    return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
  }

  /** Names of all formats. */
  public static List<String> names() {
    return ALL.stream().map(JobFormat::name).toList();
  }
}
