package org.limpid.files;

import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Parts of Limpid that the command runs without, because of the libraries behind them. Their
 * modules name what they provide in {@code META-INF/services}; the launcher {@code limpid} builds
 * them and puts them on the class path on first use.
 */
public final class Extras {
  private Extras() {}

  /** What the class path has of a kind, the first if there are several. */
  public static <T> Optional<T> find(Class<T> kind) {
    return ServiceLoader.load(kind).findFirst();
  }

  /**
   * What the class path has of a kind.
   *
   * @param module that provides it
   * @throws DataException if there is none
   */
  public static <T> T require(Class<T> kind, String module) {
    return find(kind)
        .orElseThrow(() ->
            new DataException(
                Problem.of(
                    "class path",
                    "expected the module %s, found no part of it".formatted(module),
                    "Maybe start it with the script 'limpid', which builds that module.")));
  }
}
